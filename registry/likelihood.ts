import { isWideRange } from './port-range.ts'
import type { Protocol, Use } from './types.ts'

/** What makes one use of a port likelier than another before anything is known of the page. In steps of `weight`. */
const LIKELIHOOD = {
  /** The product listens here unless told otherwise. */
  isDefault: 1.5,
  /** It is also what IANA registered. */
  registeredSame: 1.5,
  /** It has the very name that IANA registered: MySQL before MariaDB on 3306. */
  sameName: 0.7,
  /** The source was read and says so. */
  checked: 0.5,
  /** One port of a wide range says little of a single number. */
  wide: -1,
} as const

/** About 1 to 8; more is likelier. */
export function likelihood(use: Use): number {
  return (
    use.weight +
    (use.isDefault ? LIKELIHOOD.isDefault : 0) +
    (use.registered === 'same' ? LIKELIHOOD.registeredSame : 0) +
    (use.checked ? LIKELIHOOD.checked : 0) +
    (isWideRange(use) ? LIKELIHOOD.wide : 0)
  )
}

/** The likeliest first. `registered` are the port's registered names. */
export function byLikelihood(uses: readonly Use[], registered: ReadonlySet<string>): Use[] {
  const sameName = ({ name }: Use) => (registered.has(name.toLowerCase()) ? LIKELIHOOD.sameName : 0)
  return uses
    .map((use) => ({ use, rank: likelihood(use) + sameName(use) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ use }) => use)
}

/** The same order, with those that have another protocol than the one asked for behind all others. */
export function ofProtocolFirst(uses: readonly Use[], asked?: Protocol): readonly Use[] {
  if (asked === undefined || uses.every((use) => use.protocols.includes(asked))) return uses
  const has = (use: Use) => use.protocols.includes(asked)
  return [...uses.filter(has), ...uses.filter((use) => !has(use))]
}
