import { inFirefox } from './emulate.mjs'
import { ADDON_ID } from './launch.mjs'

/**
 * Takes the access to sites away from the extension, or gives it back, as its owner does: in the browser's list of
 * extensions, where no extension can reach.
 * @param {import('puppeteer-core').Page} page one of the extension's own pages
 * @param {boolean} allowed
 */
export async function allowSites(page, allowed) {
  const address = await page.evaluate(() => location.href)
  if (address.startsWith('moz-extension:')) {
    const change = allowed ? 'add' : 'remove'
    await inFirefox(
      page.browser(),
      `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
        .${change}('${ADDON_ID}', { permissions: [], origins: ['<all_urls>'] }, WebExtensionPolicy.getByID('${ADDON_ID}').extension)`,
    )
  } else {
    const list = await page.browser().newPage()
    await list.goto('chrome://extensions')
    const access = allowed ? 'ON_ALL_SITES' : 'ON_CLICK'
    await list.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${new URL(address).host}', hostAccess: '${access}' })`,
    )
    await list.close()
  }
  await page.bringToFront()
  await page.waitForFunction(
    (wanted) => {
      const { permissions } = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome
      return permissions.contains({ origins: ['<all_urls>'] }).then((/** @type {boolean} */ has) => has === wanted)
    },
    {},
    allowed,
  )
}
