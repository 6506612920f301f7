import { describe, expect, test } from 'vitest'
import { launch } from '../scripts/launch.mjs'
import { misfits } from '../scripts/misfits.mjs'
import { LANGUAGES } from '../scripts/screenshots/languages.mjs'
import { needBrowser } from '../scripts/set-up.mjs'
import { openSurface } from '../scripts/surfaces.mjs'

/** The fullest surfaces; `npm run screenshots -- --languages` looks at all of them. */
const FULLEST = ['card-product', 'card-unassigned', 'popup-ports', 'port-909', 'options-form', 'welcome']

/** A browser's start, and six pages. */
const PATIENCE_MS = 90_000

describe.each([
  ['chromium', LANGUAGES],
  // One of them in a script of its own, and one with long words.
  ['firefox', ['de', 'ja']],
] as const)('%s', (kind, languages) => {
  test.each(languages)(
    'speaks %s on all surfaces, and all of it fits into 320 px',
    async (locale) => {
      const launched = await launch(needBrowser(kind), { headless: true, locale })
      const { browser, address } = launched
      try {
        const page = await browser.newPage()
        await page.setViewport({ width: 320, height: 640 })
        for (const name of FULLEST) {
          await openSurface(page, address, name)
          const lang = await page.evaluate(() => {
            const card = document.querySelector('porthole-card')?.shadowRoot?.querySelector<HTMLElement>('.surface')
            return (card ?? document.documentElement).lang
          })
          expect(lang.split('-')[0], name).toBe(locale.split('-')[0])
          expect(await misfits(page), name).toEqual([])
        }
      } finally {
        await launched.close()
      }
    },
    PATIENCE_MS,
  )
})
