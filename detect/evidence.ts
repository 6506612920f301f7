import { AND, COUNTER, ENDING, GLUE, HARDWARE, KEY_ONLY, LEAD, NETWORK, OPEN, PLURAL, PORT } from './dictionary'
import { belongsElsewhere, claimed } from './elsewhere'
import { countsPorts, isDoubtful, isHardwarePort, isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort, namesItsService } from './services'
import * as sign from './signs'
import * as WEIGHT from './weights'
import { ALMOST, THRESHOLD } from './weights'

/** Hebrew joins its prepositions to a number with a hyphen. */
const isHebrew = (code: number): boolean => code > 0x5cf && code < 0x5eb

const GLUE_BEFORE = '%#+@\\.:^-_'
const GLUE_AFTER = "-_+%'\\"

/** Weighs all that speaks for and against a number that no other rule has read. */
export function byEvidence(r: Reading, span: Span): Verdict | undefined {
  // Glued numbers never make it, and they are most of what logs hold: do not weigh them.
  if (GLUE_BEFORE.includes(r.left) && !isHebrew(r.text.charCodeAt(span.start - 2))) return undefined
  if (GLUE_AFTER.includes(r.right) && !ENDING.test(r.tail)) return undefined
  const port = r.wordBefore(span, PORT, 110)
  const verb = r.wordBefore(span, OPEN, 40)
  const after = r.wordAfter(span, PORT, 40)
  // Only a number and its own service side by side can still make it: "`25` for SMTP", or one among others: "and on 13133".
  if (
    !port &&
    !verb &&
    !after &&
    !isKnownPort(span.from) &&
    !(r.verdicts[r.at - 1] && !r.isGlued && r.back(sign.ALSO_LED))
  )
    return undefined
  if (isDoubtful(r, span)) return undefined
  const score = weigh(r, span)
  if (score >= THRESHOLD) return EVIDENCE
  if (score >= ALMOST && (span.from > 999 || isKnownPort(span.from))) r.almost = r.at
  return undefined
}
const EVIDENCE: Verdict = { rule: 'evidence', kind: 'word' }

/** What nearly was a port is one if the next number is: "we went from 3000 to port 8080". */
export function promoteBefore(r: Reading, span: Span, { kind }: Verdict): void {
  const k = r.at - 1
  if (r.almost !== k || k < 0 || kind === 'authority') return
  const gap = r.text.slice(r.spans.endOf(k), span.start)
  if (gap.length < 72 && !/[.;!?]\s|\n/.test(gap)) r.verdicts[k] = EVIDENCE
}

