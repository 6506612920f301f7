/** A number, or two joined by a dash, that may be a port as far as its own characters and its two neighbours go. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  /** Stands after four dotted groups: the port in tcpdump's `192.168.1.5.443`. */
  readonly dotted?: boolean
}

const isDigit = (code: number): boolean => code > 47 && code < 58
const isAsciiLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95
/** Letters of scripts with spaces: a number that touches one is part of a name. */
const isLetter = (code: number): boolean => isAsciiLetter(code) || (code > 0xbf && code < 0x600)

/** What may be glued to a number's left although it is letters: an escaped colon, a flag's letter, the word itself. */
const GLUED =
  /(?:%(?:25)?3a|\\u003a|\\x3a|(?:^|[\s"'`([{,])-(?:[pPDLRl]|[ltuznv]+p)|(?:^|[^a-z])(?:port_?|tcp_?|udp_?)|\\[ntr]|(?:^|[^A-Za-z0-9])_)$/i
/** Operands in which a colon joins a range: `--dport 1024:65535`, `ufw allow 6000:6007/tcp`. */
const FIREWALL =
  /(?:--?(?:[sd]ports?|(?:source|destination)-ports?|to-ports?|ports)(?:\s+!)?[\s=]+|\b(?:allow|deny|limit|reject)\s+|\b[ds]pts:)(?:[\d:]+,)*$/i
const DOTTED_QUAD = /(?:^|[^\d.])(?:\d{1,3}\.){4}$/

/** Runs of up to five digits that could be ports, in the order they stand; dash ranges are one span. Linear in the text. */
export function scanNumbers(text: string): Span[] {
  const spans: Span[] = []
  const end = text.length
  for (let i = 0; i < end; i++) {
    if (!isDigit(text.charCodeAt(i))) continue
    const start = i
    do i++
    while (i < end && isDigit(text.charCodeAt(i)))
    if (i - start > 5) continue
    const before = start > 0 ? text.charCodeAt(start - 1) : 32
    const after = i < end ? text.charCodeAt(i) : 32
    // 8000Hz, 80h, 5px, 90%, 4.2, 35°
    if (isLetter(after) || after === 176) continue
    if (after === 37 && !/^%[0-9a-f]{2}/i.test(text.slice(i, i + 3))) continue
    if (after === 46 && isDigit(text.charCodeAt(i + 1))) continue
    // $80, €80, £80, ¥80
    if (before === 36 || before === 0x20ac || before === 163 || before === 165) continue
    let dotted = false
    if (before === 46 && isDigit(text.charCodeAt(start - 2))) {
      if (!DOTTED_QUAD.test(text.slice(Math.max(0, start - 18), start))) continue
      dotted = true
    } else if (isLetter(before) && !GLUED.test(text.slice(Math.max(0, start - 7), start))) continue
    const value = +text.slice(start, i)
    if (value > 65535) continue
    const last = spans[spans.length - 1]
    if (
      last &&
      last.from === last.to &&
      (value > last.from || (value === last.from && value > 999)) &&
      joinsRange(text, last, start, i)
    ) {
      spans[spans.length - 1] = { ...last, end: i, to: value }
    } else {
      spans.push(dotted ? { start, end: i, from: value, to: value, dotted } : { start, end: i, from: value, to: value })
    }
  }
  return spans
}

/** `6000-6063`, `49152 – 65535`, `5000..5010`; not a date's or a phone number's parts. */
function joinsRange(text: string, last: Span, start: number, end: number): boolean {
  if (start - last.end > 3) return false
  const between = text.slice(last.end, start)
  if (between === ':') return FIREWALL.test(text.slice(Math.max(0, last.start - 40), last.start))
  if (!/^(?:[-–—‑~〜～]|\.\.\.?| [-–—] )$/.test(between)) return false
  const ahead = text.charAt(last.start - 1)
  return !/[-–.]/.test(ahead) && !(/[-–/]/.test(text.charAt(end)) && isDigit(text.charCodeAt(end + 1)))
}
