import { SortedLines } from './sorted-lines.ts'

/** The parts of the packed registry, in their order in the file. "Wide" ones hold ranges and are few. */
export const SECTIONS = ['services', 'wideServices', 'products', 'shortNames', 'uses', 'wideUses', 'ghosts'] as const

export type Section = (typeof SECTIONS)[number]

/** How full a range is: `assigned` ports have a registered service with at least one protocol. */
export interface RangeCount {
  readonly ports: number
  readonly assigned: number
}

/** First line of the packed registry, JSON. */
export interface PackedHeader {
  /** Lengths of the sections, in UTF-16 units. */
  readonly lengths: Readonly<Record<Section, number>>
  readonly counts: Readonly<Record<'system' | 'user' | 'dynamic', RangeCount>>
}

export interface Packed {
  readonly counts: PackedHeader['counts']
  readonly sections: Readonly<Record<Section, SortedLines>>
}

/**
 * Every other character is written as \\uXXXX. A text that is ASCII throughout takes the browser half the memory and half
 * the time to load, and the background loads it whenever it was stopped.
 */
export function toAscii(line: string): string {
  return line.replace(/[^\x20-\x7e\t]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Joins header and sections into the one text of the asset; each line ends with a line break. */
export function formatPacked(
  lines: Readonly<Record<Section, readonly string[]>>,
  counts: PackedHeader['counts'],
): string {
  const texts = SECTIONS.map((section) => lines[section].map((line) => `${toAscii(line)}\n`).join(''))
  const lengths = Object.fromEntries(SECTIONS.map((section, i) => [section, texts[i]?.length ?? 0]))
  return `${JSON.stringify({ lengths, counts })}\n${texts.join('')}`
}

/** Opens the text without reading more than its first line. Throws where it is not the packed registry. */
export function openPacked(text: string): Packed {
  const end = text.indexOf('\n')
  const header = JSON.parse(text.slice(0, end)) as PackedHeader
  let at = end + 1
  const open = (section: Section) => {
    const start = at
    at += header.lengths[section]
    return [section, new SortedLines(text, start, at)] as const
  }
  const sections = Object.fromEntries(SECTIONS.map(open)) as Record<Section, SortedLines>
  if (at !== text.length) throw new Error(`The packed registry is ${text.length} characters long instead of ${at}.`)
  return { counts: header.counts, sections }
}
