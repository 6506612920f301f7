import { ephemeralOn } from '../../../registry/systems'
import type { PortKnowledge, Use } from '../../../registry/types'
import type { Block } from './article'
import { isKnownFor, ownUses, productsOf, serviceTitle, wantedUses, wideUses } from './names'
import { english, link, type Sentence, say, sayCount } from './text'

/** What really answers on the port, or the honest answer where nobody knows. */
export function find(knowledge: PortKnowledge): Block[] {
  const uses = ownUses(knowledge)
  const wide = wideUses(knowledge)
  return [
    ...(uses.length > 0 ? known(uses, knowledge) : [{ kind: 'text', sentences: unknown(knowledge) } as const]),
    ...(wide.length > 0 ? ranges(wide) : []),
    ...lent(knowledge.port),
  ]
}

function known(uses: readonly Use[], knowledge: PortKnowledge): Block[] {
  const counted = uses.length === 1 ? say('usesOnly') : sayCount('uses', uses.length)
  const lent = knowledge.status === 'dynamic' && !isKnownFor(knowledge) ? [say('noneDynamic', knowledge.port)] : []
  const sentences = [...lent, counted, ...(clash(wantedUses(knowledge)) ? [say('clash')] : []), ...sources(uses)]
  return [
    { kind: 'text', sentences },
    { kind: 'uses', uses },
  ]
}

/** Whether different products want the number with the same protocol. */
function clash(uses: readonly Use[]): boolean {
  return (['tcp', 'udp'] as const).some(
    (protocol) => productsOf(uses.filter(({ protocols }) => protocols.includes(protocol))).length > 1,
  )
}

function sources(uses: readonly Use[]): Sentence[] {
  const unread = uses.filter(({ checked }) => !checked).length
  if (unread === 1 && uses.length === 1) return [say('sourceUnread')]
  if (unread > 0) return [sayCount('unread', unread)]
  return [say(uses.length === 1 ? 'sourceOne' : 'sourcesAll')]
}

function unknown({ port, status, services: [service], ghost }: PortKnowledge): Sentence[] {
  if (port === 0) return [say('noneZero'), say('noneZeroThen')]
  if (status === 'dynamic') return [say('noneDynamic', port), say('noneDynamicThen')]
  if (!service) return [say('noneUnassigned', port), say('noneUnassignedThen'), say('ask')]
  const name = english(serviceTitle(service))
  return ghost
    ? [say('noneGhost', name), say('noneGhostThen', port), say('ask')]
    : [say('noneRegistered', port), say('noneRegisteredThen', name), say('ask')]
}

function ranges(uses: readonly Use[]): Block[] {
  return [
    { kind: 'text', sentences: [sayCount('wide', uses.length)] },
    { kind: 'wide', uses },
  ]
}

/** Systems that lend the number to any outgoing connection. */
function lent(port: number): Block[] {
  const systems = ephemeralOn(port)
  if (systems.length === 0) return []
  const names = { kind: 'list', items: systems.map(({ system, source }) => link(system, source)) } as const
  return [{ kind: 'text', sentences: [sayCount('ephemeral', systems.length, names)] }]
}
