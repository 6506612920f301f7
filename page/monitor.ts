import { findMentions } from '../detect'
import { type Changed, Changes, WATCHED } from './changes'
import { dependentsOf, dependentsOfList } from './dependents'
import { isElement, isText, SHOW_TEXT } from './flow'
import { isUnreadable } from './left-out'
import { LongTexts, type Piece } from './long-text'
import { type Mark, Marks, textOf } from './marks'
import { Places } from './places'
import { LONG_RUN, Reader } from './reader'
import { recentBefore, repeatsAfter, type Shifts } from './recent'
import { isWithin, Roots } from './roots'
import type { Run } from './run'
import { Scan } from './scan'
import { Slices } from './slices'
import { mayHold, PageBlock } from './surroundings'
import { Headings } from './table'

/** Most marks in a document: far more than anybody reads, and no more than a hostile page can make us pay for. */
const MOST_MARKS = 20_000

/** Nodes in a part of the page that is not worth a scan of its own. */
const SMALL = 60

interface Hooks {
  /** Called when all that was to be read has been read. */
  readonly onChange?: () => void
  /** Called when the document's root element came or went: `document.open` takes listeners away. */
  readonly onRewritten?: () => void
  /** Asked before changes are looked at; false leaves them. */
  readonly mayWork?: () => boolean
  readonly detect?: typeof findMentions
}

/**
 * Keeps the marks of one document true: reads all of it once, then what changes. Observers only queue; reading happens
 * in slices.
 */
export class PageMonitor {
  readonly marks = new Marks()
  private readonly places = new Places((root) => this.isTreeLeftOut(root))
  private readonly headings = new Headings()
  private readonly reader = new Reader(this.places)
  private readonly longs = new LongTexts()
  private readonly changes = new Changes()
  private readonly roots: Roots
  private readonly slices: Slices
  private readonly observer: MutationObserver
  /** What is to be read: trees and parts of them, texts, places whose neighbours are, pieces of very long texts. */
  private scans: Scan[] = []
  private whole: Node[] = []
  private beside: Node[] = []
  private readonly texts = new Set<Text>()
  private readonly pieces = new Map<Text, Piece>()
  /** What depends on mentions before it: to be read when those are known. */
  private readonly later = new Set<Text>()
  /** Places behind which other mentions may be recent now. */
  private readonly shifted: Shifts = new Map()
  /** Read since the last change. */
  private readonly fresh = new Set<Text>()
  private designMode = 'off'
  private rootElement: Element | null = null
  private running = false

  private readonly detect: typeof findMentions

  constructor(
    private readonly document: Document,
    signal: AbortSignal,
    private readonly hooks: Hooks = {},
  ) {
    this.detect = hooks.detect ?? findMentions
    this.slices = new Slices(document, () => this.step(), signal)
    this.roots = new Roots(document, (root) => this.watch(root))
    this.observer = new MutationObserver((records) => this.changed(records))
    signal.addEventListener('abort', () => this.stop())
  }

  get shadowRoots(): readonly ShadowRoot[] {
    return [...this.roots.shadowRoots]
  }

  start(): void {
    if (this.running || isUnreadable(this.document)) return
    this.running = true
    this.rootElement = this.document.documentElement
    this.watch(this.document)
  }

  stop(): void {
    this.running = false
    this.observer.disconnect()
    this.roots.clear()
    this.changes.take()
    this.forget()
    this.marks.clear()
    this.hooks.onChange?.()
  }

  /** Looks at what no mutation tells: an element that got a shadow root, a document that became editable. */
  look(element?: Element): void {
    if (!this.running) return
    if (element && !this.roots.shadowRoots.has(element.getRootNode() as ShadowRoot)) this.roots.meet(element)
    if (this.document.designMode === this.designMode) return
    this.changes.pushAll()
    this.slices.ask(true)
  }

  private watch(root: Document | ShadowRoot): void {
    if (this.places.of(root).leftOut) return
    this.observer.observe(root, WATCHED)
    this.scans.push(this.scan(root))
    this.slices.ask(true)
  }

  private scan(root: Node): Scan {
    return new Scan(root, this.reader, this.places, this.marks, this.roots, (place) => mayHold(place, this.headings))
  }

