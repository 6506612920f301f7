/**
 * Runs an expression in Firefox itself, where its preferences and its language are set.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} expression
 */
export async function inFirefox(browser, expression) {
  const { connection } = /** @type {any} */ (browser)
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const target = { context: tree.result.contexts[0].context }
  const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: false })
  if (result.type !== 'success') throw new Error(`Firefox: ${result.exceptionDetails?.text}`)
}

/**
 * Has Firefox speak a language that it has no language pack of: extensions follow. Before one is installed.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} tag
 */
export async function speakInFirefox(browser, tag) {
  const tags = JSON.stringify([...new Set([tag, 'en-US'])])
  await inFirefox(browser, `Services.locale.availableLocales = ${tags}; Services.locale.requestedLocales = ${tags}`)
}

const PREFS = {
  scheme: ['layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }],
  forced: ['browser.display.document_color_use', { true: 2, false: 0 }],
  still: ['ui.prefersReducedMotion', { true: 1, false: 0 }],
}

/**
 * How a page is to be shown: to whom colours are dark, forced upon all pages, or movement too much.
 * @typedef {{ scheme?: 'light' | 'dark', forced?: boolean, still?: boolean }} Media
 */

/**
 * Shows a page as somebody's system would have it. In Firefox it holds for all pages.
 * @param {import('puppeteer-core').Page} page
 * @param {'chromium' | 'firefox'} kind
 * @param {Media} media
 */
export async function emulate(page, kind, { scheme = 'light', forced = false, still = false }) {
  if (kind === 'firefox') {
    for (const [name, value] of Object.entries({ scheme, forced, still })) {
      const [pref, values] = PREFS[name]
      await inFirefox(page.browser(), `Services.prefs.setIntPref('${pref}', ${values[String(value)]})`)
    }
    return
  }
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: still ? 'reduce' : 'no-preference' },
    ],
  })
}
