import { findWords } from './find-words.ts'
import type { LookUp } from './look-up.ts'
import type { Packed } from './packed.ts'
import { type HelpReason, parseQuery, type Query } from './query.ts'
import { rankUses } from './rank.ts'
import { buildSearchIndex, type Entry, type SearchIndex } from './search-index.ts'
import { tokensOf } from './tokens.ts'
import type { PortKnowledge, Protocol, Status } from './types.ts'

/** A line of results: a port, or a range, and why it is there. */
export interface SearchResult {
  readonly from: number
  readonly to: number
  /** The protocol that was asked for or that the use has; absent where it is open. */
  readonly protocol?: Protocol
  /** How the text led here: its own number, a number that begins so or lies in the range, or words. */
  readonly match: 'number' | 'prefix' | 'within' | 'words'
  /** Product, protocol or registered name; empty where nothing is known of the port. */
  readonly title: string
  /** What the port does for it, or the registered description; may be empty. */
  readonly detail: string
  readonly status: Status
}

export type SearchAnswer =
  | { readonly kind: 'results'; readonly query: Query; readonly results: readonly SearchResult[] }
  | { readonly kind: 'help'; readonly reason: HelpReason }

/** As many results as anyone reads. */
const LIMIT = 20

/** Finds ports by number, range, name or words. Its index is built at the first search that needs it. */
export class Search {
  private index: SearchIndex | undefined

  constructor(
    private readonly packed: Packed,
    private readonly knowledge: LookUp,
  ) {}

  for(typed: string, limit = LIMIT): SearchAnswer {
    const query = parseQuery(typed)
    if (query.kind === 'help') return query
    const results = this.results(query, limit)
    return results.length === 0 ? { kind: 'help', reason: 'not-found' } : { kind: 'results', query, results }
  }

  /** Builds the index, if it is not there yet. */
  prepare(): void {
    this.openIndex()
  }

  private results(query: Exclude<Query, { kind: 'help' }>, limit: number): SearchResult[] {
    if (query.kind === 'words') return this.byWords(query.words, limit)
    if (query.kind === 'ports') return query.ports.slice(0, limit).map((port) => this.ofPort(port))
    if (query.kind === 'range') {
      const { from, to, protocol } = query
      const whole = { from, to, ...(protocol && { protocol }), match: 'number', title: '', detail: '' } as const
      const status = this.knowledge.statusOf(from, protocol)
      return [{ ...whole, status }, ...this.known((port) => from <= port && port <= to, 'within', limit - 1)]
    }
    const { port, protocol, words } = query
    if (words !== '') {
      const text = `${words} ${port}`
      if (this.isProductName(text)) return this.byWords(text, limit)
    }
    const begins = (other: number) => other > port && startsWith(other, port)
    return [this.ofPort(port, protocol, words), ...this.known(begins, 'prefix', limit - 1)]
  }

  /** Whether words and a number together are a product's own name: "office 365", "quake 3". */
  private isProductName(text: string): boolean {
    const sorted = (name: string) => tokensOf(name).toSorted().join(' ')
    const wanted = sorted(text)
    return this.openIndex().entries.some(({ kind, title }) => kind === 'use' && sorted(title) === wanted)
  }

  private byWords(words: string, limit: number): SearchResult[] {
    const { entries } = this.openIndex()
    const taken = new Set<string>()
    const results: SearchResult[] = []
    // More than are shown: a use and the service that it is are one line.
    for (const { entry: number } of findWords(this.openIndex(), words, limit * 3)) {
      const entry = entries[number]
      if (!entry || results.length >= limit) continue
      const keys = [`${entry.from} ${entry.title}`, `${entry.from} same`]
      if (entry.kind === 'service' ? keys.some((key) => taken.has(key)) : taken.has(keys[0] ?? '')) continue
      taken.add(keys[0] ?? '')
      if (entry.same) taken.add(keys[1] ?? '')
      results.push(this.ofEntry(entry, 'words'))
    }
    return results
  }

  /** Known ports that pass, the best known first, each once. */
  private known(test: (port: number) => boolean, match: 'prefix' | 'within', limit: number): SearchResult[] {
    const results: SearchResult[] = []
    for (const entry of this.openIndex().famous) {
      if (results.length >= limit) break
      if (test(entry.from)) results.push(this.ofEntry(entry, match))
    }
    return results
  }

  private ofEntry(entry: Entry, match: SearchResult['match']): SearchResult {
    const { from, to, title, detail, protocols } = entry
    const [only] = protocols.length === 1 ? protocols : []
    return { from, to, ...(only && { protocol: only }), match, title, detail, status: this.knowledge.statusOf(from) }
  }

  private ofPort(port: number, protocol?: Protocol, words = ''): SearchResult {
    const known = this.knowledge.of(port, protocol)
    const uses = words === '' ? known.uses : rankUses(known.uses, { label: words })
    const { title, detail } = headline({ ...known, uses })
    return { from: port, to: port, ...(protocol && { protocol }), match: 'number', title, detail, status: known.status }
  }

  private openIndex(): SearchIndex {
    this.index ??= buildSearchIndex(this.packed)
    return this.index
  }
}

/** Whether a number's digits begin with those of a smaller one: 8080 with 80. */
function startsWith(number: number, start: number): boolean {
  if (start === 0) return false
  let rest = number
  while (rest > start) rest = Math.floor(rest / 10)
  return rest === start
}

/** What to call a port in one line: its likeliest use, else its registered service. */
function headline({ uses: [use], services: [service] }: Pick<PortKnowledge, 'uses' | 'services'>) {
  if (use) return { title: use.name, detail: use.role ?? '' }
  return { title: service?.name ?? '', detail: service?.description ?? '' }
}
