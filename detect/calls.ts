import { FILE } from './authority'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'

/** Functions and constructors whose only or first number is a port. */
const TAKES_PORT =
  /(?:listen(?:tcp|anyip|localhost)?|serversocket|(?:tcp)?server(?:socket)?(?:\.(?:new|create|start))?|udp\.begin|htons|bind|serve|runserver|startserver|createserver|createregistry|createconnection|newserver|socketaddr\w*|inetsocketaddress)\s*$/i
/** Calls whose number follows a host: connect("db", 5432). */
const TAKES_HOST =
  /(?:socketaddr::new|connect(?:ion)?|socket|sock|client|server|bind|listen|dial|(?:ftp|telnet|tn|sock\w*|session)\.open|endpoint|authority|address|addr|inetsocketaddress|smtp(?:_ssl)?|telnet|redis|mongoclient|setserver|fsockopen|host|runserver|tcp\w*|udp\w*|ssh\w*|http\w*|start_server|from|host_?(?:and_?)?port[\w.:]*)\s*$/i
const HOST_ARGUMENT =
  /(?<=(?:["'`](?:|localhost|\*|[0-9a-f:]*::[0-9a-f:.]*|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)+(?::\d+)?|<[\w ]+>|[\w-]+)["'`]|\b(?:INADDR_ANY|IPAddress\.\w+|InetAddress\.\w+\(.{0,24}\)|[\w.]*(?:host|hostname|ip|addr|address|server|domain|HOST|SERVER|ADDRESS|ADDR|IP))|[[(]\d+, ?\d+, ?\d+, ?\d+[\])]+|\((?:"[^"]*"|'[^']*')\)|Ipv[46]Addr::\w+(?:\([^()]{0,40}\))?\)*)\s*,\s*(?:port\s*=\s*)?["'`]?)/iy

const SURE_HOST =
  /(?<=["'`](localhost|[0-9a-f:]*::[0-9a-f:.]*|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]+)["'`]\s*,\s*["'`]?)/iy
const RUST_ADDRESS = /(?<=\b(Ipv[46]Addr)::\w+(?:\([^()]{0,40}\))?\)*, )/y
/** A quoted host before the number: parts of what may stand in one piece nearby, `"db.example:83" → ("db.example", 83)`. */
const PARTS = /(?<=["'`]\[?([^"'`\s]{1,64}?)\]?["'`],\s*["'`]?)/y

/** Was `host:port` read shortly before, or does it stand shortly behind with a host that is no image's name? */
function isWhole(r: Reading, span: Span, host: string): boolean {
  for (let k = r.at - 1; k >= 0 && k > r.at - 6; k--)
    if (r.verdicts[k]?.kind === 'authority' && r.spans.at(k)?.from === span.from && r.verdicts[k]?.host === host)
      return true
  const behind = r.after(span, 90)
  return (
    (/[.:]/.test(host) || (span.from > 99 && host.length > 1)) &&
    [`"${host}:${span.from}`, `[${host}]:${span.from}`].some((whole) => behind.includes(whole))
  )
}

const call = (rule: string): Verdict => ({ rule, kind: 'command' })

/** `listen(3000)`, `new ServerSocket(8080)`, `connect(("db", 5432))`: an argument that the function takes as a port. */
export function byCall(r: Reading, span: Span): Verdict | undefined {
  if (!'(,=n\n'.includes(r.mark) || !r.back(/(?<=[(,]\s*(?:port\s*=\s*)?["'`]?|listen )/y)) return undefined
  const { head } = r
  const after = r.tail.slice(0, 3)
  const plausible = span.from > 999 || span.from === 0 || isKnownPort(span.from)
  const open = /\(\s*["'`]?$/.test(head.slice(-8))
    ? r.back(/(?<=([\w.:$>\])-]+)(?:<\w*>)?\(\s*["'`]?)/y)
    : r.back(/(?<=\b(listen)\s+)/y)
  if (open?.[1] && /^["'`]?\s*[,)]/.test(after)) {
    if (TAKES_PORT.test(open[1]) && (span.from > 99 || plausible) && !/backlog|timeout/i.test(head))
      return call('call-port')
  }
  if (!',=\n'.includes(r.mark)) return undefined
  const host = /^["'`]?\s*[,)}\]]/.test(after) && r.back(PARTS)?.[1]
  if (host && isWhole(r, span, host)) return call('host-port-apart')
  if (r.back(HOST_ARGUMENT)) {
    if (!/^["'`]?\s*[,)]|^\s*$|^"/.test(after)) return undefined
    const opened = /([\w.:>-]*)\s*\(+[^()]*(?:\([^()]*\)[^()]*)*$/.exec(head)
    const sure = r.back(SURE_HOST)?.[1] ?? r.back(RUST_ADDRESS)?.[1]
    if (opened && TAKES_HOST.test(opened[1] ?? '') && (span.from > 19 || span.from === 0)) return call('call-host-port')
    if (
      sure &&
      plausible &&
      (span.from || !/[a-z]\./i.test(sure)) &&
      !FILE.test(sure) &&
      /[([{]|\.(?:new|open) /.test(head)
    )
      return call('host-argument')
  }
  return undefined
}
