import type { Marks } from './marks'
import { LongTexts } from './long-text'
import type { Mentions } from './mentions'
import type { Place, Places } from './places'
import type { Reader } from './reader'
import type { Roots } from './roots'
import { Scan } from './scan'
import { textsIn } from './small'
import { mayHold } from './surroundings'
import type { Headings } from './table'

/** Trees that are to be read whole, and very long texts: what is on the screen before all. */
export class Trees {
  private scans: Scan[] = []
  private ahead: Scan[] = []
  /** The texts of small shadow trees, which are looked at together: a page may have thousands. */
  private small: Text[] = []
  private readonly longs = new LongTexts()

  /** @param changed is called with a part of a tree that has come to mention other ports */
  constructor(
    private readonly reader: Reader,
    private readonly places: Places,
    private readonly headings: Headings,
    private readonly marks: Marks,
    private readonly roots: Roots,
    private readonly mentions: Mentions,
    private readonly changed: (root: Node) => void,
  ) {}

  add(root: Node): void {
    const texts = root instanceof ShadowRoot ? textsIn(root, this.roots) : undefined
    if (!texts) this.scans.push(this.scan(root))
    else for (const text of texts) this.small.push(text)
  }

  /** Adds texts that follow each other, to be read before the rest of their tree. */
  addAhead(texts: readonly Text[]): void {
    if (this.scans.length > 0) this.ahead.push(this.scan(texts))
  }

  /** Adds a very long text that may have changed. */
  addLong(text: Text): void {
    this.longs.addAgain(text)
  }

  /** The page has changed: what was on the screen may have left it. */
  refresh(): void {
    this.ahead = []
    for (const scan of this.scans) scan.refresh()
  }

  clear(): void {
    this.refresh()
    this.longs.clear()
    this.scans = []
    this.small = []
  }

  /** Whether a tree has been begun that is not done soon. */
  get isLong(): boolean {
    return this.scans[0]?.hasMore ?? false
  }

  /** Reads one small part; false when nothing is left. */
  step(): boolean {
    const long = this.longs.waiting
    if (this.ahead[0]) {
      if (!this.readNext(this.ahead[0])) this.ahead.shift()
    } else if (long) this.readPiece(long)
    else if (this.scans[0]) this.readTree(this.scans[0])
    else if (this.small.length > 0) {
      this.scans.push(this.scan(this.small))
      this.small = []
    } else return false
    return true
  }

  private scan(what: Node | readonly Text[]): Scan {
    const mayBe = (place: Place) => mayHold(place, this.headings)
    return new Scan(what, this.reader, this.places, this.marks, this.roots, mayBe)
  }

  private readPiece(text: Text): void {
    const isGone = !text.isConnected || this.places.of(text.parentNode).leftOut
    if (isGone) this.marks.dropIn(text)
    const run = this.longs.read(text, isGone)
    if (run) this.mentions.read(run, NONE, NOTHING)
  }

  private readTree(scan: Scan): void {
    if (this.readNext(scan)) return
    this.scans.shift()
    if (scan.hasChanged && scan.root?.parentNode) this.changed(scan.root)
  }

  /** Reads a bit of a tree; false at its end. */
  private readNext(scan: Scan): boolean {
    const found = scan.root?.isConnected === false ? undefined : scan.next()
    if (found && 'run' in found) {
      const { run, index } = found
      this.mentions.read(
        run,
        (first) => scan.recent.before(first, index),
        ({ changed, marks }) => {
          for (const { mention } of marks) scan.recent.note(mention.from, index + run.indexAt(mention.end, true))
          if (changed.length > 0) scan.hasChanged = true
        },
      )
    } else if (found && 'long' in found) this.longs.add(found.long)
    else if (found) this.marks.dropIn(found.leftOut)
    return found !== undefined && !scan.isDone
  }
}

const NONE = (): readonly number[] => []
const NOTHING = (): void => {}
