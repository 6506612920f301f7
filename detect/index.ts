import { byAuthority } from './authority'
import { byCall } from './calls'
import { byPlace, byServiceRow, TextTables } from './columns'
import { byCode } from './code'
import { byCommand } from './commands'
import { COMMAND, GLUE, LEAD, OPEN, PORT, PROTOCOL, REFERENCE, UNIT } from './dictionary'
import { byFlag } from './flags'
import { byFlow } from './flows'
import { byEvidence, byRepeat } from './evidence'
import { byList, byListItem, joint } from './lists'
import { byMapping } from './mapping'
import { byWordAfter, byWordBefore } from './port-word'
import { byProtocol, protocolNear } from './protocol'
import { Reading, type Verdict } from './reading'
import type { Span } from './scan'
import { isKnownPort } from './services'
import type { Mention, TextBlock } from './types'
import { meaning, readWords, type Word } from './words'

export type { Mention, MentionKind, Protocol, Side, TextBlock } from './types'

/**
 * The port mentions of a block of text, in the order they stand, never overlapping, each inside the text.
 * Pure and total: any string is fine. Time grows linearly with the text.
 */
export function findMentions(block: TextBlock): Mention[] {
  if (!/\d/.test(block.text)) return []
  const r = read(block)
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

/** Judges every number of the block, once forward, then once more for repeats of what was found. */
export function read(block: TextBlock): Reading {
  const r = new Reading(block)
  const tables = new TextTables()
  for (let i = 0; i < r.spans.length; i++) {
    if (r.verdicts[i] || !isWorthReading(r, r.spans[i] as Span, i, tables)) continue
    const span = r.turnTo(i)
    const verdict = judge(r, span, i, tables)
    if (!verdict) continue
    r.verdicts[i] = verdict.protocol ? verdict : withProtocol(verdict, protocolNear(r, span))
    if (verdict.kind === 'word' || verdict.kind === 'protocol') joinBackward(r, i, verdict)
  }
  markRepeats(r)
  return r
}

/** Longest text whose place on the page (a cell, a list item) may say what its numbers are, in UTF-16 units. */
const LONGEST_CELL = 120

/**
 * Can any rule say yes to this number? Most numbers of ordinary text fail here: no talk of ports near, nothing beside
 * them that a rule reads, and no value that readers know.
 */
function isWorthReading(r: Reading, span: Span, i: number, tables: TextTables): boolean {
  const { text } = r
  if (span.dotted || tables.inTable || text.length < LONGEST_CELL) return true
  if (text.charCodeAt(span.start - 1) === 46 && /^(?: >|: |\s+\*\.)/.test(text.slice(span.end, span.end + 24)))
    return true
  if (r.verdicts[i - 1] && span.start - (r.spans[i - 1] as Span).end < 72) return true
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
  if (plausible) return before !== ' ' || isLedUpTo(text, span.start)
  if (value > 1023) return value > 2099 || span.to > span.from
  if (isDigit(ahead))
    return (
      (before === '/' && value > 32) || (before < '!' && /\.\d+[\t ]+$/.test(text.slice(span.start - 6, span.start)))
    )
  return (
    /-[A-Za-z][ =]?$/.test(text.slice(span.start - 3, span.start)) ||
    (value === 0 && after === ')') ||
    '(#_|;]@aA'.includes(before || ' ')
  )
}

const isDigit = (code: number): boolean => code > 47 && code < 58
const isLower = (code: number): boolean => code > 96 && code < 123

/** "status 200", "12 ms": the word that touches an unknown number says that it is the number of something else. */
function isSpokenFor(text: string, { start, end, to }: Span): boolean {
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

/** Among words and far from talk of ports: is there a flag, a host, a command, or a word that leads up to a port? */
function isLedUpTo(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 32), at)
  if (/(?:^|\s)-\S*\s+\S*\s+$|[^\sA-Za-z]\s+$|[^\sA-Za-z,:;)][^\s,]*\s+$|\s\s$|^\s*$/.test(head)) return true
  lead.length = 0
  readWords(head, 0, head.length, lead)
  return lead.some((word) => word.says & (COMMAND | OPEN | LEAD | PORT | PROTOCOL))
}

/** All ports, all unprivileged ones, IANA's three ranges: nothing else ends there. */
const WHOLE_RANGES =
  /^(?:[01]-(?:1023|1024|65535)|102[345]-(?:49151|65535)|30000-32767|32768-(?:60999|61000|65535)|49152-65535)$/

