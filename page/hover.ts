import type { Described } from '../messages'
import type { CardDoor } from './card-door'
import { describe } from './describe'
import { type At, type Hit, markAt } from './hit-test'
import type { Mark } from './marks'
import type { PageDoor, Pointed } from './page-door'
import { focusOn } from './paint'
import { isIdleTap } from './tap'

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

/** Opens the card of the mention that the pointer rests on, and closes it when the reader is done with it. */
export class Hover {
  /** The mark whose card is open, and the one that was gone to without a pointer. */
  shown: Mark | undefined
  visited: Mark | undefined
  private listening: AbortController | undefined
  private frame = 0
  private pointer: At | undefined
  /** When the pointer came there, on the clock of `performance.now()`: the first card's script takes its time. */
  private since = 0
  private over: Mark | undefined
  private intent: ReturnType<typeof setTimeout> | undefined
  private leaving: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly window: Window,
    private readonly page: PageDoor,
    private readonly card: CardDoor,
  ) {
    this.marksChanged()
    page.life.signal.addEventListener('abort', () => {
      this.close()
      this.listening?.abort()
    })
  }

  listenAgain(): void {
    this.listening?.abort()
    this.listening = undefined
    this.marksChanged()
  }

  /** Pages without a mention do not pay for pointer events. */
  marksChanged(): void {
    const { marks } = this.page
    if (marks.size > 0 && !this.listening) this.listen()
    if (marks.size === 0) {
      this.listening?.abort()
      this.listening = undefined
    }
    if (this.shown && !marks.has(this.shown)) this.close()
  }

  private listen(): void {
    this.listening = new AbortController()
    const { signal } = this.listening
    const hear = <Type extends keyof WindowEventMap>(type: Type, heard: (event: WindowEventMap[Type]) => unknown) =>
      this.window.addEventListener(type, byHand(heard), { passive: true, capture: type !== 'click', signal })
    hear('pointermove', (event) => this.point(event, event.composedPath()))
    hear('pointerdown', (event) => this.pressed(event))
    hear('click', (event) => this.point(event, event.composedPath()))
    hear('scroll', () => this.close())
    hear('blur', () => this.cancelIntent())
    // On the window, not on the root element, which pages replace: out of everything is out of the document.
    hear('pointerout', (event) => event.relatedTarget === null && this.wentOut())
    // Firefox ends scripts at once where the extension is switched off, in another tab: the card would stay.
    const { document } = this.window
    document.addEventListener('visibilitychange', () => document.hidden && this.close(), { signal })
  }

  /** Takes a movement, or a click that may be a finger's tap. */
  point(...pointed: Pointed): void {
    const [event, path] = pointed
    if (event.type === 'click') return this.tapped(...pointed)
    if (event.pointerType === 'touch' || event.buttons !== 0 || (!this.shown && !this.page.mayOpen(event))) return
    this.pointer = placeOf(event, path)
    this.since = event.timeStamp
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.look()
    })
  }

  /** A finger cannot rest on a mention: a tap opens its card, unless the page has an answer to it. */
  private tapped(...[event, path]: Pointed): void {
    if (!isIdleTap(event, path) || !this.page.mayOpen(event)) return
    this.pointer = placeOf(event, path)
    const hit = markAt(this.window.document, this.page, this.pointer)
    if (hit) void this.open(hit, this.pointer, describe(hit.mark, this.page))
  }

  private look(): void {
    const { pointer } = this
    if (!pointer) return
    this.page.look(pointer.target instanceof Element ? pointer.target : undefined)
    if (this.shown && this.card.holds(pointer.clientX, pointer.clientY)) return this.stay()
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
    const described = describe(hit.mark, this.page)
    // No pause between two mentions: who reads one card wants the next at once.
    const pause = this.shown ? 0 : this.since + INTENT_MS - performance.now()
    this.intent = setTimeout(() => void this.show(hit, described), pause)
  }

  /** Opens a mark's card once what it says is known, unless the reader has turned to another one by then. */
  open(hit: Hit, at: At, described: Promise<Described | undefined>): Promise<void> {
    this.over = hit.mark
    this.pointer = at
    return this.show(hit, described)
  }

  private async show({ mark, rects }: Hit, described: Promise<Described | undefined>): Promise<void> {
    const answer = await described
    const { marks, life } = this.page
    if (!answer || this.over !== mark || !marks.has(mark) || life.signal.aborted) return
    const { clientX: x, clientY: y } = this.pointer ?? { clientX: 0, clientY: 0 }
    this.card.show({ rects, node: mark.range.startContainer, x, y }, answer, mark === this.visited)
    if (!this.shown) this.page.cardChanged(true)
    this.shown = mark
  }

  private pressed(event: PointerEvent): void {
    this.cancelIntent()
    if (!this.card.holds(event.clientX, event.clientY)) this.close()
  }

  private stay(): void {
    clearTimeout(this.leaving)
    this.leaving = undefined
  }

  /** The last movement may not have been looked at yet: it says no more where the pointer is. */
  private wentOut(): void {
    this.pointer = undefined
    this.left()
  }

  private left(): void {
    this.over = undefined
    this.cancelIntent()
    if (this.shown) this.leaving ??= setTimeout(() => this.close(), LEAVE_MS)
  }

  cancelIntent(): void {
    clearTimeout(this.intent)
  }

  close(): void {
    this.cancelIntent()
    this.stay()
    this.over = undefined
    if (!this.shown) return
    this.shown = undefined
    focusOn()
    this.card.hide()
    this.page.cardChanged(false)
  }
}

const placeOf = ({ clientX, clientY }: PointerEvent, [target]: Pointed[1]): At => ({
  clientX,
  clientY,
  target: target ?? null,
})
