/**
 * How a surface is brought into a state: what a person does there, or what the browser would tell it.
 * @typedef {import('puppeteer-core').Page} Page
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
export const click = (page, selector) =>
  page.evaluate((one) => {
    const element = document.querySelector(one)
    if (!(element instanceof HTMLElement)) throw new Error(`No ${one} to click`)
    element.click()
  }, selector)

/** @param {Page} page @param {string} typed @param {string} ready */
export async function lookUp(page, typed, ready) {
  await type(page, typed)
  await page.waitForSelector(ready)
}

/** @param {Page} page */
export async function chooseFile(page) {
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
export const card = (from, more = {}) => ({
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

/**
 * Shows what there is of a port with a label of one's own, and leaves no label behind for the surfaces that follow.
 * @param {Page} page @param {() => Promise<void>} show
 */
export async function withLabel(page, show) {
  await page.evaluate(async () => {
    const api = globalThis.browser ?? globalThis.chrome
    const label = { port: '8080', name: 'Billing API', color: 'violet', note: 'Ask the payments team.' }
    await api.storage.local.set({ labels: { version: 1, rows: [label] } })
  })
  await show()
  await page.evaluate(() => (globalThis.browser ?? globalThis.chrome).storage.local.remove('labels'))
}

/** The popup of a page with ports. @param {Page} page */
export async function showPorts(page) {
  await page.evaluate(async () => {
    const api = globalThis.browser ?? globalThis.chrome
    const { id, url } = await api.tabs.getCurrent()
    const ports = [22, 80, 443, 3000, 3306, 5432, 6379, 9200].map((from, i) => ({ from, to: from, count: i + 1 }))
    await api.storage.session.set({ [`ports:${id}`]: { url, frames: { 0: ports } } })
    await api.storage.local.set({ recentLookUps: ['postgres', '53/udp'] })
    location.reload()
  })
  await page.waitForSelector('.page-ports .density[d*=V]')
}

/** The popup of a tab with this address; nothing is loaded from there. @param {Page} page @param {string} address */
export async function siteOf(page, address) {
  await page.evaluate(async (url) => {
    const api = globalThis.browser ?? globalThis.chrome
    const { id } = await api.tabs.create({ url, active: false })
    // Whoever may not read the site is never told its address.
    for (let rounds = 0; rounds < 40; rounds++) {
      const tab = await api.tabs.get(id)
      if (tab.status === 'complete' && tab.url === url) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    location.href = `popup.html?tab=${id}`
  }, address)
  await page.waitForFunction(() => location.search.startsWith('?tab=') && document.querySelector('.site') !== null)
}
