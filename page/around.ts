import { flowOf } from './flow'
import { LEFT_OUT } from './left-out'

/** How far back the text before a change is read again, in characters. */
const LOOK_BACK = 4096

/** Whether the node continues the text that it stands in. */
export const isInline = (node: Node): boolean => {
  if (node.nodeType !== Node.ELEMENT_NODE) return true
  const flow = flowOf(node as Element)
  return (flow === 'inline' || flow === 'break') && !(node as Element).matches(LEFT_OUT)
}

/** The element (or root) that ends the text in which the node stands: its nearest ancestor that is not inline. */
export function holderOf(node: Node): (Node & ParentNode) | null {
  let parent = node.parentNode
  while (parent && parent.nodeType === Node.ELEMENT_NODE && isInline(parent)) parent = parent.parentNode
  const pre = parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element).closest('pre') : null
  return pre && (pre.textContent?.length ?? 0) < LOOK_BACK * 4 ? pre : parent
}

/** Where the text that the node is part of begins, within its holder. */
export function startOfText(node: Node, holder: Node): Node {
  let start = node
  for (let back = 0; back < LOOK_BACK;) {
    const before = previous(start, holder)
    if (!before) break
    start = before
    if (start.nodeType === Node.TEXT_NODE) back += (start as Text).length
  }
  return start
}

/** The node before in document order, as long as no block stands between. */
function previous(node: Node, holder: Node): Node | null {
  for (let at = node; at !== holder;) {
    let sibling = at.previousSibling
    if (sibling) {
      if (!isInline(sibling)) return null
      while (sibling.lastChild) {
        sibling = sibling.lastChild
        if (!isInline(sibling)) return null
      }
      return sibling
    }
    const parent: Node | null = at.parentNode
    if (!parent) return null
    at = parent
  }
  return null
}
