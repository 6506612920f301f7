import type { NearPort, PortFacts } from '../../../registry/port-facts'
import type { Block } from './article'
import { code, english, list, type Param, portLink, type Sentence, say } from './text'

/** The nearest registered ports, and other ports of what uses this one. */
export function near({ nearest, relatives }: PortFacts): Block[] {
  const items = relatives.map(({ product, ports }) =>
    say(
      'relative',
      product,
      list(
        ports.map(({ from, to, role }) =>
          role === undefined ? portLink(from, to) : named(portLink(from, to), english(flat(role))),
        ),
      ),
    ),
  )
  return [
    { kind: 'text', sentences: [neighbours(nearest)] },
    ...(items.length > 0 ? [{ kind: 'items', items } as const] : []),
  ]
}

function neighbours({ below, above }: PortFacts['nearest']): Sentence {
  if (below && above) return say('nearBoth', portNamed(below), portNamed(above))
  if (below) return say('nearBelow', portNamed(below))
  if (above) return say('nearAbove', portNamed(above))
  throw new Error('A registry without a single registered port')
}

/** Within brackets, brackets become a comma: "names in the local network, mDNS". */
const flat = (role: string) => role.replace(/\s*\(([^()]*)\)/g, ', $1')

const portNamed = ({ port, name }: NearPort) => named(portLink(port), code(name))

const named = (port: Param, name: Param): Param => ({ kind: 'sentence', sentence: say('portNamed', port, name) })
