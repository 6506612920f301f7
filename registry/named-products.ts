import type { SortedLines } from './sorted-lines.ts'
import { sortKey, tokensOf } from './tokens.ts'
import { type Product, parseProduct, parseShortName } from './use-line.ts'

/** How many words before and after the mention may name a product that is at home elsewhere. */
const REACH = 60

/** A product and how the text may call it. */
interface Called {
  readonly name: string
  readonly product: Product
}

/** Products that are named beside a port on which they are not known: people move them. */
export class NamedProducts {
  /** Products whose name begins with a word. Pages repeat their words, so each is looked for once. */
  private readonly read = new Map<string, readonly Called[]>()

  constructor(
    private readonly products: SortedLines,
    private readonly shortNames: SortedLines,
  ) {}

  /** Products that the text before and after a mention names in their own spelling. */
  in(before: string, after: string): Product[] {
    const near = `${lastWords(before)} \n ${firstWords(after)}`
    const found = new Set<Product>()
    for (const word of new Set(tokensOf(near))) {
      for (const { name, product } of this.beginningWith(word)) if (spells(near, name)) found.add(product)
    }
    return [...found]
  }

  private beginningWith(word: string): readonly Called[] {
    const known = this.read.get(word)
    if (known) return known
    const matching = (lines: SortedLines) =>
      lines.matching(
        (line) => compare(keyOf(line), word),
        (line) => keyOf(line) === word || keyOf(line).startsWith(`${word} `),
      )
    const full = matching(this.products).map(parseProduct)
    const short = matching(this.shortNames).map(parseShortName)
    const found = [
      ...full.map((product) => ({ name: product.name, product })),
      ...short.map(({ name, reference }) => ({ name, product: parseProduct(this.products.lineAt(reference)) })),
    ].filter(isDistinctive)
    this.read.set(word, found)
    return found
  }
}

/**
 * Protocols such as HTTP and SSH are named on every page, and so are words like "web". What has a system port, is
 * written in capitals or is very short says nothing of a port where it is not at home.
 */
function isDistinctive({ name, product: { ports, subject } }: Called): boolean {
  return (
    name.length > 3 && !/^[A-Z0-9 /.+-]+$/.test(name) && subject !== 'malware' && ports.every((port) => port >= 1024)
  )
}

const keyOf = (line: string) => sortKey(line.slice(0, line.indexOf('\t')))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function spells(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + name.length]]
    if (!/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_-]/u.test(after)) return true
  }
  return false
}

const firstWords = (text: string) =>
  text
    .slice(0, REACH * 8)
    .split(/\s+/, REACH)
    .join(' ')
const lastWords = (text: string) =>
  text
    .slice(-REACH * 8)
    .split(/\s+/)
    .slice(-REACH)
    .join(' ')
