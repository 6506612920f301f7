import { APART, firstLook } from '../detect/first-look'
import { isElement, SHOW_TEXT } from './flow'
import type { Marks } from './marks'
import type { Place, Places } from './places'
import { LONG_RUN, type Reader } from './reader'
import { RecentPorts } from './recent'
import type { Roots } from './roots'
import type { Run } from './run'

/** Texts that are looked at together: few enough to be done in a fraction of a slice. */
const BATCH = 512

/** Texts before and after one that are looked at with it, and how many characters of them there should be. */
const TEXTS_BEFORE = 8
const TEXTS_AFTER = 4
const BEFORE = 120
const AFTER = 60

/** What is to be done with a text. */
const SKIP = 0
/** Read it if what heads it lets its numbers be ports. */
const HEADED = 1
const READ = 2
const LONG = 3
/** It has a digit, and has not been looked at. */
const UNKNOWN = 4

const DIGIT = /\d/

/** Only what stands in such elements can be headed by something. */
const HEADED_ELEMENTS = 'td,th,li,dt,dd,[role=cell],[role=gridcell]'

type Found = { readonly run: Run; readonly index: number } | { readonly long: Text } | { readonly leftOut: Text }

/**
 * Goes through all text below a root and hands out the runs with something in them. The browser's own walker finds text
 * nodes; those with a digit are looked at together, and only around those that may hold a port elements are looked at.
 * It can rest between any two steps, also while the page changes.
 */
export class Scan {
  /** Iterators, unlike walkers, keep their place when the page removes what they stand at. */
  private readonly texts: NodeIterator
  private readonly elements: NodeIterator
  /** The texts of the batch, behind the last ones of the batch before; what they say, and what is to be done with them. */
  private readonly nodes: Text[] = []
  private readonly data: string[] = []
  private readonly todo = new Uint8Array(TEXTS_BEFORE + BATCH)
  /** Texts kept from the batch before, texts in all, and the next to read. */
  private kept = 0
  private count = 0
  private at = 0
  /** How many texts have been passed before the batch. */
  private passed = 0
  private last: Text | null = null
  private textsDone = false
  private readonly hasHeaded: boolean
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
    this.texts = document.createNodeIterator(root, SHOW_TEXT)
    this.elements = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT)
    this.recent = new RecentPorts(marks, root.parentNode !== null)
    this.hasHeaded = root.parentNode !== null || (root as ParentNode).querySelector(HEADED_ELEMENTS) !== null
    if (isElement(root)) roots.meet(root)
  }

  /** What is to be read next; null where it has looked for a while without finding any (`isDone` tells the end). */
  next(): Found | null {
    for (; this.at < this.count; this.at++) {
      const what = this.todo[this.at]
      if (what === SKIP) continue
      const text = this.nodes[this.at] as Text
      if (!text.isConnected) continue
      const place = this.places.of(text.parentNode)
      if (place.leftOut) {
        if (this.marks.in(text).length > 0) return this.pass({ leftOut: text })
      } else if (what === LONG) {
        this.recent.passUnknown(this.index + 1)
        return this.pass({ long: text })
      } else if (what === READ || this.mayHold(place)) return this.take(text)
    }
    if (!this.textsDone) this.look()
    else this.isDone = !this.roots.meetNext(this.elements, BATCH)
    return null
  }

  private get index(): number {
    return this.passed + this.at - this.kept
  }

  private pass(found: Found): Found {
    this.at++
    return found
  }

  /** The run that holds a text; goes on behind it. */
  private take(text: Text): Found {
    const run = this.reader.next(text, this.last)
    const last = run.nodes.at(-1) ?? text
    const index = this.index - run.nodes.indexOf(text)
    const end = this.nodes.indexOf(last, this.at)
    this.last = last
    if (end >= 0 && end < this.count) this.at = end + 1
    else this.goBehind(run, index)
    return { run, index }
  }

  /** Goes on behind a run that ends behind the batch; or behind its first text, where the page has changed meanwhile. */
  private goBehind({ nodes }: Run, index: number): void {
    const inBatch = nodes.lastIndexOf(this.nodes[this.count - 1] as Text)
    this.at++
    if (inBatch < 0) return
    for (let i = inBatch + 1; i < nodes.length; i++) this.texts.nextNode()
    this.passed = index + nodes.length
    this.kept = this.count = this.at = 0
  }

  /** Looks at the next texts, all together. */
  private look(): void {
    const { nodes, data, todo, texts, marks } = this
    this.keep()
    const isMarked = marks.size > 0
    const first = this.kept
    let count = first
    let hasDigits = false
    for (; count < first + BATCH; count++) {
      const text = texts.nextNode() as Text | null
      if (!text) {
        this.textsDone = true
        break
      }
      const words = text.data
      const isLong = words.length > LONG_RUN
      nodes[count] = text
      data[count] = isLong ? '' : words
      todo[count] = isLong ? LONG : isMarked && marks.in(text).length > 0 ? READ : DIGIT.test(words) ? UNKNOWN : SKIP
      if (todo[count] === UNKNOWN) hasDigits = true
    }
    if (!this.textsDone) {
      // The last ones are looked at again with what stands behind them.
      count -= TEXTS_AFTER
      for (let i = 0; i < TEXTS_AFTER; i++) texts.previousNode()
    }
    this.count = count
    if (hasDigits) this.judge(first, count)
  }

  /** Keeps the last texts: they are what stands before the next ones. */
  private keep(): void {
    this.passed += this.count - this.kept
    const from = Math.max(0, this.count - TEXTS_BEFORE)
    this.kept = this.count - from
    for (let i = 0; i < this.kept; i++) {
      this.nodes[i] = this.nodes[from + i] as Text
      this.data[i] = this.data[from + i] as string
      this.todo[i] = SKIP
    }
    this.at = this.kept
  }

  /** Decides about the texts with a digit, from what they and the texts around them say. */
  private judge(first: number, count: number): void {
    const { data, todo, recent, passed, kept, hasHeaded } = this
    const of: number[] = []
    const ends: number[] = []
    const parts: string[] = []
    let length = 0
    let to = 0
    for (let i = first; i < count; i++) {
      if (todo[i] !== UNKNOWN) continue
      let from = i
      for (let behind = 0; from > 0 && i - from < TEXTS_BEFORE && behind < BEFORE; from--)
        behind += (data[from - 1] as string).length
      let end = i + 1
      for (let ahead = 0; end < count + TEXTS_AFTER && end - i <= TEXTS_AFTER && ahead < AFTER; end++)
        ahead += data[end]?.length ?? AFTER
      for (let k = Math.max(from, to); k < end && k < data.length; k++) {
        parts.push(data[k] as string)
        length += (data[k] as string).length + 1
        of.push(k)
        ends.push(length)
      }
      to = Math.max(to, end)
    }
    let part = 0
    firstLook(parts.join(APART), ({ start, from: port }, speaks) => {
      while (start >= (ends[part] as number)) part++
      const i = of[part] as number
      if (i < first || i >= count || todo[i] === READ) return
      const at = passed + i - kept
      if (speaks || recent.mayRepeat(port, at)) {
        todo[i] = READ
        recent.expect(port, at)
      } else if (hasHeaded) todo[i] = HEADED
    })
    for (let i = first; i < count; i++) if (todo[i] === UNKNOWN) todo[i] = SKIP
  }
}
