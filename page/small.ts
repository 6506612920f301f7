import { DIGIT } from '../detect/digits'
import { isElement, isText, SHOW_TEXT } from './flow'
import type { Roots } from './roots'

/** Nodes in a part of the page that is worth a scan of its own. */
const MANY = 60

/**
 * The texts of a small part of the page; nothing where the part is large.
 *
 * @param roots are told of its elements
 */
export function textsIn(part: Node, roots: Roots): readonly Text[] | undefined {
  const document = part.ownerDocument ?? (part as Document)
  const walker = document.createTreeWalker(part, SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const texts: Text[] = []
  for (let nodes = 0, at: Node | null = part; at; at = walker.nextNode(), nodes++) {
    if (nodes > MANY) return undefined
    if (isElement(at)) roots.meet(at)
    else if (isText(at)) texts.push(at)
  }
  return texts
}

export const hasDigit = ({ data }: Text): boolean => DIGIT.test(data)
