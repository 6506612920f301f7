/** What every highlight of ours is called, or begins with. The style sheet names the same ones. */
export const HIGHLIGHT = 'porthole'

/** Ranges in one Highlight. Firefox searches a Highlight from its start to delete one range: 10,000 of them take 1.6 s. */
const CHUNK = import.meta.env.FIREFOX ? 256 : Number.POSITIVE_INFINITY

/** Highlights that the style sheet knows, `porthole` and `porthole-1` to `porthole-31`; the last ones take what is over. */
const MOST_CHUNKS = 32

/** Paints ranges. Keeps to names of its own in `CSS.highlights` and never touches another. */
export class Paint {
  private chunks: Highlight[] = []
  private readonly chunkOf = new Map<StaticRange, Highlight>()

  add(range: StaticRange): void {
    const chunk = this.openChunk()
    chunk.add(range)
    this.chunkOf.set(range, chunk)
  }

  delete(range: StaticRange): void {
    this.chunkOf.get(range)?.delete(range)
    this.chunkOf.delete(range)
  }

  clear(): void {
    for (const chunk of this.chunks) chunk.clear()
    this.chunks = []
    this.chunkOf.clear()
    wipe()
  }

  private openChunk(): Highlight {
    const open = this.chunks.find((chunk) => chunk.size < CHUNK)
    if (open) return this.registered(open)
    if (this.chunks.length >= MOST_CHUNKS) return this.chunks[this.chunkOf.size % MOST_CHUNKS] as Highlight
    const chunk = new Highlight()
    this.chunks.push(chunk)
    return this.registered(chunk)
  }

  /** A page may delete all highlights: put ours back when there is something new to paint. */
  private registered(chunk: Highlight): Highlight {
    const index = this.chunks.indexOf(chunk)
    const name = nameOf(index)
    if (CSS.highlights.get(name) !== chunk) CSS.highlights.set(name, chunk)
    return chunk
  }
}

/** Removes every highlight of ours from the page, also those that an earlier version of the script left. */
export function wipe(): void {
  // By name: Firefox lets no content script iterate over the page's highlights.
  for (let index = 0; index < MOST_CHUNKS; index++) CSS.highlights.delete(nameOf(index))
}

const nameOf = (index: number): string => (index === 0 ? HIGHLIGHT : `${HIGHLIGHT}-${index}`)
