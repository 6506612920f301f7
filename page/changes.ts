import { isInline } from './around'
import { EDITABLE_ATTRIBUTES } from './left-out'

/** More nodes than this are not looked at one by one: their whole root is read again. */
const MANY = 1000

/** What has changed in one root since it was last read: records go in as they come, nodes to read come out. */
export class Changes {
  private records: MutationRecord[] = []

  constructor(private readonly root: Node & ParentNode) {}

  push(records: readonly MutationRecord[]): void {
    this.records.push(...records)
  }

  get isEmpty(): boolean {
    return this.records.length === 0
  }

  /** Takes all out: text nodes that left or changed, elements to read whole, places whose text is to be read again. */
  take(): {
    readonly gone: readonly Node[]
    readonly whole: readonly (Node & ParentNode)[]
    readonly text: readonly Node[]
  } {
    const gone = new Set<Node>()
    const whole = new Set<Node & ParentNode>()
    const text = new Set<Node>()
    for (const record of this.records) {
      if (record.type === 'characterData') text.add(record.target)
      else if (record.type === 'attributes') this.sort(record.target, whole, text)
      else {
        for (const node of record.removedNodes) gone.add(node)
        for (const node of record.addedNodes) this.sort(node, whole, text)
        for (const beside of [record.previousSibling, record.nextSibling])
          if (beside && isInline(beside)) text.add(beside)
        if (record.removedNodes.length && isInline(record.target)) text.add(record.target)
      }
    }
    this.records = []
    if (whole.size + text.size > MANY) return { gone: [...gone], whole: [this.root], text: [] }
    return { gone: [...gone].filter((node) => !node.isConnected), whole: outermost(whole), text: [...text] }
  }

  private sort(node: Node, whole: Set<Node & ParentNode>, text: Set<Node>): void {
    if (node.nodeType === Node.TEXT_NODE) text.add(node)
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const inline = isInline(node)
      if (inline) text.add(node)
      if (!inline || (node as Element).firstElementChild) whole.add(node as Element)
    }
  }
}

/** Attributes worth watching, beside text and children. */
export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: EDITABLE_ATTRIBUTES,
}

/** Leaves out what lies within another of them. */
function outermost(nodes: ReadonlySet<Node & ParentNode>): (Node & ParentNode)[] {
  return [...nodes].filter((node) => {
    if (!node.isConnected) return false
    for (let up = node.parentNode; up; up = up.parentNode) if (nodes.has(up)) return false
    return true
  })
}
