import { lockedSettings, readSettings, writeSettings } from './settings'
import { isOn, switched } from './site-rule'

/**
 * The host that the site rule goes by, for an address that Porthole can work on: empty for a file; undefined for the
 * browser's own pages and for the stores, into which browsers let no extension.
 */
export function switchableHost(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return /^(https?|file|ftp):$/.test(protocol) && !isStore(url) ? hostname : undefined
}

/** Whether the address is in a store of extensions, which browsers keep from all of them. */
export const isStore = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && STORES.includes(new URL(url).hostname)

const STORES: readonly string[] = [
  'chromewebstore.google.com',
  'chrome.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
]

/**
 * Switches the site of an address off or on, and tells which it is now; undefined where nothing was switched, because
 * Porthole cannot work there or an organisation has decided. Without `on`, to the other of the two.
 */
export async function switchSite(url: string | undefined, on?: boolean): Promise<boolean | undefined> {
  const host = switchableHost(url)
  return host === undefined ? undefined : switchHost(host, on)
}

/** The same for a host name; an empty one stands for files. */
export async function switchHost(host: string, on?: boolean): Promise<boolean | undefined> {
  if ((await lockedSettings()).has('siteRule')) return undefined
  const { siteRule } = await readSettings()
  const wanted = on ?? !isOn(siteRule, host)
  await writeSettings({ siteRule: switched(siteRule, host, wanted) })
  return wanted
}
