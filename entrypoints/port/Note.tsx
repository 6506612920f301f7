import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { LONGEST_NOTE, readNote, writeNote } from './notes'

/** Pause after the last key before the note is written, in ms: seldom enough for the disk, soon enough to be safe. */
const PAUSE_MS = 300

/** This person's own words on the port, kept as they are typed. */
export function Note({ port }: { readonly port: number }) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'kept' | 'saved' | 'failed'>('kept')
  const unsaved = useRef<string | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  function save() {
    clearTimeout(timer.current)
    const { current } = unsaved
    if (current === undefined) return
    unsaved.current = undefined
    writeNote(port, current).then(
      () => setState('saved'),
      (error: unknown) => {
        console.error('Porthole could not save the note', error)
        setState('failed')
      },
    )
  }

  useEffect(() => {
    let gone = false
    readNote(port).then(
      (note) => {
        if (!gone && unsaved.current === undefined) setText(note)
      },
      () => setState('failed'),
    )
    addEventListener('pagehide', save)
    return () => {
      gone = true
      removeEventListener('pagehide', save)
      save()
    }
  }, [port])

  function type(typed: string) {
    setText(typed)
    setState('kept')
    unsaved.current = typed
    clearTimeout(timer.current)
    timer.current = setTimeout(save, PAUSE_MS)
  }

  return (
    <section aria-labelledby="note" class="note">
      <h2 id="note">{t('page_note')}</h2>
      <textarea
        rows={3}
        maxLength={LONGEST_NOTE}
        aria-label={t('page_noteLabel', port)}
        aria-describedby="note-kept"
        placeholder={t('page_notePlaceholder')}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={save}
      />
      {text !== '' && <p class="paper">{text}</p>}
      <p class="small">
        <span id="note-kept">{t('page_noteKept')}</span>{' '}
        <span role="status">
          {state === 'saved' ? t('page_noteSaved') : state === 'failed' ? t('page_noteFailed') : ''}
        </span>
      </p>
    </section>
  )
}
