import { DIGIT } from '../detect/digits'
import { APART, firstLook } from '../detect/first-look'
import type { Marks } from './marks'
import { LONG_RUN } from './reader'
import type { RecentPorts } from './recent'

/** Texts that are looked at together, and about how many characters: few enough to be done in a fraction of a slice. */
export const BATCH = 512
const CHARACTERS = 65_536

/** How much of that is looked at first, while the browser makes code of ours; then twice as much each time. */
const FIRST = 1 / 8

/** Texts before and after one that are looked at with it, and how many characters of them there should be. */
const TEXTS_BEFORE = 8
const TEXTS_AFTER = 4
const BEFORE = 120
const AFTER = 60

/** What is to be done with a text. */
export const SKIP = 0
/** Read it if what heads it lets its numbers be ports. */
export const HEADED = 1
export const READ = 2
export const LONG = 3
/** It has a digit, and has not been looked at. */
const UNKNOWN = 4

/** A walk that can be taken forward and back. */
export interface Walk {
  nextNode(): Node | null
  previousNode(): Node | null
}

/** The next texts of a walk, looked at together. */
export class Batch {
  /** The texts, behind the last ones of the batch before; what they say, and what is to be done with them. */
  readonly nodes: Text[] = []
  readonly todo = new Uint8Array(TEXTS_BEFORE + BATCH)
  private readonly data: string[] = []
  /** Texts kept from the batch before, texts in all, and the next to read. */
  private kept = 0
  count = 0
  at = 0
  /** How many texts have been passed before the batch. */
  private passed = 0
  private share = FIRST
  /** Whether the walk has come to its end. */
  isLast = false
  /** Whether there may be marks that are to go: those that come meanwhile are as they should be. */
  private readonly hadMarks: boolean

  /**
   * @param hasHeaded whether anything on the page can be headed by something
   */
  constructor(
    private readonly texts: Walk,
    private readonly marks: Marks,
    private readonly recent: RecentPorts,
    private readonly hasHeaded: boolean,
  ) {
    this.hadMarks = marks.size > 0
  }

  /** How many texts the walk has passed before the next one. */
  get index(): number {
    return this.passed + this.at - this.kept
  }

  /** Drops the batch and goes on behind so many texts that follow it; then the next text is the given one by count. */
  skip(texts: number, index: number): void {
    for (let i = 0; i < texts; i++) this.texts.nextNode()
    this.passed = index
    this.kept = this.count = this.at = 0
  }

  /** Takes the next texts and looks at them. */
  fill(): void {
    const { nodes, data, todo, texts, marks, hadMarks } = this
    this.keep()
    const first = this.kept
    let count = first
    let hasDigits = false
    let length = 0
    const most = BATCH * this.share
    const enough = CHARACTERS * this.share
    this.share = Math.min(1, 2 * this.share)
    for (; count < first + most && (length < enough || count < first + 2 * TEXTS_AFTER); count++) {
      const text = texts.nextNode() as Text | null
      if (!text) {
        this.isLast = true
        break
      }
      const words = text.data
      const isLong = words.length > LONG_RUN
      length += isLong ? 0 : words.length
      nodes[count] = text
      data[count] = isLong ? '' : words
      todo[count] = isLong ? LONG : hadMarks && marks.in(text).length > 0 ? READ : DIGIT.test(words) ? UNKNOWN : SKIP
      if (todo[count] === UNKNOWN) hasDigits = true
    }
    if (!this.isLast) {
      // The last ones are looked at again with what stands behind them.
      count -= TEXTS_AFTER
      for (let i = 0; i < TEXTS_AFTER; i++) texts.previousNode()
    }
    this.count = count
    if (hasDigits) this.judge(first, count)
  }

  /** Keeps the last texts: they are what stands before the next ones. */
  private keep(): void {
    this.passed += this.count - this.kept
    const from = Math.max(0, this.count - TEXTS_BEFORE)
    this.kept = this.count - from
    for (let i = 0; i < this.kept; i++) {
      this.nodes[i] = this.nodes[from + i] as Text
      this.data[i] = this.data[from + i] as string
      this.todo[i] = SKIP
    }
    this.at = this.kept
  }

  /** Decides about the texts with a digit, from what they and the texts around them say. */
  private judge(first: number, count: number): void {
    const { data, todo, recent, passed, kept, hasHeaded } = this
    const of: number[] = []
    const ends: number[] = []
    const parts: string[] = []
    let length = 0
    let to = 0
    for (let i = first; i < count; i++) {
      if (todo[i] !== UNKNOWN) continue
      let from = i
      for (let behind = 0; from > 0 && i - from < TEXTS_BEFORE && behind < BEFORE; from--)
        behind += (data[from - 1] as string).length
      let end = i + 1
      for (let ahead = 0; end < count + TEXTS_AFTER && end - i <= TEXTS_AFTER && ahead < AFTER; end++)
        ahead += data[end]?.length ?? AFTER
      for (let k = Math.max(from, to); k < end && k < data.length; k++) {
        parts.push(data[k] as string)
        length += (data[k] as string).length + 1
        of.push(k)
        ends.push(length)
      }
      to = Math.max(to, end)
    }
    let part = 0
    firstLook(parts.join(APART), ({ start, from: port }, speaks) => {
      while (start >= (ends[part] as number)) part++
      const i = of[part] as number
      if (i < first || i >= count || todo[i] === READ) return
      const at = passed + i - kept
      if (speaks || recent.mayRepeat(port, at)) {
        todo[i] = READ
        recent.expect(port, at)
      } else if (hasHeaded) todo[i] = HEADED
    })
    for (let i = first; i < count; i++) if (todo[i] === UNKNOWN) todo[i] = SKIP
  }
}
