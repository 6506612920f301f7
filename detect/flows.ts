import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'

const IP = String.raw`(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f:]+`
const SLASHED = /(?<=(?:^|[^\w.])((?:\d{1,3}\.){3}\d{1,3})\/)/y
/** In a line about a connection, also by name, and behind an interface's: `dst inside:www.example.com/23`. */
const NAMED = /(?<=\b(?:src|dst|from|to|for) (?:[\w-]+:)?([\w-]+\.[\w.-]+)\/)/y
const PARENTHESIZED = /(?<=(?:^|[^\w.])(?:\d{1,3}\.){3}\d{1,3}\()/y
const NAME_PARENTHESIZED = /(?<=\/[\w-]+\.[\w.-]+\()/y
const TWO_ADDRESSES = new RegExp(String.raw`(?<=(?:^|\s)(?:${IP})\s+(?:${IP})\s+(?:\d{1,5}\s+)?)`, 'iy')
const TWO_WITH_COMMAS = new RegExp(String.raw`(?<=(?:^|[\s,"])(?:${IP}),(?:${IP}),(?:\d{1,5},)?)`, 'iy')
const ADDRESS = new RegExp(String.raw`(?<=(?:^|\s)(?:${IP})[\t ]+)`, 'iy')
const SIDE = /(?<=\b(?:src|source|dst|dest) (?:\d{1,3}\.){3}\d{1,3} )/y
const ADDRESS_OR_PROTOCOL = new RegExp(String.raw`^[\t ]+(?:(?:${IP})[\t ]+\d|tcp\b|udp\b)`, 'i')

const flow = (rule: string): Verdict => ({ rule, kind: 'authority' })

/**
 * Ports of flow records: `10.0.0.1/51234` of Cisco and Juniper, "address address port port" of VPC flow logs and the Windows
 * firewall, "address port address port" of Zeek.
 */
export function byFlow(r: Reading, span: Span): Verdict | undefined {
  const { head } = r
  const last = r.verdicts[r.at - 1]
  if (r.left === '/') {
    if (/\/dev\//.test(head) || /^[/.]/.test(r.after(span, 1)) || saysIcmp(r, span)) return undefined
    // Up to 128 it may be the length of a prefix or a time to live, but for the other end of a connection.
    const isOther = last?.rule === 'host-slash-port' && span.start - r.spans.endOf(r.at - 1) < 60
    const host =
      span.from > 128 ||
      (span.from > 32 && isKnownPort(span.from)) ||
      (isOther && !/\.0\/$/.test(head)) ||
      /\b(?:src|dst) [\w-]+:[\d.]+\/$/.test(head)
        ? (r.back(SLASHED) ?? r.back(NAMED))?.[1]
        : undefined
    return host ? { ...flow('host-slash-port'), host, start: span.start - host.length - 1 } : undefined
  }
  if (r.left === '(')
    return (/^\)(?!\w)/.test(r.tail) && r.back(PARENTHESIZED)) || (/^\) ->/.test(r.tail) && r.back(NAME_PARENTHESIZED))
      ? flow('host-paren-port')
      : undefined
  // "id.orig_p":51234 of Zeek
  if (':='.includes(r.mark) && head.includes('_p') && r.back(/(?<=\b(?:orig|resp)_p["']?[:=\t] ?)/y))
    return flow('flow-record')
  if (r.left === ',') return r.back(TWO_WITH_COMMAS) && /^,\d/.test(r.tail) ? flow('flow-record') : undefined
  if (
    !' \t'.includes(r.left) ||
    !'0123456789abcdefABCDEF:'.includes(r.mark) ||
    !r.back(/(?<=(?:\.\d{1,3}|:[0-9a-f]*)[\t ]+(?:\d{1,5}[\t ]+)?)/iy)
  )
    return undefined
  const after = r.after(span, 44)
  if (r.back(TWO_ADDRESSES) && /^\s+\d/.test(after)) return flow('flow-record')
  if (!r.back(ADDRESS)) return undefined
  if (ADDRESS_OR_PROTOCOL.test(after) || /^ typ /.test(after)) return flow('flow-record')
  if (r.back(SIDE)) return flow('flow-record')
  return last?.rule === 'flow-record' && /^\s/.test(after) ? flow('flow-record') : undefined
}

/** ICMP has types and identifiers where TCP and UDP have ports. */
function saysIcmp(r: Reading, span: Span): boolean {
  const [from] = r.line(span.start)
  return /\bicmp\b(?!.*\b(?:tc|ud)p\b)/i.test(r.text.slice(from, span.start))
}
