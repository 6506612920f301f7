import { formatPortRange, parsePortRange } from './port-range.ts'
import { parseProtocols } from './protocols.ts'
import type { Use } from './types.ts'

const LIST = '|'
const REGISTERED: Readonly<Record<string, Use['registered']>> = { s: 'same', o: 'other', n: 'none' }
const TLS: Readonly<Record<string, Use['encryption']>> = { a: 'always', o: 'optional', n: 'never', s: 'starttls' }

/** Writes a use as one tab-separated line of the packed registry; lists are joined with |. */
export function formatUse(use: Use): string {
  const flags = (use.isDefault ? 'd' : '-') + (use.checked ? 'c' : '-') + use.registered.slice(0, 1) + use.weight
  const cells = [
    formatPortRange(use),
    use.protocols.join('+'),
    flags + (use.encryption?.slice(0, 1) ?? ''),
    use.subject,
    use.name,
    use.role ?? '',
    use.aliases.join(LIST),
    use.words.join(LIST),
    use.scheme ?? '',
    use.exposure ?? '',
    use.source,
  ]
  return cells.join('\t').replace(/\t+$/, '')
}

/** Reads what `formatUse` wrote. */
export function parseUse(line: string): Use {
  const cells = line.split('\t')
  const [ports = '', protocols = '', flags = '', subject = '', name = '', role = '', aliases = ''] = cells
  const [words = '', scheme = '', exposure = '', source = ''] = [cells[7], cells[8], cells[9], cells[10]]
  const range = parsePortRange(ports)
  if (!range) throw new Error(`Not a use: "${line.slice(0, 80)}"`)
  // Field by field: a port may have fifty of these, and spreading takes five times as long.
  const use: { -readonly [Key in keyof Use]: Use[Key] } = {
    name,
    aliases: list(aliases),
    subject,
    from: range.from,
    to: range.to,
    protocols: parseProtocols(protocols),
    isDefault: flags.startsWith('d'),
    registered: REGISTERED[flags.charAt(2)] ?? 'none',
    source,
    checked: flags.charAt(1) === 'c',
    weight: Number(flags.charAt(3)),
    words: list(words),
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
