/**
 * How an element takes part in the flow of text, by its name alone: asking for computed style would force the page to
 * lay itself out.
 */
export type Flow = 'inline' | 'break' | 'apart' | 'block'

const names = (list: string, flow: Flow) => list.split(' ').map((name) => [name, flow] as const)

const FLOWS: ReadonlyMap<string, Flow> = new Map([
  ...names(
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp slot small span strike strong time tt u var wbr',
    'inline',
  ),
  ...names('br', 'break'),
  // A superscript beside a number is a footnote or an exponent, not its next digits.
  ...names('sup sub', 'apart'),
])

/**
 * `inline` joins the text around it; `break` is a line break in it; `apart` is text of its own in the midst of a line;
 * `block` ends what was before and starts anew. Unknown and custom elements are blocks.
 */
export const flowOf = (element: Element): Flow => FLOWS.get(element.localName) ?? 'block'

export const isElement = (node: Node | null): node is Element => node?.nodeType === 1

/** Text and, in XML, CDATA sections. */
export const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4

/** What a TreeWalker must show to meet every `isText`. */
export const SHOW_TEXT = 4 | 8
