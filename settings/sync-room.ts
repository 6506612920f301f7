import type { SiteRule } from './site-rule'
import { listOf } from './unknown-values'

/**
 * Room in `storage.sync`: 8,192 bytes a key, 102,400 in all, in both browsers. A long list of sites goes over several
 * keys: `siteRule` holds its start, `siteRule1`, `siteRule2` … the rest.
 */
const BYTES_A_KEY = 7000
const MOST_KEYS = 12

const KEY = 'siteRule'
const keyOf = (part: number) => (part === 0 ? KEY : `${KEY}${part}`)

/** What to store, under which keys, and which keys are not needed any more. Throws a RangeError where it is too much. */
export function splitSites({ everywhere, sites }: SiteRule): { kept: Record<string, unknown>; unused: string[] } {
  const parts: string[][] = [[]]
  let bytes = 0
  for (const site of sites) {
    // A character that is not ASCII takes up to three bytes; quotes and a comma come to each.
    const more = new TextEncoder().encode(site).length + 3
    if (bytes + more > BYTES_A_KEY) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(site)
    bytes += more
  }
  if (parts.length > MOST_KEYS) throw new RangeError('Too many sites for the storage that browsers sync')
  const kept: Record<string, unknown> = {}
  for (const [part, some] of parts.entries()) kept[keyOf(part)] = part === 0 ? { everywhere, sites: some } : some
  return { kept, unused: Array.from({ length: MOST_KEYS - parts.length }, (_, index) => keyOf(parts.length + index)) }
}

/** Puts the list of sites together again. */
export function joinSites(stored: Record<string, unknown>): Record<string, unknown> {
  const rule = stored[KEY] as Partial<SiteRule> | undefined
  const sites = [...listOf(rule?.sites)]
  for (let part = 1; part < MOST_KEYS; part++) sites.push(...listOf(stored[keyOf(part)]))
  return rule === undefined && sites.length === 0 ? stored : { ...stored, [KEY]: { ...rule, sites } }
}
