import { BLOCK, type PortFacts } from '../../../registry/port-facts'
import { RANGES_SOURCE } from '../../../registry/ranges'
import type { Block } from './article'
import { counted, link, type Sentence, say, sayCount, share } from './text'

const RFC_8126 = link('RFC 8126', 'https://www.rfc-editor.org/rfc/rfc8126')

/** The range that the port sits in, how its numbers are given out, and how full it is. */
export function where({ knowledge: { port, range }, counts, block }: PortFacts): Block[] {
  const rfc = link('RFC 6335', RANGES_SOURCE)
  const { ports, assigned } = counts[range]
  const full =
    assigned === 0
      ? say('fullNone', counted(ports))
      : say('full', counted(ports), counted(assigned), share(assigned / ports))
  return [
    { kind: 'text', sentences: [say(`in_${range}`, port, rfc), say(`by_${range}`, RFC_8126)] },
    { kind: 'text', sentences: range === 'dynamic' ? [full] : [full, neighbourhood(block)] },
    { kind: 'map' },
  ]
}

function neighbourhood({ from, to, assigned }: PortFacts['block']): Sentence {
  if (assigned === 0) return say('blockNone', from, to)
  if (assigned === BLOCK) return say('blockAll', from, to)
  return sayCount('block', assigned, from, to)
}
