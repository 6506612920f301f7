import { setTimeout as pause } from 'node:timers/promises'
import { cardText } from './card-text.mjs'

/**
 * Rests the pointer on a place, coming from beside it as a person does, until a card is there.
 * @param {import('puppeteer-core').Page} page
 * @param {{ x: number, y: number }} place
 * @returns {Promise<boolean>} whether one came within about three seconds
 */
export async function restOn(page, { x, y }) {
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  for (let rounds = 0; rounds < 30; rounds++) {
    await pause(100)
    if (await cardText(page)) return true
  }
  return false
}
