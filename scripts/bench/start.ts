import { existsSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { findBrowser } from '../browsers.mjs'
import { builtFor, type Launched, launch } from '../launch.mjs'
import { serve } from '../serve.mjs'
import { preparePages } from './pages'
import type { Row } from './table'

export type Kind = 'chromium' | 'firefox'

/** Where the bench's pages are served, and the browsers: with the built extension, and, where asked for, one without. */
export interface Stage {
  readonly kind: Kind
  readonly url: string
  readonly porthole: Launched
  readonly bare: Launched
}

const VIEWPORT = { width: 1000, height: 700 }

/** Headers: without these, browsers round the time to a tenth of a millisecond or to a whole one. */
export const EXACT_TIME = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Pages of the bench name no other host that matters; some would wait for one that does not answer. */
const ARGS = { chromium: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'], firefox: [] }

/** Runs one part in a browser with the built extension beside the same browser without it; says where it cannot. */
export async function onStage(kind: Kind, what: string, part: (stage: Stage) => Promise<Row[]>): Promise<Row[]> {
  const found = findBrowser(kind)
  if (!found || !existsSync(builtFor(kind))) {
    console.log(`No ${kind}, or no build for it (npm run build): ${what} is left out there.`)
    return []
  }
  const { folder } = preparePages()
  const site = await serve(folder, () => EXACT_TIME)
  const launched: Launched[] = []
  try {
    for (const extension of [builtFor(kind), null])
      launched.push(await launch(found, { headless: true, extension, viewport: VIEWPORT, args: ARGS[kind] }))
    const [porthole, bare] = launched as [Launched, Launched]
    await closeWelcome(porthole)
    return await part({ kind, url: site.url, porthole, bare })
  } finally {
    for (const browser of launched) await browser.close()
    site.close()
  }
}

/** A new installation greets; its page would be measured with the others. */
async function closeWelcome({ browser }: Launched): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html')
  for (let rounds = 0; rounds < 40; rounds++) {
    const welcome = (await browser.pages()).find(isWelcome)
    if (welcome) return welcome.close()
    await pause(100)
  }
}

/** Opens a page of the bench's, and waits until the number of its marks stays the same. */
export async function openSettled({ browser }: Launched, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
  await page.bringToFront()
  await settled(page)
  return page
}

/** The number of marks, once it has stayed the same for a second. */
export async function settled(page: Page): Promise<number> {
  let marks = -1
  for (let same = 0; same < 4;) {
    await pause(250)
    const now = await page.evaluate(countMarks)
    same = now === marks ? same + 1 : 0
    marks = now
  }
  return marks
}

/** Runs in the page, which sees what is registered. */
export function countMarks(): number {
  let marks = 0
  for (const [name, { size }] of CSS.highlights) if (name.startsWith('porthole')) marks += size
  return marks
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The middle one; of an even number the upper of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
