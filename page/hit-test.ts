import type { Mark, Marks } from './marks'

/** How far outside its glyphs a mention still counts as hit, in px: the underline belongs to it. */
const SLACK_PX = 2

/** The mark under a point of the viewport, if that text is what is shown there; with the rectangles of its lines. */
export function markAt(
  document: Document,
  { marks, shadowRoots }: Marked,
  { clientX: x, clientY: y, target }: At,
): Hit | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] })
  const node = caret?.offsetNode
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return null
  for (const mark of marks.at(node as Text, caret.offset)) {
    const rects = rectsOf(mark)
    if (rects.some((rect) => isOn(rect, x, y)) && isShown(node, { clientX: x, clientY: y, target }))
      return { mark, rects }
  }
  return null
}

/** A document's marks and the shadow roots that some of them stand in. */
export interface Marked {
  readonly marks: Marks
  readonly shadowRoots: readonly ShadowRoot[]
  /** Looks at what no mutation tells, now that the pointer is on an element. */
  look(element?: Element): void
}

/** A point of the viewport, in px, and the innermost element that takes pointer events there. */
export interface At {
  readonly clientX: number
  readonly clientY: number
  readonly target: EventTarget | null
}

export interface Hit {
  readonly mark: Mark
  readonly rects: readonly DOMRect[]
}

let measure: Range | undefined

/** The rectangles that a mark's text takes in the viewport now. */
export function rectsOf({ range: { startContainer, startOffset, endContainer, endOffset } }: Mark): readonly DOMRect[] {
  if (!startContainer.isConnected || !endContainer.isConnected) return []
  measure ??= new Range()
  measure.setStart(startContainer, Math.min(startOffset, (startContainer as Text).length))
  measure.setEnd(endContainer, Math.min(endOffset, (endContainer as Text).length))
  const rects = [...measure.getClientRects()]
  // The page's own changes keep a live range up to date wherever it stands: leave it where nothing changes.
  measure.setStart(startContainer.ownerDocument ?? startContainer, 0)
  measure.collapse(true)
  return rects
}

const isOn = (rect: DOMRect, x: number, y: number) =>
  rect.left - SLACK_PX <= x && x <= rect.right + SLACK_PX && rect.top - SLACK_PX <= y && y <= rect.bottom + SLACK_PX

/** Text that another element covers, or one around it cuts off, is not what the pointer is on. */
function isShown(text: Node, { clientX, clientY, target }: At): boolean {
  if (!(target instanceof Node)) return true
  for (let node: Node | null = text; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node === target) return true
    if (node instanceof Element && cutsOff(node, clientX, clientY)) return false
  }
  return false
}

/** Whether an element that is not hit at a point shows nothing there of what overflows it. */
function cutsOff(element: Element, x: number, y: number): boolean {
  const { overflow, clipPath } = getComputedStyle(element)
  return clipPath !== 'none' || (overflow !== 'visible' && !isOn(element.getBoundingClientRect(), x, y))
}
