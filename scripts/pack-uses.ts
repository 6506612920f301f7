import { toAscii } from '../registry/packed.ts'
import { sortKey } from '../registry/tokens.ts'
import type { Use } from '../registry/types.ts'
import { formatProduct, formatShortName, formatUse, type Product } from '../registry/use-line.ts'
import type { ReadUse } from './uses-read.ts'

/** How commonly people meet a product: on any of its ports, or as a place among those that share one port. */
export interface Prominence {
  readonly ofProduct: ReadonlyMap<string, number>
  /** Port to the names of the likeliest products, in their order. */
  readonly onPort: ReadonlyMap<number, readonly string[]>
}

export const NO_PROMINENCE: Prominence = { ofProduct: new Map(), onPort: new Map() }

/** Weight of the likeliest product of a port that many share: above every weight that a product can have. */
const LIKELIEST = 9

export interface PackedUses {
  readonly products: readonly string[]
  readonly shortNames: readonly string[]
  readonly packed: readonly { readonly use: Use; readonly line: string }[]
}

/** Products by name, so that a name can be found by halving, and uses by port, each with its product's offset. */
export function packUses(uses: readonly ReadUse[], prominence: Prominence): PackedUses {
  const grouped = new Map<ReadUse['product'], ReadUse[]>()
  for (const use of uses) grouped.set(use.product, [...(grouped.get(use.product) ?? []), use])
  const sorted = [...grouped]
    .map(([raw, own]) => ({ raw, key: sortKey(raw.name), product: toProduct(own) }))
    .sort(byKey)
  const products: string[] = []
  const shortNames: { key: string; line: string }[] = []
  const packed: { use: Use; line: string }[] = []
  let offset = 0
  for (const { raw, product } of sorted) {
    const line = formatProduct(product)
    for (const read of grouped.get(raw) ?? []) {
      const use = toUse(read, prominence)
      packed.push({ use, line: formatUse(use, product, offset) })
    }
    products.push(line)
    const short = shortName(product)
    if (short !== undefined) shortNames.push({ key: sortKey(short), line: formatShortName(short, offset) })
    offset += toAscii(line).length + 1
  }
  return {
    products,
    shortNames: shortNames.sort(byKey).map(({ line }) => line),
    packed: packed.sort((a, b) => a.use.from - b.use.from || a.use.to - b.use.to),
  }
}

/** In the order in which they are looked for by halving: not the one of any language. */
const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** "Tomcat" for "Apache Tomcat", "UniFi" for "UniFi Network": the longest part that is an alias as well. */
function shortName({ name, aliases }: Product): string | undefined {
  const words = name.split(' ')
  const parts = words.flatMap((_, from) => words.map((_, to) => words.slice(from, to + 1).join(' ')))
  return parts
    .filter((part) => part !== '' && part !== name && aliases.includes(part.toLowerCase()))
    .sort((a, b) => b.length - a.length)[0]
}

function toProduct(uses: readonly ReadUse[]): Product {
  const [first] = uses
  if (!first) throw new Error('A product without uses')
  const { name, subject, aliases, words, source } = first.product
  const ports = [...new Set(uses.map(({ use }) => use.port.from))]
  return { name, subject, aliases, words, source: source ?? first.source, ports }
}

/** A use as the extension knows it: with what it takes over from its product. */
export function toUse({ product, use, source, checked }: ReadUse, prominence: Prominence): Use {
  const exposure = use.exposure ?? product.exposure
  return {
    name: product.name,
    ...(use.role !== undefined && { role: use.role }),
    aliases: [...use.aliases, ...product.aliases],
    subject: product.subject,
    from: use.port.from,
    to: use.port.to,
    protocols: use.proto,
    isDefault: use.default,
    registered: use.registered,
    ...(use.scheme !== undefined && { scheme: use.scheme }),
    ...(use.tls !== undefined && { encryption: use.tls }),
    ...(exposure !== undefined && { exposure }),
    source,
    checked,
    weight:
      placeWeight(product.name, use.port, prominence) ??
      use.weight ??
      product.weight ??
      prominence.ofProduct.get(product.name) ??
      COMMON_WEIGHT,
    words: [...use.words, ...product.words],
  }
}

/** Weight of a product that does not state one: known to those who work in its field. */
const COMMON_WEIGHT = 3

function placeWeight(name: string, { from, to }: ReadUse['use']['port'], { onPort }: Prominence): number | undefined {
  const place = from === to ? (onPort.get(from)?.indexOf(name) ?? -1) : -1
  return place < 0 ? undefined : Math.max(LIKELIEST - place, COMMON_WEIGHT + 2)
}
