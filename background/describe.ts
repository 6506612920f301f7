import { browser } from 'wxt/browser'
import type { AskedPort, Described } from '../messages'
import { listenerCommands, type System } from '../registry/commands'
import { theRegistry } from './registry'

/** What the card shows of each port: its knowledge, the uses ranked by the words around it, and the next step. */
export async function describe(ports: readonly AskedPort[]): Promise<Described[]> {
  const [registry, system] = await Promise.all([theRegistry(), systemHere()])
  return ports.map(({ from, to, protocol, around, pair, host }) => {
    const knowledge = registry.lookUp(from, protocol)
    const check = listenerCommands(from, protocol).find((command) => command.system === system)?.command
    const uses = registry.rank(from, around, protocol)
    return {
      from,
      to,
      protocol,
      knowledge: { ...knowledge, uses },
      ...(pair && { pair }),
      ...(host && { host }),
      ...(check && { check }),
    }
  })
}

async function systemHere(): Promise<System> {
  const { os } = await browser.runtime.getPlatformInfo()
  return os === 'win' ? 'windows' : os === 'mac' ? 'macos' : 'linux'
}
