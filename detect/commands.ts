import { commandLine, lastCommand } from './command-line'
import { COMMAND } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { teachWithDictionary } from './words'

/** A form's pattern is matched against the whole line up to the number, not against its last command. */
const LINE = 1
/** A directive of a configuration file. */
const CONFIG = 2
/** More ports may follow, separated by commas or spaces. */
const MORE = 4

/**
 * How a command or a directive takes a port without a flag: the rule's name, what stands before the number, bits of the
 * above, and what else must hold. Tried only where one of the pattern's words stands before the number.
 */
type Form = readonly [
  rule: string,
  pattern: RegExp,
  bits?: number,
  when?: (span: Span, after: string, before: string) => boolean,
]

const FORMS: readonly Form[] = [
  [
    'client-host-port',
    /\b(?:telnet|nc|n(?:et)?cat|ftp|tcping|s_client|cqlsh|t?ftp|wait-for(?:-it)?)(?:\.\w+)?(?:\s+-[A-Za-z-]+(?:\s+(?:\d+(?=\s+-|\s+[^\s\d])|\/\S+))?)*\s+["'{`<[$(]*(?=[^\s-])[\w.:@${}<>[\]%-]*[A-Za-z_.\]}>:][\w.:@${}<>[\]%-]*["'`)]?\s+["'{`<]*(?:[\d-]+[\s,]+)*$/,
    0,
    (span, _, before) =>
      span.to > 6 && !/^[-dl](?:[-r][-w][-xst]){3}|\b(?:is|was|the|an?|and|to|with|for|of|from|on|in)\s+$/.test(before),
  ],
  [
    'starts-server',
    /(?:-m\s+(?:http\.server|\w+HTTPServer)|\bhttp-server|\brunserver|\blocaltunnel|\bkill-port|\bngrok(?:\.exe)?\s+(?:http|tcp|tls)|\badb tcpip|\bs_server\b.*-accept|\btailscale (?:serve|funnel)|[a-z]Server)\s+["'{`]*$/,
    0,
    (span) => span.from > 19,
  ],
  [
    'firewall-rule',
    /\b(?:ufw|firewall-cmd)(?:\s+[\w-]+){0,3}\s+(?:allow|deny|limit|reject)(?:\s+(?:in|out))?\s+["'{`]*(?:\d+,)*$/,
    MORE,
  ],
  ['port-forward', /\bport-?forward\s+(?:-\S+\s+)*\S+\s+(?:\d+(?::\d+)?\s+)*:?["'{`<]*$/, MORE],
  ['socat-listen', /\b(?:TCP|UDP|(?:OPEN)?SSL|SCTP)[46]?-(?:LISTEN|L):$/i],
  ['dev-tcp', /\/dev\/(?:tcp|udp)\/[^\s/]+\/["'{`<$]*$/],
  [
    'grep-port',
    /\b(?:netstat|ss|lsof)\b[^\n]*\|\s*(?:e?grep|find(?:str)?)\s+(?:-\S+\s+)*["'{`/:.(]*$/,
    LINE | MORE,
    (span) => span.from > 999 || isKnownPort(span.from),
  ],
  [
    'acl-operator',
    /\b(?:permit|deny|tcp|udp|access-list|port-object|acl|dst|src)\b[^\n]*\s(?:eq|neq|gt|lt|ne|ge|le|range(?: [\w-]+)?)\s+$/i,
    MORE,
  ],
  [
    'ids-rule',
    /\b(?:alert|drop|reject|pass|log) (?:tcp|udp|ip|http|tls|dns) \S+ (?:\S+ (?:->|<>) \S+ )?!?\[?(?:[\d:]+,)*$/i,
    MORE,
    (_, after) => /^[\d:,\]]* (?:[-<]>|\()/.test(after),
  ],
  ['listen-stream', /\bListen(?:Stream|Datagram)=$/],
  ['nat-static', /\bnat\b.*\bstatic (?:tcp|udp) [\d.]+ (?:\d+ (?:interface )?\S+ )?$/],
  ['selinux', /\bname_(?:bind|connect)\b.*\s(?:src|dest)=$/],
  [
    'program-host-port',
    /(?:^|[\s#$>`])(?:(?:python|perl|ruby|java|node|php)[\d.]*\s|\.\/)[^|;]*\s(?:(?:\d{1,3}\.){3}\d{1,3}|localhost)\s+["'{`<]*$/,
    0,
    (span) => span.from > 19,
  ],
  [
    'server-port',
    /(?:^|[\s#$>`])(?:(?:python|ruby|java|node|php|perl)[\d.]*\s+(?:-\S+\s+)*|\.\/)(?:[\w/]+[-_.])?server(?:\.\w+)?\s+["'{`<]*$/i,
    0,
    (span) => span.from > 999,
  ],
  ['ip-local-range', /port_range\W+(?:["']?\s*=\s*)?["']?(?:\d+\s+)?$/],
  ['srv-record', /\bSRV\s+\d+\s+\d+\s+$/],
  ['sdp-media', /\bm=(?:audio|video|application)\s+$|\ba=rtcp:$/, 0, (span) => span.from > 1],
  [
    'listen',
    /^[\s#>*+-]*["'`]?(?:listener|(?:ssl_|SSL)?[Ll]isten(?:-on|Stream|Datagram)?|Handling connection for|admin)["'`]?[\s=:]+["'`]{0,2}$|\b(?:Local|Remote|Dynamic)Forward["'`]?[\s=:[]+["'`]{0,2}(?:\d+ [\w.:-]+["'`],\s*["'`])*$|[\s;{`'"][Ll]isten\s+["'`]?$|\blisteners?(?:\.\w+)+(?:\s*=|:)\s*["']?$/,
    LINE | CONFIG,
    (_, after) =>
      /^["'`]?(?:\s*[;{\n]|\s+(?:ssl|http|default|reuseport|udp|quic|proxy|[\w.-]+:\d)|\s*$|["'`.,)]|\/)/.test(after),
  ],
  ['expose', /\bEXPOSE\s+["'`]?$/i, CONFIG | MORE],
  [
    'remote-host-port',
    /(?:^|["'^])[\s#>+-]*(?:remote|management|(?:http-|socks-)?proxy|server|redirect|connect|upstream|relay|peer|local|target|slaveof|replicaof|(?:sentinel )?monitor \S+)(?:\s+|\\s\\\+)["'`]?[\w.${}<>[\]-]*[A-Za-z.\]}>][\w.${}<>[\]-]*["'`]?(?:\s+|\\s\\\+)$/,
    LINE | CONFIG,
    (span) => span.from > 19,
  ],
]

/** Words of the patterns that too many lines hold; each form has another. */
const COMMON = /^(?:on|for|host|name|tcp|udp|https?|tls|ssl|to|in|out|local|connection|application|proxy|port)$/
const formsOf = new Map<string, Form[]>()
teachWithDictionary((teach) => {
  for (const form of FORMS) {
    for (const [word] of form[1].source
      .replace(/\\[a-z]/g, ' ')
      .replaceAll('[Ll]', 'l')
      .matchAll(/[A-Z]*[a-z]{2,}|[A-Z]{2,}/g)) {
      const lower = word.toLowerCase()
      if (COMMON.test(lower)) continue
      formsOf.set(lower, [...(formsOf.get(lower) ?? []).filter((other) => other !== form), form])
      teach(lower, COMMAND)
    }
  }
})

/** nginx's listen as parsers give it: `("listen", 2), ("80", 2)`, `{"directive": "listen", "args": ["80"]}`. */
const LISTEN_ARGUMENT =
  /(?<=["'`]listen["'`](?:, ?\d+\))?,?\s*(?:= |\(|\{|[^[\]{}]{0,40}\b[aA]rgs["'`]?: ?\[\S{0,9})?["'`])/y

const TUNNEL = /(?<=\s-[a-zA-Z]*([LR])\s*["'{`]*(?:["'{}`\d]+:["'{`]*(?:[\w.${}-]+|\[[\w:]+\])["'}`]*:)?)/y

/** `8080:localhost:80`, `2222:<target>:22`: a tunnel by itself. */
const TUNNELLED = /^:(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|<[\w -]{1,24}>|[a-z][\w-]*\.[\w.-]+):\d/i

const said = (rule: string): Verdict => ({ rule, kind: 'command' })

/** The number in its place on a command line or in a directive: `telnet host 25`, `nc -l 1234`, `listen 80;`. */
export function byCommand(r: Reading, span: Span): Verdict | undefined {
  const before = r.left
  const after = r.tail.slice(0, 30)
  // _443._tcp as in TLSA records; (|||41001|) of FTP's EPSV
  if (before === '_') return /^\._(?:tcp|udp)/.test(after) ? said('dns-port-label') : undefined
  if (before === '|' && /^\|/.test(after))
    return /\(\|\|\|$|\|[12]\|[\da-f.:]+\|$/.test(r.before(span, 48)) ? said('ftp-epsv') : undefined
  if (
    '"\'`\0'.includes(before) &&
    (after.startsWith(' default_s') || (/^["'`]\s*[,)\]}]/.test(after) && r.back(LISTEN_ARGUMENT)))
  )
    return { rule: 'listen-argument', kind: 'config' }
  let line: string | undefined
  let last: string | undefined
  for (let k = r.next - 1; k >= 0; k--) {
    const word = r.words[k]
    if (!word || span.start - word.end > 200) break
    if (!(word.says & COMMAND)) continue
    for (const [rule, pattern, bits = 0, when] of formsOf.get(r.text.slice(word.start, word.end).toLowerCase()) ?? []) {
      line ??= commandLine(r, span)
      const read = bits & LINE ? line : (last ??= lastCommand(line))
      if (!pattern.test(read) || when?.(span, after, read) === false) continue
      return { rule, kind: bits & CONFIG ? 'config' : 'command', list: (bits & MORE) > 0 }
    }
  }
  const tunnel = 'LR:{\n'.includes(r.mark) && r.back(TUNNEL)
  if (tunnel && !/\bchown /.test(r.head)) return { ...said('forwarded'), side: tunnel[1] === 'R' ? 'remote' : 'local' }
  if (
    r.right === ':' &&
    (span.from > 999 || isKnownPort(span.from)) &&
    TUNNELLED.test(r.tail) &&
    r.back(/(?<=(?:^|[\s"'`(=])(?:R:)?)/y)
  )
    return { rule: 'tunnel', kind: 'mapping', side: 'local' }
  // ufw status
  const listed = r.wordAfter(span, COMMAND, 50)
  if (
    listed &&
    /^(?:\/\w+)?(?: \(v6\))?\s{2,}(?:ALLOW|DENY|LIMIT|REJECT)\b/.test(r.tail) &&
    r.back(/(?<=(?:^|\n|["'`])[ \t>|]*(?:\[ ?\d+\][ \t]+)?(?:Anywhere\s.*)?)/y)
  )
    return said('ufw-status')
  // Server=tcp:db.example.com,1433 of ADO.NET
  if (
    before === ',' &&
    r.back(/(?<=(?:\b(?:server|data source|addr(?:ess)?)\s*=\s*(?:tcp:)?|\bsqlcmd\b.* -S )[\w.\\-]+,)/iy)
  )
    return { rule: 'data-source', kind: 'config' }
  // dt_socket,address=8000 of Java's debugger, "ssh,tcp,,2222,,22" of VirtualBox
  if (
    (before === ',' || before === '=') &&
    r.back(/(?<=dt_socket,(?:\w+=\w+,)*address=|--natpf\d "[\w-]+,(?:tc|ud)p,[\d.]*,(?:\d+,[\d.]*,)?)/y)
  )
    return said('forwarded')
  return undefined
}
