import type { Protocol } from './types.ts'

/** The transports that IANA's registry knows, in the order in which it lists them. */
export const PROTOCOLS: readonly Protocol[] = ['tcp', 'udp', 'sctp', 'dccp']

export function isProtocol(text: string): text is Protocol {
  return (PROTOCOLS as readonly string[]).includes(text)
}

/** Reads "tcp+udp". An empty text gives none; anything unknown throws. */
export function parseProtocols(text: string): readonly Protocol[] {
  if (text === '') return []
  return text.split('+').map((name) => {
    if (!isProtocol(name)) throw new Error(`"${name}" is no transport protocol: use ${PROTOCOLS.join(', ')}`)
    return name
  })
}
