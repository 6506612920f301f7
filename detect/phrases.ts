import { PORT } from './dictionary'
import { isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import { isKnownPort } from './services'
import type { Span } from './spans'

/** "opened 443", "forward 25565": what firewalls and routers do to ports. */
const LET_THROUGH =
  /(?<=\b(?:(?:un)?block|open|clos|forward|allow|expos|whitelist|permit|den[iy])(?:e|ed|es|s|d|ing)?\s(?:(?:up|only|inbound|outbound|incoming|outgoing|traffic (?:on|to))\s)?["'`*]*)/iy
/** Part of all that is said of these below. */
const BARRIER = /firewall|security group|router|bound|coming|outgoing|ufw|iptables|\bnat\b/i
const FIREWALL = /\b(?:firewall|security groups?|router|(?:in|out)bound|incoming|outgoing)\b/i
const IS_OPEN = /^["'`*]* (?:is|are) (?:open|closed|blocked|allowed|reachable|forwarded|filtered)\b/
const FIREWALL_BEHIND =
  /^["'`*]*(?: and ["'`*]*\d{2,5}["'`*]*)? (?:on|in|at|from|through) (?:the |my |your |our |its |their )?(?:[a-z]+(?:'s)? )?(?:firewall|router|security group|ufw|iptables|NAT)\b/i
/** "8080 is taken", "3000 is already in use". */
const TAKEN =
  /^["'`*]*(?:\/\d{2,5})? (?:is|was|were|are|isn't|wasn't)(?: already| still| not| currently| also)? (?:taken|in use|occupied|busy|free|bound)\b(?! (?:to be|as|from|of)\b)/
/** Opens what is said of the number, in both of the above. */
const IS = /^\S* (?:is|are|was|were)/
const SOFTWARE =
  /\b(?:server|app|application|service|process|program|container|proxy|daemon|script|browser|localhost)s?\b/i

/** "Move it from 22 to something above 1024, such as 2222": an example of what was just called a port. */
const SUCH_AS =
  /(?<=(?:\b(?:such as|for example|for instance|e\.g\.|z\. ?B\.|par exemple|por ejemplo|por exemplo|ad esempio|bijvoorbeeld|na przykład|np\.|esim\.|till exempel|t\.ex\.|f\.eks\.|ex[:.]|p\. ?ex\.|misalnya|örneğin|ör\.)|например|наприклад|ví dụ|例如|比如|例えば)[,:]? (?:(?:auf|na|on|to) )?(?:(?:the|die|den|el|la|le|il|a|o) )?["'`*]*)/iy

/** Whole turns of phrase in which a number can be nothing but a port. */
export function byPhrase(r: Reading, span: Span): Verdict | undefined {
  const isPlausible = isKnownPort(span.from) || (span.from > 1023 && !isYear(span))
  if (!isPlausible || r.hasUnit(span)) return undefined
  const isSubjectOf = IS.test(r.tail)
  const around = `${r.tail} ${r.before(span, 60)}`
  if (
    BARRIER.test(around) &&
    ((!r.isGlued && (FIREWALL.test(r.before(span, 60)) || FIREWALL_BEHIND.test(r.tail)) && r.back(LET_THROUGH)) ||
      (isSubjectOf && IS_OPEN.test(r.tail) && FIREWALL.test(around)))
  )
    return { rule: 'let-through', kind: 'word', list: true }
  if (
    isSubjectOf &&
    span.from > 999 &&
    TAKEN.test(r.tail) &&
    isSubject(r) &&
    (speaksOfSoftware(r, span) || r.wordBefore(span, PORT, 60))
  )
    return { rule: 'port-taken', kind: 'word', list: true }
  if (!r.isGlued && r.wordBefore(span, PORT, 90) && !/^ \w/.test(r.tail) && r.back(SUCH_AS))
    return { rule: 'such-as', kind: 'word', list: true }
  return undefined
}

/** Opens what is said: no noun before it claims the number. */
const isSubject = (r: Reading): boolean =>
  !!r.back(
    /(?<=(?:^|\(|[.,;:!?]\s|\n|\b(?:if|when|since|because|that|while|unless|and|but|my|our|your|the)\s)["'`*]*)/iy,
  )

const speaksOfSoftware = (r: Reading, span: Span): boolean => SOFTWARE.test(r.before(span, 60)) || SOFTWARE.test(r.tail)
