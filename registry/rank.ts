import { likelihood } from './likelihood.ts'
import { tokensOf } from './tokens.ts'
import type { Surroundings, Use } from './types.ts'

/** What speaks for a use, in points. All of them stand here, and none is about a single product. */
const EVIDENCE = {
  name: 10,
  alias: 8,
  word: 3,
  role: 1.2,
  subject: 1,
  scheme: 1,
  /** Each step of what is known without the page (about 1 to 8). */
  likelihood: 0.5,
  /** A product that the page names, but that is not known on this port, counts this share of its evidence. */
  elsewhere: 0.6,
  /** … less this where the port has a use that is both a default and what IANA registered: 5432 is PostgreSQL's. */
  settled: 3,
  /** The same thing said again adds this share of itself, and only once. */
  again: 0.25,
} as const

/** How much a place counts. Within the block's text nearness counts on top. */
const PLACE = { before: 1, after: 0.9, label: 1.1, headings: 0.75, title: 0.7 } as const

/** At this distance from the mention, in words, evidence counts half. */
const HALF_AT = 25

/** Evidence in the same block never counts less than this share: a tutorial names its product at the top. */
const LEAST_NEARNESS = 0.35

/**
 * The uses in the order in which the words around the mention speak for them. `elsewhere` are uses of other ports by
 * products that the text names; those for which nothing else speaks are left out.
 */
export function rankUses(here: readonly Use[], around: Surroundings, elsewhere: readonly Use[] = []): Use[] {
  const uses = [...here, ...elsewhere]
  if (uses.length < 2) return uses
  const text = new Words(around)
  if (text.isEmpty) return [...here]
  const terms = uses.map(termsOf)
  const shared = commonness(here)
  const settled = here.some((use) => use.isDefault && use.registered === 'same') ? EVIDENCE.settled : 0
  const score = (use: Use, own: ReadonlyMap<string, number>) => {
    if (use.elsewhere) {
      let sum = 0
      for (const [term, points] of own) if (points >= EVIDENCE.alias) sum = Math.max(sum, points * text.presence(term))
      return EVIDENCE.elsewhere * sum - settled
    }
    let sum = EVIDENCE.likelihood * likelihood(use)
    for (const [term, points] of own) sum += (points * text.presence(term)) / (shared.get(term) ?? 1)
    return sum
  }
  return uses
    .map((use, i) => ({ use, score: score(use, terms[i] ?? new Map()) }))
    .sort((a, b) => b.score - a.score)
    .map(({ use }) => use)
}

/** Uses are asked about again and again: a page may name 8080 a hundred times. */
const termsRead = new WeakMap<Use, ReadonlyMap<string, number>>()

/** What would speak for a use if it stood in the text: words or phrases, and the points of each. */
function termsOf(use: Use): ReadonlyMap<string, number> {
  const known = termsRead.get(use)
  if (known) return known
  const terms = new Map<string, number>()
  termsRead.set(use, terms)
  const offer = (term: string, points: number) => {
    const phrase = tokensOf(term).join(' ')
    if (phrase !== '' && points > (terms.get(phrase) ?? 0)) terms.set(phrase, points)
  }
  offer(use.name, EVIDENCE.name)
  for (const alias of use.aliases) offer(alias, EVIDENCE.alias)
  for (const word of use.words) offer(word, EVIDENCE.word)
  for (const word of tokensOf(use.role ?? '')) if (word.length > 2) offer(word, EVIDENCE.role)
  offer(use.subject, EVIDENCE.subject)
  if (use.scheme !== undefined) offer(use.scheme, EVIDENCE.scheme)
  return terms
}

/** Counted once for each port: the same list comes again with its next mention. */
const commonnessRead = new WeakMap<readonly Use[], ReadonlyMap<string, number>>()

/** How many of the uses have a term: one that all have tells none of them apart. */
function commonness(uses: readonly Use[]): ReadonlyMap<string, number> {
  const known = commonnessRead.get(uses)
  if (known) return known
  const counts = new Map<string, number>()
  for (const use of uses) for (const term of termsOf(use).keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  commonnessRead.set(uses, counts)
  return counts
}

/** The words around the mention, in their order, each with the strength of its place. */
class Words {
  private readonly words: string[] = []
  private readonly strengths: number[] = []
  private readonly places = new Map<string, number[]>()

  constructor({ title, headings, label, before, after }: Surroundings) {
    this.add(title, () => PLACE.title)
    this.add(headings, () => PLACE.headings)
    this.add(label, () => PLACE.label)
    this.add(before, (i, count) => PLACE.before * nearness(count - 1 - i))
    this.add(after, (i) => PLACE.after * nearness(i))
  }

  get isEmpty(): boolean {
    return this.places.size === 0
  }

  /** How strongly a term (one word or several) stands in the text: 0 where it does not. */
  presence(term: string): number {
    // Nearly all terms stand nowhere: their first word tells, before anything else is done.
    const blank = term.indexOf(' ')
    const places = this.places.get(blank < 0 ? term : term.slice(0, blank))
    if (!places) return 0
    const rest = blank < 0 ? [] : term.slice(blank + 1).split(' ')
    let best = 0
    let times = 0
    for (const place of places) {
      if (!rest.every((word, i) => this.words[place + 1 + i] === word)) continue
      best = Math.max(best, this.strengths[place] ?? 0)
      times++
    }
    return times > 1 ? best * (1 + EVIDENCE.again) : best
  }

  private add(text: string | undefined, strength: (place: number, count: number) => number): void {
    const words = tokensOf((text ?? '').replace(WEB_SCHEME, ' '))
    words.forEach((word, i) => {
      const places = this.places.get(word)
      if (places) places.push(this.words.length)
      else this.places.set(word, [this.words.length])
      this.words.push(word)
      this.strengths.push(strength(i, words.length))
    })
    // A phrase does not run from one place into the next.
    this.words.push('')
    this.strengths.push(0)
  }
}

/** Any product with a page has an address like this: it speaks for none, least of all for HTTP itself. */
const WEB_SCHEME = /\bhttps?:\/\//gi

const nearness = (distance: number) => Math.max(LEAST_NEARNESS, 1 / (1 + distance / HALF_AT))
