import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { allowSites } from '../scripts/site-access.mjs'
import { showPorts, siteOf } from '../scripts/surface-states.mjs'
import { inBothBrowsers, pause, type Porthole } from './porthole'
import type { Tab } from './tab'

/** The browser's own number of a tab that stands on a web page. */
async function idOf(porthole: Porthole, tab: Tab): Promise<number | undefined> {
  const asking = await porthole.ownPage('popup.html')
  const id = await asking.evaluate(async (url) => {
    type Tabs = { tabs: { query(wanted: object): Promise<{ url?: string; id: number }[]> } }
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs }
    return (await (browser ?? chrome).tabs.query({})).find((candidate) => candidate.url === url)?.id
  }, tab.page.url())
  await asking.close()
  return id
}

/** Opens the popup for a tab: as a page of its own that is told which tab it belongs to. */
async function popupFor(porthole: Porthole, tab: Tab, id?: number): Promise<Page> {
  const page = await porthole.ownPage(`popup.html?tab=${id ?? (await idOf(porthole, tab))}`)
  await pause(800)
  return page
}

/** A frame is left alone for its first second, and what is hidden is not read: this popup stands in a tab of its own. */
async function frameMarked(tab: Tab, marks: number): Promise<void> {
  const framed = () =>
    tab.page
      .frames()
      .at(-1)
      ?.evaluate(() => [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0))
  await expect.poll(framed, { timeout: 10_000 }).toBe(marks)
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
    await frameMarked(tab, 1)
    const popup = await popupFor(porthole(), tab)
    expect(await listed(popup)).toEqual(['5432PostgreSQL2×', '6379Redis2×'])
    await popup.evaluate(() => document.querySelectorAll<HTMLElement>('.page-ports button')[1]?.click())
    await tab.page.bringToFront()
    expect(await tab.card('6379')).toContain('Redis')
    expect(await tab.page.evaluate(() => scrollY)).toBeGreaterThan(1000)
    await popup.close()
    await tab.close()
  })

  test('a click scrolls in the frame that the mention is in', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<p>top.example:5432</p><div style="height: 2000px"></div>
        <iframe height="200" srcdoc="<p>in.example:22</p><div style='height: 3000px'></div><p>low.example:6379</p>"></iframe>`,
    })
    await tab.marks()
    await frameMarked(tab, 2)
    const popup = await popupFor(porthole(), tab)
    expect(await listed(popup)).toHaveLength(3)
    await popup.evaluate(() => document.querySelectorAll<HTMLElement>('.page-ports button')[2]?.click())
    await tab.page.bringToFront()
    await tab.page.waitForFunction(() => (document.querySelector('iframe')?.contentWindow?.scrollY ?? 0) > 1000)
    expect(await tab.page.evaluate(() => scrollY)).toBeGreaterThan(500)
    await popup.close()
    await tab.close()
  })

  test('the ports of the page are saved as Markdown, CSV and JSON', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<title>My hosts</title><p>save.example:5432 and save.example:6379</p>' })
    await tab.marks()
    const popup = await popupFor(porthole(), tab)
    const saved = await popup.evaluate(async () => {
      const files: string[] = []
      const texts: Promise<string>[] = []
      URL.createObjectURL = (blob: Blob) => {
        texts.push(blob.text())
        return 'about:blank#'
      }
      HTMLAnchorElement.prototype.click = function () {
        files.push(this.download)
      }
      for (const button of document.querySelectorAll<HTMLElement>('.forms p:last-child button')) button.click()
      return { files, texts: await Promise.all(texts) }
    })
    const day = new Date().toISOString().slice(0, 10)
    expect(saved.files).toEqual(['md', 'csv', 'json'].map((ending) => `ports-127.0.0.1-${day}.${ending}`))
    expect(saved.texts[0]).toMatch(/Ports on \[My hosts\]\(http[\s\S]*\| 5432 \| PostgreSQL \| 1 \|/)
    expect(saved.texts[1]).toBe('port,likely,mentions\r\n5432,PostgreSQL,1\r\n6379,Redis,1\r\n')
    expect(JSON.parse(saved.texts[2] ?? '')).toMatchObject({
      title: 'My hosts',
      ports: [{ from: 5432 }, { from: 6379 }],
    })
    await popup.close()
    await tab.close()
  })

  test('on a page of the browser’s own it says why there is no switch, on a file there is one', async () => {
    const tab = await porthole().tab()
    const { page } = tab
    await tab.open({ html: '<p>number.example:9200</p>' })
    const id = await idOf(porthole(), tab)
    const folder = mkdtempSync(join(tmpdir(), 'porthole-file-'))
    writeFileSync(join(folder, 'a.html'), '<p>file.example:9200</p>')
    const site = async () => {
      const popup = await popupFor(porthole(), tab, id)
      const text = await popup.evaluate(() => document.querySelector<HTMLElement>('.site')?.innerText ?? '')
      await popup.close()
      return text
    }
    await page.goto('about:blank')
    expect(await site()).toContain('keep extensions out')
    await page.goto(pathToFileURL(join(folder, 'a.html')).href)
    expect(await site()).toMatch(/On for file|To read files, Porthole needs your leave/)
    rmSync(folder, { recursive: true })
    await page.close()
  })

  test('where access to sites was taken away, it says so and offers to give it back', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>withheld.example:9200</p>' })
    const id = await idOf(porthole(), tab)
    const ours = await porthole().ownPage('options.html')
    await allowSites(ours, false)
    const site = async () => {
      const popup = await popupFor(porthole(), tab, id)
      const text = await popup.evaluate(() => document.querySelector<HTMLElement>('.site')?.innerText ?? '')
      const offers = await popup.evaluate(() => document.querySelector('.site button')?.textContent)
      await popup.close()
      return { text, offers }
    }
    expect(await site()).toMatchObject({
      text: expect.stringContaining('cannot read this site'),
      offers: 'Allow it on all sites',
    })
    await ours.bringToFront()
    await allowSites(ours, true)
    expect(await site()).toMatchObject({ text: 'On for 127.0.0.1', offers: undefined })
    await ours.close()
    await tab.close()
  })

  test('a store is told apart from a page that is the browser’s own', async () => {
    const popup = await porthole().ownPage('popup.html')
    await siteOf(popup, 'https://addons.mozilla.org/')
    expect(await popup.evaluate(() => document.querySelector('.site')?.textContent)).toContain('out of their stores')
    await popup.close()
  })

  test('Enter presses the button that has the focus', async () => {
    const popup = await porthole().ownPage('popup.html')
    await showPorts(popup)
    await popup.waitForSelector('.recent button')
    await popup.focus('.recent button')
    await popup.keyboard.press('Enter')
    await popup.waitForFunction(() => document.querySelector('input')?.value === 'postgres')
    await popup.close()
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
