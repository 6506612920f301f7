import { PROTOCOLS } from '../../registry/protocols.ts'
import { COLUMNS, expandRow, formatRow, parseRow, type SnapshotRow, sortRows } from '../../registry/snapshot.ts'
import type { Protocol } from '../../registry/types.ts'

const TITLE = "IANA's Service Name and Transport Protocol Port Number Registry: every row with a port. See README.md."

/** Counts that the file states of itself, so that a test can hold them against its rows. */
export function countRows(rows: readonly SnapshotRow[]): string {
  const all = rows.flatMap(expandRow)
  const count = (test: (row: SnapshotRow) => boolean) => all.filter(test).length
  const names = new Set(all.filter((row) => row.name !== '').map((row) => row.name))
  const numbers = {
    rows: all.length,
    named: count((row) => row.name !== ''),
    names: names.size,
    tcp: count((row) => row.protocols[0] === 'tcp'),
    udp: count((row) => row.protocols[0] === 'udp'),
    sctp: count((row) => row.protocols[0] === 'sctp'),
    dccp: count((row) => row.protocols[0] === 'dccp'),
    none: count((row) => row.protocols.length === 0),
    ranges: count((row) => row.from !== row.to),
    dated: count((row) => row.registered !== '' || row.modified !== ''),
    referenced: count((row) => row.references !== ''),
    unauthorized: count((row) => row.unauthorized !== ''),
    merged: count((row) => row.origin !== ''),
  }
  return Object.entries(numbers)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}

/** Joins rows of a port that differ in nothing but the protocol: most services have one for tcp and one for udp. */
export function joinProtocols(rows: readonly SnapshotRow[]): SnapshotRow[] {
  const joined = new Map<string, SnapshotRow>()
  for (const row of rows) {
    const key = formatRow({ ...row, protocols: [] })
    const first = row.protocols.length === 0 ? undefined : joined.get(`${key}\n`)
    const slot = row.protocols.length === 0 ? key : `${key}\n`
    joined.set(slot, first ? { ...first, protocols: inOrder([...first.protocols, ...row.protocols]) } : row)
  }
  return sortRows([...joined.values()])
}

const inOrder = (protocols: readonly Protocol[]) => PROTOCOLS.filter((protocol) => protocols.includes(protocol))

/** The whole file: the same rows always give the same text. */
export function formatSnapshot(rows: readonly SnapshotRow[]): string {
  const joined = joinProtocols(rows)
  const head = [`# ${TITLE}`, `# ${countRows(joined)}`, `# ${COLUMNS.join('\t')}`]
  return `${[...head, ...joined.map(formatRow)].join('\n')}\n`
}

/** Reads data/iana.txt. Throws where a line is not ours. */
export function parseSnapshot(text: string): SnapshotRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseRow)
}
