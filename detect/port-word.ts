import {
  AND,
  BESIDE,
  COUNTER,
  GLUE,
  HARDWARE,
  KEY_ONLY,
  LEAD,
  NETWORK,
  OPEN,
  PLURAL,
  PORT,
  PROTOCOL,
} from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { type Word } from './words'

/** Nothing but punctuation between the word and its number: `port: 80`, `"port": 80`, `${PORT:-80}`, `getPort() === 80`. */
const PUNCTUATION =
  /^(?:["'`*_”’)\]}>«»\u00a0]|\(\)|\[(?:[a-z]\w{0,7}|\d{1,2})\]|<\/?\w{1,8}>|\\_)*\s*(?:(?:[:=!<>]=?=?|[#?|~-]|：|＝|\|\||\?\?|:-|[=-]>|→|in(?= ?[[({]))?\s*|\s*[,(]\s*)(?:["'`*_“‘([{<«\\\u00a0「『（]|<\/?\w{1,8}>|\{\{|\s)*$/
/** Endings of a key that still name a port: port_min, portNumber, port-range-start. */
const KEY_END =
  /^(?:[-_. ]?(?:range|start|end|min|max|from|to|n(?:o|r|º|um(?:ber)?)\.?|internal|tcp|udp|https?|ssl|tls|default|value|int|s|admin|first|last|base)|_(?:app|web|api|db|ws|server|backend|frontend))+(?=[^a-z])/i
/** `ports:` with its list on the next lines. */
const YAML_LIST = /^["']?:[ \t]*(?:#[^\n\d]*)?\n[ \t]*-[ \t]+["']?$/
/** `expose:` of a compose file, before its first item. */
const EXPOSED = /(?<=\bexpose["']?:[\s[]*(?:-\s*)?["']?)/y
/** The number's own words in scripts without spaces: ポート番号は, 端口号为, 포트는. */
const UNSPACED = /^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{1,6}[\s:：=（(「『"'`*]{0,5}$/
/** Words that make networks the subject. */
const SUBJECT = NETWORK | OPEN | PROTOCOL
const ORDINAL = /^[.)]\s/

/** Is this "port" one that a plug goes into? */
export function isHardwarePort(r: Reading, word: Word, span: Span): boolean {
  for (let k = r.next - 1; k >= 0; k--) {
    const other = r.words[k]
    if (!other || word.start - other.end > 3) break
    if (other.start >= word.start || !(other.says & (HARDWARE | BESIDE))) continue
    const joint = r.text.slice(other.end, word.start)
    if (/^[\s_-]{1,2}$/.test(joint) && (other.says & HARDWARE || joint < '!' || span.from < 65)) return true
  }
  if (/\b(?:I\/?O|0x\w+|glass(?:es)? of)\s$/.test(r.text.slice(Math.max(0, word.start - 12), word.start))) return true
  if (span.to > 64 || isKnownPort(span.from)) return false
  return !!r.wordBefore(span, HARDWARE, 160) || !!r.wordAfter(span, HARDWARE, 60)
}

/** max_ports, --top-ports: how many, not which. */
export const countsPorts = (r: Reading, word: Word): boolean =>
  (word.says & PLURAL) > 0 &&
  /(?:max|top|num|total|count|number_?of)[-_ ]$/i.test(r.text.slice(Math.max(0, word.start - 10), word.start))

/** "port 22", `PORT=3000`, "port number is 25", "порт 5432": the word, then the number with next to nothing between. */
export function byWordBefore(r: Reading, span: Span): Verdict | undefined {
  const word = r.wordBefore(span, PORT, 56)
  // The long form of a compose port: target and published under ports.
  const end =
    ':='.includes(r.mark) && r.back(/(?<=\b(target|published|guest|host)(?:["']?:[ \t]+["']?|=))/iy)?.[1]?.toLowerCase()
  if (
    end &&
    (/publish|forwarded_port/i.test(r.head + r.tail) || ((end < 'h' || end > 'i') && r.wordBefore(span, PORT, 200)))
  ) {
    return { rule: 'compose-port', kind: 'config', side: end === 'target' || end === 'guest' ? 'container' : 'host' }
  }
  if (':[-\n'.includes(r.mark) && r.back(EXPOSED)) return { rule: 'port-list', kind: 'config', list: true }
  if (!word) return undefined
  const gap = r.text.slice(word.end, span.start)
  const { tail } = r
  const ahead = r.text.slice(Math.max(0, word.start - 2), word.start)
  if (word.says & KEY_ONLY && !(/^["']?\s?[=:]|^s?\s/.test(gap) && /-$|[({\s"']$/.test(ahead))) return undefined
  // spec.ports[0], FTP's PORT 192,168,1,2,7,138, HostAndPort.of("2001:db8::1")
  if (
    countsPorts(r, word) ||
    (gap === '[' && tail.startsWith(']')) ||
    /^,\d+,\d+,\d+,|^(?::[\da-f]{0,4}){2}[\da-f:]/.test(tail)
  )
    return undefined
  // parseInt(port, 10), connect((host, port), 30), node-serialport#1510
  if (/^\)?, $/.test(gap) && (gap.length > 2 || span.from < 20) && !/assert|expect|equal/i.test(r.head))
    return undefined
  if (gap === '#' && /[-/\w]/.test(ahead.slice(-1))) return undefined
  // len(ports) != 1
  if (word.says & PLURAL && /^\)* ?[!=<>]=/.test(gap)) return undefined
  const key = /[=:]/.test(gap)
  const list = (word.says & PLURAL) > 0 || !key
  if (!/^(?: |[=:] ?)$/.test(gap)) {
    if (YAML_LIST.test(gap)) return { rule: 'port-list', kind: 'config', list: true }
    if (UNSPACED.test(gap))
      return COUNTER.test(tail) || isHardwarePort(r, word, span)
        ? undefined
        : { rule: 'port-word', kind: 'word', list: true }
    if (!isNextTo(r, gap, word, span)) return undefined
  }
  // 24-port 100/1000 of a switch, DEV_PORT_1394
  if (/^ ?$/.test(gap) && /(?:^|\s)\d+-$/.test(r.text.slice(Math.max(0, word.start - 5), word.start))) return undefined
  if (gap === '_' && /\w_$/.test(ahead) && !tail.startsWith('_') && !isKnownPort(span.from)) return undefined
  if (isHardwarePort(r, word, span)) return undefined
  if (!key && /^\s?(?:mm|cm|ml|km|degrees)\b/.test(tail)) return undefined
  if (/^\s?(?:ports?|st|nd|rd|th)\b|^-(?!tcp|udp|sctp)[a-z]/i.test(tail) || /\bport-?$/i.test(ahead)) return undefined
  // port 1/0/24 of a switch; a low number is a port only where networks are the subject.
  if (span.to < 20 && /^\/\d{1,2}(?!\d)/.test(tail)) return undefined
  if (!key && isDoubtful(r, span)) return undefined
  return {
    rule: key ? 'port-key' : 'port-word',
    kind: key ? 'config' : 'word',
    list: list || /[[{(]/.test(gap) || /^,\d\d/.test(tail),
  }
}

/** Does what stands between the word and the number leave them together? */
function isNextTo(r: Reading, whole: string, word: Word, span: Span): boolean {
  if (/\n\s*\n/.test(whole) || (ORDINAL.test(r.tail) && /\n/.test(whole))) return false
  const key = KEY_END.exec(whole)?.[0].length ?? 0
  const gap = whole.slice(key)
  if (!PUNCTUATION.test(gap) && !isGlue(r, gap, word.end + key, word, span)) return false
  if (/[\])}]{1,2}[[{(]|\n\s*</.test(gap)) return false
  // A year, a small number some words away.
  if (/[\n,]/.test(gap) && isYear(span)) return false
  if (span.to < 10 && /[a-z]\W+[a-z]/i.test(gap)) return false
  if (/\n/.test(gap) && /^\s*[|)\].]/.test(r.tail) && /[|)]/.test(gap)) return false
  return !(/-\s*$/.test(gap) && !/\s-\s/.test(gap) && span.from < 20)
}

/** Port 22 of Hamburg, puerto 22 de Valencia. */
const HARBOUR = /^ (?:of|de|di|do|von) \p{Lu}\p{Ll}/u

/** A low number where networks are not the subject: a dock, a page of a list, a harbour. */
export const isDoubtful = (r: Reading, span: Span): boolean =>
  (HARBOUR.test(r.tail) || (span.to < 20 && span.to > 0)) &&
  !r.wordBefore(span, SUBJECT, 160) &&
  !r.wordAfter(span, SUBJECT, 60)

/** Nobody's port, and a year of our time. */
export const isYear = (span: Span): boolean => span.from > 1899 && span.from < 2100 && !isKnownPort(span.from)

function isGlue(r: Reading, gap: string, from: number, word: Word, span: Span): boolean {
  if (gap.length > 48 || !gap || /[.;!?]\s|[;+]|\n\s*[-*#]|\d/.test(gap) || !/[^\W_]|[^\0-\x7f]/.test(gap)) return false
  if (r.strangers(from, span.start, GLUE | LEAD | AND | PROTOCOL) > 0) return false
  return gap.split(/[\s,-]+/).length < 9 && !(word.says & PLURAL && /\bof\b/.test(gap))
}

/** The ending that many languages join to a number: "80-as", "443-й", "443'üncü", "22."; a counter, a protocol. */
export const ENDING = /^(?:[번番号號](?=\(|[,、]\s?)|(?:[-‑](?:[aeoö]s|[а-яіїєґ]{1,3})|['’]\p{L}{1,4}|\.)(?=\s))/u
const GAP_AFTER =
  /^["'`*\])”」』）]*(?:\s|\u00a0|-)?(?:[(（「]?)(?:番の?|号|번|numaralı|nolu|no'?lu)?\s?(?:TCP|UDP|(?<=numaralı )[A-Z]{2,6})?\s?["'`*]*(?:ba)?$/iu

/** "80 portu", "5672 port", "443 端口", "80 and 443 ports": the number, then the word. */
export function byWordAfter(r: Reading, span: Span): Verdict | undefined {
  const word = r.wordAfter(span, PORT, 14)
  if (!word || word.says & KEY_ONLY) return undefined
  const whole = r.text.slice(span.end, word.start)
  const gap = whole.replace(ENDING, '')
  if (!GAP_AFTER.test(gap) || (whole.startsWith('.') && /\p{Lu}/u.test(r.text.charAt(word.start)))) return undefined
  if (/[\w/.#-]$/.test(r.before(span, 1)) || isYear(span)) return undefined
  const text = r.text.slice(word.start, word.end)
  const behind = r.text.slice(word.end, word.end + 24)
  if (
    /^(?:porta|porto|porte|puerto|poort|puertos|port(?:number|num|no|range)|portas)$|^.+port$/i.test(text) &&
    /^[a-z]/i.test(text) &&
    !/n(?:umara|o'?)l[ıu] $/.test(gap)
  )
    return undefined
  // "in 2019 port 80", `125 port web 80/tcp`: the word belongs to the number behind it.
  if (/^(?:[\s#:=]{1,3}["'`*]*\d| [\w-]+ \d+\/(?:tc|ud)p)/.test(behind)) return undefined
  if (word.says & PLURAL)
    return span.from > 19 && isKnownPort(span.from) && joinedBefore(r)
      ? { rule: 'numbers-ports', kind: 'word', list: true }
      : undefined
  const latin = text.charCodeAt(0) < 128
  if (latin) {
    if (
      /^-/.test(gap) ||
      span.from < 20 ||
      /^\s*(?:switch|hub|router|card|usb|hdmi|serial|of\b|gigabit|ethernet)/i.test(behind)
    )
      return undefined
    if (/^[A-Z]/.test(text) && !/^PORT$/.test(text) && /\s[A-Z]/.test(behind)) return undefined
  } else if (span.from < 10 && r.wordBefore(span, HARDWARE, 160)) return undefined
  if (isHardwarePort(r, word, span)) return undefined
  return { rule: 'number-port', kind: 'word' }
}

const joinedBefore = (r: Reading): boolean => {
  const last = r.spans.at(r.at - 1)
  const now = r.spans.at(r.at)
  return (
    !!last &&
    !!now &&
    now.start - last.end < 9 &&
    /^[^\d.;:\n]+$/.test(r.text.slice(last.end, now.start)) &&
    r.strangers(last.end, now.start, AND) === 0
  )
}
