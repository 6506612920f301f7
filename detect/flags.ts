import { commandLine, lastCommand } from './command-line'
import type { Reading, Verdict } from './reading'
import type { Span } from './scan'
import { isKnownPort } from './services'
import { meaning, PORT } from './words'

/** Commands whose short flag is a port whatever its value. */
const PORT_FLAGS: Readonly<Record<string, RegExp>> = {
  p: /\b(?:ssh\w*|sshd|scp|mosh|psql|pg\w+|createdb|nmap|masscan|nc|ncat|netcat|redis-\w+|mosquitto\w*|docker|podman|iperf3?|dig|serve|http-server|mongo\w*|autorecon|postgres|hping3|naabu|rustscan)\b/,
  P: /\b(?:mysql\w*|mariadb\S*|mycli|scp|sftp|pscp|plink|putty)\b/,
  l: /\b(?:nc|ncat|netcat|serve|memcached)\b/,
  D: /\b(?:ssh|autossh|plink)\b/,
  s: /\b(?:hydra|medusa|hping3)\b/,
  M: /\bautossh\b/,
}
/** Commands whose -p is something else. */
const NOT_PORT_P =
  /\b(?:mkdir|cp|mv|tar|ps|kill|pkill|top|htop|strace|ltrace|gdb|lsof|read|touch|perf|xargs|make|install|taskset|renice|chrt|pidstat|jstack|pmap|lldb|parted|fdisk|cat|grep|bc|test|redis-benchmark|git|ls|rm|pgrep|pip)\b/

/** A flag right before the number or nmap's list `T:21-25,80,`, with what may stand between: `--port=80`, `"--port", "80"`, `{{[-p|--port]}} {{80}}`. */
const FLAG =
  /(?<=(?:^|[\s"'`([{,|;/])(--?[A-Za-z][\w.-]*|\/[A-Za-z]\w+)(<\w+>|[\])}=:"',\s\\_`{([<]*)(?:(?:[TUSB]:)?\d[,\d:TUSB-]*,)?(?:[TUSB]:)?)/y

/** Long flags that take a listen address or a port although their name does not say so. */
const LISTEN_FLAG =
  /^--(?:listen|bind|inspect|inspect-brk|tcp|udp|https?|listen-http|webui|debug|jpda|web\.listen-address|metrics)$/i

/** The number after a flag that takes a port: `--port 9090`, `-LocalPort 3389`, `ssh -p 2222`; not `mkdir -p 2222`. */
export function byFlag(r: Reading, span: Span): Verdict | undefined {
  const [, flag = '', joint] = r.back(FLAG) ?? []
  if (!flag) return undefined
  const said = (rule: string): Verdict => ({ rule, kind: 'command', list: true })
  const name = flag.replace(/^(?:--?|\/)/, '')
  const last = /[^-_.]*$/.exec(name)?.[0] ?? ''
  if (/^(?:top|max|num|count)-ports?$/.test(name)) return undefined
  const long = name.length > 2 && flag.startsWith('-') && !!joint
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
  if (PORT_FLAGS[letter]?.test(line)) return `${letter}-flag`
  if (letter !== 'p' || cluster || NOT_PORT_P.test(line)) return undefined
  return span.from > 1023 || isKnownPort(span.from) || span.to > span.from ? 'p-flag' : undefined
}
