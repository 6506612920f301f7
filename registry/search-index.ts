import { likelihood } from './likelihood.ts'
import type { Packed } from './packed.ts'
import { parsePortRange } from './port-range.ts'
import { parseProtocols } from './protocols.ts'
import { BONUS, FIELD } from './search-weights.ts'
import { plainDescription } from './services.ts'
import { camelParts, joined, tokensOf } from './tokens.ts'
import type { Protocol, Use } from './types.ts'
import { letterBits } from './typo.ts'

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
  /** The likeliest entry of each port, the likeliest of all first. */
  readonly famous: readonly Entry[]
  readonly words: readonly string[]
  readonly bits: Int32Array
  readonly postings: ReadonlyMap<string, Postings>
}

/** Reads the whole packed registry: some tens of milliseconds, so it is done at the first search, not at the start. */
export function buildSearchIndex({ sections }: Packed, readUse: (line: string) => Use): SearchIndex {
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

  for (const line of [...sections.uses.all(), ...sections.wideUses.all()]) {
    const use = readUse(line)
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
      kind: 'use',
      from: use.from,
      to: use.to,
      protocols: use.protocols,
      title: use.name,
      detail: use.role ?? '',
      names: named.map(joined),
      prior: BONUS.likelihood * likelihood(use),
      same: use.registered === 'same',
    })
  }
  let last = ''
  for (const line of [...sections.services.all(), ...sections.wideServices.all()]) {
    // Six thousand lines, of which a search needs four columns: reading all twelve would take twice the time.
    const [ports = '', protocols = '', title = '', description = ''] = line.split('\t', 4)
    const key = `${ports} ${title}`
    const range = title === '' || key === last ? undefined : parsePortRange(ports)
    if (!range) continue
    last = key
    const detail = plainDescription(description)
    const name = joined(title)
    addText(title, FIELD.serviceName)
    add(name, FIELD.serviceName)
    addText(detail, FIELD.serviceDescription)
    entries.push({
      kind: 'service',
      from: range.from,
      to: range.to,
      protocols: parseProtocols(protocols),
      title,
      detail,
      names: [name],
      prior: range.from < 1024 ? BONUS.systemService : BONUS.service,
      same: false,
    })
  }
  const words = [...postings.keys()].sort()
  return { entries, famous: famousFirst(entries), words, bits: Int32Array.from(words, letterBits), postings }
}

function famousFirst(entries: readonly Entry[]): Entry[] {
  const best = new Map<number, Entry>()
  for (const entry of entries) {
    if (entry.prior > (best.get(entry.from)?.prior ?? 0)) best.set(entry.from, entry)
  }
  return [...best.values()].sort((a, b) => b.prior - a.prior || a.from - b.from)
}
