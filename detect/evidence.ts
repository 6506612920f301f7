import { AND, COUNTER, GLUE, HARDWARE, KEY_ONLY, LEAD, NETWORK, OPEN, PLURAL, PORT } from './dictionary'
import { belongsElsewhere, claimed } from './elsewhere'
import { countsPorts, isDoubtful, isHardwarePort, isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort, namesItsService } from './services'

// What each sign is worth. A number is a port from THRESHOLD on. Tuned on one half of the corpus, checked on the other.
/** "port" stands before the number in the same sentence … */
const PORT_BEFORE_WEIGHT = 3.2
/** … less this for each word between that carries meaning, */
const WORD_BETWEEN_WEIGHT = -0.45
/** this for a comma, a dash or a bracket between, */
const CLAUSE_BETWEEN_WEIGHT = -0.3
/** and this when a sentence or a line ends between. */
const SENTENCE_BETWEEN_WEIGHT = -1.6
/** Another number stands between: "port 80 … 25". */
const NUMBER_BETWEEN_WEIGHT = -1
/** That number has the word to itself: "port 8443 for 22 days". */
const TAKEN_WEIGHT = -1.5
/** "port" stands after the number, not far. */
const PORT_AFTER_WEIGHT = 1.2
/** "50111 is the local port of the tunnel". */
const IS_PORT_WEIGHT = 2.5
/** Opens a line that goes on to speak of ports: "- 9100: metrics port". */
const ENTRY_WEIGHT = 1.2
/** An argument of some function that is not about ports. */
const ARGUMENT_WEIGHT = -3
/** A verb of listening, serving, forwarding before the number. */
const OPENS_WEIGHT = 1.3
/** "on", "to", "at", "(" lead up to it. */
const LED_WEIGHT = 1
/** "default is", "usually". */
const BY_DEFAULT_WEIGHT = 0.8
/** An address stands right before it: 10.0.0.1 6379. */
const ADDRESS_WEIGHT = 1.8
/** Marked up as code, or quoted. */
const QUOTED_WEIGHT = 0.6
/** A number that readers know as a port. */
const KNOWN_WEIGHT = 1
/** Four or five digits. */
const LONG_WEIGHT = 0.4
/** Its own service is named beside it: SSH 22. */
const SERVICE_WEIGHT = 1.6
/** A unit follows: 80 bytes. */
const UNIT_WEIGHT = -4
/** Another word claims the number: line 80. */
const CLAIMED_WEIGHT = -4
/** A lower-case noun follows, as after a quantity. */
const NOUN_WEIGHT = -0.8
/** It is the value of some other key. */
const OTHER_KEY_WEIGHT = -2.5
/** Looks like a year. */
export const YEAR_WEIGHT = -1.5
/** One digit, or two that nobody knows as a port. */
const SMALL_WEIGHT = -1.2
/** Ports of hardware are the subject. */
const HARDWARE_WEIGHT = -3
/** Another port was named shortly before. */
const AMONG_WEIGHT = 0.9
/** … and "on", "via", "uses" lead up to this one too. */
const ALSO_LED_WEIGHT = 0.8
/** … and the number is the next one or so: what is tried when the other is taken. */
const NEIGHBOUR_WEIGHT = 2.5
/** Known, four or five digits, and not a round number: little else is called 5432 or 8443. */
const UNMISTAKABLE_WEIGHT = 0.6
/** Glued to letters, a slash or a hyphen. */
const GLUED_WEIGHT = -3
export const THRESHOLD = 3

const GLUE_BEFORE = '%#+@\\.:^-_'
const GLUE_AFTER = "-_+%'\\"

/** Weighs all that speaks for and against a number that no other rule has read. */
export function byEvidence(r: Reading, span: Span): Verdict | undefined {
  // Glued numbers never make it, and they are most of what logs hold: do not weigh them.
  if (GLUE_BEFORE.includes(r.text.charAt(span.start - 1) || ' ') || GLUE_AFTER.includes(r.text.charAt(span.end) || ' '))
    return undefined
  const port = r.wordBefore(span, PORT, 110)
  const verb = r.wordBefore(span, OPEN, 40)
  const after = r.wordAfter(span, PORT, 40)
  // Only a number and its own service side by side can still make it: "`25` for SMTP", or one among others: "and on 13133".
  if (!port && !verb && !after && !isKnownPort(span.from) && !(r.verdicts[r.at - 1] && r.back(ALSO_LED)))
    return undefined
  if (isDoubtful(r, span)) return undefined
  const score = weigh(r, span)
  return score >= THRESHOLD ? { rule: 'evidence', kind: 'word' } : undefined
}

