import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { speakInFirefox } from './emulate.mjs'
import { ROOT } from './set-up.mjs'

export const ADDON_ID = 'porthole@porthole.dev'
/** Firefox gives every add-on a random address; a fixed one lets us open its pages. */
const FIREFOX_UUID = '5d6f1c1e-8d2b-4c0e-9b57-0a3b6f2c9e11'

/** Chromium keeps asking its makers' servers for things; nobody needs that here. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
]

/**
 * A browser with the built extension in it. `address` is where the extension's own pages are, with a slash at the end.
 * @typedef {{ browser: import('puppeteer-core').Browser, address: string, close(): Promise<void> }} Launched
 */

/**
 * Starts a browser with a fresh profile and loads the built extension, the way that also branded Chrome admits: through
 * the DevTools protocol.
 * @param {import('./browsers.mjs').Browser} found
 * @param {{ headless: boolean, extension?: string | null, args?: string[], prefs?: Record<string, unknown>, viewport?: import('puppeteer-core').Viewport | null, locale?: string }} options
 *   `locale`: the language that the browser speaks, as a BCP 47 tag; `extension`: its folder; null for none; the production build where it is left out.
 * @returns {Promise<Launched>}
 */
export async function launch(
  found,
  { headless, extension = builtFor(found.kind), args = [], prefs = {}, viewport = null, locale },
) {
  const profile = mkdtempSync(join(tmpdir(), 'porthole-'))
  const browser = await (found.kind === 'firefox' ? launchFirefox : launchChromium)(found, {
    headless,
    extension,
    args,
    prefs,
    viewport,
    profile,
    locale,
  })
  let address = ''
  try {
    if (locale && found.kind === 'firefox') await speakInFirefox(browser, locale)
    if (extension) {
      const id = await browser.installExtension(extension)
      address = found.kind === 'firefox' ? `moz-extension://${FIREFOX_UUID}/` : `chrome-extension://${id}/`
    }
  } catch (error) {
    await browser.close()
    throw error
  }
  return {
    browser,
    address,
    async close() {
      await browser.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** @param {'chromium' | 'firefox'} kind */
export const builtFor = (kind) => join(ROOT, '.output', kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3')

function launchChromium({ path }, { headless, args, viewport, profile, locale }) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: path,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: viewport,
    args: [...root, ...QUIET, ...(locale ? [`--lang=${locale}`, `--accept-lang=${locale}`] : []), ...args],
    // What Chromium goes by on Linux; elsewhere by --lang.
    ...(locale && { env: { ...process.env, LANGUAGE: locale.replace('-', '_') } }),
    ignoreDefaultArgs: ['--disable-extensions'],
  })
}

function launchFirefox({ path }, { headless, args, prefs, viewport, profile }) {
  return puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: path,
    headless,
    userDataDir: profile,
    defaultViewport: viewport,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: FIREFOX_UUID }),
      'extensions.webextensions.fileSchemeAccess.requireOptIn': false,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'browser.aboutwelcome.enabled': false,
      ...prefs,
    },
  })
}