  private changed(records: MutationRecord[]): void {
    this.changes.push(records)
    if (this.document.documentElement !== this.rootElement) {
      this.rootElement = this.document.documentElement
      this.slices.listen()
      this.hooks.onRewritten?.()
    }
    // A range whose node has left keeps Firefox from painting all others of its Highlight: it cannot wait.
    if (import.meta.env.FIREFOX && this.marks.size > 0)
      this.marks.dropGone(
        this.document,
        records.flatMap(({ removedNodes }) => [...removedNodes]),
      )
    this.slices.ask()
  }

  /** One small step of whatever is to be done; false when all is done. */
  private step(): boolean {
    if (!this.running) return false
    if (!this.changes.isEmpty) {
      if (this.hooks.mayWork?.() === false) return false
      this.takeChanges()
    }
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
    if (this.texts.size > 0) {
      this.readText(takeOne(this.texts))
      return true
    }
    for (const [text, piece] of this.pieces.size > 0 ? this.pieces : []) {
      this.readPiece(text, piece)
      return true
    }
    const scan = this.scans[0]
    if (scan) {
      this.readNext(scan)
      return true
    }
    if (this.shifted.size > 0) {
      for (const text of repeatsAfter(this.shifted, this.marks)) this.later.add(text)
      this.shifted.clear()
    }
    if (this.later.size > 0) {
      const text = takeOne(this.later)
      this.fresh.delete(text)
      this.readText(text)
      return true
    }
    this.forget()
    this.marks.show()
    this.hooks.onChange?.()
    return false
  }

  private takeChanges(): void {
    const changed = this.changes.take()
    const { whole, beside, lists } = changed
    this.places.forget()
    this.headings.forget()
    this.fresh.clear()
    if (changed.isAll || this.document.designMode !== this.designMode) return this.readAll()
    this.leave(changed)
    this.whole.push(...[...whole].reverse())
    for (const node of beside) this.beside.push(node)
    const heads = new Set<Element>()
    const seen = new Set<Node>()
    for (const list of lists) for (const element of dependentsOfList(list, this.places, seen)) heads.add(element)
    for (const element of heads) this.scans.push(this.scan(element))
    this.follow(changed)
  }

  private readAll(): void {
    this.designMode = this.document.designMode
    this.forget()
    this.marks.dropGone(this.document)
    this.keepRoots((host) => host.isConnected)
    this.scans = [...this.roots].map((root) => this.scan(root))
  }

  private forget(): void {
    this.places.forget()
    this.headings.forget()
    this.fresh.clear()
    this.pieces.clear()
    this.texts.clear()
    this.later.clear()
    this.shifted.clear()
    this.whole = []
    this.beside = []
    this.scans = []
  }

  /** Takes marks and readers out of what has left. */
  private leave({ removed }: Changed): void {
    if (removed?.length === 0) return
    this.marks.dropGone(this.document, removed)
    this.keepRoots((host) => host.isConnected && host.ownerDocument === this.document)
  }

  private keepRoots(test: (host: Element) => boolean): void {
    for (const root of this.roots.keep(({ host }) => test(host))) this.marks.dropIn(root)
  }

  /** What comes behind a place where nodes came or went has other recent mentions before it. */
  private follow({ lists, retold, whole }: Changed): void {
    const lost = this.marks.takeLost()
    for (const { target, previousSibling, last } of lists) {
      const end = last ?? previousSibling
      if (end?.nextSibling && whole.has(end.nextSibling)) continue
      this.shifted.set(end?.isConnected ? end : (target.firstChild ?? target), 'any')
    }
    for (const parent of lost.length > 0 ? retold : []) this.shift(parent.firstChild ?? parent, lost)
  }

  private shift(node: Node, ports: readonly number[]): void {
    const known = this.shifted.get(node)
    if (known !== 'any') this.shifted.set(node, known ? [...known, ...ports] : ports)
  }

  private readWhole(node: Node): void {
    if (!node.isConnected) return
    this.readBeside(node)
    if (isText(node)) return
    this.readDependents(node)
    const { leftOut } = this.places.of(node)
    if (!leftOut) {
      if (!this.readSmall(node)) this.scans.push(this.scan(node))
    } else {
      this.marks.dropIn(node)
      this.shifted.set(node, 'any')
      this.keepRoots((host) => !isWithin(host, node))
    }
  }

