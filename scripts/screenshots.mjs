import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launch } from './launch.mjs'
import { restOn } from './rest-on.mjs'
import { LANGUAGES, photographLanguages, WIDTHS } from './screenshots/languages.mjs'
import { photographForStores } from './screenshots/store.mjs'
import { serve } from './serve.mjs'
import { checkNode, main, needBrowser, ROOT } from './set-up.mjs'
import { openSurface, SURFACES } from './surfaces.mjs'

const OUT = join(ROOT, '.output', 'screenshots')

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
  try {
    const page = await browser.newPage()
    if (kind === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await photographCards(page, url, save)
    for (const name of Object.keys(SURFACES)) {
      for (const width of name.startsWith('popup') ? [360] : WIDTHS) {
        await page.setViewport({ width: Math.max(320, width / scale), height: 640 / scale, deviceScaleFactor: scale })
        await openSurface(page, address, name)
        await pause(250)
        const path = join(OUT, `${name}-${width}-${kind}-${scheme}-${scale}00.png`)
        await page.screenshot({ path, fullPage: !name.startsWith('card') })
      }
    }
  } finally {
    await close()
  }
}

/** Every state of the card, over the page that it is about. */
async function photographCards(page, url, save) {
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
    await restOn(page, { x, y })
    await pause(80)
    await save(page, `on-page-${state}`)
    await page.keyboard.press('Escape')
    await page.mouse.move(1, 1)
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
  await restOn(page, point)
  await pause(200)
  mkdirSync(join(ROOT, 'docs', 'pictures'), { recursive: true })
  await page.screenshot({ path: join(ROOT, 'docs', 'pictures', 'card.png'), clip: { x, y, width, height: 330 } })
  await close()
  demo.close()
}
