import type { Reading, Verdict } from './reading'
import type { Span } from './scan'
import { isKnownPort } from './services'
import { meaning, PORT } from './words'

/** Which short flags of which commands take a port. `-p` of mkdir or ps does not. */
const PORT_FLAGS: readonly (readonly [flags: string, commands: string])[] = [
  [
    'p',
    'ssh sshd sshpass ssh-copy-id ssh-keyscan autossh mosh psql pg_dump pg_dumpall pg_restore pg_isready pgbench createdb dropdb createuser postgres initdb vacuumdb ' +
      'nmap masscan zmap naabu rustscan nping hping3 unicornscan nc ncat netcat socat redis-cli redis-server redis-benchmark memcached mosquitto mosquitto_pub mosquitto_sub ' +
      'docker podman nerdctl iperf iperf3 dig kdig delv nsupdate http-server serve rails hugo next vite nuxt jekyll json-server mongo mongod mongosh ' +
      'flask gunicorn uvicorn hydra medusa ngrok tshark ngrep tftp turnserver snmpwalk chisel gost stunnel rsync sipp tailon caddy traefik code-server ttyd nikto wfuzz pgcli mycli ' +
      'airflow luigid webfsd darkhttpd thttpd lighttpd gotty shellinabox cassandra cqlsh influx proxychains bettercap responder impacket msfvenom openocd autorecon ' +
      'rlwrap sslscan sslyze testssl unshare wait-on live-server browser-sync nodemon node deno bun mockserver wiremock qbittorrent-nox transmission tor electrum bitcoind geth',
  ],
  [
    'P',
    'mysql mysqldump mysqladmin mysqlimport mysqlslap mycli mariadb mariadb-dump scp sftp pscp psftp plink putty jekyll lftp isql osql hydra curl ftp webpack',
  ],
  ['l', 'nc ncat netcat serve memcached socat haproxy sslh'],
  ['D', 'ssh autossh plink'],
  ['s', 'hydra hping3 medusa'],
  ['L', 'plink'],
  ['M', 'autossh'],
  ['b', 'php flask'],
]
const NOT_PORT_P =
  /\b(?:mkdir|cp|mv|tar|ps|kill|pkill|top|htop|strace|ltrace|gdb|lsof|read|touch|perf|xargs|make|install|taskset|renice|chrt|pidstat|jstack|pmap|lldb|parted|fdisk|cat|grep|bc|test|redis-benchmark|unzip|bzip2|gzip|patch|diff|trap|time|nice|cargo|git|du|df|export|declare|ls|rm|tee|wg-quick|vagrant|pgrep|cryptsetup|mount|pip)\b/

