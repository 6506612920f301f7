import type { CardDoor } from './card-door'
import { hearCopy } from './copy'
import type { Hover } from './hover'

/** Answers what concerns an open card before the page hears of it: Escape, Tab, and whatever is done inside the card. */
export class Keys {
  /** Whether the press of Escape that is going on closed a card: its repetitions and its end belong to it. */
  private isOurs = false

  constructor(
    private readonly card: CardDoor,
    private readonly hover: Hover,
  ) {}

  hear(event: Event): void {
    if (event.type === 'copy' && hearCopy(event)) return
    if (event.isTrusted && event.type === 'keydown') this.down(event as KeyboardEvent)
    else if (event.isTrusted && event.type === 'keyup') this.up(event as KeyboardEvent)
    else this.guard(event)
  }

  private guard(event: Event): void {
    if (this.hover.shown) this.card.guard(event)
  }

  private down(event: KeyboardEvent): void {
    const { card, hover } = this
    if (this.isOurs && event.key === 'Escape' && event.repeat) return keepFromPage(event)
    this.isOurs = false
    if (hover.shown && !card.isOpen) hover.close()
    if (!hover.shown) return hover.cancelIntent()
    if (event.key === 'Tab' && this.mayStep(event)) {
      if (!card.step(event.shiftKey ? -1 : 1)) hover.close()
    } else if (event.key === 'Escape') {
      this.isOurs = true
      hover.close()
    } else return card.guard(event)
    keepFromPage(event)
  }

  private up(event: KeyboardEvent): void {
    if (!this.isOurs || event.key !== 'Escape') return this.guard(event)
    this.isOurs = false
    keepFromPage(event)
  }

  /** Tab goes into a card that one came to by keyboard, through it and out of it: it lies at the end of the document. */
  private mayStep({ shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey) return false
    return this.card.isFocused || (!shiftKey && this.hover.shown === this.hover.visited)
  }
}

function keepFromPage(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
