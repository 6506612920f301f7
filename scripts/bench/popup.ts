import { existsSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { findBrowser } from '../browsers.mjs'
import { builtFor, launch } from '../launch.mjs'
import { openOwnPage } from '../own-page.mjs'
import { median, pause } from './start'
import type { Row } from './table'

const ROUNDS = 9
const TYPED = 'postgres'
const LABELS = 5000

/** The popup in both browsers: until it is drawn, from a key to its frame and its results; and what many labels cost. */
export async function benchPopup(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of ['chromium', 'firefox'] as const) {
    const found = findBrowser(kind)
    if (!found || !existsSync(builtFor(kind))) continue
    const launched = await launch(found, { headless: true })
    const { browser, address } = launched
    try {
      const page = await browser.newPage()
      const opening: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        await openOwnPage(page, `${address}popup.html?${round}`)
        opening.push(await page.evaluate(firstPaint))
      }
      const { frame, results } = await keystrokes(page)
      const [few, many] = await askWithLabels(page)
      rows.push(
        { what: `popup drawn, ${kind}`, value: median(opening), unit: 'ms', limit: 100, note: `median of ${ROUNDS}` },
        { what: `key to its frame, ${kind}`, value: median(frame), unit: 'ms', note: 'a frame is 16.7 ms' },
        { what: `key to its results, ${kind}`, value: median(results), unit: 'ms' },
        { what: `a card's facts, ${kind}`, value: few, unit: 'ms', note: 'asked of the background' },
        { what: `the same with ${LABELS} labels, ${kind}`, value: many, unit: 'ms' },
      )
    } finally {
      await launched.close()
    }
  }
  return rows
}

/** Ms from the start of the navigation to the first paint with the field in it. */
async function firstPaint(): Promise<number> {
  for (;;) {
    const [entry] = performance.getEntriesByName('first-contentful-paint')
    if (entry) return entry.startTime
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Ms from each typed letter to the end of the frame that shows it, and to the results that it brings. */
async function keystrokes(page: Page): Promise<{ frame: number[]; results: number[] }> {
  await page.evaluate(() => {
    const seen = { frame: [] as number[], results: [] as number[] }
    Object.assign(globalThis, { seen })
    let typed = 0
    addEventListener(
      'input',
      () => {
        typed = performance.now()
        const start = typed
        const channel = new MessageChannel()
        channel.port1.onmessage = () => seen.frame.push(performance.now() - start)
        requestAnimationFrame(() => channel.port2.postMessage(0))
      },
      true,
    )
    new MutationObserver((records) => {
      const isOfList = records.some(({ target }) => target instanceof Element && target.querySelector('[role=option]'))
      if (typed === 0 || !isOfList) return
      seen.results.push(performance.now() - typed)
      typed = 0
    }).observe(document.body, { childList: true, subtree: true })
  })
  for (const letter of TYPED) {
    await page.keyboard.type(letter)
    await pause(250)
  }
  return page.evaluate(() => (globalThis as unknown as { seen: { frame: number[]; results: number[] } }).seen)
}

interface Api {
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
  readonly storage: { local: { set(values: object): Promise<void> } }
}

/** Ms for the facts of a card, without labels and with many. */
async function askWithLabels(page: Page): Promise<[number, number]> {
  const few = await page.evaluate(askForFacts)
  const rows = Array.from({ length: LABELS }, (_, n) => ({ port: String(n + 1), name: `Service ${n + 1}` }))
  await page.evaluate(
    async (labels) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
      await (browser ?? chrome).storage.local.set({ labels })
    },
    { version: 1, rows },
  )
  return [median(few), median(await page.evaluate(askForFacts))]
}

/** Ms that each of a row of questions takes; the first builds what the others find ready. */
async function askForFacts(): Promise<number[]> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
  const times: number[] = []
  for (let round = 0; round < 41; round++) {
    const start = performance.now()
    await (browser ?? chrome).runtime.sendMessage({ type: 'describe', ports: [{ from: 4321, to: 4321, around: {} }] })
    times.push(performance.now() - start)
  }
  return times.slice(1)
}
