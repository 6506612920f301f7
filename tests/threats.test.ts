import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole } from './porthole'
import type { Tab } from './tab'

/** A word that is nowhere but in a label of one's own. */
const SECRET = 'Vermilion quay'

/** Puts something into the extension's storage, from a page of its own. */
async function store(porthole: Porthole, area: 'local' | 'sync', values: Record<string, unknown>): Promise<void> {
  const page = await porthole.ownPage('popup.html')
  await page.evaluate(
    async (name, items) => {
      type Api = { storage: Record<string, { set(values: object): Promise<void> }> }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
      await (browser ?? chrome).storage[name]?.set(items)
    },
    area,
    values,
  )
  await page.close()
}

const label = (porthole: Porthole, row: object) => store(porthole, 'local', { labels: { version: 1, rows: [row] } })

/** Opens a page in whose head a script of the page's own runs first. */
async function openHostile(
  porthole: Porthole,
  script: string,
  body = '<p>connect to db.example:5432</p>',
): Promise<Tab> {
  const tab = await porthole.tab()
  await tab.open({ html: `<!doctype html><head><script>${script}</script></head><body>${body}</body>` })
  await tab.marks()
  return tab
}

const addresses = (own: Page) =>
  own.evaluate(async () => {
    type Tabs = { tabs: { query(wanted: object): Promise<{ url?: string }[]> } }
    const { browser, chrome } = globalThis as unknown as { browser?: Tabs; chrome: Tabs }
    return (await (browser ?? chrome).tabs.query({})).map(({ url }) => url ?? '')
  })

inBothBrowsers('a hostile page', (porthole) => {
  test('cannot read what is in the card', async () => {
    await label(porthole(), { port: '5432', name: SECRET })
    const tab = await openHostile(porthole(), '')
    await tab.hover('db.example:5432')
    expect(await tab.card(SECRET)).toContain(SECRET)
    const read = await tab.page.evaluate(() => {
      const card = document.querySelector('porthole-card') as HTMLElement
      getSelection()?.selectAllChildren(document.documentElement)
      const serializer = new XMLSerializer()
      return JSON.stringify([
        document.documentElement.innerText,
        document.documentElement.outerHTML,
        serializer.serializeToString(card),
        card.getHTML({ serializableShadowRoots: true }),
        getSelection()?.toString(),
        card.shadowRoot,
        [...card.childNodes].map(String),
        card.ariaLabel,
        card.title,
      ])
    })
    expect(read).not.toMatch(/vermilion|quay|PostgreSQL/i)
    await tab.close()
  })

  test('gets no hold of the card by defining its element', async () => {
    await label(porthole(), { port: '5432', name: SECRET })
    const tab = await openHostile(
      porthole(),
      `globalThis.got = []
       customElements.define('porthole-card', class extends HTMLElement {
         constructor() { super(); this.inside = this.attachInternals(); got.push(this) }
         connectedCallback() { got.push(this) }
       })`,
    )
    await tab.hover('db.example:5432')
    expect(await tab.card(SECRET)).toContain(SECRET)
    const read = await tab.page.evaluate(() => {
      const { got } = globalThis as unknown as { got: { inside?: ElementInternals }[] }
      return got.map(({ inside }) => inside?.shadowRoot?.textContent ?? '').join('')
    })
    expect(read).toBe('')
    await tab.close()
  })

  test('learns no letters of the card by fonts, colours or pictures of its own', async () => {
    await label(porthole(), { port: '5432', name: SECRET })
    const families = `system-ui -apple-system Segoe\\ UI Roboto Noto\\ Sans sans-serif ui-monospace SF\\ Mono Cascadia\\ Mono Roboto\\ Mono Menlo Consolas DejaVu\\ Sans\\ Mono monospace Spy`
    const faces = families
      .split(/(?<!\\) /)
      .map((name) => `@font-face { font-family: "${name.replaceAll('\\', '')}"; src: url(spy-font) }`)
    const tab = await openHostile(
      porthole(),
      '',
      `<style>${faces.join('\n')}
        @property --font { syntax: "*"; inherits: false; initial-value: Spy }
        @property --mono { syntax: "*"; inherits: false; initial-value: Spy }
        :root, porthole-card { --font: Spy; --mono: Spy; --surface: url(spy-picture); --edge: url(spy-picture) }
        porthole-card { font-family: Spy !important; background: url(spy-picture) !important }
        p { font-family: serif }
      </style><p>connect to db.example:5432</p>`,
    )
    await tab.hover('db.example:5432')
    await tab.card(SECRET)
    await pause(500)
    const seen = await tab.page.evaluate(() => ({
      fonts: [...document.fonts].filter(({ status }) => status !== 'unloaded').map(({ family }) => family),
      fetched: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('spy')),
    }))
    expect(seen).toEqual({ fonts: [], fetched: [] })
    await tab.close()
  })

  test('opens no card and closes none with events that no hand made', async () => {
    const tab = await openHostile(porthole(), '')
    const { x, y } = await tab.pointOf('db.example:5432')
    const send = () =>
      tab.page.evaluate(
        (clientX, clientY) => {
          const at = { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse' }
          const target = document.elementFromPoint(clientX, clientY) ?? document.body
          for (const type of ['pointerover', 'pointermove', 'pointermove'])
            target.dispatchEvent(new PointerEvent(type, at))
          target.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: 1, clientY: 1 }))
          target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
          dispatchEvent(new PointerEvent('pointerout', { relatedTarget: null }))
        },
        x,
        y,
      )
    await send()
    await pause(600)
    expect(await tab.page.$('porthole-card')).toBeNull()
    await tab.hover('db.example:5432')
    await tab.card('PostgreSQL')
    await send()
    await pause(600)
    expect(await tab.page.$('porthole-card')).not.toBeNull()
    await tab.close()
  })

  test('has nobody that listens to its messages, and no file of ours to ask for', async () => {
    // First: a card closes when its tab is hidden.
    const own = await porthole().ownPage('popup.html')
    const tab = await openHostile(porthole(), '')
    await tab.hover('db.example:5432')
    await tab.card('PostgreSQL')
    const before = await addresses(own)
    const reached = await tab.page.evaluate(async (root) => {
      const messages = [
        { type: 'switch-site', host: location.hostname, on: false },
        { type: 'open-port', port: 22 },
        { type: 'label-port', from: 22, to: 22 },
        { type: 'load-card' },
      ]
      for (const message of messages) {
        postMessage(message, '*')
        for (const target of [document, window, document.querySelector('porthole-card') as Element]) {
          target.dispatchEvent(new CustomEvent(message.type, { detail: message }))
          target.dispatchEvent(new MessageEvent('message', { data: message }))
        }
      }
      const card = document.querySelector('porthole-card') as HTMLElement
      card.click()
      card.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page may use it all the same
      document.execCommand('copy')
      type Api = { runtime?: { sendMessage?: unknown; id?: string } }
      const { chrome, browser } = globalThis as unknown as { chrome?: Api; browser?: Api }
      const files = ['manifest.json', 'popup.html', 'registry.txt', 'card.js', 'marker.js', 'icon/16.png']
      const asked = await Promise.allSettled(files.map((file) => fetch(root + file, { mode: 'no-cors' })))
      return {
        api: [chrome?.runtime?.id, chrome?.runtime?.sendMessage, browser?.runtime?.id].filter(Boolean),
        files: asked.filter(({ status }) => status === 'fulfilled').length,
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => /porthole/i.test(name)),
      }
    }, porthole().address)
    expect(reached).toEqual({ api: [], files: 0, globals: [] })
    await pause(400)
    expect((await addresses(own)).sort()).toEqual(before.sort())
    await own.close()
    expect(await tab.marksNow()).toEqual(['db.example:5432'])
    await tab.close()
  })

  test('is marked up to a limit, and stays usable', async () => {
    const tab = await openHostile(
      porthole(),
      '',
      `<pre>${Array.from({ length: 24_000 }, (_, n) => `<b>h${n}.example:${1024 + (n % 40_000)}</b>\n`).join('')}</pre>`,
    )
    let marks = 0
    for (let same = 0; same < 5;) {
      await pause(300)
      const now = await tab.page.evaluate(() =>
        [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('porthole') ? size : 0), 0),
      )
      same = now === marks && now > 0 ? same + 1 : 0
      marks = now
    }
    expect(marks).toBeLessThan(21_000)
    expect(marks).toBeGreaterThanOrEqual(20_000)
    await tab.close()
  }, 120_000)
})

