import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { installApps } from '../../tests/apps'
import { bundlePage } from '../../tests/page-bundle'
import { findBrowser } from '../browsers.mjs'
import { launch } from '../launch.mjs'
import { serve } from '../serve.mjs'
import { bundlePeers } from './peers'
import type { Row } from './table'

const PACKAGES = ['haproxy-doc', 'bind9-doc', 'postgresql-doc-15', 'apache2-doc', 'python3.11-doc']

/** Large pages in these packages, and what must hold for them. */
const PAGES = [
  'usr/share/doc/haproxy/html/configuration.html',
  'usr/share/doc/bind9-doc/arm/reference.html',
  'usr/share/doc/postgresql-doc-15/html/bookindex.html',
  'usr/share/doc/apache2-doc/manual/fr/mod/core.html',
  'usr/share/doc/python3.11/html/library/stdtypes.html',
]

const ROUNDS = 7

/** Finding and marking whole large documents, beside a bare walk and the peers. */
export async function benchDocuments(): Promise<Row[]> {
  const rows: Row[] = []
  const folder = fetchDocuments()
  writeGenerated(folder)
  installApps()
  const site = await serve(folder)
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
    for (const path of [
      ...PAGES.filter((file) => existsSync(join(folder, file))),
      ...GENERATED.map(([name]) => name),
    ]) {
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
  let marks = 0, nodes = 0, longest = Infinity
  for (let round = 0; round < rounds; round++) {
    time('floor', () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
      let length = 0
      nodes = 0
      for (let node; (node = walker.nextNode()); nodes++) length += node.data.length
    })
    for (const [name, detect] of [['porthole', undefined], ['reading', () => []]]) {
      const end = life()
      const monitor = new page.PageMonitor(document, end.signal, { detect })
      let longestHere = 0
      time(name, () => {
        monitor.start()
        // As Slices does it: steps until 8 ms are over.
        for (let more = true; more; ) {
          const from = performance.now()
          do more = monitor.step()
          while (more && performance.now() - from < 8)
          longestHere = Math.max(longestHere, performance.now() - from)
        }
      })
      if (!detect) { marks = monitor.marks.size; longest = Math.min(longest, longestHere) }
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

/** The documents, from the distribution's packages; what cannot be had is left out with a message. */
function fetchDocuments(): string {
  const folder = join(tmpdir(), 'porthole-bench')
  mkdirSync(folder, { recursive: true })
  for (const name of PACKAGES) {
    if (existsSync(join(folder, `${name}.done`))) continue
    const fetched = spawnSync('apt-get', ['download', '-q', name], { cwd: folder, encoding: 'utf8' })
    const file = readdirSync(folder).find((entry) => entry.startsWith(`${name}_`))
    const unpacked = file && spawnSync('dpkg-deb', ['-x', file, '.'], { cwd: folder })
    if (fetched.status === 0 && unpacked && unpacked.status === 0) writeFileSync(join(folder, `${name}.done`), '')
    else console.log(`${name} could not be fetched with apt-get: its pages are left out.`)
  }
  return folder
}

const paragraph = (i: number, port: boolean) =>
  `<p>Paragraph ${i} of a page about <em>something</em> that goes on for <code>a while</code>${port ? ` on host-${i}.example:${1024 + (i % 60000)}` : ''}.</p>`

const body = (count: number, port: boolean) =>
  Array.from({ length: count }, (_, i) => paragraph(i, port && i % 5 === 0)).join('\n')

const table = (rows: number) =>
  `<table><thead><tr><th>Service</th><th>Port</th><th>Days</th></tr></thead><tbody>${Array.from({ length: rows }, (_, i) => `<tr><td>service ${i}</td><td>${1024 + i}</td><td>${i % 365}</td></tr>`).join('')}</tbody></table>`

const shadows = (count: number) =>
  `<script>for (let i = 0; i < ${count}; i++) { const host = document.body.appendChild(document.createElement('x-' + i % 9)); host.attachShadow({ mode: 'open' }).innerHTML = '<p>part ' + i + ' on host.example:' + (2000 + i) + '</p>' }</script>`

const GENERATED: readonly (readonly [string, () => string])[] = [
  ['portless.html', () => body(8000, false)],
  ['grown-1.html', () => body(2000, true)],
  ['grown-2.html', () => body(4000, true)],
  ['grown-4.html', () => body(8000, true)],
  ['grown-8.html', () => body(16_000, true)],
  ['table.html', () => table(3000)],
  ['shadow.html', () => shadows(2000)],
]

function writeGenerated(folder: string): void {
  for (const [name, make] of GENERATED)
    writeFileSync(
      join(folder, name),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${make()}</body>`,
    )
}
