import { commandLine, lastCommand } from './command-line'
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

/** Long flags that take a listen address or a port although their name does not say so. */
const LISTEN_FLAG =
  /^--(?:listen|bind|inspect|inspect-brk|tcp|udp|https?|listen-http|webui|debug|jpda|web\.listen-address|metrics)$/i

/** The number after a flag that takes a port: `--port 9090`, `-LocalPort 3389`, `ssh -p 2222`; not `mkdir -p 2222`. */
export function byFlag(r: Reading, span: Span): Verdict | undefined {
  const head = r.before(span, 72)
  if (!/[-/]/.test(head.slice(-56))) return undefined
  const listed = LIST.exec(head)
  const [match = '', flag = ''] = FLAG.exec(listed ? head.slice(0, -listed[0].length) : head) ?? []
  if (!flag) return undefined
  const said = (rule: string): Verdict => ({ rule, kind: 'command', list: true })
  const name = flag.replace(/^(?:--?|\/)/, '')
  const last = /[^-_.]*$/.exec(name)?.[0] ?? ''
  const long = name.length > 2 && flag.startsWith('-') && !match.endsWith(flag)
  if (long && (meaning(last) | meaning(name)) & PORT) return said('port-flag')
  if (long && LISTEN_FLAG.test(flag) && (span.from > 999 || isKnownPort(span.from))) return said('listen-flag')
  if (!flag.startsWith('-') || flag.startsWith('--')) return undefined
  const rule = shortFlag(lastCommand(commandLine(r, span)), name, span)
  return rule ? said(rule) : undefined
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
