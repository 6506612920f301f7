import { SHOW_TEXT } from './flow'
import type { Marks } from './marks'

/** Port numbers that the text just mentioned, as many as a reader has in mind. */
const MOST = 8

/** How far back, in text nodes: the same ports are recent whether a page is read whole or where it changed. */
export const RECENT_NODES = 40

/** A repeat stands in running text: longer text nodes are not looked through for one, in characters. */
const LONGEST = 16_384

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

/** Numbers in a text, as a repeat of a port would be written. */
const NUMBERS = /\d{1,5}/g

/** Places behind which other mentions may be recent than before: of the given ports, or of any. */
export type Shifts = Map<Node, readonly number[] | 'any'>

/**
 * The texts that a change may have made, or unmade, repeats of a port: those behind the given nodes and their contents
 * that hold a mention by repeat, or the unmarked number of a port that is marked somewhere.
 */
export function repeatsAfter(shifts: Shifts, marks: Marks): ReadonlySet<Text> {
  const found = new Set<Text>()
  // From the last to the first, so that a stretch which another one covers is not walked again.
  const seen = new Map<Node, number>()
  for (const [node, ports] of [...shifts].reverse()) {
    if (!node.isConnected) continue
    const walker = walkerAt(node)
    for (let last = node.lastChild; last; last = last.lastChild) walker.currentNode = last
    for (let left = RECENT_NODES; left >= 0; left--) {
      const text = walker.nextNode() as Text | null
      if (!text) break
      if (ports !== 'any') {
        if (ports.some((port) => text.data.includes(String(port)))) found.add(text)
        continue
      }
      if ((seen.get(text) ?? -1) >= left) break
      seen.set(text, left)
      if (mayRepeat(text, marks)) found.add(text)
    }
  }
  return found
}

function mayRepeat(text: Text, marks: Marks): boolean {
  const here = marks.in(text)
  if (here.some(({ mention }) => mention.kind === 'again')) return true
  if (text.length > LONGEST) return false
  for (const [digits] of text.data.matchAll(NUMBERS)) {
    const port = Number(digits)
    if (marks.hasPort(port) && !here.some(({ mention }) => mention.from === port)) return true
  }
  return false
}

const walkerAt = (node: Node): TreeWalker => {
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(node.getRootNode(), SHOW_TEXT)
  walker.currentNode = node
  return walker
}
