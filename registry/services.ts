import { formatPeople, parseReferences } from './people.ts'
import { PROTOCOLS } from './protocols.ts'
import type { SnapshotRow } from './snapshot.ts'
import type { Protocol, Service } from './types.ts'

/** What IANA appends where it gave a name like "sql*net" a well-formed twin. The twin has the old name as alias. */
const REPLACEMENT = /\s*IANA assigned this well-formed service name as a replacement for "[^"]*"\.?/

export function plainDescription(description: string): string {
  return description.includes('IANA assigned') ? description.replace(REPLACEMENT, '') : description
}

/**
 * The services that a port's rows stand for: rows of one name are one service. A row is an alias, folded into another
 * service of the port, where IANA's notes say so, or where both have the same description. The names that are left are
 * ordered: those that `asked` has first, uses that IANA only recorded and rows that say nothing of themselves last.
 */
export function servicesOf(rows: readonly SnapshotRow[], asked?: Protocol): Service[] {
  const named = rows.filter((row) => row.name !== '')
  if (named.length === 0) return []
  const groups = new Map<string, SnapshotRow[]>()
  for (const row of named) {
    const key = mainName(row, named)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .map(([name, group]) => toService(name, group, asked))
    .map((service, at) => ({ service, at }))
    .sort((a, b) => lateness(a.service, asked) - lateness(b.service, asked) || a.at - b.at)
    .map(({ service }) => service)
}

function mainName(row: SnapshotRow, all: readonly SnapshotRow[]): string {
  const [, target] = /alias=([^;]+)/.exec(row.facts) ?? []
  if (target !== undefined && target !== row.name && all.some(({ name }) => name === target)) return target
  const text = comparable(row.description)
  const twin = text === '' ? undefined : all.find((other) => comparable(other.description) === text)
  return twin && !/alias=/.test(twin.facts) ? twin.name : row.name
}

const comparable = (description: string) =>
  plainDescription(description)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

function lateness(service: Service, asked: Protocol | undefined): number {
  const other = asked !== undefined && !service.protocols.includes(asked) ? 4 : 0
  return other + (service.unofficial ? 2 : 0) + (service.description === '' ? 1 : 0)
}

function toService(name: string, group: readonly SnapshotRow[], asked: Protocol | undefined): Service {
  const own = group.filter((row) => row.name === name)
  const first = own.find((row) => asked !== undefined && row.protocols.includes(asked)) ?? own[0] ?? group[0]
  if (!first) throw new Error(`No rows for ${name}`)
  const rows = [first, ...own.filter((row) => row !== first)]
  const protocols = new Set(own.flatMap((row) => row.protocols))
  const of = (column: 'assignee' | 'contact' | 'registered' | 'modified' | 'unauthorized') =>
    rows.find((row) => row[column] !== '')?.[column]
  const assignee = of('assignee')
  const contact = of('contact')
  const registered = of('registered')
  const modified = of('modified')
  const unauthorized = of('unauthorized')
  return {
    name,
    aliases: [...new Set(group.map((row) => row.name))].filter((alias) => alias !== name),
    description: plainDescription(first.description),
    protocols: PROTOCOLS.filter((protocol) => protocols.has(protocol)),
    from: first.from,
    to: first.to,
    ...(assignee !== undefined && { assignee: formatPeople(assignee) }),
    ...(contact !== undefined && { contact: formatPeople(contact) }),
    ...(registered !== undefined && { registered }),
    ...(modified !== undefined && { modified }),
    references: [...new Set(rows.flatMap((row) => parseReferences(row.references)))],
    ...(unauthorized !== undefined && { unauthorized }),
    ...(own.some((row) => row.facts.includes('unofficial=')) && { unofficial: true }),
  }
}
