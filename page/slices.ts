/** Longest time we hold the main thread before letting the page have it back, in ms. Half a frame at 60 Hz. */
const SLICE_MS = 8

/** Gathers changes for so long before they are read, in ms; longer where the page keeps changing, which is then read a few times a second. */
const GATHER_MS = 50
const GATHER_MORE_MS = 120

/** A page that changed so short a time ago keeps changing, in ms. */
const KEEPS_MS = 1000

/**
 * What changes cost may take this share of the time. What was not used is kept, up to so many ms: single changes are read
 * at once, while a page that never rests waits, up to so many ms; what comes and goes meanwhile is never read.
 */
const SHARE = 0.01
const MOST_CREDIT_MS = 12
const MOST_WAIT_MS = 10_000

/** A page that has not changed for so long rests, in ms: what waits is read. */
const RESTS_MS = 100

/**
 * Runs work in slices that yield to the page. `work` does one small step and tells whether there is more; it is not
 * called while the document is hidden, and nothing ticks while there is no work.
 */
export class Slices {
  private waiting: 'no' | 'gathering' | 'next' = 'no'
  private lastRun = Number.NEGATIVE_INFINITY
  private lastAsk = 0
  private credit = MOST_CREDIT_MS
  private creditAt = 0
  /** When the work in hand was begun: the page may have changed since. */
  private begun = 0
  /** The work in hand was waited for: its time counts. */
  private counts = false
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Made when it is first needed: most frames go before anything in them is to be done. */
  private channel: MessageChannel | undefined

  constructor(
    private readonly document: Document,
    private readonly work: () => boolean,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer)
      this.channel?.port1.close()
      document.removeEventListener('visibilitychange', this.visible)
    })
  }

  /** To be called after `document.open`, which takes all listeners away. */
  listenAgain(): void {
    if (this.waiting === 'next') this.next()
  }

  private readonly visible = () => this.waiting === 'next' && this.next()

  /** Asks for work soon; `now` where the page should not see another frame without it. */
  ask(now = false): void {
    if (!now) this.lastAsk = performance.now()
    if (this.waiting === 'next' || (this.waiting === 'gathering' && !now)) return
    if (now) return this.next()
    this.counts = true
    this.gather(this.lastAsk - this.lastRun < KEEPS_MS ? GATHER_MORE_MS : GATHER_MS)
  }

  /** Waits `ms` at least, and for credit. */
  private gather(ms: number): void {
    this.waiting = 'gathering'
    const now = performance.now()
    this.credit = Math.min(MOST_CREDIT_MS, this.credit + (now - this.creditAt) * SHARE)
    this.creditAt = now
    this.wait(ms, now + Math.min(MOST_WAIT_MS, -this.credit / SHARE))
  }

  /** Starts work after `ms`; before the time `until` only if the page rests by then. */
  private wait(ms: number, until: number): void {
    this.timer = setTimeout(() => {
      const now = performance.now()
      if (now >= until || now - this.lastAsk >= RESTS_MS) {
        this.begun = now
        this.next()
      } else this.wait(RESTS_MS, until)
    }, ms)
  }

  private next(): void {
    clearTimeout(this.timer)
    this.waiting = 'next'
    if (this.document.hidden) return this.waitForSight()
    this.channel ??= this.open()
    this.channel.port2.postMessage(null)
  }

  private open(): MessageChannel {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => this.run()
    return channel
  }

  private waitForSight(): void {
    if (!this.signal.aborted) this.document.addEventListener('visibilitychange', this.visible)
  }

  private run(): void {
    if (this.waiting !== 'next') return
    if (this.document.hidden) return this.waitForSight()
    this.waiting = 'no'
    this.lastRun = performance.now()
    const end = this.lastRun + SLICE_MS
    let more: boolean
    let now: number
    do {
      more = this.work()
      now = performance.now()
    } while (more && now < end)
    if (this.counts) this.credit -= now - this.lastRun
    if (!more) this.counts = false
    else if (this.counts && this.credit < 0 && this.lastAsk > this.begun) this.gather(RESTS_MS)
    else this.next()
  }
}
