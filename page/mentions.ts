import type { findMentions } from '../detect'
import { type Mark, type Marks, textOf } from './marks'
import type { Places } from './places'
import type { Run } from './run'
import { PageBlock } from './surroundings'
import type { Headings } from './table'

/** Most marks in a document: far more than anybody reads, and no more than a hostile page can make us pay for. */
const MOST_MARKS = 20_000

/** What a run has come to mention. */
export interface Outcome {
  readonly marks: readonly Mark[]
  /** The ports that it mentions more or less often than before. */
  readonly changed: readonly number[]
}

/** Finds what runs mention, and marks it. */
export class Mentions {
  constructor(
    private readonly marks: Marks,
    private readonly places: Places,
    private readonly headings: Headings,
    private readonly detect: typeof findMentions,
  ) {}

  /**
   * Marks a run.
   *
   * @param recent is asked for the ports that the text before the run's first node just mentioned
   */
  read(run: Run, recent: (first: Text) => readonly number[]): Outcome {
    const first = run.nodes[0]
    if (!first) return NOTHING
    const before = portsIn(this.marks, run)
    const isFull = before.length === 0 && this.marks.size >= MOST_MARKS
    const block = new PageBlock(run, this.places.of(first.parentNode), this.headings, () => recent(first))
    const mentions = isFull ? [] : this.detect(block)
    if (mentions.length === 0 && before.length === 0) return NOTHING
    const marks: Mark[] = []
    for (const mention of mentions) {
      const { start, end } = mention
      if (!run.claims(start)) continue
      const range = run.range(start, end)
      const nodes = run.between(start, end)
      marks.push({ mention, range, nodes, text: nodes.length > 1 ? textOf(nodes, range) : run.text.slice(start, end) })
    }
    this.marks.replace(run, marks)
    return { marks, changed: changes(before, portsIn(this.marks, run)) }
  }
}

const NOTHING: Outcome = { marks: [], changed: [] }
const NONE: readonly number[] = []

function portsIn(marks: Marks, { nodes }: Run): readonly number[] {
  if (marks.size === 0) return NONE
  let ports: number[] | undefined
  for (const node of nodes) {
    const here = marks.in(node)
    if (here.length > 0) (ports ??= []).push(...here.map(({ mention }) => mention.from))
  }
  return ports ?? NONE
}

const changes = (before: readonly number[], now: readonly number[]): readonly number[] =>
  now.join() === before.join() ? NONE : [...before, ...now]
