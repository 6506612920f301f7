import { LookUp } from './look-up.ts'
import { openPacked, type RangeCount } from './packed.ts'
import { rankUses } from './rank.ts'
import { Search, type SearchAnswer } from './search.ts'
import type { PortKnowledge, Protocol, RangeName, Surroundings, Use } from './types.ts'

export type { HelpReason } from './query.ts'
export type { SearchAnswer, SearchResult } from './search.ts'
export type * from './types.ts'

/** What is known of ports, opened from the packed text. Everything is answered at once, without waiting. */
export interface Registry {
  /** All that is known of a port, 0 to 65535; services and uses of `protocol` first. Throws a RangeError otherwise. */
  lookUp(port: number, protocol?: Protocol): PortKnowledge
  /** The same for several ports, in their order. */
  lookUpMany(ports: readonly { readonly port: number; readonly protocol?: Protocol }[]): PortKnowledge[]
  /** Finds ports by what somebody typed; at most `limit` results (20), the likeliest first. */
  search(typed: string, limit?: number): SearchAnswer
  /**
   * The port's uses, ordered by what stands around the mention. Among them may be uses of other ports, marked
   * `elsewhere`, by products that the text names.
   */
  rank(port: number, around: Surroundings, protocol?: Protocol): Use[]
  /** Builds the search's index, about a tenth of a second, if it is not there yet: for when a search is to come. */
  prepareSearch(): void
  /** How full each of the three ranges is. */
  readonly counts: Readonly<Record<RangeName, RangeCount>>
}

/** Opens the text of registry.txt. Reads its first line only; throws where the text is cut off or something else. */
export function openRegistry(text: string): Registry {
  const packed = openPacked(text)
  const knowledge = new LookUp(packed)
  const search = new Search(packed, knowledge)
  const lookUp = (port: number, protocol?: Protocol) => knowledge.of(port, protocol)
  return {
    lookUp,
    lookUpMany: (ports) => ports.map(({ port, protocol }) => lookUp(port, protocol)),
    search: (typed, limit) => search.for(typed, limit),
    rank: (port, around, protocol) => rankUses(knowledge.usesOf(port, protocol), around, knowledge.named(port, around)),
    prepareSearch: () => search.prepare(),
    counts: packed.counts,
  }
}
