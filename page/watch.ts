import type { TabMessage } from '../messages'
import type { Settings } from '../settings/settings'
import { askBackground, endIfOrphaned } from './background'
import { Elsewhere } from './elsewhere'
import { Hearing } from './hearing'
import { isUnreadable } from './left-out'
import { Lookout } from './lookout'
import type { LookoutDoor, Marker } from './lookout-door'
import { followPermission } from './permission'
import { bring } from './more-code'
import { whenReadable } from './readable'
import { answerTab } from './requests'

/** How long the background is waited for, the first time and again, in ms. */
const WAITS_MS = [500, 2000, 8000] as const

/**
 * How long a document in a frame is left alone, in ms: many frames, advertisements and previews, go or are written anew
 * before anybody reads them.
 */
const FRAME_WAITS_MS = 1000

/** What every document has of us. Where something may be a port, it has the marker's script come: most never need it. */
export class Watch implements LookoutDoor {
  readonly life = new AbortController()
  readonly elsewhere = new Elsewhere()
  private readonly hearing: Hearing
  private lookout: Lookout | undefined
  private marker: Marker | undefined
  private isLoading = false
  private wish: readonly [on: boolean, settings: Settings] | undefined

  constructor(private readonly window: Window) {
    const { signal } = this.life
    this.hearing = new Hearing(window, signal, (event) => {
      this.elsewhere.hear(event)
      this.marker?.hear(event)
    })
    if (window.parent === window) this.begin()
    else this.beginLater()
  }

  private beginLater(): void {
    const timer = setTimeout(() => this.begin(), FRAME_WAITS_MS)
    this.life.signal.addEventListener('abort', () => clearTimeout(timer))
  }

  private begin(): void {
    const { signal } = this.life
    const { document } = this.window
    answerTab(signal, (message) => this.answer(message))
    whenReadable(document, signal, () => {
      if (isUnreadable(document)) return
      this.lookout = new Lookout(document, signal, () => this.found(), this.listenAgain)
      this.lookout.start()
    })
  }

  readonly listenAgain = (): void => this.hearing.listen()

  /** Only now does it matter whether the reader wants marks here: most documents need not ask. */
  private found(): void {
    this.lookout?.stop()
    followPermission(this.window, this.life.signal, (on, settings) => {
      this.wish = [on, settings]
      if (this.marker) this.marker.follow(on, settings)
      else if (on) void this.load()
    })
  }

  private answer(message: TabMessage): void {
    if (message.type === 'card') this.elsewhere.told(message)
    else if (this.marker) this.marker.answer(message)
    else if (message.type === 'report') void askBackground({ type: 'report-ports', ports: [] })
  }

  private async load(): Promise<void> {
    if (this.isLoading) return
    this.isLoading = true
    await this.ask()
    this.isLoading = false
    if (this.life.signal.aborted || !globalThis.portholeMarker) return
    this.marker = globalThis.portholeMarker(this)
    // The document may have been written anew meanwhile.
    this.listenAgain()
    if (this.wish) this.marker.follow(...this.wish)
  }

  /** Has the marker's script come. A background that is just being stopped may hear nothing: then it is asked again. */
  private async ask(): Promise<void> {
    for (const ms of WAITS_MS) {
      if (globalThis.portholeMarker || endIfOrphaned(this.life)) return
      await Promise.race([bring('marker'), pause(ms)])
      if (!globalThis.portholeMarker) await pause(WAITS_MS[0])
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
