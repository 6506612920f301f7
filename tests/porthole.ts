import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { cardText } from '../scripts/card-text.mjs'
import { openOwnPage } from '../scripts/own-page.mjs'
import { emulate, inFirefox } from '../scripts/emulate.mjs'
import { type Launched, launch } from '../scripts/launch.mjs'
import { needBrowser } from '../scripts/set-up.mjs'
import { type Site, startSite } from './site'

export const KINDS = ['chromium', 'firefox'] as const
export type Kind = (typeof KINDS)[number]

/** A tab in a real browser that runs the built extension. */
export class Tab {
  constructor(
    readonly page: Page,
    private readonly site?: Site,
  ) {}

  /** Opens a page of tests/pages, or the body given. */
  async open(page: string | { readonly html: string; readonly headers?: Record<string, string> }): Promise<void> {
    if (!this.site) throw new Error('This tab has no site to open pages from')
    await this.page.goto(typeof page === 'string' ? this.site.url + page : this.site.add(page), { waitUntil: 'load' })
  }

  /** What is marked, in document order, once the number of marks has stayed the same for a while. */
  async marks(): Promise<string[]> {
    let texts: string[] = []
    for (let same = 0; same < 4;) {
      await pause(100)
      const now = await this.marksNow()
      same = now.join('\n') === texts.join('\n') ? same + 1 : 0
      texts = now
    }
    return texts
  }

  async marksNow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const ranges = [...CSS.highlights]
        .filter(([name]) => name.startsWith('porthole') && name !== 'porthole-focus')
        .flatMap(([, highlight]) => [...highlight] as unknown as StaticRange[])
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange()
          range.setStart(startContainer, startOffset)
          range.setEnd(endContainer, endOffset)
          return range
        })
      // Ranges in different trees have no order: by root first.
      const inDocument = ranges.filter((range) => range.startContainer.getRootNode() === document)
      const inShadow = ranges.filter((range) => range.startContainer.getRootNode() !== document)
      inDocument.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      return [...inDocument, ...inShadow].map((range) => range.toString())
    })
  }

  /** Moves the pointer onto the n-th occurrence of a text, as a hand would: in steps. */
  async hover(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.pointOf(text, nth)
    await this.page.mouse.move(x - 30, y + 40)
    await this.page.mouse.move(x, y, { steps: 4 })
  }

  /** The middle of the n-th occurrence of a text within one text node, in the viewport. */
  async pointOf(text: string, nth = 0): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      (wanted, index) => {
        const roots: Node[] = [document]
        let seen = 0
        for (const root of roots) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const shadow = (node as Element).shadowRoot
            if (shadow) roots.push(shadow)
            if (node.nodeType !== Node.TEXT_NODE) continue
            const at = (node as Text).data.indexOf(wanted)
            if (at < 0) continue
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + wanted.length)
            const [rect] = range.getClientRects()
            if (!rect || seen++ < index) continue
            return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
          }
        }
        throw new Error(`"${wanted}" is not shown on the page`)
      },
      text,
      nth,
    )
  }

  /** The open card's words, waiting for one that holds `words`; undefined where none comes. */
  async card(words = ''): Promise<string | undefined> {
    for (let rounds = 0; rounds < 40; rounds++) {
      const text = await cardText(this.page)
      if (text?.includes(words)) return text
      await pause(50)
    }
    return cardText(this.page)
  }

  /** Waits until no card is open, and tells whether that came about. */
  async cardGone(): Promise<boolean> {
    for (let rounds = 0; rounds < 40; rounds++) {
      if ((await cardText(this.page)) === undefined) return true
      await pause(50)
    }
    return false
  }

  close(): Promise<void> {
    return this.page.close()
  }
}

export interface Porthole {
  readonly kind: Kind
  readonly browser: Browser
  readonly site: Site
  /** Where the extension's own pages are, with a slash at the end. */
  readonly address: string
  tab(): Promise<Tab>
  /** One of the extension's own pages, in a tab. */
  ownPage(path: string): Promise<Page>
  /** Shows a page as somebody's system would have it: dark, in forced colours, without movement. */
  emulate(page: Page, media: Parameters<typeof emulate>[2]): Promise<void>
  /** Stops the background as the browser does when it idles. */
  stopBackground(): Promise<void>
  /** Switches the extension off or on, as its switch in the browser's list of extensions does. */
  switch(on: boolean): Promise<void>
}

/** Runs the tests in real Chromium and real Firefox, each with the production build. */
export function inBothBrowsers(name: string, tests: (porthole: () => Porthole) => void, extension?: null): void {
  describe.each(KINDS)(`${name} in %s`, (kind) => {
    let launched: Launched | undefined
    let site: Site | undefined
    let porthole: Porthole | undefined
    beforeAll(async () => {
      site = await startSite()
      launched = await launch(needBrowser(kind), {
        headless: true,
        viewport: { width: 1000, height: 700 },
        ...(extension === null && { extension }),
        // So that a page can be on plain http: loopback's own addresses count as secure.
        ...(kind === 'chromium' && { args: ['--host-resolver-rules=MAP *plain.example 127.0.0.1'] }),
        // Short enough to see it stop within a test; the browser's own is 30 seconds.
        prefs: { 'extensions.background.idle.timeout': FIREFOX_IDLE_MS, 'network.dns.native-is-localhost': true },
      })
      porthole = drive(kind, launched, site)
    })
    afterAll(async () => {
      await launched?.close()
      site?.close()
    })
    tests(() => {
      if (!porthole) throw new Error(`${kind} did not start`)
      return porthole
    })
  })
}

const FIREFOX_IDLE_MS = 1500

function drive(kind: Kind, { browser, address }: Launched, site: Site): Porthole {
  return {
    kind,
    browser,
    site,
    address,
    async tab() {
      return new Tab(await browser.newPage(), site)
    },
    async ownPage(path) {
      const page = await browser.newPage()
      await openOwnPage(page, address + path)
      return page
    },
    emulate: (page, media) => emulate(page, kind, media),
    async stopBackground() {
      // Firefox stops it by itself after the idle time set above.
      if (kind === 'firefox') return pause(FIREFOX_IDLE_MS * 2)
      const target = await browser.waitForTarget((candidate) => (candidate.type() as string) === 'service_worker')
      await (await target.worker())?.close()
      await pause(200)
    },
    switch: (on) => (kind === 'firefox' ? switchInFirefox(browser, on) : switchInChromium(browser, address, on)),
  }
}

async function switchInFirefox(browser: Browser, on: boolean): Promise<void> {
  await inFirefox(
    browser,
    `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager
      .getAddonByID('porthole@porthole.dev').then((addon) => addon.${on ? 'enable' : 'disable'}())`,
  )
  await pause(500)
}

/** Through the browser's own list of extensions, which alone may. */
async function switchInChromium(browser: Browser, address: string, on: boolean): Promise<void> {
  const page = await browser.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(`chrome.management.setEnabled('${new URL(address).host}', ${on})`)
  await page.close()
  await pause(500)
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
