import { withPlainDigits } from './digits'
import { HINT } from './hint'
import { scanNumbers } from './scan'
import { isKnownPort } from './services'
import type { Span } from './spans'
import { textBefore } from './text'
import { isLedUpTo, isSpokenFor, LEAD_REACH } from './worth'

/** Stands between texts that are looked at together: whether the page joins them is not known yet. */
export const APART = '\0'

/** How far before and after a number talk of ports may stand, in UTF-16 units. */
const BEFORE = 120
const AFTER = 50

/** How near to each other hints need to be known, in UTF-16 units. */
const GRAIN = 16

/**
 * A first look at many texts at once: most numbers are no ports, and most of these can be told without putting the texts
 * around them together. In every text in which `findMentions` would find a port by its words, a number is found here that
 * the words near it may speak for; for the others only their place on the page can: what heads a column or a list.
 *
 * @param written joined with `APART`
 * @param see is called for each number, in the order of the text, with whether the text may speak for it
 */
export function firstLook(written: string, see: (number: Span, speaks: boolean) => void): void {
  const texts = withPlainDigits(written)
  const spans = scanNumbers(texts)
  const hints = new Hints(texts)
  for (let i = 0; i < spans.length; i++) {
    const span = spans.at(i) as Span
    see(span, speaksFor(texts, span, hints))
  }
}

/** The nearest character that is no boundary, from `at` in a direction; a line break at the ends. */
function beside(texts: string, at: number, step: 1 | -1): number {
  let i = at
  while (texts.charCodeAt(i) === 0) i += step
  return texts.charCodeAt(i) || 10
}

function speaksFor(texts: string, span: Span, hints: Hints): boolean {
  const { start, end, from, to } = span
  if (span.dotted) return true
  const before = beside(texts, start - 1, -1)
  const after = beside(texts, end, 1)
  const isSpaced = before === 32 || before === 10 || before === 9
  if (before === 46 && /^\0*(?: >|: |\s+\*\.)/.test(texts.slice(end, end + 24))) return true
  if (isSpaced && isSpokenFor(texts, span)) return false
  if (hints.near(start, end)) return true
  const isPlausible = isKnownPort(from) || (to > 999 && (to < 1900 || to > 2099))
  if (before === 58 || after === 58) return isPlausible || to > 99 || before === 58
  // Where a text begins, nothing before the number speaks against it.
  if (isPlausible && texts.charCodeAt(start - 1) === 0) return true
  // An escaped colon, a flag's letter: nothing else is a number that touches a letter.
  if (isWordy(before) && texts.charCodeAt(start - 1) === before) return true
  if (isSpaced || isWordy(before))
    return to > 99 || to > from || isKnownPort(from)
      ? texts.startsWith(' is ', end) || isLedUpTo(leadOf(texts, start))
      : to === 0 && after === 41
  if (isPlausible || to > 2099 || to > from) return true
  const ahead = texts.charCodeAt(start - 2)
  if (before === 47) return to > 32 && ahead > 47 && ahead < 58
  if (before === 40) return (to > 19 || to === 0) && (isWordy(ahead) || ahead === 33)
  return to < 1000 && '#_|;]@aA'.includes(String.fromCharCode(before))
}

const isWordy = (code: number): boolean => (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123)

/** What of the text before a number belongs to the same text. */
function leadOf(texts: string, at: number): string {
  const near = textBefore(texts, at, LEAD_REACH)
  return near.slice(near.lastIndexOf(APART) + 1)
}

/** Where letters stand that talk of ports is made of; asked in the order of the text. */
class Hints {
  /** The last one before, and the next one behind, the place that was asked for. */
  private last = Number.NEGATIVE_INFINITY
  private next = Number.NEGATIVE_INFINITY

  constructor(private readonly text: string) {}

  near(start: number, end: number): boolean {
    if (this.next < start - BEFORE) this.seek(start - BEFORE)
    while (this.next < start) {
      this.last = this.next
      this.seek(this.next + GRAIN)
    }
    return start - this.last <= BEFORE || this.next < end + AFTER
  }

  private seek(from: number): void {
    HINT.lastIndex = Math.max(0, from)
    this.next = HINT.exec(this.text)?.index ?? Number.POSITIVE_INFINITY
  }
}

/** Whether a text holds letters that talk of ports is made of. */
export function hasHint(text: string): boolean {
  HINT.lastIndex = 0
  return HINT.test(text)
}
