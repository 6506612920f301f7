import type { PortRange } from './port-range.ts'
import type { RangeName } from './types.ts'

/** The three ranges of RFC 6335, section 6. */
export const RANGES: readonly (PortRange & { readonly name: RangeName })[] = [
  { name: 'system', from: 0, to: 1023 },
  { name: 'user', from: 1024, to: 49_151 },
  { name: 'dynamic', from: 49_152, to: 65_535 },
]

export const RANGES_SOURCE = 'https://www.rfc-editor.org/rfc/rfc6335'

export function rangeOf(port: number): RangeName {
  if (port < 1024) return 'system'
  return port < 49_152 ? 'user' : 'dynamic'
}
