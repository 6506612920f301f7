import { formatPortRange, parsePortRange } from './port-range.ts'
import { parseProtocols } from './protocols.ts'
import type { Use } from './types.ts'

const LIST = '|'
const REGISTERED = { s: 'same', o: 'other', n: 'none' } as const
const TLS = { a: 'always', o: 'optional', n: 'never', s: 'starttls' } as const

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
  const [ports = '', protocols = '', flags = '', subject = '', name = '', role = '', aliases = '', ...rest] =
    line.split('\t')
  const [words = '', scheme = '', exposure = '', source = ''] = rest
  const range = parsePortRange(ports)
  if (!range) throw new Error(`Not a use: "${line.slice(0, 80)}"`)
  const registered = REGISTERED[flags.charAt(2) as keyof typeof REGISTERED]
  const encryption = TLS[flags.charAt(4) as keyof typeof TLS] as (typeof TLS)[keyof typeof TLS] | undefined
  return {
    ...range,
    protocols: parseProtocols(protocols),
    name,
    ...(role !== '' && { role }),
    aliases: list(aliases),
    subject,
    isDefault: flags.startsWith('d'),
    registered,
    ...(scheme !== '' && { scheme }),
    ...(encryption && { encryption }),
    ...(exposure !== '' && { exposure }),
    source,
    checked: flags.charAt(1) === 'c',
    weight: Number(flags.charAt(3)),
    words: list(words),
  }
}

const list = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(LIST))
