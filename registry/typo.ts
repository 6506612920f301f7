/**
 * Whether two words are at most `most` slips apart: a letter more, less or other, or two neighbours swapped (optimal
 * string alignment). Stops as soon as it is clear that they are not.
 */
export function withinSlips(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let slips = Math.min(at(above, j - 1) + (same ? 0 : 1), at(above, j) + 1, at(row, j - 1) + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) slips = Math.min(slips, at(before, j - 2) + 1)
      row.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return false
    before = above
    above = row
  }
  return at(above, b.length) <= most
}

const at = (row: readonly number[], j: number) => row[j] ?? Number.POSITIVE_INFINITY

/** How many slips a word of that length may have: short words would turn into others. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** From this length on a word may also be unfinished: "kubernts" while "kubernetes" is being typed. */
const UNFINISHED_FROM = 6

/** Numbers of the words that `typed` may be a slip of. `bits` holds each word's letterBits. */
export function typosOf(typed: string, words: readonly string[], bits: Int32Array): number[] {
  const slips = slipsAllowed(typed.length)
  const near: number[] = []
  if (slips === 0) return near
  const own = letterBits(typed)
  const longest = typed.length < UNFINISHED_FROM ? typed.length + slips : Number.POSITIVE_INFINITY
  for (let i = 0; i < words.length; i++) {
    if (bitCount(own & ~(bits[i] ?? 0)) > slips) continue
    const word = words[i] ?? ''
    if (word.length < typed.length - slips || word.length > longest) continue
    const unfinished = typed.length >= UNFINISHED_FROM && withinSlips(typed, word.slice(0, typed.length), 1)
    if (unfinished || withinSlips(typed, word, slips)) near.push(i)
  }
  return near
}

/** One bit for each letter or digit that occurs: words whose bits differ in many places cannot be close. */
export function letterBits(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31)
  return bits
}

function bitCount(bits: number): number {
  let left = bits
  let count = 0
  for (; left !== 0; count++) left &= left - 1
  return count
}
