import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import type { Anchor } from './card-door'

const HTML = 'http://www.w3.org/1999/xhtml'

/** Distance between the mention and its card, and between the card and the viewport's edge, in px. */
const GAP_PX = 6
const EDGE_PX = 8

/** What happens inside the card is none of the page's business: a dialog would close on it, a focus trap pull back. */
const PRIVATE_EVENTS =
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout pointercancel touchstart touchend touchmove touchcancel wheel keydown keyup keypress beforeinput input copy cut paste focusin focusout selectstart dragstart'

/** The element that carries the card: outside the page's flow, styles and sight; there only while a card is shown. */
export class CardHost {
  readonly element: HTMLElement
  readonly content: HTMLElement
  private readonly position = new CSSStyleSheet()
  private stopPlacing: (() => void) | undefined

  constructor(document: Document, css: string) {
    // An XML document would make an element of no namespace with createElement.
    this.element = document.createElementNS(HTML, 'porthole-card') as HTMLElement
    this.element.popover = 'manual'
    const root = this.element.attachShadow({ mode: 'closed' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet, this.position]
    this.content = document.createElementNS(HTML, 'div') as HTMLElement
    this.content.className = 'surface'
    this.content.setAttribute('role', 'tooltip')
    root.append(this.content)
    for (const type of PRIVATE_EVENTS.split(' ')) {
      this.element.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
    }
  }

  /** Puts the card beside the rectangle, where it can be hovered too: a modal dialog makes all outside it inert. */
  open({ node }: Anchor, rect: DOMRect): void {
    const parent = topmost(node)
    if (this.element.parentNode !== parent) parent.append(this.element)
    if (!this.element.matches(':popover-open')) this.element.showPopover()
    this.stopPlacing?.()
    const reference = { getBoundingClientRect: () => rect }
    this.stopPlacing = autoUpdate(reference, this.element, () => this.place(reference), {
      ancestorScroll: false,
      elementResize: true,
    })
  }

  close(): void {
    this.stopPlacing?.()
    this.stopPlacing = undefined
    this.element.remove()
  }

  private async place(reference: { getBoundingClientRect(): DOMRect }): Promise<void> {
    const { x, y } = await computePosition(reference, this.element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [offset(GAP_PX), flip({ padding: EDGE_PX }), shift({ padding: EDGE_PX })],
    })
    // A rule inside the shadow root, not an inline style: of two `!important` the inner one wins over any of the page's.
    this.position.replaceSync(`:host { left: ${x}px !important; top: ${y}px !important; }`)
  }
}

function topmost(node: Node): Element {
  const document = node.ownerDocument as Document
  const element = node instanceof Element ? node : node.parentElement
  const modal = element?.closest('dialog:modal')
  return modal ?? document.fullscreenElement ?? document.documentElement
}
