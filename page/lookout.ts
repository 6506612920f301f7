import { Glimpse, isTalk } from '../detect/glimpse'
import { isElement, isText } from './flow'
import { joined } from './gather'
import { NEVER_READ } from './left-out'
import { LONG_RUN } from './reader'
import { Slices } from './slices'
import { Sweep } from './sweep'

/** How much of the text before a change may belong to it: `localhost:` and `8080`. In UTF-16 units. */
const JOINED = 12

/** What heads numbers that may stand far from it. */
const HEADINGS = 'th,dt,h1,h2,h3,h4,h5,h6,caption,legend,[role$=header],[role=heading]'

/** More changes are not looked at one by one: the whole document is. */
const MOST_RECORDS = 5000

/** A page that keeps taking nodes away while it is looked at is left to those who follow it closely. */
const MOST_BEGINNINGS = 8

/**
 * Looks at a document until something in it may be a port, or stands where only closer looking tells (in a shadow root).
 * Most documents, and most frames, never come to that: they do not pay for the detection and for what follows marks.
 */
export class Lookout {
  private readonly glimpse = new Glimpse()
  private readonly slices: Slices
  private readonly observer: MutationObserver
  private sweep: Sweep | undefined
  private beginnings = 0
  /** Whether the document is to be left to those who look closer. */
  private isTooMuch = false
  private records: (readonly MutationRecord[])[] = []
  private recordCount = 0
  /** Nodes that came or changed. */
  private came = new Set<Node>()
  private rootElement: Element | null = null

  /**
   * @param found is called when something was found
   * @param rewritten is called when the document's root element came or went: `document.open` takes listeners away
   */
  constructor(
    private readonly document: Document,
    signal: AbortSignal,
    private readonly found: () => void,
    private readonly rewritten: () => void,
  ) {
    this.slices = new Slices(document, () => this.step(), signal)
    this.observer = new MutationObserver((records) => this.changed(records))
    signal.addEventListener('abort', () => this.stop())
  }

  start(): void {
    if (this.rootElement) return
    this.rootElement = this.document.documentElement
    this.observer.observe(this.document, { subtree: true, childList: true, characterData: true })
    this.begin()
    this.slices.ask(true)
  }

  stop(): void {
    this.observer.disconnect()
    this.rootElement = null
    this.sweep = undefined
    this.beginnings = 0
    this.records = []
    this.recordCount = 0
    this.came.clear()
  }

  private begin(): void {
    this.records = []
    this.recordCount = 0
    this.came.clear()
    const root = textRootOf(this.document)
    this.sweep = root && new Sweep(root, (text) => this.glimpse.sees(text))
    this.beginnings++
    this.isTooMuch = this.beginnings > MOST_BEGINNINGS
  }

  private changed(records: readonly MutationRecord[]): void {
    this.records.push(records)
    this.recordCount += records.length
    if (this.recordCount > MOST_RECORDS) this.begin()
    if (this.document.documentElement !== this.rootElement) {
      this.rootElement = this.document.documentElement
      this.slices.listenAgain()
      this.rewritten()
    }
    this.slices.ask()
  }

  /** What records say of nodes is asked when it is looked at: much of what comes has left by then. */
  private digest(): void {
    let hasLost = false
    for (const record of this.records.flat()) {
      if (record.type === 'characterData') this.came.add(record.target)
      else for (const node of record.addedNodes) this.came.add(node)
      hasLost ||= this.sweep !== undefined && record.removedNodes.length > 0
    }
    this.records = []
    this.recordCount = 0
    this.came = new Set(joined(this.came))
    if (hasLost) this.begin()
  }

  /** Looks at a small part; false when there is no more, or something was found. */
  private step(): boolean {
    if (!this.rootElement) return false
    if (this.recordCount > 0) this.digest()
    const [node] = this.came
    if (node) this.came.delete(node)
    const hasFound =
      this.isTooMuch || (node ? this.mayHold(node) : this.sweep?.step() === true || this.isHeadedFromAfar())
    if (hasFound) {
      this.came.clear()
      this.sweep = undefined
      this.found()
    } else if (node || this.sweep?.isDone === false) return true
    this.sweep = undefined
    this.beginnings = 0
    return false
  }

  /** At the end: whether a heading may speak of numbers that stand far from it. */
  private isHeadedFromAfar(): boolean {
    if (!this.sweep?.isDone || !this.glimpse.isScattered) return false
    return [...this.document.querySelectorAll(HEADINGS)].some(({ textContent }) => isTalk(textContent))
  }

  /** Whether something that came, or changed, may hold a port. */
  private mayHold(node: Node): boolean {
    const { parentNode } = node
    if (!parentNode || !node.isConnected || NEVER_READ.has((parentNode as Element).localName)) return false
    if (isText(node)) return node.length > LONG_RUN || this.glimpse.seesMore(endBefore(node) + node.data)
    if (!isElement(node) || NEVER_READ.has(node.localName)) return false
    const sweep = new Sweep(node, (text) => this.glimpse.seesMore(text), endBefore(node))
    // What is small is looked at at once; one that is large has its turn.
    for (let steps = 0; steps < 3 && !sweep.isDone; steps++) if (sweep.step()) return true
    if (!sweep.isDone && this.sweep) this.begin()
    else if (!sweep.isDone) this.sweep = sweep
    return false
  }
}

/** What holds all text that is shown: the body, where a page has made nothing else of its document. */
function textRootOf({ documentElement, head, body }: Document): Element | undefined {
  const others = [...((documentElement as Element | null)?.childNodes ?? [])].filter(
    (node) => node !== head && node !== body && node.textContent?.trim(),
  )
  return others.length === 0 && (body as Element | null) ? body : ((documentElement as Element | null) ?? undefined)
}

/** The end of the text before a node. */
function endBefore({ previousSibling }: Node): string {
  let node = previousSibling
  while (node?.lastChild) node = node.lastChild
  if (!node || !isText(node) || NEVER_READ.has(node.parentElement?.localName ?? '')) return ''
  return node.data.slice(-JOINED)
}
