import type { Page } from 'puppeteer-core'
import { pause, type Porthole } from './porthole'

/** No driver can open a browser's own menu, address bar or shortcuts: these are the events that they send us. */
const EVENTS = {
  menu: { chrome: 'contextMenus.onClicked', firefox: 'webext-menu-menuitem-click' },
  addressBar: { chrome: 'omnibox.onInputEntered', firefox: 'webext-omnibox-input-entered' },
} as const

const EXTENSION = `WebExtensionPolicy.getByID('porthole@porthole.dev').extension`

/** Sends the background an event as the browser does. */
export async function dispatch(porthole: Porthole, event: keyof typeof EVENTS, ...values: unknown[]): Promise<void> {
  const said = JSON.stringify(values).slice(1, -1)
  if (porthole.kind === 'firefox') {
    // Where Firefox's own menu hands over to the extension.
    await inFirefoxItself(porthole, `${EXTENSION}.emit('${EVENTS[event].firefox}', ${said})`)
  } else await inServiceWorker(porthole, `chrome.${EVENTS[event].chrome}.dispatch(${said})`)
}

/** Does what the keys of a command do while a page is in front. */
export async function command(porthole: Porthole, page: Page, name: string): Promise<void> {
  if (porthole.kind === 'firefox') {
    await page.bringToFront()
    await inFirefoxItself(porthole, `${EXTENSION}.shortcuts.onCommand('${name}')`)
  } else await inServiceWorker(porthole, `chrome.commands.onCommand.dispatch('${name}')`, page)
}

async function inServiceWorker(porthole: Porthole, expression: string, front?: Page): Promise<void> {
  const waking = await porthole.ownPage('popup.html')
  const target = await porthole.browser.waitForTarget((one) => (one.type() as string) === 'service_worker')
  await waking.close()
  await front?.bringToFront()
  await (await target.worker())?.evaluate(expression)
}

/** Runs an expression in Firefox's own process and window, and gives back the text that it comes to. */
export async function inFirefoxItself(porthole: Porthole, expression: string): Promise<string | undefined> {
  interface Bidi {
    connection: { send(method: string, values: object): Promise<{ result: Answer }> }
  }
  interface Answer {
    readonly contexts: readonly { readonly context: string }[]
    readonly exceptionDetails?: { readonly text: string }
    readonly result?: { readonly value?: string }
  }
  const { connection } = porthole.browser as unknown as Bidi
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const { result } = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context: tree.result.contexts[0]?.context },
  })
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text)
  return result.result?.value
}

/** The page of ours that is opened meanwhile, and its address. */
export async function opened(porthole: Porthole, work: () => Promise<unknown>): Promise<{ page: Page; at: string }> {
  const before = new Set(await porthole.browser.pages())
  await work()
  for (let rounds = 0; rounds < 60; rounds++) {
    await pause(100)
    for (const page of await porthole.browser.pages()) {
      if (before.has(page)) continue
      // Asked of the page itself: Firefox's driver is not told where pages of extensions are.
      const url = await page.evaluate(() => location.href).catch(() => '')
      if (/(?:port|options)\.html|popup\.html\?/.test(url)) return { page, at: url.replace(porthole.address, '') }
    }
  }
  throw new Error('No page was opened')
}
