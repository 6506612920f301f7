import { labelOf } from '../label'
import { Findings } from './reading'

/** `name  port/protocol  aliases  # comment`, as in /etc/services (services(5)). */
const LINE = /^\s*([^\s#]+)\s+([^\s#/]+)\/([^\s#]+)\s*([^#]*)(?:#\s*(.*))?$/

/** Whether the first lines that say anything are those of a services file. */
export function isServices(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => /^\s*[^\s#]/.test(line))
    .slice(0, 20)
  return lines.length > 0 && lines.filter((line) => /^\s*[^\s#]+\s+\d+\/[a-z]/i.test(line)).length * 2 > lines.length
}

/** Reads a services file; aliases and comments become the note. */
export function readServices(text: string): Findings {
  const findings = new Findings()
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const [, name, port, protocol, aliases = '', comment = ''] = LINE.exec(line) ?? []
    if (name === undefined) {
      findings.refuse('columns', line, index + 1)
      continue
    }
    const note = [comment.trim(), aliases.trim().replaceAll(/\s+/g, ', ')].filter(Boolean).join(' · ')
    findings.add(labelOf({ port, protocol, name, note }), line, index + 1)
  }
  return findings
}
