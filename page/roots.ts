import { shadowRootOf, styleMarks } from './shadow'

/** The trees of one document that are watched: the document itself and the shadow roots in it. */
export class Roots {
  private readonly shadows = new Set<ShadowRoot>()
  /** Custom elements without a shadow root: they get one when they are defined, and no mutation tells. */
  private readonly waiting: ResizeObserver

  /**
   * @param found is called with each shadow root that is met for the first time.
   */
  constructor(
    private readonly document: Document,
    private readonly found: (root: ShadowRoot) => void,
  ) {
    this.waiting = new ResizeObserver((entries) => {
      for (const { target } of entries) if (this.meet(target) || !target.isConnected) this.waiting.unobserve(target)
    })
  }

  get shadowRoots(): ReadonlySet<ShadowRoot> {
    return this.shadows
  }

  [Symbol.iterator](): Iterator<Document | ShadowRoot> {
    return [this.document, ...this.shadows].values()
  }

  /** Looks for a shadow root at an element, and tells whether it has one. */
  readonly meet = (element: Element): boolean => {
    const root = shadowRootOf(element)
    if (!root) {
      if (element.localName.includes('-')) this.waiting.observe(element)
      return false
    }
    if (this.shadows.has(root)) return true
    this.shadows.add(root)
    styleMarks(root)
    this.found(root)
    return true
  }

  /** Forgets the shadow roots for which the test fails, and returns them. */
  keep(test: (root: ShadowRoot) => boolean): readonly ShadowRoot[] {
    const lost = [...this.shadows].filter((root) => !test(root))
    for (const root of lost) this.shadows.delete(root)
    return lost
  }

  clear(): void {
    this.shadows.clear()
    this.waiting.disconnect()
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
