import { HIGHEST_PORT } from '../../registry/port-range'
import { isProtocol } from '../../registry/protocols'
import type { Protocol } from '../../registry/types'

/** What the address's fragment asks for. */
export type Fragment =
  | { readonly kind: 'port'; readonly port: number; readonly protocol?: Protocol }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly protocol?: Protocol }
  | { readonly kind: 'empty' }
  /** No port: why, and the piece that a sentence repeats. */
  | { readonly kind: 'nonsense'; readonly why: 'high' | 'negative' | 'unknown'; readonly said: string }
  | { readonly kind: 'protocol'; readonly port: number; readonly said: string }
  | { readonly kind: 'backwards'; readonly from: number; readonly to: number }

/** The longest piece of a fragment that a sentence repeats, in characters. */
const REPEATED = 24

/** Reads "#2909", "#2909/tcp", "#6000-6063"; anything else says what is wrong with it. */
export function parseFragment(hash: string): Fragment {
  const text = decode(hash.replace(/^#/, '')).trim()
  if (text === '') return { kind: 'empty' }
  const said = text.slice(0, REPEATED)
  const [, first = '', last, name] = /^(\d+)(?:[-–](\d+))?(?:\/(.*))?$/.exec(text) ?? []
  if (first === '') return { kind: 'nonsense', why: /^[-−]\d+$/.test(text) ? 'negative' : 'unknown', said }
  const from = Number(first)
  const to = Number(last ?? first)
  if (from > HIGHEST_PORT || to > HIGHEST_PORT) {
    return { kind: 'nonsense', why: 'high', said: (from > HIGHEST_PORT ? first : (last ?? first)).slice(0, REPEATED) }
  }
  if (from > to) return { kind: 'backwards', from, to }
  const protocol = name?.toLowerCase()
  if (protocol !== undefined && !isProtocol(protocol)) {
    return { kind: 'protocol', port: from, said: (name ?? '').slice(0, REPEATED) }
  }
  const of = protocol === undefined ? {} : { protocol }
  return from === to ? { kind: 'port', port: from, ...of } : { kind: 'range', from, to, ...of }
}

/** A fragment that is no valid encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
