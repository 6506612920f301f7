import { likelihood } from './likelihood.ts'
import type { Packed } from './packed.ts'
import { BONUS, FIELD } from './search-weights.ts'
import { plainDescription } from './services.ts'
import { parseRow } from './snapshot.ts'
import { camelParts, joined, tokensOf } from './tokens.ts'
import type { Protocol } from './types.ts'
import { letterBits } from './typo.ts'
import { parseUse } from './use-line.ts'

/** Something that can be found: a use, or a registered service. */
export interface Entry {
  readonly kind: 'use' | 'service'
  readonly from: number
  readonly to: number
  readonly protocols: readonly Protocol[]
  readonly title: string
  readonly detail: string
  /** Letters and digits of the name and of each alias. */
  readonly names: readonly string[]
  /** How likely it is meant before the query is read. */
  readonly prior: number
  /** A use that is what IANA registered: its service need not be listed too. */
  readonly same: boolean
}

/** Where a word occurs: entries by number, and what it is worth in each. */
export interface Postings {
  readonly entries: number[]
  readonly worths: number[]
}

/** All entries, and every word that leads to them; the words sorted, so that a prefix is a stretch of them. */
export interface SearchIndex {
  readonly entries: readonly Entry[]
  readonly words: readonly string[]
  readonly bits: Int32Array
  readonly postings: ReadonlyMap<string, Postings>
}

/** Reads the whole packed registry: some tens of milliseconds, so it is done at the first search, not at the start. */
export function buildSearchIndex(packed: Packed): SearchIndex {
  const entries: Entry[] = []
  const postings = new Map<string, Postings>()
  const add = (word: string, worth: number) => {
    const entry = entries.length
    const known = postings.get(word)
    if (!known) postings.set(word, { entries: [entry], worths: [worth] })
    else if (known.entries.at(-1) !== entry) {
      known.entries.push(entry)
      known.worths.push(worth)
    } else if ((known.worths.at(-1) ?? 0) < worth) known.worths[known.worths.length - 1] = worth
  }
  /** A word of a longer phrase says less of it. */
  const addText = (text: string, worth: number) => {
    const words = tokensOf(text)
    for (const word of words) add(word, worth / Math.sqrt(words.length))
  }

  const { sections } = packed
  for (const line of [...sections.uses.all(), ...sections.wideUses.all()]) {
    const use = parseUse(line)
    const named = [use.name, ...use.aliases]
    for (const name of named) {
      const worth = name === use.name ? FIELD.name : FIELD.alias
      addText(name, worth)
      add(joined(name), worth)
      for (const part of camelParts(name)) add(part, FIELD.camelPart)
    }
    if (use.role !== undefined) addText(use.role, FIELD.role)
    if (use.scheme !== undefined) add(use.scheme, FIELD.scheme)
    add(use.subject, FIELD.subject)
    for (const word of use.words) addText(word, FIELD.words)
    entries.push({
      ...{ kind: 'use', from: use.from, to: use.to, protocols: use.protocols, title: use.name, detail: use.role ?? '' },
      ...{ names: named.map(joined), prior: BONUS.likelihood * likelihood(use), same: use.registered === 'same' },
    })
  }
  const rows = [...sections.services.all(), ...sections.wideServices.all()].map(parseRow)
  const seen = new Set<string>()
  for (const row of rows) {
    if (row.name === '' || seen.has(`${row.from} ${row.name}`)) continue
    seen.add(`${row.from} ${row.name}`)
    const detail = plainDescription(row.description)
    addText(row.name, FIELD.serviceName)
    add(joined(row.name), FIELD.serviceName)
    addText(detail, FIELD.serviceDescription)
    entries.push({
      ...{
        kind: 'service',
        from: row.from,
        to: row.to,
        protocols: row.protocols,
        title: row.name,
        detail,
        same: false,
      },
      ...{ names: [joined(row.name)], prior: row.from < 1024 ? BONUS.systemService : BONUS.service },
    })
  }
  const words = [...postings.keys()].sort()
  return { entries, words, bits: Int32Array.from(words, letterBits), postings }
}
