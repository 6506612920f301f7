import type { Mention } from '../detect/types'
import { isText, SHOW_TEXT } from './flow'
import { Paint } from './paint'
import { isWithin } from './roots'
import type { Run } from './run'

/** So few marks are asked one by one where they stand. */
const FEW = 500

/** A mention where it stands in the page. */
export interface Mark {
  readonly mention: Mention
  readonly range: StaticRange
  /** The text nodes that it spans: one, or several where spans split the text. */
  readonly nodes: readonly Text[]
  /** What is marked, as it was read. */
  readonly text: string
}

/** All marks of one page, by the text they stand in. */
export class Marks {
  private readonly byNode = new Map<Text, Mark[]>()
  private readonly all = new Set<Mark>()
  private readonly counts = new Map<number, number>()
  private readonly lost = new Set<number>()

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

  /** Whether any mention of a port is marked. */
  hasPort(port: number): boolean {
    return this.counts.has(port)
  }

  /** The ports of which marks were deleted since this was last asked. */
  takeLost(): readonly number[] {
    const lost = [...this.lost]
    this.lost.clear()
    return lost
  }

  in(node: Text): readonly Mark[] {
    return this.byNode.get(node) ?? NO_MARKS
  }

  /**
   * The mark that the character at this place belongs to, if its text is still what was read. `offset` is a caret's: before
   * or after that character.
   */
  at(node: Text, offset: number): readonly Mark[] {
    return this.in(node).filter((mark) => {
      const { range } = mark
      if (!isStill(mark)) return false
      const from = range.startContainer === node ? range.startOffset : 0
      const to = range.endContainer === node ? range.endOffset : node.length
      return from <= offset && offset <= to
    })
  }

  add(mark: Mark): void {
    this.all.add(mark)
    this.counts.set(mark.mention.from, (this.counts.get(mark.mention.from) ?? 0) + 1)
    for (const node of mark.nodes) {
      const marks = this.byNode.get(node)
      if (marks) marks.push(mark)
      else this.byNode.set(node, [mark])
    }
    this.paint.add(mark.range)
  }

  delete(mark: Mark): void {
    if (!this.all.delete(mark)) return
    this.lost.add(mark.mention.from)
    const count = this.counts.get(mark.mention.from) ?? 0
    if (count > 1) this.counts.set(mark.mention.from, count - 1)
    else this.counts.delete(mark.mention.from)
    for (const node of mark.nodes) {
      const left = this.in(node).filter((other) => other !== mark)
      if (left.length) this.byNode.set(node, left)
      else this.byNode.delete(node)
    }
    this.paint.delete(mark.range)
  }

  /** Replaces the marks in a run's text; marks that stay as they were are not painted anew. */
  replace(run: Run, marks: readonly Mark[]): void {
    const old = new Set<Mark>()
    if (this.all.size > 0)
      for (const node of run.nodes) for (const mark of this.byNode.get(node) ?? NO_MARKS) old.add(mark)
    if (old.size === 0) {
      for (const mark of marks) this.add(mark)
      return
    }
    const kept = new Set<Mark>()
    const byStart = new Map<Node, Mark[]>()
    for (const mark of marks) {
      const { startContainer } = mark.range
      byStart.set(startContainer, [...(byStart.get(startContainer) ?? []), mark])
    }
    for (const mark of old) {
      if (!run.holds(mark.range)) continue
      const same = byStart.get(mark.range.startContainer)?.find((other) => sameExtent(other.range, mark.range))
      if (same && sameSense(same, mark)) kept.add(same)
      else this.delete(mark)
    }
    for (const mark of marks) if (!kept.has(mark)) this.add(mark)
  }

  /** Drops the marks in a node and below it. */
  dropIn(node: Node): void {
    if (isText(node)) this.drop(node)
    else if (this.all.size <= FEW) {
      for (const mark of this.all) if (isWithin(mark.range.startContainer, node)) this.delete(mark)
    } else this.dropBelow(node, Number.POSITIVE_INFINITY)
  }

  /** Drops the marks whose text is in no tree that is read any more; `left` are the only nodes that may have gone. */
  dropGone(isRead: (root: Node) => boolean, left?: readonly Node[]): void {
    if (this.all.size === 0) return
    const isGone = (node: Node) => !node.isConnected || !isRead(node.getRootNode())
    let budget = left ? this.all.size : 0
    for (const node of left ?? []) if (budget > 0 && isGone(node)) budget = this.dropBelow(node, budget)
    if (budget > 0) return
    for (const mark of this.all) if (mark.nodes.some(isGone)) this.delete(mark)
  }

  /** What is left of the number of text nodes that it may look at. */
  private dropBelow(node: Node, budget: number): number {
    let left = budget - 1
    if (isText(node)) this.drop(node)
    else if (node.firstChild) {
      const texts = (node.ownerDocument ?? (node as Document)).createTreeWalker(node, SHOW_TEXT)
      for (let text = texts.nextNode(); text && left > 0; text = texts.nextNode()) {
        this.drop(text as Text)
        left--
      }
    }
    return left
  }

  private drop(text: Text): void {
    for (const mark of [...this.in(text)]) this.delete(mark)
  }

  /** Paints some of what was added; true when all is painted, also after the page has deleted all highlights. */
  show(): boolean {
    return this.paint.show()
  }

  clear(): void {
    this.all.clear()
    this.counts.clear()
    this.lost.clear()
    this.byNode.clear()
    this.paint.clear()
  }
}

const NO_MARKS: readonly Mark[] = []

const isStill = ({ text, nodes, range }: Mark): boolean => textOf(nodes, range) === text

/** What stands in a range over these text nodes now. */
export function textOf(nodes: readonly Text[], { startOffset, endContainer, endOffset }: StaticRange): string {
  let text = ''
  for (const node of nodes)
    text += node.data.slice(text ? 0 : startOffset, node === endContainer ? endOffset : undefined)
  return text
}

const sameExtent = (a: StaticRange, b: StaticRange) =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset

/** Also what found it: a repeat goes with what it repeats. */
const sameSense = ({ mention: a }: Mark, { mention: b }: Mark) =>
  a.from === b.from &&
  a.to === b.to &&
  a.protocol === b.protocol &&
  a.kind === b.kind &&
  a.host === b.host &&
  a.side === b.side
