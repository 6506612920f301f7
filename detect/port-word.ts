import { AND, BESIDE, COUNTER, GLUE, HARDWARE, KEY_ONLY, LEAD, NETWORK, PLURAL, PORT, PROTOCOL } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort } from './services'
import { textBefore } from './text'
import { type Word } from './words'

/** Nothing but punctuation between the word and its number: `port: 80`, `"port": 80`, `${PORT:-80}`, `getPort() === 80`. */
const PUNCTUATION =
  /^(?:: ?[A-Za-z][\w.]*\??(?= ?=))?(?:["'`*_”’)\]}>«»\u00a0]|\(\)|\[(?:[a-z]\w{0,7}|\d{1,2})\]|<\/?\w{1,8}>|\\_)*\s*(?:(?:[:=!<>]=?=?|[#?|~-]|：|＝|\|\||\?\?|:-|[=-]>|→|(?:not )?in(?: range)?(?= ?[[({]))?\s*|\s*[,(]\s*)(?:None, |["'`*_“‘([{<«\\\u00a0「『（]|<\/?\w{1,8}>|\{\{|\s)*$/
/** Endings of a key that still name a port: port_min, portNumber, port-range-start. */
const KEY_END =
  /^(?:[-_. ]?(?:range|start|end|min|max|from|to|n(?:o|r|º|um(?:ber)?)\.?|internal|tcp|udp|https?|ssl|tls|default|value|int|s|admin|first|last|base)|_(?:app|web|api|db|ws|server|backend|frontend))+(?=[^a-z])/i
/** `ports:` with its list on the next lines. */
const YAML_LIST = /^["']?:[ \t]*(?:#[^\n\d]*)?\n[ \t]*-[ \t]+["']?$/
/** `expose:` of a compose file, before its first item. */
const EXPOSED = /(?<=\bexpose["']?:[\s[]*(?:-\s*)?["']?)/y
/** The number's own words in scripts without spaces: ポート番号は, 端口号为, 포트는. */
const UNSPACED = /^(?:[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{1,6}|[\u0e01-\u0e4e]{1,12})[\s:：=（(「『"'`*]{0,5}$/
/** The two ends of a mapping by their own keys, where ports or forwarding are the subject. */
const END_KEY =
  /(?<=(?:\b|_|[a-z](?=[A-Z]))(target|published|guest|host|container|internal|external|public|private|local|remote)(?:_?(?:start|end))?["']?(?::[ \t]*["']?|\s?={1,2}>?\s?["']?))/iy
/** Words that make networks the subject. */
const SUBJECT = NETWORK | PROTOCOL
const ORDINAL = /^[.)]\s/

/** Is this "port" one that a plug goes into? */
export function isHardwarePort(r: Reading, word: Word, span: Span): boolean {
  for (let k = r.next - 1; k >= 0; k--) {
    const other = r.words[k]
    if (!other || word.start - other.end > 3) break
    if (other.start >= word.start || !(other.says & (HARDWARE | BESIDE))) continue
    const joint = r.text.slice(other.end, word.start)
    if (/^[\s_-]{0,2}$/.test(joint) && (other.says & HARDWARE || (joint < '!' ? span.from < 1000 : span.from < 65)))
      return true
  }
  if (/\b(?:I\/?O|0x\w+|glass(?:es)? of)\s$/.test(textBefore(r.text, word.start, 12))) return true
  const behind = span.to < 100 && r.wordAfter(span, HARDWARE, 26)
  if (behind && /^ of (?:[\w-]+ ){1,2}$/.test(r.text.slice(span.end, behind.start))) return true
  if (span.to > 64 || isKnownPort(span.from)) return false
  return !!r.wordBefore(span, HARDWARE, 160) || !!r.wordAfter(span, HARDWARE, 60)
}

/** max_ports, --top-ports: how many, not which. */
export const countsPorts = (r: Reading, word: Word): boolean =>
  (word.says & PLURAL) > 0 && /(?:max|top|num|total|count|number_?of)[-_ ]$/i.test(textBefore(r.text, word.start, 10))

/** "port 22", `PORT=3000`, "port number is 25", "порт 5432": the word, then the number with next to nothing between. */
export function byWordBefore(r: Reading, span: Span): Verdict | undefined {
  const word = r.wordBefore(span, PORT, 56)
  // The long form of a compose port: target and published under ports.
  const end = ':=>'.includes(r.mark) && r.left !== ':' && r.back(END_KEY)?.[1]?.toLowerCase()
  if (
    end &&
    (/publish|forward|mapping|portmap|protocol/i.test(r.head + r.tail) ||
      r.verdicts[r.at - 1]?.kind === 'mapping' ||
      r.verdicts[r.at - 1]?.rule === 'compose-port' ||
      r.wordBefore(span, PORT, 200)) &&
    (/^[gpt]/.test(end) || span.from > 999 || isKnownPort(span.from))
  ) {
    return { rule: 'compose-port', kind: 'config', side: /^(?:host|publi|ext|loc)/.test(end) ? 'host' : 'container' }
  }
  if (':[-\n'.includes(r.mark) && r.head.includes('expose') && r.back(EXPOSED))
    return { rule: 'port-list', kind: 'config', list: true }
  if (!word) return undefined
  const gap = r.text.slice(word.end, span.start)
  const { tail } = r
  const ahead = textBefore(r.text, word.start, 2)
  if (word.says & KEY_ONLY && !(/^["']?\s?[=:]|^s?\s/.test(gap) && /^$|-$|[({\s"']$/.test(ahead))) return undefined
  // spec.ports[0], FTP's PORT 192,168,1,2,7,138, HostAndPort.of("2001:db8::1")
  if (
    countsPorts(r, word) ||
    (/(?:^|:)\[?$/.test(gap) && tail.startsWith(']')) ||
    /^,\d+,\d+,\d+,|^(?::[\da-f]{0,4}){2}[\da-f:]/.test(tail)
  )
    return undefined
  // parseInt(port, 10), connect((host, port), 30), node-serialport#1510
  if (/^\)?, $/.test(gap) && (gap.length > 2 || span.from < 20) && !/assert|expect|equal/i.test(r.head))
    return undefined
  if (/^: ?[A-Za-z]/.test(gap) && span.from < 20) return undefined
  if (gap === '#' && /[-/\w]/.test(ahead.slice(-1))) return undefined
  // len(ports) != 1, len(data["port"]) == 4
  if (/^[^(]*\)/.test(gap) && /\b(?:len|count|size|length)\([^\n]*$/i.test(r.head)) return undefined
  if (word.says & PLURAL && /^\)* ?[!=<>]=(?!=? ?[[({])/.test(gap)) return undefined
  const key = /[=:]/.test(gap)
  const list = (word.says & PLURAL) > 0 || !key
  if (!/^(?: |[=:] ?)$/.test(gap)) {
    if (YAML_LIST.test(gap) && !/^ [A-Za-z]/.test(tail)) return { rule: 'port-list', kind: 'config', list: true }
    if (UNSPACED.test(gap) && !/[数數수速類类]/.test(gap))
      return (COUNTER.test(tail) && !(isKnownPort(span.from) && /^ ?年/.test(tail))) || isHardwarePort(r, word, span)
        ? undefined
        : { rule: 'port-word', kind: 'word', list: true }
    if (!isNextTo(r, gap, word, span)) return undefined
  }
  // 24-port 100/1000 of a switch, DEV_PORT_1394
  if (/^ ?$/.test(gap) && /(?:^|\s)\d+-$/.test(textBefore(r.text, word.start, 5))) return undefined
  if (gap === '_' && /\w_$/.test(ahead) && !tail.startsWith('_') && !isKnownPort(span.from)) return undefined
  if (isHardwarePort(r, word, span)) return undefined
  if (!key && /^\s?(?:mm|cm|ml|km|degrees)\b/.test(tail)) return undefined
  if (/^\s?(?:ports?|st|nd|rd|th|speed|duplex)\b|^-(?!tcp|udp|sctp)[a-z]/i.test(tail) || /\bport-?$/i.test(ahead))
    return undefined
  // port 1/0/24 of a switch; a low number is a port only where networks are the subject.
  if (span.to < 20 && /^\/\d{1,2}(?!\d)/.test(tail)) return undefined
  if (!key && isDoubtful(r, span)) return undefined
  return {
    rule: key ? 'port-key' : 'port-word',
    kind: key ? 'config' : 'word',
    list: list || /[[{(]/.test(gap) || /^,\d\d/.test(tail) || (gap === '=' && /^,\d/.test(tail)),
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
  if (/[\n,]|[a-z]\s/.test(gap) && isYear(span)) return false
  if (span.to < 10 && /[a-z]\W+[a-z]/i.test(gap)) return false
  if (gap.includes('#') && span.from < 20) return false
  if (/\n/.test(gap) && /^\s*[|)\].]/.test(r.tail) && /[|)]/.test(gap)) return false
  return !(/-\s*$/.test(gap) && !/\s-\s/.test(gap) && span.from < 20)
}

/** Port 22 of Hamburg, puerto 22 de Valencia. */
const HARBOUR = /^ (?:of|de|di|do|von) \p{Lu}\p{Ll}/u

/** A low number where networks are not the subject: a dock, a page of a list, a harbour. */
export const isDoubtful = (r: Reading, span: Span): boolean =>
  ((span.to < 20 && span.to > 0) || ('dov'.includes(r.tail.charAt(1)) && HARBOUR.test(r.tail))) &&
  !r.wordBefore(span, SUBJECT, 160) &&
  !r.wordAfter(span, SUBJECT, 60)

/** Nobody's port, and a year of our time. */
export const isYear = (span: Span): boolean => span.from > 1899 && span.from < 2100 && !isKnownPort(span.from)

function isGlue(r: Reading, gap: string, from: number, word: Word, span: Span): boolean {
  if (gap.length > 48 || !gap || /[.;!?]\s|[;+]|\n\s*[-*#]|\d/.test(gap) || !/[^\W_]|[^\0-\x7f]/.test(gap)) return false
  const isList = word.says & PLURAL && (span.from > 1023 || isKnownPort(span.from)) && / are: ["'`*]*$/.test(gap)
  if (r.strangers(from, span.start, GLUE | LEAD | AND | PROTOCOL) > (isList ? 3 : 0)) return false
  return gap.split(/[\s,-]+/).length < 9 && !(word.says & PLURAL && /\bof\b/.test(gap))
}
