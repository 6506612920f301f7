/** A number, or two joined by a dash, that may be a port as far as its own characters and its two neighbours go. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  /** Stands after four dotted groups or an IPv6 address: the port in tcpdump's `192.168.1.5.443`. */
  readonly dotted: boolean
}

/** How many integers hold a span: start, twice the end (one more where dotted), from, to. */
const WIDTH = 4

/**
 * The numbers of a text, in the order they stand. Kept as integers: a text may hold a million numbers, most are asked
 * once, and as many objects that all stay alive cost more in garbage collection than finding them.
 */
export class Spans {
  private readonly cells: number[] = []
  private turned: Span | undefined
  private turnedTo = -1

  get length(): number {
    return this.cells.length / WIDTH
  }

  add(start: number, end: number, value: number, dotted: boolean): void {
    this.cells.push(start, end * 2 + (dotted ? 1 : 0), value, value)
  }

  /** Lets the last number go on as a range to `end`. */
  extendLast(end: number, to: number): void {
    const at = this.cells.length - WIDTH
    this.cells[at + 1] = end * 2 + ((this.cells[at + 1] as number) & 1)
    this.cells[at + 3] = to
    this.turnedTo = -1
  }

  /** Where number `i`, which must be one, starts and ends, without its value. */
  startOf(i: number): number {
    return this.cells[i * WIDTH] as number
  }
  endOf(i: number): number {
    return (this.cells[i * WIDTH + 1] as number) >> 1
  }

  /** Number `i`, if there is one. */
  at(i: number): Span | undefined {
    if (i === this.turnedTo) return this.turned
    const { cells } = this
    const at = i * WIDTH
    if (at < 0 || at >= cells.length) return undefined
    const end = cells[at + 1] as number
    this.turnedTo = i
    return (this.turned = {
      start: cells[at] as number,
      end: end >> 1,
      from: cells[at + 2] as number,
      to: cells[at + 3] as number,
      dotted: (end & 1) > 0,
    })
  }
}
