import { FIELD } from './search-weights.ts'
import { camelParts, joined, tokensOf } from './tokens.ts'
import type { Use } from './types.ts'
import type { Product } from './use-line.ts'

/** Words and what each is worth. A word may be there twice: the search takes the higher worth. */
export class Terms {
  readonly words: string[] = []
  readonly worths: number[] = []
  /** Letters and digits of the names. */
  readonly names: string[] = []

  add(word: string, worth: number): void {
    this.words.push(word)
    this.worths.push(worth)
  }

  /** A word of a longer phrase says less of it. */
  addText(text: string, worth: number): void {
    const words = tokensOf(text)
    for (const word of words) this.add(word, words.length === 1 ? worth : worth / Math.sqrt(words.length))
  }

  addName(name: string, worth: number): void {
    const whole = joined(name)
    this.names.push(whole)
    this.addText(name, worth)
    this.add(whole, worth)
    for (const part of camelParts(name)) this.add(part, FIELD.camelPart)
  }
}

/** What leads to a product, whichever of its ports is meant. */
export function termsOfProduct({ name, aliases, subject, words }: Product): Terms {
  const terms = new Terms()
  terms.addName(name, FIELD.name)
  for (const alias of aliases) terms.addName(alias, FIELD.alias)
  terms.add(subject, FIELD.subject)
  for (const word of words) terms.addText(word, FIELD.words)
  return terms
}

/** What a use adds to its product's: aliases and words of its own, role and scheme. */
export function termsOfUse(use: Use, product: Product): Terms {
  const own = new Terms()
  for (const alias of ownOf(use.aliases, product.aliases)) own.addName(alias, FIELD.alias)
  for (const word of ownOf(use.words, product.words)) own.addText(word, FIELD.words)
  if (use.role !== undefined) own.addText(use.role, FIELD.role)
  if (use.scheme !== undefined) own.add(use.scheme, FIELD.scheme)
  return own
}

/** A use lists its own first and then its product's. */
const ownOf = (all: readonly string[], shared: readonly string[]) =>
  all === shared ? [] : all.slice(0, all.length - shared.length)

/** What leads to a registered service. */
export function termsOfService(name: string, description: string): Terms {
  const terms = new Terms()
  terms.addText(name, FIELD.serviceName)
  terms.add(joined(name), FIELD.serviceName)
  terms.addText(description, FIELD.serviceDescription)
  return terms
}
