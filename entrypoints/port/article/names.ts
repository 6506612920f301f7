import { isWide } from '../../../registry/port-facts'
import type { PortKnowledge, Service, Use } from '../../../registry/types'
import { english, list, message, type Param, type Sentence, say } from './text'

/** Uses that say something of this very port, the likeliest first. */
export const ownUses = ({ uses }: PortKnowledge): readonly Use[] => uses.filter((use) => !isWide(use))

/** Those of them that somebody runs on purpose. */
export const wantedUses = (knowledge: PortKnowledge): readonly Use[] =>
  ownUses(knowledge).filter(({ subject }) => subject !== 'malware')

/** Uses of wide ranges that the port lies in, the narrowest first. */
export const wideUses = ({ uses }: PortKnowledge): readonly Use[] =>
  uses.filter(isWide).sort((a, b) => a.to - a.from - (b.to - b.from))

export const productsOf = (uses: readonly Use[]): readonly string[] => [...new Set(uses.map(({ name }) => name))]

/** A service as one calls it: by its description, by its name where there is none. Acronyms come in capitals. */
export function serviceTitle({ name, description, from, to }: Service): string {
  if (description === '') return name
  const acronym = name.toUpperCase()
  // A range is better known by its acronym (X11), which its description may not even hold.
  const add = from !== to && name.length <= 4 && !description.toUpperCase().includes(acronym)
  return add ? `${acronym} (${description})` : description
}

/** The main service, where it is registered as a range. */
export function rangeService({ services: [service] }: PortKnowledge): Service | undefined {
  return service && service.from !== service.to ? service : undefined
}

/** Products of which the best known is not the registered service: each is as good a guess. */
export function isShared(knowledge: PortKnowledge): boolean {
  const [first, ...others] = wantedUses(knowledge)
  return (
    first !== undefined && first.registered !== 'same' && new Set([first, ...others].map((use) => use.name)).size > 2
  )
}

/** What to call the port in a title. */
export function nameOf(knowledge: PortKnowledge): Param {
  const range = rangeService(knowledge)
  if (range) return english(serviceTitle(range))
  const uses = wantedUses(knowledge)
  const [use, another] = productsOf(uses)
  if (use !== undefined && another !== undefined && isShared(knowledge)) {
    return { kind: 'sentence', sentence: say('andOthers', [use, another].join(', ')) }
  }
  if (use !== undefined) return use
  const [service] = knowledge.services
  return service ? english(serviceTitle(service)) : message(`status_${knowledge.status}`)
}

export function titleOf(knowledge: PortKnowledge): Sentence {
  const name: Param = { kind: 'name', name: nameOf(knowledge) }
  const range = rangeService(knowledge)
  if (!range) return say('title', { kind: 'number', text: String(knowledge.port) }, name)
  const [from, to] = [range.from, range.to].map((port): Param => ({ kind: 'number', text: String(port) }))
  return say('titleRange', from ?? '', to ?? '', name)
}

/** The first few products, as a list in a sentence. */
export const someProducts = (uses: readonly Use[], most = 3): Param => list(productsOf(uses).slice(0, most))