/** Adds up the signs. What rules a number out by itself is asked first and ends it: most numbers go no further. */
export function weigh(r: Reading, span: Span): number {
  const { head, tail, text } = r
  if (r.hasUnit(span) || COUNTER.test(tail) || (head.endsWith('[') && tail.startsWith(']'))) return UNIT_WEIGHT
  if (STATUS.test(tail) || claimed(r, span) || belongsElsewhere(r, span)) return CLAIMED_WEIGHT
  // port % 256, 443 * time.Second
  if (/[\w)] [%*/+] $/.test(head) || /^ [%*/] [\w(]/.test(tail)) return GLUED_WEIGHT
  if (GLUED_BEFORE.test(head.slice(-2)) || GLUED_AFTER.test(tail)) {
    if (!/^\/(?:\D|$)/.test(tail) || /[\w.:/-]$/.test(head.slice(-1))) return GLUED_WEIGHT
  }
  const known = isKnownPort(span.from)
  let score = known ? KNOWN_WEIGHT : span.from < 100 ? SMALL_WEIGHT : 0
  if (span.from > 999) score += LONG_WEIGHT
  if (known && span.from > 1023 && span.from % 1000 && span.from % 1111) score += UNMISTAKABLE_WEIGHT
  if (isYear(span)) score += YEAR_WEIGHT
  const port = r.wordBefore(span, PORT, 110)
  if (port && !(port.says & KEY_ONLY) && !countsPorts(r, port))
    score += portBefore(
      r,
      port.end,
      span,
      !(port.says & PLURAL) && !!r.verdicts[r.at - 1] && r.spans.startOf(r.at - 1) > port.end,
    )
  const after = r.wordAfter(span, PORT, 40)
  if (after) {
    const gap = text.slice(span.end, after.start)
    if (
      !(after.says & (KEY_ONLY | PLURAL)) &&
      !/[.;:\n]|\d/.test(gap) &&
      !/^\W*\d/.test(text.slice(after.end, after.end + 12))
    )
      score += PORT_AFTER_WEIGHT
    if (IS_PORT.test(gap)) score += IS_PORT_WEIGHT
    else if (/^["'`*]*\s?(?::|[-–—] )[^\n]*$/.test(gap) && r.back(ENTRY)) score += ENTRY_WEIGHT
  }
  const last = r.spans.at(r.at - 1)
  const among = last && r.verdicts[r.at - 1] && span.start - last.end < 160
  if (among) score += AMONG_WEIGHT
  const verb = r.wordBefore(span, OPEN, 40)
  if (verb && !/[.;\n]\s/.test(text.slice(verb.end, span.start))) score += OPENS_WEIGHT
  if (among && (known || span.from > 1023) && r.back(ALSO_LED) && ENDS.test(tail)) score += LED_WEIGHT + ALSO_LED_WEIGHT
  else if (r.wordBefore(span, LEAD, 3) || (r.back(OPENED) && !/^["'`]?, ?["'`]?[\d)]/.test(tail))) score += LED_WEIGHT
  if (among && span.from > 1023 && Math.abs(span.from - last.to) < 10) score += NEIGHBOUR_WEIGHT
  if (/["'`*] ?$/.test(head.slice(-2)) && /^["'`*]/.test(tail)) score += QUOTED_WEIGHT
  // What follows adds at most this much.
  if (score < THRESHOLD - BY_DEFAULT_WEIGHT - ADDRESS_WEIGHT - (known ? SERVICE_WEIGHT : 0)) return score
  if (
    (port || verb || after || among) &&
    /\bdefaults?\b|usually|typically|normally|Standard|défaut|defecto|pr?edeterm|padrão|domyśln|умолчанию|默认|預設|デフォルト|기본/i.test(
      head.slice(-40),
    )
  )
    score += BY_DEFAULT_WEIGHT
  if (r.back(ADDRESS)) score += ADDRESS_WEIGHT
  if (known && namesItsService(`${head.slice(-24)} ${tail.slice(0, 24)}`, span.from)) score += SERVICE_WEIGHT
  if (score < THRESHOLD) return score
  if (r.back(ARGUMENT) && /^["']?\s*[,)]/.test(tail)) score += ARGUMENT_WEIGHT
  if (NOUN.test(tail)) score += NOUN_WEIGHT
  const ownKey = port && span.start - port.end < 30 && !/[\n,;\d]/.test(text.slice(port.end, span.start))
  if (!ownKey && r.back(OTHER_KEY)) score += OTHER_KEY_WEIGHT
  if (span.from < 65 && !known && (r.wordBefore(span, HARDWARE, 200) || r.wordAfter(span, HARDWARE, 80)))
    score += HARDWARE_WEIGHT
  if (port && isHardwarePort(r, port, span)) score += HARDWARE_WEIGHT
  return score
}

const GLUED_BEFORE = /[\w\p{L}%#+@/\\.:^-]$|\+ $/u
const GLUED_AFTER = /^(?:[-\w+%'’\\/]|\.\d|:[\w:]|,\d{3}\b)/
const STATUS = /^ (?:OK|Bad Re|Not? [A-Z]|Found|Moved|Forbidden|Unauth|Internal|Service Un)/
const IS_PORT =
  /^["'`*,]*\s+(?:(?:is|are|being|as) (?:the|a|an|your|its)|ist|est|es|é|è|er|är|jest|to|je|este|(?:[—–-] )?это|—)\s[^.;\d]*$/
/** Nothing before it on its line but a list's mark. */
const ENTRY = /(?<=(?:^|\n)[ \t]*(?:[-*•][ \t]+)?["'`*]*)/y
const OPENED = /(?<=\(["'`*\s]*)/y
const ALSO_LED =
  /(?<=\b(?:on|via|over|us(?:es?|ing)|say|like|statt|lieber|auf|sur|en|el|em|la|le|na|op|sulla|nehmen Sie)[ \t]+["'`*]*|(?:[改换][为成到]?|改為|変更|から|используйте|在|[は는은])\s?|(?:^|\s)(?:на|по|στη|στην|pe|på)\s["'`*]*)/iy
const ENDS =
  /^["'`*)]*(?:[.,;:!?)](?!\d)|[。，、）で에]|으?로|\s*$|\s+(?:and|or|for|und|et|y|e|i|in|too|also|instead|as|but|\(|–|-)|\n)/
const ADDRESS = /(?<=(?:(?:\d{1,3}\.){3}\d{1,3}|\blocalhost)[ \t]+)/y
const ARGUMENT = /(?<=\w(?<!port)\(["']?)/iy
const OTHER_KEY = /(?<=[\w"'`\])][ \t]*(?:[=:]|={2,3}|=>)[ \t]*\[?["'`]?(?:\d+["'`]?, ?["'`]?)*)/y
const NOUN =
  /^\s(?!(?:or|is|are|was|for|on|to|if|in|by|with|from|as|at|but|and|then|which|that|when|into|has|und|instead|too|also|again|only|rather|while|because|since|unless|though|here|there|now|via|without)\b)[a-z]{3}/

/** "port … 22": the nearer, and the less between, the more. */
function portBefore(r: Reading, end: number, span: Span, taken: boolean): number {
  const gap = r.text.slice(end, span.start)
  // Too far to count for enough.
  if (gap.length > 64 && gap.includes('\n')) return 0
  // The Port of Miami, ports/editors/vim
  if (/^(?:\/[a-z]|-(?!forward|number|range)[a-z]| (?:(?:of|de|von|di) )?\p{Lu}\p{Ll})/u.test(gap)) return 0
  let score = PORT_BEFORE_WEIGHT
  score += WORD_BETWEEN_WEIGHT * Math.max(0, r.strangers(end, span.start, GLUE | LEAD | AND | OPEN | PORT | NETWORK))
  if (/[,(–—-]/.test(gap)) score += CLAUSE_BETWEEN_WEIGHT
  if (/[.;!?]\s|\n\s*(?:[-*#|>\d]|\n)|\n[^\n]*[=:{}]/.test(gap)) score += SENTENCE_BETWEEN_WEIGHT
  if (/\d/.test(gap)) score += NUMBER_BETWEEN_WEIGHT
  if (taken && !r.back(ALSO_LED)) score += TAKEN_WEIGHT
  return score
}
