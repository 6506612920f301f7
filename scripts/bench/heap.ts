import type { Page } from 'puppeteer-core'
import type { Launched } from '../launch.mjs'
import { onStage, openSettled, settled, type Stage } from './start'
import type { Row } from './table'

const MENTIONS = 10_000

const PHASES = [
  { what: 'a page without ports', limit: 1 },
  { what: `the same with ${MENTIONS} mentions`, limit: 8 },
  { what: 'the same after they have left', limit: 1 },
] as const

const NOTE = "the page's whole heap after garbage collections, less that of the same page without Porthole"

/** What the content script keeps in memory. */
export async function benchHeap(): Promise<Row[]> {
  console.log('Firefox tells no heap of one page: the memory of the content script is left out there.')
  return onStage('chromium', 'the memory of the content script', measure)
}

async function measure({ url, porthole, bare }: Stage): Promise<Row[]> {
  const ours = await heaps(porthole, url)
  const none = await heaps(bare, url)
  const added = (phase: number, of: keyof Heap) => (ours[phase]?.[of] ?? Number.NaN) - (none[phase]?.[of] ?? Number.NaN)
  return [
    ...PHASES.map(({ what, limit }, phase) => ({
      what: `JS heap, ${what}`,
      value: added(phase, 'js'),
      unit: 'MB' as const,
      limit,
      note: NOTE,
    })),
    ...PHASES.map(({ what }, phase) => ({
      what: `heap of the browser's elements and styles, ${what}`,
      value: added(phase, 'dom'),
      unit: 'MB' as const,
      note: `beside ${none[phase]?.dom.toFixed(1)} MB without Porthole`,
    })),
  ]
}

/** In MB: what scripts hold, and what the browser holds for them (ranges, observers). */
interface Heap {
  readonly js: number
  readonly dom: number
}

/** The heap in each phase, on a fresh page. */
async function heaps(launched: Launched, url: string): Promise<Heap[]> {
  const page = await openSettled(launched, `${url}portless.html`)
  const before = await heapOf(page)
  await page.evaluate((count) => {
    const list = document.createElement('ul')
    list.id = 'mentions'
    for (let i = 0; i < count; i++)
      list.appendChild(document.createElement('li')).textContent = `host-${i}.example:${1024 + i} answers`
    document.body.append(list)
  }, MENTIONS)
  await settled(page)
  const marked = await heapOf(page)
  await page.evaluate(() => document.getElementById('mentions')?.remove())
  await settled(page)
  const after = await heapOf(page)
  await page.close()
  return [before, marked, after]
}

async function heapOf(page: Page): Promise<Heap> {
  const session = await page.createCDPSession()
  // What the first round frees may hold more: weak maps, wrappers of nodes.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return { js: usedSize / 2 ** 20, dom: embedderHeapUsedSize / 2 ** 20 }
}
