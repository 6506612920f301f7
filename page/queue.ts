import { dependentsOf, dependentsOfList } from './dependents'
import { type ListChange } from './changes'
import { isText } from './flow'
import type { Marks } from './marks'
import type { Mentions } from './mentions'
import type { Places } from './places'
import { LONG_RUN, Reader } from './reader'
import { recentBefore, repeatsAfter, type Shifts } from './recent'
import { isWithin, type Roots } from './roots'
import { hasDigit, textsIn } from './small'
import type { Headings } from './table'
import { Trees } from './trees'

/** What is to be read of a page, in the order in which it is read: what changed first, whole trees behind it. */
export class Queue {
  /** Nodes to be read whole, nodes whose neighbours are to be read, texts, trees. */
  private whole: Node[] = []
  private beside: Node[] = []
  private readonly texts = new Set<Text>()
  /** What depends on mentions before it: to be read when those are known. */
  private readonly later = new Set<Text>()
  /** Places behind which other mentions may be recent now. */
  private readonly shifted: Shifts = new Map()
  /** Read since the last change. */
  private readonly fresh = new Set<Text>()
  private readonly reader: Reader
  private readonly trees: Trees

  constructor(
    private readonly places: Places,
    private readonly headings: Headings,
    private readonly marks: Marks,
    private readonly roots: Roots,
    private readonly mentions: Mentions,
  ) {
    this.reader = new Reader(places)
    this.trees = new Trees(this.reader, places, headings, marks, roots, mentions, (root) => this.shift(root, 'any'))
  }

  /** Adds a tree, or a part of one. */
  addTree(root: Node): void {
    this.trees.add(root)
  }

  /** Whether a tree has been begun that is not done soon. */
  get isLong(): boolean {
    return this.trees.isLong
  }

  /** Whether something has been begun that is to be read to its end before anything else. */
  get isAmid(): boolean {
    return this.mentions.isAmid
  }

  /** Adds texts that follow each other, to be read before the rest of their tree. */
  addAhead(texts: readonly Text[]): void {
    this.trees.addAhead(texts)
  }

  /** Adds nodes that came or became something else, and nodes beside which something came, went or changed. */
  add(whole: ReadonlySet<Node>, beside: ReadonlySet<Node>): void {
    this.whole.push(...[...whole].reverse())
    for (const node of beside) this.beside.push(node)
  }

  /** Adds what is headed by lists of children that changed. */
  addHeadedBy(lists: readonly ListChange[]): void {
    const heads = new Set<Element>()
    const seen = new Set<Node>()
    for (const list of lists) for (const element of dependentsOfList(list, this.places, seen)) heads.add(element)
    for (const element of heads) this.addTree(element)
  }

  /** Notes that behind a node other mentions may be recent than before: of these ports, or of any. */
  shift(node: Node, ports: readonly number[] | 'any'): void {
    const known = this.shifted.get(node)
    if (known === 'any') return
    this.shifted.set(node, known && ports !== 'any' ? [...known, ...ports] : ports)
  }

  /** The page has changed: nothing that was read is known to be as it was. */
  refresh(): void {
    this.places.forget()
    this.headings.forget()
    this.fresh.clear()
    this.trees.refresh()
  }

  clear(): void {
    this.refresh()
    this.mentions.clear()
    this.trees.clear()
    this.texts.clear()
    this.later.clear()
    this.shifted.clear()
    this.whole = []
    this.beside = []
  }

  /** Reads one small part; false when nothing is left. */
  step(): boolean {
    return this.mentions.step() || this.stepChanged() || this.trees.step() || this.stepLater()
  }

  private stepChanged(): boolean {
    const whole = this.whole.pop()
    if (whole) {
      this.readWhole(whole)
      return true
    }
    const beside = this.beside.pop()
    if (beside) {
      if (beside.isConnected) {
        this.readBeside(beside)
        this.readDependents(beside)
      }
      return true
    }
    if (this.texts.size === 0) return false
    this.readText(takeOne(this.texts))
    return true
  }

  private stepLater(): boolean {
    if (this.shifted.size > 0) {
      for (const text of repeatsAfter(this.shifted, this.marks)) this.later.add(text)
      this.shifted.clear()
    }
    if (this.later.size === 0) return false
    const text = takeOne(this.later)
    this.fresh.delete(text)
    this.readText(text)
    return true
  }

  private readWhole(node: Node): void {
    if (!node.isConnected) return
    this.readBeside(node)
    if (isText(node)) return
    this.readDependents(node)
    const { leftOut } = this.places.of(node)
    if (!leftOut) {
      const texts = textsIn(node, this.roots)
      if (!texts) this.addTree(node)
      else for (const text of texts) if (hasDigit(text) || this.marks.in(text).length > 0) this.texts.add(text)
    } else {
      this.marks.dropIn(node)
      this.shift(node, 'any')
      for (const root of this.roots.keep(({ host }) => !isWithin(host, node))) this.marks.dropIn(root)
    }
  }

  /** Reads the texts that are joined at a node's edges, and what is understood with their help. */
  private readBeside(node: Node): void {
    if (isText(node)) this.readText(node)
    else for (const text of this.reader.beside(node)) this.texts.add(text)
  }

  private readDependents(node: Node): void {
    for (const element of dependentsOf(node, this.places)) this.addTree(element)
  }

  private readText(text: Text): void {
    if (this.fresh.has(text) || !text.isConnected) return
    this.fresh.add(text)
    if (this.places.of(text.parentNode).leftOut) return this.marks.dropIn(text)
    for (const long of [text, text.previousSibling])
      if (long && isText(long) && long.length > LONG_RUN) this.trees.addLong(long)
    if (text.length > LONG_RUN) return
    const run = this.reader.around(text, this.texts)
    for (const node of run.claimed()) {
      this.fresh.add(node)
      this.texts.delete(node)
    }
    this.mentions.read(
      run,
      (first) => recentBefore(first, this.marks),
      ({ changed }) => {
        if (changed.length > 0) this.shift(run.nodes.at(-1) as Text, changed)
      },
    )
  }
}

function takeOne(texts: Set<Text>): Text {
  const [text] = texts as unknown as [Text]
  texts.delete(text)
  return text
}
