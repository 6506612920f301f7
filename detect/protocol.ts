import { PORT, PROTOCOL } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort, namesItsService } from './services'
import type { Protocol } from './types'

const AFTER_SLASH =
  /^\s?(?:\/(?:open|closed|filtered)[|a-z]*\/|\/|\\\/|%2F)\s?\[?(tcp|udp|sctp|dccp|inet\b|tls\b|quic\b)(6|4)?(?![a-z])(?:\s?[/+&,]\s?(tcp|udp))?/i
const BEFORE =
  /(?<=(?:^|[^a-z0-9])(tcp|udp|sctp|dccp)(4|6)?(?:\s?(?:[/+&,]|and|or|y|und|et)\s?(tcp|udp))?(?:\s?[/:#=_-]\s?|:\/\/|\s+(?:on )?|\s?\(|\s?["'`*]+\s?:?\s?|["']?,\s?)["'`*{[]*)/iy
const AFTER_WORD =
  /^["'`*\])}]*(?:\s?[-–]\s?|[ \t\u00a0]+|\s?\(|\s?["'`|]\s?)["'`]?(tcp|udp|sctp|dccp)(?![\w-]*\d|(?:\/(?:tcp|udp))? (?:keep|connection|packet|segment|session|socket|stream|flow))(?:\s?(?:[/+&,|]|and|or)\s?(tcp|udp))?\b/i
/** A service's name: "HTTPS/443", "SSH-22". */
const SERVICE = /(?<=(?:^|[\s(,;:])([A-Za-z]\w+\/|[A-Z\d]+-|https?-))/y
/** netstat's and conntrack's own columns after the protocol: queues and timers, not ports. */
const COUNTERS = /^\s*(?:Output)?(?:tcp|udp)[46]?\s+(?:\d+\s+)?$/i

export const protocolOf = (one?: string, other?: string): Protocol | 'tcp+udp' | undefined => {
  const first = one?.toLowerCase()
  if (first !== 'tcp' && first !== 'udp' && first !== 'sctp' && first !== 'dccp') return undefined
  return other && other.toLowerCase() !== first ? 'tcp+udp' : first
}

/** The number beside a protocol's name: `53/udp`, `tcp/443`, "UDP 53", `8080-tcp`. */
export function byProtocol(r: Reading, span: Span): Verdict | undefined {
  const { tail } = r
  const slash = '/\\%'.includes(tail.charAt(+(tail < '!')) || ' ') && AFTER_SLASH.exec(tail)
  if (slash && (slash[1]?.toLowerCase() !== 'inet' || span.from > 19)) {
    const plain = !/^inet|tls|quic/i.test(slash[1] ?? '')
    return {
      rule: 'number-slash-protocol',
      kind: 'protocol',
      protocol: protocolOf(slash[1], slash[3]),
      ...(plain && { end: span.end + slash[0].length }),
      list: true,
    }
  }
  const service = '/-'.includes(r.left) && (span.from > 999 || isKnownPort(span.from)) && r.back(SERVICE)?.[1]
  if (
    service &&
    (service < 'a' || r.left === '/' || / ports?\b/.test(tail)) &&
    (namesItsService(service, span.from) || (/^https?[/-]/i.test(service) && span.from > 999))
  )
    return { rule: 'service-number', kind: 'protocol' }
  if (!r.wordBefore(span, PROTOCOL, 12) && !r.wordAfter(span, PROTOCOL, 5)) return undefined
  const { head } = r
  // TCP443
  if ((span.from > 99 || isKnownPort(span.from)) && /(?<![A-Za-z0-9_-])(?:TCP|UDP)$/.test(head))
    return { rule: 'protocol-number', kind: 'protocol', protocol: protocolOf(head.slice(-3)), list: true }
  const before = r.back(BEFORE)
  if (before && !isCounter(r, span, head, tail)) {
    return { rule: 'protocol-number', kind: 'protocol', protocol: protocolOf(before[1], before[3]), list: true }
  }
  const after = AFTER_WORD.exec(tail)
  if (
    after &&
    span.from > 0 &&
    !/^\s*\|/.test(tail) &&
    !/^\s?(?:packet|header|datagram|segment|length|overhead)/i.test(tail.slice(after[0].length)) &&
    // Number, protocol, number: a column of its own, as rpcinfo has it.
    !(/^\s+\d/.test(tail.slice(after[0].length)) && /^\s/.test(tail) && /\d\s+$|\n\s*$/.test(head)) &&
    !/[-\w.]/.test(head.slice(-1)) &&
    !/\s-[a-z] $|\b(?:top|first|common|popular) $/.test(head.slice(-10)) &&
    (span.from > 19 || r.wordBefore(span, PORT, 100))
  ) {
    return { rule: 'number-protocol', kind: 'protocol', protocol: protocolOf(after[1], after[2]), list: true }
  }
  return undefined
}

/** `tcp 0 0 0.0.0.0:22`, "UDP 17", "TCP 3 retransmissions": a number after the name that is not a port. */
function isCounter(r: Reading, span: Span, head: string, tail: string): boolean {
  const [from] = r.line(span.start)
  if (COUNTERS.test(r.text.slice(from, span.start)) && /^\s+\d/.test(tail)) return true
  // The next row's number: "17 UDP", then "47 GRE"
  if (/\d\s(?:tcp|udp)\n$/i.test(head)) return true
  // The port that a record has before its protocol
  if (/\d\t(?:tcp|udp)\t$/i.test(head)) return true
  // A packet's length before its ports or addresses, the first octet of tcp://1[.]2, a group of tcp://[2020::1]
  if (
    /^\s+\d+\s(?:→|->)|^\[\.\]|^,(?:\d+,)?(?:\d{1,3}\.\d|[0-9a-f]+:)/.test(tail) ||
    (/\/\/\[$/.test(head) && /^:/.test(tail))
  )
    return true
  if (/^\s*(?:packets?|connections?|bytes|bits|streams?|ms|sec|ports\b|closed|filtered)/i.test(tail)) return true
  if (span.from === 0 || (span.from < 20 && /[\s(]/.test(head.slice(-1)))) return !/[/:]/.test(head.slice(-1))
  if (/(?:delay|timeouts?|retr\w+|rate|window|limit|backlog)\b[^\n]{0,48}$/i.test(head.slice(-60))) return true
  // dig's "EDNS: version: 0, flags:; udp: 4096" is a size.
  return /\bEDNS:/.test(head) || (/RFC|protocol|proto /i.test(head.slice(-24)) && span.from < 256)
}

/** The protocol that the text states near a number found by other means; nothing when it states none. */
export function protocolNear(r: Reading, span: Span): Protocol | 'tcp+udp' | undefined {
  if (!r.wordBefore(span, PROTOCOL, 60) && !r.wordAfter(span, PROTOCOL, 50)) return undefined
  const after = /^[\w"'`)\]]{0,3}\s?[(/,]?\s?(tcp|udp)(?:\s?[/+&]\s?(tcp|udp))?\b/i.exec(r.after(span, 24))
  if (after) return protocolOf(after[1], after[2])
  const flagAfter = / (?:-?Proto(?:col)?)[ =:]+["']?(tcp|udp)\b/i.exec(r.after(span, 48).replace(/\n[^]*/, ''))
  if (flagAfter) return protocolOf(flagAfter[1])
  const [from] = r.line(span.start)
  const head = r.text.slice(Math.max(from, span.start - 60), span.start)
  const flag = /(?:-p|proto(?:col)?)[ =:"']+(tcp|udp)\b(?!.*\s-p\s)/i.exec(head)
  if (flag) return protocolOf(flag[1])
  const before =
    /\b(tcp|udp|sctp)(?:\s?[/+&]\s?(tcp|udp))?[- ](?:[\w-]+ ){0,2}\S{0,3}port\w*\W{0,4}(?:number )?["'`*]*$/i.exec(head)
  return before ? protocolOf(before[1], before[2]) : undefined
}
