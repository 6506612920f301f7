import { type Settings, soundSettings } from '../../settings'
import { type Fields, fieldsOf, listOf } from '../../unknown-values'
import { type Label, labelOf, rowOf } from '../label'
import { FLAT_OBJECT } from '../stored-form'
import { about, Findings, type Reading } from './reading'

/** The version of the file's form. */
const FORM = 1

export interface Everything {
  readonly labels: readonly Label[]
  readonly settings?: Settings
  readonly notes?: Readonly<Record<string, string>>
}

/** Writes a label a line, so that a person can read it and a version control system can compare it. */
export function writeJson({ labels, settings, notes }: Everything): string {
  const parts = [`"porthole": ${FORM}`]
  if (settings) parts.push(`"settings": ${JSON.stringify(settings)}`)
  if (notes) parts.push(`"notes": ${JSON.stringify(notes)}`)
  const rows = labels.map((label) => `    ${JSON.stringify(rowOf(label))}`)
  parts.push(rows.length > 0 ? `"labels": [\n${rows.join(',\n')}\n  ]` : '"labels": []')
  return `{\n  ${parts.join(',\n  ')}\n}\n`
}

/** Reads our own form, or a plain list of rows; in a file that is broken, the rows that are whole. */
export function readJson(text: string): Omit<Reading, 'format'> | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return salvage(text)
  }
  const file = Array.isArray(value) ? { labels: value as unknown[] } : fieldsOf(value)
  if (!Array.isArray(file?.['labels'])) return undefined
  const rows = listOf(file['labels'])
  const findings = new Findings()
  const lines = linesOf(text, rows.length)
  for (const [index, row] of rows.entries()) findings.add(labelOf(row), JSON.stringify(row) ?? '', lines[index])
  const settings = fieldsOf(file['settings'])
  const notes = fieldsOf(file['notes'])
  return {
    found: findings.found,
    refused: findings.refused,
    ...(settings && { settings: soundSettings(settings) }),
    ...(notes && { notes: textsOf(notes) }),
  }
}

const textsOf = (notes: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(notes).filter(
      (entry): entry is [string, string] => /^\d{1,5}$/.test(entry[0]) && typeof entry[1] === 'string',
    ),
  )

/** The line of each row; nothing where rows are not flat and cannot be told apart this way. */
function linesOf(text: string, count: number): readonly number[] {
  const start = Math.max(0, text.search(/"labels"\s*:/))
  const lines = [...eachFlat(text, start)].map(({ line }) => line)
  return lines.length === count ? lines : []
}

function* eachFlat(
  text: string,
  start: number,
): Generator<{ piece: string; line: number; before: string; end: number }> {
  let line = 1
  let counted = 0
  let last = start
  const lineAt = (offset: number) => {
    for (; counted < offset; counted++) if (text.charCodeAt(counted) === 10) line++
    return line
  }
  for (const match of text.slice(start).matchAll(FLAT_OBJECT)) {
    const at = start + match.index
    yield { piece: match[0], line: lineAt(at), before: text.slice(last, at), end: at + match[0].length }
    last = at + match[0].length
  }
}

/** The rows that are whole in a file that is not. What lies between them is refused with the number of its line. */
function salvage(text: string): Omit<Reading, 'format'> | undefined {
  const start = /"labels"\s*:\s*\[/.exec(text)
  if (!start && !text.trimStart().startsWith('[')) return undefined
  const findings = new Findings()
  const from = start ? start.index + start[0].length : text.indexOf('[') + 1
  let last = from
  let line = text.slice(0, from).split('\n').length
  const between = (junk: string) => {
    for (const [index, piece] of junk.split('\n').entries()) {
      if (/[^\s,[\]{}]/.test(piece)) findings.refuse('syntax', about(piece), line + index)
    }
  }
  for (const { piece, before, end } of eachFlat(text, from)) {
    between(before)
    line += before.split('\n').length - 1
    try {
      findings.add(labelOf(JSON.parse(piece)), piece, line)
    } catch {
      findings.refuse('syntax', piece, line)
    }
    line += piece.split('\n').length - 1
    last = end
  }
  between(text.slice(last))
  if (!start && findings.found.length === 0) return undefined
  if (findings.refused.length === 0) findings.refuse('syntax', '', text.split('\n').length)
  return { found: findings.found, refused: findings.refused }
}
