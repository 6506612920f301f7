import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole, type Tab } from './porthole'

/** Opens the popup for a tab: as a page of its own that is told which tab it belongs to. */
async function popupFor(porthole: Porthole, tab: Tab): Promise<Page> {
  const asking = await porthole.ownPage('popup.html')
  const id = await asking.evaluate(async (url) => {
    type Tabs = { tabs: { query(wanted: object): Promise<{ url?: string; id: number }[]> } }
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs }
    return (await (browser ?? chrome).tabs.query({})).find((candidate) => candidate.url === url)?.id
  }, tab.page.url())
  await asking.close()
  const page = await porthole.ownPage(`popup.html?tab=${id}`)
  await pause(800)
  return page
}

const listed = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.page-ports li')].map((line) => line.textContent ?? ''))

inBothBrowsers('popup and page', (porthole) => {
  test('lists the ports of all frames with counts and names; a click goes to the mention and opens its card', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<title>Ports</title><p>a.example:5432 and b.example:5432</p><div style="height: 3000px"></div><p>c.example:6379</p>
        <iframe srcdoc="<p>d.example:6379</p>"></iframe>`,
    })
    await tab.marks()
    const popup = await popupFor(porthole(), tab)
    expect(await listed(popup)).toEqual(['5432PostgreSQL2×', '6379Redis2×'])
    await popup.evaluate(() => document.querySelectorAll<HTMLElement>('.page-ports button')[1]?.click())
    await tab.page.bringToFront()
    expect(await tab.card('6379')).toContain('Redis')
    expect(await tab.page.evaluate(() => scrollY)).toBeGreaterThan(1000)
    await popup.close()
    await tab.close()
  })

  test('one switch turns a site off and on', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>switch.example:9200</p>' })
    expect(await tab.marks()).toEqual(['switch.example:9200'])
    const popup = await popupFor(porthole(), tab)
    const toggle = () => popup.evaluate(() => document.querySelector<HTMLElement>('.site input')?.click())
    await toggle()
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual([])
    await popup.bringToFront()
    await toggle()
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual(['switch.example:9200'])
    await popup.close()
    await tab.close()
  })

  test('a page that opts out is left alone', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<meta name="porthole" content="off"><p>out.example:9200</p>' })
    expect(await tab.marks()).toEqual([])
    await tab.close()
  })

  test('the card copies the check command on a page without a secure context too', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: '<p>copy.example:5432</p><textarea></textarea><script>window.heard = 0; addEventListener("copy", () => heard++, true)</script>',
    })
    await tab.marks()
    await tab.hover('copy.example:5432')
    expect(await tab.card('Copy command')).toContain('Copy command')
    const card = await tab.page.evaluate(() => {
      const { left, bottom } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
      return { x: left + 40, y: bottom - 20 }
    })
    await tab.page.mouse.move(card.x, card.y, { steps: 8 })
    await tab.page.mouse.click(card.x, card.y)
    expect(await tab.card('Copied')).toContain('Copied')
    await tab.page.evaluate(() => document.querySelector('textarea')?.focus())
    await tab.page.keyboard.down('Control')
    await tab.page.keyboard.press('v')
    await tab.page.keyboard.up('Control')
    await pause(200)
    expect(await tab.page.evaluate(() => document.querySelector('textarea')?.value)).toContain('5432')
    expect(await tab.page.evaluate('window.heard')).toBe(0)
    await tab.close()
  })
})
