import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'puppeteer-core'
import { findBrowser } from '../browsers.mjs'
import { builtFor, launch } from '../launch.mjs'
import { serve } from '../serve.mjs'
import type { Row } from './table'

/** Pages that keep changing: what happens in them, for about three seconds, as a script that resolves at the end. */
const STREAMS: Record<string, string> = {
  'a log streams 10,000 lines and drops old ones': `async () => {
    const log = document.body.appendChild(document.createElement('pre'))
    for (let i = 0; i < 10000; i += 50) {
      for (let k = i; k < i + 50; k++) {
        const line = document.createElement('div')
        line.textContent = '12:00:' + (k % 60) + ' worker ' + k + ' accepted 10.0.0.' + (k % 250) + ':' + (20000 + k) + ' in ' + k + ' ms'
        log.append(line)
      }
      while (log.childNodes.length > 1000) log.firstChild.remove()
      await frame()
    }
  }`,
  '10,000 texts change': `async () => {
    const list = document.body.appendChild(document.createElement('ul'))
    const texts = Array.from({ length: 2000 }, (_, i) => {
      const item = list.appendChild(document.createElement('li'))
      return item.appendChild(document.createTextNode('node-' + i + ' on 10.0.0.1:' + (3000 + i)))
    })
    for (let i = 0; i < 10000; i += 50) {
      for (let k = i; k < i + 50; k++) texts[(k * 7) % 2000].data = 'node-' + k + ' on 10.0.0.2:' + (3000 + k)
      await frame()
    }
  }`,
  'a virtualised list scrolls': `async () => {
    const list = document.body.appendChild(document.createElement('div'))
    const rows = Array.from({ length: 40 }, () => list.appendChild(document.createElement('div')))
    for (const row of rows) for (let i = 0; i < 4; i++) row.appendChild(document.createElement('span'))
    for (let top = 0; top < 200; top++) {
      rows.forEach((row, i) => {
        const n = top * 3 + i
        const cells = ['item ' + n, 'host-' + n + '.example:' + (4000 + n), n + ' ms', 'running']
        cells.forEach((text, c) => (row.children[c].textContent = text))
        row.style.transform = 'translateY(' + ((top * 60 + i * 20) % 800) + 'px)'
      })
      await frame()
    }
  }`,
}

const FRAME = 'const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));'

/** The share of the main thread's CPU time that is spent in our script while pages keep changing. */
export async function benchStreams(): Promise<Row[]> {
  const found = findBrowser('chromium')
  if (!found || !existsSync(builtFor('chromium'))) {
    console.log('Chromium or its build (npm run build) is missing: the shares of CPU time are left out.')
    return []
  }
  const launched = await launch(found, { headless: true })
  const site = await serve(join(import.meta.dirname, 'blank'))
  const rows: Row[] = []
  for (const [name, stream] of Object.entries(STREAMS)) {
    const page = await launched.browser.newPage()
    await page.goto(site.url)
    await page.bringToFront()
    await new Promise((resolve) => setTimeout(resolve, 500))
    rows.push({ what: `our share of CPU while ${name}`, limit: 2, unit: '%', ...(await share(page, stream)) })
    await page.close()
  }
  await launched.close()
  site.close()
  return rows
}

async function share(page: Page, stream: string): Promise<{ value: number; note: string }> {
  const session = await page.createCDPSession()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 200 })
  const before = await taskSeconds(session)
  await session.send('Profiler.start')
  await page.evaluate(`(async () => { ${FRAME} await (${stream})() })()`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { profile } = await session.send('Profiler.stop')
  const total = (await taskSeconds(session)) - before
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
  const ours = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.url.endsWith('/marker.js')).map(({ id }) => id),
  )
  const isOurs = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) if (ours.has(at)) return true
    return false
  }
  if (ours.size === 0) throw new Error('Porthole did not run on the page')
  let micros = 0
  profile.samples?.forEach((id, i) => {
    if (isOurs(id)) micros += profile.timeDeltas?.[i] ?? 0
  })
  await session.detach()
  return {
    value: (micros / 1e6 / total) * 100,
    note: `${(micros / 1000).toFixed(0)} ms of ${(total * 1000).toFixed(0)} ms`,
  }
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}
