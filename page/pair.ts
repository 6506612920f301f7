import type { AskedPort } from '../messages'
import type { Mark, Marks } from './marks'

/** Furthest that the two sides of a mapping stand apart, in characters: `8080->80`. */
const APART = 3

const OTHER = { host: 'container', container: 'host', local: 'remote', remote: 'local' } as const

/** The port on the other side of a mapping, for a mention that is one side of it. */
export function pairOf(mark: Mark, marks: Marks): AskedPort['pair'] {
  const { side } = mark.mention
  if (!side) return undefined
  const beside = neighbours(mark, marks).find(
    (other) => other.mention.side === OTHER[side] && distance(mark.range, other.range) <= APART,
  )
  return beside && { port: beside.mention.from, side }
}

/** The marks in the same text node and in the two text nodes on either side: highlighters split a mapping into spans. */
function neighbours({ range: { startContainer, endContainer } }: Mark, marks: Marks): Mark[] {
  const texts = (startContainer.ownerDocument ?? document).createTreeWalker(
    startContainer.getRootNode(),
    NodeFilter.SHOW_TEXT,
  )
  const near = [startContainer, endContainer]
  texts.currentNode = startContainer
  for (let steps = 0; steps < 2 && texts.previousNode(); steps++) near.push(texts.currentNode)
  texts.currentNode = endContainer
  for (let steps = 0; steps < 2 && texts.nextNode(); steps++) near.push(texts.currentNode)
  return [...new Set(near)].flatMap((node) => marks.in(node as Text))
}

/** Characters between two ranges. */
function distance(a: StaticRange, b: StaticRange): number {
  const between = new Range()
  between.setStart(a.endContainer, a.endOffset)
  // A range whose start is put behind its end collapses: then the other way round.
  between.setEnd(b.startContainer, b.startOffset)
  if (!between.collapsed) return between.toString().length
  between.setStart(b.endContainer, b.endOffset)
  between.setEnd(a.startContainer, a.startOffset)
  return between.toString().length
}
