import { Batch, BATCH, LONG, READ, SKIP } from './batch'
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
  /** An iterator, unlike a walker, keeps its place when the page removes what it stands at. */
  private readonly elements: NodeIterator
  private last: Text | null = null
  isDone = false
  /** Whether something read on the way has come to mention other ports. */
  hasChanged = false
  readonly recent: RecentPorts

  /**
   * @param roots are told of every element that is, or may become, the host of a shadow root
   * @param mayHold whether what heads a place (a column, a list) lets its numbers be ports
   */
  constructor(
    readonly root: Node,
    private readonly reader: Reader,
    private readonly places: Places,
    private readonly marks: Marks,
    private readonly roots: Roots,
    private readonly mayHold: (place: Place) => boolean,
  ) {
    const document = root.ownerDocument ?? (root as Document)
    const hasHeaded = root.parentNode !== null || (root as ParentNode).querySelector(HEADED_ELEMENTS) !== null
    this.recent = new RecentPorts(marks, root.parentNode !== null)
    this.batch = new Batch(document.createNodeIterator(root, SHOW_TEXT), marks, this.recent, hasHeaded)
    this.elements = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT)
    if (isElement(root)) roots.meet(root)
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
    else this.isDone = !this.roots.meetNext(this.elements, BATCH)
    return null
  }

  private pass(found: Found): Found {
    this.batch.at++
    return found
  }

  /** The run that holds a text; goes on behind it. */
  private take(text: Text): Found {
    const { batch } = this
    const run = this.reader.next(text, this.last)
    const last = run.nodes.at(-1) ?? text
    const index = batch.index - run.nodes.indexOf(text)
    const end = batch.nodes.indexOf(last, batch.at)
    this.last = last
    if (end >= 0 && end < batch.count) batch.at = end + 1
    else this.goBehind(run, index)
    return { run, index }
  }

  /** Goes on behind a run that ends behind the batch; or behind its first text, where the page has changed meanwhile. */
  private goBehind({ nodes }: Run, index: number): void {
    const { batch } = this
    const inBatch = nodes.lastIndexOf(batch.nodes[batch.count - 1] as Text)
    if (inBatch < 0) batch.at++
    else batch.skip(nodes.length - 1 - inBatch, index + nodes.length)
  }
}
