import { HARDWARE, PORT, PROTOCOL, REFERENCE, UNIT } from './dictionary'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'
import { isKnownPort, namesItsService } from './services'
import { textBefore } from './text'
import { meaning } from './words'

/** The last headings asked about: each cell of a column asks for the same. */
const answers = new Map<string, boolean>()
const MOST_ANSWERS = 16

/** Does a heading say that what stands under it are ports? "Port", "TCP port", "Puerto", not "Port count" or "USB port". */
export function headsPorts(heading: string): boolean {
  let answer = answers.get(heading)
  if (answer === undefined) {
    if (answers.size >= MOST_ANSWERS) answers.clear()
    answers.set(heading, (answer = readHeading(heading)))
  }
  return answer
}

/** What is no sign, digit or blank. By ranges: browsers take milliseconds to prepare for all letters that there are. */
const WORDS = /[^\0-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff20]+/g

function readHeading(heading: string): boolean {
  let found = false
  for (const [word] of heading.matchAll(WORDS)) {
    const says = wordSays(word)
    if (says & HARDWARE) return false
    if (says & PORT) found = true
  }
  return found && !NO_PORTS.test(heading)
}

const NO_PORTS =
  /\b(?:count|number of|no\. of|# of|speed|type|status|state|name|security|channel|vlan|mode|priority|mac)\b|^#\s*ports|switch|usb|cost/i

const wordSays = (word: string): number => {
  const says = meaning(word)
  if (says) return says
  return /端口|ポート|포트|埠/.test(word) ? PORT : meaning(word.replace(/^.*[a-z](?=[A-Z])/, ''))
}

const place = (rule: string): Verdict => ({ rule, kind: 'table', list: true })

/** Gi1/0/24 and e1/49 of a switch, a value below zero. */
const INTERFACE = /[A-Za-z][\w-]*\d[\d/]*\/$|(?:^|[\s(])-$/
/** What may stand before a number in a cell: a protocol's name, "e.g.", other numbers and what is said of them in brackets. */
const LEADS = /^(?:[^\w(]|\d|\([^()]*\)|\((?=[\d\W]*$)|\b(?:tcp|udp|port|default)\b|\be\.g\b)*$/i

/** What a list's item may name before its number: "Web console: 9443". */
const LABEL = /^\s*["'`*]*\p{L}[^\n\d.;:?!]{0,40}(?::| [–—-]| \()\s?["'`*]*$/u

/** What the page says about the place: a cell's column, its row, the heading above a list. */
export function byPlace(r: Reading, span: Span): Verdict | undefined {
  const { column, row, above, cells } = r.block
  if (!column && !row && !above && !cells) return undefined
  const head = r.before(span, 40)
  if (r.text.length > 400) return undefined
  if (head && ((/[\w.:]$/.test(head) && !/\b[TU]:$/.test(head)) || INTERFACE.test(head))) return undefined
  const after = r.after(span, 16)
  const text = r.text.trim()
  // "Port 3" by itself is a socket's name
  if (text.length > 119 || isQuantity(after) || (span.from < 65 && /^port \d+$/i.test(text))) return undefined
  if (column && (!head || /(?:^\s*|[\s,/+(&;"'`|-])$/.test(head)) && headsPorts(column)) return place('column')
  const isLabelled =
    !!above && LABEL.test(r.text.slice(0, span.start)) && !r.wordBefore(span, REFERENCE | UNIT, span.start)
  if (!isLabelled && !LEADS.test(head)) return undefined
  if (row && !isLabelled && !/\d/.test(row) && headsPorts(row)) return place('row')
  if (span.from < 100 && !isKnownPort(span.from)) return undefined
  if (above && !/^[.)]\s/.test(after) && headsPorts(above)) return place('list')
  if (!cells || isLabelled || text.length > 24) return undefined
  const words = [...cells.slice(0, 300).matchAll(/[A-Za-z]+/g)].map(([word]) => meaning(word))
  const talks = words.some((says) => says & (PORT | PROTOCOL)) && !words.some((says) => says & HARDWARE)
  if (namesItsService(cells, span.from) || talks) return place('row-of-services')
  return undefined
}

const isQuantity = (after: string): boolean =>
  after !== '' && /^\s?(?:ms|s|seconds?|minutes?|bytes|[KMG]B|%|ports?|hosts?)\b/i.test(after)

interface Table {
  /** The heading's cell (counted in pipes), or its character columns. */
  readonly cell: number
  readonly from: number
  readonly to: number
  /** The end of the last line known to belong to the table. */
  end: number
}

/** Tables drawn in text: markdown's pipes, and the aligned columns of terminal output. Remembers the table it is in. */
export class TextTables {
  private table: Table | undefined
  private searchedTo = -1

  /** Are we below a heading that says port? */
  get inTable(): boolean {
    return this.table !== undefined
  }

  judge(r: Reading, span: Span): Verdict | undefined {
    const word = r.wordBefore(span, PORT, 400)
    if (!this.table && !(word && word.start > this.searchedTo)) return undefined
    const [from, to] = r.line(span.start)
    this.find(r, from)
    const table = this.table
    if (!table) return undefined
    const line = r.text.slice(from, to)
    const lead = r.text.slice(from, span.start)
    const piped = line.includes('|')
    if (!this.reaches(r, table, from)) {
      this.table = undefined
      return undefined
    }
    table.end = Math.max(table.end, to)
    if (/[\w.:@=-]$|\bRFC $|[A-Za-z][\d/]*\/$/.test(lead) || isQuantity(r.text.slice(span.end, span.end + 16)))
      return undefined
    if (table.cell >= 0) {
      if (!piped || pipes(lead) !== table.cell) return undefined
      return /^[\s"'`*~\d,;/+–&(-]*(?:(?:tcp|udp)[\s:/]*)?$/i.test(lead.slice(lead.lastIndexOf('|') + 1))
        ? place('text-table')
        : undefined
    }
    if (piped || !/ {2,}|\t/.test(line.trim())) return undefined
    const column = span.start - from
    return column < table.to && column + (span.end - span.start) > table.from - 1 ? place('text-table') : undefined
  }

  /** Looks for a heading among the words behind the last search: a line with "port" and no number, then this line. */
  private find(r: Reading, lineStart: number): void {
    for (let k = r.next - 1; k >= 0; k--) {
      const word = r.words[k]
      if (!word || word.start <= this.searchedTo || lineStart - word.end > 400) break
      if (word.end > lineStart || !(word.says & PORT)) continue
      const [from, to] = r.line(word.start)
      const line = r.text.slice(from, to)
      const piped = line.includes('|')
      // The ports of a switch
      if (/(?<![a-z])\d|\bvlan\b|\bmac\b|\blink\b|speed|duplex/i.test(line)) continue
      if (piped ? !headsPipes(r.text, from, to) : !/ {2,}|\t|^\s*PORT\s/.test(line.trim()) || /[#;{}]|\/\//.test(line))
        continue
      const cellText = piped
        ? (line.split('|')[pipes(line.slice(0, word.start - from))] ?? '')
        : (line.slice(word.start - from).split(/ {2,}|\t/)[0] ?? '')
      if (!headsPorts(cellText.replace(/[*_`]/g, '')) && !/^ports?\(s\)/i.test(cellText.trim())) continue
      const start = word.start - from
      // --port <number>  of a program's help
      if (/(?:^|[\s-])-$/.test(line.slice(0, start))) continue
      const gap = / {2,}|\t| (?=\p{Lu}+\b)/u.exec(line.slice(word.end - from))
      const next = gap ? word.end - from + gap.index + gap[0].length : line.length + 24
      this.table = { cell: piped ? pipes(line.slice(0, start)) : -1, from: start, to: next, end: to }
      break
    }
    this.searchedTo = lineStart
  }

  private reaches(r: Reading, table: Table, lineStart: number): boolean {
    if (lineStart <= table.end) return true
    if (lineStart - table.end > 900) return false
    return !/\n[ \t]*\n/.test(r.text.slice(table.end, lineStart))
  }
}

/** A markdown heading has a line of dashes under it; a table drawn with bars alone starts with its heading. */
const headsPipes = (text: string, from: number, to: number): boolean =>
  /^\n[ \t]*[|+:-][-|:+ \t]*-/.test(text.slice(to, to + 24)) || !/\|[^\n]*\n$/.test(textBefore(text, from, 80))

function pipes(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 124 && text.charCodeAt(i - 1) !== 92) count++
  return count
}

/** A line of a table without a heading, or of a list, that pairs a service with the port it is known for. */
export function byServiceRow(r: Reading, span: Span): Verdict | undefined {
  if (!isKnownPort(span.from)) return undefined
  // "22: ssh, 80: http"
  const said = /^["'`*]*\s?[:=]\s?["'`*]*([A-Za-z][\w-]*)/.exec(r.tail)?.[1]
  if (
    said &&
    /[\s(,;"'`*]$/.test(r.before(span, 1)) &&
    !r.wordBefore(span, REFERENCE | UNIT, 2) &&
    namesItsService(said, span.from)
  )
    return place('service-row')
  if (!r.back(/(?<=(?:^|[\n|])[^\n\p{L}]{0,40})/uy)) return undefined
  const [from, to] = r.line(span.start)
  const lead = r.text.slice(from, span.start)
  const tail = r.text.slice(span.end, Math.min(to, span.end + 40))
  // | 143 | IMAP |, and 22 - SSH at the start of a line
  if (/^\s*\|\s*(?:[\d/, ]+)?["'`*]*$/.test(lead) && namesItsService(tail, span.from)) return place('service-row')
  if (
    /^[\s*\-•>]*["'`*]*$/.test(lead) &&
    /^["'`*]*\s*(?:[-–—:=|]|\(|\s)\s*\S/.test(tail) &&
    !/^[.)]\s/.test(tail) &&
    namesItsService(tail, span.from)
  )
    return place('service-row')
  return undefined
}
