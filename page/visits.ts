import { describe } from './describe'
import { rectsOf } from './hit-test'
import type { Hover } from './hover'
import type { Mark, Marks } from './marks'
import type { PageDoor } from './page-door'
import { focusOn } from './paint'

/** Goes to mentions without a pointer: from the keyboard's commands and the popup's list. */
export class Visits {
  constructor(
    private readonly page: PageDoor,
    private readonly hover: Hover,
  ) {}

  /** Goes to the mention after (1) or before (-1) the last one visited. */
  async step(by: 1 | -1): Promise<void> {
    const marks = inOrder(this.page.marks).filter((mark) => rectsOf(mark).length > 0)
    const last = this.hover.visited ? marks.indexOf(this.hover.visited) : -1
    const next = marks[last < 0 ? (by > 0 ? 0 : marks.length - 1) : (last + by + marks.length) % marks.length]
    if (next) await this.goTo(next)
  }

  /** Goes to the n-th mention of a port, counted from 0 in the order of the text. */
  async visit(port: { readonly from: number; readonly to: number; readonly nth: number }): Promise<void> {
    const mark = inOrder(this.page.marks).filter(isOf(port))[port.nth]
    if (mark) await this.goTo(mark)
  }

  /** Scrolls to a mark and shows its card there. */
  private async goTo(mark: Mark): Promise<void> {
    this.hover.close()
    this.hover.visited = mark
    focusOn(mark.range)
    const described = describe(mark, this.page)
    mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' })
    // The scrolling itself would close the card: its event comes with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const rects = rectsOf(mark)
    const [first] = rects
    if (first)
      await this.hover.open({ mark, rects }, { clientX: first.left, clientY: first.top, target: null }, described)
  }
}

const isOf =
  ({ from, to }: { readonly from: number; readonly to: number }) =>
  ({ mention }: Mark): boolean =>
    mention.from === from && mention.to === to

/** All marks in the order of the text. */
const inOrder = (marks: Marks): Mark[] => [...marks].sort((a, b) => compare(a.range, b.range))

function compare(a: StaticRange, b: StaticRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset
  const follows = a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING
  return follows ? -1 : 1
}
