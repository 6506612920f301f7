import type { Packed, RangeCount } from './packed.ts'
import { HIGHEST_PORT, isWideRange, type PortRange } from './port-range.ts'
import type { PortSpace } from './port-space.ts'
import type { PortKnowledge, Protocol, RangeName, Use } from './types.ts'
import { parseProduct } from './use-line.ts'

/** A registered port nearby. */
export interface NearPort {
  readonly port: number
  readonly name: string
}

/** The other ports of a product that uses this one: 465 and 587 beside 25. */
export interface Relative {
  readonly product: string
  readonly ports: readonly { readonly from: number; readonly to: number; readonly role?: string }[]
}

/** Everything that an article on a port is made of. */
export interface PortFacts {
  readonly knowledge: PortKnowledge
  readonly protocol?: Protocol
  readonly counts: Readonly<Record<RangeName, RangeCount>>
  /** The 128 numbers around it, aligned, and how many of them have a registered service. */
  readonly block: PortRange & { readonly assigned: number }
  readonly nearest: { readonly below?: NearPort; readonly above?: NearPort }
  readonly relatives: readonly Relative[]
}

/** Numbers in a block: the smallest part of the space that the map shows. */
export const BLOCK = 128

/** A use, and not what is registered, of a range so wide that this port is only one of many. */
export function isWide(use: Use): boolean {
  return isWideRange(use) && use.registered !== 'same'
}

/** As many products, and ports of each, as a reader takes in. */
const MOST_PRODUCTS = 5
const MOST_PORTS = 8

interface Source {
  readonly lookUp: (port: number, protocol?: Protocol) => PortKnowledge
  readonly counts: PortFacts['counts']
}

/** Gathers facts of single ports; what all of them share is read once. */
export class PortFactsReader {
  private readonly isAssigned = new Uint8Array(HIGHEST_PORT + 1)
  private readonly names = new Map<number, string>()
  private readonly portsOfProduct = new Map<string, number[]>()

  constructor(
    private readonly source: Source,
    packed: Packed,
    space: PortSpace,
  ) {
    for (let i = 0; i < space.assigned.length; i += 2) {
      this.isAssigned.fill(1, space.assigned[i], (space.assigned[i + 1] ?? 0) + 1)
    }
    for (const line of space.names.split('\n')) {
      const [port = '', name = ''] = line.split('\t')
      if (name !== '') this.names.set(Number(port), name)
    }
    for (const { name, ports } of packed.sections.products.all().map(parseProduct)) {
      this.portsOfProduct.set(name, [...(this.portsOfProduct.get(name) ?? []), ...ports])
    }
  }

  /** Facts of a port, 0 to 65535. Throws a RangeError on any other number. */
  of(port: number, protocol?: Protocol): PortFacts {
    const knowledge = this.source.lookUp(port, protocol)
    const from = port - (port % BLOCK)
    const below = this.nearest(Math.min(port, ...knowledge.services.map((service) => service.from)), -1)
    const above = this.nearest(Math.max(port, ...knowledge.services.map((service) => service.to)), 1)
    return {
      knowledge,
      ...(protocol && { protocol }),
      counts: this.source.counts,
      block: {
        from,
        to: from + BLOCK - 1,
        assigned: this.isAssigned.subarray(from, from + BLOCK).reduce((a, b) => a + b, 0),
      },
      nearest: { ...(below && { below }), ...(above && { above }) },
      relatives: this.relatives(knowledge),
    }
  }

  private nearest(port: number, step: 1 | -1): NearPort | undefined {
    for (let at = port + step; at >= 0 && at <= HIGHEST_PORT; at += step) {
      if (this.isAssigned[at] === 1) return { port: at, name: this.names.get(at) ?? '' }
    }
    return undefined
  }

  private relatives({ port, uses }: PortKnowledge): Relative[] {
    const relatives: Relative[] = []
    // One after the other, until there are enough: some ports have a hundred products.
    for (const product of new Set(uses.filter((use) => !isWide(use)).map(({ name }) => name))) {
      if (relatives.length === MOST_PRODUCTS) break
      const ports = this.otherPorts(product, port)
      if (ports.length > 0) relatives.push({ product, ports })
    }
    return relatives
  }

  private otherPorts(product: string, port: number): Relative['ports'] {
    const ports: Relative['ports'][number][] = []
    for (const other of [...new Set(this.portsOfProduct.get(product) ?? [])].sort((a, b) => a - b)) {
      if (ports.length === MOST_PORTS) break
      const use = this.source.lookUp(other).uses.find(({ name, from }) => name === product && from === other)
      if (!use || (use.from <= port && port <= use.to)) continue
      const { from, to, role } = use
      ports.push({ from, to, ...(role !== undefined && { role }) })
    }
    return ports
  }
}
