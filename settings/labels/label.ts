import * as v from 'valibot'
import { formatPortRange, HIGHEST_PORT } from '../../registry/port-range'
import { isProtocol } from '../../registry/protocols'
import type { Protocol } from '../../registry/types'
import { isHostPattern, isSitePattern } from './hosts'

/** The colours that a label can have; each surface has a light and a dark tone for them. */
export const COLORS = ['teal', 'blue', 'violet', 'pink', 'amber', 'grey'] as const
export type Color = (typeof COLORS)[number]

/** What a person, a team or an organisation says a port is. */
export interface Label {
  readonly from: number
  readonly to: number
  /** Any transport where it is left out. */
  readonly protocol?: Protocol
  /** The hosts it is true of: a name, `*.corp.example`, an address, `10.0.0.0/8`. Any where it is left out. */
  readonly host?: string
  /** The site whose pages it is for: a name or `*.corp.example`. All where it is left out. */
  readonly site?: string
  readonly name: string
  readonly note?: string
  /** An http or https address. */
  readonly link?: string
  readonly color?: Color
}

/** A label as it is stored, exported, imported and written into policies: every field a plain text. */
export interface LabelRow {
  /** "8080" or "8000-8010". */
  readonly port: string
  readonly protocol?: string
  readonly host?: string
  readonly site?: string
  readonly name: string
  readonly note?: string
  readonly link?: string
  readonly color?: string
}

/** Longest texts, in characters: enough for a sentence or a page of notes, too short to fill the storage by accident. */
export const LONGEST = { name: 200, note: 2000, host: 300, site: 300, link: 2000 } as const

/** What is wrong with a row; the options page has a sentence for each. */
export type Fault = 'row' | 'port' | 'high' | 'backwards' | 'protocol' | 'name' | 'long' | 'host' | 'site' | 'link'

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g
const ANY_PROTOCOL = /^(?:any|all|both|\*|tcp\s*[/,+&]\s*udp|udp\s*[/,+&]\s*tcp|)$/i

const clean = (text: string) => text.replace(CONTROL, ' ').trim()
const oneLine = (text: string) => clean(text.replace(/\s+/g, ' '))

const text = (longest: number, fault: Fault, tidy = oneLine) =>
  v.pipe(
    v.nullish(v.union([v.string(), v.number()], fault), ''),
    v.transform((value) => tidy(String(value))),
    v.maxLength(longest, 'long' satisfies Fault),
  )

const row = v.object(
  {
    port: v.nullish(v.union([v.string(), v.number()], 'port' satisfies Fault), ''),
    protocol: text(40, 'protocol'),
    host: v.pipe(
      text(LONGEST.host, 'host'),
      v.toLowerCase(),
      v.check((host) => host === '' || isHostPattern(host), 'host' satisfies Fault),
    ),
    site: v.pipe(
      text(LONGEST.site, 'site'),
      v.toLowerCase(),
      v.check((site) => site === '' || isSitePattern(site), 'site' satisfies Fault),
    ),
    name: v.pipe(text(LONGEST.name, 'name'), v.minLength(1, 'name' satisfies Fault)),
    note: text(LONGEST.note, 'row', clean),
    link: v.pipe(text(LONGEST.link, 'link'), v.check(isLink, 'link' satisfies Fault)),
    color: text(40, 'row'),
  },
  'row' satisfies Fault,
)

/** The label that a row says, or what is wrong with it. Unknown fields and unknown colours are left out. */
export function labelOf(raw: unknown): Label | Fault {
  const read = v.safeParse(row, raw, { abortEarly: true })
  if (!read.success) return read.issues[0].message as Fault
  const { port, host, site, name, note, link, color } = read.output
  const ports = portsOf(String(port))
  if (typeof ports === 'string') return ports
  const stated = ANY_PROTOCOL.test(read.output.protocol) ? '' : read.output.protocol.toLowerCase()
  if (stated !== '' && !isProtocol(stated)) return 'protocol'
  if (stated !== '' && ports.protocol && stated !== ports.protocol) return 'protocol'
  const protocol = isProtocol(stated) ? stated : ports.protocol
  const label: Label = {
    from: ports.from,
    to: ports.to,
    ...(protocol && { protocol }),
    ...(host && { host }),
    ...(site && { site }),
    name,
    ...(note && { note }),
    ...(link && { link }),
    ...(isColor(color) && { color }),
  }
  return label
}

export function rowOf({ from, to, protocol, host, site, name, note, link, color }: Label): LabelRow {
  return {
    port: formatPortRange({ from, to }),
    ...(protocol && { protocol }),
    ...(host && { host }),
    ...(site && { site }),
    name,
    ...(note && { note }),
    ...(link && { link }),
    ...(color && { color }),
  }
}

/** What a label is about. There is one label of one's own for each place. */
export const placeOf = ({ from, to, protocol, host = '', site = '' }: Label): string =>
  `${from}-${to}/${protocol ?? ''} ${host} ${site}`

export const isSame = (a: Label, b: Label): boolean =>
  placeOf(a) === placeOf(b) && a.name === b.name && a.note === b.note && a.link === b.link && a.color === b.color

/** "8080", "8000-8010", "53/udp". */
function portsOf(text: string): { from: number; to: number; protocol?: Protocol } | Fault {
  const [, first, last = first, stated = ''] =
    /^\s*(\d{1,9})\s*(?:(?:-|–|\.\.|:)\s*(\d{1,9})\s*)?(?:\/\s*([a-z]+)\s*)?$/i.exec(text) ?? []
  if (first === undefined || last === undefined) return 'port'
  const [from, to] = [Number(first), Number(last)]
  if (from > HIGHEST_PORT || to > HIGHEST_PORT) return 'high'
  if (from > to) return 'backwards'
  const protocol = stated.toLowerCase()
  if (protocol !== '' && !isProtocol(protocol)) return 'protocol'
  return isProtocol(protocol) ? { from, to, protocol } : { from, to }
}

const isColor = (text: string): text is Color => (COLORS as readonly string[]).includes(text)

function isLink(text: string): boolean {
  return text === '' || (/^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text))
}
