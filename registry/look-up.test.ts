import { describe, expect, it } from 'vitest'
import { openRegistry } from './index.ts'
import { formatPacked, type PackedHeader } from './packed.ts'
import type { Protocol, Status } from './types.ts'

const COUNTS = Object.fromEntries(
  ['system', 'user', 'dynamic'].map((name) => [name, { ports: 0, assigned: 0 }]),
) as unknown as PackedHeader['counts']

/** A registry of rows made up for the test, each as `formatRow` writes it. */
const rows = (services: readonly string[], wideServices: readonly string[] = [], ghosts: readonly string[] = []) =>
  openRegistry(
    formatPacked({ services, wideServices, products: [], shortNames: [], uses: [], wideUses: [], ghosts }, COUNTS),
  )

describe('status', () => {
  const registry = rows(
    [
      '24\ttcp+udp\t\tany private ferry service',
      '70\ttcp\tquay\tQuay Berth',
      '70\tudp\t\tReserved',
      '71\t\t\tReserved',
      '72\ttcp\t\tDe-registered',
      '73\t\told-quay\tNamed without a protocol',
    ],
    ['6000-6063\ttcp\tmoor\tMoor'],
  )
  const table: readonly (readonly [number, Protocol | undefined, Status])[] = [
    [24, undefined, 'private'],
    [24, 'sctp', 'unassigned'],
    [70, undefined, 'assigned'],
    [70, 'udp', 'reserved'],
    [70, 'sctp', 'unassigned'],
    [71, 'dccp', 'reserved'],
    [72, 'tcp', 'deregistered'],
    [73, 'udp', 'assigned'],
    [73, 'sctp', 'unassigned'],
    [909, undefined, 'unassigned'],
    [5999, 'tcp', 'unassigned'],
    [6000, 'tcp', 'assigned'],
    [6063, 'tcp', 'assigned'],
    [6064, 'tcp', 'unassigned'],
    [49_151, undefined, 'unassigned'],
    [49_152, undefined, 'dynamic'],
    [65_535, 'udp', 'dynamic'],
  ]
  it.each(table)('of %i/%s is %s', (port, protocol, status) => {
    expect(registry.lookUp(port, protocol).status).toBe(status)
  })

  it.each([-1, 65_536, 22.5, Number.NaN])('of %d cannot be asked', (port) => {
    expect(() => registry.lookUp(port)).toThrow(RangeError)
  })
})

describe('services', () => {
  const registry = rows([
    '70\ttcp+udp\tquay\tQuay Berth\t[Ann_Harbour_2]\t[Ben_Pier]\t2001-02\t\t[RFC9999][1]',
    '70\tsctp\tquay\tQuay\t[Cleo_Dock]\t=\t\t2022-02-07\t[RFC9998]',
    '70\ttcp\tquay-alt\tSomething said\t\t\t\t\t\t\talias=quay',
    '70\ttcp\tberth\tquay berth.',
    '71\ttcp\tbare',
    '71\ttcp\tfamous\tWidespread Use\t\t\t\t\t\t\tunofficial=yes',
    '71\ttcp\tpier\tPier Service\t\t\t\t\t[RFC-ietf-pier-05]\tKnown Unauthorized Use on port 71',
    '72\ttcp\tsql-quay\tSQL*QUAY IANA assigned this well-formed service name as a replacement for "sql*quay".',
    '72\ttcp\tsql*quay\tSQL*QUAY\t\t\t\t\t\t\talias=sql-quay',
    '73\ttcp\t\tReserved\t\t\t\t2020-01-02\t\t\twithdrawn=2020-01-02; former=anchorage',
  ])

  it('of one name are one, with the names that mean the same folded in', () => {
    expect(registry.lookUp(70).services).toEqual([
      {
        name: 'quay',
        aliases: ['quay-alt', 'berth'],
        description: 'Quay Berth',
        protocols: ['tcp', 'udp', 'sctp'],
        from: 70,
        to: 70,
        assignee: 'Ann Harbour',
        contact: 'Ben Pier',
        registered: '2001-02',
        modified: '2022-02-07',
        references: ['RFC9999', 'RFC9998'],
      },
    ])
  })
  it('are described by the row of the protocol that was asked for', () => {
    expect(registry.lookUp(70, 'sctp').services[0]).toMatchObject({ description: 'Quay', assignee: 'Cleo Dock' })
  })
  it('that say nothing, and uses that were never assigned, come last', () => {
    expect(registry.lookUp(71).services.map(({ name }) => name)).toEqual(['pier', 'bare', 'famous'])
    expect(registry.lookUp(71).services[2]?.unofficial).toBe(true)
  })
  it('have drafts as addresses and unauthorized use as written', () => {
    expect(registry.lookUp(71).services[0]).toMatchObject({
      references: ['https://datatracker.ietf.org/doc/draft-ietf-pier/05/'],
      unauthorized: 'Known Unauthorized Use on port 71',
    })
  })
  it("lose IANA's remark on well-formed names", () => {
    expect(registry.lookUp(72).services).toMatchObject([
      { name: 'sql-quay', aliases: ['sql*quay'], description: 'SQL*QUAY' },
    ])
  })
  it('that were taken back are told as former', () => {
    expect(registry.lookUp(73)).toMatchObject({ services: [], former: { name: 'anchorage', withdrawn: '2020-01-02' } })
  })
})

describe('ghosts', () => {
  const registry = rows(
    ['70\ttcp\tquay\tQuay', '90\ttcp\tpier\tPier'],
    [],
    ['90\tpier\tThe pier was closed.\thttps://pier.example'],
  )
  it('know the reason', () => {
    expect(registry.lookUp(90).ghost).toEqual({
      service: 'pier',
      reason: 'The pier was closed.',
      source: 'https://pier.example',
    })
    expect(registry.lookUp(70).ghost).toBeUndefined()
  })
})

it('characters beyond ASCII come out as they went in', () => {
  const registry = rows(['70\ttcp\tquai\tQuai de la Seine, à Paris – 岸壁 🚢'])
  expect(registry.lookUp(70).services[0]?.description).toBe('Quai de la Seine, à Paris – 岸壁 🚢')
})

it('a text that was cut off is not opened', () => {
  const text = formatPacked(
    { services: ['70\ttcp\tquay'], wideServices: [], products: [], shortNames: [], uses: [], wideUses: [], ghosts: [] },
    COUNTS,
  )
  expect(() => openRegistry(text.slice(0, -3))).toThrow(/characters long instead of/)
})
