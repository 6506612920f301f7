import { matchesSite } from '../site-rule'

/**
 * Patterns of hosts: a name (`db.corp.example`), a name and all below it (`*.corp.example`), an address, a network
 * (`10.0.0.0/8`, `fd00::/8`). `localhost` is this machine, however it is written.
 */
export function matchesHost(pattern: string, host: string): boolean {
  const name = bare(host)
  if (matchesSite(pattern, name)) return true
  if (pattern === 'localhost') return isThisMachine(name)
  const [network = '', length] = pattern.split('/')
  const wanted = addressOf(bare(network))
  const given = wanted && addressOf(name)
  if (!wanted || !given || wanted.bits !== given.bits) return false
  const rest = BigInt(wanted.bits - (length === undefined ? wanted.bits : Number(length)))
  return wanted.value >> rest === given.value >> rest
}

/** Whether a lower-case text is a pattern of hosts. */
export function isHostPattern(text: string): boolean {
  const [network = '', length, more] = text.split('/')
  const address = addressOf(bare(network))
  if (length === undefined) return address !== undefined || isSitePattern(text)
  return address !== undefined && more === undefined && /^\d{1,3}$/.test(length) && Number(length) <= address.bits
}

const NAME =
  /^(?:\*\.)?[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)*$/u

/** Whether a lower-case text is a whole host name, an address, or a `*.` pattern. Nothing matches parts of a name. */
export function isSitePattern(text: string): boolean {
  return text.length <= 300 && (NAME.test(text) || addressOf(bare(text)) !== undefined)
}

/** Without an IPv6 address's brackets and zone, and without the dot that ends a full name. */
const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%.*$/, '')
    .replace(/\.$/, '')

function isThisMachine(name: string): boolean {
  return name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name) || name === '::1' || name === '0.0.0.0'
}

interface Address {
  readonly value: bigint
  readonly bits: 32 | 128
}

/** An IPv4 or IPv6 address as a number. */
function addressOf(text: string): Address | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.').map(Number)
    if (parts.some((part) => part > 255)) return undefined
    return { value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n), bits: 32 }
  }
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/.test(text) || text.length > 39) return undefined
  const [head = '', tail, more] = text.split('::')
  const groups = (half: string) => (half === '' ? [] : half.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const missing = 8 - before.length - after.length
  if (more !== undefined || (tail === undefined ? missing !== 0 : missing < 1)) return undefined
  const all = [...before, ...Array<string>(missing).fill('0'), ...after]
  if (all.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined
  return { value: all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n), bits: 128 }
}
