import type { Places } from './places'

/** Steps after which a search gives up: thousands of empty elements in a row are not text. */
const MOST_STEPS = 4000

/**
 * Moves over the text that a reader takes in as one: from text node to text node until something ends it (a block, a
 * cell, a superscript, something left out). In `<pre>` a block is a line, and text goes on after it.
 *
 * The two directions are written out: `node[child]` with a name that varies takes several times as long as `node.firstChild`.
 */
export class Stretch {
  /** Whether the last move passed a line break that no text node holds. */
  broke = false
  private ends = false

  constructor(private readonly places: Places) {}

  /** The text node after `from`, whose own contents are skipped unless `enter`; null at the end of the text. */
  after(from: Node, enter = false): Text | null {
    this.broke = this.ends = false
    let at = from
    let descend = enter
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      let next: Node | null = descend ? at.firstChild : null
      if (!next) {
        next = at.nextSibling
        for (; !next; next = at.nextSibling) {
          const parent: Node | null = at.parentNode
          if (++steps > MOST_STEPS || !parent || !this.passes(parent)) return null
          at = parent
        }
      }
      at = next
      const type = at.nodeType
      if (type === TEXT || type === CDATA) return at as Text
      descend = type === ELEMENT && this.enters(at as Element)
      if (this.ends) return null
    }
    return null
  }

  /** The text node before `from`, likewise. */
  before(from: Node, enter = false): Text | null {
    this.broke = this.ends = false
    let at = from
    let descend = enter
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      let next: Node | null = descend ? at.lastChild : null
      if (!next) {
        next = at.previousSibling
        for (; !next; next = at.previousSibling) {
          const parent: Node | null = at.parentNode
          if (++steps > MOST_STEPS || !parent || !this.passes(parent)) return null
          at = parent
        }
      }
      at = next
      const type = at.nodeType
      if (type === TEXT || type === CDATA) return at as Text
      descend = type === ELEMENT && this.enters(at as Element)
      if (this.ends) return null
    }
    return null
  }

  /** Whether to look into an element; sets `ends` where the text ends before it. */
  private enters(element: Element): boolean {
    const { flow, line, leftOut } = this.places.ofElement(element)
    this.ends = false
    if (leftOut) this.ends = true
    else if (flow === 'break') this.broke = true
    else if (line) this.broke = true
    else if (flow !== 'inline') this.ends = true
    return flow !== 'break' && !this.ends
  }

  /** Whether text goes on across an element's end. */
  private passes(node: Node): boolean {
    if (node.nodeType !== ELEMENT) return false
    const { flow, line, leftOut } = this.places.ofElement(node as Element)
    if (leftOut) return false
    if (line) this.broke = true
    return flow === 'inline' || line
  }
}

const ELEMENT = 1
const TEXT = 3
const CDATA = 4
