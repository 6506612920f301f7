import type { Described, Message } from '../messages'
import { endIfOrphaned } from './background'
import { type At, type Hit, type Marked, markAt, rectsOf } from './hit-test'
import type { Mark } from './marks'
import { focusOn } from './paint'
import { pairOf } from './pair'
import { HEARD_FIRST } from './shield'
import { isIdleTap } from './tap'
import { around } from './words'

/** How long the pointer rests on a mention before its card opens, in ms: shorter opens cards on the way to something else. */
const INTENT_MS = 150

/** How long the card waits for a pointer that left the mention and is on its way, in ms. */
const LEAVE_MS = 250

/** Hears what a person does, and not what a page's script pretends. */
const byHand =
  <Heard extends Event>(hear: (event: Heard) => unknown) =>
  (event: Heard): void => {
    if (event.isTrusted) hear(event)
  }

type Ask = <Answer>(message: Message) => Promise<Answer | undefined>

/** Opens the card of the mention that the pointer rests on, and closes it when the reader is done with it. */
export class Hover {
  private listening: AbortController | undefined
  private frame = 0
  private pointer: At | undefined
  private over: Mark | undefined
  private shown: Mark | undefined
  private intent: ReturnType<typeof setTimeout> | undefined
  private leaving: ReturnType<typeof setTimeout> | undefined
  private swallowKeyUp = false
  private visited: Mark | undefined

  constructor(
    private readonly window: Window,
    private readonly page: Marked,
    private readonly ask: Ask,
    private readonly life: AbortController,
    /** Whether the pointer may open a card, as the reader wants it. */
    private readonly mayOpen: (event: MouseEvent) => boolean = () => true,
  ) {
    this.hearKeys()
    life.signal.addEventListener('abort', () => {
      this.close()
      this.listening?.abort()
    })
  }

  /** To be called again after `document.open`, which takes all listeners away. */
  listenAgain(): void {
    this.hearKeys()
    this.listening?.abort()
    this.listening = undefined
    this.marksChanged()
  }

  private hearKeys(): void {
    const options = { capture: true, signal: this.life.signal }
    // Before the page's own scripts: a capture listener that is added later hears Esc second.
    this.window.addEventListener('keydown', this.key, options)
    this.window.addEventListener('keyup', this.keyUp, options)
    for (const type of HEARD_FIRST) this.window.addEventListener(type, this.guard, options)
  }

  private readonly guard = (event: Event): void => {
    if (this.shown) globalThis.portholeCard?.guard(event)
  }

  /** Pages without a mention do not pay for pointer events. */
  marksChanged(): void {
    if (this.page.marks.size > 0 && !this.listening) this.listen()
    if (this.page.marks.size === 0) {
      this.listening?.abort()
      this.listening = undefined
    }
    if (this.shown && !this.page.marks.has(this.shown)) this.close()
  }

