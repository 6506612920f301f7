import { NETWORK, OPEN, PORT, PROTOCOL } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { weighHost } from './named-host'
import { textBefore } from './text'
import { meaning } from './words'

/** A colon before the number, plain, escaped, percent-encoded or defanged. */
const COLON = /(?:%(?:25)?3a|\\u003a|\\x3a|&#(?:58|x3a);|\[:\]|\(:\)|\\{0,3}:)$/i
const IPV4 = /^(?:(?:\d{1,3}|[xXnN*]{1,3})(?:\.|\[\.\]|\(\.\))){3}(?:\d{1,3}|[xXnN*]{1,3})$/
/** All that stands between a URL's slashes and the colon before its port, without user and password. */
const URL_HOST = /(?<!file:)\/\/(?:[^\s/?#"'<>]*@)?([^\s/?#"'<>@[\]{}():]+):$/i
export const FILE =
  /\.(?:[cm]?[jt]sx?|vue|py|go|c|h|cc|cpp|java|rb|php|rs|cs|kt|html?|s?css|json|xml|ya?ml|md|te?xt|sh|log|conf|sql|mk|cmake|scala|dart|swift|lua|gradle|exs?|hs|ini|toml|csv|rst)$/i

/** A host, or what stands for one, right before a colon: a name, also defanged; `[::1]`, `${HOST}`, `<host>`, `$(ip)`. */
const HOST =
  /(?<=(\[[^[\n]*(?<!\.)\]|[$%]?(?:\\_|[\w.*-]|\[(?:\.|dot)\]|\(\.\)|[^\0-\u00bf\u2000-\u2bff\u3000-\u303f\uff00-\uffef])*(?:[{$<%]*(?:\{[^{\n]*\}|<[A-Za-z_][\w .-]*>|\$\([^(\n]*\)))?))/y
/** What names of hosts end in. */
const ORDINARY =
  /^(?:[a-z]{2}|com|org|net|edu|gov|dev|app|example|test|lan|home|corp|internal|cloud|local(?:domain)?)$/i
/** Eight groups without brackets: what stands behind them is no group. */
const WHOLE_IPV6 = /(?<=(?:^|[\s/"'`=])((?:[\da-f]{1,4}:){7}[\da-f]{1,4}):)/iy
/** Longest group of an IPv6 address with the colons around it and one more. */
const LONGEST_GROUP = 7
/** Longest host, in UTF-16 units. */
const LONGEST_HOST = 255

const SUBNET = /(?<=(?:(?:\d{1,3}\.){3}\d{1,3}|["'`\]])\/\d{1,3}:)/y
/** In lsof -F's output, a field's letter stands right before its value. */
const LSOF_NAME = /^n(?:\*|localhost|(?:\d{1,3}\.){3}\d{1,3})$/

function hostBefore(text: string, colon: number): string | undefined {
  const lead = textBefore(text, colon, LONGEST_HOST)
  HOST.lastIndex = lead.length
  const host = HOST.exec(lead)?.[1]
  return host?.startsWith('%') ? host.replace(/^%2f/i, '') : host
}

const said = (rule: string, host: string, start: number): Verdict => ({
  rule,
  kind: 'authority',
  host,
  start,
})

/** `host:port`: the colon says it, the host confirms it. */
export function byAuthority(r: Reading, span: Span): Verdict | undefined {
  const { text } = r
  if (!':#@Aa];)'.includes(r.left)) return undefined
  const isPlain = r.left === ':' && text.charAt(span.start - 2) !== '\\'
  const netstat = r.head.includes('::') && /(?:^|\s)((?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}):$/i.exec(r.before(span, 46))
  if (
    netstat &&
    netstat[1] &&
    ((netstat[1] === '::1' && span.from > 999) ||
      /^\s*(?:tcp|udp)6?\s/.test(text.slice(r.line(span.start)[0], span.start)))
  ) {
    return said('ipv6-netstat', netstat[1], span.start - 1 - netstat[1].length)
  }
  const whole =
    r.right !== ':' &&
    r.head.lastIndexOf(':', r.head.length - 2) > r.head.length - LONGEST_GROUP &&
    r.back(WHOLE_IPV6)?.[1]
  if (whole && /[\da-f]{3}/i.test(whole)) return said('ipv6-port', whole, span.start - 1 - whole.length)
  const found = isPlain ? ':' : COLON.exec(r.before(span, 6))?.[0]
  if (!found) {
    // 10.0.0.1#53 of BIND, 10.0.0.1@853 of Unbound, 10.0.0.1:30001@31001 of Redis.
    const hash = /(?:^|[^\w.:])((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*|localhost)(?:#|@|:\d+@)$/i.exec(
      r.before(span, 46),
    )
    if (hash?.[1])
      return {
        rule: 'host-hash-port',
        kind: 'authority',
        host: hash[1],
        ...(/[#@]$/.test(hash[0]) && !/:\d+@$/.test(hash[0]) && { start: span.start - 1 - hash[1].length }),
      }
    return undefined
  }
  // raw6 0 0 :::58 of netstat: a protocol's number
  if (span.from < 256 && /(?:^|\n)raw6?\s[^\n]*$/.test(r.head)) return undefined
  const colon = span.start - found.length
  const rest = r.after(span, 12)
  if (rest.startsWith('::')) return undefined
  if (r.right === '@' && /\/\/[^\s/]*$/.test(r.before(span, 80))) return undefined
  const written = hostBefore(text, colon)
  // docker's 127.0.0.1::80, where the system chooses the host's port
  if (text.charAt(colon - 1) === ':' && /(?:\d{1,3}\.){3}\d{1,3}::$/.test(r.before(span, 18)))
    return { rule: 'docker-random-host-port', kind: 'mapping', side: 'container' }
  const url = r.head.includes('//') && URL_HOST.exec(r.before(span, 120))
  if (url && !/[\]})>]$/.test(written ?? '') && !/^\[\.\]/.test(rest))
    return said('url-port', url[1] as string, colon - (url[1] as string).length)
  if (!written) return byBareColon(r, span, colon)
  const start = colon - written.length
  if (written.startsWith('n') && LSOF_NAME.test(written) && /^$|\n/.test(text.charAt(start - 1)))
    return said('lsof-name', written.slice(1), start + 1)
  const inBrackets = written.endsWith(']') && !written.endsWith('.]')
  const name = inBrackets ? written.slice(1, -1) : written
  const host = name.includes('[') || name.includes('(') ? name.replace(/\[(?:\.|dot)\]|\(\.\)/g, '.') : name
  const ahead = textBefore(text, start, 3)
  const scheme = ahead.endsWith('//') || ahead.endsWith('\\/')
  if (inBrackets) {
    if (/^[0-9a-f:.]*:[0-9a-f:.]*(?:%[\w.%~-]+)?$/i.test(host)) return said('ipv6-port', host, start)
    if (IPV4.test(host)) return said('ipv4-port', host, start)
    // '[' + address + ']:443'
    if (/^(["'`]) ?[+.].*[+.] ?\1$/.test(host)) return said('placeholder-port', host, start)
    if (/^[A-Za-z_][\w.-]*$/.test(host) && !/[\w)]/.test(ahead.slice(-1))) return said('bracketed-host', host, start)
    return undefined
  }
  if (host === '*' && (ahead.endsWith(':') || /^:(?!["'\w])/.test(rest))) return undefined
  if (host === '*' || host === '_default_') return said('any-host', host, start)
  if (IPV4.test(host)) {
    return said('ipv4-port', host, start)
  }
  // Groups of an IPv6 or a MAC address, of a fingerprint, of /etc/passwd.
  if (ahead.endsWith(':') && /^[0-9a-f]{1,4}$/i.test(host)) return undefined
  if (/^(?:ip6-)?localhost$/i.test(host)) return said('localhost-port', host, start)
  if (scheme) {
    if (/file:\/\/$/i.test(textBefore(text, start, 7))) return undefined
    return said('url-port', host, start)
  }
  // 10.0.0.0/8:443
  if (ahead.endsWith('/')) {
    if (/^\d{1,3}$/.test(host)) return r.back(SUBNET) ? { rule: 'subnet-port', kind: 'authority' } : undefined
    if (!/=\/?$/.test(ahead) && !(span.from > 999 && /\.(?:com|net|org|io)$/.test(host))) return undefined
  }
  const isNumberNext = r.right === ':' && /^:\d/.test(rest)
  const lineAndColumn = isNumberNext && !/^:\d{1,3}\.\d/.test(rest)
  if (ahead.endsWith('@')) {
    if (lineAndColumn || /^sha\d|^\d|^.$/.test(host) || FILE.test(host)) return undefined
    return said('user-host-port', host, start)
  }
  if (isNumberNext && (host.endsWith('>') || (host.endsWith('}') && span.from < 20))) return undefined
  if ('}>)'.includes(host.slice(-1)))
    return /line|col|row|file|path|name}|tag|version|string|stdin|sys>|anonymous|eval|frozen|input/i.test(host) &&
      !/host/i.test(host)
      ? undefined
      : said('placeholder-port', host, start)
  if (host.startsWith('-') && /^-[a-zP]*i$/.test(host))
    return /\blsof\b/.test(r.head) ? bare('bare-colon', colon) : undefined
  if (isTag(r, span, rest)) return undefined
  if (host.includes('.')) {
    const label = host.slice(host.lastIndexOf('.') + 1)
    if (lineAndColumn || FILE.test(host) || !/^[A-Za-z\u0080-\uffff][\w\u0080-\uffff-]+$/.test(label)) return undefined
    if (meaning(label) & PORT) return undefined
    if (/[a-z][A-Z]/.test(host) && !/\.(?:com|net|org|io|local|internal)$/.test(host)) return undefined
    return span.from > 999 || isKnownPort(span.from) || ORDINARY.test(label)
      ? said('domain-port', host, start)
      : undefined
  }
  return weighHost(r, span, host.replace('$', ''), start, rest) >= 2.5 ? said('name-port', host, start) : undefined
}

/** Does the text say nearby that the number is an image's tag? */
const isTag = (r: Reading, span: Span, rest: string): boolean =>
  !/^\/[a-z]/.test(rest) &&
  TAG.exec(r.text.slice(Math.max(0, span.start - 120), span.end + 120))?.[1] === r.text.slice(span.start, span.end)
const TAG = /\btag["'`]?\s*(?:[:=]|:=|=>)\s*["'`](\d+)["'`]/i

const bare = (rule: string, start: number): Verdict => ({ rule, kind: 'authority', start })

/** A listen address without a host: `:8080`, `:::22`, `://:9092`. */
function byBareColon(r: Reading, span: Span, colon: number): Verdict | undefined {
  const { text } = r
  const ahead = textBefore(text, colon, 3)
  const rest = r.after(span, 3)
  if (/^::$|[^:0-9a-f]::$/i.test(ahead)) {
    // :::22 as netstat and docker ps print it.
    return /^[.:]\w/.test(rest) ? undefined : said('any-ipv6', '::', colon - 2)
  }
  if (/:\/\/$/.test(ahead)) return bare('url-without-host', colon)
  // host::5901 of VNC, tcp::2222-:22 of QEMU, [2001:db8::68]::333 of Docker
  if (/(?:\]|[g-z])::$/.test(r.before(span, 3)) && (span.from > 999 || /\]|tcp|udp/.test(ahead)))
    return bare('double-colon', colon)
  if (/\d-$/.test(ahead) && /hostfwd/.test(r.before(span, 60))) return bare('double-colon', colon)
  // "id":8080 of compact JSON, a[:8080]
  if (/[\w\])}]["'`]$|\w\[$|[\w\])}]["'`]\]$/.test(ahead)) return undefined
  if (!/^$|[\s"'`([=,|>*«“]$|\w@$|["'`]\]$/.test(ahead) || /^:|^\.\d|^-\d/.test(rest)) return undefined
  const near = r.wordBefore(span, PORT | OPEN | NETWORK | PROTOCOL, 100) || r.wordAfter(span, PORT, 20)
  const plausible = span.from > 999 || isKnownPort(span.from)
  const word = /([\p{L}\d-]+) +$/u.exec(textBefore(r.text, colon, 12))?.[1]
  const isLed = !!word && /^-|^(?:grep|on|at|bind|addr\w*|and|or|auf|gdbserver|remote|use)$/i.test(word)
  if (word && !near && !isLed) return undefined
  if (plausible && (near || isLed || /^$|["'`([=,|>\n@]$|\| $/.test(ahead) || isKnownPort(span.from)))
    return bare('bare-colon', colon)
  return near &&
    (span.from > 19 ||
      (span.from === 0 && /["'`]$/.test(ahead) && /^["'`]/.test(rest)) ||
      /port\W{1,3}:$/i.test(r.head))
    ? bare('bare-colon', colon)
    : undefined
}
