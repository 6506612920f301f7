import { formatPortRange, portsIn } from '../registry/port-range.ts'
import type { SnapshotRow } from '../registry/snapshot.ts'
import { protocolsOf } from '../registry/status.ts'
import type { Problem, ReadUse } from './uses-read.ts'

/** What a single file cannot know: doublets in any file, and `registered` held against IANA's snapshot. */
export function checkUses(uses: readonly ReadUse[], snapshot: readonly SnapshotRow[]): Problem[] {
  const named = new Set(snapshot.flatMap(namedPorts))
  return [...uses.flatMap((use) => checkRegistered(use, named)), ...doublets(uses)]
}

/** "5432/tcp" for each port and protocol of a row with a name. */
function namedPorts(row: SnapshotRow): string[] {
  if (row.name === '') return []
  return portsIn(row).flatMap((port) => protocolsOf(row).map((protocol) => `${port}/${protocol}`))
}

function checkRegistered({ product, use, file, line }: ReadUse, named: ReadonlySet<string>): Problem[] {
  const has = portsIn(use.port).some((port) => use.proto.some((protocol) => named.has(`${port}/${protocol}`)))
  const says = use.registered !== 'none'
  if (has === says) return []
  const where = `${formatPortRange(use.port)}/${use.proto.join('+')}`
  const reason = has ? 'IANA has a service there: same or other' : 'IANA has no service there: none'
  return [{ file, line, message: `${product.name} ${where}: registered is ${use.registered}, but ${reason}` }]
}

/**
 * Uses of one port that are perhaps the same thing under two names: the name of one is an alias, or differs in case or
 * blanks only. For a person to look at; two may well be right (a fork that people call by its parent's name).
 */
export function perhapsTheSame(uses: readonly ReadUse[]): Problem[] {
  const byPort = new Map<string, ReadUse[]>()
  for (const use of uses) {
    const key = formatPortRange(use.use.port)
    byPort.set(key, [...(byPort.get(key) ?? []), use])
  }
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const calls = (one: ReadUse, other: ReadUse) =>
    [one.product.name, ...one.product.aliases].map(letters).includes(letters(other.product.name))
  return [...byPort].flatMap(([port, here]) =>
    here.flatMap((one, i) =>
      here
        .slice(i + 1)
        .filter((other) => other.product !== one.product && (calls(one, other) || calls(other, one)))
        .map((other) => ({
          file: other.file,
          line: other.line,
          message: `${port}: is ${other.product.name} not ${one.product.name} of ${one.file}:${one.line}?`,
        })),
    ),
  )
}

function doublets(uses: readonly ReadUse[]): Problem[] {
  const first = new Map<string, ReadUse>()
  const problems: Problem[] = []
  for (const entry of uses) {
    for (const protocol of entry.use.proto) {
      const key = `${entry.product.name.toLowerCase()} ${formatPortRange(entry.use.port)}/${protocol}`
      const other = first.get(key)
      if (!other) first.set(key, entry)
      else if (other !== entry) {
        problems.push({ file: entry.file, line: entry.line, message: `${key} is also in ${other.file}:${other.line}` })
      }
    }
  }
  return problems
}
