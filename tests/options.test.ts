import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { exported, listed, options, press, says } from './options-page'
import { inBothBrowsers, pause } from './porthole'

const fill = (page: Page, fields: Record<string, string>) =>
  page.evaluate((values) => {
    for (const [name, value] of Object.entries(values)) {
      const field = document.querySelector<HTMLInputElement>(`.label-form [name="${name}"]:not([type=radio])`)
      if (!field) throw new Error(`No field ${name}`)
      field.value = value
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    }
  }, fields)

inBothBrowsers('options', (porthole) => {
  test('a label is added, comes first on the card as one’s own, is changed, deleted and brought back', async () => {
    const page = await options(porthole())
    await press(page, 'Add a label')
    await fill(page, { port: 'x', name: 'Billing API' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'A port is a number')).toBe(true)
    await fill(page, { port: '5432', host: '*.corp.example', note: 'Ask Anna' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'Saved “Billing API”')).toBe(true)
    expect(await listed(page)).toEqual(['5432 Billing API'])
    // In sight, and not only in the document.
    expect(await page.evaluate(() => document.querySelector('.labels')?.clientHeight)).toBeGreaterThan(40)

    const tab = await porthole().tab()
    await tab.open({ html: '<p>db.corp.example:5432</p><p>db.other.example:5432</p>' })
    await tab.marks()
    await tab.hover('db.corp.example:5432')
    const card = await tab.card('Billing API')
    expect(card).toMatch(/Billing API[\s\S]*yours[\s\S]*Ask Anna[\s\S]*PostgreSQL/)
    await tab.page.keyboard.press('Escape')
    await tab.hover('db.other.example:5432')
    expect(await tab.card('PostgreSQL')).not.toContain('Billing')
    await tab.close()

    await page.bringToFront()
    await press(page, 'Change', '.labels')
    await fill(page, { name: 'Billing database' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'Saved “Billing database”')).toBe(true)
    await press(page, 'Delete', '.labels')
    expect(await says(page, 'Deleted “Billing database”')).toBe(true)
    expect(await listed(page)).toEqual([])
    await press(page, 'Undo', '#labels')
    expect(await says(page, 'is back')).toBe(true)
    expect(await listed(page)).toEqual(['5432 Billing database'])
    await press(page, 'Delete', '.labels')
    await says(page, 'Deleted')
    await page.close()
  })

  test('“Label” on a card opens the form with the port, its protocol and host', async () => {
    const page = await options(porthole(), '#label=8000-8010/tcp&host=10.0.0.5')
    await page.waitForSelector('.label-form')
    expect(
      await page.evaluate(() =>
        ['port', 'protocol', 'host'].map((name) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value),
      ),
    ).toEqual(['8000-8010', 'tcp', '10.0.0.5'])
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('name')
    await page.close()
  })

  test('sites are listed and taken out, and open pages follow at once', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>sites.example:9200</p>' })
    expect(await tab.marks()).toEqual(['sites.example:9200'])
    const page = await options(porthole())
    await page.type('#site', 'not a host')
    await press(page, 'Add', '#sites')
    expect(await says(page, 'is not a host name')).toBe(true)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#site')
      if (!field) return
      field.value = '127.0.0.1'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await press(page, 'Add', '#sites')
    await page.waitForSelector('.sites li')
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual([])
    await page.bringToFront()
    await press(page, 'Remove', '#sites')
    await pause(200)
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual(['sites.example:9200'])
    await page.close()
    await tab.close()
  })

  test('spoilt storage is mended, what is readable stays, and the page says so', async () => {
    const page = await options(porthole())
    await page.evaluate(async () => {
      type Storage = { storage: { local: { set(values: object): Promise<void> } } }
      const { browser, chrome } = globalThis as unknown as { browser?: Storage; chrome: Storage }
      await (browser ?? chrome).storage.local.set({
        labels: '{"version":1,"rows":[{"port":"1","name":"one"},{"port":"2","name":"two"},{"port":"3","na',
      })
    })
    await page.close()
    // It is said until one has had enough of it, not only the first time.
    for (let opened = 0; opened < 2; opened++) {
      const again = await options(porthole())
      expect(await listed(again)).toEqual(['1 one', '2 two'])
      expect(await says(again, '1 stored entry could not be read')).toBe(true)
      await again.close()
    }
    const last = await options(porthole())
    const saved = await exported(last, 'Save what was stored', '#labels')
    expect(saved).toContain('{\\"port\\":\\"3\\",\\"na"')
    await press(last, 'Delete the copy', '#labels')
    await last.waitForFunction(() => !document.querySelector('[role=alert]'))
    await last.close()
    const clean = await options(porthole())
    await pause(300)
    expect(await clean.$('[role=alert]')).toBeNull()
    expect(await listed(clean)).toEqual(['1 one', '2 two'])
    await clean.close()
  })
})
