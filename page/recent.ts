import { SHOW_TEXT } from './flow'
import type { Marks } from './marks'

/** Port numbers that the text just mentioned, as many as a reader has in mind. */
const MOST = 8

/** How far back, in text nodes: the same ports are recent whether a page is read whole or where it changed. */
export const RECENT_NODES = 40

/** The ports that are mentioned in the text nodes before one, in the order of the text. */
export function recentBefore(text: Text, marks: Marks): readonly number[] {
  if (marks.size === 0) return []
  const ports: number[] = []
  const walker = walkerAt(text)
  for (let nodes = 0; nodes < RECENT_NODES && ports.length < MOST; nodes++) {
    const before = walker.previousNode()
    if (!before) break
    // A mention over several nodes counts where it ends.
    const here = marks.in(before as Text).filter((mark) => mark.nodes.at(-1) === before)
    if (here.length > 1) here.sort((one, other) => other.range.endOffset - one.range.endOffset)
    for (const { mention } of here) ports.push(mention.from)
  }
  return ports.slice(0, MOST).reverse()
}

/** The text nodes behind a node and its contents for which it, or what it mentions, may be recent. */
export function recentAfter(node: Node): Text[] {
  const found: Text[] = []
  const walker = walkerAt(node)
  for (let last = node.lastChild; last; last = last.lastChild) walker.currentNode = last
  while (found.length <= RECENT_NODES) {
    const after = walker.nextNode()
    if (!after) break
    found.push(after as Text)
  }
  return found
}

const walkerAt = (node: Node): TreeWalker => {
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(node.getRootNode(), SHOW_TEXT)
  walker.currentNode = node
  return walker
}
