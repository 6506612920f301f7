import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOwnPage } from '../scripts/own-page.mjs'
import { type Launched, launch } from '../scripts/launch.mjs'
import { needBrowser } from '../scripts/set-up.mjs'
import { dispatch } from './browser-surfaces'
import { type LoggingProxy, startProxy } from './logging-proxy'
import { KINDS, pause, type Porthole } from './porthole'
import { Tab } from './tab'
import { type Site, startSite } from './site'

/** What the browsers ask of their makers' servers for themselves and cannot be told not to. */
const OWN_HOSTS = ['accounts.google.com:443', 'firefox.settings.services.mozilla.com:443']

/** What else Firefox asks there, switched off. */
const FIREFOX_QUIET = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.region.network.url': '',
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.newtabpage.activity-stream.feeds.system.topsites': false,
}

describe.each(KINDS)('with every request of %s written down', (kind) => {
  let proxy: LoggingProxy
  let site: Site
  let launched: Launched
  const folder = mkdtempSync(join(tmpdir(), 'porthole-network-'))

  beforeAll(async () => {
    proxy = await startProxy()
    site = await startSite()
    launched = await launch(needBrowser(kind), {
      headless: true,
      viewport: { width: 1000, height: 700 },
      args: kind === 'chromium' ? [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'] : [],
      prefs: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
        ...FIREFOX_QUIET,
      },
    })
  })
  afterAll(async () => {
    await launched.close()
    site.close()
    proxy.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const ownPage = async (path: string): Promise<Page> => {
    const page = await launched.browser.newPage()
    await openOwnPage(page, launched.address + path)
    return page
  }
  const shows = (page: Page, words: string) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 15_000 }, words)

  test('the page’s own are seen, so that those of others would be', async () => {
    const page = await launched.browser.newPage()
    const url = site.add({ html: '<p>nothing</p><script>fetch("https://elsewhere.example/").catch(() => 0)</script>' })
    await page.goto(url)
    await pause(500)
    expect(proxy.asked).toContain(url)
    expect(proxy.asked).toContain('elsewhere.example:443')
    await page.close()
    proxy.asked.length = 0
  })

  test('nothing is asked for by marks, cards, popup, port pages, options, address bar and first run', async () => {
    const tab = new Tab(await launched.browser.newPage(), site)
    await tab.open({ html: '<p>connect to db.example:5432 or localhost:3000</p>' })
    expect(await tab.marks()).toHaveLength(2)
    await tab.hover('db.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    await tab.hover('localhost:3000')
    expect(await tab.card('3000')).toContain('3000')

    const popup = await ownPage('popup.html')
    for (const typed of ['postgres', '53/udp']) {
      await popup.keyboard.type(typed)
      await pause(500)
      await popup.evaluate(() => document.querySelector('input')?.select())
    }
    for (const path of ['port.html#22', 'port.html#6000', 'port.html#6000-6063', 'port.html#99999']) {
      const page = await ownPage(path)
      await pause(700)
      await page.close()
    }

    const options = await ownPage('options.html')
    await options.waitForSelector('#labels .tools')
    const file = join(folder, 'a.csv')
    writeFileSync(file, 'port,name,link\n8080,Web,https://remote.example/help\n')
    await ((await options.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file)
    await shows(options, 'Will be added: 1')
    const press = (text: string) =>
      options.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('#transfer button')]
        buttons.find(({ textContent }) => textContent?.trim().startsWith(wanted))?.click()
      }, text)
    await press('Import')
    await shows(options, 'Added: 1')
    await press('Export')

    const surfaces = { kind, browser: launched.browser, ownPage } as Porthole
    await dispatch(surfaces, 'addressBar', '8080', 'newForegroundTab')
    await dispatch(surfaces, 'menu', {
      menuItemId: 'look-up-link',
      linkUrl: 'https://linked.example:9200/',
    })
    const welcome = await ownPage('welcome.html')
    await pause(1500)
    for (const page of [welcome, options, popup, tab.page]) await page.close()

    const asked = proxy.asked.filter((address) => !OWN_HOSTS.includes(address))
    const [origin] = /^http:\/\/[^/]+/.exec(site.add({ html: '' })) ?? []
    const paths = asked.map((address) => address.replace(origin ?? '', ''))
    expect(paths.filter((path) => !/^\/\d*$|^\/favicon\.ico$/.test(path))).toEqual([])
  })
})
