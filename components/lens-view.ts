import { PORTS } from './map-space'
import type { Part } from './SpaceDrawing'

/** How many ports are shown at once: all, a part, a neighbourhood. Each is a whole number of pixels' worth on the popup. */
export const SPANS = [PORTS, 2048, 32] as const

export const WHOLE: Part = { from: 0, length: PORTS }
export const DEEPEST = SPANS.length - 1

/** The part of `length` ports with a port in its middle, as far as the space allows. */
export function around(port: number, length: number): Part {
  return { from: Math.max(0, Math.min(PORTS - length, port - Math.floor(length / 2))), length }
}

/** The part moved by as little as shows the port, or not at all. */
export function holding(port: number, { from, length }: Part): Part {
  return { from: Math.max(port - length + 1, Math.min(port, from)), length }
}

/** What is seen on the way from one part to the next: `depth` 1.5 is halfway from the second to the third. */
export function viewAt(parts: readonly Part[], depth: number): Part {
  const outer = parts[Math.floor(depth)] ?? WHOLE
  const inner = parts[Math.ceil(depth)] ?? outer
  if (outer.length === inner.length) return inner
  const length = outer.length ** (1 - (depth % 1)) * inner.length ** (depth % 1)
  const way = (outer.length - length) / (outer.length - inner.length)
  return { from: outer.from + (inner.from - outer.from) * way, length }
}

/** The marked port that lies nearest to a place, if one lies within `reach` ports of it. */
export function nearest(ports: readonly number[], port: number, reach: number): number | undefined {
  let best: number | undefined
  for (const one of ports) {
    const distance = Math.abs(one - port)
    if (distance <= reach && distance < Math.abs((best ?? Infinity) - port)) best = one
  }
  return best
}

/** The next marked port above or below a place; the place itself where there is none. */
export function next(ports: readonly number[], port: number, step: 1 | -1): number {
  const beyond = ports.filter((one) => (one - port) * step > 0)
  if (beyond.length === 0) return port
  return step === 1 ? Math.min(...beyond) : Math.max(...beyond)
}
