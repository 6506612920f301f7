import type { Launched } from '../launch.mjs'
import { onStage, openSettled, type Stage } from './start'
import type { Row } from './table'

/** Fresh pages in each browser, in turn, and rounds on each. */
const PAGES = 2
const ROUNDS = 12

/**
 * What pages do to their own elements, on a page with 10,000 marks. Each is called with the round's number and answers the
 * ms that its loop took; what it needs it makes before, and takes away after.
 */
const IN_PAGE = `async (rounds, isObserved) => {
  const observer = new MutationObserver(() => {})
  if (isObserved) observer.observe(document, { childList: true, characterData: true, subtree: true })
  const rows = () => {
    const list = document.createElement('div')
    for (let i = 0; i < 1000; i++) list.appendChild(document.createElement('p')).textContent = 'row ' + i + ' of a list'
    return document.body.appendChild(list)
  }
  const time = (work) => { const from = performance.now(); work(); return performance.now() - from }
  const marked = [...document.querySelectorAll('p')].map((p) => p.lastChild)
  const operations = {
    'append 1,000': () => {
      const list = document.body.appendChild(document.createElement('div'))
      const made = Array.from({ length: 1000 }, (_, i) => Object.assign(document.createElement('p'), { textContent: 'row ' + i }))
      const ms = time(() => { for (const row of made) list.append(row) })
      list.remove()
      return ms
    },
    'remove 1,000': () => {
      const list = rows()
      const all = [...list.children]
      const ms = time(() => { for (const row of all) row.remove() })
      list.remove()
      return ms
    },
    'change 1,000 texts': () => {
      const list = rows()
      const texts = [...list.children].map((row) => row.firstChild)
      const ms = time(() => { for (const text of texts) text.data = 'another text' })
      list.remove()
      return ms
    },
    'change 300 marked texts': (round) => {
      const some = marked.slice(round * 300, round * 300 + 300)
      return time(() => { for (const text of some) text.data = ' at host.example:7000.' })
    },
    'split 300 marked texts': (round) => {
      const some = marked.slice(9999 - round * 300 - 300, 9999 - round * 300)
      return time(() => { for (const text of some) text.splitText(4) })
    },
    'innerHTML of 1,000 rows': () => {
      const html = Array.from({ length: 1000 }, (_, i) => '<p>row <b>' + i + '</b> of a list</p>').join('')
      const list = document.body.appendChild(document.createElement('div'))
      const ms = time(() => { list.innerHTML = html })
      list.remove()
      return ms
    },
    'read the layout twice': () => {
      const list = document.body.appendChild(document.createElement('p'))
      const ms = time(() => {
        for (let i = 0; i < 2; i++) {
          list.textContent = 'row ' + i
          list.getBoundingClientRect()
        }
      })
      list.remove()
      return ms
    },
  }
  const best = {}
  for (const [name, operation] of Object.entries(operations))
    for (let round = 0; round < rounds; round++) {
      const ms = operation(round)
      if (!(ms >= best[name])) best[name] = ms
      await new Promise((resolve) => setTimeout(resolve))
    }
  return best
}`

/** What marks cost the page's own operations, for which it waits. */
export async function benchOperations(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of ['chromium', 'firefox'] as const)
    rows.push(...(await onStage(kind, "the page's own operations", measure)))
  return rows
}

async function measure({ kind, url, porthole, bare }: Stage): Promise<Row[]> {
  const ours: Best = {}
  const observed: Best = {}
  const none: Best = {}
  for (let round = 0; round < PAGES; round++) {
    takeBest(ours, await operate(porthole, url))
    takeBest(observed, await operate(bare, url, true))
    takeBest(none, await operate(bare, url))
  }
  return Object.entries(none).map(([name, ms]) => ({
    what: `${name}, 10,000 marks, ${kind}`,
    value: (ours[name] ?? Number.NaN) / ms,
    unit: '×',
    limit: 1.05,
    note: `of ${ms.toFixed(2)} ms without Porthole; with an observer that does nothing ${((observed[name] ?? Number.NaN) / ms).toFixed(2)} ×; the page's loop alone, best of ${PAGES * ROUNDS}`,
  }))
}

type Best = Record<string, number>

function takeBest(best: Best, other: Best): void {
  for (const [name, ms] of Object.entries(other)) best[name] = Math.min(best[name] ?? Infinity, ms)
}

async function operate(launched: Launched, url: string, isObserved = false): Promise<Best> {
  const page = await openSettled(launched, `${url}mentions-10000.html`)
  const best = (await page.evaluate(`(${IN_PAGE})(${ROUNDS}, ${isObserved})`)) as Best
  await page.close()
  return best
}
