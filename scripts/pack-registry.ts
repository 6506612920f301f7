import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { type PortRange, portsIn } from '../registry/port-range.ts'
import { formatPacked, type PackedHeader } from '../registry/packed.ts'
import { RANGES } from '../registry/ranges.ts'
import { formatRow, type SnapshotRow } from '../registry/snapshot.ts'
import { statusOfRow } from '../registry/status.ts'
import { NO_PROMINENCE, packUses, type Prominence } from './pack-uses.ts'
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
    {
      fileName: 'registry.txt',
      text: packText(rows, uses, readYaml(data('ghosts.yaml')) as Ghosts, {
        ofProduct: prominent(readYaml(data('prominence.yaml'))),
        onPort: likeliest(readYaml(data('likeliest.yaml'))),
      }),
    },
    { fileName: 'stories.json', text: JSON.stringify(readYaml(data('stories.yaml'))) },
  ]
}

type Ghosts = readonly {
  readonly port: number
  readonly service: string
  readonly reason: string
  readonly source: string
}[]

/** Reads data/prominence.yaml: a weight to the names of products. */
function prominent(yaml: unknown): Prominence['ofProduct'] {
  const names = Object.entries(yaml as Readonly<Record<string, readonly string[]>>)
  return new Map(names.flatMap(([weight, products]) => products.map((name) => [name, Number(weight)] as const)))
}

/** Reads data/likeliest.yaml: the names of the likeliest products to the port that they share. */
function likeliest(yaml: unknown): Prominence['onPort'] {
  const ports = Object.entries(yaml as Readonly<Record<string, readonly string[]>>)
  return new Map(ports.map(([port, names]) => [Number(port), names] as const))
}

/** The text of registry.txt. Rows that only say "Unassigned" are left out: that is what no row says. */
export function packText(
  rows: readonly SnapshotRow[],
  uses: readonly ReadUse[],
  ghosts: Ghosts = [],
  prominence: Prominence = NO_PROMINENCE,
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
    countPorts(rows),
  )
}

function countPorts(rows: readonly SnapshotRow[]): PackedHeader['counts'] {
  const assigned = [...new Set(rows.filter((row) => row.name !== '').flatMap(portsIn))]
  const count = ({ from, to }: PortRange) => ({
    ports: to - from + 1,
    assigned: assigned.filter((port) => from <= port && port <= to).length,
  })
  return Object.fromEntries(RANGES.map((range) => [range.name, count(range)])) as PackedHeader['counts']
}
