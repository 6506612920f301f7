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
  /** The same thing said again adds this share of itself, and only once. */
  again: 0.25,
} as const

/** How much a place counts. Within the block's text nearness counts on top. */
const PLACE = { before: 1, after: 0.9, label: 1.1, headings: 0.75, title: 0.7 } as const

/** At this distance from the mention, in words, evidence counts half. */
const HALF_AT = 25

/** Evidence in the same block never counts less than this share: a tutorial names its product at the top. */
const LEAST_NEARNESS = 0.35

interface Word {
  readonly text: string
  readonly strength: number
}

/** The uses in the order in which the words around the mention speak for them. */
export function rankUses(uses: readonly Use[], around: Surroundings): Use[] {
  if (uses.length < 2) return [...uses]
  const words = wordsOf(around)
  if (words.length === 0) return [...uses]
  const shared = commonness(uses)
  return uses
    .map((use) => ({ use, score: score(use, words, shared) }))
    .sort((a, b) => b.score - a.score)
    .map(({ use }) => use)
}

function score(use: Use, words: readonly Word[], shared: ReadonlyMap<string, number>): number {
  const terms = new Map<string, number>()
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
  let sum = EVIDENCE.likelihood * likelihood(use)
  for (const [term, points] of terms) sum += (points * presence(term, words)) / (shared.get(term) ?? 1)
  return sum
}

/** How strongly a term (one word or several) stands in the text: 0 where it does not. */
function presence(term: string, words: readonly Word[]): number {
  const parts = term.split(' ')
  let best = 0
  let times = 0
  for (let i = 0; i + parts.length <= words.length; i++) {
    if (!parts.every((part, j) => words[i + j]?.text === part)) continue
    best = Math.max(best, words[i]?.strength ?? 0)
    times++
  }
  return times > 1 ? best * (1 + EVIDENCE.again) : best
}

/** How many of the uses have a term: one that all have tells none of them apart. */
function commonness(uses: readonly Use[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const use of uses) {
    const terms = [use.name, ...use.aliases, ...use.words, ...tokensOf(use.role ?? ''), use.subject, use.scheme ?? '']
    for (const term of new Set(terms.map((one) => tokensOf(one).join(' '))))
      counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

function wordsOf(around: Surroundings): Word[] {
  const nearness = (distance: number) => Math.max(LEAST_NEARNESS, 1 / (1 + distance / HALF_AT))
  const before = tokensOf(around.before ?? '')
  const after = tokensOf(around.after ?? '')
  const flat = (text: string | undefined, strength: number) =>
    tokensOf(text ?? '').map((word) => ({ text: word, strength }))
  return [
    ...flat(around.title, PLACE.title),
    ...flat(around.headings, PLACE.headings),
    ...flat(around.label, PLACE.label),
    ...before.map((text, i) => ({ text, strength: PLACE.before * nearness(before.length - 1 - i) })),
    ...after.map((text, i) => ({ text, strength: PLACE.after * nearness(i) })),
  ]
}
