import type { Page } from 'puppeteer-core'
import { pause, type Porthole } from './porthole'

/** The options page, once it shows labels. */
export async function options(porthole: Porthole, hash = ''): Promise<Page> {
  const page = await porthole.ownPage(`options.html${hash}`)
  await page.waitForSelector('#labels .tools')
  return page
}

/** Waits until the page says something. */
export async function says(page: Page, words: string): Promise<boolean> {
  for (let rounds = 0; rounds < 200; rounds++) {
    if (await page.evaluate((wanted) => document.body.innerText.includes(wanted), words)) return true
    await pause(50)
  }
  return false
}

/** Presses the first button within an element that begins with a text. */
export const press = (page: Page, text: string, within = 'body') =>
  page.evaluate(
    (wanted, root) => {
      const buttons = [...document.querySelectorAll<HTMLElement>(`${root} button`)]
      const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(wanted))
      if (!button) throw new Error(`No button "${wanted}" among ${buttons.map((one) => one.textContent).join(', ')}`)
      button.click()
    },
    text,
    within,
  )

/** The port and the name of each label in the list. */
export const listed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.labels li')].map(
      (row) => `${row.querySelector('.port')?.textContent} ${row.querySelector('b')?.textContent}`,
    ),
  )

/** What a click on an export button would save, caught on its way. */
export async function exported(page: Page, button: string, within = '#transfer'): Promise<string> {
  await page.evaluate(() => {
    const original = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => ((globalThis as { saved?: string }).saved = text))
      return original(blob)
    }
  })
  await press(page, button, within)
  for (let rounds = 0; rounds < 40; rounds++) {
    const text = await page.evaluate(() => (globalThis as { saved?: string }).saved)
    if (text !== undefined) {
      await page.evaluate(() => delete (globalThis as { saved?: string }).saved)
      return text
    }
    await pause(50)
  }
  throw new Error('Nothing was saved')
}
