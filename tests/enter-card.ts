import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { pause } from './porthole'
import type { Tab } from './tab'

/** The middle of the open card. */
export const middleOfCard = (page: Page) =>
  page.evaluate(() => {
    const { left, top, width, height } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })

/** Hovers a mention, goes into its card and tells whether the card is what is shown there. */
export async function enterCard(tab: Tab, text: string, words: string): Promise<boolean> {
  await tab.hover(text)
  expect(await tab.card(words)).toContain(words)
  const { x, y } = await middleOfCard(tab.page)
  await tab.page.mouse.move(x, y, { steps: 8 })
  await pause(500)
  expect(await tab.card(words)).toContain(words)
  return tab.page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.localName === 'porthole-card', { x, y })
}
