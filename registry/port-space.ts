import { likelihood } from './likelihood.ts'
import type { Packed } from './packed.ts'
import { HIGHEST_PORT, isWideRange, portsIn } from './port-range.ts'
import { plainDescription } from './services.ts'
import { parseRow } from './snapshot.ts'
import { statusOfRow } from './status.ts'
import { type Product, parseProduct, parseUse } from './use-line.ts'

/** What the whole space looks like, small enough to send in one message: for maps of it. */
export interface PortSpace {
  /** Ports with a registered service: first and last of each run, one behind the other, ascending. */
  readonly assigned: readonly number[]
  /** Ports that IANA holds back (reserved, de-registered, for private use), the same way. */
  readonly held: readonly number[]
  /** A line for each port that has a name: number, registered name, its description, likeliest product; with tabs. */
  readonly names: string
}

/** Reads the space out of the packed registry: all of it, in some 40 ms. */
export function portSpaceOf(packed: Packed): PortSpace {
  const assigned = new Uint8Array(HIGHEST_PORT + 1)
  const held = new Uint8Array(HIGHEST_PORT + 1)
  const services = new Map<number, string>()
  // A port's own row names it rather than the range that it lies in, and its first row rather than the later ones.
  for (const line of [...packed.sections.services.all(), ...packed.sections.wideServices.all()]) {
    const row = parseRow(line)
    const status = statusOfRow(row)
    if (status === 'unassigned') continue
    if (status !== 'assigned') held.fill(1, row.from, row.to + 1)
    else {
      assigned.fill(1, row.from, row.to + 1)
      const name = `${row.name}\t${plainDescription(row.description)}`
      for (const port of portsIn(row)) if (!services.has(port)) services.set(port, name)
    }
  }
  for (const [port, one] of assigned.entries()) if (one === 1) held[port] = 0
  const products = likeliestProducts(packed)
  const named = [...new Set([...services.keys(), ...products.keys()])].sort((a, b) => a - b)
  const names = named.map((port) => `${port}\t${services.get(port) ?? '\t'}\t${products.get(port) ?? ''}\n`).join('')
  return { assigned: runsOf(assigned), held: runsOf(held), names }
}

/** The likeliest product of each port that has one; a use of a wide range gives no port its name. */
function likeliestProducts({ sections }: Packed): Map<number, string> {
  const best = new Map<number, { name: string; rank: number }>()
  const products = new Map<number, Product>()
  const productAt = (reference: number) => {
    const product = products.get(reference) ?? parseProduct(sections.products.lineAt(reference))
    products.set(reference, product)
    return product
  }
  for (const line of [...sections.uses.all(), ...sections.wideUses.all()]) {
    const use = parseUse(line, productAt)
    if (isWideRange(use)) continue
    const rank = likelihood(use)
    for (const port of portsIn(use)) {
      if (rank > (best.get(port)?.rank ?? 0)) best.set(port, { name: use.name, rank })
    }
  }
  return new Map([...best].map(([port, { name }]) => [port, name]))
}

/** First and last of each run of ones. */
function runsOf(flags: Uint8Array): number[] {
  const runs: number[] = []
  for (let port = 0; port < flags.length; port++) {
    if (flags[port] !== 1) continue
    if (flags[port - 1] !== 1) runs.push(port)
    if (flags[port + 1] !== 1) runs.push(port)
  }
  return runs
}
