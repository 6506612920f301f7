import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { cardText } from '../scripts/card-text.mjs'
import type { Site } from './site'

/** A tab in a real browser that runs the built extension. */
export class Tab {
  constructor(
    readonly page: Page,
    private readonly site?: Site,
  ) {}

  /** Opens a page of tests/pages, or the body given. */
  async open(page: string | { readonly html: string; readonly headers?: Record<string, string> }): Promise<void> {
    if (!this.site) throw new Error('This tab has no site to open pages from')
    await this.page.goto(typeof page === 'string' ? this.site.url + page : this.site.add(page), { waitUntil: 'load' })
  }

  /** What is marked, in document order, once the number of marks has stayed the same for a while. */
  async marks(): Promise<string[]> {
    let texts: string[] = []
    for (let same = 0; same < 4;) {
      await pause(100)
      const now = await this.marksNow()
      same = now.join('\n') === texts.join('\n') ? same + 1 : 0
      texts = now
    }
    return texts
  }

  async marksNow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const ranges = [...CSS.highlights]
        .filter(([name]) => name.startsWith('porthole') && name !== 'porthole-focus')
        .flatMap(([, highlight]) => [...highlight] as unknown as StaticRange[])
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange()
          range.setStart(startContainer, startOffset)
          range.setEnd(endContainer, endOffset)
          return range
        })
      // Ranges in different trees have no order: by root first.
      const inDocument = ranges.filter((range) => range.startContainer.getRootNode() === document)
      const inShadow = ranges.filter((range) => range.startContainer.getRootNode() !== document)
      inDocument.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      return [...inDocument, ...inShadow].map((range) => range.toString())
    })
  }

  /** Moves the pointer onto the n-th occurrence of a text, as a hand would: in steps. */
  async hover(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.pointOf(text, nth)
    await this.page.mouse.move(x - 30, y + 40)
    await this.page.mouse.move(x, y, { steps: 4 })
  }

  /** The middle of the n-th occurrence of a text within one text node, in the viewport. */
  async pointOf(text: string, nth = 0): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      (wanted, index) => {
        const roots: Node[] = [document]
        let seen = 0
        for (const root of roots) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const shadow = (node as Element).shadowRoot
            if (shadow) roots.push(shadow)
            if (node.nodeType !== Node.TEXT_NODE) continue
            const at = (node as Text).data.indexOf(wanted)
            if (at < 0) continue
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + wanted.length)
            const [rect] = range.getClientRects()
            if (!rect || seen++ < index) continue
            return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 }
          }
        }
        throw new Error(`"${wanted}" is not shown on the page`)
      },
      text,
      nth,
    )
  }

  /** The open card's words, waiting for one that holds `words`; undefined where none comes. */
  async card(words = ''): Promise<string | undefined> {
    for (let rounds = 0; rounds < 40; rounds++) {
      const text = await cardText(this.page)
      if (text?.includes(words)) return text
      await pause(50)
    }
    return cardText(this.page)
  }

  /** Waits until no card is open, and tells whether that came about. */
  async cardGone(): Promise<boolean> {
    for (let rounds = 0; rounds < 40; rounds++) {
      if ((await cardText(this.page)) === undefined) return true
      await pause(50)
    }
    return false
  }

  close(): Promise<void> {
    return this.page.close()
  }
}
