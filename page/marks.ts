import type { Mention } from '../detect/types'
import { Paint } from './paint'
import type { Run } from './run'

/** A mention where it stands in the page. */
export interface Mark {
  readonly mention: Mention
  readonly range: StaticRange
  /** The text nodes that it spans: one, or several where spans split the text. */
  readonly nodes: readonly Text[]
}

/** All marks of one page, by the text they stand in. */
export class Marks {
  private readonly byNode = new Map<Text, Mark[]>()
  private readonly all = new Set<Mark>()

  constructor(private readonly paint = new Paint()) {}

  get size(): number {
    return this.all.size
  }

  has(mark: Mark): boolean {
    return this.all.has(mark)
  }

  [Symbol.iterator](): IterableIterator<Mark> {
    return this.all.values()
  }

  /** The marks of a port, or all, in the order of the text. */
  inOrder(port?: { readonly from: number; readonly to: number }): Mark[] {
    return [...this.all]
      .filter(({ mention }) => !port || (mention.from === port.from && mention.to === port.to))
      .sort((a, b) => compare(a.range, b.range))
  }

  in(node: Text): readonly Mark[] {
    return this.byNode.get(node) ?? []
  }

  /** The mark that the character at this place belongs to. `offset` is a caret's: before or after that character. */
  at(node: Text, offset: number): readonly Mark[] {
    return this.in(node).filter(({ range }) => {
      const from = range.startContainer === node ? range.startOffset : 0
      const to = range.endContainer === node ? range.endOffset : node.length
      return from <= offset && offset <= to
    })
  }

  add(mark: Mark): void {
    this.all.add(mark)
    for (const node of mark.nodes) {
      const marks = this.byNode.get(node)
      if (marks) marks.push(mark)
      else this.byNode.set(node, [mark])
    }
    this.paint.add(mark.range)
  }

  delete(mark: Mark): void {
    if (!this.all.delete(mark)) return
    for (const node of mark.nodes) {
      const left = this.in(node).filter((other) => other !== mark)
      if (left.length) this.byNode.set(node, left)
      else this.byNode.delete(node)
    }
    this.paint.delete(mark.range)
  }

  /** Replaces the marks in a run's text; marks that stay as they were are not painted anew. */
  replace(run: Run, marks: readonly Mark[]): void {
    const old = new Set(this.all.size === 0 ? [] : run.nodes.flatMap((node) => this.byNode.get(node) ?? []))
    const kept = new Set<Mark>()
    for (const mark of old) {
      if (!run.holds(mark.range)) continue
      const same = marks.find(
        (other) => !kept.has(other) && sameExtent(other.range, mark.range) && sameSense(other, mark),
      )
      if (same) kept.add(same)
      else this.delete(mark)
    }
    for (const mark of marks) if (!kept.has(mark)) this.add(mark)
  }

  clear(): void {
    this.all.clear()
    this.byNode.clear()
    this.paint.clear()
  }
}

function compare(a: StaticRange, b: StaticRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset
  const follows = a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING
  return follows ? -1 : 1
}

const sameExtent = (a: StaticRange, b: StaticRange) =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset

const sameSense = ({ mention: a }: Mark, { mention: b }: Mark) =>
  a.from === b.from && a.to === b.to && a.protocol === b.protocol
