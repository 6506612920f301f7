import type { ListChange } from './changes'
import { flowOf, isElement } from './flow'
import type { Places } from './places'
import { WRAPPED } from './surroundings'

/** Siblings that are looked at between a lead-in and its list. */
const MOST_SIBLINGS = 20

/**
 * What is understood with the help of the text at a node, and so has to be read again when that text changes: the table
 * below a heading, the row beside its first cell, the definitions of a term, the list behind its lead-in.
 */
export function dependentsOf(node: Node, places: Places, seen = new Set<Node>()): readonly Element[] {
  const element = isElement(node) ? node : node.parentElement
  if (!element) return []
  const place = places.of(element)
  const found = listsAfter(node, seen)
  if (place.cell) found.push(...ofCell(place.cell))
  if (place.term) found.push(...definitionsFrom(place.term.nextElementSibling))
  if (place.caption?.parentElement) found.push(place.caption.parentElement)
  if (/^(?:table|thead|tbody|tr)$/.test(element.localName)) found.push(...ofRows(element))
  return found
}

/** The same for a list of children that changed: what comes behind the change, and all that the parent heads. */
export function dependentsOfList(change: ListChange, places: Places, seen: Set<Node>): readonly Element[] {
  const { target, previousSibling, nextSibling } = change
  if (!target.isConnected) return []
  const found = [...dependentsOf(target, places, seen)]
  const last = change.last ?? previousSibling
  if (last?.isConnected) found.push(...listsAfter(last, seen))
  if (nextSibling?.isConnected) found.push(...listsAt(nextSibling))
  if (!isElement(target)) return found
  if (target.localName === 'dl') found.push(...definitionsFrom(elementAt(nextSibling)))
  if (target.localName === 'tbody' && !(previousSibling && hasElementBefore(previousSibling))) {
    const table = target.closest('table')
    if (table && !table.tHead) found.push(table)
  }
  return found
}

const elementAt = (node: Node | null): Element | null =>
  isElement(node) ? node : ((node as ChildNode as Text | null)?.nextElementSibling ?? null)

const hasElementBefore = (node: Node): boolean =>
  isElement(node) || (node as ChildNode & { previousElementSibling?: Element | null }).previousElementSibling != null

function ofCell(cell: Element): readonly Element[] {
  const row = cell.parentElement
  const table = cell.closest('table,[role="table"],[role="grid"],[role="treegrid"]')
  if (!row || !table) return []
  const isHead =
    row.closest('thead') !== null || row === table.querySelector('tr') || cell.getAttribute('role') === 'columnheader'
  if (isHead) return [table]
  return row.firstElementChild === cell || !table.querySelector('th,thead,[role="columnheader"]') ? [row] : []
}

function ofRows(element: Element): readonly Element[] {
  const table = element.closest('table')
  if (!table) return []
  return element.localName === 'tr' && element.closest('thead') === null && element !== table.querySelector('tr')
    ? [element]
    : [table]
}

/** The definitions from a place in a `<dl>` to its next term. */
function definitionsFrom(first: Element | null): readonly Element[] {
  const found: Element[] = []
  let at = first
  for (; at && at.localName !== 'dt' && found.length < MOST_SIBLINGS; at = at.nextElementSibling) found.push(at)
  return found
}

/**
 * The lists that stand behind a node, or behind what it ends.
 *
 * @param seen blocks whose ends have been looked at already
 */
function listsAfter(node: Node, seen: Set<Node>): Element[] {
  let at: Node | null = node
  for (let up = 0; at && up <= WRAPPED; at = at.parentNode) {
    if (seen.has(at)) return []
    seen.add(at)
    let next: Node | null = at.nextSibling
    for (let passed = 0; next && passed < MOST_SIBLINGS; passed++, next = next.nextSibling) {
      if (!isElement(next)) continue
      const lists = listsAt(next)
      if (lists.length > 0) return lists
      if (flowOf(next) === 'block') return []
    }
    if (isElement(at) && flowOf(at) === 'block') up++
  }
  return []
}

const LISTS = 'ul,ol,dl,table,[role="table"],[role="grid"],[role="treegrid"]'

/** The list that an element is, or that its wrappers begin with. */
function listsAt(node: Node): Element[] {
  let at: Element | null = isElement(node) ? node : (node as ChildNode as Text).nextElementSibling
  for (let down = 0; at && down < WRAPPED; down++, at = at.firstElementChild) if (at.matches(LISTS)) return [at]
  return []
}