function judge(r: Reading, span: Span, i: number, tables: TextTables): Verdict | undefined {
  if (span.dotted) return byDots(r, span)
  const next = r.spans[i + 1]
  if (next && next.start - span.end < 10 && /[:/ >→=⇒➜-]/.test(r.text.charAt(span.end))) {
    const pair = byMapping(r, span, next)
    if (pair) {
      r.verdicts[i + 1] = pair.second
      const { start, host } = byAuthority(r, span) ?? {}
      return start === undefined ? pair.first : { ...pair.first, start, host }
    }
  }
  const last = r.spans[i - 1]
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
    byListItem(r, span, last, lastVerdict) ??
    byPlace(r, span) ??
    tables.judge(r, span) ??
    byServiceRow(r, span) ??
    (span.to > span.from && WHOLE_RANGES.test(`${span.from}-${span.to}`)
      ? { rule: 'whole-range', kind: 'word' as const }
      : undefined) ??
    byEvidence(r, span)
  )
}

/** ZooKeeper's `host:2888:3888`. */
function bySecondPort(r: Reading, span: Span, last: Span, verdict: Verdict): Verdict | undefined {
  const joined =
    verdict.kind === 'authority' && span.from > 999 && last.from > 999 && r.text.slice(last.end, span.start) === ':'
  return joined ? { rule: 'second-port', kind: 'authority' } : undefined
}

/** tcpdump and macOS netstat put a dot before the port: `192.168.1.5.443 >`. */
function byDots(r: Reading, span: Span): Verdict | undefined {
  const host = /(?:\d{1,3}\.){4}$|(?<=\s)[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*\.$/i.exec(r.before(span, 40))?.[0].slice(0, -1)
  if (!host || host.split('.').some((group) => +group > 255)) return undefined
  const after = r.after(span, 4)
  if (!/^(?::|\s|,|$|["'`)\]])/.test(after) || (span.from < 256 && !/^(?:: | >|\s+\S)/.test(after))) return undefined
  return { rule: 'host-dot-port', kind: 'authority', host, start: span.start - host.length - 1 }
}

/** The same with a name or a star before the dot: `IP localhost.51234 > web.example.8080:`, `*.8080  *.*  LISTEN`. */
function byDottedName(r: Reading): Verdict | undefined {
  if (!r.head.endsWith('.')) return undefined
  return (/^: /.test(r.tail)
    ? r.back(/(?<=\bIP6? \S+ > [\w:.-]+\.)/y)
    : / > /.test(r.tail.slice(0, 3)) && r.back(/(?<=\bIP6? [\w:.-]+\.)/y)) ||
    (/^\s+(?:\*\.|[\d.]+\s)/.test(r.tail) && r.back(/(?<=\s\*\.)/y))
    ? { rule: 'host-dot-port', kind: 'authority' }
    : undefined
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
    const a = r.spans[k]
    const b = r.spans[k + 1]
    if (!a || !b || r.verdicts[k] || b.start - a.end > 8 || a.from === 0) return
    if (!joint(r, a.end, b.start)) return
    if (/[\w.:-]$/.test(r.text.slice(Math.max(0, a.start - 1), a.start))) return
    r.verdicts[k] = { ...verdict, start: undefined, end: undefined, rule: 'list-before' }
  }
}

const withProtocol = (verdict: Verdict, protocol: Verdict['protocol']): Verdict =>
  protocol ? { ...verdict, protocol } : verdict

/** How far before a repeat the number must have been called a port, in UTF-16 units. */
const REPEAT_REACH = 1500

function markRepeats(r: Reading): void {
  const lastCalled = new Map<number, number>()
  for (const port of r.block.recent ?? []) lastCalled.set(port, 0)
  if (!lastCalled.size && !r.verdicts.some(Boolean)) return
  r.next = 0
  for (let i = 0; i < r.spans.length; i++) {
    const span = r.spans[i] as Span
    const verdict = r.verdicts[i]
    if (verdict) {
      lastCalled.set(span.from, span.start)
      if (span.to !== span.from) lastCalled.set(span.to, span.start)
      continue
    }
    const at = lastCalled.get(span.from)
    if (at === undefined || span.start - at > REPEAT_REACH) continue
    r.turnTo(i)
    const again = byRepeat(r, span, new Set([span.from]))
    if (again) r.verdicts[i] = again
  }
}
