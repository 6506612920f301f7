import type { TabMessage } from '../messages'
import type { Settings } from '../settings/settings'
import { askBackground, endIfOrphaned } from './background'
import type { LookoutDoor, Marker } from './lookout-door'
import { PageMonitor } from './monitor'
import type { PageDoor } from './page-door'
import { Places } from './places'
import { Preferences } from './preferences'
import { Report } from './report'
import { PageBlock } from './surroundings'
import { Headings } from './table'
import { Wake } from './wake'

/** Marks a document, and has the card's script come when a reader turns to a mention. */
export class PageMarker implements Marker {
  private readonly preferences = new Preferences()
  private readonly monitor: PageMonitor
  private readonly wake: Wake
  private readonly report: Report

  constructor(
    private readonly window: Window,
    { life, elsewhere, listenAgain }: LookoutDoor,
  ) {
    const { document } = window
    const { signal } = life
    this.monitor = new PageMonitor(document, signal, {
      onChange: () => {
        this.wake.marksChanged()
        this.report.changed()
      },
      onRewritten: () => {
        listenAgain()
        this.wake.listenAgain()
      },
      mayWork: () => !endIfOrphaned(life),
      wants: this.preferences.wants,
    })
    this.wake = new Wake(window, doorOf(this.monitor, life, this.preferences.mayOpen, elsewhere.tell))
    this.report = new Report(this.monitor.marks, askBackground, signal)
  }

  follow(on: boolean, settings: Settings): void {
    if (this.preferences.take(settings, this.window.document) || !on) this.monitor.stop()
    if (on) this.monitor.start()
  }

  hear(event: Event): void {
    this.wake.hear(event)
  }

  answer(message: TabMessage): void {
    if (message.type === 'report') this.report.again()
    else if (message.type === 'visit') void this.wake.visit(message)
    else if (message.type === 'step') void this.wake.step(message.by)
    else if (message.type === 'close-cards') globalThis.portholeAttendant?.close()
  }
}

const doorOf = (
  monitor: PageMonitor,
  life: AbortController,
  mayOpen: PageDoor['mayOpen'],
  cardChanged: PageDoor['cardChanged'],
): PageDoor => ({
  life,
  mayOpen,
  cardChanged,
  marks: monitor.marks,
  get shadowRoots() {
    return monitor.shadowRoots
  },
  look: (element) => monitor.look(element),
  blockAt: (text) =>
    new PageBlock({ starts: [0], text: '' }, new Places(() => false).of(text.parentNode), new Headings(), () => []),
})
