import type { Reading } from './reading'
import type { Span } from './spans'

/** The line before the number, with lines that end in a backslash joined to it. At most 400 units. */
export function commandLine(r: Reading, span: Span): string {
  const lines = r.before(span, 400)
  const head = lines.includes('\\\n') ? lines.replace(/\\\n\s*/g, ' ') : lines
  return head.slice(head.lastIndexOf('\n') + 1)
}

/** The last of the commands that a line chains with pipes, semicolons and the like. */
export const lastCommand = (line: string): string =>
  line.slice(
    Math.max(line.lastIndexOf('| '), line.lastIndexOf(';'), line.lastIndexOf('&&'), line.lastIndexOf('$(')) + 1,
  )
