import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { openSurface } from '../scripts/surfaces.mjs'
import { inBothBrowsers, pause, type Porthole } from './porthole'

interface Stop {
  readonly what: string
  /** Whether one sees that it has the focus: an outline, a ring or a cursor in a field. */
  readonly isShown: boolean
  readonly top: number
}

/** The element with the focus; undefined where it has left the page. */
const stop = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element || element === document.body || element === document.documentElement) return undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { top, width, height, bottom } = element.getBoundingClientRect()
    const name = element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.getAttribute('name'))
    return {
      what: `${element.localName} ${name?.replace(/\s+/g, ' ').slice(0, 40)}`,
      isShown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && width > 0 && height > 0 && bottom > 0,
      top: top + scrollY,
    }
  })

/** Goes through a surface with Tab until the focus leaves it or comes round; at most `most` times. */
async function walk(page: Page, most: number, key: 'Tab' | 'ShiftTab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let i = 0; i < most; i++) {
    if (key === 'ShiftTab') await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    if (key === 'ShiftTab') await page.keyboard.up('Shift')
    const at = await stop(page)
    if (!at) break
    if (stops.length > 1 && at.what === stops[0]?.what && at.top === stops[0].top) break
    stops.push(at)
  }
  return stops
}

/** All that can be pressed, typed into or followed and can be seen. */
const controls = (page: Page) =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=slider]'),
    ]
    const isOffered = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [tabindex="-1"]')
    const isFirstOfGroup = (element: HTMLElement) =>
      !(element instanceof HTMLInputElement && element.type === 'radio') || element.checked
    return all.filter((element) => isOffered(element) && isFirstOfGroup(element)).length
  })

/** Whoever comes to a page begins before its first element. */
const fromTheTop = (page: Page) =>
  page.evaluate(() => {
    const start = document.createElement('span')
    start.tabIndex = -1
    document.body.prepend(start)
    start.focus()
  })

const open = async (porthole: Porthole, name: string) => {
  const page = await porthole.browser.newPage()
  await openSurface(page, porthole.address, name)
  await page.bringToFront()
  return page
}

inBothBrowsers('keyboard alone', (porthole) => {
  test.each(['popup-ports', 'popup-card', 'port-909', 'port-nonsense', 'options', 'options-form', 'welcome'])(
    'Tab reaches all of %s in the order in which it is read, shows where it is, and gets out again',
    { timeout: 60_000 },
    async (name) => {
      const page = await open(porthole(), name)
      await fromTheTop(page)
      const wanted = await controls(page)
      const stops = await walk(page, wanted + 20)
      expect(stops.filter(({ isShown }) => !isShown).map(({ what }) => what)).toEqual([])
      expect(stops.length).toBeGreaterThanOrEqual(wanted)
      expect(stops.length).toBeLessThan(wanted + 20)
      expect((await walk(page, 2, 'ShiftTab')).length).toBeGreaterThan(0)
      await page.close()
    },
  )

  test('in the popup, arrows choose, Enter opens, Escape goes back a step at a time', async () => {
    const page = await open(porthole(), 'popup-results')
    const chosen = () => page.evaluate(() => document.querySelector('[aria-selected=true]')?.textContent ?? '')
    await page.keyboard.press('ArrowDown')
    await pause(100)
    const first = await chosen()
    await page.keyboard.press('ArrowDown')
    await pause(100)
    expect(first).not.toBe('')
    expect(await chosen()).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.chosen')
    await page.keyboard.press('Tab')
    expect((await stop(page))?.isShown).toBe(true)
    await page.keyboard.press('Escape')
    await page.waitForSelector('[role=option]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.hint, .page-ports')
    await page.close()
  })

  test('on the port page, arrows go through the map, and Enter follows a number', async () => {
    const page = await open(porthole(), 'port-909')
    await page.focus('.map .grid [tabindex="0"]')
    await page.keyboard.press('ArrowRight')
    expect((await stop(page))?.what).toContain('910')
    await page.keyboard.press('Home')
    expect((await stop(page))?.what).toContain('896')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash === '#896')
    await page.focus('.map [role=slider]')
    await page.keyboard.press('ArrowRight')
    expect((await stop(page))?.isShown).toBe(true)
    await page.close()
  })

  test('in the options, a deleted label can be had back at once, and Escape leaves the form', async () => {
    const page = await open(porthole(), 'options-labels')
    await pause(100)
    expect((await stop(page))?.what).toMatch(/button Undo/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Add a label')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.label-form')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'port')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('.label-form'))
    expect((await stop(page))?.what).toBe('button Add a label')
    await page.close()
  })
})
