import { NETWORK, OPEN, PORT, PROTOCOL, REFERENCE, UNIT } from './dictionary'
import type { Reading } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { meaning } from './words'

/** Last words of names that are hosts or stand for one: db_server_ip, redis-master, web1, zoo2. */
const HOSTISH =
  /(?:^|[-_.])(?:host(?:name)?|ipv?4?|addr(?:ess)?|localhost|container|server|domain|db|database|web|app|api|backend|frontend|proxy|gateway|master|replica|primary|broker|node|cache|queue|worker|router|upstream|cluster|svc|service|vm|registry|mail)[-_]?\d{0,3}[a-z]?$/i
/** The value of a key that names a host: `"host": "x:81"`, `LocalForward 5000 db:5432`. */
const HOST_KEY =
  /\b(?:host(?:name|_?port)?|addr(?:ess)?|domain|netloc|authority|endpoint|server|upstream|broker|peer|listen|bind)s?["'`]?\s*(?:[:=]|:=|=>)\s*["'`]? ?$|host\w*\(["'`]$|forward["'`]?[\s=:[].*\d $/i
/** A line of netstat: the protocol, two queues, then the ends of a connection. */
const NETSTAT_ROW = /^\s*(?:(?:tcp|udp)[46]*\s+\d+\s+\d+\s|(?:TCP|UDP)\s+(?:\S+:\S+\s+)?$)/

/** Images that are named with a version far oftener than hosts with a port: `node:20`, `debian:12`. */
const IMAGES =
  /^(?:node|python|ruby|php|golang|openjdk|debian|ubuntu|alpine|fedora|centos|rust|perl|elixir|swift|bun|deno|gradle|maven)$/i

const REPOSITORY = /^\/[a-z][\w./-]*[:@][\w:]/

/** One bare word, a colon and a number: `db:5432` is a port, `redis:7` a tag, `line:42` a line. */
export function weighHost(r: Reading, span: Span, host: string, start: number, rest: string): number {
  const { text } = r
  if (/^-?\d/.test(host) || /^-[a-z]/.test(rest) || /^(?:0x|v)?\d+$/.test(host)) return -9
  const last = r.spans.at(r.at - 1)
  const lastVerdict = last && r.verdicts[r.at - 1]
  if (span.from < 100 && IMAGES.test(host)) return -9
  if (isTakenApart(r, span, host)) return 9
  const [from] = r.line(span.start)
  const lead = text.slice(from, start)
  // postgres://a:1,b:2/db
  const goesOn = last && lastVerdict?.kind === 'authority' && /^[, ]+$/.test(text.slice(last.end, start))
  if (goesOn && (lastVerdict.host === host || /\/\/\S*$/.test(lead))) return 9
  if (NETSTAT_ROW.test(lead)) return 9
  // Node's (node:7147) DeprecationWarning
  if (host === 'node' && text.charAt(start - 1) === '(') return -9
  // a=rtpmap:96 of SDP
  if (/(?:^|\s)[ab]=$/.test(lead)) return -9
  const ofHost = HOST_KEY.test(lead)
  if (/^-?[A-Za-z]$/.test(host) && !ofHost) return -9
  const bits = meaning(host.replace(/^.*[-_]/, ''))
  if (bits & PORT || bits & PROTOCOL || /-listen$/i.test(host)) return -9
  const known = isKnownPort(span.from)
  let score = known ? 2 : 0
  if (span.from > 999) score += 1
  else if (!known) score -= 1.5
  if (HOSTISH.test(host)) score += 1.5
  if (bits & (REFERENCE | UNIT)) score -= 5
  if (
    /^(?:image|id|key|object|cached|user|item|test|ch|channel|note|total|blk|size|line|col|pos|offset|dockerfile|makefile|price|order|tel|sms|ssrc|md5|sha\d+|as\d+|tag|delay)$/i.test(
      host,
    )
  )
    score -= 3
  if (
    /(?:^|[\s|])(?:image|from|pull|tag|push|build|run|rmi|repository)\b[^|]*$/i.test(lead) &&
    !/-p |--link/.test(lead) &&
    !(span.from > 999 && /^\/[a-z]/.test(rest))
  )
    score -= 4
  // registry:5000/team/app:3
  if (span.from > 999 && REPOSITORY.test(r.tail)) score += 3
  if (/^:\d/.test(rest)) score -= /^:\d{4,5}\b/.test(rest) ? 0 : 2
  if (ofHost) score += 4
  // db1:3307,db2:3308
  if (goesOn && text.charAt(start - 1) === ',') score += 2
  if (/[a-z]-.*\d/i.test(host)) score += 0.7
  // {delay:3000,maxAge:5000}
  if (/\{[^{}]*$/.test(lead) && /[{,]\s*$/.test(lead)) score -= 2.5
  else if (/[=,/]["']?$/.test(lead)) score += 0.5
  if (/^[A-Z][a-z]+$/.test(host)) score -= 1
  if (r.wordBefore(span, NETWORK | OPEN | PORT, 100)) score += 1
  return score
}

/** `("db:80", "db", 80)`: the same in two pieces nearby, as tests of parsers have it. */
function isTakenApart(r: Reading, { start, end, from }: Span, host: string): boolean {
  if (host.length < 2 || !'"\'`,'.includes(r.text.charAt(start - host.length - 2) || ' ')) return false
  const near = r.text.slice(Math.max(0, start - host.length - 50), end + 50).replace(/['`]/g, '"')
  const port = r.text.slice(start, end)
  return (
    near.includes(`("${host}", ${port}`) ||
    ((from > 99 || isKnownPort(from)) && [`"${host}", `, `"${host}", "`].some((parts) => near.includes(parts + port)))
  )
}
