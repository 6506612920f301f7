import { isText } from './flow'
import { LONG_RUN, lineEnd, startIn } from './reader'
import { Run } from './run'

/** One very long text node as it was last read. */
interface Known {
  data: string
  /** Where its pieces begin, ascending. */
  readonly cuts: number[]
}

/** A place in a very long text node from which it is to be read. */
export interface Piece {
  readonly node: Text
  readonly from: number
}

/**
 * Very long text nodes (a log shown as plain text) are read in pieces that end at line breaks. What has been read is
 * remembered, so that a log that grows is read from where it grew.
 */
export class LongTexts {
  // The strings are the browser's own until the node changes: remembering them copies nothing.
  private readonly known = new WeakMap<Text, Known>()

  /** Where to begin reading again: at the piece that changed, or the last one, whose end of a line may have. */
  again(node: Text): Piece {
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
    return { node, from }
  }

  whole(node: Text): Piece {
    this.known.set(node, { data: node.data, cuts: [] })
    return { node, from: startIn(node) }
  }

  /** Reads one piece; the second is the next one. The last takes the end of its line from the text node behind. */
  read({ node, from }: Piece): readonly [Run, Piece | undefined] {
    const { data } = node
    const known = this.known.get(node)
    known?.cuts.push(from)
    const run = new Run()
    const end = this.end(data, from)
    run.add(node, data.slice(0, end), from)
    if (end < data.length) return [run, { node, from: end }]
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
