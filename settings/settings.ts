import { browser } from 'wxt/browser'
import type { SiteRule } from './site-rule'

/** All settings, as they lie in `storage.sync` under their own names; what is missing or spoilt has its default. */
export interface Settings {
  readonly siteRule: SiteRule
  /** Whether the toolbar's badge counts the ports of the page. */
  readonly badge: boolean
}

export const DEFAULTS: Settings = { siteRule: { everywhere: true, sites: [] }, badge: true }

/** Reads all settings. Never fails: a setting that cannot be read is as if it had never been changed. */
export async function readSettings(): Promise<Settings> {
  try {
    return sound(await browser.storage.sync.get(Object.keys(DEFAULTS)))
  } catch {
    return DEFAULTS
  }
}

export async function writeSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.sync.set(changed)
}

/** Calls back with all settings after any of them changed, until the signal aborts. */
export function watchSettings(signal: AbortSignal, callBack: (settings: Settings) => void): void {
  const changed = (_changes: unknown, area: string) => {
    if (area === 'sync') void readSettings().then((settings) => signal.aborted || callBack(settings))
  }
  browser.storage.onChanged.addListener(changed)
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed))
}

/** Takes over what has the right form. By hand and not by a schema library: this runs in every page. */
function sound(stored: Record<string, unknown>): Settings {
  const rule = stored['siteRule'] as Partial<SiteRule> | undefined
  const sites = Array.isArray(rule?.sites) ? rule.sites.filter((site) => typeof site === 'string') : []
  return {
    siteRule: { everywhere: rule?.everywhere !== false, sites },
    badge: stored['badge'] !== false,
  }
}
