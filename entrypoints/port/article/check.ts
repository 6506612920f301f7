import type { PortFacts } from '../../../registry/port-facts'
import type { Protocol } from '../../../registry/types'
import type { Block } from './article'
import { say } from './text'

/** How to see what listens: on this machine, and from another. */
export function check({ knowledge, protocol }: PortFacts): Block[] {
  const { port } = knowledge
  if (port === 0) return [{ kind: 'text', sentences: [say('checkZero')] }]
  const protocols = order(knowledge.statusByProtocol, protocol)
  const rare = protocols.some((one) => one === 'sctp' || one === 'dccp')
  return [
    { kind: 'text', sentences: [say('checkLead', port), ...(rare ? [say('checkSctp')] : [])] },
    { kind: 'commands', port, protocols },
  ]
}

/** TCP and UDP always, the others where they are registered or asked for; the one asked for first. */
function order(status: PortFacts['knowledge']['statusByProtocol'], asked: Protocol | undefined): Protocol[] {
  const rare = (['sctp', 'dccp'] as const).filter((one) => status[one] === 'assigned' || asked === one)
  const all: Protocol[] = ['tcp', 'udp', ...rare]
  return asked ? [asked, ...all.filter((one) => one !== asked)] : all
}
