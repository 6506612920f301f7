import type { Postings, SearchIndex } from './search-index.ts'
import { BONUS, FILLER_WEIGHT, FILLERS, MATCH } from './search-weights.ts'
import { joined, tokensOf } from './tokens.ts'
import { bitCount, letterBits, slipsAllowed, withinSlips } from './typo.ts'

/** An entry's number in the index, and how well it answers. */
export interface Found {
  readonly entry: number
  readonly score: number
}

/** Entries below this share of what the best one scores are not worth showing. */
const SHOWN_SHARE = 0.3

/** The entries that answer the words of a text, the likeliest first; at most `limit`. */
export function findWords(index: SearchIndex, text: string, limit: number): Found[] {
  const tokens = [...new Set(tokensOf(text))]
  const scores = new Float32Array(index.entries.length)
  const covered = new Float32Array(index.entries.length)
  let total = 0
  for (const token of tokens) {
    const weight = FILLERS.has(token) && tokens.length > 1 ? FILLER_WEIGHT : 1
    total += weight
    for (const [entry, worth] of bestOfEach(index, token)) {
      scores[entry] = (scores[entry] ?? 0) + weight * worth
      covered[entry] = (covered[entry] ?? 0) + weight
    }
  }
  const whole = joined(text)
  if (tokens.length > 1) {
    for (const [entry, worth] of bestOfEach(index, whole, false)) {
      scores[entry] = Math.max(scores[entry] ?? 0, worth * total)
      covered[entry] = total
    }
  }
  const found: Found[] = []
  scores.forEach((score, entry) => {
    const of = index.entries[entry]
    if (score === 0 || of === undefined) return
    const coverage = (covered[entry] ?? 0) / total
    if (coverage < 0.45) return
    found.push({ entry, score: (score / total) * coverage ** 2 + nameBonus(of.names, whole) + of.prior * coverage })
  })
  found.sort((a, b) => b.score - a.score || a.entry - b.entry)
  const least = (found[0]?.score ?? 0) * SHOWN_SHARE
  return found.slice(0, limit).filter(({ score }) => score >= least)
}

function nameBonus(names: readonly string[], whole: string): number {
  const at = names.indexOf(whole)
  if (at >= 0) return at === 0 ? BONUS.wholeName : BONUS.wholeAlias
  return names[0]?.startsWith(whole) ? BONUS.nameStart : 0
}

/** For each entry that a word of the query leads to, the most that it is worth there. */
function bestOfEach(index: SearchIndex, token: string, typos = true): Map<number, number> {
  const best = new Map<number, number>()
  const take = (postings: Postings | undefined, quality: number) => {
    if (!postings) return
    for (let i = 0; i < postings.entries.length; i++) {
      const entry = postings.entries[i] ?? 0
      const worth = quality * (postings.worths[i] ?? 0)
      if (worth > (best.get(entry) ?? 0)) best.set(entry, worth)
    }
  }
  take(index.postings.get(token), MATCH.exact)
  for (let i = firstFrom(index.words, token); i < index.words.length; i++) {
    const word = index.words[i] ?? ''
    if (!word.startsWith(token)) break
    if (word !== token) {
      take(index.postings.get(word), MATCH.prefix + (MATCH.prefixRest * token.length) / word.length)
    }
  }
  if (typos && best.size === 0) {
    for (const word of typosOf(index, token)) take(index.postings.get(word), MATCH.typo)
  }
  return best
}

/** Words of the index that the token may be a slip of, also where only the word's beginning has been typed. */
function typosOf(index: SearchIndex, token: string): string[] {
  const slips = slipsAllowed(token.length)
  if (slips === 0) return []
  const bits = letterBits(token)
  const near: string[] = []
  index.words.forEach((word, i) => {
    if (word.length < token.length - slips) return
    const missing = bits & ~(index.bits[i] ?? 0)
    if (bitCount(missing) > slips) return
    if (withinSlips(token, word, slips) || (token.length > 5 && withinSlips(token, word.slice(0, token.length), 1))) {
      near.push(word)
    }
  })
  return near
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
