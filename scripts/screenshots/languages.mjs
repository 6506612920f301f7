import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../launch.mjs'
import { misfits } from '../misfits.mjs'
import { needBrowser } from '../set-up.mjs'
import { openSurface, SURFACES } from '../surfaces.mjs'

export const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'pl', 'pt-BR', 'ja', 'zh-CN']

/** The narrowest screen that pages have to fit, and a desk's. */
export const WIDTHS = [320, 1000]

/**
 * Every surface in every language, narrow and at full width; prints what does not fit.
 * @param {string} out the folder for the pictures
 * @param {{ kinds: readonly ('chromium' | 'firefox')[], languages: readonly string[], surfaces: RegExp }} wanted
 */
export async function photographLanguages(out, { kinds, languages, surfaces }) {
  for (const kind of kinds) {
    for (const locale of languages) {
      const folder = join(out, locale)
      mkdirSync(folder, { recursive: true })
      const { browser, address, close } = await launch(needBrowser(kind), { headless: true, locale })
      try {
        const page = await browser.newPage()
        for (const name of Object.keys(SURFACES).filter((one) => surfaces.test(one))) {
          for (const width of WIDTHS) {
            await page.setViewport({ width, height: 640 })
            await openSurface(page, address, name)
            const path = join(folder, `${name}-${width}-${kind}.png`)
            await page.screenshot({ path, fullPage: !name.startsWith('card') })
            for (const misfit of await misfits(page)) console.log(`${kind} ${locale} ${name} at ${width}: ${misfit}`)
          }
        }
      } finally {
        await close()
      }
    }
  }
}