/** Adds up the signs. What rules a number out by itself is asked first and ends it: most numbers go no further. */
export function weigh(r: Reading, span: Span): number {
  const { head, text } = r
  const tail = '.\0 '.includes(r.right) ? r.tail : r.tail.replace(ENDING, '')
  if (
    r.hasUnit(span) ||
    COUNTER.test(tail) ||
    (head.endsWith('[') &&
      tail.startsWith(']') &&
      !(span.from > 999 && head.endsWith(' [') && !r.verdicts[r.at - 1] && r.wordBefore(span, PORT, 40)))
  )
    return WEIGHT.UNIT
  if (sign.COUNT.test(tail) && !isKnownPort(span.from)) return WEIGHT.UNIT
  if (sign.STATUS.test(tail) || claimed(r, span) || sign.claimedBefore(r, span) || belongsElsewhere(r, span))
    return WEIGHT.CLAIMED
  if (sign.UNSPACED_BEFORE.test(head.slice(-1))) return WEIGHT.GLUED
  // port % 256, 443 * time.Second
  if ((/[\w)] [%*/+] $/.test(head) || /^ [%*/] [\w(]/.test(tail)) && !namesItsService(head.slice(-40), span.from))
    return WEIGHT.GLUED
  if (sign.GLUED_BEFORE.test(head.slice(-2)) || sign.GLUED_AFTER.test(tail)) {
    if ((!/^\/(?:\D|$)/.test(tail) && !sign.isPair(tail, span)) || /[\w.:/-]$/.test(head.slice(-1))) return WEIGHT.GLUED
  }
  // listen(socket, 5)
  if (span.from < 20 && /\(\w+, $/.test(head)) return WEIGHT.GLUED
  const known = isKnownPort(span.from)
  let score = known ? WEIGHT.KNOWN : span.from < 100 ? WEIGHT.SMALL : 0
  if (span.from > 999) score += WEIGHT.LONG
  if (known && span.from > 1023 && span.from % 1000 && span.from % 1111) score += WEIGHT.UNMISTAKABLE
  if (isYear(span) || (span.from > 1400 && span.from < 1900 && /\b[Ii]n $/.test(head))) score += WEIGHT.YEAR
  const port = r.wordBefore(span, PORT, 110)
  if (port && !(port.says & KEY_ONLY) && !countsPorts(r, port))
    score += portBefore(
      r,
      port.end,
      span,
      !(port.says & PLURAL) && !!r.verdicts[r.at - 1] && r.spans.startOf(r.at - 1) > port.end,
    )
  if (
    port &&
    !(port.says & (KEY_ONLY | PLURAL)) &&
    r.back(sign.COPULA) &&
    !/\d|[.;!?]\s/.test(text.slice(port.end, span.start))
  )
    score += WEIGHT.COPULA
  const after = r.wordAfter(span, PORT, 40)
  if (after) {
    const gap = text.slice(span.end, after.start)
    if (
      !(after.says & (KEY_ONLY | PLURAL)) &&
      !/[.;:\n]|\d/.test(gap) &&
      !/^\W*\d/.test(text.slice(after.end, after.end + 12))
    )
      score += WEIGHT.PORT_AFTER
    if (sign.IS_PORT.test(gap)) score += WEIGHT.IS_PORT
    else if (/^["'`*]*\s?(?::|[-–—] )[^\n]*$/.test(gap) && r.back(sign.ENTRY)) score += WEIGHT.ENTRY
  }
  const last = r.spans.at(r.at - 1)
  const among = last && r.verdicts[r.at - 1] && span.start - last.end < 160
  if (among) score += WEIGHT.AMONG
  const verb = r.wordBefore(span, OPEN, 40)
  if (verb && !/[.;\n]\s/.test(text.slice(verb.end, span.start))) score += WEIGHT.OPENS
  if (
    known &&
    span.from > 1023 &&
    r.back(sign.ON_BEHIND) &&
    (r.wordBefore(span, NETWORK, 80) || r.wordAfter(span, NETWORK, 60)) &&
    sign.endsClause(r, span, tail)
  )
    score += WEIGHT.TALK
  if (among && (known || span.from > 1023) && r.back(sign.ALSO_LED) && sign.endsClause(r, span, tail))
    score += WEIGHT.LED + WEIGHT.ALSO_LED
  else if (r.wordBefore(span, LEAD, 3) || (r.back(sign.OPENED) && !/^["'`]?, ?["'`]?[\d)]/.test(tail)))
    score += WEIGHT.LED
  if (
    among &&
    span.from > 1023 &&
    known &&
    /^[^\n]*[,、，،][^\n]*$/.test(text.slice(last.end, span.start)) &&
    sign.ENDS.test(tail)
  )
    score += WEIGHT.PARALLEL
  if (among && span.from > 1023 && Math.abs(span.from - last.to) < 10) score += WEIGHT.NEIGHBOUR
  if (known && /^(?:\/\d+)?\s*\n|^$/.test(tail) && /\n\s*$/.test(head) && isInColumn(r, span)) score += WEIGHT.ALONE
  if (/["'`*|] *$/.test(head.slice(-9)) && /^["'`*]| *\|/.test(tail)) score += WEIGHT.QUOTED
  // What follows adds at most this much.
  if (
    score <
    ALMOST - WEIGHT.BY_DEFAULT - WEIGHT.DEFAULTED - WEIGHT.ADDRESS - (known ? WEIGHT.SERVICE + WEIGHT.SETTING : 0)
  )
    return score
  if (
    (port || verb || after || among) &&
    /\bdef(?:aults?\b|\.)|usually|typically|normally|Standard|défaut|defecto|pr?edeterm|padrão|domyśln|умолчанию|默认|預設|デフォルト|기본/i.test(
      head.slice(-40),
    )
  )
    score += WEIGHT.BY_DEFAULT
  const isDefault =
    port && (known || span.from > 1023) && sign.DEFAULT.test(head) && !/\d/.test(text.slice(port.end, span.start))
  if (isDefault) score += WEIGHT.DEFAULTED
  if (r.back(sign.ADDRESS)) score += WEIGHT.ADDRESS
  if (known && namesItsService(`${head.slice(-24)} ${tail.slice(0, 24)}`, span.from))
    score +=
      WEIGHT.SERVICE +
      (sign.SETTING.test(head) || sign.SECURE.test(tail) || (last && sign.followsOwn(r, last)) ? WEIGHT.SETTING : 0)
  if (score < ALMOST) return score
  if (r.back(sign.ARGUMENT) && /^["']?\s*[,)]/.test(tail)) score += WEIGHT.ARGUMENT
  if (sign.NOUN.test(tail) && !r.wordAfter(span, AND | GLUE | LEAD | OPEN, 2))
    score += WEIGHT.NOUN * (sign.PLURAL_NOUN.test(tail) ? 2 : 1)
  const ownKey = port && span.start - port.end < 30 && !/[\n,;\d]/.test(text.slice(port.end, span.start))
  if (!ownKey && !isDefault && r.back(sign.OTHER_KEY) && !namesItsService(head.slice(-16), span.from))
    score += WEIGHT.OTHER_KEY
  if (span.from < 65 && !known && (r.wordBefore(span, HARDWARE, 200) || r.wordAfter(span, HARDWARE, 80)))
    score += WEIGHT.HARDWARE
  if (port && isHardwarePort(r, port, span)) score += WEIGHT.HARDWARE
  return score
}

/** Does a heading some lines above say port, with no other numbers between but ports? */
function isInColumn(r: Reading, span: Span): boolean {
  const word = r.wordBefore(span, PORT, 200)
  return !!word && (!!r.verdicts[r.at - 1] || !/\d/.test(r.text.slice(word.end, span.start)))
}

/** "port … 22": the nearer, and the less between, the more. */
function portBefore(r: Reading, end: number, span: Span, taken: boolean): number {
  const gap = r.text.slice(end, span.start)
  // Too far to count for enough.
  if (gap.length > 64 && gap.includes('\n')) return 0
  // The Port of Miami, ports/editors/vim
  if (
    /^(?:\/[a-z]|-(?!forward|number|range)[a-z]| (?:(?:of|de|von|di) )?\p{Lu}\p{Ll})/u.test(gap) &&
    !(span.from > 2099 && (gap.includes('(') || r.wordBefore(span, LEAD, 3)))
  )
    return 0
  // "no port found", 3000)
  if (/^(?:[^(].*["'`]|[A-Z]\w*), $/.test(gap) && r.tail.startsWith(')')) return 0
  let score = WEIGHT.PORT_BEFORE
  score += WEIGHT.WORD_BETWEEN * Math.max(0, r.strangers(end, span.start, GLUE | LEAD | AND | OPEN | PORT | NETWORK))
  if (/[,(–—-]/.test(gap)) score += WEIGHT.CLAUSE_BETWEEN
  if (/[.;!?]\s|\n\s*(?:[-*#|>\d]|\n)|\n[^\n]*[=:{}]/.test(gap)) score += WEIGHT.SENTENCE_BETWEEN
  if (/\d/.test(gap)) score += WEIGHT.NUMBER_BETWEEN
  if (taken && !r.back(sign.ALSO_LED)) score += WEIGHT.TAKEN
  return Math.max(0, score)
}
