import type { RangeName } from './types.ts'

export interface RangeFacts {
  readonly name: RangeName
  readonly from: number
  readonly to: number
  /** How IANA gives out ports of the range: the procedures of RFC 8126 that RFC 6335, section 8.1.2, asks for. */
  readonly procedure: string
  readonly source: string
}

/** The three ranges of RFC 6335, section 6; the procedures are those of its section 8.1.2. */
export const RANGES: readonly RangeFacts[] = [
  { name: 'system', from: 0, to: 1023, procedure: 'IETF Review or IESG Approval' },
  { name: 'user', from: 1024, to: 49_151, procedure: 'IETF Review, IESG Approval or Expert Review' },
  { name: 'dynamic', from: 49_152, to: 65_535, procedure: 'never assigned: for short-lived and private use' },
].map((range) => ({ ...range, name: range.name as RangeName, source: 'https://www.rfc-editor.org/rfc/rfc6335' }))

export function rangeOf(port: number): RangeName {
  if (port < 1024) return 'system'
  return port < 49_152 ? 'user' : 'dynamic'
}
