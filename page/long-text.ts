import { isText } from './flow'
import { LONG_RUN, lineEnd, startIn } from './reader'
import { Run } from './run'

/** One very long text node as it was last read. */
interface Known {
  data: string
  /** Where its pieces begin, ascending. */
  readonly cuts: number[]
}

/**
 * Very long text nodes (a log shown as plain text) are read in pieces that end at line breaks. What has been read is
 * remembered, so that a log that grows is read from where it grew.
 */
export class LongTexts {
  // The strings are the browser's own until the node changes: remembering them copies nothing.
  private readonly known = new WeakMap<Text, Known>()

  /** From where each text that waits is to be read. */
  private readonly pieces = new Map<Text, number>()

  /** A text that is to be read. */
  get waiting(): Text | undefined {
    for (const [text] of this.pieces.size > 0 ? this.pieces : []) return text
    return undefined
  }

  /** Notes a text that is to be read from its start. */
  add(node: Text): void {
    this.pieces.set(node, this.whole(node))
  }

  /** Notes a text that may have changed. */
  addAgain(node: Text): void {
    this.pieces.set(node, this.again(node))
  }

  clear(): void {
    this.pieces.clear()
  }

  /** The next piece of a text that waits; nothing where it is to be left, or has no more. */
  read(node: Text, isLeft: boolean): Run | undefined {
    const from = this.pieces.get(node)
    this.pieces.delete(node)
    if (from === undefined || isLeft) return undefined
    const [run, next] = this.piece(node, from)
    if (next !== undefined) this.pieces.set(node, next)
    return run
  }

  /** Where to begin reading again: at the piece that changed, or the last one, whose end of a line may have. */
  private again(node: Text): number {
    const known = this.known.get(node)
    const { data } = node
    if (!known || known.cuts.length === 0 || known.cuts[0] !== startIn(node)) return this.whole(node)
    // A cut depends on nothing behind it. A log that grows is the same up to the last one: look there first.
    const isSame = (index: number) => sameUpTo(known.data, data, known.cuts[index] as number)
    let same = known.cuts.length - 1
    if (!isSame(same)) {
      let low = 0
      while (low < same) {
        const middle = (low + same) >> 1
        if (isSame(middle + 1)) low = middle + 1
        else same = middle
      }
    }
    const from = known.cuts[same] as number
    known.cuts.length = same
    known.data = data
    return from
  }

  private whole(node: Text): number {
    this.known.set(node, { data: node.data, cuts: [] })
    return startIn(node)
  }

  /** Reads one piece; the second is the next one. The last takes the end of its line from the text node behind. */
  private piece(node: Text, from: number): readonly [Run, number | undefined] {
    const { data } = node
    const known = this.known.get(node)
    known?.cuts.push(from)
    const run = new Run()
    const end = this.end(data, from)
    run.add(node, data.slice(0, end), from)
    if (end < data.length) return [run, end]
    const next = node.nextSibling
    if (next && isText(next) && startIn(next) > 0) run.add(next, next.data.slice(0, lineEnd(next)))
    return [run, undefined]
  }

  private end(data: string, from: number): number {
    if (from + LONG_RUN >= data.length) return data.length
    const cut = data.indexOf('\n', from + LONG_RUN) + 1
    return cut > 0 && cut - from <= 2 * LONG_RUN ? cut : Math.min(from + 2 * LONG_RUN, data.length)
  }
}

const sameUpTo = (a: string, b: string, length: number): boolean =>
  b.length >= length && b.startsWith(a.slice(0, length))
