import { isCustom, shadowRootOf, styleMarks } from './shadow'

/** Custom elements that are waited for: those that never get a shadow root must not add up. */
const MOST_WAITING = 500

/** The trees of one document that are watched: the document itself and the shadow roots in it. */
export class Roots {
  private readonly shadows = new Set<ShadowRoot>()
  /** Custom elements without a shadow root: they get one when they are defined, and no mutation tells. */
  private readonly waiting = new Set<Element>()
  private readonly sizes: ResizeObserver

  /**
   * @param found is called with each shadow root that is met for the first time.
   */
  constructor(
    private readonly document: Document,
    private readonly found: (root: ShadowRoot) => void,
  ) {
    this.sizes = new ResizeObserver(() => {
      for (const element of this.waiting) if (!element.isConnected || this.meet(element)) this.waiting.delete(element)
      if (this.waiting.size === 0) this.sizes.disconnect()
    })
  }

  get shadowRoots(): ReadonlySet<ShadowRoot> {
    return this.shadows
  }

  /** Whether a tree is watched. */
  has(root: Node): boolean {
    return root === this.document || this.shadows.has(root as ShadowRoot)
  }

  [Symbol.iterator](): Iterator<Document | ShadowRoot> {
    return [this.document, ...this.shadows].values()
  }

  /** Meets the next elements of a walk; false at its end. Meeting one twice does no harm. */
  meetNext(elements: TreeWalker, count: number): boolean {
    for (let i = 0; i < count; i++) {
      const element = elements.nextNode() as Element | null
      if (!element) return false
      // What has an interface of its own is no custom element: only the others are asked for their names, which takes longer.
      if (element.shadowRoot || (element.constructor === HTMLElement && isCustom(element))) this.meet(element)
    }
    return true
  }

  /** Looks for a shadow root at an element, and tells whether it has one. */
  meet(element: Element): boolean {
    const root = shadowRootOf(element)
    if (!root) {
      if (isCustom(element)) this.wait(element)
      return false
    }
    if (this.shadows.has(root)) return true
    this.shadows.add(root)
    styleMarks(root)
    this.found(root)
    return true
  }

  private wait(element: Element): void {
    if (this.waiting.has(element) || this.waiting.size >= MOST_WAITING) return
    this.waiting.add(element)
    this.sizes.observe(element)
    // An inline element has no size of its own: what it gets inside shows in its parent's.
    if (element.parentElement) this.sizes.observe(element.parentElement)
  }

  /** Forgets the shadow roots for which the test fails, and returns them. */
  keep(test: (root: ShadowRoot) => boolean): readonly ShadowRoot[] {
    const lost = [...this.shadows].filter((root) => !test(root))
    for (const root of lost) this.shadows.delete(root)
    return lost
  }

  clear(): void {
    this.shadows.clear()
    this.waiting.clear()
    this.sizes.disconnect()
  }
}

/** Whether a node lies in another, shadow roots in between or not. */
export function isWithin(node: Node, holder: Node): boolean {
  for (let at: Node | null = node; at;) {
    if (holder.contains(at)) return true
    const root: Node = at.getRootNode()
    at = root instanceof ShadowRoot ? root.host : null
  }
  return false
}
