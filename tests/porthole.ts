import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { openOwnPage } from '../scripts/own-page.mjs'
import { emulate, inFirefox } from '../scripts/emulate.mjs'
import { type Launched, launch } from '../scripts/launch.mjs'
import { needBrowser } from '../scripts/set-up.mjs'
import { type Site, startSite } from './site'
import { Tab } from './tab'

export const KINDS = ['chromium', 'firefox'] as const
export type Kind = (typeof KINDS)[number]

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
