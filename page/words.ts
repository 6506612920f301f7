import type { AskedPort } from '../messages'
import { holderOf } from './around'
import type { Mark } from './marks'
import { PageBlock } from './surroundings'

/** How much text before and after a mention is read for what it is about, in characters. */
const REACH = 1500
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]'

/** The words around a mention: of its block and the blocks beside it, the headings above it, the page's title. */
export function around({ range, mention }: Mark): AskedPort['around'] {
  const node = range.startContainer as Text
  const holder = holderOf(node)
  const document = node.ownerDocument
  const { column, row, above } = new PageBlock({ nodes: [node], starts: [0], text: node.data }, [])
  const element = holder?.nodeType === Node.ELEMENT_NODE ? (holder as Element) : null
  return {
    before: `${element?.previousElementSibling?.textContent ?? ''}\n${textBefore(range, holder)}`.slice(-REACH),
    after: `${textAfter(range, holder)}\n${element?.nextElementSibling?.textContent ?? ''}`.slice(0, REACH),
    label: [mention.host, column, row, above].filter(Boolean).join('\n').slice(0, REACH),
    headings: element ? headingsAbove(element) : '',
    title: `${document?.title ?? ''} ${document?.location?.hostname ?? ''}`.slice(0, REACH),
  }
}

function textBefore(range: StaticRange, holder: Node | null): string {
  const before = new Range()
  before.setStart(holder ?? range.startContainer, 0)
  before.setEnd(range.startContainer, range.startOffset)
  return before.toString()
}

function textAfter(range: StaticRange, holder: Node | null): string {
  const after = new Range()
  after.setStart(range.endContainer, range.endOffset)
  after.setEnd(holder ?? range.endContainer, holder ? holder.childNodes.length : range.endOffset)
  return after.toString()
}

/** The nearest heading before the element on each level outwards, nearest first. */
function headingsAbove(element: Element): string {
  const found: string[] = []
  for (let at: Element | null = element; at && found.length < 3; at = at.parentElement) {
    let before = at.previousElementSibling
    while (before && !before.matches(HEADINGS)) before = before.previousElementSibling
    if (before) found.push(before.textContent?.slice(0, 200) ?? '')
  }
  return found.join('\n')
}