  private listen(): void {
    this.listening = new AbortController()
    const options = { passive: true, capture: true, signal: this.listening.signal }
    this.window.addEventListener(
      'pointermove',
      byHand((event) => this.moved(event)),
      options,
    )
    this.window.addEventListener(
      'pointerdown',
      byHand((event) => this.pressed(event)),
      options,
    )
    this.window.addEventListener('click', (event) => this.tapped(event), { ...options, capture: false })
    this.window.addEventListener('scroll', () => this.close(), options)
    this.window.addEventListener('blur', () => this.cancelIntent(), options)
    // On the window, not on the root element, which pages replace: out of everything is out of the document.
    this.window.addEventListener(
      'pointerout',
      byHand((event) => event.relatedTarget === null && this.left()),
      options,
    )
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0 || (!this.shown && !this.mayOpen(event))) return
    const { clientX, clientY } = event
    this.pointer = { clientX, clientY, target: event.composedPath()[0] ?? null }
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.look()
    })
  }

  /** A finger cannot rest on a mention: a tap opens its card, unless the page has an answer to it. */
  private tapped(event: MouseEvent): void {
    if (!isIdleTap(event) || !this.mayOpen(event)) return
    const { clientX, clientY } = event
    this.pointer = { clientX, clientY, target: event.composedPath()[0] ?? null }
    const hit = markAt(this.window.document, this.page, this.pointer)
    if (!hit) return
    this.over = hit.mark
    void this.show(hit, this.describe(hit.mark))
  }

  private look(): void {
    const { pointer } = this
    if (!pointer) return
    this.page.look(pointer.target instanceof Element ? pointer.target : undefined)
    if (this.shown && globalThis.portholeCard?.holds(pointer.clientX, pointer.clientY)) return this.stay()
    const hit = markAt(this.window.document, this.page, pointer)
    if (hit?.mark === this.over) return hit ? this.stay() : undefined
    this.over = hit?.mark
    this.cancelIntent()
    if (hit) this.entered(hit)
    else this.left()
  }

  private entered(hit: Hit): void {
    this.stay()
    if (hit.mark === this.shown) return
    const described = this.describe(hit.mark)
    // No pause between two mentions: who reads one card wants the next at once.
    this.intent = setTimeout(() => void this.show(hit, described), this.shown ? 0 : INTENT_MS)
  }

  private async describe(mark: Mark): Promise<Described | undefined> {
    if (endIfOrphaned(this.life)) return undefined
    const { from, to, protocol, host } = mark.mention
    const pair = pairOf(mark, this.page.marks)
    const port = {
      from,
      to,
      ...(protocol && protocol !== 'tcp+udp' && { protocol }),
      ...(host && { host }),
      ...(pair && { pair }),
      around: around(mark),
    }
    const [answer] = await Promise.all([
      this.ask<Described[]>({ type: 'describe', ports: [port] }),
      globalThis.portholeCard ? null : this.ask({ type: 'load-card' }),
    ])
    return answer?.[0]
  }

  private async show(hit: Hit, described: Promise<Described | undefined>): Promise<void> {
    const answer = await described
    if (!answer || this.over !== hit.mark || !this.page.marks.has(hit.mark) || this.life.signal.aborted) return
    const at = this.pointer ?? { clientX: 0, clientY: 0 }
    globalThis.portholeCard?.show(
      { rects: hit.rects, node: hit.mark.range.startContainer, x: at.clientX, y: at.clientY },
      answer,
      hit.mark === this.visited,
    )
    this.shown = hit.mark
  }

  /** Visits the mention after (1) or before (-1) the last one visited, if this is the frame that the reader is in. */
  async step(by: 1 | -1): Promise<void> {
    const { document } = this.window
    const isInFrame = /^i?frame$/.test(document.activeElement?.localName ?? '')
    if (document.hasFocus() ? isInFrame : this.window.parent !== this.window) return
    const marks = this.page.marks.inOrder().filter((mark) => rectsOf(mark).length > 0)
    const last = this.visited ? marks.indexOf(this.visited) : -1
    const next = marks[last < 0 ? (by > 0 ? 0 : marks.length - 1) : (last + by + marks.length) % marks.length]
    if (next) await this.visit(next)
  }

  /** Scrolls to a mark and shows its card there, without a pointer. */
  async visit(mark: Mark): Promise<void> {
    this.close()
    this.visited = mark
    focusOn(mark.range)
    const described = this.describe(mark)
    mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' })
    // The scrolling itself would close the card: its event comes with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const rects = rectsOf(mark)
    const [first] = rects
    if (!first) return
    this.over = mark
    this.pointer = { clientX: first.left, clientY: first.top, target: null }
    await this.show({ mark, rects }, described)
  }

  private pressed(event: PointerEvent): void {
    this.cancelIntent()
    if (!globalThis.portholeCard?.holds(event.clientX, event.clientY)) this.close()
  }

  private stay(): void {
    clearTimeout(this.leaving)
    this.leaving = undefined
  }

  private left(): void {
    this.over = undefined
    this.cancelIntent()
    if (this.shown) this.leaving ??= setTimeout(() => this.close(), LEAVE_MS)
  }

  private cancelIntent(): void {
    clearTimeout(this.intent)
  }

  private close(): void {
    this.cancelIntent()
    this.stay()
    this.over = undefined
    if (!this.shown) return
    this.shown = undefined
    focusOn()
    globalThis.portholeCard?.hide()
  }

  private readonly key = byHand((event: KeyboardEvent): void => {
    if (this.shown && !globalThis.portholeCard?.isOpen) this.close()
    if (!this.shown) {
      this.cancelIntent()
      return
    }
    if (event.key === 'Tab' && this.mayStep(event)) {
      if (!globalThis.portholeCard?.step(event.shiftKey ? -1 : 1)) this.close()
    } else if (event.key === 'Escape') {
      this.swallowKeyUp = true
      this.close()
    } else {
      globalThis.portholeCard?.guard(event)
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
  })

  /** Tab goes into a card that one came to by keyboard, through it and out of it: it lies at the end of the document. */
  private mayStep({ shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey) return false
    return globalThis.portholeCard?.isFocused || (!shiftKey && this.shown === this.visited)
  }

  private readonly keyUp = byHand((event: KeyboardEvent): void => {
    if (!this.swallowKeyUp || event.key !== 'Escape') return this.guard(event)
    this.swallowKeyUp = false
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}
