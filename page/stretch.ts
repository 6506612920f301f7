import { isElement, isText } from './flow'
import type { Places } from './places'

/** Steps after which a search gives up: thousands of empty elements in a row are not text. */
const MOST_STEPS = 4000

/**
 * Moves over the text that a reader takes in as one: from text node to text node until something ends it (a block, a
 * cell, a superscript, something left out). In `<pre>` a block is a line, and text goes on after it.
 */
export class Stretch {
  /** Whether the last move passed a line break that no text node holds. */
  broke = false

  constructor(private readonly places: Places) {}

  /** The text node after `from`, whose own contents are skipped unless `enter`; null at the end of the text. */
  after(from: Node, enter = false): Text | null {
    return this.move(from, enter, 'firstChild', 'nextSibling')
  }

  /** The text node before `from`, likewise. */
  before(from: Node, enter = false): Text | null {
    return this.move(from, enter, 'lastChild', 'previousSibling')
  }

  private move(
    from: Node,
    enter: boolean,
    child: 'firstChild' | 'lastChild',
    sibling: 'nextSibling' | 'previousSibling',
  ): Text | null {
    this.broke = false
    let at = from
    let descend = enter
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      let next: Node | null = descend ? at[child] : null
      if (!next) {
        next = at[sibling]
        for (; !next; next = at[sibling]) {
          if (++steps > MOST_STEPS || !at.parentNode || !this.passes(at.parentNode)) return null
          at = at.parentNode
        }
      }
      at = next
      descend = false
      if (isText(at)) return at
      if (!isElement(at)) continue
      if (at.localName === 'br') this.broke = true
      else if (this.passes(at)) descend = true
      else return null
    }
    return null
  }

  /** Whether text goes on across an element's edge. */
  private passes(node: Node): boolean {
    if (!isElement(node)) return false
    const { flow, line, leftOut } = this.places.of(node)
    if (leftOut) return false
    if (line) this.broke = true
    return flow === 'inline' || line
  }
}
