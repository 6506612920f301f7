import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Launched } from '../launch.mjs'
import { MANUAL, preparePages, REFERENCE } from './pages'
import { median, onStage, openSettled, pause, type Stage } from './start'
import type { Row } from './table'
import { cpu, ourCalls, sum, traced } from './trace'

const ROUNDS = 7
const SCREENS = 3

/** Places in large pages with ports on their first screen: near the top, and in the midst. */
const PLACES = [
  { name: "HAProxy's manual", path: MANUAL, place: '#1.2.1' },
  { name: "HAProxy's manual", path: MANUAL, place: '#7.1.1' },
  { name: "BIND's reference", path: REFERENCE, place: '#namedconf-statement-statistics-channels' },
]

const COMPLETE = 'the screen is marked'

/** How soon a page is marked. */
export async function benchSoon(): Promise<Row[]> {
  console.log('Firefox tells no CPU time of single calls: the rows of first screens are left out there.')
  return [
    ...(await onStage('chromium', 'how soon a page is marked', async (stage) => [
      ...(await firstScreens(stage)),
      await firstMarks(stage),
    ])),
    ...(await onStage('firefox', 'how soon a page is marked', async (stage) => [await firstMarks(stage)])),
  ]
}

/** The clock from DOMContentLoaded to the first marks, on a page that notes it by itself. */
async function firstMarks({ kind, url, porthole }: Stage): Promise<Row> {
  const page = await porthole.browser.newPage()
  const seen: { first: number; last: number; marks: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${url}soon.html?${round}`, { waitUntil: 'load' })
    await pause(1200)
    seen.push((await page.evaluate('soon')) as (typeof seen)[number])
  }
  await page.close()
  if (seen.some(({ first }) => first === 0)) throw new Error('A page was not marked within 1.2 s')
  const { size } = statSync(join(preparePages().folder, 'soon.html'))
  return {
    what: `from DOMContentLoaded to the first marks, ${kind}`,
    value: median(seen.map(({ first }) => first)),
    unit: 'ms',
    limit: 200,
    note: `a page of ${(size / 1000).toFixed(0)} KB with ${seen[0]?.marks} mentions; the last after ${median(seen.map(({ last }) => last)).toFixed(0)} ms; of the clock, median of ${ROUNDS}`,
  }
}

/** Our own work until all that is on the screen is marked, on a large page. */
async function firstScreens({ url, porthole }: Stage): Promise<Row[]> {
  const rows: Row[] = []
  const { folder } = preparePages()
  for (const { name, path, place } of PLACES) {
    if (!existsSync(join(folder, path))) {
      console.log(`${name} is missing: its first screens are left out.`)
      continue
    }
    const marks = await marksOnScreen(porthole, url + path + place)
    if (marks === 0) throw new Error(`Nothing is marked on the screen at ${place}`)
    const works: number[] = []
    for (let round = 0; round < SCREENS; round++) works.push(await workUntil(porthole, url + path + place, marks))
    rows.push({
      what: `our work until the first screen is marked, ${name} ${place}`,
      value: median(works),
      unit: 'ms',
      limit: 50,
      note: `${marks} marks on it; from the start of the document on; median of ${SCREENS}`,
    })
  }
  return rows
}

async function marksOnScreen(launched: Launched, url: string): Promise<number> {
  const page = await openSettled(launched, url)
  const marks = (await page.evaluate(`(${ON_SCREEN})()`)) as number
  await page.close()
  return marks
}

async function workUntil({ browser }: Launched, url: string, marks: number): Promise<number> {
  const page = await browser.newPage()
  await page.evaluateOnNewDocument(`(${NOTE_COMPLETE})(${marks}, ${ON_SCREEN})`)
  const events = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
    await complete(page)
  })
  await page.close()
  const screen = events.find(({ name }) => name === COMPLETE)
  if (!screen) throw new Error('The screen was never marked')
  return sum(
    ourCalls(events)
      .filter(({ ts, pid }) => ts <= screen.ts && pid === screen.pid)
      .map(cpu),
  )
}

async function complete(page: Page): Promise<void> {
  for (let rounds = 0; rounds < 100; rounds++) {
    if (await page.evaluate(`performance.getEntriesByName('${COMPLETE}').length > 0`)) return
    await pause(100)
  }
}

/** Runs in the page: the number of marks that are in sight. */
const ON_SCREEN = `() => {
  let marks = 0
  for (const [name, ranges] of CSS.highlights) {
    if (!name.startsWith('porthole')) continue
    for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      const { top, bottom, width } = range.getBoundingClientRect()
      if (width > 0 && bottom > 0 && top < innerHeight) marks++
    }
  }
  return marks
}`

/** Runs in the page: looks whenever it gets its turn. */
const NOTE_COMPLETE = `(marks, onScreen) => {
  const look = () => {
    if (document.readyState !== 'loading' && onScreen() >= marks) performance.mark('${COMPLETE}')
    else setTimeout(look, 1)
  }
  setTimeout(look, 1)
}`
