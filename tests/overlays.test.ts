import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Tab } from './porthole'

/** The middle of the open card. */
const middleOfCard = (page: Page) =>
  page.evaluate(() => {
    const { left, top, width, height } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })

/** Hovers a mention, goes into its card and tells whether the card is what is shown there. */
async function enterCard(tab: Tab, text: string, words: string): Promise<boolean> {
  await tab.hover(text)
  expect(await tab.card(words)).toContain(words)
  const { x, y } = await middleOfCard(tab.page)
  await tab.page.mouse.move(x, y, { steps: 8 })
  await pause(500)
  expect(await tab.card(words)).toContain(words)
  return tab.page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.localName === 'porthole-card', { x, y })
}

/** Presses the first of the card's buttons with the pointer. */
async function pressCopy({ page }: Tab): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const { left, bottom } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
    return { x: left + 40, y: bottom - 20 }
  })
  await page.mouse.move(x, y, { steps: 3 })
  await page.mouse.click(x, y)
  await pause(200)
}

/**
 * Page script that notes what its listeners hear of the card, and all keys. Moves are heard on the window's capture
 * phase by whom has listened there before a card opened.
 */
const EAVESDROP = `{
  window.heard = []
  const moves = 'mousemove pointermove pointerover pointerenter wheel touchstart copy selectstart'.split(' ')
  const others = 'click dblclick mousedown mouseup pointerdown pointerup contextmenu focusin focusout focus blur keydown keyup keypress'.split(' ')
  for (const type of [...moves, ...others])
    for (const target of others.includes(type) ? [window, document, document.documentElement] : [document, document.documentElement])
      for (const capture of [true, false])
        target.addEventListener(type, (event) => {
          if (event.target.localName === 'porthole-card' || event.key) heard.push(event.type + (event.key ?? ''))
        }, capture)
}`

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
    expect(await enterCard(tab, 'top.example:5432', 'PostgreSQL')).toBe(true)
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

  test('nothing that is done in the card with the pointer reaches the page', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: `<p>quiet.example:5432</p>` })
    await tab.marks()
    await tab.page.addScriptTag({ content: EAVESDROP })
    await enterCard(tab, 'quiet.example:5432', 'PostgreSQL')
    const { x, y } = await middleOfCard(tab.page)
    await tab.page.mouse.click(x, y)
    await tab.page.mouse.click(x, y, { button: 'right' })
    await tab.page.mouse.click(x, y, { count: 2 })
    await pause(100)
    expect(await tab.page.evaluate('[...new Set(heard)]')).toEqual([])
    await tab.close()
  })

  test('a dialog that closes on any press outside, and takes the focus back, leaves the card alone', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<div id="it" role="dialog" aria-modal="true"><input id="name"><p>trap.example:5432</p></div><script>
        const isInside = ({ target }) => it.contains(target)
        for (const target of [window, document]) {
          for (const type of ['pointerdown', 'mousedown', 'click'])
            target.addEventListener(type, (event) => {
              if (isInside(event)) return
              it.hidden = true
              event.preventDefault()
              event.stopImmediatePropagation()
            }, true)
          for (const type of ['focus', 'focusin'])
            target.addEventListener(type, (event) => { if (event.target !== window && event.target !== document && !isInside(event)) document.getElementById('name').focus() }, true)
        }
      </script>`,
    })
    await tab.marks()
    await enterCard(tab, 'trap.example:5432', 'PostgreSQL')
    await pressCopy(tab)
    expect(await tab.page.evaluate('[it.hidden, document.activeElement.localName]')).toEqual([false, 'porthole-card'])
    expect(await tab.card('Copied')).toContain('Copied')
    await tab.close()
  })

  test('keys that are pressed in the card are no shortcuts of the page, and all others are', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>keys.example:5432</p>' })
    await tab.marks()
    await tab.page.addScriptTag({ content: EAVESDROP })
    await tab.page.keyboard.press('j')
    expect(await tab.page.evaluate('heard.splice(0).length')).toBe(18)
    await enterCard(tab, 'keys.example:5432', 'PostgreSQL')
    await tab.page.keyboard.press('j')
    expect(await tab.page.evaluate('heard.splice(0).length')).toBe(18)
    await pressCopy(tab)
    await tab.page.keyboard.press('j')
    await tab.page.keyboard.press('Enter')
    await tab.page.keyboard.press(' ')
    expect(await tab.page.evaluate('heard')).toEqual([])
    expect(await tab.card('Copied')).toContain('Copied')
    await tab.close()
  })

  test('a page that removes what it does not know gets no error and the next card opens', async () => {
    const tab = await porthole().tab()
    const errors: string[] = []
    tab.page.on('pageerror', (error) => errors.push(String(error)))
    await tab.open({
      html: `<p>one.example:5432</p><p>two.example:6379</p><script>
        removed = 0
        new MutationObserver(() => {
          for (const element of document.querySelectorAll('*'))
            if (element.localName.includes('-')) { element.remove(); removed++ }
        }).observe(document, { childList: true, subtree: true })
      </script>`,
    })
    await tab.marks()
    await tab.hover('one.example:5432')
    await tab.page.waitForFunction('removed === 1')
    await pause(300)
    await tab.hover('two.example:6379')
    await tab.page.waitForFunction('removed === 2')
    expect(errors).toEqual([])
    expect(await tab.marks()).toEqual(['one.example:5432', 'two.example:6379'])
    await tab.close()
  })
})
