import { SHOW_TEXT } from './flow'
import type { Marks } from './marks'
import type { Places } from './places'
import { LONG_RUN, type Reader } from './reader'
import { RECENT_NODES } from './recent'
import type { Run } from './run'

/** Only these can be ports: text without one is dropped unread. */
export const DIGIT = /[0-9０-９]/

/** Nodes to pass before the caller may look at the clock. */
const NODES_A_STEP = 512

type Found = { readonly run: Run } | { readonly long: Text } | { readonly leftOut: Text }

/**
 * Goes through all text below a root and hands out the runs with something in them: the browser's own walker finds
 * text nodes, and only around those with a digit elements are looked at. It can rest between any two steps; a page that
 * changes meanwhile tells it with `leave`.
 */
export class Scan {
  private readonly texts: TreeWalker
  private readonly elements: TreeWalker
  private last: Text | null = null
  private textsDone = false
  isDone = false
  /** Whether something read on the way has come to mention other ports. */
  hasChanged = false
  /** Text nodes passed since the last one with a mark. */
  sinceMark: number

  /**
   * @param meet is called with every element: it may be the host of a shadow root.
   */
  constructor(
    readonly root: Node,
    private readonly reader: Reader,
    private readonly places: Places,
    private readonly marks: Marks,
    private readonly meet: (element: Element) => void,
  ) {
    const document = root.ownerDocument ?? (root as Document)
    this.texts = document.createTreeWalker(root, SHOW_TEXT)
    this.elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT)
    this.sinceMark = root.parentNode ? 0 : Number.POSITIVE_INFINITY
    if (root.nodeType === Node.ELEMENT_NODE) meet(root as Element)
  }

  /** What is to be read next; null where it has looked for a while without finding any (`isDone` tells the end). */
  next(): Found | null {
    if (this.textsDone) return this.meetElements()
    const isMarked = this.marks.size > 0
    for (let nodes = 0; nodes < NODES_A_STEP; nodes++) {
      const text = this.texts.nextNode() as Text | null
      if (!text) {
        this.textsDone = true
        return null
      }
      this.sinceMark++
      const { data } = text
      const marked = isMarked && this.marks.in(text).length > 0
      if (!marked && data.length <= LONG_RUN && !DIGIT.test(data)) continue
      if (this.places.of(text.parentNode).leftOut) {
        if (marked) return { leftOut: text }
      } else if (data.length > LONG_RUN) {
        this.sinceMark = 0
        return { long: text }
      } else return { run: this.take(text) }
    }
    return null
  }

  /** A node is about to be gone, or has gone, from between `before` and the end of `parent`: do not go with it. */
  leave(node: Node, before: Node | null, parent: Node): void {
    for (const walker of [this.texts, this.elements]) {
      if (walker.currentNode !== this.root && node.contains(walker.currentNode)) walker.currentNode = before ?? parent
    }
  }

  /** Whether the run just handed out stands near enough to a mark to be a repeat of it. */
  isNearMark({ nodes }: Run): boolean {
    return this.sinceMark <= RECENT_NODES + nodes.length
  }

  private take(text: Text): Run {
    const run = this.reader.next(text, this.last)
    this.last = run.nodes.at(-1) ?? text
    this.texts.currentNode = this.last
    return run
  }

  private meetElements(): null {
    for (let nodes = 0; nodes < NODES_A_STEP; nodes++) {
      const element = this.elements.nextNode() as Element | null
      if (!element) {
        this.isDone = true
        return null
      }
      this.meet(element)
    }
    return null
  }
}
