import { browser } from 'wxt/browser'
import { type Label, type LabelRow, labelOf, placeOf, rowOf } from './label'

/**
 * One's own labels, under one key of `storage.local`: the browser writes a key whole or not at all. The version says
 * which form the rows have.
 */
export const LABELS = 'labels'

/** What was found in that key and could not all be read, as it was, each time; kept until the person deletes it. */
export const UNREAD = 'labelsUnread'

export const VERSION = 1

interface Stored {
  readonly version: number
  readonly rows: readonly unknown[]
}

/** Steps from each version to the next. Version 0 had the rows alone, without a version. */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [({ rows }) => ({ version: 1, rows })]

export interface ReadLabels {
  readonly labels: readonly Label[]
  /** How many entries could not be read, and whether anything had to be mended. */
  readonly unread: number
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

/** All of one's own labels. Never fails. */
export async function readLabels(): Promise<readonly Label[]> {
  try {
    return readStored((await browser.storage.local.get(LABELS))[LABELS]).labels
  } catch {
    return []
  }
}

/** Runs one piece of work after the other, in all windows. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result: Result = await navigator.locks.request(LABELS, work)
  return result
}

/** Changes the labels, one change after the other in all windows; rejects where the browser refuses to keep them. */
export function changeLabels(change: (labels: readonly Label[]) => readonly Label[]): Promise<readonly Label[]> {
  return inTurn(async () => {
    const changed = change(await readLabels())
    await browser.storage.local.set({ [LABELS]: storedOf(changed) })
    return changed
  })
}

/** Mends what is stored; where not all of it could be read, what it was is set aside first. */
export function repairLabels(): Promise<void> {
  return inTurn(async () => {
    const raw: unknown = (await browser.storage.local.get(LABELS))[LABELS]
    const { labels, unread, isSound } = readStored(raw)
    if (isSound) return
    if (unread > 0) await browser.storage.local.set({ [UNREAD]: [...(await readUnread()), raw] })
    await browser.storage.local.set({ [LABELS]: storedOf(labels) })
  })
}

/** What was set aside, oldest first. */
export async function readUnread(): Promise<readonly unknown[]> {
  const kept: unknown = (await browser.storage.local.get(UNREAD))[UNREAD]
  return Array.isArray(kept) ? (kept as unknown[]) : []
}

/** How many entries in what was set aside could not be read. */
export const countUnread = (kept: readonly unknown[]): number =>
  kept.reduce<number>((sum, raw) => sum + readStored(raw).unread, 0)

/** Deletes what was set aside. */
export const forgetUnread = (): Promise<void> => browser.storage.local.remove(UNREAD)

/** Calls back after labels changed in any window, until the signal aborts. */
export function watchLabels(signal: AbortSignal, callBack: () => void): void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || (area === 'local' && (LABELS in changes || UNREAD in changes))) callBack()
  }
  browser.storage.onChanged.addListener(changed)
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed))
}
