import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askBackground, endIfOrphaned } from '../page/background'
import { Hover } from '../page/hover'
import { PageMonitor } from '../page/monitor'
import { wipe } from '../page/paint'
import { whenReadable } from '../page/readable'

export default defineUnlistedScript(() => {
  const life = new AbortController()
  wipe()
  const monitor = new PageMonitor(document, life.signal, () => endIfOrphaned(life) || hover.marksChanged())
  const hover = new Hover(window, monitor, askBackground, life)
  whenReadable(document, life.signal, () => monitor.start())
})
