import { browser } from 'wxt/browser'
import type { AskedPort, Described, OwnLabel } from '../messages'
import type { Use } from '../registry'
import { listenerCommands, type System } from '../registry/commands'
import { labelsAt } from './labels'
import { theRegistry } from './registry'

/** What the card shows of each port: its knowledge, the uses ranked by the words around it, and the next step. */
export async function describe(ports: readonly AskedPort[], site?: string): Promise<Described[]> {
  const [registry, system] = await Promise.all([theRegistry(), systemHere()])
  const own = await Promise.all(ports.map((port): Promise<OwnLabel[]> => labelsAt({ ...port, site })))
  return ports.map(({ from, to, protocol, around, pair, host }, index) => {
    const knowledge = registry.lookUp(from, protocol)
    const check = listenerCommands(from, protocol).find((command) => command.system === system)?.command
    const uses = ofRangeFirst(registry.rank(from, around, protocol), from, to)
    return {
      from,
      to,
      protocol,
      knowledge: { ...knowledge, uses },
      ...(pair && { pair }),
      ...(host && { host }),
      ...(check && { check }),
      ...(own[index]?.length && { own: own[index] }),
    }
  })
}

/** A mentioned range is what uses exactly that range, whatever else uses its first port. */
function ofRangeFirst(uses: readonly Use[], from: number, to: number): Use[] {
  const isSame = (use: Use) => from < to && use.from === from && use.to === to
  return [...uses.filter(isSame), ...uses.filter((use) => !isSame(use))]
}

async function systemHere(): Promise<System> {
  const { os } = await browser.runtime.getPlatformInfo()
  return os === 'win' ? 'windows' : os === 'mac' ? 'macos' : 'linux'
}
