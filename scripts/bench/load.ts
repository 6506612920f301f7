import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findBrowser } from '../browsers.mjs'
import { builtFor, launch } from '../launch.mjs'
import type { Row } from './table'

const LOG_MB = 20

/** The built extension as a whole: its size, a huge log, its memory, and what it does when nothing happens. */
export async function benchLoad(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of ['chromium', 'firefox'] as const) {
    const file = join(builtFor(kind), 'marker.js')
    if (!existsSync(file)) continue
    rows.push({
      what: `marker.js for ${kind}, gzip`,
      value: gzipSync(readFileSync(file), { level: 9 }).length / 1024,
      unit: 'KB',
      limit: 14,
    })
  }
  const found = findBrowser('chromium')
  if (!found || !existsSync(builtFor('chromium'))) {
    console.log('Chromium or its build (npm run build) is missing: the figures of whole pages are left out.')
    return rows
  }
  const { url, close: closeSite } = await hugeLog()
  const launched = await launch(found, { headless: true })
  const { browser } = launched
  const page = await browser.newPage()
  await page.tracing.start({ categories: ['devtools.timeline'] })
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
  let marks = -1
  for (let same = 0; same < 4;) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    const now = (await page.evaluate('CSS.highlights.get("porthole")?.size ?? 0')) as number
    same = now === marks ? same + 1 : 0
    marks = now
  }
  const trace = new TextDecoder().decode(await page.tracing.stop())
  rows.push({
    what: `longest stretch of ours, ${LOG_MB} MB log as text/plain`,
    value: longestCall(trace),
    unit: 'ms',
    limit: 10,
    note: `${marks} marks`,
  })
  await launched.close()
  closeSite()
  return rows
}

interface Event {
  readonly name: string
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

/** The longest time that the browser spent in one call of our script, in ms of CPU: other programs do not count. */
function longestCall(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly Event[] }
  const ours = traceEvents.filter(
    ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.endsWith('/marker.js'),
  )
  if (ours.length === 0) throw new Error('The trace has no call of marker.js')
  return Math.max(...ours.map(({ tdur }) => (tdur ?? 0) / 1000))
}

async function hugeLog(): Promise<{ url: string; close: () => void }> {
  const line = (i: number) =>
    `2024-05-06 12:00:${i % 60} gateway[${i}]: accepted connection from 10.0.${i % 250}.7 in ${i % 90} ms${i % 200 === 0 ? ' on backend.example:8443' : ''}\n`
  const lines: string[] = []
  for (let i = 0, length = 0; length < LOG_MB << 20; i++) length += lines[lines.push(line(i)) - 1]?.length ?? 0
  const text = lines.join('')
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(text))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