/** A flag right before the number, with what may stand between: `--port=80`, `"--port", "80"`, `{{[-p|--port]}} {{80}}`. */
const FLAG =
  /(?:^|[\s"'`([{,|;/])(--?[A-Za-z][\w.-]*|\/[A-Za-z]\w+)(?:[\])}]*(?:\s*[=:]\s*|["',\s]+|(?:\\?\s*\n\s*)|<\w+>|\\_)+[\s"'`{([<]*|)$/
const LIST = /(?:\d+(?:-\d+)?|[TUSB]:\d+(?:-\d+)?)[,\d:TUSB-]*,(?:[TUSB]:)?$|[TUSB]:$/

/** Commands that take a port without a flag. Read against the part of the line before the number. */
const POSITIONAL: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'client-host-port',
    /\b(?:telnet|nc|ncat|netcat|nc\.\w+|ftp|tcping|lft|tnc|psping|gobetween|socket|tnftp|nmap-ncat|s_client|nc-proxy|wait-for-it|wait-for)(?:\.exe|\.sh)?(?:\s+-[A-Za-z-]+(?:\s+\d+(?=\s+-|\s+[^\s\d]))?)*\s+["'{`<[$(]*(?=[^\s-])[\w.:@${}<>[\]%-]*[A-Za-z_.\]}>:][\w.:@${}<>[\]%-]*["'`)]?\s+["'{`<]*(?:[\d-]+[\s,]+)*$/,
  ],
  ['netcat-listens', /\b(?:nc|ncat|netcat|nc\.\w+)(?:\.exe)?(?:\s+-\S+)*\s+-[a-z]*l[a-z]*(?:\s+-[a-z]+)*\s+["'{`]*$/],
  [
    'http-server',
    /(?:-m\s+(?:http\.server|SimpleHTTPServer|CGIHTTPServer|pyftpdlib\s+-p|uvicorn\s+\S+\s+--port)|\bhttp-server|\bmanage\.py runserver|\brunserver|\blocaltunnel|\bkill-port|\bngrok(?:\.exe)?\s+(?:http|tcp|tls|start)|\blt\s+--port|\btailscale (?:serve|funnel)|\bcloudflared\s+\S+|\bserveo|\bwebfs|\bwsl-open|\bdevd|\bnc-proxy|\bBookieServer|\bgreenlet-server)\s+["'{`]*$/,
  ],
  [
    'firewall-rule',
    /\b(?:ufw|firewall-cmd|gufw)\b(?:\s+[\w-]+)*?\s+(?:(?:allow|deny|limit|reject|insert|delete|route|in|out|log)\s+)+["'{`]*(?:\d+,)*$/,
  ],
  [
    'port-forward',
    /\b(?:port-forward|portforward)\s+(?:-\S+\s+)*\S+\s+(?:\d+(?::\d+)?\s+)*:?["'{`<]*$|\badb(?: -s \S+)? (?:forward|reverse)(?: \S+)?\s+$/,
  ],
  ['dev-tcp', /\/dev\/(?:tcp|udp)\/[^\s/]+\/["'{`<$]*$/],
  ['grep-port', /\b(?:netstat|ss|lsof|sockstat)\b[^\n]*\|\s*(?:grep|egrep|findstr|rg|awk)\s+(?:-\S+\s+)*["'{`/:.]*$/],
  ['fuser', /\bfuser\s+(?:-\S+\s+)*(?:-n\s+(?:tcp|udp)\s+)?$/],
  [
    'forwarded',
    /\s-[a-zA-Z]*[LR]\s*["'{`]*(?:[\w.*-]+:|\[[\w:]*\]:)?$|\s-[a-zA-Z]*[LR]\s*["'{`]*(?:[\w.*-]+:)?["'{}`\d]+:["'{`]*(?:[\w.${}-]+|\[[\w:]+\])["'}`]*:$/,
  ],
  ['connect-to', /(?:--resolve|--connect-to)\s+["']?(?:[\w.*-]+:)$/],
  [
    'acl-operator',
    /\b(?:permit|deny|tcp|udp|access-list|acl|source-port|destination-port|dst|src|tcp-udp)\b[^\n]*\s(?:eq|neq|gt|lt|ne|ge|le|range|range \d+)\s+$/i,
  ],
  ['ip-local-range', /port_range\W+(?:["']?\s*=\s*)?["']?(?:\d+\s+)?$/],
  ['srv-record', /\bSRV\s+\d+\s+\d+\s+$/],
  ['dns-port-label', /(?:^|[\s"'*.])_$/],
  ['sdp-media', /\bm=(?:audio|video|application|image|message|text)\s+$/],
  ['ftp-epsv', /\(\|\|\|$|\|[12]\|[^|\s]+\|$/],
]

/** Directives that open a line of configuration. */
const DIRECTIVES: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'listen',
    /^[\s#>*+-]*["'`]?(?:listen|Listen|SSLListen|NameVirtualHost|Listen(?:Stream|Datagram|SequentialPacket)\s*=|listen-on|ssl_listen|--listen)["'`]?[\s=:]+["'`]?(?:["'`{$[*\w.\]]*[\]:])?["'`]?$/,
  ],
  ['listen', /[\s;{`'"](?:listen|Listen)\s+["'`]?$/],
  ['expose', /^[\s#>+`-]*EXPOSE\s+(?:\d+(?:-\d+)?(?:\/\w+)?\s+)*$|\bEXPOSE\s+["'`]?$/i],
  [
    'remote-host-port',
    /(?:^|["'^])[\s#>+-]*(?:remote|management|port-share|http-proxy|socks-proxy|server|redirect|connect|proxy|upstream|nodeaddr|relay|peer|allowed-peer|local|target|forward-to|slaveof|replicaof|monitor \S+|sentinel monitor \S+)(?:\s+|\\s\\\+)["'`]?[\w.${}<>[\]-]*[A-Za-z.\]}>][\w.${}<>[\]-]*["'`]?(?:\s+|\\s\\\+)$/,
  ],
  ['master-cf', /^(?:\d{1,3}\.\d+\.\d+\.\d+:)?$/],
]

/** The part of the command line before the number: joins lines that end in a backslash, starts behind the last pipe. */
function commandBefore(r: Reading, span: Span): string {
  const head = r.before(span, 400).replace(/\\\n\s*/g, ' ')
  return head.slice(head.lastIndexOf('\n') + 1)
}

const lastCommand = (line: string): string =>
  line.slice(
    Math.max(line.lastIndexOf('| '), line.lastIndexOf(';'), line.lastIndexOf('&&'), line.lastIndexOf('$(')) + 1,
  )

/** The number after a command's flag or in its place on the command line, or after a configuration directive. */
export function byCommand(r: Reading, span: Span): Verdict | undefined {
  const head = r.before(span, 100)
  const command = (rule: string, list = false): Verdict => ({ rule, kind: 'command', list })
  let flagged = head
  const listed = /-[pP]|ports?/i.test(head) && LIST.exec(head)
  if (listed) flagged = head.slice(0, -listed[0].length)
  const flag = FLAG.exec(flagged)
  const line = commandBefore(r, span)
  if (flag?.[1]) {
    const name = flag[1].replace(/^(?:--?|\/)/, '')
    const last = /[^-_.]*$/.exec(name)?.[0] ?? ''
    const glued = flag[0].endsWith(flag[1])
    if (
      !glued &&
      flag[1].startsWith('-') &&
      name.length > 2 &&
      (meaning(last) & PORT || meaning(name) & PORT || /^(?:dports?|sports?|ports?)$/i.test(last))
    ) {
      return command('port-flag', true)
    }
    if (
      !glued &&
      /^(?:listen|bind|inspect|inspect-brk|tcp|udp|http|https|listen-http|webui|debug|jpda|web\.listen-address|metrics)$/i.test(
        name,
      ) &&
      flag[1].startsWith('--')
    ) {
      if (span.from > 999 || isKnownPort(span.from)) return command('listen-flag')
    }
    if (flag[1].startsWith('-') && !flag[1].startsWith('--')) {
      const verdict = shortFlag(lastCommand(line), name, span)
      if (verdict) return command(verdict, true)
    }
  }
  if (/["'`\w]-["'`]?$/.test(head)) return undefined
  const shell = lastCommand(line)
  for (const [rule, pattern] of POSITIONAL) {
    const readsWhole = rule === 'grep-port'
    if (!pattern.test(readsWhole ? line : shell)) continue
    if (
      rule === 'client-host-port' &&
      (span.from < 7 || /\b(?:is|was|the|a|an|and|to|with|for|of|from|on|in)\s+$/.test(shell))
    )
      continue
    if (rule === 'grep-port' && span.from < 1000 && !isKnownPort(span.from)) continue
    if (rule === 'dns-port-label' && !/^\._(?:tcp|udp)/.test(r.after(span, 5))) continue
    if (rule === 'ftp-epsv' && !/^\|/.test(r.after(span, 1))) continue
    if (rule === 'sdp-media' && span.from < 2) continue
    return command(rule, rule !== 'client-host-port')
  }
  for (const [rule, pattern] of DIRECTIVES) {
    if (!pattern.test(line)) continue
    const after = r.after(span, 12)
    if (rule === 'master-cf' && !/^\s+(?:inet|unix)\s/.test(after)) continue
    if (
      rule === 'listen' &&
      !/^["'`]?(?:\s*[;{]|\s+(?:ssl|http2|default|reuseport|udp|quic|proxy|https?)|\s*$|\s*\n|["'`.,)]|\/)/.test(after)
    )
      continue
    if (rule === 'remote-host-port' && span.from < 20) continue
    return { rule, kind: 'config', list: rule === 'expose' }
  }
  return undefined
}

/** `-p 2222`: a port if the command is one whose -p is a port; unknown commands need a number that looks like one. */
function shortFlag(line: string, name: string, span: Span): string | undefined {
  const letter = name.slice(-1)
  const cluster = name.length > 1
  if (cluster && !/^[lvnuzktxwr46]*[pl]$/.test(name)) return undefined
  for (const [flags, commands] of PORT_FLAGS) {
    if (!flags.includes(letter)) continue
    for (const [word] of line.matchAll(/[A-Za-z][\w.-]*/g)) {
      if (!commands.includes(word)) continue
      if (commands.split(' ').includes(word) && !(word === 'redis-benchmark' && letter === 'P')) return `${letter}-flag`
    }
  }
  if (letter !== 'p' || cluster || NOT_PORT_P.test(line)) return undefined
  return span.from > 1023 || isKnownPort(span.from) || span.to > span.from ? 'p-flag' : undefined
}
