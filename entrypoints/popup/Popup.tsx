import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { type CardActions, PortCard } from '../../components/PortCard'
import type { Described } from '../../messages'
import { askBackground } from '../../page/background'
import { helpFor } from './help'
import { PagePorts } from './PagePorts'
import { recentRead, useRecent } from './recent'
import { Results } from './Results'
import { SiteSwitch } from './SiteSwitch'
import { thisTab } from './this-tab'
import { useLookUp } from './use-look-up'

/** Asked for before anything is drawn. */
const HERE = thisTab()

/** What the menu has it look up, where it stands in a tab of its own; and what to say of a link without a port. */
const ASKED = (() => {
  const asked = new URLSearchParams(location.search)
  const [search, scheme] = [asked.get('search'), asked.get('noPort')]
  const sentence = scheme !== null && t(search ? 'menu_noPort' : 'menu_noPortAtAll', scheme || '?')
  return { search: search?.slice(0, 500), sentence }
})()

/** Looks up a port or a service as one types; with nothing typed, shows the ports of the page. */
export function Popup({ typed }: { readonly typed: string }) {
  const lookUp = useLookUp(typed)
  const { text, answer, results, selected, chosen } = lookUp
  const [recent, remember] = useRecent()
  const [tab, setTab] = useState<Browser.tabs.Tab | undefined>()
  const [isReady, setReady] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const isEmpty = text.trim() === ''

  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(() => void Promise.all([HERE, recentRead]).then(([here]) => (here ? setTab(here) : setReady(true))), [])
  // The first search builds the index: it is built when the page's list is there, while the first key is on its way.
  useEffect(() => {
    if (isReady) void askBackground({ type: 'prepare-search' })
  }, [isReady])
  useEffect(() => {
    const asked = ASKED.search ?? typed
    if (asked) void lookUp.type(asked)
  }, [])
  useEffect(() => {
    if (chosen) remember(text.trim())
  }, [chosen])

  /** What was pressed is gone: the field has the focus then. */
  function inField(act: () => unknown) {
    void act()
    input.current?.focus()
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      if (!lookUp.back()) return
      // What had the focus may be gone with what it stood in.
      input.current?.focus()
    } else if (event.target !== input.current) return
    else if (event.key === 'ArrowDown') lookUp.move(1)
    else if (event.key === 'ArrowUp') lookUp.move(-1)
    else if (event.key === 'Enter') lookUp.take()
    else return
    event.preventDefault()
  }

  return (
    <div class="popup" onKeyDown={key}>
      <h1 class="unseen">{t('popupTitle')}</h1>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('popupLabel')}
        aria-autocomplete="list"
        aria-expanded={results.length > 0 && !chosen}
        aria-controls={list}
        aria-activedescendant={selected === undefined ? undefined : `${list}-${selected}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={t('popupPlaceholder')}
        value={text}
        onInput={(event) => void lookUp.type(event.currentTarget.value)}
      />
      {ASKED.sentence && <p class="hint">{ASKED.sentence}</p>}
      <div aria-live="polite">{results.length === 0 && !isEmpty && <p class="hint">{helpFor(text, answer)}</p>}</div>
      {results.length > 0 && !chosen && (
        <Results id={list} results={results} selected={selected} onChoose={(result) => void lookUp.choose(result)} />
      )}
      {chosen && (
        <div class="chosen">
          <PortCard {...chosen} actions={actionsFor(chosen)} />
          <button type="button" class="back" onClick={() => inField(() => lookUp.back())}>
            {t('back')}
          </button>
        </div>
      )}
      {/* All of it comes at once: nothing that is seen has to make room. */}
      <div hidden={!isReady}>
        {isEmpty && recent.length > 0 && (
          <p class="recent">
            {t('recent')}{' '}
            {recent.map((query) => (
              <button key={query} type="button" onClick={() => inField(() => lookUp.type(query))}>
                {query}
              </button>
            ))}
          </p>
        )}
        <div hidden={!isEmpty}>
          <PagePorts
            tab={tab}
            otherwise={t('popupHint')}
            onRead={() => setReady(true)}
            onLookUp={(port) => inField(() => lookUp.open(port))}
          />
        </div>
        {tab && <SiteSwitch tab={tab} />}
      </div>
    </div>
  )
}

const actionsFor = ({ from, to, protocol }: Described): CardActions => ({
  copy: async (command) => {
    await navigator.clipboard.writeText(command)
    return true
  },
  details: () => void askBackground({ type: 'open-port', port: from, ...(protocol && { protocol }) }),
  label: () => void askBackground({ type: 'label-port', from, to, ...(protocol && { protocol }) }),
})
