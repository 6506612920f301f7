import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole } from './porthole'

/** Sends the background an event as the browser does: no driver can open a browser's own menu or address bar. */
const EVENTS = {
  menu: { chrome: 'contextMenus.onClicked', firefox: 'webext-menu-menuitem-click' },
  addressBar: { chrome: 'omnibox.onInputEntered', firefox: 'webext-omnibox-input-entered' },
} as const

async function dispatch(porthole: Porthole, event: keyof typeof EVENTS, ...values: unknown[]): Promise<void> {
  const { browser } = porthole
  const said = JSON.stringify(values).slice(1, -1)
  if (porthole.kind === 'firefox') {
    // Where Firefox's own menu hands over to the extension, in the browser's own process.
    interface Bidi {
      connection: { send(method: string, values: object): Promise<{ result: { contexts: { context: string }[] } }> }
    }
    const { connection } = browser as unknown as Bidi
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const expression = `WebExtensionPolicy.getByID('porthole@porthole.dev').extension.emit('${EVENTS[event].firefox}', ${said})`
    await connection.send('script.evaluate', {
      expression,
      awaitPromise: true,
      target: { context: tree.result.contexts[0]?.context },
    })
    return
  }
  const page = await porthole.ownPage('popup.html')
  const target = await browser.waitForTarget((one) => (one.type() as string) === 'service_worker')
  await page.close()
  await (await target.worker())?.evaluate(`chrome.${EVENTS[event].chrome}.dispatch(${said})`)
}

/** The page of ours that is opened meanwhile, and its address. */
async function opened(porthole: Porthole, work: () => Promise<unknown>): Promise<{ page: Page; at: string }> {
  const before = new Set(await porthole.browser.pages())
  await work()
  for (let rounds = 0; rounds < 60; rounds++) {
    await pause(100)
    for (const page of await porthole.browser.pages()) {
      if (before.has(page)) continue
      // Asked of the page itself: Firefox's driver is not told where pages of extensions are.
      const url = await page.evaluate(() => location.href).catch(() => '')
      if (/port\.html|popup\.html\?/.test(url)) return { page, at: url.replace(porthole.address, '') }
    }
  }
  throw new Error('No page was opened')
}

inBothBrowsers('menus and address bar, from the event that the browser sends,', (porthole) => {
  test.each([
    [{ menuItemId: 'look-up-selection', selectionText: ' 5432/tcp ' }, 'port.html#5432/tcp'],
    [{ menuItemId: 'look-up-selection', selectionText: 'it listens on port 6379.' }, 'port.html#6379'],
    [
      { menuItemId: 'look-up-selection', selectionText: 'open 22/tcp, and localhost:8080 too' },
      'popup.html?search=22%2C+8080',
    ],
    [{ menuItemId: 'look-up-selection', selectionText: 'postgres' }, 'popup.html?search=postgres'],
    [{ menuItemId: 'look-up-link', linkUrl: 'http://a.example:9200/x' }, 'port.html#9200'],
    [{ menuItemId: 'look-up-link', linkUrl: 'https://a.example/x' }, 'popup.html?noPort=https&search=443'],
    [{ menuItemId: 'look-up-link', linkUrl: 'mailto:a@b.example' }, 'popup.html?noPort=mailto'],
  ])('the menu with %j opens %s', async (info, address) => {
    const { page, at } = await opened(porthole(), () => dispatch(porthole(), 'menu', info))
    expect(at).toBe(address)
    await page.close()
  })

  test('a link without a port is told kindly, with the port that its scheme means', async () => {
    const page = await porthole().ownPage('popup.html?noPort=https&search=443')
    await pause(600)
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).toContain('That link names no port. Its scheme, https, means this one:')
    expect(text).toContain('443')
    await page.close()
  })

  test.each([
    ['5432', 'port.html#5432'],
    ['53/udp', 'port.html#53/udp'],
    ['postgres', 'port.html#5432'],
    ['zzzzqqqq', 'popup.html?search=zzzzqqqq'],
  ])('the address bar with %j opens %s', async (typed, address) => {
    const { page, at } = await opened(porthole(), () => dispatch(porthole(), 'addressBar', typed, 'newForegroundTab'))
    expect(at.replace(/\/tcp$/, '')).toBe(address)
    await page.close()
  })

  test('the first-run page lets one try a hover', async () => {
    const page = await porthole().ownPage('welcome.html')
    await pause(1000)
    const marked = await page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('porthole')).length)
    expect(marked).toBeGreaterThan(0)
    await page.close()
  })
})
