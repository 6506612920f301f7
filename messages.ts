import * as v from 'valibot'
import type { PortKnowledge, Protocol } from './registry/types'

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535))

const words = v.exactOptional(v.pipe(v.string(), v.maxLength(4000)))

/** A port that a page mentions, with the words around it: they decide what it most likely is there. */
const askedPort = v.object({
  from: port,
  to: port,
  protocol: v.optional(v.picklist(['tcp', 'udp', 'sctp', 'dccp'])),
  around: v.object({ before: words, after: words, label: words, headings: words, title: words }),
})

/** Everything that content scripts and pages of ours may ask of the background. */
export const message = v.variant('type', [
  v.object({ type: v.literal('describe'), ports: v.pipe(v.array(askedPort), v.maxLength(500)) }),
  v.object({ type: v.literal('load-card') }),
  v.object({ type: v.literal('search'), text: v.pipe(v.string(), v.maxLength(500)) }),
])

export type Message = v.InferOutput<typeof message>
export type AskedPort = v.InferOutput<typeof askedPort>

/** What the card shows of one port or range. */
export interface Described {
  readonly from: number
  readonly to: number
  readonly protocol?: Protocol | undefined
  /** Knowledge of `from`, its uses ranked by the words given. */
  readonly knowledge: PortKnowledge
}
