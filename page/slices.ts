/** Longest time we hold the main thread before letting the page have it back, in ms. Half a frame at 60 Hz. */
const SLICE_MS = 8

/** Gathers changes for so long before they are read, in ms; longer where the page keeps changing, which is then read a few times a second. */
const GATHER_MS = 50
const GATHER_MORE_MS = 120

/** A page that changed so short a time ago keeps changing, in ms. */
const KEEPS_MS = 1000

/**
 * Runs work in slices that yield to the page. `work` does one small step and tells whether there is more; it is not
 * called while the document is hidden, and nothing ticks while there is no work.
 */
export class Slices {
  private waiting: 'no' | 'gathering' | 'next' = 'no'
  private lastRun = Number.NEGATIVE_INFINITY
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly channel = new MessageChannel()

  constructor(
    private readonly document: Document,
    private readonly work: () => boolean,
    private readonly signal: AbortSignal,
  ) {
    this.channel.port1.onmessage = () => this.run()
    this.listen()
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer)
      this.channel.port1.close()
    })
  }

  /** To be called again after `document.open`, which takes all listeners away. */
  listen(): void {
    this.document.addEventListener('visibilitychange', this.visible, { signal: this.signal })
  }

  private readonly visible = () => this.waiting !== 'no' && this.next()

  /** Asks for work soon; `now` where the page should not see another frame without it. */
  ask(now = false): void {
    if (this.waiting === 'next' || (this.waiting === 'gathering' && !now)) return
    if (now) return this.next()
    this.waiting = 'gathering'
    const isBusy = performance.now() - this.lastRun < KEEPS_MS
    this.timer = setTimeout(() => this.next(), isBusy ? GATHER_MORE_MS : GATHER_MS)
  }

  private next(): void {
    clearTimeout(this.timer)
    this.waiting = 'next'
    if (!this.document.hidden) this.channel.port2.postMessage(null)
  }

  private run(): void {
    if (this.waiting !== 'next' || this.document.hidden) return
    this.waiting = 'no'
    this.lastRun = performance.now()
    const end = this.lastRun + SLICE_MS
    do {
      if (!this.work()) return
    } while (performance.now() < end)
    this.next()
  }
}
