import { openOwnPage } from './own-page.mjs'
import { allowSites } from './site-access.mjs'
import { card, chooseFile, click, lookUp, showCard, showPorts, siteOf, withLabel } from './surface-states.mjs'

/**
 * Every surface of the extension in every state that looks different, for whoever has to look at them all: the pictures,
 * and the tests of what is usable by whom.
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ path: string, ready: string, prepare?: (page: Page) => Promise<void> }} Surface
 *   `ready`: a selector of what is there when the page is drawn.
 */

/** @type {Readonly<Record<string, Surface>>} */
export const SURFACES = {
  'card-product': card(5432, { host: 'localhost' }),
  'card-many': card(3000, { host: 'localhost' }),
  'card-unfolded': {
    ...card(8080),
    async prepare(page) {
      await showCard(page, { from: 8080, to: 8080, around: {} })
      await page.evaluate(() => {
        const more = document.querySelector('porthole-card')?.shadowRoot?.querySelector('.more')
        if (more instanceof HTMLElement) more.click()
      })
    },
  },
  'card-unassigned': card(909),
  'card-ghost': card(2909),
  'card-dynamic': card(51234),
  'card-range': card(6000, { to: 6063 }),
  'card-mapping': card(8080, { pair: { port: 80, side: 'host' } }),
  'card-udp': card(53, { protocol: 'udp' }),
  'card-reserved': card(1024),
  'card-exposed': card(2375),
  'card-own': {
    ...card(8080),
    prepare: (page) => withLabel(page, () => showCard(page, { from: 8080, to: 8080, host: 'localhost', around: {} })),
  },
  'popup-empty': { path: 'popup.html', ready: '.hint' },
  'popup-results': {
    path: 'popup.html?results',
    ready: 'input',
    prepare: (page) => lookUp(page, 'postgres', '[role=option]'),
  },
  'popup-nothing': {
    path: 'popup.html?nothing',
    ready: 'input',
    prepare: (page) => lookUp(page, 'zzzzqqqq', '[aria-live] .hint'),
  },
  'popup-card': {
    path: 'popup.html?chosen',
    ready: 'input',
    async prepare(page) {
      await lookUp(page, '8080', '[role=option]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.chosen')
    },
  },
  'popup-ports': { path: 'popup.html?ports', ready: 'input', prepare: showPorts },
  'popup-map': {
    path: 'popup.html?map',
    ready: 'input',
    async prepare(page) {
      await showPorts(page)
      await page.focus('.lens .bar')
      for (const key of ['End', 'ArrowLeft', 'Enter', 'Enter', 'ArrowRight']) await page.keyboard.press(key)
      await page.waitForSelector('.lens .between')
    },
  },
  'popup-own': {
    path: 'popup.html?own',
    ready: 'input',
    prepare: (page) =>
      withLabel(page, async () => {
        await lookUp(page, '8080', '[role=option]')
        await page.keyboard.press('Enter')
        await page.waitForSelector('.chosen .own')
      }),
  },
  'popup-on': { path: 'popup.html?on', ready: 'input', prepare: (page) => siteOf(page, 'http://wiki.example/') },
  'popup-off': {
    path: 'popup.html?off',
    ready: 'input',
    async prepare(page) {
      await siteOf(page, 'http://shop.example/')
      await page.waitForSelector('.site input')
      await page.evaluate(() => document.querySelector('.site input:checked')?.click())
      await page.waitForSelector('.site input:not(:checked)')
    },
  },
  'popup-store': {
    path: 'popup.html?store',
    ready: 'input',
    prepare: (page) => siteOf(page, 'https://addons.mozilla.org/'),
  },
  'popup-withheld': {
    path: 'popup.html?withheld',
    ready: 'input',
    async prepare(page) {
      await allowSites(page, false)
      await siteOf(page, 'http://wiki.example/')
      await page.waitForSelector('.site button')
      await allowSites(page, true)
    },
  },
  'port-22': { path: 'port.html?1#22', ready: '.questions' },
  'port-909': { path: 'port.html?2#909', ready: '.questions' },
  'port-50000': { path: 'port.html?3#50000', ready: '.questions' },
  'port-6000': { path: 'port.html?4#6000', ready: '.questions' },
  'port-2909': { path: 'port.html?5#2909', ready: '.questions' },
  'port-range': { path: 'port.html?6#8000-8010', ready: 'main .wide' },
  'port-nonsense': { path: 'port.html?7#99999', ready: '.map .grid' },
  'port-search': {
    path: 'port.html?8#909',
    ready: '.questions',
    prepare: (page) => lookUp(page, 'mysql', '[role=option]'),
  },
  options: { path: 'options.html', ready: '.keys' },
  'options-form': {
    path: 'options.html?form#label=8080',
    ready: '.label-form',
    async prepare(page) {
      await click(page, '.label-form .primary')
      await page.waitForSelector('.label-form [aria-invalid=true]')
    },
  },
  'options-import': { path: 'options.html?import', ready: '.keys', prepare: chooseFile },
  'options-unreadable': {
    path: 'options.html?unreadable',
    ready: '.keys',
    async prepare(page) {
      await page.focus('#site')
      await page.keyboard.type('not a site')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#site-fault.problem')
      await click(page, '#reset button')
      await page.waitForSelector('.asking')
    },
  },
  'options-labels': {
    path: 'options.html?labels',
    ready: '.keys',
    async prepare(page) {
      await chooseFile(page)
      await click(page, '.preview .primary')
      await page.waitForSelector('.labels li')
      await click(page, '.labels li button:last-child')
      await page.waitForSelector('#labels .said button')
    },
  },
  welcome: { path: 'welcome.html', ready: 'blockquote' },
}

/**
 * Opens a surface in its state.
 * @param {Page} page
 * @param {string} address where the extension's pages are, with a slash at the end
 * @param {string} name a key of SURFACES
 */
export async function openSurface(page, address, name) {
  const { path, ready, prepare } = SURFACES[name]
  // Where the address is the same but for its fragment, nothing would be loaded.
  await page.goto('about:blank')
  await openOwnPage(page, address + path)
  await page.waitForSelector(ready)
  await prepare?.(page)
}
