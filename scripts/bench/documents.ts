import type { Page } from 'puppeteer-core'
import { installApps } from '../../tests/apps'
import { bundlePage } from '../../tests/page-bundle'
import { findBrowser } from '../browsers.mjs'
import { launch } from '../launch.mjs'
import { serve } from '../serve.mjs'
import { preparePages } from './pages'
import { bundlePeers } from './peers'
import { EXACT_TIME } from './start'
import type { Row } from './table'

const ROUNDS = 7

/** Finding and marking whole large documents, beside a bare walk and the peers. */
export async function benchDocuments(): Promise<Row[]> {
  const rows: Row[] = []
  const { folder, documents } = preparePages()
  installApps()
  const site = await serve(folder, () => EXACT_TIME)
  const peers = await bundlePeers()
  for (const kind of ['chromium', 'firefox'] as const) {
    const found = findBrowser(kind)
    if (!found) {
      console.log(`No ${kind} here: its figures are left out.`)
      continue
    }
    const launched = await launch(found, { headless: true, extension: null })
    const page = await launched.browser.newPage()
    const ours = await bundlePage(kind)
    for (const path of documents) {
      await page.goto(site.url + path, { waitUntil: 'load', timeout: 120_000 })
      const name = `${kind}, ${path.split('/').at(-1)}`
      rows.push(...(await measure(page, name, ours, kind === 'chromium' && !path.startsWith('grown') ? peers : '')))
    }
    await launched.close()
  }
  site.close()
  return rows
}

interface Figures {
  readonly best: Record<string, number>
  readonly marks: number
  readonly nodes: number
  readonly longest: number
}

async function measure(page: Page, name: string, ours: string, peers: string): Promise<Row[]> {
  await page.evaluate(`${ours};${peers};0`)
  const { best, marks, nodes, longest } = (await page.evaluate(`(${IN_PAGE})(${ROUNDS}, ${peers !== ''})`)) as Figures
  const floor = best.floor ?? 1
  const ratio = (ms: number | undefined) => (ms ?? 0) / floor
  const rows: Row[] = [
    {
      what: `whole page, ${name}`,
      value: ratio(best.porthole),
      unit: '×',
      limit: name.includes('portless') ? 1.3 : 3.5,
      note: `of a bare walk of ${nodes} text nodes (${floor.toFixed(1)} ms); ${marks} marks; without detection ${ratio(best.reading).toFixed(2)} ×`,
    },
    { what: `longest slice, ${name}`, value: longest, unit: 'ms', limit: 10 },
  ]
  for (const peer of ['findAndReplaceDOMText', 'linkify-plus-plus', 'mark.js'])
    if (best[peer]) rows.push({ what: `  ${peer}`, value: ratio(best[peer]), unit: '×' })
  return rows
}

/** Runs in the page. Every round measures everything once, in turn; the best round counts. */
const IN_PAGE = `async (rounds, withPeers) => {
  const best = {}
  const note = (name, ms) => { if (best[name] === undefined || ms < best[name]) best[name] = ms }
  const time = (name, work) => { const from = performance.now(); work(); note(name, performance.now() - from) }
  const life = () => new AbortController()
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  const roots = [document, ...shadows]
  let marks = 0, nodes = 0, longest = Infinity
  for (let round = 0; round < rounds; round++) {
    time('floor', () => {
      let length = 0
      nodes = 0
      for (const root of roots) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node; (node = walker.nextNode()); nodes++) length += node.data.length
      }
    })
    for (const [name, search] of [['porthole', undefined], ['reading', () => ({ step: () => false, mentions: [] })]]) {
      const end = life()
      const monitor = new page.PageMonitor(document, end.signal, { search })
      let hasFound = false
      const lookout = new page.Lookout(document, end.signal, () => { hasFound = true }, () => {})
      let longestHere = 0
      const run = (part) => {
        part.start()
        // As Slices does it: steps until 8 ms are over.
        for (let more = true; more; ) {
          const from = performance.now()
          do more = part.step()
          while (more && performance.now() - from < 8)
          longestHere = Math.max(longestHere, performance.now() - from)
        }
      }
      time(name, () => {
        run(lookout)
        lookout.stop()
        if (hasFound) run(monitor)
      })
      if (!search) { marks = monitor.marks.size; longest = Math.min(longest, longestHere) }
      end.abort()
      // What is asked of the page by this will not be charged to the next.
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  if (withPeers) {
    const body = document.body
    for (const [name, run] of Object.entries(peers)) {
      for (let round = 0; round < 2; round++) {
        const copy = body.cloneNode(true)
        document.documentElement.replaceChild(copy, document.body)
        const from = performance.now()
        await run(copy)
        note(name, performance.now() - from)
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    }
    document.documentElement.replaceChild(body, document.body)
  }
  return { best, marks, nodes, longest }
}`
