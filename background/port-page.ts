import { openPacked } from '../registry/packed'
import { type PortFacts, PortFactsReader } from '../registry/port-facts'
import { type PortSpace, portSpaceOf } from '../registry/port-space'
import type { Protocol } from '../registry/types'
import { registryText, theRegistry } from './registry'

interface Opened {
  readonly space: PortSpace
  readonly facts: PortFactsReader
}

let opened: Promise<Opened> | undefined

/** What the port page is made of. Read when the first page asks: look-ups for cards need none of it. */
export async function portFacts(port: number, protocol?: Protocol): Promise<PortFacts> {
  return (await open()).facts.of(port, protocol)
}

/** The whole space, for the map. */
export async function portSpace(): Promise<PortSpace> {
  return (await open()).space
}

function open(): Promise<Opened> {
  opened ??= read().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function read(): Promise<Opened> {
  const packed = openPacked(await registryText())
  const space = portSpaceOf(packed)
  return { space, facts: new PortFactsReader(await theRegistry(), packed, space) }
}
