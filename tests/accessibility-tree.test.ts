import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { openSurface } from '../scripts/surfaces.mjs'
import { loadAxe } from './axe'
import { inBothBrowsers } from './porthole'

interface AxeCommons {
  setup(): void
  teardown(): void
  readonly utils: { getFlattenedTree(): { children: unknown[] }[] }
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null }
    readonly text: { accessibleText(element: Element): string }
    readonly dom: { isVisibleToScreenReaders(element: Element): boolean }
  }
}

/** What a screen reader finds, in its order: role and name of everything that has both, as ARIA reckons them. */
async function spoken(page: Page, roles: readonly string[]): Promise<string[]> {
  await loadAxe(page)
  return page.evaluate((wanted) => {
    const { axe } = globalThis as unknown as { axe: AxeCommons }
    axe.setup()
    const { aria, text, dom } = axe.commons
    const root = document.querySelector('porthole-card')?.shadowRoot ?? document
    const lines = [...root.querySelectorAll('*')].flatMap((element) => {
      const role = aria.getRole(element)
      if (!role || !wanted.includes(role) || !dom.isVisibleToScreenReaders(element)) return []
      const said = role === 'status' ? element.textContent : text.accessibleText(element)
      return [`${role} ${said?.replace(/\s+/g, ' ').trim()}`.trim()]
    })
    axe.teardown()
    return lines
  }, roles)
}

const ALL = [
  'dialog',
  'region',
  'main',
  'navigation',
  'complementary',
  'search',
  'heading',
  'combobox',
  'listbox',
  'option',
  'button',
  'switch',
  'link',
  'status',
  'group',
  'slider',
  'figure',
  'textbox',
]
const LANDMARKS = ['main', 'navigation', 'complementary', 'search', 'heading', 'region', 'figure', 'slider', 'textbox']

inBothBrowsers('accessibility tree', (porthole) => {
  test('the card is a dialog that says which port it is of, with its actions as buttons', async () => {
    const page = await porthole().browser.newPage()
    await openSurface(page, porthole().address, 'card-product')
    expect(await spoken(page, ALL)).toEqual([
      'dialog Port 5432',
      'button Copy command',
      'button Details',
      'button Label',
      'button Not on this site',
      'status Port 5432: PostgreSQL. Tab goes to its buttons, Escape closes it.',
    ])
    expect(
      await page.evaluate(() => document.querySelector('porthole-card')?.shadowRoot?.querySelector('div')?.lang),
    ).toMatch(/^en/)
    await page.close()
  })

  test('the popup is a field with a list, then what was chosen', async () => {
    const page = await porthole().browser.newPage()
    await openSurface(page, porthole().address, 'popup-results')
    const found = await spoken(page, ALL)
    expect(found.slice(0, 5)).toEqual([
      'main',
      'heading Porthole',
      'combobox Port or service',
      'listbox Results',
      expect.stringMatching(/^option 5432.*PostgreSQL/),
    ])
    await page.keyboard.press('Enter')
    await page.waitForSelector('.chosen')
    expect(await spoken(page, ['region', 'button', 'combobox'])).toEqual([
      'combobox Port or service',
      'region Port 5432',
      'button Copy command',
      'button Details',
      'button Label',
      'button Back to the list',
    ])
    await page.close()
  })

  test('the port page has its landmarks and a heading for each section', async () => {
    const page = await porthole().browser.newPage()
    await openSurface(page, porthole().address, 'port-909')
    expect(await spoken(page, LANDMARKS)).toEqual([
      'navigation Where this page is',
      'navigation Neighbouring ports',
      'search',
      'main',
      'heading Port 909: unassigned',
      'complementary Your labels',
      'region What this port is',
      'heading What this port is',
      'region The range it sits in',
      'heading The range it sits in',
      'figure Map of the port space',
      'slider All ports, to scale: choose a part',
      'slider 0 to 4095, enlarged 16 times: choose a part',
      'region What you will actually find here',
      'heading What you will actually find here',
      'region How to check what is listening',
      'heading How to check what is listening',
      'heading From another machine',
      'region Should it face the internet?',
      'heading Should it face the internet?',
      'region Why it matters',
      'heading Why it matters',
      'region Neighbours and relatives',
      'heading Neighbours and relatives',
      'region Questions people ask',
      'heading Questions people ask',
      'region Your note',
      'heading Your note',
      'textbox Your own words on port 909',
      'region Something wrong?',
      'heading Something wrong?',
      'textbox Text of a correction',
    ])
    await page.close()
  })

  test('what changes is announced: nothing found, copied, saved', async () => {
    const page = await porthole().browser.newPage()
    await openSurface(page, porthole().address, 'popup-nothing')
    expect(await page.evaluate(() => document.querySelector('[aria-live=polite]')?.textContent)).toMatch(
      /^Nothing by that name/,
    )
    await openSurface(page, porthole().address, 'port-909')
    await page.focus('.note textarea')
    await page.keyboard.type('ours')
    await page.waitForFunction(() => document.querySelector('.note [role=status]')?.textContent === 'Saved.')
    await page.close()
  })
})
