import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cardText } from './card-text.mjs'
import { openOwnPage } from './demo.mjs'
import { launch } from './launch.mjs'
import { LANGUAGES, photographLanguages } from './screenshots/languages.mjs'
import { photographForStores } from './screenshots/store.mjs'
import { serve } from './serve.mjs'
import { checkNode, main, needBrowser, ROOT } from './set-up.mjs'

const OUT = join(ROOT, '.output', 'screenshots')
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** What is typed into the popup, by the name of its picture. */
const POPUP = { empty: '', words: 'postgres', number: '8080', range: '6000-6063', nonsense: 'zzzzqqqq', high: '70000' }
const PORT_PAGES = ['22', '3000', '909', '2909', '10309', '6000', '49152', '99999']

await main(async () => {
  checkNode()
  mkdirSync(OUT, { recursive: true })
  if (process.argv.includes('--languages')) {
    await photographLanguages(join(OUT, 'languages'), {
      kinds: options('--browser') ?? ['chromium', 'firefox'],
      languages: options('--languages') ?? LANGUAGES,
      surfaces: new RegExp(options('--surfaces')?.join('|') ?? ''),
    })
    return console.log(`Pictures are in ${join(OUT, 'languages')}`)
  }
  if (process.argv.includes('--store')) return photographForStores(join(ROOT, '.output', 'store'))
  const site = await serve(join(ROOT, 'scripts', 'screenshots'))
  for (const kind of ['chromium', 'firefox']) {
    for (const scheme of ['light', 'dark']) {
      for (const scale of [1, 2]) await photograph(kind, scheme, scale, site.url)
    }
  }
  await photographForReadme()
  site.close()
  console.log(`Pictures are in ${OUT}`)
})

/** What follows an option, as a list: `--languages nl,pl`; undefined where nothing does. */
function options(name) {
  const at = process.argv.indexOf(name)
  const value = at < 0 ? undefined : process.argv[at + 1]
  return value === undefined || value.startsWith('--') ? undefined : value.split(',')
}

/** All surfaces in one browser and colour scheme; `scale` 2 stands for 200% zoom: half the room, twice the size. */
async function photograph(kind, scheme, scale, url) {
  const viewport = { width: 800 / scale, height: 640 / scale, deviceScaleFactor: scale }
  const { browser, address, close } = await launch(needBrowser(kind), {
    headless: true,
    viewport,
    args: kind === 'chromium' && scheme === 'dark' ? ['--force-dark-mode'] : [],
    prefs: { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 },
  })
  const save = (page, name) => page.screenshot({ path: join(OUT, `${name}-${kind}-${scheme}-${scale}00.png`) })
  const prepare = async (page) => {
    if (kind === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    return page
  }
  try {
    const page = await prepare(await browser.newPage())
    await page.goto(`${url}states.html`)
    await pause(500)
    const states = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
    for (const state of states) {
      const { x, y } = await page.evaluate((id) => {
        const element = document.getElementById(id)
        element.scrollIntoView({ block: 'center' })
        const { left, top, width, height } = element.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      }, state)
      await page.mouse.move(x, y - 2)
      await page.mouse.move(x, y)
      for (let rounds = 0; rounds < 15 && !(await cardText(page)); rounds++) await pause(60)
      await pause(80)
      await save(page, `card-${state}`)
      await page.keyboard.press('Escape')
      await page.mouse.move(1, 1)
    }
    const popup = await prepare(await browser.newPage())
    await popup.setViewport({ width: 384, height: 600, deviceScaleFactor: scale })
    for (const [name, typed] of Object.entries(POPUP)) {
      await openOwnPage(popup, `${address}popup.html?${name}`)
      await popup.keyboard.type(typed)
      await pause(300)
      if (name === 'words') await popup.keyboard.press('Enter')
      await pause(200)
      await save(popup, `popup-${name}`)
    }
    const portPage = await prepare(await browser.newPage())
    for (const width of [320, 1100]) {
      await portPage.setViewport({ width: Math.max(320, width / scale), height: 1400, deviceScaleFactor: scale })
      for (const port of PORT_PAGES) {
        await openOwnPage(portPage, `${address}port.html?${width}${port}#${port}`)
        await pause(250)
        await save(portPage, `port-${port}-${width}`)
      }
    }
  } finally {
    await close()
  }
}

/** The README's picture: the demo page with a card open. */
async function photographForReadme() {
  const demo = await serve(join(ROOT, 'scripts', 'demo'))
  const viewport = { width: 800, height: 600, deviceScaleFactor: 2 }
  const { browser, close } = await launch(needBrowser('chromium'), { headless: true, viewport })
  const page = await browser.newPage()
  await page.goto(demo.url)
  await pause(800)
  const { x, y, width } = await page.evaluate(() => {
    const paragraph = document.querySelector('#ports p')
    const { left, top, width } = paragraph.getBoundingClientRect()
    return { x: left - 20, y: top - 16, width: width + 40 }
  })
  const point = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('#ports code').getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  await page.mouse.move(point.x - 5, point.y)
  await page.mouse.move(point.x, point.y)
  for (let rounds = 0; rounds < 30 && !(await cardText(page)); rounds++) await pause(60)
  await pause(200)
  mkdirSync(join(ROOT, 'docs', 'pictures'), { recursive: true })
  await page.screenshot({ path: join(ROOT, 'docs', 'pictures', 'card.png'), clip: { x, y, width, height: 330 } })
  await close()
  demo.close()
}
