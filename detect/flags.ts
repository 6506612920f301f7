import { commandLine, lastCommand } from './command-line'
import { PORT } from './dictionary'
import { HEAD, type Reading, type Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { letter, meaning } from './words'

/** Commands whose short flag is a port whatever its value, with the letter of the flag. */
const PORT_FLAG =
  /\b(?:(?:ssh|scp|mosh|psql|pg_|nmap|masscan|n(?:et)?cat|nc|redis-|mosquitto|docker|podman|iperf|dig|serve|mongo).* p|(?:mysql|mariadb|scp|sftp|plink).* P|(?:n(?:et)?cat|nc|serve|memcached)\b.* l|ssh\b.* D|hydra.* s|autossh.* M)$/
/** Commands whose -p is something else. */
const NOT_PORT_P =
  /\b(?:mkdir|unzip|cp|tar|ps|kill|h?top|[sl]trace|gdb|lsof|perf|install|taskset|renice|pidstat|jstack|benchmark)\b/

/** A flag right before the number or nmap's list `T:21-25,80,`, with what may stand between: `--port=80`, `"--port", "80"`, `{{[-p|--port]}} {{80}}`. */
const FLAG =
  /(?<=(?:^|[\s"'`([{,|;/])((?:--?|[–—])[A-Za-z][\w.-]*|\/[A-Za-z]\w+)(<\w+>|[\])}=:"',\s\\_`{([<]*)(?:(?:[TUSB]:)?\d[,\d:TUSB-]*,)?(?:[TUSB]:)?)/y

/** Long flags that take a listen address or a port although their name does not say so. */
const LISTEN_FLAG = /^--(?:listen|bind|inspect(?:-brk)?|https?|debug)/i

const said = (rule: string): Verdict => ({ rule, kind: 'command', list: true })

/** The number after a flag that takes a port: `--port 9090`, `-LocalPort 3389`, `ssh -p 2222`; not `mkdir -p 2222`. */
export function byFlag(r: Reading, span: Span): Verdict | undefined {
  const [, flag = '', joint] = (mayFollowFlag(r) && r.back(FLAG)) || []
  if (!flag) return undefined
  const name = flag.replace(/^(?:--?|[–—/])/, '')
  const last = /[^-_.]*$/.exec(name)?.[0] ?? ''
  if (/^(?:top|max|num|count)-ports?$/.test(name)) return undefined
  const long = name.length > 2 && !flag.startsWith('/') && !!joint && !r.tail.startsWith(']:')
  if (long && (/^(?:publish|expose)$/.test(name) || (meaning(last) | meaning(name)) & PORT)) return said('port-flag')
  if (long && LISTEN_FLAG.test(flag) && (span.from > 999 || isKnownPort(span.from))) return said('listen-flag')
  if (/^(?:--|\/)/.test(flag)) return undefined
  const rule = shortFlag(lastCommand(commandLine(r, span)), name, span)
  return rule ? said(rule) : undefined
}

/** Most numbers stand behind a word that begins with neither a hyphen nor a slash. */
function mayFollowFlag(r: Reading): boolean {
  let i = r.markAt
  if (!letter(r.text.charCodeAt(i))) return '-])}>=:,\\{([<_\n.0123456789'.includes(r.mark)
  const from = Math.max(-1, i - HEAD)
  while (letter(r.text.charCodeAt(--i)) && i > from);
  return !' ,('.includes(r.text.charAt(i) || ' ')
}

/** `-p 2222`: a port if the command is one whose -p is a port; unknown commands need a number that looks like one. */
function shortFlag(line: string, name: string, span: Span): string | undefined {
  const letter = name.slice(-1)
  const cluster = name.length > 1
  if (cluster && !/^[lvnuzktxwr46]*[pl]$/.test(name)) return undefined
  if (PORT_FLAG.test(`${line} ${letter}`)) return `${letter}-flag`
  if (letter !== 'p' || cluster || NOT_PORT_P.test(line)) return undefined
  return span.from > 1023 || isKnownPort(span.from) || span.to > span.from ? 'p-flag' : undefined
}
