import type { Found } from './files/reading'
import { isSame, type Label, placeOf } from './label'

/** What an import will do to one's own labels. */
export interface Plan {
  readonly added: readonly Found[]
  readonly changed: readonly (Found & { readonly before: Label })[]
  /** Those that are there already, word for word. */
  readonly same: number
}

export function planImport(labels: readonly Label[], found: readonly Found[]): Plan {
  const byPlace = new Map(labels.map((label) => [placeOf(label), label]))
  const added: Found[] = []
  const changed: (Found & { before: Label })[] = []
  let same = 0
  for (const entry of found) {
    const before = byPlace.get(placeOf(entry.label))
    if (!before) added.push(entry)
    else if (isSame(before, entry.label)) same++
    else changed.push({ ...entry, before })
  }
  return { added, changed, same }
}

/** The labels after an import: changed ones keep their place in the list, new ones come behind. */
export function imported(labels: readonly Label[], found: readonly Found[], withChanged: boolean): readonly Label[] {
  const byPlace = new Map(labels.map((label) => [placeOf(label), label]))
  for (const { label } of found) {
    const place = placeOf(label)
    if (withChanged || !byPlace.has(place)) byPlace.set(place, label)
  }
  return [...byPlace.values()]
}
