import type { AskedPort } from '../messages'
import { flowOf, SHOW_TEXT } from './flow'
import type { Mark } from './marks'
import type { PageDoor } from './page-door'

/** How much text before and after a mention is read for what it is about, in characters. */
const REACH = 1500
const MOST_NODES = 200
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]'

/** The words around a mention: of its block and the blocks beside it, the headings above it, the page's title. */
export function around({ range, mention }: Mark, blockAt: PageDoor['blockAt']): AskedPort['around'] {
  const { startContainer, startOffset, endContainer, endOffset } = range
  const [first, last] = [startContainer as Text, endContainer as Text]
  const { column, row, above } = blockAt(first)
  const block = blockOf(first)
  const document = first.ownerDocument
  return {
    before:
      `${textBeside(first, block?.previousElementSibling ?? block, 'previousNode')}${first.data.slice(Math.max(0, startOffset - REACH), startOffset)}`.slice(
        -REACH,
      ),
    after:
      `${last.data.slice(endOffset, endOffset + REACH)}${textBeside(last, block?.nextElementSibling ?? block, 'nextNode')}`.slice(
        0,
        REACH,
      ),
    label: [mention.host, column, row, above].filter(Boolean).join('\n').slice(0, REACH),
    headings: block ? headingsAbove(block) : '',
    title: `${document.title ?? ''} ${document.location?.hostname ?? ''}`.slice(0, REACH),
  }
}

function blockOf(text: Text): Element | null {
  let element = text.parentElement
  while (element && flowOf(element) !== 'block') element = element.parentElement
  return element
}

/** The text from a text node (without it) to the far end of a block, as much of it as is wanted. */
function textBeside(text: Text, block: Element | null, direction: 'previousNode' | 'nextNode'): string {
  if (!block) return ''
  const walker = text.ownerDocument.createTreeWalker(block.parentNode ?? block, SHOW_TEXT)
  walker.currentNode = text
  let words = ''
  let isIn = false
  for (let nodes = 0; nodes < MOST_NODES && words.length < REACH; nodes++) {
    const node = walker[direction]()
    if (!node) break
    if (block.contains(node)) isIn = true
    else if (isIn) break
    const { data } = node as Text
    words = direction === 'nextNode' ? words + data.slice(0, REACH) : data.slice(-REACH) + words
  }
  return words
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
