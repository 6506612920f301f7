import type { Described } from '../messages'
import type { CardHost } from './card-host'

/** Where a card belongs: the rectangles of its mention in the viewport, one a line, and where the pointer is. */
export interface Anchor {
  readonly rects: readonly DOMRect[]
  readonly node: Node
  readonly x: number
  readonly y: number
}

/** What can be done with the one card of a document. */
export interface CardDoor {
  /** `isVisited`: one came by keyboard, and hears what the card is of. */
  show(anchor: Anchor, described: Described, isVisited?: boolean): void
  hide(): void
  /** Whether the card is there: a page may have removed it. */
  readonly isOpen: boolean
  /** Whether one of its controls has the focus. */
  readonly isFocused: boolean
  /** Moves the focus to its next control (1) or to the one before (-1); false past its ends. */
  step(by: 1 | -1): boolean
  /** Keeps an event that happens inside the card from the page. To be called before the page hears of it. */
  guard(event: Event): void
  /** Whether a point of the viewport lies on the card or on the way from the mention to it. */
  holds(x: number, y: number): boolean
}

declare global {
  // For pictures of the card on a page of ours; other pages cannot see the isolated world that it lives in.
  var portholeCard: CardDoor | undefined
}

interface Views {
  /** Fills the card. */
  readonly draw: (described: Described) => void
  /** What a screen reader says of it. */
  readonly words: (described: Described) => string
}

/** Makes a card of a host and what is drawn in it. */
export function openCardDoor(host: CardHost, { draw, words }: Views): CardDoor {
  let mention: DOMRect | undefined
  const door: CardDoor = {
    show(anchor, described, isVisited = false) {
      draw(described)
      mention = lineAt(anchor)
      if (!mention) return
      host.open(anchor, mention)
      if (isVisited) host.say(words(described))
    },
    hide() {
      mention = undefined
      host.close()
    },
    get isOpen() {
      return host.element.isConnected
    },
    get isFocused() {
      return host.isFocused
    },
    step: (by) => host.step(by),
    guard: host.shield.guard,
    holds(x, y) {
      if (!mention) return false
      const card = host.element.getBoundingClientRect()
      return isIn(card, x, y) || isIn(between(mention, card), x, y)
    },
  }
  globalThis.portholeCard = door
  return door
}

/** A mention that wraps has several lines: the card belongs to the one that the pointer is on. */
const lineAt = ({ rects, x, y }: Anchor) => rects.find((rect) => isIn(rect, x, y)) ?? rects[0]

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  left <= x && x <= right && top <= y && y <= bottom

/** The gap between a mention and its card, as wide as the mention: the bridge that the pointer crosses. */
function between(mention: DOMRect, card: DOMRect): DOMRect {
  const top = Math.min(mention.bottom, card.bottom)
  const bottom = Math.max(mention.top, card.top)
  const left = Math.min(mention.left, card.left)
  return new DOMRect(left, top, Math.max(mention.right, left) - left, Math.max(0, bottom - top))
}
