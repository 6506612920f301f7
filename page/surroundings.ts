import type { TextBlock } from '../detect/types'
import { flowOf, isElement, isText } from './flow'
import type { Place } from './places'
import type { Run } from './run'
import type { Headings } from './table'

/** Longest heading or lead-in that is worth reading, in characters. */
const LONGEST = 200

/** How deep the end of an element is looked for: a lead-in is the last block before a list, however it is wrapped. */
export const WRAPPED = 3

/** Siblings that are looked at between a lead-in and its list, and children of an element that may be one. */
const MOST_SIBLINGS = 20
const MOST_CHILDREN = 100

/**
 * A run with what stands around it. Headings are looked for only when detection asks, which it does for text that holds
 * a number.
 */
export class PageBlock implements TextBlock {
  readonly text: string
  readonly edges: readonly number[]

  constructor(
    run: Pick<Run, 'starts' | 'text'>,
    private readonly place: Place,
    private readonly headings: Headings,
    private readonly recentPorts: () => readonly number[],
  ) {
    this.text = run.text
    this.edges = run.starts
  }

  get recent(): readonly number[] {
    return this.recentPorts()
  }

  get code(): boolean {
    return this.place.code
  }

  get column(): string | undefined {
    const { cell } = this.place
    return cell ? this.headings.ofColumn(cell) : undefined
  }

  get row(): string | undefined {
    const { cell, definition } = this.place
    if (cell) return this.headings.ofRow(cell)
    return definition ? textOf(termOf(definition)) : undefined
  }

  get cells(): string {
    const { cell } = this.place
    return cell ? (this.headings.besides(cell) ?? '') : ''
  }

  get above(): string | undefined {
    const { list } = this.place
    return list ? this.headings.ofList(list, headOf) : undefined
  }
}

/** Whether what heads a place lets its numbers be ports. Said of a place without a heading: no. */
export function mayHold({ cell, list, definition }: Place, headings: Headings): boolean {
  if (cell && headings.mayHold(cell)) return true
  if (definition && headings.speaks(textOf(termOf(definition)))) return true
  return list !== null && headings.speaks(headings.ofList(list, headOf))
}

/** What stands above a list or table. */
function headOf(list: Element): string | undefined {
  const first = list.firstElementChild
  return first?.localName === 'caption' ? textOf(first) : leadIn(list)
}

function termOf(definition: Element): Element | null {
  let sibling = definition.previousElementSibling
  while (sibling && sibling.localName !== 'dt') sibling = sibling.previousElementSibling
  return sibling
}

/** What introduces a list: the text or the last block before it, or before wrappers that hold nothing else before it. */
function leadIn(list: Element): string | undefined {
  let at: Element | null = list
  for (let up = 0; at && up < WRAPPED; up++, at = at.parentElement) {
    let text = ''
    let sibling: Node | null = at.previousSibling
    for (let passed = 0; sibling && passed < MOST_SIBLINGS; passed++, sibling = sibling.previousSibling) {
      if (isElement(sibling) && flowOf(sibling) === 'block')
        return text.trim() ? short(text) : textOf(lastBlock(sibling))
      if (isText(sibling)) text = sibling.data + text
      else if (isElement(sibling)) text = (textOf(sibling) ?? '') + text
    }
    if (text.trim()) return short(text)
  }
  return undefined
}

function lastBlock(element: Element): Element {
  let at = element
  for (let down = 0; down < WRAPPED; down++) {
    const last = at.lastElementChild
    if (!last || flowOf(last) !== 'block') break
    at = last
  }
  return at
}

function textOf(element: Element | null): string | undefined {
  // A whole chapter introduces nothing: do not read it.
  if (!element || element.childNodes.length > MOST_CHILDREN) return undefined
  return short(element.textContent ?? '')
}

const short = (text: string): string | undefined => text.trim().slice(-LONGEST) || undefined
