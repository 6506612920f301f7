import type { CountedPort, Message } from '../messages'
import type { Marks } from './marks'

/** Reports follow changes no faster than this, in ms. */
const PAUSE_MS = 500

/** Most different ports that a page reports: more cannot be listed. */
const MOST = 1000

/** Tells the background which ports this document has: for the badge and for the popup's list. */
export class Report {
  private told = '[]'
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly marks: Marks,
    private readonly tell: (message: Message) => Promise<unknown>,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.timer))
  }

  /** Tells it once more: the popup wants to be sure. */
  again(): void {
    this.told = 'unknown'
    this.changed()
  }

  /** To be called after marks came or went. */
  changed(): void {
    if (this.timer !== undefined) return
    const ports = countPorts(this.marks)
    const now = JSON.stringify(ports)
    if (now === this.told) return
    this.told = now
    void this.tell({ type: 'report-ports', ports })
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.changed()
    }, PAUSE_MS)
  }
}

function countPorts(marks: Marks): CountedPort[] {
  const counts = new Map<number, CountedPort>()
  for (const { mention } of marks) {
    const { from, to } = mention
    const key = from * 65_536 + to
    const counted = counts.get(key)
    if (counted) counts.set(key, { from, to, count: counted.count + 1 })
    else if (counts.size < MOST) counts.set(key, { from, to, count: 1 })
  }
  return [...counts.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}
