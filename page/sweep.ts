import { CONTINUED, Glimpse } from '../detect/glimpse'
import { isText } from './flow'
import { isCustom } from './shadow'

/** Elements of a whole page that are looked at first; then how many in a step, and how much text, in UTF-16 units. */
const FIRST = 1000
const STEP = 2000
const PIECE = 131_072

/** Elements of which the whole text is taken at once, which is faster still. */
const FEW = 30_000

/** Elements whose text is not the page's: there may be much of it, and it looks like anything. */
const CODE = ['script', 'style', 'title', 'noscript', 'textarea']
const IS_CODE = new Set(CODE)

/** Elements that huge texts stand in, and how many of each in a document are looked at. */
const HOLDERS = ['pre', 'code', 'samp', 'plaintext', 'div']
const FEW_HOLDERS = 50

/** Text of which there may be much more: Chromium makes nodes of 65,536 UTF-16 units of it. */
const HUGE = 60_000

/**
 * Goes once over all text below a root. The browser puts the text of many elements together at once, which takes a
 * fraction of the time that reading each text node does. To be begun again once something has left the tree.
 */
export class Sweep {
  private readonly elements: HTMLCollectionOf<Element>
  private phase: 'first' | 'prepare' | 'take' = 'first'
  /** Elements of code, those that have been passed, and the next element. */
  private code: readonly Element[] = []
  private passed = 0
  private next = 0
  /** Starts where the text that has not been taken does. */
  private range: Range | undefined
  /** Text that has been taken, and how much of it has been seen. */
  private text = ''
  private seen = 0

  /**
   * @param sees is given the text, piece by piece, each with the end of the one before it; tells whether it is enough
   * @param before the end of the text before it; undefined where the root holds all text of a page
   */
  constructor(
    private readonly root: Element,
    private readonly sees: (text: string) => boolean,
    private before?: string,
  ) {
    this.elements = root.getElementsByTagName('*')
    if (before !== undefined) this.phase = 'prepare'
  }

  get isDone(): boolean {
    return this.next < 0 && this.seen >= this.text.length
  }

  /** Looks at the next part; tells whether it holds something that is to be looked at more closely. */
  step(): boolean {
    if (this.seen < this.text.length) {
      const from = Math.max(0, this.seen - CONTINUED)
      this.seen += PIECE
      return this.sees(this.text.slice(from, this.seen))
    }
    if (this.phase === 'first') return this.lookFirst()
    return this.phase === 'take' ? this.take() : this.prepare()
  }

  /** In most pages with ports, one is among the first elements: then nothing needs to be known of the others. */
  private lookFirst(): boolean {
    const { elements, root } = this
    this.phase = 'prepare'
    if (isHuge(root) || hasHugeText(root)) return true
    const end = elements[FIRST]
    if (!end) return false
    const range = root.ownerDocument.createRange()
    range.selectNodeContents(root)
    range.setEndBefore(end)
    // Code is told from text only where it matters.
    return new Glimpse().sees(range.toString()) && this.sees(this.firstText(range))
  }

  /** What is in a range from the root's start over the first elements, without code. */
  private firstText(range: Range): string {
    const [last, offset] = [range.endContainer, range.endOffset]
    let text = ''
    for (let i = 0; i < FIRST; i++) {
      const element = this.elements[i]
      if (!element || !IS_CODE.has(element.localName)) continue
      range.setEndBefore(element)
      text += range.toString()
      range.setEnd(last, offset)
      range.setStartAfter(element)
    }
    return text + range.toString()
  }

  /** Finds out how the text is to be taken. */
  private prepare(): boolean {
    const { root, elements } = this
    this.phase = 'take'
    // The browser finds elements of one name much faster than those of a selector.
    const hasCode = CODE.some((name) => root.getElementsByTagName(name).length > 0)
    if (hasCode) this.code = [...root.querySelectorAll(CODE.join())]
    if (!hasCode && elements.length < FEW) return false
    this.range = root.ownerDocument.createRange()
    this.range.selectNodeContents(root)
    return false
  }

  /** Takes the text up to an element of code, or that of many elements. */
  private take(): boolean {
    const { elements, code, range, root } = this
    const end = this.next + STEP
    if (this.next === 0 && isDeep(root)) return true
    for (let element: Element | undefined; (element = elements[this.next]); this.next++) {
      if (isDeep(element)) return true
      const isCode = element === code[this.passed]
      if (!isCode && this.next < end) continue
      if (!range) return false
      range.setEndBefore(element)
      this.read(range.toString())
      if (isCode) {
        this.passed++
        this.next++
        range.setStartAfter(element)
      } else range.setStartBefore(element)
      return false
    }
    this.next = -1
    range?.setEnd(root, root.childNodes.length)
    this.read(range ? range.toString() : root.textContent)
    return false
  }

  private read(text: string): void {
    const all = (this.before ?? '') + text
    this.before = all.slice(-CONTINUED)
    this.text = all
    this.seen = 0
  }
}

/** Whether there is, or may come to be, more to an element than the document shows. */
const isDeep = (element: Element): boolean => element.shadowRoot !== null || isCustom(element)

/** Whether an element holds a log of megabytes: that is left to those who read it in pieces. */
const isHuge = ({ firstChild }: Element): boolean =>
  firstChild !== null && isText(firstChild) && firstChild.length > HUGE

function hasHugeText(root: Element): boolean {
  for (const name of HOLDERS) {
    const holders = root.getElementsByTagName(name)
    for (let i = 0, holder; i < FEW_HOLDERS && (holder = holders[i]); i++) if (isHuge(holder)) return true
  }
  return false
}
