import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { checkNode, main, needBrowser, ROOT } from './set-up.mjs'

const FOLDER = join(ROOT, 'public', 'icon')
const SIZES = [16, 32, 48, 96, 128]

/** Draws the icon's one SVG in all the sizes that Chromium wants as PNG. */
await main(async () => {
  checkNode()
  const svg = readFileSync(join(FOLDER, 'icon.svg'), 'utf8')
  const { browser, close } = await launch(needBrowser('chromium'), { headless: true, extension: null })
  const page = await browser.newPage()
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true })
  }
  await close()
})
