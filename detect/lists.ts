import { AND, ENDING, PLURAL, PORT, PROTOCOL, REFERENCE, UNIT } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isHardwarePort, isYear } from './port-word'
import { isKnownPort } from './services'
import { textBefore } from './text'

/** Marks that may stand between the numbers of a list. */
const MARKS = /^["'`*_)\]}\s]*(?:ו[-־]|vs\.|[\s,;/&+|、，·"'`*_([{\p{L}\p{M}])*$/u

const ARTICLE = /[a-zéà]{1,4} (?:th?e|die|den|der|les?|los|el|las?|il|het) ["'`*]*$/

/** Is there nothing between two numbers but what joins the items of a list, after a note in brackets at most? */
export function joint(r: Reading, from: number, to: number): boolean {
  const gap = r.text.slice(from, to)
  if (to - from > 60 || /^\)["'`]/.test(gap)) return false
  const ending = ENDING.exec(gap)?.[0].length ?? 0
  const note = ending + (/^["'`*_)\]}]*\s?\([^()\d]*\)/.exec(gap.slice(ending))?.[0].length ?? 0)
  return (
    /[,;/&+|、，·\p{L}]/u.test(gap.slice(note)) &&
    MARKS.test(gap.slice(note)) &&
    r.strangers(from + note, to, AND | PROTOCOL) <= +ARTICLE.test(gap)
  )
}

const SPACES = /^["'`,]*[ \t]+["'`]?$/
/** `port { 80 443 8080 }` of pf, `port in {80 443}` of Wireshark, `port 80 443` of Squid. */
const SET = /(?<=\{[ \t]*(?:\d+(?:-\d+)?,?[ \t]+)+|\bacl \w+ port(?: \d+(?:-\d+)?)+ |\bn?eq (?:[\w-]+ )+)/y
/** The items of a YAML or markdown list, a JSON or Python array over lines. */
const NEXT_ITEM = /^["'`]?,?[ \t]*(?:(?:#|\/\/)[^\n\d]{0,40})?\n[ \t]*(?:-[ \t]*)?["'`]?$/
const EXPLAINED =
  /^["'`*)]*(?:\s+(?:for|is|with|f[öo]r|für|pour|par?a|per|voor|для|dla|pro|pentru|για|için|=|:|-|–)|:)\s?[\p{L}][\p{L}\w ./’'-]{0,24}(?:\([^()\d]{0,24}\))?\s*,?\s*["'`*]*$/u
const JOINED = /[,、，]|\s(?:and|or|und|oder|et|ou|y|o|e|i|и|и|och|og|en|a|și|ve|και)\s["'`*]*$/u
/** "8080 instead of 80" */
const INSTEAD = /^["'`*]* (?:instead of|rather than|statt|au lieu de|en lugar de|вместо) ["'`*]*$/

/** Opens a line, or a list's item, and something is said about it: "* 22 for SSH", "9000: console". */
const ITEM = /(?<=\n[ \t]*(?:[-*•+][ \t]+)?["'`*]*)/y
/** What a lead-in or the rest of an item may hold before the next: no empty line but after a lead-in. */
const LEAD_IN = /^(?![^\n]*[.\d][^\n])[^\n]{0,90}\n(?:[-=]+\n)?(?:[ \t]*\n)?[ \t]*(?:[-*•+][ \t]+)?["'`*]*$/

/** A table's heading, its columns run together: "Port Description", and the line's end. */
const HEADING = /^\s?[\p{Lu}\p{Lo}]\S+(?:[ \t]+[\p{Lu}\p{Lo}][^\s.;:]*){0,4}:?[ \t]*\n\s?[ \t]*["'`*]*$/u
/** What is said about a port on a line that it opens. */
const SAID = /^["'`*]*\s(?:[-–—|:=]|\P{Ll})/u

/** An item that names what listens before its number: "- Console: 9444". */
const LABELLED = /(?<=(\n[ \t]*(?:[-*•+→▪][ \t]+)?["'`*]*\p{L}[^\n:]{0,40}(?::["'`*]*[ \t]+|：\s?)["'`*]*))/uy
/** The rest of a line that says ports follow, or of a heading. */
const OPENS_LIST = /^(?:[^\n.;\d]{0,90}[:：])?["'`*]*[ \t]*(?:\n[ \t]*)?$/

const ITEM_VERDICT: Verdict = { rule: 'list-item', kind: 'word', list: true }

const isItem = (r: Reading, { start, end }: Span): boolean =>
  /\n[ \t]*[-*•+][ \t]+["'`*]*$/.test(textBefore(r.text, start, 12)) &&
  /^["'`*]*\s?[-–—:(]/.test(r.text.slice(end, end + 4))

/** A list's item under words that say these are ports: "Open these ports:", "# Ports". */
export function byListItem(r: Reading, span: Span): Verdict | undefined {
  if (!'\n-•+:：'.includes(r.mark) || '-•+:'.includes(r.left) || isYear(span) || span.from < 20) return undefined
  const label = r.mark === ':' || r.mark === '：' ? r.back(LABELLED)?.[1] : ''
  if (label === undefined || (label && (r.wordBefore(span, REFERENCE | UNIT, label.length) || r.hasUnit(span))))
    return undefined
  if (/^["'`*]*(?:[.)]\s|[-/\w%]| [a-z]{3,}s\b)/.test(r.tail) || !(label || r.back(ITEM))) return undefined
  let k = r.at - 1
  while (label && k >= 0 && r.spans.endOf(k) > span.start - label.length) k--
  const last = r.spans.at(k)
  const verdict = r.verdicts[k]
  if (
    last &&
    (verdict?.rule === 'list-item' ||
      verdict?.rule === 'list' ||
      (verdict?.kind !== 'authority' &&
        span.from > 999 &&
        isItem(r, last) &&
        /^["'`*]*\s?[-–—:(]\s?\p{L}/u.test(r.tail))) &&
    !/\n[^\n]*\S[^\n]*\n/.test(r.text.slice(last.end, span.start))
  )
    return ITEM_VERDICT
  const isKnown = span.from > 999 || isKnownPort(span.from)
  if (!label && isKnown && verdict?.list && SAID.test(r.tail)) return ITEM_VERDICT
  const word = r.wordBefore(span, PORT, label ? 150 : 90)
  if (!word) return undefined
  if (label)
    return OPENS_LIST.test(r.text.slice(word.end, span.start - label.length)) &&
      !/\d\s(?:\w+\s)?$/.test(textBefore(r.text, word.start, 16)) &&
      (word.says & PLURAL ||
        (span.from > 999 && !isHardwarePort(r, word, span)) ||
        r.text.charCodeAt(word.start) > 0x2e7f ||
        /^ (?:numbers|settings|assignments|ranges)\b/i.test(r.text.slice(word.end, word.end + 13)))
      ? ITEM_VERDICT
      : undefined
  return word.says & PLURAL
    ? LEAD_IN.test(r.text.slice(word.end, span.start))
      ? ITEM_VERDICT
      : undefined
    : isKnown && HEADING.test(r.text.slice(Math.max(0, word.start - 1), span.start))
      ? ITEM_VERDICT
      : undefined
}

/** The answers to choose from: "B. 443", `options: ["80", "443"]`. */
const OPTION =
  /(?<=(?:^|\s)\(?[A-Ha-h][.)][ \t]*["'`*]*|\b(?:option|opt|choice|answer)s?["'`]?\s*[:=]\s*[[{(]?\s*(?:["'`]\d+["'`],\s*)*["'`])/iy

/** What may be chosen where a question asks for a port. */
export function byOption(r: Reading, span: Span): Verdict | undefined {
  if (!('.):=,[{('.includes(r.mark) && (span.from > 999 || isKnownPort(span.from)) && r.back(OPTION))) return undefined
  const word = r.wordBefore(span, PORT, 170)
  return word && /[?？؟:：]/.test(r.text.slice(word.end, span.start)) ? ITEM_VERDICT : undefined
}

/** A number that goes on with the list that the last one is part of: "ports 80, 443 and, if you must, 8080". */
export function byList(r: Reading, span: Span, last: Span, verdict: Verdict): Verdict | undefined {
  if (span.start - last.end > 72) return undefined
  const gap = r.text.slice(Math.max(last.end, verdict.end ?? 0), span.start)
  const tail = r.after(span, 12)
  if (/^(?:[-\w%]|\.\d|:\d)/.test(tail) || r.hasUnit(span)) return undefined
  return goesOn(r, span, last, verdict, gap)
    ? { ...verdict, start: undefined, end: undefined, host: undefined, side: undefined }
    : undefined
}

function goesOn(r: Reading, span: Span, last: Span, verdict: Verdict, gap: string): boolean {
  // localhost:8080,8081: the next ports of the same host; not the next column of a record.
  if (verdict.kind === 'authority' && /^, ?$/.test(gap)) return span.from > 999 && Math.abs(span.from - last.to) < 100
  if (verdict.rule === 'evidence' && / to $/.test(gap) && gap.length < 8) return true
  if (
    verdict.rule === 'evidence' &&
    (span.from > 999 || isKnownPort(span.from)) &&
    !/\(/.test(gap) &&
    joint(r, span.start - gap.length, span.start)
  )
    return true
  // A table's next column
  if (verdict.rule === 'text-table' && gap.includes('|')) return false
  // TCP 443->8443
  if (verdict.kind === 'protocol' && /^\s?(?:[-=]>|→)\s?$/.test(gap)) return true
  if (INSTEAD.test(gap)) return span.from > 19
  // Port: 2525 (or 587)
  if (span.from > 19 && /^["'`*]*\s?\((?:or|and)\s["'`*]*$/.test(gap)) return true
  // SMTP port: 587 (TLS) or 465 (SSL)
  if (verdict.list || (verdict.rule === 'port-key' && isKnownPort(span.from) && /[A-Za-z]/.test(gap))) {
    if (joint(r, span.start - gap.length, span.start)) {
      if (/^\s?\/\s?$/.test(gap) && span.from < 7) return false
      return true
    }
    if (SPACES.test(gap) && (verdict.rule === 'expose' || r.back(SET))) return true
    if (/^["'`]?,?\s*\n/.test(gap) && NEXT_ITEM.test(gap)) return /-|,/.test(gap)
    if (EXPLAINED.test(gap) && JOINED.test(gap) && span.from > 19) return true
    if (/^["'`*]*,? (?:and|or),? [a-z ']{1,20}, ["'`*]*$/i.test(gap)) return true
  }
  return false
}
