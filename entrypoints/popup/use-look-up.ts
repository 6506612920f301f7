import { useRef, useState } from 'preact/hooks'
import type { Described } from '../../messages'
import { askBackground } from '../../page/background'
import type { SearchAnswer, SearchResult } from '../../registry'

/** Longest text that is sent for look-up, in characters; more than that is told to be too long. */
const LONGEST = 500

/** What is typed, what was found for it, and whose card is open. `typed` is what the field holds already. */
export function useLookUp(typed: string) {
  const [text, setText] = useState(typed)
  const [answer, setAnswer] = useState<SearchAnswer | undefined>()
  const [selected, setSelected] = useState<number | undefined>()
  const [chosen, setChosen] = useState<Described | undefined>()
  const turn = useRef(0)
  const answered = useRef(0)
  const hasty = useRef(false)

  async function type(typed: string) {
    setText(typed)
    setSelected(undefined)
    setChosen(undefined)
    hasty.current = false
    const mine = ++turn.current
    const found = await askBackground<SearchAnswer>({ type: 'search', text: typed.slice(0, LONGEST) })
    // An answer that comes after the next keystroke is old.
    if (mine !== turn.current) return
    answered.current = mine
    setAnswer(found)
    const first = found?.kind === 'results' ? found.results[0] : undefined
    if (hasty.current && first) void choose(first)
  }

  async function choose({ from, to, protocol, title }: SearchResult) {
    const port = { from, to, ...(protocol && { protocol }), around: { label: title } }
    const described = await askBackground<Described[]>({ type: 'describe', ports: [port] })
    setChosen(described?.[0])
  }

  const results = answer?.kind === 'results' && text.trim() !== '' ? answer.results : []

  return {
    text,
    answer,
    results,
    selected,
    chosen,
    type,
    choose,
    /** Looks a port up and opens its card. */
    open(port: number) {
      void type(String(port))
      hasty.current = true
    },
    /** Moves the selection by one; above the first line is none. */
    move(step: 1 | -1) {
      setChosen(undefined)
      const next = (selected ?? -1) + step
      setSelected(next < 0 ? undefined : Math.min(next, results.length - 1))
    },
    /** Opens the selected card, or that of the likeliest; where the answer is still on its way, as soon as it comes. */
    take() {
      if (answered.current !== turn.current) hasty.current = true
      const result = results[selected ?? 0]
      if (result && answered.current === turn.current) void choose(result)
    },
    /** One step back: from the card to the list, from the list to the empty field. */
    back() {
      if (chosen) setChosen(undefined)
      else if (text !== '') void type('')
      else return false
      return true
    },
  }
}
