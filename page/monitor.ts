import type { Mention } from '../detect/types'
import { type Changed, Changes, WATCHED } from './changes'
import { isUnreadable } from './left-out'
import { Marks } from './marks'
import { Mentions, type Searching } from './mentions'
import { Places } from './places'
import { Queue } from './queue'
import { Roots } from './roots'
import { Sight } from './sight'
import { Slices } from './slices'
import { Headings } from './table'

interface Hooks {
  /** Called when all that was to be read has been read. */
  readonly onChange?: () => void
  /** Called when the document's root element came or went: `document.open` takes listeners away. */
  readonly onRewritten?: () => void
  /** Asked before changes are looked at; false leaves them. */
  readonly mayWork?: () => boolean
  /** Asked of each mention that is found. */
  readonly wants?: (mention: Mention) => boolean
  readonly search?: Searching
}

/**
 * Keeps the marks of one document true: reads all of it once, then what changes. Observers only queue; reading happens
 * in slices.
 */
export class PageMonitor {
  readonly marks = new Marks()
  private readonly places = new Places((root) => this.isTreeLeftOut(root))
  private readonly headings = new Headings()
  private readonly changes = new Changes()
  private readonly roots: Roots
  private readonly slices: Slices
  private readonly observer: MutationObserver
  private readonly queue: Queue
  private readonly sight: Sight
  private designMode = 'off'
  private rootElement: Element | null = null
  private running = false
  private isNew = false

  constructor(
    private readonly document: Document,
    signal: AbortSignal,
    private readonly hooks: Hooks = {},
  ) {
    this.slices = new Slices(document, () => this.work(), signal)
    this.roots = new Roots(document, (root) => this.watch(root))
    const mentions = new Mentions(this.marks, this.places, this.headings, hooks.wants, hooks.search)
    this.queue = new Queue(this.places, this.headings, this.marks, this.roots, mentions)
    this.sight = new Sight(
      document,
      (texts) => this.queue.addAhead(texts),
      () => this.slices.ask(true),
    )
    this.observer = new MutationObserver((records) => this.changed(records))
    signal.addEventListener('abort', () => this.stop())
  }

  get shadowRoots(): readonly ShadowRoot[] {
    return [...this.roots.shadowRoots]
  }

  start(): void {
    if (this.running || isUnreadable(this.document)) return
    this.running = true
    this.isNew = true
    this.rootElement = this.document.documentElement
    this.watch(this.document)
  }

  stop(): void {
    this.running = false
    this.observer.disconnect()
    this.sight.stop()
    this.roots.clear()
    this.changes.take()
    this.queue.clear()
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
    this.queue.addTree(root)
    this.slices.ask(true)
  }

  private changed(records: MutationRecord[]): void {
    this.changes.push(records)
    if (this.document.documentElement !== this.rootElement) {
      this.rootElement = this.document.documentElement
      this.slices.listenAgain()
      this.hooks.onRewritten?.()
    }
    // A range whose node has left keeps Firefox from painting all others of its Highlight: it cannot wait.
    if (import.meta.env.FIREFOX && this.marks.size > 0)
      this.marks.dropGone(
        this.isRead,
        records.flatMap(({ removedNodes }) => [...removedNodes]),
      )
    this.slices.ask()
  }

  /** A step; a large page that has only been begun waits until it is known what of it is on the screen. */
  private work(): boolean {
    const more = this.step()
    const waits = this.isNew && this.queue.isLong
    this.isNew = false
    if (waits) this.sight.start()
    return more && !waits
  }

  /** One small step of whatever is to be done; false when all is done. */
  private step(): boolean {
    if (!this.running) return false
    // What is being read is read to its end: a page that never rests would have it begun again and again.
    if (!this.changes.isEmpty && !this.queue.isAmid) {
      if (this.hooks.mayWork?.() === false) return false
      this.takeChanges()
    }
    if (this.queue.step() || !this.marks.show()) return true
    this.sight.stop()
    this.queue.clear()
    this.hooks.onChange?.()
    return false
  }

  private takeChanges(): void {
    const changed = this.changes.take()
    this.queue.refresh()
    if (changed.isAll || this.document.designMode !== this.designMode) return this.readAll()
    this.leave(changed)
    this.queue.add(changed.whole, changed.beside)
    this.queue.addHeadedBy(changed.lists)
    this.follow(changed)
  }

  private readAll(): void {
    this.designMode = this.document.designMode
    this.queue.clear()
    this.marks.dropGone(this.isRead)
    this.keepRoots((host) => host.isConnected)
    for (const root of this.roots) this.queue.addTree(root)
  }

  /** Takes marks and readers out of what has left. */
  private leave({ removed }: Changed): void {
    if (removed?.length === 0) return
    this.marks.dropGone(this.isRead, removed)
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
      this.queue.shift(end?.isConnected ? end : (target.firstChild ?? target), 'any')
    }
    for (const parent of lost.length > 0 ? retold : []) this.queue.shift(parent.firstChild ?? parent, lost)
  }

  /** Whether a tree is one that is watched: what moves into another is told of by nobody. */
  private readonly isRead = (root: Node): boolean => this.roots.has(root) && !this.places.of(root).leftOut

  private isTreeLeftOut(root: Node): boolean {
    if (root === this.document) return this.document.designMode === 'on'
    return root instanceof ShadowRoot && this.places.of(root.host).leftOut
  }
}
