import { expect, test } from 'vitest'
import { enterCard, middleOfCard } from './enter-card'
import { inBothBrowsers, pause } from './porthole'
import type { Tab } from './tab'

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

inBothBrowsers('over the page', (porthole) => {
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
