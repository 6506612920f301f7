import { browser } from 'wxt/browser'
import { readManaged } from './managed'
import type { SiteRule } from './site-rule'
import { joinSites, splitSites } from './sync-room'
import { listOf } from './unknown-values'

/** What to mark: everything that is a port, that but bare words ("port" without a number's form), or addresses only. */
export const MARKS = ['all', 'no-bare', 'addresses'] as const
/** How marks look. */
export const MARK_STYLES = ['dotted', 'solid', 'dashed', 'wavy'] as const
/** What opens a card: resting on a mention, resting on it while Alt is held, or only keys and the menu. */
export const CARD_TRIGGERS = ['hover', 'alt', 'keyboard'] as const

/** All settings, as they lie in `storage.sync` under their own names; what is missing or spoilt has its default. */
export interface Settings {
  readonly siteRule: SiteRule
  /** Whether the toolbar's badge counts the ports of the page. */
  readonly badge: boolean
  readonly marks: (typeof MARKS)[number]
  readonly markStyle: (typeof MARK_STYLES)[number]
  readonly card: (typeof CARD_TRIGGERS)[number]
}

export const DEFAULTS: Settings = {
  siteRule: { everywhere: true, sites: [] },
  badge: true,
  marks: 'all',
  markStyle: 'dotted',
  card: 'hover',
}

/** Reads all settings; an organisation's come before one's own. Never fails: what cannot be read has its default. */
export async function readSettings(): Promise<Settings> {
  const [stored, managed] = await Promise.all([readSynced(), readManaged()])
  return soundSettings({ ...stored, ...managed })
}

/** The settings that an organisation has set, and that one cannot change oneself. */
export async function lockedSettings(): Promise<ReadonlySet<keyof Settings>> {
  const managed = await readManaged()
  return new Set((Object.keys(DEFAULTS) as (keyof Settings)[]).filter((name) => name in managed))
}

/** Keeps settings; rejects where the browser refuses, with a RangeError where the list of sites is too long for it. */
export async function writeSettings(changed: Partial<Settings>): Promise<void> {
  const { siteRule, ...others } = changed
  if (!siteRule) return browser.storage.sync.set(others)
  const { kept, unused } = splitSites(siteRule)
  // One call, one change: what is not needed any more is emptied first, so that no state in between is wrong.
  await browser.storage.sync.set({ ...others, ...kept })
  if (unused.length > 0) await browser.storage.sync.remove(unused)
}

/** Calls back with all settings after any of them changed, until the signal aborts. */
export function watchSettings(signal: AbortSignal, callBack: (settings: Settings) => void): void {
  const changed = (_changes: unknown, area: string) => {
    if (area === 'sync' || area === 'managed')
      void readSettings().then((settings) => signal.aborted || callBack(settings))
  }
  browser.storage.onChanged.addListener(changed)
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed))
}

async function readSynced(): Promise<Record<string, unknown>> {
  try {
    return joinSites(await browser.storage.sync.get(null))
  } catch {
    return {}
  }
}

/** Takes over what has the right form. By hand and not by a schema library: this runs in every page. */
export function soundSettings(stored: Record<string, unknown>): Settings {
  const rule = stored['siteRule'] as Partial<SiteRule> | undefined
  const sites = listOf(rule?.sites).filter((site) => typeof site === 'string')
  return {
    siteRule: { everywhere: rule?.everywhere !== false, sites },
    badge: stored['badge'] !== false,
    marks: oneOf(MARKS, stored['marks']),
    markStyle: oneOf(MARK_STYLES, stored['markStyle']),
    card: oneOf(CARD_TRIGGERS, stored['card']),
  }
}

/** The value where it is one of those; the first of them otherwise. */
const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], value: unknown): Value =>
  values.find((candidate) => candidate === value) ?? values[0]
