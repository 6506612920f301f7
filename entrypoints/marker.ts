import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askBackground, endIfOrphaned } from '../page/background'
import { listenForCopy } from '../page/copy'
import { Hover } from '../page/hover'
import { PageMonitor } from '../page/monitor'
import { wipe } from '../page/paint'
import { followPermission } from '../page/permission'
import { Preferences } from '../page/preferences'
import { whenReadable } from '../page/readable'
import { answerTab } from '../page/requests'
import { Report } from '../page/report'

export default defineUnlistedScript(() => {
  const life = new AbortController()
  const preferences = new Preferences()
  // An update or a reader's reload may put this script into a page that has it.
  globalThis.portholeLife?.abort()
  globalThis.portholeLife = life
  wipe()
  const changed = () => {
    hover.marksChanged()
    report.changed()
  }
  const rewritten = () => {
    hover.listenAgain()
    listenForCopy(window, life.signal)
  }
  const monitor = new PageMonitor(document, life.signal, {
    onChange: changed,
    onRewritten: rewritten,
    mayWork: () => !endIfOrphaned(life),
    detect: preferences.detect,
  })
  const hover = new Hover(window, monitor, askBackground, life, preferences.mayOpen)
  const report = new Report(monitor.marks, askBackground, life.signal)
  answerTab(life.signal, {
    report: () => report.again(),
    visit: (port) => {
      const mark = monitor.marks.inOrder(port)[port.nth]
      if (mark) void hover.visit(mark)
    },
    step: ({ by }) => void hover.step(by),
  })
  listenForCopy(window, life.signal)
  whenReadable(document, life.signal, () =>
    followPermission(window, life.signal, (on, settings) => {
      if (preferences.take(settings, document) || !on) monitor.stop()
      if (on) monitor.start()
    }),
  )
})

declare global {
  /** Ends the script that runs in this page. */
  var portholeLife: AbortController | undefined
}
