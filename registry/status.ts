import { PROTOCOLS } from './protocols.ts'
import { rangeOf } from './ranges.ts'
import type { SnapshotRow } from './snapshot.ts'
import type { Former, Protocol, Status } from './types.ts'

/** From most to least assigned: a port's status over all protocols is the first that one of them has. */
const ORDER: readonly Status[] = ['assigned', 'private', 'reserved', 'deregistered', 'unassigned', 'dynamic']

const DESCRIPTIONS: readonly (readonly [RegExp, Status])[] = [
  [/^any private /i, 'private'],
  [/^reserved/i, 'reserved'],
  [/^(de-?registered|removed|deprecated|de-?com+is+ioned)/i, 'deregistered'],
]

/** What a row says of its port. Nameless rows say it in their description; what is none of the known ones is free. */
export function statusOfRow(row: Pick<SnapshotRow, 'name' | 'description'>): Status {
  if (row.name !== '') return 'assigned'
  return DESCRIPTIONS.find(([pattern]) => pattern.test(row.description))?.[1] ?? 'unassigned'
}

/** Status of each protocol of a port, from all rows that cover it. */
export function statusByProtocol(port: number, rows: readonly SnapshotRow[]): Record<Protocol, Status> {
  const free: Status = rangeOf(port) === 'dynamic' ? 'dynamic' : 'unassigned'
  const status: Record<Protocol, Status> = { tcp: free, udp: free, sctp: free, dccp: free }
  for (const row of rows) {
    const of = statusOfRow(row)
    for (const protocol of protocolsOf(row)) {
      if (ORDER.indexOf(of) < ORDER.indexOf(status[protocol])) status[protocol] = of
    }
  }
  return status
}

/**
 * The protocols that a row is about. Where it names none, an assignment from before SCTP and DCCP means TCP and UDP,
 * anything else all four.
 */
export function protocolsOf({ name, protocols }: Pick<SnapshotRow, 'name' | 'protocols'>): readonly Protocol[] {
  if (protocols.length > 0) return protocols
  return name === '' ? PROTOCOLS : ['tcp', 'udp']
}

export function mostAssigned(status: Readonly<Record<Protocol, Status>>): Status {
  return ORDER.find((one) => PROTOCOLS.some((protocol) => status[protocol] === one)) ?? 'unassigned'
}

/** What was registered before and was taken back, where the rows say so. */
export function formerOf(rows: readonly SnapshotRow[]): Former | undefined {
  for (const { name, facts } of rows) {
    const [, withdrawn] = /withdrawn=([^;]+)/.exec(facts) ?? []
    const [, former] = /former=([^;]+)/.exec(facts) ?? []
    if (name === '' && (withdrawn ?? former) !== undefined) {
      return { ...(former !== undefined && { name: former }), ...(withdrawn !== undefined && { withdrawn }) }
    }
  }
  return undefined
}
