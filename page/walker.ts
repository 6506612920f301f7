import { flowOf } from './flow'
import { LEFT_OUT } from './left-out'
import { Run } from './run'

/** A run longer than this ends at its next line break, so that one endless log is read in pieces; in characters. */
const LONG_RUN = 16_384

/** Only these can be ports: text without one is dropped unread. */
const DIGIT = /[0-9０-９]/

/** Nodes to pass before the caller may look at the clock. */
const NODES_A_STEP = 256

/**
 * Walks the text below a root in document order and hands it out in runs. It can rest between any two steps: the walk
 * holds no state in the page, and a page that changes meanwhile is walked again where it changed.
 */
export class Walker {
  private at: Node | null
  private readonly isLeftOut: (element: Element) => boolean
  private readonly ready: Run[] = []
  private run = new Run()
  private preformatted = 0
  /** How much of a very long text node has been handed out. */
  private read = 0

  /**
   * @param meet is called with every element on the way: it may be the host of a shadow root.
   * @param keepAll also hands out runs without a digit: to take marks from text that lost its ports.
   * @param start where in the root to begin; without it at its first child.
   */
  constructor(
    private readonly root: Node & ParentNode,
    private readonly meet: (element: Element) => void,
    private readonly keepAll = false,
    start?: Node,
  ) {
    // One query for a whole tree is cheaper than asking every element; for a single run it would not be.
    const leftOut = start ? null : new Set(root.querySelectorAll(LEFT_OUT))
    this.isLeftOut = leftOut ? (element) => leftOut.has(element) : (element) => element.matches(LEFT_OUT)
    this.at = start ?? root.firstChild
    if (root.nodeType === Node.ELEMENT_NODE) {
      if ((root as Element).closest('pre')) this.preformatted = 1
      if (!start) meet(root as Element)
    }
  }

  /** The next run; null where it has looked for a while without finding one (`isDone` tells whether it is the end). */
  next(): Run | null {
    for (let nodes = 0; this.at && this.ready.length === 0; nodes++) {
      if (nodes > NODES_A_STEP) return null
      this.step(this.at)
    }
    if (!this.at) this.take()
    return this.ready.shift() ?? null
  }

  get isDone(): boolean {
    return !this.at && this.ready.length === 0 && this.run.nodes.length === 0
  }

  private step(node: Node): void {
    if (node.nodeType === Node.ELEMENT_NODE) this.enter(node as Element)
    else if (node.nodeType !== Node.TEXT_NODE || this.readText(node as Text)) this.goOn(node)
  }

  private enter(element: Element): void {
    const flow = flowOf(element)
    if (flow === 'break') this.run.addBreak()
    else if (flow !== 'inline') this.edge(flow)
    this.meet(element)
    const leftOut = this.isLeftOut(element)
    const child = leftOut ? null : element.firstChild
    if (!child) {
      if (flow !== 'inline' || leftOut) this.edge(flow)
      this.goOn(element)
      return
    }
    if (element.localName === 'pre') this.preformatted++
    this.at = child
  }

  /** On to the next sibling, or up until there is one. */
  private goOn(from: Node): void {
    for (let node: Node | null = from; node;) {
      if (node.nextSibling) {
        this.at = node.nextSibling
        return
      }
      node = node.parentNode
      if (!node || node === this.root) break
      if ((node as Element).localName === 'pre' && --this.preformatted === 0) this.take()
      const flow = flowOf(node as Element)
      if (flow === 'block' || flow === 'apart') this.edge(flow)
    }
    this.at = null
  }

  /** Whether the node has been read to its end. */
  private readText(node: Text): boolean {
    const data = node.data
    if (data.length <= LONG_RUN) {
      this.run.add(node, data)
      if (this.run.text.length > LONG_RUN && data.includes('\n')) this.take()
      return true
    }
    if (this.read === 0) this.take()
    const cut = this.read + LONG_RUN >= data.length ? data.length : data.indexOf('\n', this.read + LONG_RUN) + 1
    const end = cut > 0 && cut - this.read <= 2 * LONG_RUN ? cut : Math.min(this.read + 2 * LONG_RUN, data.length)
    this.run = new Run(this.read, end < data.length ? end : undefined)
    this.run.add(node, data.slice(this.read, end))
    this.take()
    this.read = end < data.length ? end : 0
    return this.read === 0
  }

  /** A block inside `<pre>` is a line of it; everywhere else it ends the text before. */
  private edge(flow: 'inline' | 'break' | 'apart' | 'block'): void {
    if (this.preformatted && flow === 'block') this.run.addBreak()
    else this.take()
  }

  private take(): void {
    const run = this.run
    if (run.nodes.length === 0) return
    this.run = new Run()
    if (this.keepAll || DIGIT.test(run.text)) this.ready.push(run)
  }
}
