import type { CardDoor } from './card-door'
import { Hover } from './hover'
import { Keys } from './keys'
import type { PageDoor } from './page-door'
import { Visits } from './visits'

/** Attends to the reader of a page with a card: to pointer, touch, keys, commands and the popup's list. */
export function attend(window: Window, page: PageDoor, card: CardDoor): void {
  const hover = new Hover(window, page, card)
  const keys = new Keys(card, hover)
  const visits = new Visits(page, hover)
  globalThis.portholeAttendant = {
    hear: (event) => keys.hear(event),
    point: (...pointed) => hover.point(...pointed),
    marksChanged: () => hover.marksChanged(),
    close: () => hover.close(),
    listenAgain: () => hover.listenAgain(),
    step: (by) => visits.step(by),
    visit: (port) => visits.visit(port),
  }
  page.life.signal.addEventListener('abort', () => {
    globalThis.portholeAttendant = undefined
  })
}
