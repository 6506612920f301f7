import type { Protocol } from './types.ts'

/** The transports that IANA's registry knows, in the order in which it lists them. */
export const PROTOCOLS: readonly Protocol[] = ['tcp', 'udp', 'sctp', 'dccp']

export function isProtocol(text: string): text is Protocol {
  return (PROTOCOLS as readonly string[]).includes(text)
}

/** Lists that were read before: there are only a few, and every line of the registry has one. */
const read = new Map<string, readonly Protocol[]>([['', []]])

/** Reads "tcp+udp". An empty text gives none; anything unknown throws. */
export function parseProtocols(text: string): readonly Protocol[] {
  const known = read.get(text)
  if (known) return known
  const protocols = text.split('+').map((name) => {
    if (!isProtocol(name)) throw new Error(`"${name}" is no transport protocol: use ${PROTOCOLS.join(', ')}`)
    return name
  })
  read.set(text, protocols)
  return protocols
}
