/** What every highlight of ours is called, or begins with. The style sheet names the same ones. */
export const HIGHLIGHT = 'porthole'

/** The mention that a keyboard command went to. */
const FOCUS = 'porthole-focus'

/** Ranges in one Highlight. Firefox searches a Highlight from its start to delete one range: 10,000 of them take 1.6 s. */
const CHUNK = import.meta.env.FIREFOX ? 256 : Number.POSITIVE_INFINITY

/** Highlights that the style sheet knows: in Firefox also `porthole-1` to `porthole-31`; the last ones take what is over. */
export const MOST_CHUNKS = import.meta.env.FIREFOX ? 32 : 1

/**
 * So many ranges are painted as they come. The browser goes through all of them in each frame in which one came: more wait
 * until they are this share of those that are painted, or until everything has been read.
 */
const AT_ONCE = 1000
const WORTH_A_FRAME = 0.5

/** Ranges that are painted in one step of many: they take up to 5 µs each. */
const STEP = 200
/** Of those that wait, so many are painted with each that comes. */
const FEW = 16

/** Paints ranges. Keeps to names of its own in `CSS.highlights` and never touches another. */
export class Paint {
  private readonly chunks: Highlight[] = []
  private readonly chunkOf = new Map<StaticRange, Highlight>()
  /** The chunk that takes the next range. */
  private open = 0
  private left = 0
  private readonly waiting = new Set<StaticRange>()
  /** Whether enough wait for all of them to be painted. */
  private isDue = false

  add(range: StaticRange): void {
    this.waiting.add(range)
    const painted = this.chunkOf.size
    if (painted < AT_ONCE || this.waiting.size > painted * WORTH_A_FRAME) this.isDue = true
    if (this.isDue) this.flush(FEW)
  }

  /** Paints so many of those that wait. */
  private flush(count: number): void {
    for (const range of this.waiting) {
      if (count-- === 0) return
      this.waiting.delete(range)
      this.put(range)
    }
    this.isDue = false
  }

  private put(range: StaticRange): void {
    const chunk = this.openChunk()
    chunk.add(range)
    this.left--
    this.chunkOf.set(range, chunk)
  }

  delete(range: StaticRange): void {
    if (this.waiting.delete(range)) return
    const chunk = this.chunkOf.get(range)
    if (!chunk) return
    chunk.delete(range)
    this.chunkOf.delete(range)
  }

  /** Paints some of what waits; at the end puts our highlights back where a page has deleted all, and returns true. */
  show(): boolean {
    this.flush(STEP)
    if (this.waiting.size > 0) return false
    this.chunks.forEach((chunk, index) => {
      const name = nameOf(index)
      if (chunk.size > 0 && CSS.highlights.get(name) !== chunk) CSS.highlights.set(name, chunk)
    })
    return true
  }

  /** Takes away what it painted, and nothing that a newer script has registered under the same names. */
  clear(): void {
    this.chunks.forEach((chunk, index) => {
      chunk.clear()
      if (CSS.highlights.get(nameOf(index)) === chunk) CSS.highlights.delete(nameOf(index))
    })
    this.chunks.length = 0
    this.waiting.clear()
    this.isDue = false
    this.chunkOf.clear()
    this.left = 0
  }

  private openChunk(): Highlight {
    if (this.left <= 0) {
      this.open = this.chunks.findIndex((chunk) => chunk.size < CHUNK)
      if (this.open < 0) this.open = this.chunks.length < MOST_CHUNKS ? this.newChunk() : this.smallest()
      this.left = Math.max(1, CHUNK - (this.chunks[this.open] as Highlight).size)
    }
    return this.chunks[this.open] as Highlight
  }

  private newChunk(): number {
    const chunk = new Highlight()
    CSS.highlights.set(nameOf(this.chunks.length), chunk)
    return this.chunks.push(chunk) - 1
  }

  private smallest(): number {
    const sizes = this.chunks.map(({ size }) => size)
    return sizes.indexOf(Math.min(...sizes))
  }
}

/** Shows which mention has been gone to from the keyboard; without a range, that none has. */
export function focusOn(range?: StaticRange): void {
  if (range) CSS.highlights.set(FOCUS, new Highlight(range))
  else CSS.highlights.delete(FOCUS)
}

/** Removes what an earlier version of the script left in the page: all highlights of ours, and a card it can no longer close. */
export function wipe(): void {
  for (const card of document.querySelectorAll('porthole-card')) card.remove()
  focusOn()
  // By name: Firefox lets no content script iterate over the page's highlights.
  for (let index = 0; index < MOST_CHUNKS; index++) CSS.highlights.delete(nameOf(index))
}

const nameOf = (index: number): string => (index === 0 ? HIGHLIGHT : `${HIGHLIGHT}-${index}`)
