import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import type { PortRange } from '../registry/port-range.ts'
import { formatPacked, type PackedHeader } from '../registry/packed.ts'
import { RANGES } from '../registry/ranges.ts'
import { formatRow, type SnapshotRow } from '../registry/snapshot.ts'
import { statusOfRow } from '../registry/status.ts'
import { sortKey } from '../registry/tokens.ts'
import type { Use } from '../registry/types.ts'
import { formatProduct, formatShortName, formatUse, type Product } from '../registry/use-line.ts'
import { parseSnapshot } from './registry/snapshot-file.ts'
import { type ReadUse, readAllUses } from './uses-read.ts'

/** A text file of the extension. */
export interface Asset {
  readonly fileName: string
  readonly text: string
}

/**
 * The extension's data files from what is committed in data/: `registry.txt`, which answers look-ups and searches, and
 * `stories.json`, which only the port page fetches. Uses with problems are left out and told: the test of the data fails for them.
 */
export function packRegistry(root = process.cwd()): Asset[] {
  const data = (path: string) => resolve(root, 'data', path)
  const { uses, problems } = readAllUses(data('uses'))
  for (const { file, line, message } of problems) console.warn(`left out: data/uses/${file}:${line}: ${message}`)
  const rows = parseSnapshot(readFileSync(data('iana.txt'), 'utf8'))
  const readYaml = (path: string): unknown => (existsSync(path) ? parse(readFileSync(path, 'utf8')) : [])
  return [
    { fileName: 'registry.txt', text: packText(rows, uses, readYaml(data('ghosts.yaml')) as Ghosts, prominent(readYaml(data('prominence.yaml')))) },
    { fileName: 'stories.json', text: JSON.stringify(readYaml(data('stories.yaml'))) },
  ]
}

type Ghosts = readonly {
  readonly port: number
  readonly service: string
  readonly reason: string
  readonly source: string
}[]

/** A product's name to how commonly people meet it. */
type Prominence = ReadonlyMap<string, number>

/** Reads data/prominence.yaml: a weight to the names of products. */
function prominent(yaml: unknown): Prominence {
  const names = Object.entries(yaml as Readonly<Record<string, readonly string[]>>)
  return new Map(names.flatMap(([weight, products]) => products.map((name) => [name, Number(weight)] as const)))
}

/** The text of registry.txt. Rows that only say "Unassigned" are left out: that is what no row says. */
export function packText(
  rows: readonly SnapshotRow[],
  uses: readonly ReadUse[],
  ghosts: Ghosts = [],
  prominence: Prominence = new Map(),
): string {
  const kept = rows.filter((row) => statusOfRow(row) !== 'unassigned' || row.facts !== '')
  const lines = kept.map((row) => ({ row, line: formatRow({ ...row, origin: '' }) }))
  const { products, shortNames, packed } = packUses(uses, prominence)
  return formatPacked(
    {
      services: lines.filter(({ row }) => row.from === row.to).map(({ line }) => line),
      wideServices: lines.filter(({ row }) => row.from !== row.to).map(({ line }) => line),
      products,
      shortNames,
      uses: packed.filter(({ use }) => use.from === use.to).map(({ line }) => line),
      wideUses: packed.filter(({ use }) => use.from !== use.to).map(({ line }) => line),
      ghosts: [...ghosts]
        .sort((a, b) => a.port - b.port)
        .map(({ port, service, reason, source }) => [port, service, reason, source].join('\t')),
    },
    countPorts(
      rows,
      uses.map(({ use }) => use.port),
    ),
  )
}

interface PackedUses {
  readonly products: readonly string[]
  readonly shortNames: readonly string[]
  readonly packed: readonly { readonly use: Use; readonly line: string }[]
}

/** Products by name, so that a name can be found by halving, and uses by port, each with its product's offset. */
function packUses(uses: readonly ReadUse[], prominence: Prominence): PackedUses {
  const grouped = new Map<ReadUse['product'], ReadUse[]>()
  for (const use of uses) grouped.set(use.product, [...(grouped.get(use.product) ?? []), use])
  const sorted = [...grouped]
    .map(([raw, own]) => ({ raw, key: sortKey(raw.name), product: toProduct(own) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
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
    offset += line.length + 1
  }
  return {
    products,
    shortNames: shortNames.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line),
    packed: packed.sort((a, b) => a.use.from - b.use.from || a.use.to - b.use.to),
  }
}

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

function countPorts(rows: readonly SnapshotRow[], uses: readonly PortRange[]): PackedHeader['counts'] {
  const portsOf = (ranges: readonly { from: number; to: number }[]) =>
    new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)))
  const assigned = portsOf(rows.filter((row) => row.name !== ''))
  const used = portsOf(uses)
  const count = ({ from, to }: { from: number; to: number }) => ({
    ports: to - from + 1,
    assigned: [...assigned].filter((port) => from <= port && port <= to).length,
    used: [...used].filter((port) => from <= port && port <= to).length,
  })
  return Object.fromEntries(RANGES.map((range) => [range.name, count(range)])) as PackedHeader['counts']
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
    weight: use.weight ?? product.weight ?? prominence.get(product.name) ?? COMMON_WEIGHT,
    words: [...use.words, ...product.words],
  }
}

/** Weight of a product that does not state one: known to those who work in its field. */
const COMMON_WEIGHT = 3
