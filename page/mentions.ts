import { Search } from '../detect'
import { DIGIT } from '../detect/digits'
import type { Mention, TextBlock } from '../detect/types'
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

/** How a block's mentions are found. */
export type Searching = (block: TextBlock) => Pick<Search, 'step' | 'mentions'>

/**
 * Numbers that are judged in one step: the first ones of a page take a millisecond each, while the browser makes code of
 * ours; after so many more steps it is one more.
 */
const MOST_NUMBERS = 64
const STEPS = 8

/** A run that is being read. */
interface Task {
  readonly run: Run
  readonly search: ReturnType<Searching>
  /** The ports that were marked in it. */
  readonly before: readonly number[]
  readonly done: (outcome: Outcome) => void
}

/** Finds what runs mention, and marks it. */
export class Mentions {
  private task: Task | undefined
  private steps = 0

  constructor(
    private readonly marks: Marks,
    private readonly places: Places,
    private readonly headings: Headings,
    private readonly wants: (mention: Mention) => boolean = () => true,
    private readonly search: Searching = (block) => new Search(block),
  ) {}

  /** Whether a run has been begun. */
  get isAmid(): boolean {
    return this.task !== undefined
  }

  /** Leaves the run that has been begun. */
  clear(): void {
    this.task = undefined
  }

  /**
   * Begins to read a run, which is marked with the last `step`.
   *
   * @param recent is asked for the ports that the text before the run's first node just mentioned
   * @param done is called when it has been read
   */
  read(run: Run, recent: (first: Text) => readonly number[], done: Task['done']): void {
    const first = run.nodes[0]
    if (!first) return done(NOTHING)
    const before = portsIn(this.marks, run)
    if (before.length === 0 && (this.marks.size >= MOST_MARKS || !DIGIT.test(run.text))) return done(NOTHING)
    const block = new PageBlock(run, this.places.of(first.parentNode), this.headings, () => recent(first))
    this.task = { run, search: this.search(block), before, done }
  }

  /** Goes on with the run; false where none has been begun. */
  step(): boolean {
    const { task } = this
    if (task && !task.search.step(Math.min(MOST_NUMBERS, 1 + this.steps++ / STEPS))) {
      this.task = undefined
      this.finish(task)
    }
    return task !== undefined
  }

  private finish({ run, search, before, done }: Task): void {
    const mentions = search.mentions.filter(this.wants)
    if (mentions.length === 0 && before.length === 0) return done(NOTHING)
    const marks: Mark[] = []
    for (const mention of mentions) {
      const { start, end } = mention
      if (!run.claims(start)) continue
      const range = run.range(start, end)
      const nodes = run.between(start, end)
      marks.push({ mention, range, nodes, text: nodes.length > 1 ? textOf(nodes, range) : run.text.slice(start, end) })
    }
    this.marks.replace(run, marks)
    done({ marks, changed: changes(before, portsIn(this.marks, run)) })
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
