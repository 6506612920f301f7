import { useEffect, useState } from 'preact/hooks'
import { t } from './i18n'

interface Props {
  readonly text: string
  /** What the button says; "Copy" where it is left out. */
  readonly label?: string
  /** Puts the text on the clipboard. Only for pages of our own: the card has its own way. */
  readonly copy?: (text: string) => Promise<void>
}

/** How long the button says that it worked, in ms. */
const SAID_MS = 2000

/** Copies a text and says so in its own place, which is as wide as its widest word. */
export function CopyButton({
  text,
  label = t('page_copy'),
  copy = (copied) => navigator.clipboard.writeText(copied),
}: Props) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  useEffect(() => {
    if (state === 'ready') return undefined
    const timer = setTimeout(() => setState('ready'), SAID_MS)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <span class="copy">
      <button
        type="button"
        aria-label={label === t('page_copy') ? t('page_copyOf', text) : label}
        onClick={() =>
          copy(text).then(
            () => setState('copied'),
            () => setState('failed'),
          )
        }
      >
        <span class={state === 'copied' ? 'away' : ''}>{label}</span>
        <span class={state === 'copied' ? '' : 'away'} aria-hidden="true">
          {t('page_copied')}
        </span>
      </button>
      <span role="status" class={state === 'failed' ? 'failed' : 'unseen'}>
        {state === 'copied' ? t('page_copied') : state === 'failed' ? t('page_copyFailed') : ''}
      </span>
    </span>
  )
}
