import { formatPortRange, parsePortRange } from './port-range.ts'
import { parseProtocols } from './protocols.ts'
import type { Use } from './types.ts'

/** What all uses of a product share. Uses refer to it, so that names, words and sources are packed once. */
export interface Product {
  readonly name: string
  readonly subject: string
  readonly aliases: readonly string[]
  readonly words: readonly string[]
  readonly source: string
  /** First ports of its uses, in the data's order. */
  readonly ports: readonly number[]
}

const LIST = '|'
const REGISTERED: Readonly<Record<string, Use['registered']>> = { s: 'same', o: 'other', n: 'none' }
const TLS: Readonly<Record<string, Use['encryption']>> = { a: 'always', o: 'optional', n: 'never', s: 'starttls' }

/** Writes a product as one tab-separated line; lists are joined with |. */
export function formatProduct({ name, subject, aliases, words, source, ports }: Product): string {
  return [name, subject, aliases.join(LIST), words.join(LIST), source, ports.join(LIST)].join('\t')
}

export function parseProduct(line: string): Product {
  const [name = '', subject = '', aliases = '', words = '', source = '', ports = ''] = line.split('\t')
  return { name, subject, aliases: list(aliases), words: list(words), source, ports: list(ports).map(Number) }
}

/** What people call a product for short ("Tomcat"), and the offset of its line. */
export interface ShortName {
  readonly name: string
  readonly reference: number
}

export function formatShortName(name: string, reference: number): string {
  return `${name}\t${reference.toString(36)}`
}

export function parseShortName(line: string): ShortName {
  const [name = '', reference = ''] = line.split('\t')
  return { name, reference: Number.parseInt(reference, 36) }
}

/** Writes a use: what it shares with its product stands there, `reference` is the offset of that line. */
export function formatUse(use: Use, product: Product, reference: number): string {
  const flags =
    (use.isDefault ? 'd' : '-') + (use.checked ? 'c' : '-') + use.registered.slice(0, 1) + String(use.weight)
  const cells = [
    formatPortRange(use),
    use.protocols.join('+'),
    flags + (use.encryption?.slice(0, 1) ?? ''),
    reference.toString(36),
    use.role ?? '',
    use.aliases.filter((alias) => !product.aliases.includes(alias)).join(LIST),
    use.words.filter((word) => !product.words.includes(word)).join(LIST),
    use.scheme ?? '',
    use.exposure ?? '',
    use.source === product.source ? '' : use.source,
  ]
  return cells.join('\t').replace(/\t+$/, '')
}

/** Reads what `formatUse` wrote; `productAt` gives the product at an offset. */
export function parseUse(line: string, productAt: (reference: number) => Product): Use {
  const cells = line.split('\t')
  const [ports = '', protocols = '', flags = '', reference = '', role = '', aliases = '', words = ''] = cells
  const [scheme = '', exposure = '', source = ''] = [cells[7], cells[8], cells[9]]
  const range = parsePortRange(ports)
  if (!range) throw new Error(`Not a use: "${line.slice(0, 80)}"`)
  const product = productAt(Number.parseInt(reference, 36))
  // Field by field: a port may have a hundred of these, and spreading takes five times as long.
  const use: { -readonly [Key in keyof Use]: Use[Key] } = {
    name: product.name,
    aliases: aliases === '' ? product.aliases : [...list(aliases), ...product.aliases],
    subject: product.subject,
    from: range.from,
    to: range.to,
    protocols: parseProtocols(protocols),
    isDefault: flags.startsWith('d'),
    registered: REGISTERED[flags.charAt(2)] ?? 'none',
    source: source === '' ? product.source : source,
    checked: flags.charAt(1) === 'c',
    weight: Number(flags.charAt(3)),
    words: words === '' ? product.words : [...list(words), ...product.words],
  }
  const encryption = TLS[flags.charAt(4)]
  if (role !== '') use.role = role
  if (scheme !== '') use.scheme = scheme
  if (exposure !== '') use.exposure = exposure
  if (encryption) use.encryption = encryption
  return use
}

const NONE: readonly string[] = []
const list = (cell: string): readonly string[] => (cell === '' ? NONE : cell.split(LIST))
