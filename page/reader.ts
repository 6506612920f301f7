import { isElement, isText } from './flow'
import type { Places } from './places'
import { Run } from './run'
import { Stretch } from './stretch'

/** A run longer than this ends at its next line break, so that one endless log is read in pieces; in characters. */
export const LONG_RUN = 16_384

/** How much text before and after a change in a long run is read with it to understand it, in characters. */
const LOOK_AROUND = 2048

const NONE: ReadonlySet<Text> = new Set()

/** How far around a change in a long run marks may change, in characters. */
const REACH = 512

/** Puts the text around a node together. */
export class Reader {
  private readonly stretch: Stretch

  constructor(places: Places) {
    this.stretch = new Stretch(places)
  }

  /**
   * The run that holds a text node, read because of a change there; of a long run only what the change can reach.
   *
   * @param changed other nodes that are to be read: those that follow closely are read with this one
   */
  around(node: Text, changed: ReadonlySet<Text>): Run {
    const [first, isCut] = this.start(node)
    const run = this.read(first, node, 0, changed)
    if (isCut) run.claimFrom = Math.max(0, (run.offsetOf(node, 0) ?? 0) - REACH)
    if (!run.isWhole) run.claimTo = run.text.length - LOOK_AROUND + REACH
    return run
  }

  /** The run that holds a text node, on the way through a whole tree: never reaches back over `last`. */
  next(node: Text, last: Text | null): Run {
    const [first] = this.start(node, last)
    return this.read(first, node, LONG_RUN, NONE)
  }

  /** The texts that stand nearest to a node's edges, outside and inside, as far as a run would join them. */
  beside(node: Node): ReadonlySet<Text> {
    const texts = new Set<Text>()
    for (const enter of isElement(node) ? [false, true] : [false]) {
      const after = this.stretch.after(node, enter)
      const before = this.stretch.before(node, enter)
      if (after) texts.add(after)
      if (before) texts.add(before)
    }
    return texts
  }

  /** Reads on from `first` over `node`, to the run's end or to the end of a line when the run has become long. */
  private read(first: Text, node: Text, long: number, changed: ReadonlySet<Text>): Run {
    const run = new Run()
    let enough = Number.POSITIVE_INFINITY
    let endsLine = false
    for (let at: Text | null = first; at; at = this.stretch.after(at)) {
      const { data } = at
      if (data.length > LONG_RUN) break
      if (run.text.length > enough && (endsLine || this.stretch.broke)) {
        run.isWhole = false
        break
      }
      if (this.stretch.broke) run.addBreak()
      run.add(at, data, at === first ? startIn(at) : 0)
      endsLine = data.includes('\n')
      const isChanged = at === node || (changed.has(at) && run.text.length < 2 * LONG_RUN)
      if (isChanged) enough = Math.max(long, run.text.length + LOOK_AROUND)
    }
    return run
  }

  /** Where the run that holds a text begins; the second says that it begins earlier than was looked. */
  private start(node: Text, last?: Text | null): readonly [Text, boolean] {
    let first = node
    for (let back = 0; back < LOOK_AROUND;) {
      const before = this.stretch.before(first)
      if (!before || before === last || before.length > LONG_RUN) return [first, false]
      first = before
      back += before.length + 1
    }
    return [first, true]
  }
}

/** Where a text node starts to be its own: the end of a line that a very long node before it began belongs to that. */
export function startIn(node: Text): number {
  const before = node.previousSibling
  return before && isText(before) && (before.length > LONG_RUN || node.length > LONG_RUN) ? lineEnd(node) : 0
}

/** The first line of a text node, up to and with its line break; 0 where the line is endless. */
export const lineEnd = (node: Text): number => node.data.slice(0, LOOK_AROUND).indexOf('\n') + 1
