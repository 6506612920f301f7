import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { type CardActions, PortCard } from '../../components/PortCard'
import { askBackground } from '../../page/background'
import type { Described } from '../../messages'
import type { SearchAnswer, SearchResult } from '../../registry'
import { helpFor } from './help'
import { PagePorts } from './PagePorts'
import { Results } from './Results'
import { SiteSwitch } from './SiteSwitch'
import { thisTab } from './this-tab'

/** Longest text that is sent for look-up, in characters; more than that is told to be too long. */
const LONGEST = 500

/** Looks up a port or a service as one types; the chosen one opens its card below the list. */
export function Popup() {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<SearchAnswer | undefined>()
  const [selected, setSelected] = useState<number | undefined>()
  const [chosen, setChosen] = useState<Described | undefined>()
  const [tab, setTab] = useState<Browser.tabs.Tab | undefined>()
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(0)
  const list = useId()

  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(() => void thisTab().then(setTab), [])

  async function type(typed: string) {
    setText(typed)
    setSelected(undefined)
    setChosen(undefined)
    latest.current++
    const turn = latest.current
    const found = await askBackground<SearchAnswer>({ type: 'search', text: typed.slice(0, LONGEST) })
    // An answer that comes after the next keystroke is old.
    if (turn === latest.current) setAnswer(found)
  }

  async function choose(result: SearchResult) {
    const { from, to, protocol } = result
    const port = { from, to, ...(protocol && { protocol }), around: { label: result.title } }
    const described = await askBackground<Described[]>({ type: 'describe', ports: [port] })
    setChosen(described?.[0])
  }

  const results = answer?.kind === 'results' ? answer.results : []

  function key(event: KeyboardEvent) {
    const { key } = event
    if (key === 'ArrowDown') setSelected(selected === undefined ? 0 : Math.min(selected + 1, results.length - 1))
    else if (key === 'Escape' && text !== '') void type('')
    else if (key === 'ArrowUp' && selected !== undefined) setSelected(selected === 0 ? undefined : selected - 1)
    else if (key === 'Enter') {
      const result = results[selected ?? 0]
      if (result) void choose(result)
    } else return
    event.preventDefault()
  }

  return (
    <div class="popup">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('popupLabel')}
        aria-autocomplete="list"
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-activedescendant={selected === undefined ? undefined : `${list}-${selected}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={t('popupPlaceholder')}
        value={text}
        onInput={(event) => void type(event.currentTarget.value)}
        onKeyDown={key}
      />
      <div aria-live="polite">{results.length === 0 && <p class="hint">{helpFor(text, answer)}</p>}</div>
      {results.length > 0 && (
        <Results id={list} results={results} selected={selected} onChoose={(result) => void choose(result)} />
      )}
      {chosen && (
        <div class="chosen">
          <PortCard {...chosen} actions={actionsFor(chosen)} />
        </div>
      )}
      {tab && text.trim() === '' && <PagePorts tab={tab} />}
      {tab && <SiteSwitch tab={tab} />}
    </div>
  )
}

const actionsFor = ({ from, protocol }: Described): CardActions => ({
  copy: async (command) => {
    await navigator.clipboard.writeText(command)
    return true
  },
  details: () => void askBackground({ type: 'open-port', port: from, ...(protocol && { protocol }) }),
})
