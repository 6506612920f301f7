import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askBackground, endIfOrphaned } from '../page/background'
import { Elsewhere } from '../page/elsewhere'
import { PageMonitor } from '../page/monitor'
import type { PageDoor } from '../page/page-door'
import { wipe } from '../page/paint'
import { followPermission } from '../page/permission'
import { Places } from '../page/places'
import { Preferences } from '../page/preferences'
import { whenReadable } from '../page/readable'
import { answerTab } from '../page/requests'
import { Report } from '../page/report'
import { PageBlock } from '../page/surroundings'
import { Headings } from '../page/table'
import { Wake } from '../page/wake'

export default defineUnlistedScript(() => {
  // A page that loads while the extension is being installed gets this script twice; what heard first still does.
  if (globalThis.portholePage?.life.signal.aborted === false) return
  const life = new AbortController()
  const preferences = new Preferences()
  const elsewhere = new Elsewhere()
  // An update puts this script into pages that have marks of the last one.
  if (document.body) wipe()
  const changed = () => {
    wake.marksChanged()
    report.changed()
  }
  const monitor = new PageMonitor(document, life.signal, {
    onChange: changed,
    onRewritten: () => wake.listenAgain(),
    mayWork: () => !endIfOrphaned(life),
    detect: preferences.detect,
  })
  const wake = new Wake(window, doorOf(monitor, life, preferences.mayOpen, elsewhere.tell), elsewhere)
  const report = new Report(monitor.marks, askBackground, life.signal)
  answerTab(life.signal, {
    report: () => report.again(),
    visit: (port) => void wake.visit(port),
    step: ({ by }) => void wake.step(by),
    card: (change) => elsewhere.told(change),
    'close-cards': () => globalThis.portholeAttendant?.close(),
  })
  whenReadable(document, life.signal, () =>
    followPermission(window, life.signal, (on, settings) => {
      if (preferences.take(settings, document) || !on) monitor.stop()
      if (on) monitor.start()
    }),
  )
})

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
