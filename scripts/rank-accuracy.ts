import { readFileSync } from 'node:fs'
import { openRegistry } from '../registry/index.ts'
import { tokensOf } from '../registry/tokens.ts'
import type { Protocol, Use } from '../registry/types.ts'
import { packRegistry } from './pack-registry.ts'

/**
 * `npm run accuracy:services -- FILE`: how often the words around a mention lead to the right product. FILE has a
 * passage a line, `{content, ports: [{start, end, from, proto, service}]}`; mentions without `service` do not count.
 */
interface Passage {
  readonly id: string
  readonly kind: 'text' | 'html'
  readonly content: string
  readonly ports: readonly {
    readonly start: number
    readonly end: number
    readonly from: number
    readonly proto: string | null
    readonly service: string | null
    readonly maybe: boolean
  }[]
}

/** As much text around the mention as a page's block usually has, in characters. */
const BLOCK = 600

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('npm run accuracy:services -- FILE.jsonl')
  process.exit(1)
}
const registry = openRegistry(packRegistry().find(({ fileName }) => fileName === 'registry.txt')?.text ?? '')
const passages = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Passage)

let labelled = 0
let known = 0
let right = 0
for (const { id, content, ports } of passages) {
  for (const { start, end, from, proto, service, maybe } of ports) {
    if (service === null || service === undefined || maybe) continue
    labelled++
    const protocol = proto === 'tcp' || proto === 'udp' ? (proto satisfies Protocol) : undefined
    const around = { before: content.slice(Math.max(0, start - BLOCK), start), after: content.slice(end, end + BLOCK) }
    const ranked = registry.rank(from, around, protocol)
    const names = registry.lookUp(from, protocol).services.map(({ name }) => name)
    const has = ranked.some((use) => means(use, service))
    const [top] = ranked
    if (!has) {
      console.log(
        `${id} ${from}: ${service} is not known there (${[...ranked.slice(0, 3).map((use) => use.name), ...names].join(', ')})`,
      )
      continue
    }
    known++
    if (top && means(top, service)) right++
    else console.log(`${id} ${from}: ${service}, but ranked first ${top?.name} (of ${ranked.length})`)
  }
}
const percent = (part: number, whole: number) =>
  `${part} of ${whole}, ${((100 * part) / Math.max(1, whole)).toFixed(1)}%`
console.log(`known: ${percent(known, labelled)}`)
console.log(`right where known: ${percent(right, known)}`)

/** Whether a use is what the label says: all words of one stand in what the other is called. */
function means(use: Use, label: string): boolean {
  const wanted = tokensOf(label)
  const called = [use.name, ...use.aliases, `${use.name} ${use.role ?? ''}`].map(tokensOf)
  return called.some(
    (name) => wanted.every((word) => name.includes(word)) || name.every((word) => wanted.includes(word)),
  )
}
