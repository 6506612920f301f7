import { expect, test } from 'vitest'
import { enterCard, middleOfCard } from './enter-card'
import { inBothBrowsers, pause } from './porthole'

const LAYERS: readonly { name: string; html: string }[] = [
  {
    name: 'a modal dialog',
    html: `<dialog id="it"><p>top.example:5432</p></dialog><script>it.showModal()</script>`,
  },
  {
    name: 'a modal dialog whose text is in a shadow root',
    html: `<dialog id="it"><p id="host"></p></dialog><script>
      host.attachShadow({ mode: 'open' }).innerHTML = 'top.example:5432'
      it.showModal()
    </script>`,
  },
  {
    name: 'a popover on a popover',
    html: `<div id="one" popover>outer <div id="two" popover><p>top.example:5432</p></div></div>
      <script>one.showPopover(); two.showPopover()</script>`,
  },
  {
    name: 'a popover that the page opens and closes by itself',
    html: `<div id="it" popover="manual"><p>top.example:5432</p></div><script>it.showPopover()</script>`,
  },
  {
    name: 'a page with a popover where the card goes',
    html: `<p>top.example:5432</p><div id="it" popover style="inset: 44px auto auto 0; margin: 0; width: 500px; height: 400px">on top</div>
      <script>it.showPopover()</script>`,
  },
  {
    name: 'the largest z-index',
    html: `<style>* { z-index: 2147483647 !important } [popover], porthole-card {
        display: none !important; opacity: 0 !important; transform: scale(0) !important; pointer-events: none !important
      }
      header { position: fixed; inset: 0 0 60% 0; background: #fff }</style>
      <header><p>top.example:5432</p></header><div style="position: fixed; inset: 20px; pointer-events: none"></div>`,
  },
]

inBothBrowsers('layers', (porthole) => {
  test.each(LAYERS)('the card lies over $name and can be hovered', async ({ html }) => {
    const tab = await porthole().tab()
    await tab.open({ html })
    expect(await tab.marks()).toEqual(['top.example:5432'])
    const open = () => tab.page.evaluate(() => document.querySelectorAll('div:popover-open, dialog:modal').length)
    const before = await open()
    expect(await enterCard(tab, 'top.example:5432', 'PostgreSQL')).toBe(true)
    expect(await open()).toBe(before)
    await tab.page.keyboard.press('Escape')
    expect(await tab.cardGone()).toBe(true)
    expect(await open()).toBe(before)
    await tab.close()
  })

  test('the card lies over a fullscreen element and can be hovered', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<div id="it" style="background: #fff"><button>full</button><p>top.example:5432</p></div>
      <script>document.querySelector('button').onclick = () => it.requestFullscreen()</script>`,
    })
    await tab.marks()
    await tab.page.click('button')
    await tab.page.waitForFunction('document.fullscreenElement !== null')
    await pause(300)
    expect(await enterCard(tab, 'top.example:5432', 'PostgreSQL')).toBe(true)
    await tab.close()
  })

  test('a popover stays open while one clicks in the card of its text', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: `<div id="it" popover><p>top.example:5432</p></div><script>it.showPopover()</script>` })
    await tab.marks()
    await enterCard(tab, 'top.example:5432', 'PostgreSQL')
    const { x, y } = await middleOfCard(tab.page)
    await tab.page.mouse.click(x, y)
    await pause(100)
    expect(await tab.page.evaluate(`it.matches(':popover-open')`)).toBe(true)
    expect(await tab.card()).toContain('PostgreSQL')
    await tab.close()
  })
})
