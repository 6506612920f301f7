import { OPEN, PORT } from './dictionary'
import { isYear } from './port-word'
import { protocolOf } from './protocol'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'

const FLAG =
  /(?:^|[\s"'`([,])(?:-p|-[a-z]*p|--publish|--ports?|--expose|-P)(?:=|\s+|["',\s]+)?["'`{]*(?:(?:\d{1,3}\.){3}\d{1,3}:|\[[0-9a-f:]*\]:)?$/
const TUNNEL = /\s-[a-zA-Z]*[LRW][\s=]*["']?$/
const LIST_ITEM = /(?:^|\n)[ \t]*(?:-|\*|[\u00a0 ]+-)[ \t\u00a0]+["'`]?(?:(?:\d{1,3}\.){3}\d{1,3}:)?$/
const END = /^["'`]*(?:\/(tcp|udp|sctp))/i

/** Widths and heights of screens. */
const SCREEN = /^(?:640:480|800:600|1024:768|1280:(?:720|800|1024)|1366:768|1600:900|1920:1080|2560:1440|3840:2160)$/

export interface Pair {
  readonly first: Verdict
  readonly second: Verdict
}

function pair(rule: string, protocol?: string): Pair {
  const said: Verdict = { rule, kind: 'mapping', protocol: protocolOf(protocol) }
  return { first: { ...said, side: 'host' }, second: { ...said, side: 'container' } }
}

/** Two numbers joined by a colon or an arrow: both ends of a mapping, or a clock time, a ratio, a verse. */
export function byMapping(r: Reading, a: Span, b: Span): Pair | undefined {
  const joint = r.text.slice(a.end, b.start)
  if (joint !== ':' && !'>→⇒➜'.includes(joint.trimEnd().slice(-1))) return undefined
  const after = r.text.slice(b.end, b.end + 12)
  const protocol = END.exec(after)?.[1]
  if (/^(?:\/(?:tcp|udp))?\s?(?:->|→|=>|⇒|-->|➜)\s?$/i.test(joint)) {
    const word = r.wordBefore(a, PORT | OPEN, 80)
    const plausible = [a, b].every(({ from }) => from > 999 || isKnownPort(from))
    return protocol || (word && plausible) || /^ (?:\[(?:SYN|ACK|FIN|RST|PSH|TCP)|Len=)/.test(after)
      ? pair('port-arrow', protocol)
      : undefined
  }
  if (joint !== ':') return undefined
  // Clock times are the commonest pairs by far: out at once unless a flag or a list leads up to them.
  if (
    a.from < 25 &&
    b.from < 60 &&
    !/[-"'`=] ?["'`]?$|-p /.test(r.before(a, 4)) &&
    !/^\/(?:tcp|udp)/i.test(r.after(b, 4))
  )
    return undefined
  return weighPair(r, a, b, after, !!protocol) >= 3 ? pair('port-mapping', protocol) : undefined
}

function weighPair(r: Reading, a: Span, b: Span, after: string, protocol: boolean): number {
  const head = r.before(a, 48)
  const [lineStart] = r.line(a.start)
  const lead = r.text.slice(lineStart, a.start)
  if (
    /(?:\d|[^\d\s"'`(,=\]].*):$|\d[-/.]$/.test(head.slice(-8)) &&
    !/(?:\d{1,3}\.){3}\d{1,3}:$|\]:$/.test(head) &&
    // "::1:80:80"
    !(/["'`][\da-f:]*::[\da-f:]*:$/i.test(head) && /^["'`/]/.test(after) && r.wordBefore(a, PORT, 90))
  )
    return -9
  if (/(?:\bchown|user|(?:^|\s)-u)\b[^;|]{0,24}$/i.test(lead) || SCREEN.test(`${a.from}:${b.from}`)) return -9
  // :INPUT ACCEPT [443:8080] of iptables-save, items[-80:443], 2001:2001::
  if ((/\w \[$|\w\[-?$/.test(head) && /^\]/.test(after)) || after.startsWith('::')) return -9
  let score = 0
  if (isYear(a)) score -= 1.5
  if (protocol) score += 5
  if (FLAG.test(head) || TUNNEL.test(head)) score += 5
  if (LIST_ITEM.test(head)) score += 1
  if (/["'`]$/.test(head) && /^["'`/]/.test(after)) score += 1
  if (/(?:port-?forward|forward|publish|-map|expose|NodePort|ClusterIP|LoadBalancer)/i.test(lead)) score += 3
  if (r.wordBefore(a, PORT, 90)) score += 2.5
  if (a.from === b.from) score += 1.5
  if (a.from > 59 && b.from > 59) score += 1
  if (a.from > 999) score += 1
  if (b.from > 999) score += 0.5
  if (isKnownPort(b.from)) score += 1
  if (isKnownPort(a.from)) score += 0.5
  if (/^:[\d\s]|^\.\d|^\s?[ap]\.?m\b/i.test(after)) score -= 4
  const clock = b.end - b.start === 2 && b.from < 60 && a.from < 25 && a.end - a.start < 3
  if (clock) score -= 2.5
  if (/\p{L}\.? $/u.test(head) && a.from < 200 && !r.wordBefore(a, PORT, 10)) score -= 2
  if (a.from < 100 && b.from < 100) score -= 1
  return score
}
