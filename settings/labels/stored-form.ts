import { type Label, type LabelRow, labelOf, placeOf, rowOf } from './label'

/** The version of the form in which labels are stored. */
const VERSION = 1

interface Stored {
  readonly version: number
  readonly rows: readonly unknown[]
}

/** Steps from each version to the next. Version 0 had the rows alone, without a version. */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [({ rows }) => ({ version: 1, rows })]

export interface ReadLabels {
  readonly labels: readonly Label[]
  /** How many entries could not be read. */
  readonly unread: number
  /** Whether nothing has to be mended. */
  readonly isSound: boolean
}

/** Reads whatever is stored, of any version and in any state: what is readable is kept, what is not is counted. */
export function readStored(raw: unknown): ReadLabels {
  if (raw === undefined || raw === null) return { labels: [], unread: 0, isSound: true }
  const { rows, isSound } = unwrap(raw)
  const labels = new Map<string, Label>()
  let unread = 0
  for (const row of rows) {
    const label = labelOf(row)
    if (typeof label === 'string' || labels.has(placeOf(label))) unread++
    else labels.set(placeOf(label), label)
  }
  return { labels: [...labels.values()], unread, isSound: isSound && unread === 0 }
}

function unwrap(raw: unknown): { readonly rows: readonly unknown[]; readonly isSound: boolean } {
  if (typeof raw === 'string') return { rows: rowsIn(raw), isSound: false }
  if (Array.isArray(raw)) return unwrap({ version: 0, rows: raw as unknown[] })
  const { version, rows } = raw as Partial<Stored>
  if (Array.isArray(rows) && typeof version === 'number' && version <= VERSION) {
    let stored: Stored = { version, rows: rows as unknown[] }
    for (const step of MIGRATIONS.slice(Math.max(0, version))) stored = step(stored)
    return { rows: stored.rows, isSound: true }
  }
  // Of a later version, or not of ours: whatever looks like rows in it.
  if (Array.isArray(rows)) return { rows: rows as unknown[], isSound: false }
  const values = typeof raw === 'object' ? Object.values(raw as object) : [raw]
  return {
    rows: values.flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value])),
    isSound: false,
  }
}

/** A flat object in JSON, strings with braces included. */
export const FLAT_OBJECT = /\{(?:[^{}"]|"(?:[^"\\\n]|\\.)*")*\}/g

/** The rows in a text that was to be JSON and may be cut off; what is left of the last one counts as one. */
function rowsIn(text: string): unknown[] {
  const pieces = text.match(FLAT_OBJECT) ?? []
  const last = pieces.at(-1)
  const rest = last === undefined ? text : text.slice(text.lastIndexOf(last) + last.length)
  const rows = pieces.map((piece): unknown => {
    try {
      return JSON.parse(piece) as unknown
    } catch {
      return piece
    }
  })
  return rest.includes('{') || (last === undefined && rest.trim() !== '') ? [...rows, rest] : rows
}

export const storedOf = (labels: readonly Label[]): { version: number; rows: LabelRow[] } => ({
  version: VERSION,
  rows: labels.map(rowOf),
})
