import { findMentions } from '../detect'
import { holderOf, startOfText } from './around'
import { Changes, WATCHED } from './changes'
import { isLeftOut, isUnreadable } from './left-out'
import { type Mark, Marks } from './marks'
import type { Run } from './run'
import { shadowRootOf, styleMarks } from './shadow'
import { Slices } from './slices'
import { PageBlock } from './surroundings'
import { Walker } from './walker'

/** Port numbers that the text just mentioned, as far back as a reader has them in mind. */
const RECENT = 8

type Root = Document | ShadowRoot

interface Watched {
  readonly changes: Changes
  readonly observer: MutationObserver
}

/**
 * Keeps the marks of one document true: reads all of it once, then what changes. Observers only queue; reading happens
 * in slices.
 */
export class PageMonitor {
  readonly marks = new Marks()
  private readonly roots = new Map<Root, Watched>()
  private readonly slices: Slices
  private walkers: Walker[] = []
  private texts: Node[] = []
  private recent: number[] = []
  private running = false

  /**
   * @param onChange is called after a slice in which marks came or went.
   */
  constructor(
    private readonly document: Document,
    signal: AbortSignal,
    private readonly onChange: () => void = () => {},
  ) {
    this.slices = new Slices(document, () => this.step(), signal)
    signal.addEventListener('abort', () => this.stop())
  }

  get shadowRoots(): readonly ShadowRoot[] {
    return [...this.roots.keys()].filter((root) => root instanceof ShadowRoot)
  }

  start(): void {
    if (this.running || isUnreadable(this.document)) return
    this.running = true
    this.watch(this.document)
    this.slices.ask(true)
  }

  stop(): void {
    this.running = false
    for (const { observer } of this.roots.values()) observer.disconnect()
    this.roots.clear()
    this.walkers = []
    this.texts = []
    this.marks.clear()
    this.onChange()
  }

  private readonly meet = (element: Element): void => {
    const root = shadowRootOf(element)
    if (root && !this.roots.has(root)) this.watch(root)
  }

  private watch(root: Root): void {
    const changes = new Changes(root)
    const observer = new MutationObserver((records) => {
      changes.push(records)
      // A range whose node has left keeps Firefox from painting all others of its Highlight: do not wait.
      this.slices.ask(this.marks.size > 0 && records.some((record) => record.removedNodes.length > 0))
    })
    this.roots.set(root, { changes, observer })
    observer.observe(root, WATCHED)
    if (root instanceof ShadowRoot) styleMarks(root)
    this.walkers.push(new Walker(root, this.meet))
    this.slices.ask(true)
  }

  /** One small step of whatever is to be done; false when all is done. */
  private step(): boolean {
    if (!this.running) return false
    this.takeChanges()
    const walker = this.walkers[0]
    if (walker) {
      const run = walker.next()
      if (run) this.read(run)
      else if (walker.isDone) {
        this.walkers.shift()
        this.recent = []
      }
      return true
    }
    const text = this.texts.pop()
    if (text) this.readAround(text)
    if (text || this.walkers.length > 0) return true
    this.onChange()
    return false
  }

  private takeChanges(): void {
    for (const [root, { changes, observer }] of this.roots) {
      if (root instanceof ShadowRoot && !root.host.isConnected) {
        observer.disconnect()
        this.roots.delete(root)
        this.dropWithin(root)
        continue
      }
      if (changes.isEmpty) continue
      const { gone, whole, text } = changes.take()
      if (this.marks.size > 0) for (const node of gone) this.dropWithin(node)
      for (const node of whole) {
        const leftOut = node.nodeType === Node.ELEMENT_NODE && isLeftOut(node)
        if (leftOut) this.dropWithin(node)
        else this.walkers.push(new Walker(node, this.meet, this.marks.size > 0))
      }
      this.texts.push(...text)
    }
  }

  private dropWithin(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) this.drop(node as Text)
    else {
      const texts = this.document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) this.drop(text as Text)
    }
  }

  private drop(text: Text): void {
    for (const mark of [...this.marks.in(text)]) this.marks.delete(mark)
  }

  /** Reads the one stretch of text again that a changed node is part of. */
  private readAround(node: Node): void {
    if (!node.isConnected) return
    if (isLeftOut(node)) return this.dropWithin(node)
    const holder = holderOf(node)
    if (!holder) return
    const run = new Walker(holder, this.meet, true, startOfText(node, holder)).next()
    if (run) this.read(run)
  }

  private read(run: Run): void {
    const mentions = findMentions(new PageBlock(run, this.recent))
    for (const { from } of mentions) this.recent.push(from)
    if (this.recent.length > RECENT) this.recent = this.recent.slice(-RECENT)
    if (mentions.length === 0 && this.marks.size === 0) return
    const marks = mentions.map((mention): Mark => {
      const range = run.range(mention.start, mention.end)
      return { mention, range, nodes: run.between(range) }
    })
    this.marks.replace(run, marks)
  }
}
