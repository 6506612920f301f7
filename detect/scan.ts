import { type Span, Spans } from './spans'
import { textBefore } from './text'

const isDigit = (code: number): boolean => code > 47 && code < 58
const isAsciiLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95
/** Letters of scripts with spaces: a number that touches one is part of a name. */
const isLetter = (code: number): boolean => isAsciiLetter(code) || (code > 0xbf && code < 0x600)

/** What may be glued to a number's left although it is letters: an escaped colon, a flag's letter, the word itself. */
const GLUED =
  /(?:%(?:25)?3a|\\u003a|\\x3a|(?:^|[\s"'`([{,])[-–—](?:[pPDLRl]|[ltuznv]+p)|(?:^|[^a-z/])(?:port_?|tcp_?|udp_?)|(?:^|[^A-Za-z0-9])_)$/i
/** The last letters of those. */
const GLUED_ENDS = 'aApPdDlLRtT_'
/** Operands in which a colon joins a range: `--dport 1024:65535`, `ufw allow 6000:6007/tcp`. */
const FIREWALL =
  /(?:--?(?:[sd]ports?|(?:source|destination)-ports?|to-ports?|ports)(?:\s+!)?[\s=]+|\b(?:allow|deny|limit|reject)\s+|\b[ds]pts:|\bto any port |(?:^|[^\d:])\d+(?:-\d+)?,\s?|(?:range|范围|範圍|範囲|plage|bereich|rango|zakres|диапазон|[a-z]Range)\P{L}{0,4}|\b(?:alert|drop|pass) (?:tcp|udp|ip) \S+ (?:\S+ -> \S+ )?)(?:[\d:]+,)*$/iu
/** Words before a number that make "N to M" a range, not a change. */
const PLURAL_BEFORE =
  /(?:ports|range)(?: of| from| between| numbers?|:)*\s*["'`(]*$|range[^.;:]{0,44} (?:is|are|from|runs from) ["'`]*$/i
/** "to" in other languages, where ports in the plural or a range stand before, or what says so stands behind. */
const THROUGH =
  /^\s?(?:bis(?: zu)?|à|au|al|tot|t\/m|till?|til|do|až|až do|до|по|la|έως|ως|μέχρι|إلى|الى|حتى|تا|עד|से|ถึง|đến|tới|sampai|hingga|iki|līdz|kuni|到|至)\s?$/
const PORTS_BEFORE =
  /(?:p(?:oo?|ue)rt(?!(?:[aou]|em|ul|i[nu]|om|)[^\p{L}])\p{L}+|порт(?!(?:[ауеі]|ом|)[^\p{L}])\p{L}+|(?:range|plage|zakres|przedzia|rozsah|interval|rang[oe]|bereich|диапазон|діапазон)\p{L}*|θύρες|منافذ|پورت|פורטים|cổng|พอร์ต|पोर्ट|端口|埠|ポート|포트|[范範][围圍囲])[^.;!?\d]{0,24}$/iu
const BETWEEN_BEHIND = /^(?:까지| ?사이|まで|の間| köz[öt]| aras[ıi])/
/** "and" or "from" before a word that says "between" or "up to". */
const PAIR = /^(?: és | ile | ve |에서 ?|부터 ?|[와과] ?|から|と)$/
const AND = /^ (?:and|et|e|y|und|en|a|och|og|i|и|і|та|și|και) $/
const BETWEEN =
  /(?:between|entre|tra|fra|zwischen|tussen|między|mellan|mellem|mellom|mezi|medzi|między|между|між|між|între|μεταξύ) $/i
/** "ports between 1024 and 5000", not "the difference between 80 and 443" */
const PORT_BETWEEN =
  /(?:p(?:oo?|ue)rt|порт)\p{L}*(?: \p{L}+){0,5} (?:between|entre|tra|fra|zwischen|tussen|mi?ędzy|mell[aeo][nm]|me[zd]i|между|між) $/iu
/** A date or a clock time from its first digit on: logs are full of them. */
const TIMESTAMP =
  /(?:\d{4}[-/]\d\d[-/]\d\d(?!\d)(?:[T ](?=\d))?)?(?:(?:\d{4}:)?\d\d?:[0-5]\d:[0-5]\d(?:[.,]\d+)?(?![\d:]))?/y

const DIGIT = /\d/g
/** How far from one number we look for the next by ourselves: numbers that stand together are found so without a match. */
const NEAR = 12

/** Where the next digit stands from `from` on; -1 where there is none. */
function nextDigit(text: string, from: number): number {
  for (let i = from; i < from + NEAR; i++) if (isDigit(text.charCodeAt(i))) return i
  DIGIT.lastIndex = from + NEAR
  return DIGIT.test(text) ? DIGIT.lastIndex - 1 : -1
}

/**
 * Runs of up to five digits that could be ports, in the order they stand; dash ranges are one span. Linear in the text.
 * A regular expression finds the digits of ordinary text: it runs over a string that the browser put together from pieces
 * several times as fast as `charCodeAt` does.
 */
export function scanNumbers(text: string): Spans {
  const spans = new Spans()
  // How many dotted groups lead up to the number, and where the last number ended.
  let dots = 0
  let last = -1
  for (let start = nextDigit(text, 0); start >= 0; start = nextDigit(text, last)) {
    let end = start
    let code: number
    do code = text.charCodeAt(++end)
    while (isDigit(code))
    const before = start ? text.charCodeAt(start - 1) : 32
    if (end - start < 5 && isMark(code) && before !== 58 && isDigit(text.charCodeAt(end + 1))) {
      const afterTime = endOfTime(text, start, end)
      if (afterTime > start) {
        last = afterTime
        dots = 0
        continue
      }
    }
    dots = before === 46 && last === start - 1 ? dots + 1 : 0
    last = end
    if (end - start < 6) addNumber(text, start, end, before, dots, spans)
  }
  return spans
}

/** What stands in dates and clock times: a colon, a hyphen, a slash. */
const isMark = (code: number): boolean => code === 58 || code === 45 || code === 47

/** Where the date or the time ends that the number opens; nowhere without a second mark behind one or two digits. */
function endOfTime(text: string, start: number, end: number): number {
  if (!isMark(text.charCodeAt(end + 2)) && !isMark(text.charCodeAt(end + 3))) return -1
  TIMESTAMP.lastIndex = start
  return TIMESTAMP.test(text) ? TIMESTAMP.lastIndex : -1
}

/** Adds the run of digits from `start` to `end`, unless what it touches rules a port out. */
function addNumber(text: string, start: number, end: number, before: number, dots: number, spans: Spans): void {
  const after = end < text.length ? text.charCodeAt(end) : 32
  // 8000Hz, 80h, 5px, 90%, 4.2, 35°
  if ((isLetter(after) && (after !== 95 || before !== 95)) || after === 176) return
  // port80.md
  if (after === 46 && before !== 95 && isLetter(before) && isLetter(text.charCodeAt(end + 1))) return
  if (after === 37 && !/^%(?:[0-9a-f]{2}|\{)/i.test(text.slice(end, end + 3))) return
  if (after === 46 && isDigit(text.charCodeAt(end + 1))) return
  // 350,018
  if (after === 44 && text.charCodeAt(end + 1) === 48 && /^,0\d\d(?!\d)/.test(text.slice(end, end + 5))) return
  // $80, €80, £80, ¥80
  if (before === 36 || before === 0x20ac || before === 163 || before === 165) return
  if (dots) {
    if (dots !== 4 && !(dots === 1 && /:[\da-f]*:[\da-f]*\.$/i.test(textBefore(text, start, 12)))) return
  } else if (
    isLetter(before) &&
    (!GLUED_ENDS.includes(text.charAt(start - 1)) ||
      // port2, tcp4, tcp_1
      (end - start < 2 && /[pt_]$/i.test(text.charAt(start - 1)) && !/-p$/.test(text.slice(start - 2, start))) ||
      !GLUED.test(textBefore(text, start, 7)))
  )
    return
  const value = +text.slice(start, end)
  // 007, ,000 of a thousand
  if (value > 65535 || (end - start > 1 && before !== 58 && text.charCodeAt(start) === 48)) return
  const count = spans.length
  const last = count && start - spans.endOf(count - 1) < 10 ? spans.at(count - 1) : undefined
  const rises = last?.from === last?.to && last && (value > last.from || (value === last.from && value > 19))
  if (rises && joinsRange(text, last, start, end)) spans.extendLast(end, value)
  else spans.add(start, end, value, dots > 0)
}

/** `6000-6063`, `49152 – 65535`, `5000..5010`; not a date's or a phone number's parts. */
function joinsRange(text: string, last: Span, start: number, end: number): boolean {
  const between = text.slice(last.end, start)
  const value = +text.slice(start, end)
  // The last port of IANA's ranges and of all, the last of a hundred, or round ones: nothing changes to these.
  const isEnd =
    value === 1023 ||
    value === 49151 ||
    value > 65533 ||
    value % 100 === 99 ||
    value === last.from ||
    (last.from > 9999 && last.from % 1000 === 0 && value % 1000 === 0)
  // An access list's "range 1024 2048"
  if (between === ' ') return /\brange $/.test(textBefore(text, last.start, 7))
  if (between === ':')
    return (
      FIREWALL.test(textBefore(text, last.start, 40)) ||
      /^\/(?:tcp|udp)(?: \(v6\))?\s{2,}[A-Z]/.test(text.slice(end, end + 24))
    )
  if (
    between.length > 3 ||
    !(isEnd ? /^(?: ?[-–—‑~〜～] ?|\.\.\.?)$/ : /^(?:[-–—‑~〜～]|\.\.\.?| [-–—~〜～] )$/).test(between)
  )
    // Letters come behind punctuation: most numbers have no more than that between them.
    return between.trim() > '@' && wordsJoin(text, between, last, end, isEnd)
  const ahead = text.charAt(last.start - 1)
  return !/[-–.]/.test(ahead) && !(/[-–/]/.test(text.charAt(end)) && isDigit(text.charCodeAt(end + 1)))
}

/** "1024 to 2048", "6000 bis 6063": nothing where the words between are no such words. */
function wordsJoin(text: string, between: string, last: Span, end: number, isEnd: boolean): boolean {
  if (between === ' to ' || between === ' through ')
    return between.length > 4 || isEnd || PLURAL_BEFORE.test(textBefore(text, last.start, 64))
  if (AND.test(between)) {
    const ahead = textBefore(text, last.start, 48)
    return isEnd ? BETWEEN.test(ahead) : /rt|порт/i.test(ahead) && PORT_BETWEEN.test(ahead)
  }
  if (PAIR.test(between)) return BETWEEN_BEHIND.test(text.slice(end, end + 8))
  return THROUGH.test(between) && (isEnd || PORTS_BEFORE.test(textBefore(text, last.start, 48)))
}
