import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtFor } from '../launch.mjs'
import { onStage, pause, settled, type Stage } from './start'
import type { Row } from './table'
import { cpu, longTasksOf, ourCalls, traced } from './trace'

const LOG_MB = 20

/** How much the script is, and what it does on the longest of texts. */
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
  console.log('Firefox tells no CPU time of single calls: the rows of the long log are left out there.')
  return [...rows, ...(await onStage('chromium', 'the long log', longLog))]
}

async function longLog({ porthole }: Stage): Promise<Row[]> {
  const { url, close } = await hugeLog()
  const page = await porthole.browser.newPage()
  let marks = 0
  const events = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
    await pause(1000)
    marks = await settled(page)
  })
  await page.close()
  close()
  const calls = ourCalls(events)
  if (calls.length === 0) throw new Error('The trace has no call of ours')
  return [
    {
      what: `longest stretch of ours, ${LOG_MB} MB log as text/plain`,
      value: calls.reduce((longest, call) => Math.max(longest, cpu(call)), 0),
      unit: 'ms',
      limit: 10,
      note: `CPU time; ${calls.length} stretches, ${marks} marks`,
    },
    {
      what: `long tasks that would not be without us, ${LOG_MB} MB log`,
      value: longTasksOf(events, calls).length,
      unit: '',
      limit: 0,
      note: 'over 50 ms of CPU time',
    },
  ]
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
