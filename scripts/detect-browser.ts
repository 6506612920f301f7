import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer-core'
import { findBrowser } from './browsers.mjs'
import type { Predicted } from './detect-score'
import { launch } from './launch.mjs'

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

/** The built extension in Chromium; nothing where it has not been built or there is no Chromium. */
export async function browserReader(extension = '.output/chrome-mv3'): Promise<HtmlReader | undefined> {
  const folder = resolve(extension)
  const found = findBrowser('chromium')
  if (!found || !existsSync(join(folder, 'manifest.json'))) return undefined
  const launched = await launch(found, { headless: true, extension: folder })
  const page = await launched.browser.newPage()
  // tsx wraps named functions in a helper that a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named')
  let document = ''
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    void (request.isNavigationRequest() && request.frame() === page.mainFrame()
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: document })
      : request.abort())
  })
  return {
    read: (html) => {
      document = `<!doctype html><meta charset="utf-8"><title>passage</title><body><div id="passage">${html}</div>`
      return readMarks(page)
    },
    close: () => launched.close(),
  }
}

async function readMarks(page: Page): Promise<readonly Predicted[]> {
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  return page.evaluate(settledMarks, SETTLED_MS)
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
