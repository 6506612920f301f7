import { countsPorts, isDoubtful, isHardwarePort, isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import type { Span } from './scan'
import { isKnownPort, namesItsService } from './services'
import {
  AND,
  GLUE,
  HARDWARE,
  KEY_ONLY,
  LEAD,
  meaning,
  NETWORK,
  OPEN,
  PLURAL,
  PORT,
  PROTOCOL,
  REFERENCE,
  UNIT,
} from './words'

/** What each sign is worth. A number is a port from THRESHOLD on. Tuned on one half of the corpus, checked on the other. */
export const WEIGHTS = {
  /** "port" stands before the number in the same sentence … */
  portBefore: 3.2,
  /** … less this for each word between that carries meaning, */
  wordBetween: -0.45,
  /** this for a comma, a dash or a bracket between, */
  clauseBetween: -0.3,
  /** and this when a sentence or a line ends between. */
  sentenceBetween: -1.6,
  /** Another number stands between: "port 80 … 25". */
  numberBetween: -1,
  /** "port" stands after the number, not far. */
  portAfter: 1.2,
  /** "50111 is the local port of the tunnel". */
  isPort: 2.5,
  /** Opens a line that goes on to speak of ports: "- 9100: metrics port". */
  entry: 1.2,
  /** An argument of some function that is not about ports. */
  argument: -3,
  /** A verb of listening, serving, forwarding before the number. */
  opens: 1.3,
  /** "on", "to", "at", "(" lead up to it. */
  led: 1,
  /** "default is", "usually". */
  byDefault: 0.8,
  /** An address stands right before it: 10.0.0.1 6379. */
  address: 1.8,
  /** Marked up as code, or quoted. */
  quoted: 0.6,
  /** A number that readers know as a port. */
  known: 1,
  /** Four or five digits. */
  long: 0.4,
  /** Its own service is named beside it: SSH 22. */
  service: 1.6,
  /** A unit follows: 80 bytes. */
  unit: -4,
  /** Another word claims the number: line 80. */
  claimed: -4,
  /** A lower-case noun follows, as after a quantity. */
  noun: -0.8,
  /** It is the value of some other key. */
  otherKey: -2.5,
  /** Looks like a year. */
  year: -1.5,
  /** One digit, or two that nobody knows as a port. */
  small: -1.2,
  /** Ports of hardware are the subject. */
  hardware: -3,
  /** Another port was named shortly before. */
  among: 0.9,
  /** Glued to letters, a slash or a hyphen. */
  glued: -3,
} as const
export const THRESHOLD = 3

const GLUE_BEFORE = '%#+@\\.:^-_'
const GLUE_AFTER = "-_+%'\\"

/** Weighs all that speaks for and against a number that no other rule has read. */
export function byEvidence(r: Reading, span: Span): Verdict | undefined {
  // Glued numbers never make it, and they are most of what logs hold: do not weigh them.
  if (GLUE_BEFORE.includes(r.text.charAt(span.start - 1) || ' ') || GLUE_AFTER.includes(r.text.charAt(span.end) || ' ')) return undefined
  const port = r.wordBefore(span, PORT, 110)
  const verb = r.wordBefore(span, OPEN, 40)
  const after = r.wordAfter(span, PORT, 40)
  if (!port && !verb && !after) {
    // Only a number and its own service side by side can still make it: "`25` for SMTP".
    if (!isKnownPort(span.from)) return undefined
  }
  if (isDoubtful(r, span)) return undefined
  const score = weigh(r, span)
  return score >= THRESHOLD ? { rule: 'evidence', kind: 'word' } : undefined
}

export function weigh(r: Reading, span: Span): number {
  const head = r.before(span, 60)
  const tail = r.after(span, 40)
  const touching = head.replace(/["'`*_({[\s<“]+$/, '')
  let score = 0
  if (/[\w\p{L}%#+@/\\.:^-]$|\+ $/u.test(head) || /^(?:[-\w+%'’\\/]|\.\d|:\w|,\d{3}\b)/.test(tail)) {
    if (!/^\/(?:\D|$)/.test(tail) || /[\w.:/-]$/.test(head)) score += WEIGHTS.glued
  }
  const port = r.wordBefore(span, PORT, 110)
  if (port && !(port.says & KEY_ONLY) && !countsPorts(r, port)) score += portBefore(r, port.end, span)
  const after = r.wordAfter(span, PORT, 40)
  if (after && !(after.says & (KEY_ONLY | PLURAL))) {
    const gap = r.text.slice(span.end, after.start)
    if (!/[.;:\n]|\d/.test(gap) && !/^\W*\d/.test(r.text.slice(after.end, after.end + 12))) score += WEIGHTS.portAfter
  }
  if (after && /^["'`,]*\s+(?:is|are|being|as) (?:the|a|an|your|its)\s[^.;\d]*$/.test(r.text.slice(span.end, after.start))) score += WEIGHTS.isPort
  if (after && /(?:^|\n)[ \t]*(?:[-*•][ \t]+)?["'`*]*$/.test(head) && /^["'`*]*\s?(?::|[-–—] )[^\n]*$/.test(r.text.slice(span.end, after.start))) score += WEIGHTS.entry
  if (/\w\(["']?$/.test(head) && !/port\(["']?$/i.test(head) && /^["']?\s*[,)]/.test(tail)) score += WEIGHTS.argument
  const last = r.spans[r.at - 1]
  if (last && r.verdicts[r.at - 1] && span.start - last.end < 160) score += WEIGHTS.among
  const verb = r.wordBefore(span, OPEN, 40)
  if (verb && !/[.;\n]\s/.test(r.text.slice(verb.end, span.start))) score += WEIGHTS.opens
  const lead = r.wordBefore(span, LEAD, 3)
  if (lead || /\($|[(]["'`*]*$/.test(head.trimEnd())) score += WEIGHTS.led
  if (/\bdefaults?\b|usually|typically|normally|Standard|défaut|defecto/i.test(head.slice(-40)))
    score += WEIGHTS.byDefault
  if (/(?:\d{1,3}\.){3}\d{1,3}[ \t]+$|\blocalhost[ \t]+$/.test(head)) score += WEIGHTS.address
  if (/["'`*] ?$/.test(head) && /^["'`*]/.test(tail)) score += WEIGHTS.quoted
  if (isKnownPort(span.from)) score += WEIGHTS.known
  else if (span.from < 100) score += WEIGHTS.small
  if (span.from > 999) score += WEIGHTS.long
  if (namesItsService(`${head.slice(-24)} ${tail.slice(0, 24)}`, span.from)) score += WEIGHTS.service
  const unit = r.wordAfter(span, UNIT, 2)
  if (unit) score += WEIGHTS.unit
  else if (
    /^\s[a-z]{3,}/.test(tail) &&
    !/^\s(?:and|or|is|are|was|for|on|to|if|in|by|with|from|as|at|but|which|that|when|open|then|into|via|instead|because|so|should|will|can|has|only|already|after|before|through|while|und|et|ist|est|you|would|must|since|unless|without|not|per|der|die|auf)\b/.test(
      tail,
    )
  )
    score += WEIGHTS.noun
  if (claimed(r, span, touching)) score += WEIGHTS.claimed
  const ownKey = port && span.start - port.end < 30 && !/[\n,;]/.test(r.text.slice(port.end, span.start))
  if (!ownKey && /[\w"'`\])][ \t]*(?:[=:]|=>)[ \t]*["'`]?$/.test(head)) score += WEIGHTS.otherKey
  if (isYear(span)) score += WEIGHTS.year
  if (
    span.from < 65 &&
    !isKnownPort(span.from) &&
    (r.wordBefore(span, HARDWARE, 200) || r.wordAfter(span, HARDWARE, 80))
  )
    score += WEIGHTS.hardware
  if (port && isHardwarePort(r, port, span)) score += WEIGHTS.hardware
  return score
}

/** "port … 22": the nearer, and the less between, the more. */
function portBefore(r: Reading, end: number, span: Span): number {
  const gap = r.text.slice(end, span.start)
  // The Port of Miami, ports/editors/vim
  if (/^\/[a-z]|^-(?!forward|number|range)[a-z]|^ (?:of|de|von|di) \p{Lu}/u.test(gap)) return 0
  let score: number = WEIGHTS.portBefore
  let words = 0
  for (const [word] of gap.matchAll(/[\p{L}_]{2,}/gu)) {
    const says = meaning(word)
    if (!(says & (GLUE | LEAD | AND | OPEN | PORT | NETWORK))) words++
  }
  score += WEIGHTS.wordBetween * words
  if (/[,(–—-]/.test(gap)) score += WEIGHTS.clauseBetween
  if (/[.;!?]\s|\n\s*(?:[-*#|>\d]|\n)|\n[^\n]*[=:{}]/.test(gap)) score += WEIGHTS.sentenceBetween
  if (/\d/.test(gap)) score += WEIGHTS.numberBetween
  return score
}

/** Does a word right before the number say that it is the number of something else? */
function claimed(r: Reading, span: Span, touching: string): boolean {
  const word = /([\p{L}]+)[.:#]?$/u.exec(touching)?.[1]
  if (!word) return false
  const says = meaning(word)
  if (says & (PORT | PROTOCOL | LEAD | OPEN | GLUE)) return false
  return (
    (says & (REFERENCE | UNIT | HARDWARE)) > 0 && r.before(span, word.length + 6).includes(word)
  )
}

/** A bare repeat of a number that the text just called a port: "I tried 8080 too". */
export function byRepeat(r: Reading, span: Span, called: ReadonlySet<number>): Verdict | undefined {
  if (span.from !== span.to || !called.has(span.from) || span.from < 20) return undefined
  const head = r.before(span, 24)
  const tail = r.after(span, 24)
  const slashed = span.from > 999 && /\/$/.test(head) && /^\//.test(tail)
  if (!slashed && (/[\w\p{L}%#+@/\\.:^$-]$/u.test(head) || /^(?:[-\w+%'’\\/:]|\.\d|,\d)/.test(tail))) return undefined
  let score = span.from > 999 ? 2 : isKnownPort(span.from) ? 1 : 0.3
  if (isYear(span)) score += WEIGHTS.year
  if (r.wordBefore(span, LEAD, 3) || /\($/.test(head)) score += 1
  if (/["'`]$/.test(head) && /^["'`]/.test(tail)) score += 1
  if (r.wordBefore(span, PORT | OPEN | PROTOCOL, 60) || r.wordAfter(span, PORT | PROTOCOL, 40)) score += 1
  if (r.wordAfter(span, UNIT, 2)) score -= 4
  if (/[\w"'`\])][ \t]*[=:][ \t]*["'`]?$/.test(head)) score -= 2
  if (claimed(r, span, head.replace(/["'`*_({[\s<“]+$/, ''))) score -= 4
  if (/^\s*["'`]?\s*(?:[*+/<>]|=[^=])|[*+/<>]\s$/.test(tail)) score -= 1
  return score >= 2 ? { rule: 'again', kind: 'again' } : undefined
}
