import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import type { Predicted } from './detect-score'

/** Reads HTML passages as a visitor's browser with the extension would. */
export interface HtmlReader {
  /** The marks on a page that holds nothing but this HTML; offsets count in its text without scripts and styles. */
  read(html: string): Promise<readonly Predicted[]>
  close(): Promise<void>
}

/** The page the passages are shown on; answered from here, never from a network. */
const ADDRESS = 'http://passage.test/'
/** How long the marks must stay the same before they are read, in ms. */
const SETTLED_MS = 100

/** The built extension in Chromium; nothing where it has not been built. */
export async function browserReader(
  extension = '.output/chrome-mv3',
  executablePath = '/usr/bin/chromium',
): Promise<HtmlReader | undefined> {
  const folder = resolve(extension)
  if (!existsSync(join(folder, 'manifest.json'))) return undefined
  const profile = await mkdtemp(join(tmpdir(), 'porthole-accuracy-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  })
  // tsx wraps named functions in a helper that a page does not have.
  await context.addInitScript('globalThis.__name ??= (named) => named')
  return {
    read: (html) => readMarks(context, html),
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function readMarks(context: BrowserContext, html: string): Promise<readonly Predicted[]> {
  const page = context.pages()[0] ?? (await context.newPage())
  const document = `<!doctype html><meta charset="utf-8"><title>passage</title><body><div id="passage">${html}</div>`
  await page.route(`${ADDRESS}**`, (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: document })
      : route.abort(),
  )
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  const marks = await page.evaluate(settledMarks, SETTLED_MS)
  await page.unroute(`${ADDRESS}**`)
  return marks
}

/** Runs in the page: waits until the marks have settled, then says where they lie in the passage's text. */
async function settledMarks(settled: number): Promise<{ start: number; end: number; around: string }[]> {
  const ranges = (): AbstractRange[] => {
    const unique = new Map<string, AbstractRange>()
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith('porthole')) for (const range of highlight) unique.set(key(range), range)
    }
    return [...unique.values()]
  }
  const nodes: Text[] = []
  const starts: number[] = []
  let text = ''
  const passage = document.getElementById('passage')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script,style,template,noscript') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!passage) break
    starts.push(text.length)
    nodes.push(node as Text)
    text += (node as Text).data
  }
  const offset = (node: Node, at: number): number => {
    const i = nodes.indexOf(node as Text)
    return i < 0 ? -1 : (starts[i] ?? 0) + at
  }
  const key = (range: AbstractRange): string =>
    `${offset(range.startContainer, range.startOffset)}-${offset(range.endContainer, range.endOffset)}`
  const deadline = Date.now() + 4000
  let last = ''
  let since = Date.now()
  while (Date.now() < deadline && Date.now() - since < settled) {
    await new Promise((done) => setTimeout(done, 25))
    const now = ranges().map(key).join()
    if (now !== last) {
      last = now
      since = Date.now()
    }
  }
  return ranges().map((range) => {
    const start = offset(range.startContainer, range.startOffset)
    const end = offset(range.endContainer, range.endOffset)
    return {
      start,
      end,
      around:
        `${text.slice(Math.max(0, start - 50), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`.replace(
          /\s+/g,
          ' ',
        ),
    }
  })
}
