import type { TextTables } from './columns'
import { COMMAND, GLUE, LEAD, OPEN, PORT, PROTOCOL, REFERENCE, UNIT } from './dictionary'
import type { Reading } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { textBefore } from './text'
import { meaning, readWords, type Word } from './words'

/** Longest text whose place on the page (a cell, a list item) may say what its numbers are, in UTF-16 units. */
const LONGEST_CELL = 120

/**
 * Can any rule say yes to this number? Most numbers of ordinary text fail here: no talk of ports near, nothing beside
 * them that a rule reads, and no value that readers know.
 */
export function isWorthReading(r: Reading, span: Span, i: number, tables: TextTables): boolean {
  const { text } = r
  if (span.dotted || tables.inTable || text.length < LONGEST_CELL) return true
  if (text.charCodeAt(span.start - 1) === 46 && /^(?: >|: |\s+\*\.)/.test(text.slice(span.end, span.end + 24)))
    return true
  for (const k of [i - 1, i - 2]) if (r.verdicts[k] && span.start - r.spans.endOf(k) < 72) return true
  const value = span.to
  const before = text.charAt(span.start - 1)
  const small = value < 100 && !isKnownPort(value) && before === ' ' && (value > 0 || text.charAt(span.end) !== ')')
  if (
    before === ' ' ? isSpokenFor(text, span) : value < 10 && before === '-' && isLower(text.charCodeAt(span.start - 2))
  )
    return false
  if (small ? r.hinted(span, 60, 30) : r.hinted(span, 120, 50)) return true
  const after = text.charAt(span.end)
  const ahead = text.charCodeAt(span.start - 2)
  const plausible = isKnownPort(span.from) || (value > 999 && (value < 1900 || value > 2099))
  if (before === ':' || after === ':')
    return plausible || value > 99 || (before === ':' && ahead > 32 && !isDigit(ahead))
  if (plausible)
    return before !== ' ' || text.startsWith(' is ', span.end) || isLedUpTo(textBefore(text, span.start, LEAD_REACH))
  if (value > 1023) return value > 2099 || span.to > span.from
  if (isDigit(ahead))
    return (
      (before === '/' && value > 32) || (before < '!' && /\.\d+[\t ]+$/.test(text.slice(span.start - 6, span.start)))
    )
  return (
    ((before === ' ' || before === '=' ? text.charCodeAt(span.start - 3) : ahead) === 45 &&
      /-[A-Za-z][ =]?$/.test(text.slice(span.start - 3, span.start))) ||
    (value === 0 && after === ')') ||
    '(#_|;]@aA'.includes(before || ' ')
  )
}

const isDigit = (code: number): boolean => code > 47 && code < 58
const isLower = (code: number): boolean => code > 96 && code < 123

/** "status 200", "12 ms": the word that touches an unknown number says that it is the number of something else. */
export function isSpokenFor(text: string, { start, end, to }: Span): boolean {
  let i = start - 1
  while (i > start - 12 && isLower(text.charCodeAt(i - 1))) i--
  if (i < start - 2) {
    const says = meaning(text.slice(i, start - 1))
    if (says & REFERENCE && !(says & (PORT | GLUE | LEAD | OPEN | PROTOCOL))) return true
  }
  if (text.charCodeAt(end) !== 32 || isKnownPort(to)) return false
  let k = end + 1
  while (k < end + 12 && isLower(text.charCodeAt(k))) k++
  return k > end + 2 && (meaning(text.slice(end + 1, k)) & UNIT) > 0
}

const lead: Word[] = []

/** How much of the text before a number `isLedUpTo` reads, in UTF-16 units. */
export const LEAD_REACH = 32

/**
 * Among words and far from talk of ports: is there a flag, a host, a command, or a word that leads up to a port?
 *
 * @param head the text right before the number
 */
export function isLedUpTo(head: string): boolean {
  if (
    /(?:^|\s)-\S*\s+\S*\s+$|[^\sA-Za-z]\s+$|[^\sA-Za-z,:;)][^\s,]*\s+$|\.[a-z]+, $|\b(?:open|clos|block|allow|expos|permit)\w{0,4} $|\s\s$|^\s*$/.test(
      head,
    )
  )
    return true
  lead.length = 0
  readWords(head, 0, head.length, lead)
  return lead.some((word) => word.says & (COMMAND | OPEN | LEAD | PORT | PROTOCOL))
}
