import { commandLine, lastCommand } from './command-line'
import type { Reading, Verdict } from './reading'
import type { Span } from './scan'
import { isKnownPort } from './services'
import { COMMAND, teach } from './words'

/** How a command or a directive takes a port without a flag. Tried only where one of its words stands on the line. */
interface Form {
  readonly rule: string
  /** Lower-case words, one of which the pattern needs. */
  readonly words: string
  /** Matches the text up to the number: the last command of the line, or with `line` the whole line. */
  readonly pattern: RegExp
  readonly line?: true
  readonly config?: true
  /** More ports may follow, separated by commas or spaces. */
  readonly list?: true
  /** What else must hold. */
  readonly when?: (span: Span, after: string, before: string) => boolean
}

const FORMS: readonly Form[] = [
  {
    rule: 'client-host-port',
    words: 'telnet nc ncat netcat ftp tcping psping lft tnftp client proxy wait',
    pattern:
      /\b(?:telnet|nc|ncat|netcat|ftp|tcping|psping|lft|tnftp|s_client|nc-proxy|wait-for(?:-it)?)(?:\.\w+)?(?:\s+-[A-Za-z-]+(?:\s+\d+(?=\s+-|\s+[^\s\d]))?)*\s+["'{`<[$(]*(?=[^\s-])[\w.:@${}<>[\]%-]*[A-Za-z_.\]}>:][\w.:@${}<>[\]%-]*["'`)]?\s+["'{`<]*(?:[\d-]+[\s,]+)*$/,
    when: (span, _, before) => span.to > 6 && !/\b(?:is|was|the|a|an|and|to|with|for|of|from|on|in)\s+$/.test(before),
  },
  {
    rule: 'netcat-listens',
    words: 'nc ncat netcat',
    pattern: /\b(?:nc|ncat|netcat)(?:\.\w+)?(?:\s+-\S+)*\s+-[a-z]*l[a-z]*(?:\s+-[a-z]+)*\s+["'{`]*$/,
  },
  {
    rule: 'starts-server',
    words: 'server httpserver runserver ngrok localtunnel kill pyftpdlib proxy webfs devd tailscale cloudflared',
    pattern:
      /(?:-m\s+(?:http\.server|SimpleHTTPServer|CGIHTTPServer)|\bhttp-server|\brunserver|\blocaltunnel|\bkill-port|\bngrok(?:\.exe)?\s+(?:http|tcp|tls)|\btailscale (?:serve|funnel)|\bnc-proxy|\bwebfs|\bdevd|[a-z]Server)\s+["'{`]*$/,
    when: (span) => span.from > 19,
  },
  {
    rule: 'firewall-rule',
    words: 'ufw firewall gufw',
    list: true,
    pattern:
      /\b(?:ufw|firewall-cmd|gufw)(?:\s+[\w-]+){0,3}\s+(?:allow|deny|limit|reject)(?:\s+(?:in|out))?\s+["'{`]*(?:\d+,)*$/,
  },
  {
    rule: 'port-forward',
    words: 'forward portforward adb reverse',
    list: true,
    pattern:
      /\b(?:port-forward|portforward)\s+(?:-\S+\s+)*\S+\s+(?:\d+(?::\d+)?\s+)*:?["'{`<]*$|\badb(?: -s \S+)? (?:forward|reverse)(?: \S+)?\s+$/,
  },
  {
    rule: 'socat-listen',
    words: 'listen recv recvfrom l',
    pattern: /\b(?:TCP|UDP|SSL|OPENSSL|SCTP)[46]?-(?:LISTEN|RECV\w*|L):$/i,
  },
  { rule: 'dev-tcp', words: 'dev', pattern: /\/dev\/(?:tcp|udp)\/[^\s/]+\/["'{`<$]*$/ },
  {
    rule: 'grep-port',
    words: 'netstat ss lsof sockstat',
    line: true,
    pattern: /\b(?:netstat|ss|lsof|sockstat)\b[^\n]*\|\s*(?:e?grep|findstr|rg|awk)\s+(?:-\S+\s+)*["'{`/:.]*$/,
    when: (span, _, before) => span.from > 999 || (isKnownPort(span.from) && /:$/.test(before)),
  },
  { rule: 'fuser', words: 'fuser', pattern: /\bfuser\s+(?:-\S+\s+)*(?:-n\s+(?:tcp|udp)\s+)?$/ },
  { rule: 'connect-to', words: 'resolve connect', pattern: /(?:--resolve|--connect-to)\s+["']?[\w.*-]+:$/ },
  {
    rule: 'acl-operator',
    words: 'eq neq gt lt ne ge le range',
    list: true,
    pattern:
      /\b(?:permit|deny|tcp|udp|access-list|acl|source-port|destination-port|dst|src|tcp-udp)\b[^\n]*\s(?:eq|neq|gt|lt|ne|ge|le|range|range \d+)\s+$/i,
  },
  { rule: 'ip-local-range', words: 'range', pattern: /port_range\W+(?:["']?\s*=\s*)?["']?(?:\d+\s+)?$/ },
  { rule: 'srv-record', words: 'srv', pattern: /\bSRV\s+\d+\s+\d+\s+$/ },
  {
    rule: 'sdp-media',
    words: 'audio video application',
    pattern: /\bm=(?:audio|video|application)\s+$/,
    when: (span) => span.from > 1,
  },
  {
    rule: 'listen',
    words:
      'forward connection admin listen listener listeners listenstream listendatagram ssllisten stream datagram namevirtualhost',
    config: true,
    line: true,
    pattern:
      /^[\s#>*+-]*["'`]?(?:listen|Listen|SSLListen|NameVirtualHost|(?:Local|Remote|Dynamic)Forward|Handling connection for|admin|listener|Listen(?:Stream|Datagram)|listen-on|ssl_listen)["'`]?[\s=:]+["'`]?(?:["'`{$[*\w.\]]*[\]:])?["'`]?$|[\s;{`'"](?:listen|Listen)\s+["'`]?$|\blisteners?(?:\.\w+)+\s*[=:]\s*["']?$/,
    when: (_, after) =>
      /^["'`]?(?:\s*[;{]|\s+(?:ssl|http2|default|reuseport|udp|quic|proxy|https?|\w+:\d)|\s*$|\s*\n|["'`.,)]|\/)/.test(
        after,
      ),
  },
  {
    rule: 'expose',
    words: 'expose',
    config: true,
    list: true,
    pattern: /^[\s#>+`-]*EXPOSE\s+(?:\d+(?:-\d+)?(?:\/\w+)?\s+)*$|\bEXPOSE\s+["'`]?$/i,
  },
  {
    rule: 'remote-host-port',
    words:
      'remote management share proxy server redirect connect upstream relay peer local target slaveof replicaof monitor',
    config: true,
    line: true,
    pattern:
      /(?:^|["'^])[\s#>+-]*(?:remote|management|port-share|http-proxy|socks-proxy|server|redirect|connect|proxy|upstream|relay|peer|local|target|slaveof|replicaof|(?:sentinel )?monitor \S+)(?:\s+|\\s\\\+)["'`]?[\w.${}<>[\]-]*[A-Za-z.\]}>][\w.${}<>[\]-]*["'`]?(?:\s+|\\s\\\+)$/,
    when: (span) => span.from > 19,
  },
]

const formsOf = new Map<string, Form[]>()
for (const form of FORMS) {
  for (const word of form.words.split(' ')) {
    formsOf.set(word, [...(formsOf.get(word) ?? []), form])
    teach(word, COMMAND)
  }
}

const TUNNEL =
  /(?<=\s-[a-zA-Z]*([LR])\s*["'{`]*(?:[\w.*-]+:|\[[\w:]*\]:)?(?:["'{}`\d]+:["'{`]*(?:[\w.${}-]+|\[[\w:]+\])["'}`]*:)?)/y

/** The number in its place on a command line or in a directive: `telnet host 25`, `nc -l 1234`, `listen 80;`. */
export function byCommand(r: Reading, span: Span): Verdict | undefined {
  const before = r.text.charAt(span.start - 1)
  const after = r.tail.slice(0, 12)
  const said = (rule: string): Verdict => ({ rule, kind: 'command' })
  // _443._tcp as in TLSA records; (|||41001|) of FTP's EPSV
  if (before === '_') return /^\._(?:tcp|udp)/.test(after) ? said('dns-port-label') : undefined
  if (before === '|' && /^\|/.test(after))
    return /\(\|\|\|$|\|[12]\|[^|\s]+\|$/.test(r.before(span, 48)) ? said('ftp-epsv') : undefined
  let line: string | undefined
  for (let k = r.next - 1; k >= 0; k--) {
    const word = r.words[k]
    if (!word || span.start - word.end > 200) break
    if (!(word.says & COMMAND)) continue
    for (const form of formsOf.get(r.text.slice(word.start, word.end).toLowerCase()) ?? []) {
      line ??= commandLine(r, span)
      const read = form.line ? line : lastCommand(line)
      if (!form.pattern.test(read) || form.when?.(span, after, read) === false) continue
      return { rule: form.rule, kind: form.config ? 'config' : 'command', list: form.list }
    }
  }
  const tunnel = r.back(TUNNEL)
  if (tunnel && !/\bchown /.test(r.head)) return { ...said('forwarded'), side: tunnel[1] === 'R' ? 'remote' : 'local' }
  // ufw status
  if (
    /^(?:\/\w+)?(?: \(v6\))?\s{2,}(?:ALLOW|DENY|LIMIT|REJECT)\b/.test(r.tail) &&
    r.back(/(?<=(?:^|\n)[ \t>|]*(?:Anywhere\s.*)?)/y)
  )
    return said('ufw-status')
  // Server=tcp:db.example.com,1433 of ADO.NET
  if (before === ',' && r.back(/(?<=\b(?:server|data source|addr(?:ess)?)\s*=\s*(?:tcp:)?[\w.\\-]+,)/iy))
    return { rule: 'data-source', kind: 'config' }
  // Postfix's master.cf
  if (/^\s+inet\s/.test(after) && r.back(/(?<=(?:^|\n)(?:[\d.]+:)?)/y)) return { rule: 'master-cf', kind: 'config' }
  return undefined
}
