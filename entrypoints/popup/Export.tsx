import { useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { FORMATS } from './formats'
import type { PagePort } from './this-tab'

interface Props {
  readonly ports: readonly PagePort[]
  readonly title: string
  readonly url: string
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
            await navigator.clipboard.writeText(format({ ports, title, url }))
            setDone(name)
          }}
        >
          {done === name ? t('copied') : name}
        </button>
      ))}
    </p>
  )
}
