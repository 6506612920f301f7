import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { showPorts } from '../scripts/surface-states.mjs'
import { inBothBrowsers, pause, type Porthole } from './porthole'

/** The popup of a page with the ports 22, 80, 443, 3000, 3306, 5432, 6379 and 9200. */
async function popupWithMap(porthole: Porthole): Promise<Page> {
  const page = await porthole.ownPage('popup.html')
  await page.setViewport({ width: 360, height: 640 })
  await showPorts(page)
  return page
}

const told = (page: Page) => page.evaluate(() => document.querySelector('.lens .told')?.textContent ?? '')
const place = (page: Page) => page.evaluate(() => document.querySelector('.lens .place span')?.textContent)
const heights = (page: Page) =>
  page.evaluate(() =>
    ['.lens .bar', '.lens .told', '.forms'].map((one) => document.querySelector(one)?.getBoundingClientRect().top),
  )

/** The point on the map where a port lies, while `from` and the `length - 1` ports behind it are shown. */
const pointOf = (page: Page, port: number, from = 0, length = 65_536) =>
  page.evaluate(
    (share) => {
      const { left, top, width, height } = (document.querySelector('.lens .bar') as Element).getBoundingClientRect()
      return { x: left + width * share, y: top + height / 2 }
    },
    (port - from + 0.5) / length,
  )

async function waitForPlace(page: Page, length: number): Promise<number> {
  await page.waitForFunction(
    (wanted) => {
      const [from, to] = (document.querySelector('.lens .place span')?.textContent ?? '').split('–').map(Number)
      return (to ?? NaN) - (from ?? NaN) + 1 === wanted
    },
    {},
    length,
  )
  await pause(300)
  return Number((await place(page))?.split('–')[0])
}

inBothBrowsers('the popup’s map', (porthole) => {
  test('names what one points at, enlarges in place with each click, and looks a port up', async () => {
    const page = await popupWithMap(porthole())
    const before = await heights(page)
    const ninety = await pointOf(page, 9200)
    await page.mouse.move(ninety.x + 1, ninety.y)
    expect(await told(page)).toMatch(/^9200: Elasticsearch/)
    await page.mouse.move((await pointOf(page, 60_000)).x, ninety.y)
    expect(await told(page)).toMatch(/^Ports 5\d{4} to 6\d{4}, 0 of them registered$/)
    await page.mouse.click(ninety.x, ninety.y)
    const part = await waitForPlace(page, 2048)
    expect(await heights(page)).toEqual(before)
    const inPart = await pointOf(page, 9200, part, 2048)
    await page.mouse.click(inPart.x, inPart.y)
    const neighbourhood = await waitForPlace(page, 32)
    const neighbour = await pointOf(page, 9209, neighbourhood, 32)
    await page.mouse.move(neighbour.x, neighbour.y)
    expect(await told(page)).toMatch(/^9209: .*ALMobile/)
    expect(await heights(page)).toEqual(before)
    await page.mouse.click(neighbour.x, neighbour.y)
    await page.waitForFunction(() => document.querySelector('.chosen .number')?.textContent === '9209')
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('9209')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('input')?.value === '')
    expect(await place(page)).toBe(`${neighbourhood}–${neighbourhood + 31}`)
    await page.evaluate(() => document.querySelector<HTMLElement>('.lens .whole')?.click())
    await page.waitForSelector('.lens .ranges')
    expect(await heights(page)).toEqual(before)
    await page.close()
  })

  test('does the same with keys: from port to port of the page, in, from neighbour to neighbour, out', async () => {
    const page = await popupWithMap(porthole())
    const press = async (...keys: ('ArrowRight' | 'Enter' | 'Escape' | 'End')[]) => {
      for (const key of keys) await page.keyboard.press(key)
      await pause(100)
    }
    const said = () =>
      page.evaluate(() => [document.activeElement?.role, document.activeElement?.getAttribute('aria-valuetext')])
    await page.focus('.lens .bar')
    await press('ArrowRight')
    expect(await said()).toEqual(['slider', expect.stringMatching(/^22: SSH/)])
    await press('ArrowRight', 'ArrowRight', 'Enter', 'Enter', 'ArrowRight')
    expect(await said()).toEqual(['slider', expect.stringMatching(/^444: Simple Network Paging/)])
    await press('Escape', 'Escape')
    expect(await place(page)).toBeUndefined()
    await press('Enter', 'Enter', 'Enter')
    await page.waitForFunction(() => document.querySelector('.chosen .number')?.textContent === '444')
    await page.close()
  })

  test('is told in words too', async () => {
    const page = await popupWithMap(porthole())
    expect(await page.evaluate(() => document.querySelector('.lens figcaption')?.textContent)).toBe(
      'Well-known ports: 22, 80, 443. Registered ports: 3000, 3306, 5432, 6379, 9200',
    )
    await page.close()
  })
})
