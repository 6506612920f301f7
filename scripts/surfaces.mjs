import { openOwnPage } from './demo.mjs'

/**
 * Every surface of the extension in every state that looks different, for whoever has to look at them all: the pictures,
 * and the tests of what is usable by whom.
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ path: string, ready: string, prepare?: (page: Page) => Promise<void> }} Surface
 *   `ready`: a selector of what is there when the page is drawn.
 */

const LABELS = `port,protocol,name,host,color,note,link
8080,tcp,Billing API,db.example,teal,Ask the payments team,https://wiki.example/billing
9000-9010,,Render farm,*.corp.example,amber,,
5432,tcp,Ledger,,violet,,
99999,,Nowhere,,,,
`

/** @param {Page} page @param {string} text */
async function type(page, text) {
  await page.focus('input[role=combobox]')
  await page.keyboard.type(text)
}

/** @param {Page} page @param {string} selector */
const click = (page, selector) =>
  page.evaluate((one) => {
    const element = document.querySelector(one)
    if (!(element instanceof HTMLElement)) throw new Error(`No ${one} to click`)
    element.click()
  }, selector)

/** @param {Page} page @param {string} typed @param {string} ready */
async function lookUp(page, typed, ready) {
  await type(page, typed)
  await page.waitForSelector(ready)
}

/** @param {Page} page */
async function chooseFile(page) {
  await page.evaluate((text) => {
    const input = document.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('No field for a file')
    const files = new DataTransfer()
    files.items.add(new File([text], 'labels.csv', { type: 'text/csv' }))
    input.files = files.files
    input.dispatchEvent(new Event('change'))
  }, LABELS)
  await page.waitForSelector('.preview')
}

/** @param {number} from @param {object} [more] */
const card = (from, more = {}) => ({
  path: `popup.html?card=${from}`,
  ready: '#app',
  prepare: (/** @type {Page} */ page) => showCard(page, { from, to: from, around: {}, ...more }),
})

/**
 * Shows the card in a page of our own, with the card's own script: its shadow root is made an open one there, so that it
 * can be looked into.
 * @param {Page} page
 * @param {{ from: number, to: number, around: object }} port
 */
export async function showCard(page, port) {
  await page.evaluate(() => {
    document.body.replaceChildren(document.createElement('main'))
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' })
    }
    const script = document.createElement('script')
    script.src = '/card.js'
    document.head.append(script)
  })
  await page.waitForFunction(() => 'portholeCard' in globalThis)
  await page.evaluate(async (asked) => {
    const api = globalThis.browser ?? globalThis.chrome
    const [described] = await api.runtime.sendMessage({ type: 'describe', ports: [asked] })
    const rects = [new DOMRect(8, 8, 60, 16)]
    globalThis.portholeCard.show({ rects, node: document.body, x: 9, y: 9 }, described, true)
  }, port)
  await page.waitForFunction(
    () => document.querySelector('porthole-card')?.shadowRoot?.querySelector('[role=status]')?.textContent !== '',
  )
}

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
  'popup-ports': {
    path: 'popup.html?ports',
    ready: 'input',
    async prepare(page) {
      await page.evaluate(async () => {
        const api = globalThis.browser ?? globalThis.chrome
        const { id, url } = await api.tabs.getCurrent()
        const ports = [22, 80, 443, 3000, 3306, 5432, 6379, 9200].map((from, i) => ({ from, to: from, count: i + 1 }))
        await api.storage.session.set({ [`ports:${id}`]: { url, frames: { 0: ports } } })
        await api.storage.local.set({ recentLookUps: ['postgres', '53/udp'] })
        location.reload()
      })
      await page.waitForSelector('.page-ports .density')
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
  await openOwnPage(page, address + path)
  await page.waitForSelector(ready)
  await prepare?.(page)
}
