import { formatPortRange } from '../../registry/port-range.ts'
import { expandRow, type SnapshotRow } from '../../registry/snapshot.ts'

export interface Changes {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly renamed: readonly string[]
  /** Same name, other description, date, assignee …: their number is enough. */
  readonly edited: number
}

/** What became of the services (rows with a name) between two snapshots. */
export function changesBetween(before: readonly SnapshotRow[], after: readonly SnapshotRow[]): Changes {
  const old = bySlot(before)
  const now = bySlot(after)
  const added: string[] = []
  const removed: string[] = []
  const renamed: string[] = []
  let edited = 0
  for (const slot of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(slot) ?? new Map<string, string>()
    const is = now.get(slot) ?? new Map<string, string>()
    const gone = [...was.keys()].filter((name) => !is.has(name))
    const come = [...is.keys()].filter((name) => !was.has(name))
    edited += [...is].filter(([name, text]) => was.has(name) && was.get(name) !== text).length
    while (gone.length > 0 && come.length > 0) renamed.push(`${slot} ${gone.shift()} -> ${come.shift()}`)
    removed.push(...gone.map((name) => `${slot} ${name}`))
    added.push(...come.map((name) => `${slot} ${name}`))
  }
  return { added, removed, renamed, edited }
}

/** "5432/tcp" to its services' names and, as one text, everything else that is said of them. */
function bySlot(rows: readonly SnapshotRow[]): Map<string, Map<string, string>> {
  const slots = new Map<string, Map<string, string>>()
  for (const row of rows.flatMap(expandRow)) {
    if (row.name === '') continue
    const slot = [formatPortRange(row), ...row.protocols].join('/')
    const names = slots.get(slot) ?? new Map<string, string>()
    slots.set(slot, names.set(row.name, JSON.stringify(row)))
  }
  return slots
}

/** How many lines of each kind are printed before "and N more". */
const SHOWN = 20

export function formatChanges(changes: Changes): string {
  const lines = (['added', 'removed', 'renamed'] as const).flatMap((kind) => {
    const list = changes[kind]
    const more = list.length > SHOWN ? [`  … and ${list.length - SHOWN} more`] : []
    return [`${kind}: ${list.length}`, ...list.slice(0, SHOWN).map((line) => `  ${line}`), ...more]
  })
  return [...lines, `otherwise edited: ${changes.edited}`].join('\n')
}
