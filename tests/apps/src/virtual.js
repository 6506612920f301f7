import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import { around } from './page.js'
import { ROWS } from './shown.js'

const scroller = around(document.getElementById('root'))
scroller.id = 'scroller'
const body = scroller.appendChild(document.createElement('div'))
body.style.position = 'relative'
const virtualizer = new Virtualizer({
  count: ROWS.length,
  estimateSize: () => 20,
  overscan: 5,
  getScrollElement: () => scroller,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
})
function draw() {
  body.style.height = `${virtualizer.getTotalSize()}px`
  body.replaceChildren(
    ...virtualizer.getVirtualItems().map(({ index, start }) => {
      const row = document.createElement('div')
      row.textContent = ROWS[index]
      row.style.cssText = `position: absolute; height: 20px; transform: translateY(${start}px)`
      return row
    }),
  )
}
virtualizer._didMount()
virtualizer._willUpdate()
requestAnimationFrame(() => {
  draw()
  window.ready = true
})
