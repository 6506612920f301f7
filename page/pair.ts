import type { AskedPort } from '../messages'
import type { Mark, Marks } from './marks'

/** Furthest that the two sides of a mapping stand apart, in characters: `8080->80`. */
const APART = 3

const OTHER = { host: 'container', container: 'host', local: 'remote', remote: 'local' } as const

/** The port on the other side of a mapping, for a mention that is one side of it. */
export function pairOf(mark: Mark, marks: Marks): AskedPort['pair'] {
  const { side } = mark.mention
  if (!side) return undefined
  const beside = [...marks]
    .filter((other) => other.mention.side === OTHER[side] && distance(mark.range, other.range) <= APART)
    .at(0)
  return beside && { port: beside.mention.from, side }
}

/** Characters between two ranges; without end where they share no text node. */
function distance(a: StaticRange, b: StaticRange): number {
  if (a.endContainer === b.startContainer && a.endOffset <= b.startOffset) return b.startOffset - a.endOffset
  if (b.endContainer === a.startContainer && b.endOffset <= a.startOffset) return a.startOffset - b.endOffset
  return Number.POSITIVE_INFINITY
}
