import { isText } from './flow'

/** A parent of which at least so many children came is read whole where they are most of what it has. */
const MANY_CHILDREN = 50

/** Whether so many changes leave little of a list as it was, or are those of a text alone. */
export function isChurned(target: Node, count: number): boolean {
  const { firstChild } = target
  if (!firstChild) return false
  if (!firstChild.nextSibling) return isText(firstChild)
  return count >= MANY_CHILDREN && target.childNodes.length >= MANY_CHILDREN && count >= target.childNodes.length
}

/** Whether so many of a parent's children are so many, and most, that it is read whole. */
export const makeMost = (count: number, { length }: NodeListOf<ChildNode>): boolean =>
  count >= MANY_CHILDREN && count * 2 >= length

/** The nodes that are still there; where most children of a parent are new, the parent instead. */
export function joined(nodes: ReadonlySet<Node>): ReadonlySet<Node> {
  const left = new Set<Node>()
  const counts = new Map<Node, number>()
  for (const node of nodes) {
    const parent = node.isConnected && node.parentNode
    if (!parent) continue
    left.add(node)
    counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  for (const [parent, count] of counts) {
    if (!makeMost(count, parent.childNodes)) continue
    for (const node of parent.childNodes) left.delete(node)
    left.add(parent)
  }
  return left
}

/** In each tree, the one node that holds all of the given ones. */
export function holdersOf(nodes: readonly Node[]): ReadonlySet<Node> {
  const byRoot = new Map<Node, Node>()
  for (const node of nodes) {
    if (!node.isConnected) continue
    const root = node.getRootNode()
    let holder = byRoot.get(root) ?? node
    while (!holder.contains(node)) holder = holder.parentNode ?? root
    byRoot.set(root, holder)
  }
  return new Set(byRoot.values())
}
