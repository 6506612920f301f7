import { byLikelihood, ofProtocolFirst } from './likelihood.ts'
import { NamedProducts } from './named-products.ts'
import type { Packed } from './packed.ts'
import { HIGHEST_PORT, type PortRange } from './port-range.ts'
import { rangeOf } from './ranges.ts'
import { servicesOf } from './services.ts'
import { parseRow, type SnapshotRow } from './snapshot.ts'
import { formerOf, mostAssigned, statusByProtocol } from './status.ts'
import type { Ghost, PortKnowledge, Protocol, Status, Surroundings, Use } from './types.ts'
import { type Product, parseProduct, parseUse } from './use-line.ts'

/** Ports whose uses are kept once they were read: a page names the same few again and again. */
const MOST_KEPT = 500

/** Reads knowledge of single ports out of the packed registry. */
export class LookUp {
  private wideRows: readonly SnapshotRow[] | undefined
  private wideUses: readonly Use[] | undefined
  private readonly productsRead = new Map<number, Product>()
  private readonly usesRead = new Map<number, readonly Use[]>()
  private readonly namedProducts: NamedProducts

  constructor(private readonly packed: Packed) {
    this.namedProducts = new NamedProducts(packed.sections.products, packed.sections.shortNames)
  }

  /** All that is known of a port, 0 to 65535. Throws a RangeError on any other number. */
  of(port: number, protocol?: Protocol): PortKnowledge {
    if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) throw new RangeError(`${port} is no port`)
    const rows = this.rowsOf(port)
    const status = statusByProtocol(port, rows)
    const ghost = this.ghostOf(port)
    const former = formerOf(rows)
    return {
      port,
      range: rangeOf(port),
      status: protocol ? status[protocol] : mostAssigned(status),
      statusByProtocol: status,
      services: servicesOf(rows, protocol),
      uses: this.usesOf(port, protocol),
      ...(ghost && { ghost }),
      ...(former && { former }),
    }
  }

  /** The port's status over all protocols, or with one: cheaper than all that is known of it. */
  statusOf(port: number, protocol?: Protocol): Status {
    const status = statusByProtocol(port, this.rowsOf(port))
    return protocol ? status[protocol] : mostAssigned(status)
  }

  /** IANA's rows that cover the port: its own first, then ranges. */
  private rowsOf(port: number): SnapshotRow[] {
    const { services, wideServices } = this.packed.sections
    this.wideRows ??= wideServices.all().map(parseRow)
    return [...services.of(port).map(parseRow), ...this.wideRows.filter((row) => covers(row, port))]
  }

  /** The port's uses, the likeliest first; those of `protocol` before all others. */
  usesOf(port: number, protocol?: Protocol): readonly Use[] {
    return ofProtocolFirst(this.readUses(port), protocol)
  }

  /** Uses of other ports by products that the text around a mention names and that are not known on its port. */
  named(port: number, { before = '', after = '', label = '' }: Surroundings): Use[] {
    // Nothing can listen there, whatever the text names.
    if (port === 0) return []
    const here = new Set(this.readUses(port).map(({ name }) => name))
    return this.namedProducts
      .in(`${label} ${before}`, after)
      .filter(({ name }) => !here.has(name))
      .flatMap(({ name, ports: [first] }) =>
        first === undefined ? [] : this.readUses(first).filter((use) => use.name === name),
      )
      .filter((use, i, all) => all.findIndex(({ name }) => name === use.name) === i)
      .map((use) => ({ ...use, elsewhere: true }))
  }

  private readUses(port: number): readonly Use[] {
    const known = this.usesRead.get(port)
    if (known) return known
    const { uses, wideUses } = this.packed.sections
    this.wideUses ??= wideUses.all().map(this.readUse)
    const names = new Set(this.rowsOf(port).map(({ name }) => name.toLowerCase()))
    const all = [...uses.of(port).map(this.readUse), ...this.wideUses.filter((use) => covers(use, port))]
    const read = byLikelihood(all, names)
    if (this.usesRead.size >= MOST_KEPT) this.usesRead.clear()
    this.usesRead.set(port, read)
    return read
  }

  /** Reads a line of uses together with the product that it refers to. */
  private readonly readUse = (line: string): Use => parseUse(line, (reference) => this.productAt(reference))

  private productAt(reference: number): Product {
    const known = this.productsRead.get(reference)
    if (known) return known
    const product = parseProduct(this.packed.sections.products.lineAt(reference))
    this.productsRead.set(reference, product)
    return product
  }

  private ghostOf(port: number): Ghost | undefined {
    const [line] = this.packed.sections.ghosts.of(port)
    const [, service, reason, source] = line?.split('\t') ?? []
    return service !== undefined && reason !== undefined && source !== undefined
      ? { service, reason, source }
      : undefined
  }
}

const covers = (range: PortRange, port: number) => range.from <= port && port <= range.to
