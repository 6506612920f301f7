import { withPlainDigits } from './digits'
import { UNIT } from './dictionary'
import { HINT } from './hint'
import { scanNumbers } from './scan'
import type { Span, Spans } from './spans'
import { textBefore } from './text'
import type { Mention, MentionKind, Protocol, Side, TextBlock } from './types'
import { letter, readWords, type Word, wordEdge } from './words'

/** What of the text before a number rules match at once, in UTF-16 units. */
export const HEAD = 100
const TAIL = 60

/** How far back and ahead of a number we look for words about it, in UTF-16 units. Bounds the work for each number. */
export const BEFORE = 220
export const AFTER = 90

/** How far back hints are kept, and how near to each other they need to be known, in UTF-16 units. */
const HINT_REACH = 120
const HINT_GRAIN = 16

const NOTHING = '\0'

/** Blanks and quotes. */
const PADDING = new Uint8Array(161)
for (const code of [9, 32, 34, 39, 42, 96, 160]) PADDING[code] = 1

/** What a rule has found out about one number. */
export interface Verdict {
  readonly rule: string
  readonly kind: MentionKind
  readonly protocol?: Protocol | 'tcp+udp' | undefined
  readonly host?: string | undefined
  /** Where an authority's host begins, when the mention is to cover it. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly side?: Side | undefined
  /** More numbers of the same kind may follow: a list was opened. */
  readonly list?: boolean | undefined
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** One block being read: its numbers, its words, and what has been decided so far. */
export class Reading {
  readonly text: string
  readonly block: TextBlock
  readonly spans: Spans
  private readonly hints: number[] = []
  private hint = 0
  readonly words: Word[] = []
  readonly verdicts: (Verdict | undefined)[]
  /** The number being judged, and the index of the first word behind it. */
  at = 0
  next = 0
  /** The last number that nearly was a port. */
  almost = -1
  /** The text right before and right after the number. */
  head = ''
  tail = ''
  /** What the number touches: a rule that needs something else there need not match anything. NUL at the text's ends. */
  left = NOTHING
  right = NOTHING
  /** Touches something before it that is neither a blank nor a quote: no words lead up to it. */
  isGlued = false
  /** What stands before the number and the blanks and quotes it opens with. */
  mark = NOTHING
  /** Where that stands. */
  markAt = 0
  private readTo = 0
  private lineFrom = 0
  private lineTo = -1

  constructor(block: TextBlock) {
    this.block = block
    this.text = withPlainDigits(block.text)
    this.spans = scanNumbers(this.text)
    this.verdicts = new Array<Verdict | undefined>(this.spans.length).fill(undefined)
  }

  /** Do letters stand near that talk of ports is made of? Asked of numbers in the order they stand. */
  hinted(span: Span, before: number, after: number): boolean {
    const { hints } = this
    const to = span.end + after
    for (let last = hints[hints.length - 1] ?? -99; last < to; hints.push(last)) {
      HINT.lastIndex = Math.max(last + HINT_GRAIN, span.start - HINT_REACH)
      last = HINT.exec(this.text)?.index ?? Number.POSITIVE_INFINITY
    }
    while ((hints[this.hint] as number) < span.start - HINT_REACH) this.hint++
    let k = this.hint
    while ((hints[k] as number) < span.start - before) k++
    return (hints[k] as number) < to
  }

  /** Turns to number `i`: reads the words around it. */
  turnTo(i: number): Span {
    const span = this.spans.at(i) as Span
    this.at = i
    this.head = textBefore(this.text, span.start, HEAD)
    this.tail = this.text.slice(span.end, span.end + TAIL)
    let mark = span.start - 1
    const left = this.text.charCodeAt(mark)
    this.isGlued = left > 32 && left < 127 && !PADDING[left]
    this.left = this.text.charAt(mark) || NOTHING
    this.right = this.text.charAt(span.end) || NOTHING
    while (PADDING[this.text.charCodeAt(mark)]) mark--
    this.markAt = mark
    this.mark = this.text.charAt(mark) || NOTHING
    const to = Math.min(this.text.length, span.end + AFTER)
    if (to > this.readTo) {
      const from = Math.max(this.readTo, wordEdge(this.text, span.start - BEFORE))
      const edge = wordEdge(this.text, to)
      if (edge > from) readWords(this.text, from, edge, this.words)
      this.readTo = Math.max(edge, from)
    }
    while (this.next < this.words.length && (this.words[this.next] as Word).start < span.start) this.next++
    return span
  }

  /** The bounds of the line that holds `offset`, at most 300 units either way. */
  line(offset: number): readonly [from: number, to: number] {
    if (offset < this.lineFrom || offset > this.lineTo || offset - this.lineFrom > 300 || this.lineTo - offset > 300) {
      const head = textBefore(this.text, offset, 300)
      this.lineFrom = offset - head.length + head.lastIndexOf('\n') + 1
      const tail = this.text.slice(offset, offset + 300)
      const stop = tail.indexOf('\n')
      this.lineTo = offset + (stop < 0 ? tail.length : stop)
    }
    return [this.lineFrom, this.lineTo]
  }

  /** Matches a sticky pattern that looks behind, `/(?<=…)/y`, where the number begins. */
  back(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.head.length
    return pattern.exec(this.head)
  }

  /** How many words between two offsets before the number say none of `bits`. */
  strangers(from: number, to: number, bits: number): number {
    let count = 0
    let last = 0
    for (let i = from; i < to; i++) {
      const kind = letter(this.text.charCodeAt(i))
      if (kind && (!last || (last > 1 && kind < 2))) count++
      last = kind
    }
    for (let k = this.next - 1; k >= 0 && (this.words[k] as Word).start >= from; k--)
      if ((this.words[k] as Word).end <= to && (this.words[k] as Word).says & bits) count--
    return count
  }

  before(span: Span, length: number): string {
    return textBefore(this.text, span.start, length)
  }

  after(span: Span, length: number): string {
    return this.text.slice(span.end, span.end + length)
  }

  /** The nearest word before the number that says one of `bits`, no further than `reach` units away. */
  wordBefore(span: Span, bits: number, reach: number): Word | undefined {
    for (let k = this.next - 1; k >= 0; k--) {
      const word = this.words[k] as Word
      if (span.start - word.end > reach) return undefined
      if (word.says & bits) return word
    }
    return undefined
  }

  /** The nearest word after the number that says one of `bits`, no further than `reach` units away. */
  wordAfter(span: Span, bits: number, reach: number): Word | undefined {
    for (let k = this.next; k < this.words.length; k++) {
      const word = this.words[k] as Word
      if (word.start - span.end > reach) return undefined
      if (word.says & bits) return word
    }
    return undefined
  }

  /** Is what the number counts or measures named right behind it? */
  hasUnit(span: Span): boolean {
    return !!this.wordAfter(span, UNIT, 2) && !/^[.,:;!?]\s|^\W?\\/.test(this.tail)
  }

  mention(i: number, verdict: Verdict): Mention {
    const { start, end, from, to } = this.spans.at(i) as Span
    const { kind, rule, protocol, host, side } = verdict
    const mention: Writable<Mention> = { start: verdict.start ?? start, end: verdict.end ?? end, from, to, kind, rule }
    if (protocol) mention.protocol = protocol
    if (host) mention.host = host
    if (side) mention.side = side
    return mention
  }
}
