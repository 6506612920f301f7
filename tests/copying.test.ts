import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { showPorts } from '../scripts/surface-states.mjs'
import { inBothBrowsers } from './porthole'

/** Presses a button that copies, as a hand does: browsers let nothing else near the clipboard. */
async function press(page: Page, button: string): Promise<void> {
  await page.bringToFront()
  await page.waitForSelector(button)
  await page.evaluate((one) => document.querySelector(one)?.scrollIntoView({ block: 'center' }), button)
  await page.click(button)
  await page.waitForFunction((one) => document.querySelector(one)?.textContent.includes('Copied'), {}, button)
}

/** What a field holds after the clipboard was pasted into it. */
async function pasted(page: Page, field: string): Promise<string> {
  await page.focus(field)
  await page.keyboard.down('Control')
  await page.keyboard.press('v')
  await page.keyboard.up('Control')
  await page.waitForFunction((one) => document.querySelector<HTMLInputElement>(one)?.value !== '', {}, field)
  return page.evaluate((one) => document.querySelector<HTMLInputElement>(one)?.value ?? '', field)
}

inBothBrowsers('copying', (porthole) => {
  test.each([
    [2, /^Ports on .*\| 5432 \| PostgreSQL \| 6 \|/],
    [3, /^port,likely,mentions *22,SSH,1/],
    [4, /^\{.*"from": 22,/],
  ])('the popup gives the page’s ports to the clipboard, form %i', async (nth, form) => {
    const page = await porthole().ownPage('popup.html')
    await showPorts(page)
    await press(page, `.forms p:first-child button:nth-child(${nth})`)
    expect(await pasted(page, '#app input')).toMatch(form)
    await page.close()
  })

  test('the port page gives a command and its correction', async () => {
    const page = await porthole().ownPage('port.html#22')
    await press(page, '.commands details[open] .copy button')
    expect(await pasted(page, '.note textarea')).toBe("sudo ss -lnp -t 'sport = :22'")
    await press(page, '.wrong .copy button')
    expect(await pasted(page, '.port-search input')).toContain('Correction for port 22')
    await page.close()
  })
})
