/** Text nodes that a reader takes in as one, and the text they make. */
export class Run {
  readonly nodes: Text[] = []
  /** Offset in `text` at which each node starts. */
  readonly starts: number[] = []
  text = ''

  /** @param from, to  where in its node the run starts and ends: only a very long node is read in pieces. */
  constructor(
    private readonly from = 0,
    private readonly to = Number.POSITIVE_INFINITY,
  ) {}

  /** Whether a range that starts in one of these nodes starts in the piece that was read. */
  holds(range: StaticRange): boolean {
    return this.nodes.length > 1 || (this.from <= range.startOffset && range.startOffset < this.to)
  }

  add(node: Text, data: string): void {
    this.nodes.push(node)
    this.starts.push(this.text.length)
    this.text += data
  }

  /** A line break that no text node holds (`<br>`, a block inside `<pre>`). */
  addBreak(): void {
    if (this.text) this.text += '\n'
  }

  /** The one range over the text from `start` to `end`. */
  range(start: number, end: number): StaticRange {
    const [startContainer, startOffset] = this.place(start, false)
    const [endContainer, endOffset] = this.place(end, true)
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset })
  }

  /** The text nodes that a range over this run spans. */
  between({ startContainer, endContainer }: StaticRange): readonly Text[] {
    if (startContainer === endContainer) return [startContainer as Text]
    return this.nodes.slice(this.nodes.indexOf(startContainer as Text), this.nodes.indexOf(endContainer as Text) + 1)
  }

  /** The text node and the offset in it for an offset in `text`; an end belongs to the node before a boundary. */
  private place(offset: number, isEnd: boolean): readonly [Text, number] {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const start = this.starts[middle] as number
      if (isEnd ? start < offset : start <= offset) low = middle
      else high = middle - 1
    }
    const node = this.nodes[low] as Text
    const inNode = offset - (this.starts[low] as number) + (low === 0 ? this.from : 0)
    return [node, Math.min(inNode, node.length)]
  }
}
