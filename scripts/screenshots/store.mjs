import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launch } from '../launch.mjs'
import { openOwnPage } from '../own-page.mjs'
import { restOn } from '../rest-on.mjs'
import { serve } from '../serve.mjs'
import { needBrowser, ROOT } from '../set-up.mjs'

/** Our own pages, by picture. */
const PAGES = { '3-port-page': 'port.html#3000', '4-options': 'options.html' }

/** The pictures of docs/store, in the sizes that stores ask for. */
export async function photographForStores(out) {
  mkdirSync(out, { recursive: true })
  const demo = await serve(join(ROOT, 'scripts', 'demo'))
  const { browser, address, close } = await launch(needBrowser('chromium'), { headless: true })
  const save = (page, name) => page.screenshot({ path: join(out, `${name}.png`) })
  try {
    await photographCard(await browser.newPage(), demo.url, save)
    for (const [name, path] of Object.entries(PAGES)) {
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 800 })
      await openOwnPage(page, address + path)
      await pause(800)
      await save(page, name)
    }
    // Last: the extension has just been installed, and its background starts once more then.
    await photographPopup(browser, address, save)
    await photographTile(await browser.newPage(), save)
  } finally {
    await close()
    demo.close()
  }
  console.log(`Pictures are in ${out}`)
}

async function photographCard(page, url, save) {
  await page.setViewport({ width: 800, height: 500, deviceScaleFactor: 1.6 })
  await page.goto(url)
  await pause(800)
  const place = await page.evaluate(() => {
    const code = document.querySelector('#ports code')
    code.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = code.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  await restOn(page, place)
  await pause(200)
  await save(page, '1-card')
}

/** The popup in the middle of a plain ground. */
async function photographPopup(browser, address, save) {
  const popup = await browser.newPage()
  await popup.setViewport({ width: 360, height: 360, deviceScaleFactor: 2 })
  await openOwnPage(popup, `${address}popup.html?search=postgres`)
  await pause(800)
  const shown = await popup.screenshot({ encoding: 'base64', clip: { x: 0, y: 0, width: 360, height: 330 } })
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  await page.setContent(`<body style="margin:0;height:800px;display:grid;place-content:center;background:#e3eae9">
    <img src="data:image/png;base64,${shown}" width="720" alt="" style="border-radius:12px;box-shadow:0 12px 40px #0003">`)
  await pause(200)
  await save(page, '2-popup')
}

/** The icon, the name and one line. */
async function photographTile(page, save) {
  await page.setViewport({ width: 440, height: 280 })
  const icon = readFileSync(join(ROOT, 'public', 'icon', '128.png'), 'base64')
  await page.setContent(`<body style="margin:0;height:280px;display:grid;place-content:center;justify-items:center;
    background:#f4f6f6;color:#17211f;font:600 30px/1.3 system-ui,sans-serif">
    <img src="data:image/png;base64,${icon}" width="96" height="96" alt="">Porthole
    <span style="font:400 18px system-ui,sans-serif;color:#55625f">Know your ports</span>`)
  await save(page, 'tile')
}
