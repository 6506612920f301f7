import { useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { dated, saveFile } from '../../components/save-file'
import { FORMATS } from './formats'
import type { PagePort } from './this-tab'

interface Props {
  readonly ports: readonly PagePort[]
  readonly title: string
  readonly url: string
}

const WORDS = {
  heading: (page: string) => t('export_heading', page),
  port: t('labels_port'),
  likely: t('export_likely'),
  mentions: t('export_mentions'),
}

/** Copies or saves the page's ports in a form that fits a ticket, a table or a script. */
export function Forms({ ports, title, url }: Props) {
  const [copied, setCopied] = useState<string>()
  const page = { ports, title, url, words: WORDS }
  return (
    <div class="forms">
      <p role="group" aria-label={t('copyAs')}>
        <span aria-hidden="true">{t('copyAs')}</span>
        {FORMATS.map(({ name, write }) => (
          <button
            key={name}
            type="button"
            onClick={() => void navigator.clipboard.writeText(write(page)).then(() => setCopied(name))}
          >
            <span aria-live="polite">{copied === name ? t('copied') : name}</span>
          </button>
        ))}
      </p>
      <p role="group" aria-label={t('saveAs')}>
        <span aria-hidden="true">{t('saveAs')}</span>
        {FORMATS.map(({ name, ending, type, write }) => (
          <button key={name} type="button" onClick={() => saveFile(fileOf(url, ending), type, write(page))}>
            {name}
          </button>
        ))}
      </p>
    </div>
  )
}

/** "ports-wiki.example-2024-05-31.md" */
const fileOf = (url: string, ending: string) =>
  dated(`ports-${(URL.canParse(url) && new URL(url).hostname.replace(/[^\w.-]/g, '')) || 'page'}`, ending)
