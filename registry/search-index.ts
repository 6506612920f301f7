import { likelihood } from './likelihood.ts'
import { type Packed, toAscii } from './packed.ts'
import { parsePortRange } from './port-range.ts'
import { parseProtocols } from './protocols.ts'
import { type Terms, termsOfProduct, termsOfService, termsOfUse } from './search-terms.ts'
import { BONUS } from './search-weights.ts'
import { plainDescription } from './services.ts'
import { joined } from './tokens.ts'
import { letterBits } from './typo.ts'
import type { Protocol, Use } from './types.ts'
import { type Product, parseProduct, parseUse } from './use-line.ts'

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
  readonly scheme: string
  /** How likely it is meant before the query is read, among what its name finds. */
  readonly prior: number
  /** How well known it is on its port. */
  readonly fame: number
  /** A use that is what IANA registered: its service need not be listed too. */
  readonly same: boolean
}

/**
 * All entries, and every word that leads to them. Word number w occurs in `occurs[starts[w]]` to
 * `occurs[starts[w + 1] - 1]`, where it is worth as much as `worths` says at the same places. An occurrence is the number
 * of an entry, or -1 - p for the product p: all its uses then.
 */
export interface SearchIndex {
  readonly entries: readonly Entry[]
  /** The likeliest entry of each port, the likeliest of all first. */
  readonly famous: readonly Entry[]
  /** Sorted, so that a prefix is a stretch of them. */
  readonly words: readonly string[]
  /** Each word's letterBits. */
  readonly bits: Int32Array
  readonly starts: Int32Array
  readonly occurs: Int32Array
  readonly worths: Float32Array
  /** For each product the numbers of its uses among the entries. */
  readonly usesOf: readonly (readonly number[])[]
}

/** Reads the whole packed registry: about a tenth of a second, so it is done at the first search, not at the start. */
export function buildSearchIndex({ sections }: Packed): SearchIndex {
  const index = new IndexBuilder()
  const products = new Map<number, readonly [Product, ProductTerms]>()
  let offset = 0
  for (const line of sections.products.all()) {
    const product = parseProduct(line)
    products.set(offset, [product, index.addProduct(product)])
    offset += toAscii(line).length + 1
  }
  for (const line of [...sections.uses.all(), ...sections.wideUses.all()]) {
    let shared: readonly [Product, ProductTerms] | undefined
    const use = parseUse(line, (reference) => {
      shared = products.get(reference)
      if (!shared) throw new Error(`No product at ${reference}`)
      return shared[0]
    })
    if (shared) index.addUse(use, ...shared)
  }
  let last = ''
  for (const line of [...sections.services.all(), ...sections.wideServices.all()]) {
    // Six thousand lines, of which a search needs four columns: reading all twelve would take twice the time.
    const [ports = '', protocols = '', name = '', description = ''] = line.split('\t', 4)
    if (name !== '' && `${ports} ${name}` !== last)
      index.addService(ports, protocols, name, plainDescription(description))
    last = `${ports} ${name}`
  }
  return index.build()
}

/** What uses need of their product: its names, and where to enter themselves. */
interface ProductTerms {
  readonly names: readonly string[]
  readonly uses: number[]
}

class IndexBuilder {
  private readonly entries: Entry[] = []
  private readonly usesOf: number[][] = []
  private readonly wordNumbers = new Map<string, number>()
  // One place for each time that a word occurs: which word, in which entry, worth what. Three long lists, because an
  // object a word makes the garbage collector work longer than all the rest.
  private readonly wordAt: number[] = []
  private readonly entryAt: number[] = []
  private readonly worthAt: number[] = []

  /** Its words are counted here once, not again with each of its uses. */
  addProduct(product: Product): ProductTerms {
    const { names, ...terms } = termsOfProduct(product)
    this.post(terms, -1 - this.usesOf.length)
    const uses: number[] = []
    this.usesOf.push(uses)
    return { names, uses }
  }

  addUse(use: Use, product: Product, shared: ProductTerms): void {
    const own = termsOfUse(use, product)
    shared.uses.push(this.entries.length)
    this.post(own, this.entries.length)
    this.entries.push({
      kind: 'use',
      from: use.from,
      to: use.to,
      protocols: use.protocols,
      title: use.name,
      detail: use.role ?? '',
      names: own.names.length === 0 ? shared.names : [...shared.names, ...own.names],
      scheme: use.scheme ?? '',
      prior:
        BONUS.likelihood * likelihood(use) + BONUS.firstListed / (1 + Math.max(0, product.ports.indexOf(use.from))),
      fame: likelihood(use),
      same: use.registered === 'same',
    })
  }

  addService(ports: string, protocols: string, title: string, detail: string): void {
    const range = parsePortRange(ports)
    if (!range) return
    this.post(termsOfService(title, detail), this.entries.length)
    this.entries.push({
      kind: 'service',
      from: range.from,
      to: range.to,
      protocols: parseProtocols(protocols),
      title,
      detail,
      names: [joined(title), joined(detail)],
      scheme: '',
      prior: range.from < 1024 ? BONUS.systemService : BONUS.service,
      fame: range.from < 1024 ? BONUS.systemService : BONUS.service,
      same: false,
    })
  }

  build(): SearchIndex {
    const words = [...this.wordNumbers.keys()].sort()
    const place = new Int32Array(words.length)
    words.forEach((word, sorted) => {
      place[this.wordNumbers.get(word) ?? 0] = sorted
    })
    const starts = new Int32Array(words.length + 1)
    const sortedAt = Int32Array.from(this.wordAt, (word) => place[word] ?? 0)
    for (const word of sortedAt) starts[word + 1] = (starts[word + 1] ?? 0) + 1
    for (let word = 0; word < words.length; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
    const next = starts.slice()
    const occurs = new Int32Array(sortedAt.length)
    const worths = new Float32Array(sortedAt.length)
    sortedAt.forEach((word, i) => {
      const at = next[word] ?? 0
      next[word] = at + 1
      occurs[at] = this.entryAt[i] ?? 0
      worths[at] = this.worthAt[i] ?? 0
    })
    const { entries, usesOf } = this
    return {
      entries,
      famous: famousFirst(entries),
      words,
      bits: Int32Array.from(words, letterBits),
      starts,
      occurs,
      worths,
      usesOf,
    }
  }

  private post({ words, worths }: Pick<Terms, 'words' | 'worths'>, target: number): void {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? ''
      let number = this.wordNumbers.get(word)
      if (number === undefined) {
        number = this.wordNumbers.size
        this.wordNumbers.set(word, number)
      }
      this.wordAt.push(number)
      this.entryAt.push(target)
      this.worthAt.push(worths[i] ?? 0)
    }
  }
}

function famousFirst(entries: readonly Entry[]): Entry[] {
  const best = new Map<number, Entry>()
  for (const entry of entries) {
    if (entry.fame > (best.get(entry.from)?.fame ?? 0)) best.set(entry.from, entry)
  }
  return [...best.values()].sort((a, b) => b.fame - a.fame || a.from - b.from)
}
