import { isText } from './flow'
import { holdersOf, isChurned, joined, makeMost } from './gather'
import { EDITABLE_ATTRIBUTES } from './left-out'

/** More changed lists than this are not looked at one by one: everything is read again. */
const MOST_LISTS = 5000

/** More nodes that left than this are not looked at one by one: all marks are asked whether they are still there. */
const MOST_REMOVED = 64

/** More places than this are not read one by one: all that lies between them is. */
const MOST_PLACES = 1000

/** Records are kept as they came up to this number: they hold on to what has left. */
const MOST_RECORDS = 20_000

/** Attributes worth watching, beside text and children. */
export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: EDITABLE_ATTRIBUTES,
}

/** Children that came or went at one place of a node. */
export interface ListChange {
  readonly target: Node
  readonly previousSibling: Node | null
  readonly nextSibling: Node | null
  /** The last node that came; where none did, some only went. */
  readonly last: Node | undefined
}

/** What changed since it was last asked. The nodes may have left since. */
export interface Changed {
  /** Nodes that came or became something else: to be read whole. */
  readonly whole: ReadonlySet<Node>
  /** Nodes beside which something came, went or changed: to be read as far as their text is joined with that. */
  readonly beside: ReadonlySet<Node>
  readonly lists: readonly ListChange[]
  /** Parents of which all children were replaced. */
  readonly retold: readonly Node[]
  /** Nodes that left; nothing where too many did. */
  readonly removed: readonly Node[] | undefined
  /** Too much changed to tell. */
  readonly isAll: boolean
}

/**
 * What has changed since the page was last read: records go in as they come, places to read come out. What records say of
 * nodes is asked only where it must be: each node that is looked at costs more than noting that it came.
 */
export class Changes {
  /** Records that have not been looked at. */
  private pending: (readonly MutationRecord[])[] = []
  private pendingCount = 0
  private readonly came = new Set<Node>()
  private readonly whole = new Set<Node>()
  private readonly beside = new Set<Node>()
  /** Parents of which all children were replaced: whatever else happens to them is read with them. */
  private readonly retold = new Set<Node>()
  /** Parents that got children behind all others, and how many. */
  private readonly tails = new Map<Node, number>()
  /** Parents of which the first children left. */
  private readonly heads = new Set<Node>()
  private lists: ListChange[] = []
  private removed: Node[] = []
  private left = 0
  private isAll = false

  get isEmpty(): boolean {
    const { came, whole, beside, retold, tails, heads, lists, isAll, pendingCount } = this
    return (
      pendingCount + came.size + whole.size + beside.size + retold.size + tails.size + heads.size + lists.length ===
        0 && !isAll
    )
  }

  push(records: readonly MutationRecord[]): void {
    if (this.isAll) return
    this.pending.push(records)
    this.pendingCount += records.length
    if (this.pendingCount > MOST_RECORDS) this.digest()
  }

  /**
   * Looks at the records. Where a list changed more often than it is long, they are not gone through one by one: all that
   * is there now is to be read.
   */
  private digest(): void {
    const counts = new Map<Node, number>()
    const lists: MutationRecord[] = []
    for (const records of this.pending)
      for (const record of records) {
        const { type, target } = record
        if (type === 'characterData') this.beside.add(target)
        else if (type === 'attributes') this.whole.add(target)
        else if (!this.retold.has(target)) {
          lists.push(record)
          const count = (counts.get(target) ?? 0) + 1
          counts.set(target, count)
          // Asked whenever it has doubled: what is retold need not be counted on.
          if ((count & (count - 1)) === 0) this.retellIfChurned(target, count)
        }
      }
    this.pending = []
    this.pendingCount = 0
    for (const [target, count] of counts) this.retellIfChurned(target, count)
    for (const record of lists) this.pushList(record)
    if (this.lists.length > MOST_LISTS) this.pushAll()
  }

  private retellIfChurned(target: Node, count: number): void {
    if (count > 1 && isChurned(target, count)) this.retold.add(target)
  }

  /** Says that everything may have changed. */
  pushAll(): void {
    this.clear()
    this.isAll = true
  }

  take(): Changed {
    if (this.pendingCount > 0) this.digest()
    const lists = this.takeLists()
    const whole = new Set<Node>()
    const beside = new Set<Node>()
    for (const node of this.whole) if (node.isConnected) whole.add(node)
    for (const parent of this.retold) {
      if (!parent.isConnected) continue
      const only = parent.firstChild
      if (only && isText(only) && !only.nextSibling) beside.add(only)
      else whole.add(parent)
    }
    for (const node of joined(this.came)) whole.add(node)
    for (const node of this.beside) if (node.isConnected) beside.add(node)
    // What came is read with all that it joins; only what went leaves nothing behind to start from.
    for (const { target, previousSibling, nextSibling, last } of lists)
      if (!last) beside.add(previousSibling?.isConnected ? previousSibling : (nextSibling ?? target))
    const few = whole.size + beside.size <= MOST_PLACES
    const changed = {
      whole: few ? whole : holdersOf([...whole, ...beside]),
      beside: few ? beside : new Set<Node>(),
      lists,
      retold: [...this.retold],
      removed: this.left > MOST_REMOVED ? undefined : this.removed,
      isAll: this.isAll,
    }
    this.clear()
    return changed
  }

  private takeLists(): readonly ListChange[] {
    for (const target of this.heads)
      this.lists.push({ target, previousSibling: null, nextSibling: target.firstChild, last: undefined })
    for (const [target, count] of this.tails) {
      const { childNodes, lastChild } = target
      const before = childNodes[childNodes.length - count - 1] ?? null
      if (makeMost(count, childNodes)) this.whole.add(target)
      else for (let at: Node | null = lastChild; at && at !== before; at = at.previousSibling) this.came.add(at)
      this.lists.push({ target, previousSibling: before, nextSibling: null, last: lastChild ?? undefined })
    }
    return this.lists
  }

  private clear(): void {
    this.pending = []
    this.pendingCount = 0
    for (const set of [this.came, this.whole, this.beside, this.retold, this.tails, this.heads]) set.clear()
    this.lists = []
    this.removed = []
    this.left = 0
    this.isAll = false
  }

  private pushList(record: MutationRecord): void {
    const { target } = record
    if (this.retold.has(target)) {
      this.left = Number.POSITIVE_INFINITY
      return
    }
    const { addedNodes, removedNodes, previousSibling, nextSibling } = record
    const added = addedNodes.length
    if (removedNodes.length > 0) {
      this.left += removedNodes.length
      if (this.left <= MOST_REMOVED) for (const node of removedNodes) this.removed.push(node)
      if (added > 0 && !previousSibling && !nextSibling) {
        this.retold.add(target)
        return
      }
    }
    if (added === 0 && !previousSibling) this.heads.add(target)
    else if (removedNodes.length === 0 && !nextSibling) this.tails.set(target, (this.tails.get(target) ?? 0) + added)
    else {
      for (const node of addedNodes) this.came.add(node)
      this.lists.push({ target, previousSibling, nextSibling, last: addedNodes[added - 1] })
    }
  }
}