  /** Notes all texts of a small part of the page to be read, together where they stand together; false if it is large. */
  private readSmall(node: Node): boolean {
    const walker = this.document.createTreeWalker(node, SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const texts: Text[] = []
    for (let nodes = 0, at: Node | null = node; at; at = walker.nextNode(), nodes++) {
      if (nodes > SMALL) return false
      if (isElement(at)) this.roots.meet(at)
      else if (!isText(at)) continue
      else if (/\d/.test(at.data) || this.marks.in(at).length > 0) texts.push(at)
    }
    for (const text of texts) this.texts.add(text)
    return true
  }

  /** Reads the texts that are joined at a node's edges, and what is understood with their help. */
  private readBeside(node: Node): void {
    if (isText(node)) this.readText(node)
    else for (const text of this.reader.beside(node)) this.texts.add(text)
  }

  private readDependents(node: Node): void {
    for (const element of dependentsOf(node, this.places)) this.scans.push(this.scan(element))
  }

  private readText(text: Text): void {
    if (this.fresh.has(text) || !text.isConnected) return
    this.fresh.add(text)
    if (this.places.of(text.parentNode).leftOut) return this.marks.dropIn(text)
    for (const long of [text, text.previousSibling]) {
      const piece = long && isText(long) && long.length > LONG_RUN && this.longs.again(long)
      if (piece) this.pieces.set(piece.node, piece)
    }
    if (text.length > LONG_RUN) return
    const run = this.reader.around(text, this.texts)
    for (const node of run.claimed()) {
      this.fresh.add(node)
      this.texts.delete(node)
    }
    const { changed } = this.read(run, (first) => recentBefore(first, this.marks))
    if (changed.length > 0) this.shift(run.nodes.at(-1) as Text, changed)
  }

  private readPiece(text: Text, piece: Piece): void {
    this.pieces.delete(text)
    if (!text.isConnected || this.places.of(text.parentNode).leftOut) return this.marks.dropIn(text)
    const [run, next] = this.longs.read(piece)
    if (next) this.pieces.set(text, next)
    this.read(run, () => NONE)
  }

  private readNext(scan: Scan): void {
    const found = scan.root.isConnected ? scan.next() : undefined
    if (found && 'run' in found) {
      const { run, index } = found
      const { changed, marks } = this.read(run, (first) => scan.recent.before(first, index))
      for (const { mention } of marks) scan.recent.note(mention.from, index + run.indexAt(mention.end, true))
      if (changed.length > 0) scan.hasChanged = true
    } else if (found && 'long' in found) this.pieces.set(found.long, this.longs.whole(found.long))
    else if (found) this.marks.dropIn(found.leftOut)
    else if (found === undefined || scan.isDone) {
      this.scans.shift()
      if (scan.hasChanged && scan.root.parentNode) this.shifted.set(scan.root, 'any')
    }
  }

  /** Marks a run. Tells what it mentions now, and which ports more or less often than before. */
  private read(run: Run, recent: (first: Text) => readonly number[]): Outcome {
    const first = run.nodes[0]
    if (!first) return NOTHING
    const before = portsIn(this.marks, run)
    const isFull = before.length === 0 && this.marks.size >= MOST_MARKS
    const block = new PageBlock(run, this.places.of(first.parentNode), this.headings, () => recent(first))
    const mentions = isFull ? [] : this.detect(block)
    if (mentions.length === 0 && before.length === 0) return NOTHING
    const marks: Mark[] = []
    for (const mention of mentions) {
      const { start, end } = mention
      if (!run.claims(start)) continue
      const range = run.range(start, end)
      const nodes = run.between(start, end)
      marks.push({ mention, range, nodes, text: nodes.length > 1 ? textOf(nodes, range) : run.text.slice(start, end) })
    }
    this.marks.replace(run, marks)
    return { marks, changed: changes(before, portsIn(this.marks, run)) }
  }

  private isTreeLeftOut(root: Node): boolean {
    if (root === this.document) return this.document.designMode === 'on'
    return root instanceof ShadowRoot && this.places.of(root.host).leftOut
  }
}

function takeOne(texts: Set<Text>): Text {
  const [text] = texts as unknown as [Text]
  texts.delete(text)
  return text
}

interface Outcome {
  readonly marks: readonly Mark[]
  readonly changed: readonly number[]
}

const NOTHING: Outcome = { marks: [], changed: [] }
const NONE: readonly number[] = []

function portsIn(marks: Marks, { nodes }: Run): readonly number[] {
  if (marks.size === 0) return NONE
  let ports: number[] | undefined
  for (const node of nodes) {
    const here = marks.in(node)
    if (here.length > 0) (ports ??= []).push(...here.map(({ mention }) => mention.from))
  }
  return ports ?? NONE
}

const changes = (before: readonly number[], now: readonly number[]): readonly number[] =>
  now.join() === before.join() ? NONE : [...before, ...now]
