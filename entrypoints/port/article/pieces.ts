import type { MessageKey } from '../../../components/i18n'
import { Locale } from '../../../components/locale'
import type { Param, Sentence } from './text'

/** A part of a line as it is shown. */
export type Piece =
  | string
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code' | 'english' | 'number' | 'name'; readonly text: string }

/** A language: its messages and its ways with numbers, lists and dates. */
export class Language extends Locale {
  constructor(
    tag: string,
    private readonly translate: (key: MessageKey, params: readonly string[]) => string,
  ) {
    super(tag)
  }

  /** The sentence in this language, in pieces. */
  pieces({ key, params, count }: Sentence): Piece[] {
    const rich: Piece[][] = []
    const fillings = params.map((param) => {
      const pieces = this.paramPieces(param)
      if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('')
      rich.push(pieces)
      return OPEN + String(rich.length - 1) + CLOSE
    })
    const text = this.translate(
      `page_${key}${count === undefined ? '' : this.form(key, count)}` as MessageKey,
      fillings,
    )
    if (rich.length === 0) return [text]
    return text
      .split(MARK)
      .flatMap((part, i): readonly Piece[] => (i % 2 === 1 ? (rich[Number(part)] ?? []) : part === '' ? [] : [part]))
  }

  /** Sentences of a paragraph, one behind the other. */
  paragraph(sentences: readonly Sentence[]): Piece[] {
    return sentences.flatMap((sentence, i) => (i === 0 ? this.pieces(sentence) : [this.gap, ...this.pieces(sentence)]))
  }

  /** The same as plain text. */
  text(...sentences: readonly Sentence[]): string {
    return plain(this.paragraph(sentences))
  }

  param(param: Param): Piece[] {
    return this.paramPieces(param)
  }

  private paramPieces(param: Param): Piece[] {
    if (typeof param === 'string' || typeof param === 'number') return [String(param)]
    switch (param.kind) {
      case 'link': {
        const { text, href } = param
        return [{ kind: 'link', text: typeof text === 'string' ? text : this.text(text), href }]
      }
      case 'code':
      case 'english':
      case 'number':
        return [param]
      case 'name':
        return [{ kind: 'name', text: plain(this.paramPieces(param.name)) }]
      case 'list':
        return this.listPieces(param.items, param.or ? this.choices : this.lists)
      case 'names':
        return [this.names(param.names)]
      case 'count':
        return [this.count(param.count)]
      case 'share':
        return [this.share(param.share)]
      case 'date':
        return [this.date(param.date)]
      case 'message':
        return [this.translate(param.key, [])]
      case 'sentence':
        return this.pieces(param.sentence)
    }
  }

  private listPieces(items: readonly Param[], format: Intl.ListFormat): Piece[] {
    return format.formatToParts(items.map((_, i) => String(i))).flatMap((part): readonly Piece[] => {
      const item = part.type === 'element' ? items[Number(part.value)] : undefined
      return item === undefined ? [part.value] : this.paramPieces(item)
    })
  }

  /** Which plural form: a language that lacks the message for its category uses the general one. */
  private form(key: string, count: number): string {
    const form = `_${this.plural(count)}`
    const translated = this.translate(`page_${key}${form}` as MessageKey, [])
    return translated === '' || translated === `page_${key}${form}` ? '_other' : form
  }
}

export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

// Characters for private use: no message has them, and no text of the registry.
const OPEN = '\uE000'
const CLOSE = '\uE001'
const MARK = /\uE000(\d+)\uE001/
