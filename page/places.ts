import { type Flow, flowOf, isElement } from './flow'
import { isLeftOut } from './left-out'

/** What an element means for the text in it, inherited from the elements around it. */
export interface Place {
  readonly flow: Flow
  readonly leftOut: boolean
  /** In `<pre>`, itself included: its line breaks are real. */
  readonly pre: boolean
  /** A block inside `<pre>`: a line of it. */
  readonly line: boolean
  readonly code: boolean
  /** The nearest table cell, list or table, and `<dd>`: they have headings. */
  readonly cell: Element | null
  readonly list: Element | null
  readonly definition: Element | null
  /** The nearest `<dt>` and `<caption>`: they are headings of something. */
  readonly term: Element | null
  readonly caption: Element | null
  /** What elements of a name are in this place; where each of them is named itself, without its element. */
  inside: Map<string, Place> | undefined
}

const TOP: Place = {
  flow: 'block',
  leftOut: false,
  pre: false,
  line: false,
  code: false,
  cell: null,
  list: null,
  definition: null,
  term: null,
  caption: null,
  inside: undefined,
}

const CODE = new Set(['pre', 'code', 'samp', 'kbd', 'tt'])
const CELLS = /^(?:td|th)$|^(?:cell|gridcell)$/
/** What stands in such an element can be headed by it, or by what stands beside it: its place names it. */
const OWN: ReadonlyMap<string, 'cell' | 'list' | 'definition' | 'term' | 'caption'> = new Map([
  ['td', 'cell'],
  ['th', 'cell'],
  ['ul', 'list'],
  ['ol', 'list'],
  ['dl', 'list'],
  ['table', 'list'],
  ['dd', 'definition'],
  ['dt', 'term'],
  ['caption', 'caption'],
])
const LISTS = /^(?:ul|ol|dl|table)$|^(?:table|grid|treegrid)$/

/**
 * Places of elements, each worked out once from its parent's: a text 50,000 elements deep costs no more than another.
 * What is remembered holds until the page changes: then `forget`.
 */
export class Places {
  private readonly known = new Map<Element, Place>()

  /** Whether a whole tree is left out: `designMode` is on, or the host of a shadow root is an editor. */
  constructor(private readonly isTreeLeftOut: (root: Node) => boolean) {}

  forget(): void {
    if (this.known.size > 0) this.known.clear()
  }

  /** The place of the text, or of anything else, that stands in `parent`. */
  of(parent: Node | null): Place {
    return isElement(parent) ? this.ofElement(parent) : this.top(parent)
  }

  ofElement(parent: Element): Place {
    const already = this.known.get(parent)
    if (already) return already
    const unknown: Element[] = []
    let node: Node | null = parent
    let place: Place | undefined
    for (; isElement(node); node = node.parentNode) {
      place = this.known.get(node)
      if (place) break
      unknown.push(node)
    }
    place ??= this.top(node)
    for (let i = unknown.length - 1; i >= 0; i--) {
      const element = unknown[i] as Element
      place = within(place, element)
      this.known.set(element, place)
    }
    return place
  }

  private top(root: Node | null): Place {
    return root && this.isTreeLeftOut(root) ? { ...TOP, leftOut: true, inside: undefined } : TOP
  }
}

function within(parent: Place, element: Element): Place {
  const name = element.localName
  const known = parent.inside?.get(name)
  if (element.hasAttributes()) {
    if (!parent.leftOut && isLeftOut(element)) return { ...make(parent, element, name, ''), leftOut: true }
    const role = flowOf(element) === 'block' ? (element.getAttribute('role') ?? '') : ''
    if (role) return make(parent, element, name, role)
  }
  const own = OWN.get(name)
  if (known) return own ? { ...known, [own]: element } : known
  const made = make(parent, element, name, '')
  const place = !own && isSame(made, parent) ? parent : made
  parent.inside ??= new Map()
  // Kept without its element, which may leave the page.
  parent.inside.set(name, own ? { ...made, [own]: null } : place)
  return place
}

/** Whether two places of which the one lies in the other differ in nothing that elements of no special kind decide. */
const isSame = (a: Place, b: Place): boolean =>
  a.flow === b.flow && a.leftOut === b.leftOut && a.pre === b.pre && a.line === b.line && a.code === b.code

function make(parent: Place, element: Element, name: string, role: string): Place {
  const flow = flowOf(element)
  return {
    flow,
    leftOut: parent.leftOut || isLeftOut(element),
    pre: parent.pre || name === 'pre',
    line: flow === 'block' && parent.pre,
    code: parent.code || CODE.has(name),
    cell: CELLS.test(role || name) ? element : parent.cell,
    list: LISTS.test(role || name) ? element : parent.list,
    definition: name === 'dd' ? element : parent.definition,
    term: name === 'dt' ? element : parent.term,
    caption: name === 'caption' ? element : parent.caption,
    inside: undefined,
  }
}
