import { useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { locale, t } from '../../components/i18n'
import { writeCsv } from '../../settings/labels/files/csv'
import { writeJson } from '../../settings/labels/files/porthole-json'
import type { Reading, Unreadable } from '../../settings/labels/files/reading'
import type { Label } from '../../settings/labels/label'
import { imported, planImport } from '../../settings/labels/plan'
import { readEverything, readNotes } from './everything'
import { Preview, type Taken } from './Preview'
import { readChosen } from './read-chosen'
import { dated, saveFile } from '../../components/save-file'
import type { StoredLabels } from './use-labels'
import type { StoredSettings } from './use-settings'

type State =
  | { readonly step: 'ready' }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'unreadable'; readonly name: string; readonly why: Unreadable }
  | { readonly step: 'preview'; readonly name: string; readonly reading: Reading }
  | { readonly step: 'done'; readonly added: number; readonly changed: number; readonly before: readonly Label[] }

interface Props {
  readonly labels: StoredLabels | undefined
  readonly stored: StoredSettings | undefined
}

/** Labels from files and into files. Nothing is taken before one has seen what it will do. */
export function Transfer({ labels, stored }: Props) {
  const [state, setState] = useState<State>({ step: 'ready' })
  const place = useRef<HTMLSpanElement>(null)
  const undoButton = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>('#import-file')
    if (!input) return
    input.setAttribute('aria-label', t('options_importFile'))
    place.current?.append(input)
    const chosen = async () => {
      const file = input.files?.[0]
      if (!file) return
      const { name } = file
      setState({ step: 'reading', name })
      const read = await readChosen(file)
      // The same file again is a change again.
      input.value = ''
      setState(
        'reading' in read ? { step: 'preview', name, ...read } : { step: 'unreadable', name, why: read.unreadable },
      )
    }
    const onChange = () => void chosen()
    input.addEventListener('change', onChange)
    if (input.files?.length) onChange()
    return () => input.removeEventListener('change', onChange)
  }, [])

  // What was pressed goes with the preview.
  useEffect(() => {
    if (state.step === 'done') undoButton.current?.focus()
  }, [state])

  function toFile() {
    setState({ step: 'ready' })
    place.current?.querySelector('input')?.focus()
  }

  async function take({ withChanged, withSettings }: Taken) {
    if (state.step !== 'preview' || !labels) return
    const { reading } = state
    const { added, changed } = planImport(labels.own, reading.found)
    const before = await labels.change((all) => imported(all, reading.found, withChanged))
    if (!before) return
    if (withSettings && reading.settings) stored?.change(reading.settings)
    if (withSettings && reading.notes) {
      await browser.storage.local.set({ notes: { ...(await readNotes()), ...reading.notes } })
    }
    setState({ step: 'done', added: added.length, changed: withChanged ? changed.length : 0, before })
  }

  async function undo() {
    if (state.step !== 'done' || !labels) return
    const { before } = state
    if (await labels.change(() => before)) toFile()
  }

  const own = labels?.own ?? []
  return (
    <>
      <p>{t('options_importWhy')}</p>
      <p class="file">
        <span ref={place} />
      </p>
      <div role="status">
        {state.step === 'reading' && <p>{t('options_importReading', state.name)}</p>}
        {state.step === 'unreadable' && (
          <p class="problem">{t(`options_unreadable_${keyOf(state.why)}`, state.name)}</p>
        )}
        {state.step === 'done' && (
          <p class="said">
            {t('options_importDone', locale().count(state.added), locale().count(state.changed))}{' '}
            <button ref={undoButton} type="button" onClick={() => void undo()}>
              {t('labels_undo')}
            </button>
          </p>
        )}
      </div>
      {state.step === 'preview' && labels && (
        <Preview
          name={state.name}
          reading={state.reading}
          plan={planImport(own, state.reading.found)}
          onTake={(taken) => void take(taken)}
          onCancel={toFile}
        />
      )}
      <p>{t('options_exportWhy')}</p>
      <p class="buttons">
        <button
          type="button"
          onClick={() => saveFile(dated('porthole-labels', 'json'), 'application/json', writeJson({ labels: own }))}
        >
          {t('options_exportJson')}
        </button>
        <button type="button" onClick={() => saveFile(dated('porthole-labels', 'csv'), 'text/csv', writeCsv(own))}>
          {t('options_exportCsv')}
        </button>
        <button
          type="button"
          onClick={() =>
            void readEverything().then((everything) =>
              saveFile(dated('porthole-everything', 'json'), 'application/json', writeJson(everything)),
            )
          }
        >
          {t('options_exportAll')}
        </button>
      </p>
    </>
  )
}

const keyOf = (why: Unreadable) => (why === 'too-big' ? 'tooBig' : why)
