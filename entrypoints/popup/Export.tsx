import { useState } from 'preact/hooks'
import { t } from '../../components/i18n'
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

/** Copies the page's ports in a form that fits a ticket, a table or a script. */
export function Export({ ports, title, url }: Props) {
  const [done, setDone] = useState<string>()
  return (
    <p class="export">
      {t('copyAs')}{' '}
      {Object.entries(FORMATS).map(([name, format]) => (
        <button
          key={name}
          type="button"
          onClick={async () => {
            await navigator.clipboard.writeText(format({ ports, title, url, words: WORDS }))
            setDone(name)
          }}
        >
          <span aria-live="polite">{done === name ? t('copied') : name}</span>
        </button>
      ))}
    </p>
  )
}
