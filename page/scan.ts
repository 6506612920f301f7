import { Batch, BATCH, LONG, READ, SKIP, type Walk } from './batch'
import { isElement, SHOW_TEXT } from './flow'
import type { Marks } from './marks'
import type { Place, Places } from './places'
import type { Reader } from './reader'
import { RecentPorts } from './recent'
import type { Roots } from './roots'
import type { Run } from './run'

/** Only what stands in such elements can be headed by something. */
const HEADED_ELEMENTS = 'td,th,li,dt,dd,[role=cell],[role=gridcell]'

type Found = { readonly run: Run; readonly index: number } | { readonly long: Text } | { readonly leftOut: Text }

/**
 * Goes through all text below a root and hands out the runs with something in them. The browser's own walker finds text
 * nodes; those with a digit are looked at together, and only around those that may hold a port elements are looked at.
 * It can rest between any two steps, also while the page changes.
 */
export class Scan {
  private readonly batch: Batch
  /** Twice as fast as an iterator, but to be begun again when the page changes: it may stand at what has gone. */
  private readonly elements: TreeWalker | undefined
  private last: Text | null = null
  isDone = false
  /** Whether it has looked at some texts, and more are left. */
  get hasMore(): boolean {
    return this.batch.count > 0 && !this.batch.isLast
  }

  /** Whether something read on the way has come to mention other ports. */
  hasChanged = false
  readonly recent: RecentPorts

  /** The whole tree, or the part of one; nothing where single texts are gone through. */
  readonly root: Node | undefined
  /** Of the text read last. */
  private lastRoot: Node | undefined

  /**
   * @param what a tree, a part of one, or texts that follow each other in one or several trees
   * @param roots are told of every element that is, or may become, the host of a shadow root
   * @param mayHold whether what heads a place (a column, a list) lets its numbers be ports
   */
  constructor(
    what: Node | readonly Text[],
    private readonly reader: Reader,
    private readonly places: Places,
    private readonly marks: Marks,
    private readonly roots: Roots,
    private readonly mayHold: (place: Place) => boolean,
  ) {
    if (!(what instanceof Node)) {
      this.recent = new RecentPorts(marks, true)
      this.batch = new Batch(walkOver(what), marks, this.recent, true)
      return
    }
    const document = what.ownerDocument ?? (what as Document)
    const isPart = what.parentNode !== null
    const hasHeaded = isPart || (what as ParentNode).querySelector(HEADED_ELEMENTS) !== null
    this.root = what
    this.recent = new RecentPorts(marks, isPart)
    this.batch = new Batch(document.createNodeIterator(what, SHOW_TEXT), marks, this.recent, hasHeaded)
    this.elements = document.createTreeWalker(what, NodeFilter.SHOW_ELEMENT)
    if (isElement(what)) roots.meet(what)
  }

  /** The page has changed. */
  refresh(): void {
    if (this.elements) this.elements.currentNode = this.elements.root
  }

  /** What is to be read next; null where it has looked for a while without finding any (`isDone` tells the end). */
  next(): Found | null {
    const { batch, marks, recent } = this
    for (; batch.at < batch.count; batch.at++) {
      const what = batch.todo[batch.at]
      if (what === SKIP) continue
      const text = batch.nodes[batch.at] as Text
      if (!text.isConnected) continue
      const place = this.places.of(text.parentNode)
      if (place.leftOut) {
        if (marks.in(text).length > 0) return this.pass({ leftOut: text })
      } else if (what === LONG) {
        recent.passUnknown(batch.index + 1)
        return this.pass({ long: text })
      } else if (what === READ || this.mayHold(place)) return this.take(text)
    }
    if (!batch.isLast) batch.fill()
    else this.isDone = !this.elements || !this.roots.meetNext(this.elements, BATCH)
    return null
  }

  private pass(found: Found): Found {
    this.batch.at++
    return found
  }

  /** The run that holds a text; goes on behind it. */
  private take(text: Text): Found {
    const { batch } = this
    if (!this.root) this.enter(text.getRootNode())
    const run = this.reader.next(text, this.last)
    const last = run.nodes.at(-1) ?? text
    const index = batch.index - run.nodes.indexOf(text)
    const end = batch.nodes.indexOf(last, batch.at)
    this.last = last
    if (end >= 0 && end < batch.count) batch.at = end + 1
    else this.goBehind(run, index)
    return { run, index }
  }

  /** What one tree mentions is not recent in the next. */
  private enter(root: Node): void {
    if (this.lastRoot && root !== this.lastRoot) this.recent.forget()
    this.lastRoot = root
  }

  /** Goes on behind a run that ends behind the batch; or behind its first text, where the page has changed meanwhile. */
  private goBehind({ nodes }: Run, index: number): void {
    const { batch } = this
    const inBatch = nodes.lastIndexOf(batch.nodes[batch.count - 1] as Text)
    if (inBatch < 0) batch.at++
    else batch.skip(nodes.length - 1 - inBatch, index + nodes.length)
  }
}

function walkOver(texts: readonly Text[]): Walk {
  let next = 0
  return { nextNode: () => texts[next++] ?? null, previousNode: () => texts[--next] ?? null }
}
