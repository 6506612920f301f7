import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { builtFor } from '../scripts/launch.mjs'
import { inBothBrowsers, pause, type Porthole } from './porthole'
import type { Tab } from './tab'

/** All that goes wrong in a page from now on, as its console and its scripts say it. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = []
  page.on('console', (message) => troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  return troubles
}

const rewrite = (page: Page, id: string, text: string) =>
  page.evaluate(
    (at, words) => {
      const element = document.getElementById(at)
      if (element) element.textContent = words
    },
    id,
    text,
  )

/** Installs the same build over the one that runs, as an update does. */
const update = ({ browser, kind }: Porthole) => browser.installExtension(builtFor(kind))

/** How the extension leaves open pages, and how it is there again. */
const ENDS = {
  'switched off': {
    leave: (extension: Porthole) => extension.switch(false),
    comeBack: (extension: Porthole) => extension.switch(true),
  },
  removed: {
    leave: ({ browser, kind, address }: Porthole) =>
      browser.uninstallExtension(kind === 'firefox' ? 'porthole@porthole.dev' : new URL(address).host),
    comeBack: update,
  },
}

inBothBrowsers('in the course of time', (porthole) => {
  test('a tab that is opened in the background is marked when it is looked at', async () => {
    const first = await porthole().tab()
    const tab = await porthole().tab()
    await first.page.bringToFront()
    await tab.open({ html: '<p id="a">behind.example:8443</p>' })
    await rewrite(tab.page, 'a', 'still.example:8444')
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual(['still.example:8444'])
    await tab.close()
    await first.close()
  })

  test('going from view to view within a page leaves no mark of the last one', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<nav><a href="/next">next</a></nav><main id="main"><p>home.example:1001</p></main>' })
    expect(await tab.marks()).toEqual(['home.example:1001'])
    await tab.hover('home.example:1001')
    expect(await tab.card('1001')).toContain('1001')
    await tab.page.evaluate(`{
      const views = { '/next': '<h1>Next</h1><p>next.example:1002</p>', '/home': '<p>home.example:1001</p>' }
      const show = () => { main.replaceChildren(); setTimeout(() => { main.innerHTML = views[location.pathname] ?? views['/home'] }, 30) }
      addEventListener('popstate', show)
      history.pushState(null, '', '/next')
      show()
    }`)
    expect(await tab.cardGone()).toBe(true)
    expect(await tab.marks()).toEqual(['next.example:1002'])
    await tab.page.evaluate('history.back()')
    await pause(100)
    expect(await tab.marks()).toEqual(['home.example:1001'])
    await tab.close()
  })

  test('a page that was rendered before one went to it is marked', async () => {
    if (porthole().kind === 'firefox') return // Firefox prerenders nothing.
    const tab = await porthole().tab()
    const next = porthole().site.add({
      html: `<p>early.example:8443</p><script>wasEarly = document.prerendering</script>`,
    })
    await tab.open({
      html: `<a href="${next}">next</a><script type="speculationrules">
        { "prerender": [{ "urls": ["${next}"], "eagerness": "immediate" }] }
      </script>`,
    })
    await pause(1000)
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('a')])
    expect(await tab.marks()).toEqual(['early.example:8443'])
    expect(await tab.page.evaluate('wasEarly')).toBe(true)
    await tab.close()
  })

  test('an update marks the open pages once, and follows them', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<p id="a">one.example:5432</p><p id="b">two.example:6379</p>
        <script>keys = []; addEventListener('keydown', ({ key }) => keys.push(key))</script>`,
    })
    expect(await tab.marks()).toEqual(['one.example:5432', 'two.example:6379'])
    await tab.hover('one.example:5432')
    await tab.card('PostgreSQL')
    const troubles = troublesOf(tab.page)
    await update(porthole())
    await pause(1500)
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual(['one.example:5432', 'two.example:6379'])
    await rewrite(tab.page, 'a', 'now three.example:9200')
    expect(await tab.marks()).toEqual(['three.example:9200', 'two.example:6379'])
    await tab.hover('two.example:6379')
    expect(await tab.card('Redis')).toContain('Redis')
    expect(await tab.page.evaluate(`document.querySelectorAll('porthole-card').length`)).toBe(1)
    await tab.page.keyboard.press('Escape')
    expect(await tab.cardGone()).toBe(true)
    expect(await tab.page.evaluate('keys')).toEqual([])
    expect(troubles).toEqual([])
    await tab.close()
  })

  describe.each(Object.keys(ENDS) as (keyof typeof ENDS)[])('once it is %s', (end) => {
    const open = async (): Promise<Tab> => {
      const tab = await porthole().tab()
      await tab.open({ html: '<p id="a">one.example:5432</p><p id="b">two.example:6379</p>' })
      expect(await tab.marks()).toEqual(['one.example:5432', 'two.example:6379'])
      return tab
    }
    const leave = async (tab: Tab) => {
      // The browser's list of extensions is a tab of its own.
      const list = await porthole().tab()
      await list.page.bringToFront()
      await ENDS[end].leave(porthole())
      await list.close()
      await tab.page.bringToFront()
      await pause(200)
    }
    afterEach(() => ENDS[end].comeBack(porthole()))

    test.each<[string, (tab: Tab) => Promise<unknown>]>([
      ['changes its text', ({ page }) => rewrite(page, 'a', 'now three.example:9200')],
      ['has the pointer on a mention', (tab) => tab.hover('two.example:6379')],
    ])('a page that %s hears nothing of the script, which clears its marks', async (_, event) => {
      const tab = await open()
      const troubles = troublesOf(tab.page)
      await leave(tab)
      await event(tab)
      await pause(800)
      // Firefox ends the script at once and leaves what it has painted until the page is loaded again.
      if (porthole().kind === 'firefox') expect(await tab.marks()).not.toContain('three.example:9200')
      else expect(await tab.marks()).toEqual([])
      await tab.page.keyboard.press('Escape')
      await tab.page.click('#b')
      expect(await tab.page.$('porthole-card')).toBeNull()
      expect(troubles).toEqual([])
      await tab.close()
    })

    test('no card stays open that was when one went to the list of extensions', async () => {
      const tab = await open()
      await tab.hover('one.example:5432')
      expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
      const troubles = troublesOf(tab.page)
      await leave(tab)
      expect(await tab.cardGone()).toBe(true)
      await tab.page.keyboard.press('Escape')
      await tab.hover('two.example:6379')
      await pause(500)
      expect(await tab.page.$('porthole-card')).toBeNull()
      if (porthole().kind === 'chromium') expect(await tab.marks()).toEqual([])
      expect(troubles).toEqual([])
      await tab.close()
    })
  })
})
