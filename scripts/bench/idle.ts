import type { Page } from 'puppeteer-core'
import type { Launched } from '../launch.mjs'
import { onStage, openSettled, pause, type Stage } from './start'
import type { Row } from './table'
import { holds, ourCalls, traced, type TraceEvent } from './trace'

const IDLE_MS = 5000
const PAGES = { 'a page without ports': 'portless.html', 'a page with 1,000 marks': 'mentions-1000.html' }
const LAYOUTS = new Set(['Layout', 'UpdateLayoutTree'])

/** What Porthole does while nothing happens, or only the page scrolls; and whether anything moves for it. */
export async function benchIdle(): Promise<Row[]> {
  console.log('Firefox neither tells who woke it nor what shifted: the rows of idle pages are left out there.')
  return onStage('chromium', 'idle pages', measure)
}

async function measure({ url, porthole, bare }: Stage): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, path] of Object.entries(PAGES)) {
    const page = await openSettled(porthole, url + path)
    // Over text: a pointer that rests outside the page is told nothing when the page scrolls.
    await page.mouse.move(200, 300)
    await pause(1500)
    const idle = await traced(page, () => pause(IDLE_MS))
    const scrolling = await traced(page, () => scroll(page))
    await page.close()
    rows.push(
      {
        what: `calls of our script in ${IDLE_MS / 1000} s, ${name}`,
        value: ourCalls(idle).length,
        unit: '',
        limit: 0,
        note: 'timers, observers and messages, in the page and in the background',
      },
      { what: `layouts forced by us while idle, ${name}`, value: forced(idle).length, unit: '', limit: 0 },
      {
        what: `layouts forced by us while scrolling, ${name}`,
        value: forced(scrolling).length,
        unit: '',
        limit: 0,
        note: `${ourCalls(scrolling).length} calls of our script`,
      },
    )
  }
  const ours = await shift(porthole, url)
  const none = await shift(bare, url)
  rows.push({
    what: 'layout shift added: load, marks, a card, scrolling',
    value: ours - none,
    unit: '',
    limit: 0,
    note: `${ours} beside ${none} without Porthole`,
  })
  return rows
}

/** Styles or boxes that the browser had to work out in the middle of a call of ours. */
function forced(events: readonly TraceEvent[]): TraceEvent[] {
  const calls = ourCalls(events)
  return events.filter((event) => LAYOUTS.has(event.name) && calls.some((call) => holds(call, event)))
}

async function scroll(page: Page): Promise<void> {
  for (let turns = 0; turns < 30; turns++) {
    await page.mouse.wheel({ deltaY: 240 })
    await pause(60)
  }
}

/** All layout shifts of a page's life, also those right after a key or a click, which the usual score leaves out. */
async function shift(launched: Launched, url: string): Promise<number> {
  const page = await openSettled(launched, `${url}mentions-1000.html`)
  await page.evaluate(() => {
    Object.assign(globalThis, { shifted: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (globalThis as unknown as { shifted: number }).shifted += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const { x, y } = await page.evaluate(middleOfFirst)
  await page.mouse.move(x, y, { steps: 3 })
  await pause(1000)
  await scroll(page)
  await pause(300)
  const shifted = await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)
  await page.close()
  return shifted
}

/** Runs in the page: where its first paragraph names its port. */
export function middleOfFirst(): { x: number; y: number } {
  const text = document.querySelector('p')?.lastChild as Text
  const range = document.createRange()
  const at = text.data.indexOf(':')
  range.setStart(text, at)
  range.setEnd(text, at + 5)
  const { left, top, width, height } = range.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
