import { browser } from 'wxt/browser'

/** Where one is when one installs: nothing is being read there. */
const INSTALLED_FROM =
  /^(?:https:\/\/(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)\/|chrome:|edge:|about:addons)/

/** A page to try things on, once. It comes to the front in a store; beside a page that is being read it waits. */
export function welcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void open()
  })
}

async function open(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const active = INSTALLED_FROM.test(tab?.url ?? '')
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/'), active })
}
