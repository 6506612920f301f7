import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What was measured, by part and by what: the documents quote these figures, and a test holds them to it. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>

export const FIGURES = join(import.meta.dirname, '../docs/figures.json')

/** Keeps what a run has measured in place of what an earlier one said of the same things. */
export function keepFigures(part: string, measured: Readonly<Record<string, number>>): void {
  const kept = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures) : {}
  const rounded = Object.entries(measured).map(
    ([what, value]) => [what, Number.isInteger(value) ? value : Number(value.toPrecision(3))] as const,
  )
  const all: Figures = { ...kept, [part]: { ...kept[part], ...Object.fromEntries(rounded) } }
  writeFileSync(FIGURES, JSON.stringify(all, null, 2) + '\n')
  console.log(`Kept in docs/figures.json under "${part}".`)
}
