import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from './problem.mjs'

/**
 * Opens one of the extension's pages; in Firefox the navigation is never reported as finished.
 * @param {import('puppeteer-core').Page} tab
 * @param {string} url
 * @throws {Problem} when it has not opened after some seconds
 */
export async function openOwnPage(tab, url) {
  tab.goto(url).catch(() => {})
  for (let rounds = 0; rounds < 100; rounds++) {
    await pause(50)
    try {
      if (await tab.evaluate((address) => location.href.startsWith(address) && document.readyState === 'complete', url))
        return
    } catch {
      // The old page went away while it was asked.
    }
  }
  throw new Problem(`${url} did not open.`)
}
