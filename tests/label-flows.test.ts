import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { opened } from './browser-surfaces'
import { cardButton } from './card-button'
import { inBothBrowsers, pause } from './porthole'

const fields = (page: Page) =>
  page.evaluate(() =>
    ['port', 'protocol', 'host'].map((name) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value),
  )

/** Types a name into the form that is open, and saves it as one does. */
async function saveAs(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.name === 'name')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.waitForFunction((said) => document.body.innerText.includes(`Saved “${said}”`), {}, name)
}

const says = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (one, wanted) => document.querySelector(one)?.textContent?.includes(wanted),
    { polling: 100, timeout: 5000 },
    selector,
    words,
  )

/** All that the browser carries to other machines. */
const synced = (page: Page) =>
  page.evaluate(async () => {
    type Api = { storage: { sync: { get(keys: null): Promise<object> } } }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
    return JSON.stringify(await (browser ?? chrome).storage.sync.get(null))
  })

inBothBrowsers('a label of one’s own', (porthole) => {
  test('is given from the card, and then stands on the card, in the popup and on the port page at once', async () => {
    const portPage = await porthole().ownPage('port.html#5432')
    const popup = await porthole().ownPage('popup.html')
    const tab = await porthole().tab()
    await tab.open({ html: '<p>flow.example:5432/tcp</p>' })
    await tab.marks()
    await tab.hover('flow.example:5432')
    await tab.card('Label')
    const { x, y } = await cardButton(tab.page, 'Label')
    await tab.page.mouse.move(x, y, { steps: 8 })
    const { page } = await opened(porthole(), () => tab.page.mouse.click(x, y))
    await page.waitForSelector('.label-form')
    expect(await fields(page)).toEqual(['5432', 'tcp', 'flow.example'])
    await saveAs(page, 'Ledger')
    expect(await synced(page)).not.toMatch(/Ledger|flow\.example/)

    await portPage.bringToFront()
    await says(portPage, '.own-labels', 'Ledger')
    await popup.bringToFront()
    await popup.keyboard.type('5432')
    await says(popup, '[role=option]', 'Ledger')
    await tab.page.bringToFront()
    await tab.page.mouse.move(1, 1)
    await tab.cardGone()
    await tab.hover('flow.example:5432')
    expect(await tab.card('Ledger')).toMatch(/5432[\s\S]*Ledger[\s\S]*yours[\s\S]*PostgreSQL/)
    for (const one of [portPage, popup, page]) await one.close()
    await tab.close()
  })

  test('is given from the port page, and changed there the next time', async () => {
    const page = await porthole().ownPage('port.html#4711')
    const other = await porthole().ownPage('port.html?other#4711')
    await page.bringToFront()
    await page.waitForSelector('.own-labels a')
    await page.evaluate(() => document.querySelector<HTMLElement>('.own-labels a')?.click())
    await page.waitForSelector('.label-form')
    expect(await fields(page)).toEqual(['4711', '', ''])
    await saveAs(page, 'Perfume')
    await other.bringToFront()
    await says(other, '.own-labels', 'Perfume')
    await other.waitForSelector('.own-labels a')
    await other.evaluate(() => document.querySelector<HTMLElement>('.own-labels a')?.click())
    await other.waitForSelector('.label-form')
    expect(await other.evaluate(() => document.querySelector<HTMLInputElement>('[name=name]')?.value)).toBe('Perfume')
    await pause(100)
    await page.close()
    await other.close()
  })
})
