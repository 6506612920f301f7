import { EDITABLE_ATTRIBUTES } from './left-out'

/** More records than this are not looked at one by one: everything is read again. */
const MOST_RECORDS = 20_000

/** More places than this are not read one by one: all that lies between them is. */
const MOST_PLACES = 1000

/** Attributes worth watching, beside text and children. */
export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: EDITABLE_ATTRIBUTES,
}

/** What changed since it was last asked. The nodes may have left since. */
export interface Changed {
  /** Nodes that came or became something else: to be read whole. */
  readonly whole: ReadonlySet<Node>
  /** Nodes beside which something came, went or changed: to be read as far as their text is joined with that. */
  readonly beside: ReadonlySet<Node>
  readonly lists: readonly MutationRecord[]
  /** Too much changed to tell. */
  readonly isAll: boolean
}

/** What has changed since the page was last read: records go in as they come, places to read come out. */
export class Changes {
  private records: MutationRecord[] = []
  private isAll = false

  get isEmpty(): boolean {
    return this.records.length === 0 && !this.isAll
  }

  push(records: readonly MutationRecord[]): void {
    if (this.isAll) return
    if (this.records.length + records.length > MOST_RECORDS) this.pushAll()
    else for (const record of records) this.records.push(record)
  }

  /** Says that everything may have changed. */
  pushAll(): void {
    this.isAll = true
    this.records = []
  }

  take(): Changed {
    const { records, isAll } = this
    this.records = []
    this.isAll = false
    const whole = new Set<Node>()
    const beside = new Set<Node>()
    const lists: MutationRecord[] = []
    for (const record of records) {
      const { target, addedNodes } = record
      if (record.type === 'characterData') beside.add(target)
      else if (record.type === 'attributes') whole.add(target)
      else {
        lists.push(record)
        for (const node of addedNodes) whole.add(node)
        // What came is read with all that it joins; only what went leaves nothing behind to start from.
        if (addedNodes.length === 0) beside.add(record.previousSibling ?? record.nextSibling ?? target)
      }
    }
    if (whole.size + beside.size <= MOST_PLACES) return { whole, beside, lists, isAll }
    return { whole: holdersOf([...whole, ...beside]), beside: new Set(), lists, isAll }
  }
}

/** In each tree, the one node that holds all of the given ones. */
function holdersOf(nodes: readonly Node[]): ReadonlySet<Node> {
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