inBothBrowsers('what came by import, policy or sync', (porthole) => {
  test('is shown as text and never runs', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await label(porthole(), {
      port: '5432',
      name: hostile,
      note: `${hostile} javascript:alert(1)`,
      link: 'https://a.example/"><img/src=x/onerror=alert(1)>',
    })
    const tab = await openHostile(porthole(), 'document.title = "calm"')
    await tab.hover('db.example:5432')
    expect(await tab.card('<img')).toContain(hostile)
    expect(await tab.page.title()).toBe('calm')
    for (const path of ['port.html#5432', 'options.html', 'popup.html?search=5432']) {
      const own = await porthole().ownPage(path)
      await own.waitForFunction(() => document.body.innerText.includes('<img'))
      const made = await own.evaluate(() => document.querySelectorAll('img[src=x], script:not([src])').length)
      expect(made, path).toBe(0)
      expect(await own.title(), path).not.toMatch(/^[12]$/)
      await own.close()
    }
    await tab.close()
  })

  test('has no link that runs: such a label is not read at all', async () => {
    await label(porthole(), { port: '5432', name: 'Trap', link: 'javascript:alert(1)' })
    const own = await porthole().ownPage('port.html#5432')
    await own.waitForFunction(() => document.body.innerText.includes('PostgreSQL'))
    const links = await own.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href))
    expect(links.filter((href) => /^(?:javascript|data|vbscript):/i.test(href))).toEqual([])
    expect(await own.evaluate(() => document.body.innerText)).not.toContain('Trap')
    await own.close()
  })

  test('spoils nothing where it has another form than it should', async () => {
    await store(porthole(), 'sync', {
      siteRule: { everywhere: 'yes', sites: [{}, 7, null, '<b>'] },
      siteRule1: { length: 9 },
      marks: ['all'],
      markStyle: '} * { display: none',
      card: { not: 'x' },
    })
    await store(porthole(), 'local', { labels: { version: 1, rows: [null, 7, 'x', { port: {} }, { port: '22' }] } })
    const tab = await openHostile(porthole(), '')
    expect(await tab.marks()).toEqual(['db.example:5432'])
    await tab.hover('db.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    const own = await porthole().ownPage('options.html')
    await own.waitForSelector('#labels .tools')
    await own.close()
    await tab.close()
  })
})
