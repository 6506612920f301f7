import type { TextBlock } from '../detect/types'
import { holderOf } from './around'
import type { Run } from './run'
import { columnHeading, rowHeading } from './table'

/** Longest heading or lead-in that is worth reading, in characters. */
const LONGEST = 200

/**
 * A run with what stands around it. Headings are looked for only when detection asks, which it does for text that holds
 * a number.
 */
export class PageBlock implements TextBlock {
  readonly text: string
  readonly edges: readonly number[]
  private element: Element | null | undefined

  constructor(
    run: Pick<Run, 'nodes' | 'starts' | 'text'>,
    readonly recent: readonly number[],
  ) {
    this.text = run.text
    this.edges = run.starts
    this.first = run.nodes[0] as Text
  }

  private readonly first: Text

  private get holder(): Element | null {
    if (this.element === undefined) {
      const holder = holderOf(this.first)
      this.element = holder?.nodeType === Node.ELEMENT_NODE ? (holder as Element) : null
    }
    return this.element
  }

  get code(): boolean {
    return this.first.parentElement?.closest('pre,code,samp,kbd,tt') != null
  }

  get column(): string | undefined {
    const cell = this.cell
    return cell ? columnHeading(cell) : undefined
  }

  get row(): string | undefined {
    const cell = this.cell
    if (cell) return rowHeading(cell)
    const definition = this.holder?.closest('dd')
    return definition ? textOf(before(definition, 'DT')) : undefined
  }

  get above(): string | undefined {
    const list = this.holder?.closest('ul,ol,dl,table,[role="table"],[role="grid"]')
    if (!list) return undefined
    const caption = list.querySelector(':scope > caption')
    return textOf(caption) ?? textOf(leadIn(list))
  }

  private get cell(): Element | null {
    return this.holder?.closest('td,th,[role="cell"],[role="gridcell"]') ?? null
  }
}

function before(element: Element, name: string): Element | null {
  let sibling = element.previousElementSibling
  while (sibling && sibling.tagName !== name) sibling = sibling.previousElementSibling
  return sibling
}

/** What introduces a list: the element before it, or before the wrappers that hold nothing else. */
function leadIn(list: Element): Element | null {
  let at: Element | null = list
  for (let up = 0; at && up < 3; up++, at = at.parentElement) {
    const sibling = at.previousElementSibling
    if (sibling) return sibling
    if (at.parentElement?.localName === 'li') return at.parentElement
  }
  return null
}

function textOf(element: Element | null): string | undefined {
  const text = element?.textContent?.trim()
  if (!text) return undefined
  return text.length > LONGEST ? text.slice(-LONGEST) : text
}
