import type { Entry, SearchIndex } from './search-index.ts'
import { BONUS, FILLER_WEIGHT, FILLERS, MATCH } from './search-weights.ts'
import { joined, tokensOf } from './tokens.ts'
import { typosOf } from './typo.ts'

/** An entry's number in the index, and how well it answers. */
export interface Found {
  readonly entry: number
  readonly score: number
}

/** Entries below this share of what the best one scores are not worth showing. */
const SHOWN_SHARE = 0.3

/** An entry must answer this share of the query's words, by weight. */
const LEAST_COVERAGE = 0.45

/** The entries that answer the words of a text, the likeliest first; at most `limit`. */
export function findWords(index: SearchIndex, text: string, limit: number): Found[] {
  const tokens = [...new Set(tokensOf(text))]
  const scores = new Float64Array(index.entries.length)
  const covered = new Float64Array(index.entries.length)
  const best = new Float64Array(index.entries.length)
  let total = 0
  for (const token of tokens) {
    const weight = FILLERS.has(token) && tokens.length > 1 ? FILLER_WEIGHT : 1
    total += weight
    for (const entry of bestOfEach(index, token, best)) {
      scores[entry] = (scores[entry] ?? 0) + weight * (best[entry] ?? 0)
      covered[entry] = (covered[entry] ?? 0) + weight
      best[entry] = 0
    }
  }
  const whole = joined(text)
  if (tokens.length > 1) {
    for (const entry of bestOfEach(index, whole, best, false)) {
      scores[entry] = Math.max(scores[entry] ?? 0, (best[entry] ?? 0) * total)
      covered[entry] = total
    }
  }
  return highest(
    limit,
    scores.map((score, entry) => {
      const of = index.entries[entry]
      const coverage = (covered[entry] ?? 0) / total
      if (score === 0 || of === undefined || coverage < LEAST_COVERAGE) return 0
      return score * coverage ** 2 + nameBonus(of, whole) + (of.prior * coverage) / Math.sqrt(total)
    }),
  )
}

/** The entries with the highest scores. A single letter scores thousands, so only those near the best are sorted. */
function highest(limit: number, scores: Float64Array): Found[] {
  const least = SHOWN_SHARE * scores.reduce((most, score) => Math.max(most, score), 0)
  const found: Found[] = []
  if (least === 0) return found
  scores.forEach((score, entry) => {
    if (score >= least) found.push({ entry, score })
  })
  return found.sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, limit)
}

function nameBonus({ names, scheme }: Entry, whole: string): number {
  const at = names.indexOf(whole)
  const bonus = scheme === whole ? BONUS.scheme : 0
  if (at >= 0) return bonus + (at === 0 ? BONUS.wholeName : BONUS.wholeAlias)
  return bonus + (names[0]?.startsWith(whole) ? BONUS.nameStart : 0)
}

/**
 * Puts into `best`, for each entry that a word of the query leads to, the most that it is worth there; gives those
 * entries. `best` holds zeros before.
 */
function bestOfEach(index: SearchIndex, token: string, best: Float64Array, typos = true): readonly number[] {
  const { words, starts, occurs, worths, usesOf } = index
  const reached: number[] = []
  const offer = (entry: number, worth: number) => {
    const before = best[entry] ?? 0
    if (before === 0) reached.push(entry)
    if (worth > before) best[entry] = worth
  }
  const take = (word: number, quality: number) => {
    const end = starts[word + 1] ?? 0
    for (let i = starts[word] ?? 0; i < end; i++) {
      const occurrence = occurs[i] ?? 0
      const worth = quality * (worths[i] ?? 0)
      if (occurrence >= 0) offer(occurrence, worth)
      else for (const entry of usesOf[-1 - occurrence] ?? []) offer(entry, worth)
    }
  }
  for (let word = firstFrom(words, token); words[word]?.startsWith(token); word++) {
    const length = words[word]?.length ?? 0
    take(word, length === token.length ? MATCH.exact : MATCH.prefix + (MATCH.prefixRest * token.length) / length)
  }
  if (typos && reached.length === 0) {
    for (const word of typosOf(token, words, index.bits)) {
      take(word, (words[word]?.length ?? 0) > token.length + 2 ? MATCH.unfinished : MATCH.typo)
    }
  }
  return reached
}

function firstFrom(words: readonly string[], token: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < token) low = middle + 1
    else high = middle
  }
  return low
}
