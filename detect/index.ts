import { byAuthority } from './authority'
import { byCall } from './calls'
import { byPlace, byServiceRow, TextTables } from './columns'
import { byCode } from './code'
import { byCommand } from './commands'
import { byFlag } from './flags'
import { byFlow } from './flows'
import { PORT, PROTOCOL } from './dictionary'
import { DIGIT } from './digits'
import { byDots, byDottedName } from './dotted'
import { byEvidence, promoteBefore } from './evidence'
import { byList, byListItem, byOption, joint } from './lists'
import { byMapping } from './mapping'
import { byPhrase } from './phrases'
import { byWordBefore } from './port-word'
import { byProtocol, protocolNear } from './protocol'
import { Reading, type Verdict } from './reading'
import { markRepeats } from './repeats'
import type { Span } from './spans'
import { textBefore } from './text'
import type { Mention, TextBlock } from './types'
import { byWordAfter } from './word-after'
import { isWorthReading } from './worth'

export type { Mention, MentionKind, Protocol, Side, TextBlock } from './types'

/**
 * The port mentions of a block of text, in the order they stand, never overlapping, each inside the text.
 * Pure and total: any string is fine. Time grows linearly with the text.
 */
export function findMentions(block: TextBlock): Mention[] {
  if (!DIGIT.test(block.text)) return []
  const search = new Search(block)
  search.step()
  return search.mentions
}

/** Finds the mentions of a block bit by bit: whoever has to stop in the midst of a long text goes on later. */
export class Search {
  readonly reading: Reading
  private readonly tables = new TextTables()
  private next = 0

  constructor(block: TextBlock) {
    this.reading = new Reading(block)
  }

  /** Judges so many more numbers that could be ports; at the end looks for repeats of what was found, and returns false. */
  step(numbers = Number.POSITIVE_INFINITY): boolean {
    const { reading: r, tables } = this
    for (let i = this.next; i < r.spans.length; i++) {
      if (r.verdicts[i] || !isWorthReading(r, r.spans.at(i) as Span, i, tables)) continue
      if (numbers-- <= 0) {
        this.next = i
        return true
      }
      decide(r, i, tables)
    }
    markRepeats(r)
    return false
  }

  /** What has been found, once all has been judged. */
  get mentions(): Mention[] {
    const { reading: r } = this
    const mentions: Mention[] = []
    let end = 0
    for (let i = 0; i < r.spans.length; i++) {
      const verdict = r.verdicts[i]
      if (!verdict) continue
      const mention = r.mention(i, verdict)
      const start = Math.max(mention.start, end)
      mentions.push(start === mention.start ? mention : { ...mention, start })
      end = mention.end
    }
    return mentions
  }
}

/** Judges every number of the block. */
export function read(block: TextBlock): Reading {
  const search = new Search(block)
  search.step()
  return search.reading
}

function decide(r: Reading, i: number, tables: TextTables): void {
  const span = r.turnTo(i)
  const verdict = judge(r, span, i, tables)
  if (!verdict) return
  r.verdicts[i] = verdict.protocol ? verdict : withProtocol(verdict, protocolNear(r, span))
  if (verdict.kind === 'word' || verdict.kind === 'protocol') joinBackward(r, i, verdict)
  promoteBefore(r, span, verdict)
}

/** All ports, all unprivileged ones, IANA's three ranges: nothing else ends there. */
const WHOLE_RANGES =
  /^(?:[01]-(?:1023|1024|65535)|102[345]-(?:49151|65535)|30000-32767|32768-(?:60999|61000|65535)|49152-6553[45])$/

function byWholeRange(r: Reading, span: Span): Verdict | undefined {
  if (span.to === span.from) return undefined
  const isWhole = WHOLE_RANGES.test(`${span.from}-${span.to}`)
  const isRound = span.from > 1023 && span.from % 100 === 0 && /99$|000$/.test(String(span.to))
  if (!isWhole && !(isRound && (r.wordBefore(span, PORT | PROTOCOL, 120) || r.wordAfter(span, PORT | PROTOCOL, 70))))
    return undefined
  // All of 16 bits are many things' range.
  if (span.from === 0 && span.to === 65535 && (!r.hinted(span, 120, 50) || /priority/i.test(r.head))) return undefined
  return { rule: 'whole-range', kind: 'word' }
}

function judge(r: Reading, span: Span, i: number, tables: TextTables): Verdict | undefined {
  if (span.dotted) return byDots(r, span)
  // The radix of parseInt(env.PORT || '3000', 10)
  if (span.from === 10 && /int\b[^\n]*, $/i.test(r.head) && r.tail.startsWith(')')) return undefined
  if (i + 1 < r.spans.length && r.spans.startOf(i + 1) - span.end < 10 && ':/ >→=⇒➜-'.includes(r.right)) {
    const pair = byMapping(r, span, r.spans.at(i + 1) as Span)
    if (pair) {
      r.verdicts[i + 1] = pair.second
      const { start, host } = byAuthority(r, span) ?? {}
      return start === undefined ? pair.first : { ...pair.first, start, host }
    }
  }
  const last = r.spans.at(i - 1)
  const lastVerdict = r.verdicts[i - 1]
  return (
    byAuthority(r, span) ??
    (last && lastVerdict ? bySecondPort(r, span, last, lastVerdict) : undefined) ??
    byFlow(r, span) ??
    byDottedName(r) ??
    byProtocol(r, span) ??
    byWordBefore(r, span) ??
    byFlag(r, span) ??
    byCommand(r, span) ??
    byCall(r, span) ??
    byCode(r, span) ??
    byWordAfter(r, span) ??
    (last && lastVerdict ? byList(r, span, last, lastVerdict) : undefined) ??
    byListItem(r, span) ??
    byOption(r, span) ??
    byPlace(r, span) ??
    tables.judge(r, span) ??
    byServiceRow(r, span) ??
    byWholeRange(r, span) ??
    byPhrase(r, span) ??
    byEvidence(r, span)
  )
}

/** ZooKeeper's `host:2888:3888`. */
function bySecondPort(r: Reading, span: Span, last: Span, verdict: Verdict): Verdict | undefined {
  const joined =
    verdict.kind === 'authority' && span.from > 999 && last.from > 999 && r.text.slice(last.end, span.start) === ':'
  return joined ? { rule: 'second-port', kind: 'authority' } : undefined
}

/** "80 and 443 ports", `80,443/tcp`: what was said of the last number holds for the ones before it. */
function joinBackward(r: Reading, i: number, verdict: Verdict): void {
  if (
    verdict.rule !== 'number-port' &&
    verdict.rule !== 'number-slash-protocol' &&
    verdict.rule !== 'numbers-ports' &&
    verdict.rule !== 'number-protocol'
  )
    return
  for (let k = i - 1; k >= 0 && i - k < 24; k--) {
    const a = r.spans.at(k)
    const b = r.spans.at(k + 1)
    if (!a || !b || r.verdicts[k] || b.start - a.end > 14 || a.from === 0) return
    if (!joint(r, a.end, b.start)) return
    if (/[\w.:-]$/.test(textBefore(r.text, a.start, 1))) return
    r.verdicts[k] = { ...verdict, start: undefined, end: undefined, rule: 'list-before' }
  }
}

const withProtocol = (verdict: Verdict, protocol: Verdict['protocol']): Verdict =>
  protocol ? { ...verdict, protocol } : verdict
