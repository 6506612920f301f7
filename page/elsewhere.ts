import type { TabMessage } from '../messages'
import { askBackground } from './background'

/**
 * Knows of cards that are open in other frames of the tab. Escape goes to the frame with the focus and to no other: that
 * frame keeps it from its page and has the cards closed.
 */
export class Elsewhere {
  /** Which of the tab's frames this is: the browser's own number for it is told to the background alone. */
  private readonly here = Math.random()
  private readonly open = new Set<number>()
  /** Whether the press of Escape that is going on is ours, with its repetitions and its end. */
  private isOurs = false

  /** Tells the other frames that a card opened or closed in this one. */
  readonly tell = (isOpen: boolean): void => {
    void askBackground({ type: 'card', frame: this.here, isOpen })
  }

  told({ frame, isOpen }: Extract<TabMessage, { type: 'card' }>): void {
    if (!isOpen) this.open.delete(frame)
    else if (frame !== this.here) this.open.add(frame)
    // A page that is left closes its cards; one that comes back from the cache was not told.
    if (this.open.size > 0) document.addEventListener('visibilitychange', this.forget, { once: true })
  }

  /** Takes an Escape that is for a card in another frame. To be called before the page hears of it. */
  hear(event: Event): void {
    if (this.open.size === 0 && !this.isOurs) return
    const { key, type, isTrusted, repeat } = event as KeyboardEvent
    if (!isTrusted || key !== 'Escape') return
    if (type === 'keydown' && !repeat) this.pressed()
    if (!this.isOurs) return
    this.isOurs = type !== 'keyup'
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  private pressed(): void {
    this.isOurs = this.open.size > 0
    if (!this.isOurs) return
    this.forget()
    void askBackground({ type: 'close-cards' })
  }

  private readonly forget = (): void => this.open.clear()
}
