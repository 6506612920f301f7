const LINE_END = 10
const DIGIT_0 = 48
const DIGIT_9 = 57

/**
 * Lines of a text that each start with a port number and are sorted by it. They are found by halving the text, so
 * opening costs nothing however long it is, and only lines that are asked for are ever read.
 */
export class SortedLines {
  constructor(
    private readonly text: string,
    /** Offsets of the first line's start and of the last line's end (behind its line break). */
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** All lines of the port, in their order. */
  of(port: number): string[] {
    const lines: string[] = []
    for (let at = this.firstFrom(port); at < this.end && this.portAt(at) === port; at = this.next(at)) {
      lines.push(this.lineFrom(at))
    }
    return lines
  }

  /** Every line. */
  all(): string[] {
    return this.start === this.end
      ? []
      : this.text
          .slice(this.start, this.end - 1)
          .split('\n')
          .map(fromAscii)
  }

  /** For lines that are sorted by something else: those from the first that `compare` puts at 0 or above, while `holds`. */
  matching(compare: (line: string) => number, holds: (line: string) => boolean): string[] {
    const lines: string[] = []
    for (let at = this.first((start) => compare(this.lineFrom(start)) >= 0); at < this.end; at = this.next(at)) {
      const line = this.lineFrom(at)
      if (!holds(line)) break
      lines.push(line)
    }
    return lines
  }

  /** The line that starts at an offset from the section's start. */
  lineAt(offset: number): string {
    return this.lineFrom(this.start + offset)
  }

  /** Offset of the first line whose port is at least `port`; the end where there is none. */
  private firstFrom(port: number): number {
    return this.first((start) => this.portAt(start) >= port)
  }

  /** Offset of the first line for which `reached` holds; it holds for all after it. The end where it holds for none. */
  private first(reached: (lineStart: number) => boolean): number {
    let low = this.start
    let high = this.end
    while (low < high) {
      const middle = this.lineStart((low + high) >> 1)
      if (reached(middle)) high = middle
      else low = this.next(middle)
    }
    return low
  }

  private lineFrom(lineStart: number): string {
    return fromAscii(this.text.slice(lineStart, this.next(lineStart) - 1))
  }

  /** Start of the line that holds the offset. */
  private lineStart(offset: number): number {
    let at = offset
    while (at > this.start && this.text.charCodeAt(at - 1) !== LINE_END) at--
    return at
  }

  private next(lineStart: number): number {
    return this.text.indexOf('\n', lineStart) + 1
  }

  private portAt(lineStart: number): number {
    let port = 0
    for (let at = lineStart; ; at++) {
      const code = this.text.charCodeAt(at)
      if (!(code >= DIGIT_0 && code <= DIGIT_9)) return port
      port = port * 10 + code - DIGIT_0
    }
  }
}

/** Undoes the packed text's `toAscii`: "\\u00b5Torrent" is "µTorrent". */
function fromAscii(line: string): string {
  if (!line.includes('\\u')) return line
  return line.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
