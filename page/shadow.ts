import sheetText from './marks.css?inline'

type ClosedRootOf = (element: Element) => ShadowRoot | null

declare global {
  // Extension-only APIs: `chrome.dom` in Chromium, a method on elements in Firefox.
  interface Element {
    openOrClosedShadowRoot?: ShadowRoot | null
  }
}

/**
 * The shadow root of an element, open or closed. Closed ones are asked of custom elements only: the question costs 2 µs
 * an element in Chromium, and nobody closes the shadow root of a paragraph.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? (isCustom(element) ? closedRootOf(element) : null)
}

export const isCustom = (element: Element): boolean => element.localName.includes('-')

const closedRootOf: ClosedRootOf = import.meta.env.FIREFOX
  ? (element) => element.openOrClosedShadowRoot ?? null
  : (element) => {
      const { dom } =
        (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } }).chrome ??
        {}
      return element instanceof HTMLElement ? (dom?.openOrClosedShadowRoot(element) ?? null) : null
    }

let sheet: CSSStyleSheet | undefined

/** Changes how marks look in shadow roots, those to come included. */
export function styleShadowMarks(text: string): void {
  if (!import.meta.env.FIREFOX) return
  sheet ??= new CSSStyleSheet()
  sheet.replaceSync(sheetText + text)
}

/** Makes our highlights visible in a shadow root: in Firefox the document's style for them does not reach into it. */
export function styleMarks(root: ShadowRoot): void {
  if (!import.meta.env.FIREFOX) return
  sheet ??= new CSSStyleSheet()
  if (sheet.cssRules.length === 0) sheet.replaceSync(sheetText)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
