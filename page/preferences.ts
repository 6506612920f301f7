import type { Mention } from '../detect/types'
import { DEFAULTS, type Settings } from '../settings/settings'
import { HIGHLIGHT, MOST_CHUNKS } from './paint'
import { styleShadowMarks } from './shadow'

/** What the reader wants marked, how, and what opens a card. */
export class Preferences {
  private settings = DEFAULTS
  private sheet: CSSStyleSheet | undefined

  /** Takes over settings; tells whether the page has to be read again. */
  take(settings: Settings, document: Document): boolean {
    const isOther = settings.marks !== this.settings.marks
    const wasStyled = this.settings.markStyle !== DEFAULTS.markStyle
    this.settings = settings
    if (wasStyled || settings.markStyle !== DEFAULTS.markStyle) this.style(document)
    return isOther
  }

  /** Whether a mention is to be marked. */
  readonly wants = ({ kind }: Mention): boolean => {
    const { marks } = this.settings
    return marks === 'all' || IS_WANTED[marks](kind)
  }

  /** Whether the pointer may open a card. */
  readonly mayOpen = ({ altKey }: MouseEvent): boolean => {
    const { card } = this.settings
    return card === 'hover' || (card === 'alt' && altKey)
  }

  /** A sheet beside the manifest's, only for who wants another underline: a page can see it. */
  private style(document: Document): void {
    const names = Array.from({ length: MOST_CHUNKS }, (_, index) => (index === 0 ? HIGHLIGHT : `${HIGHLIGHT}-${index}`))
    const selector = names.map((name) => `::highlight(${name})`).join()
    const text = `${selector} { text-decoration-style: ${this.settings.markStyle} }`
    this.sheet ??= new CSSStyleSheet()
    this.sheet.replaceSync(text)
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets.push(this.sheet)
    styleShadowMarks(text)
  }
}

const IS_WANTED: Readonly<Record<'no-bare' | 'addresses', (kind: Mention['kind']) => boolean>> = {
  'no-bare': (kind) => kind !== 'word' && kind !== 'again',
  addresses: (kind) => kind === 'authority',
}
