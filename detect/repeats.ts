import { LEAD, OPEN, PORT, PROTOCOL, REFERENCE } from './dictionary'
import { belongsElsewhere, claimed } from './elsewhere'
import { YEAR } from './weights'
import { isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'

/** How far before a repeat the number must have been called a port, in UTF-16 units. */
const REPEAT_REACH = 1500

/** The lowest number that is taken for a repeat. */
const SMALLEST = 20

/** Marks what repeats, a little further on, a number that the text called a port. */
export function markRepeats(r: Reading): void {
  if (!r.verdicts.some((verdict, i) => !verdict && mayRepeat(r, r.spans.at(i) as Span))) return
  const lastCalled = new Map<number, number>()
  for (const port of r.block.recent ?? []) lastCalled.set(port, 0)
  if (!lastCalled.size && !r.verdicts.some(Boolean)) return
  r.next = 0
  for (let i = 0; i < r.spans.length; i++) {
    const span = r.spans.at(i) as Span
    const verdict = r.verdicts[i]
    if (verdict) {
      lastCalled.set(span.from, span.start)
      if (span.to !== span.from) lastCalled.set(span.to, span.start)
      continue
    }
    if (isCalledBehind(r, i, span)) {
      r.verdicts[i] = { rule: 'again', kind: 'again' }
      continue
    }
    const at = lastCalled.get(span.from)
    if (at === undefined || span.start - at > REPEAT_REACH) continue
    r.turnTo(i)
    r.verdicts[i] = byRepeat(r, span, span.start - at < 160)
  }
}

/** Most numbers that are no ports are small or glued to something: these repeat nothing, whatever was mentioned before. */
const mayRepeat = (r: Reading, { from, start }: Span): boolean =>
  from >= SMALLEST && !'%#+@\\.:^$-_'.includes(r.text.charAt(start - 1) || ' ')

/** A quoted number that what follows calls a port: `{"80", ":80"}`, `input: "612", port: 612`. */
function isCalledBehind(r: Reading, i: number, span: Span): boolean {
  const isQuoted = QUOTES.includes(r.text.charAt(span.start - 1)) && QUOTES.includes(r.text.charAt(span.end))
  if (span.from < (isQuoted ? SMALLEST : 1000)) return false
  for (let k = i + 1; k < i + 4 && k < r.spans.length && r.spans.startOf(k) - span.end < 90; k++) {
    const other = r.spans.at(k)
    if (!r.verdicts[k] || other?.from !== span.from || other.to !== span.to) continue
    r.turnTo(i)
    if (!isQuoted) return !!byRepeat(r, span, false)
    return !claimed(r, span) && !r.wordBefore(span, REFERENCE, 5) && !belongsElsewhere(r, span)
  }
  return false
}
const QUOTES = '"\'`'

/** A bare repeat of a number that the text just called a port: "I tried 8080 too". */
function byRepeat(r: Reading, span: Span, isNear: boolean): Verdict | undefined {
  if (span.from !== span.to || span.from < SMALLEST) return undefined
  const head = r.before(span, 24)
  const tail = r.after(span, 24)
  const slashed = span.from > 999 && /\/$/.test(head) && /^\//.test(tail)
  if (!slashed && (/[\w\u00aa-\u1fff%#+@/\\.:^$-]$|\w \/ $/u.test(head) || /^[-\w+%'’\\/:]|^[.,]\d/.test(tail)))
    return undefined
  let score = span.from > 999 ? 2 : isKnownPort(span.from) ? 1 : 0.3
  if (isYear(span)) score += YEAR
  if (r.wordBefore(span, LEAD, 3) || /\($/.test(head)) score += 1
  if (/["'`]$/.test(head) && /^["'`]/.test(tail)) score += 1
  if (r.wordBefore(span, PORT | OPEN | PROTOCOL, 60) || r.wordAfter(span, PORT | PROTOCOL, 40)) score += 1
  // parse("[::1]:80") == (family, 80)
  if (isNear && /[(,]\s*["'`]?$/.test(head) && /^["'`]?\s*[,)\]}]/.test(tail)) score += 1
  if (r.hasUnit(span) || belongsElsewhere(r, span)) score -= 4
  if (/[\w"'`\])][ \t]*[=:][ \t]*["'`]?$/.test(head)) score -= 2
  if (claimed(r, span)) score -= 4
  // Another directive's value
  if (r.back(/(?<=(?:^|\n)[ \t]*[A-Z]\w*[a-z][ \t]+)/y) && !r.wordBefore(span, PORT, 3)) score -= 2
  if (/^\s*["'`]?\s*(?:[*+/<>]|=[^=])/.test(tail)) score -= 1
  return score >= 2 ? { rule: 'again', kind: 'again' } : undefined
}
