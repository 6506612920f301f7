import { matchesHost } from './hosts'
import type { Label } from './label'

/** Where a port is mentioned. */
export interface Mentioned {
  readonly from: number
  readonly to: number
  readonly protocol?: string | undefined
  /** The host that the text names. */
  readonly host?: string | undefined
  /** The host of the page; undefined where one looks a port up instead of reading a page. */
  readonly site?: string | undefined
}

/** Labels by port. Finding those of a port costs the same whether there are ten or ten thousand. */
export class LabelIndex<Own extends Label> {
  private readonly single = new Map<number, Own[]>()
  private readonly ranges: Own[] = []

  constructor(readonly labels: readonly Own[]) {
    for (const label of labels) {
      if (label.from !== label.to) this.ranges.push(label)
      else if (!this.single.get(label.from)?.push(label)) this.single.set(label.from, [label])
    }
  }

  /** The labels that hold for a mention, the one that says most exactly where it holds first. */
  at(mentioned: Mentioned): Own[] {
    return this.of(mentioned)
      .filter((label) => holdsFor(label, mentioned))
      .sort((a, b) => exactness(b) - exactness(a))
  }

  /** All labels of a port or range, wherever they hold. */
  of({ from, to, protocol }: Pick<Mentioned, 'from' | 'to' | 'protocol'>): Own[] {
    const found = this.ranges.filter((label) => label.from <= to && label.to >= from)
    if (from === to) found.unshift(...(this.single.get(from) ?? []))
    else for (const [port, labels] of this.single) if (port >= from && port <= to) found.push(...labels)
    return found.filter((label) => !label.protocol || !protocol || label.protocol === protocol)
  }

  /** Labels with all of these words, wherever they stand. Those whose name starts with them come first. */
  search(typed: string, most: number): Own[] {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    const [start, inside]: [Own[], Own[]] = [[], []]
    for (const label of this.labels) {
      const name = label.name.toLowerCase()
      const all = `${name} ${label.note?.toLowerCase() ?? ''} ${label.host ?? ''} ${label.site ?? ''}`
      if (!words.every((word) => all.includes(word))) continue
      ;(name.startsWith(words[0] ?? '') ? start : inside).push(label)
      if (start.length >= most) break
    }
    return [...start, ...inside].slice(0, most)
  }
}

/** A label that is bound to hosts holds only where the text names one of them. */
function holdsFor(label: Label, { host, site }: Mentioned): boolean {
  if (label.host && (!host || !matchesHost(label.host, host))) return false
  return !label.site || (site !== undefined && matchesHost(label.site, site))
}

const exactness = ({ host, site, protocol, from, to }: Label): number =>
  (host ? (host.startsWith('*.') || host.includes('/') ? 8 : 16) : 0) +
  (site ? 4 : 0) +
  (protocol ? 2 : 0) +
  (from === to ? 1 : 0)
