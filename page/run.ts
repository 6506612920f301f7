/** Text nodes that a reader takes in as one, and the text they make. */
export class Run {
  readonly nodes: Text[] = []
  /** Offset in `text` at which each node starts. */
  readonly starts: number[] = []
  text = ''
  /** The part of `text` that this run speaks for; what is outside is there to be understood, and marked by others. */
  claimFrom = 0
  claimTo = Number.POSITIVE_INFINITY
  /** Whether nothing of the text is left to be read. */
  isWhole = true
  /** Where in the first node the run starts: only a very long node is read in pieces. */
  private from = 0

  add(node: Text, data: string, from = 0): void {
    if (this.nodes.length === 0) this.from = from
    this.nodes.push(node)
    this.starts.push(this.text.length)
    this.text += from > 0 ? data.slice(from) : data
  }

  /** A line break that no text node holds (`<br>`, a block inside `<pre>`). */
  addBreak(): void {
    if (this.text) this.text += '\n'
  }

  claims(start: number): boolean {
    return this.claimFrom <= start && start < this.claimTo
  }

  /** The nodes of which this run has read all that it speaks for. */
  claimed(): readonly Text[] {
    return this.nodes.filter((_, index) => {
      const from = this.starts[index] as number
      return from >= this.claimFrom && (this.starts[index + 1] ?? this.text.length) <= this.claimTo
    })
  }

  /** Whether a range that touches one of these nodes is this run's to keep or drop. */
  holds({ startContainer, startOffset, endContainer, endOffset }: StaticRange): boolean {
    if (startOffset >= (startContainer as Text).length || endOffset > (endContainer as Text).length) return true
    const start = this.offsetOf(startContainer, startOffset)
    if (start !== undefined) return start >= 0 && start < this.text.length && this.claims(start)
    const end = this.offsetOf(endContainer, endOffset)
    return end === undefined || (end > this.claimFrom && end <= this.claimTo)
  }

  /** The one range over the text from `start` to `end`. */
  range(start: number, end: number): StaticRange {
    const [startContainer, startOffset] = this.place(start, false)
    const [endContainer, endOffset] = this.place(end, true)
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset })
  }

  /** The text nodes between two offsets. */
  between(start: number, end: number): readonly Text[] {
    const first = this.indexAt(start, false)
    const last = this.indexAt(end, true)
    return first === last ? [this.nodes[first] as Text] : this.nodes.slice(first, last + 1)
  }

  /** The offset in `text` of a place in a text node; negative before a piece's start; undefined outside the run. */
  offsetOf(node: Node, offset: number): number | undefined {
    const index = this.nodes.indexOf(node as Text)
    if (index < 0) return undefined
    return (this.starts[index] as number) + offset - (index === 0 ? this.from : 0)
  }

  /** The index of the text node that holds an offset in `text`; an end belongs to the node before a boundary. */
  indexAt(offset: number, isEnd: boolean): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const start = this.starts[middle] as number
      if (isEnd ? start < offset : start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The text node and the offset in it. */
  private place(offset: number, isEnd: boolean): readonly [Text, number] {
    const low = this.indexAt(offset, isEnd)
    const node = this.nodes[low] as Text
    const inNode = offset - (this.starts[low] as number) + (low === 0 ? this.from : 0)
    return [node, Math.min(inNode, node.length)]
  }
}
