import type { Reading, Verdict } from './reading'
import type { Span } from './spans'

/** tcpdump and macOS netstat put a dot before the port: `192.168.1.5.443 >`. */
export function byDots(r: Reading, span: Span): Verdict | undefined {
  const host = /(?:\d{1,3}\.){4}$|(?<=\s)[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*\.$/i.exec(r.before(span, 40))?.[0].slice(0, -1)
  if (!host || host.split('.').some((group) => +group > 255)) return undefined
  const after = r.after(span, 4)
  if (
    !/^(?::|\s|,|$|["'`)\]])/.test(after) ||
    (span.from < 256 && !/^(?:: | >|[ \t]{2,}\S|[ \t]+[\d*]|\s\n)/.test(after))
  )
    return undefined
  return { rule: 'host-dot-port', kind: 'authority', host, start: span.start - host.length - 1 }
}

/** The same with a name or a star before the dot: `IP localhost.51234 > web.example.8080:`, `*.8080  *.*  LISTEN`. */
export function byDottedName(r: Reading): Verdict | undefined {
  if (r.left !== '.') return undefined
  return (/^: /.test(r.tail)
    ? r.back(/(?<=\bIP6? \S+ > [\w:.-]+\.)/y)
    : / > /.test(r.tail.slice(0, 3)) && r.back(/(?<=\bIP6? [\w:.-]+\.)/y)) ||
    (/^\s+(?:\*\.|[\d.]+\s)/.test(r.tail) && r.back(/(?<=\s\*\.)/y)) ||
    r.back(/(?<=(?:^|\n)(?:tcp|udp)[46]*\s+\d+\s+\d+\s[^\n]*[a-z\d]\.)/y)
    ? { rule: 'host-dot-port', kind: 'authority' }
    : undefined
}
