/** Ports from first to last, both included; equal for a single port. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

export const HIGHEST_PORT = 65_535

/** All ports of a range, ascending. */
export const portsIn = ({ from, to }: PortRange): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Whether a range holds so many ports that what uses it says little of a single one. */
export const isWideRange = ({ from, to }: PortRange): boolean => to - from > 10

/** Reads "5432" or "6000-6063" as our data files write them; undefined where it is neither. */
export function parsePortRange(text: string): PortRange | undefined {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? []
  if (first === undefined) return undefined
  const from = Number(first)
  const to = last === undefined ? from : Number(last)
  return from <= to && to <= HIGHEST_PORT ? { from, to } : undefined
}

/** The other way round. */
export function formatPortRange({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`
}
