import type { Marked } from './hit-test'
import type { PageBlock } from './surroundings'

/** What the marker's script offers to the card's, in the isolated world that they share. */
export interface PageDoor extends Marked {
  /** Ends everything of ours in the page. */
  readonly life: AbortController
  /** Whether the pointer may open a card, as the reader wants it. */
  readonly mayOpen: (event: MouseEvent) => boolean
  /** The headings and the lead-in of the place that a text stands in. */
  readonly blockAt: (text: Text) => Pick<PageBlock, 'column' | 'row' | 'above'>
  /** To be called when the card opened or closed: the tab's other frames are told. */
  readonly cardChanged: (isOpen: boolean) => void
}

/** A pointer's event, and what it met in the page: the event itself forgets that when all have heard it. */
export type Pointed = readonly [event: PointerEvent, path: readonly EventTarget[]]

/** What the card's script offers to the marker's. */
export interface Attendant {
  /** Takes what the marker hears before the page's own scripts do. */
  hear(event: Event): void
  /** Takes a movement or a tap. */
  point(...pointed: Pointed): void
  /** To be called when marks came or went. */
  marksChanged(): void
  /** Closes the card. */
  close(): void
  /** To be called after `document.open`, which takes all listeners away. */
  listenAgain(): void
  /** Goes to the mention after (1) or before (-1) the last one visited. */
  step(by: 1 | -1): Promise<void>
  /** Goes to the n-th mention of a port, counted from 0 in the order of the text. */
  visit(port: { readonly from: number; readonly to: number; readonly nth: number }): Promise<void>
}

declare global {
  // Pages cannot see these: they live in the extension's isolated world.
  var portholePage: PageDoor | undefined
  var portholeAttendant: Attendant | undefined
}
