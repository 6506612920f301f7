import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../scripts/serve.mjs'
import { buildApps } from './apps'
import { inBothBrowsers, pause } from './porthole'
import { Tab } from './tab'

const SHOWN = ['db.example:5432', 'cache.example:6379', '80', '443']
const REWRITTEN = 'now on rewritten.example:7007'

interface App {
  readonly name: string
  /** Marked at the start, beside what every application shows. */
  readonly marked?: readonly string[]
  /** Marked after the application has rewritten its text, beside the new status. */
  readonly rewritten?: readonly string[]
  readonly scroller?: string
  readonly editable?: false
}

const APPS: readonly App[] = [
  { name: 'react' },
  { name: 'vue' },
  { name: 'lit' },
  { name: 'codemirror', scroller: '.cm-scroller' },
  { name: 'monaco' },
  { name: 'ace', scroller: '.ace_scrollbar-v' },
  { name: 'tiptap', scroller: '#editor' },
  { name: 'lexical', scroller: '#editor' },
  { name: 'quill', scroller: '#editor' },
  { name: 'xterm', marked: ['0.0.0.0:8022'], rewritten: ['rewritten.example:7007'] },
  { name: 'virtual', scroller: '#scroller', editable: false },
  { name: 'highlight', marked: ['code.example:8443', '3000'], rewritten: ['rewritten.example:7007'], editable: false },
  { name: 'swagger', marked: ['api.example:8081', 'metrics.example:9100'], editable: false },
]

/** What a person does in each application; after each step the page is looked at. */
const STEPS: readonly [string, (page: Page, app: App) => Promise<void>][] = [
  ['loaded', async () => {}],
  [
    'typed',
    async (page, { editable }) => {
      if (editable === false) return
      await page.evaluate('window.focusEditor ? focusEditor() : document.querySelector("#editor, test-app").focus()')
      await page.evaluate('document.querySelector("test-app")?.shadowRoot.querySelector("#editor").focus()')
      await pause(100)
      await page.keyboard.type('telnet typed.example:2323 ')
    },
  ],
  [
    'pasted',
    async (page, { editable }) => {
      if (editable === false) return
      await page.keyboard.down('Shift')
      for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft', { delay: 15 })
      await page.keyboard.up('Shift')
      for (const key of ['x', 'v', 'v'] as const) await chord(page, key)
    },
  ],
  ['undone', async (page, { editable }) => (editable === false ? undefined : chord(page, 'z'))],
  [
    'selected',
    async (page) => {
      await page.evaluate(() => {
        const list = document.querySelector('li')
        if (list) getSelection()?.selectAllChildren(list)
      })
    },
  ],
  [
    'scrolled',
    async (page, { scroller }) => {
      if (!scroller) return
      await page.evaluate((selector) => document.querySelector(selector)?.scrollBy(0, 500), scroller)
      await pause(200)
    },
  ],
  [
    'rewritten',
    async (page) => {
      await page.evaluate(`app.rewrite(${JSON.stringify(REWRITTEN)})`)
    },
  ],
]

async function chord(page: Page, key: 'x' | 'v' | 'z'): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press(key)
  await page.keyboard.up('Control')
  await pause(60)
}

/** Everything about the page that Porthole might disturb, as text. Runs in the page. */
function look() {
  const path = (node: Node | null): string => {
    const steps: string[] = []
    for (let at = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
      steps.unshift(`${at.nodeName}${at.parentNode ? [...at.parentNode.childNodes].indexOf(at as ChildNode) : ''}`)
    return steps.join('/')
  }
  const serialize = (root: Document | ShadowRoot): string => {
    const shadows = [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])
    const own = [...root.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('')
    return [own, ...shadows.map(serialize)].join('\n#shadow\n')
  }
  const selection = getSelection()
  return {
    html: serialize(document),
    selection: selection && [
      path(selection.anchorNode),
      selection.anchorOffset,
      path(selection.focusNode),
      selection.focusOffset,
    ],
    focus: path(document.activeElement),
    scroll: [...document.querySelectorAll('*')].flatMap((element, index) =>
      element.scrollTop || element.scrollLeft ? [[index, element.scrollTop, element.scrollLeft]] : [],
    ),
    values: [...document.querySelectorAll('textarea')].map(({ value, selectionStart }) => [value, selectionStart]),
  }
}

interface Look {
  readonly step: string
  readonly look: ReturnType<typeof look>
}

/** How the page looks when the application has done all that a step sets off: twice the same. */
async function settled(page: Page): Promise<ReturnType<typeof look>> {
  let last = await page.evaluate(look)
  for (let rounds = 0; rounds < 20; rounds++) {
    await pause(120)
    const now = await page.evaluate(look)
    if (JSON.stringify(now) === JSON.stringify(last)) return now
    last = now
  }
  return last
}

/** Goes through all steps and looks at the page after each. */
async function goThrough(page: Page, app: App, after: (step: string) => Promise<void>): Promise<Look[]> {
  const looks: Look[] = []
  for (const [step, act] of STEPS) {
    await act(page, app)
    await after(step)
    looks.push({ step, look: await settled(page) })
  }
  return looks
}

/** A tab with the application in it, and the messages that its console has. */
async function openApp(page: Page, url: string): Promise<string[]> {
  const messages: string[] = []
  page.on('console', (message) => {
    // React's development build measures itself with timeStamp.
    if (['log', 'info', 'warn', 'error', 'debug'].includes(message.type())) messages.push(message.text())
  })
  page.on('pageerror', (error) => messages.push(String(error)))
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction('window.ready === true', { timeout: 10_000 })
  return messages
}

let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  site = await serve(buildApps())
}, 300_000)
afterAll(() => site.close())

const without = new Map<string, { looks: Look[]; messages: string[] }>()

inBothBrowsers(
  'applications without Porthole',
  (browser) => {
    test.each(APPS)('$name goes through its steps', async (app) => {
      const { page, close } = await newTab(browser().browser)
      const messages = await openApp(page, `${site.url}${app.name}.html`)
      await pause(100)
      without.set(browser().kind + app.name, { looks: await goThrough(page, app, async () => {}), messages })
      await close()
    })
  },
  null,
)

inBothBrowsers('applications with Porthole', (porthole) => {
  test.each(APPS)('$name is the same at each step, with marks where ports are shown and nowhere else', async (app) => {
    const { page, tab, close } = await newTab(porthole().browser)
    const messages = await openApp(page, `${site.url}${app.name}.html`)
    await pause(100)
    const looks = await goThrough(page, app, async (step) => {
      if (step === 'loaded') {
        const marks = await tab.marks()
        expect(marks).toEqual(expect.arrayContaining([...SHOWN, ...(app.marked ?? []), ...first(app.name)]))
      }
      if (step === 'rewritten') {
        await pause(200)
        const marks = await tab.marksNow()
        expect(marks).toEqual(expect.arrayContaining(['rewritten.example:7007', ...(app.rewritten ?? []), ...SHOWN]))
        expect(marks).not.toContain('start.example:7000')
      }
      await expect.poll(() => strayMarks(page), { timeout: 2000 }).toEqual([])
    })
    const expected = without.get(porthole().kind + app.name)
    for (const [index, { step, look: seen }] of looks.entries()) {
      expect(seen, step).toEqual(expected?.looks[index]?.look)
    }
    expect(messages).toEqual(expected?.messages)
    await close()
  })
})

const first = (name: string) => (name === 'react' || name === 'vue' || name === 'lit' ? ['start.example:7000'] : [])

async function newTab(browser: import('puppeteer-core').Browser) {
  const page = await browser.newPage()
  return { page, tab: new Tab(page), close: () => page.close() }
}

/** Marks inside an editor, and marks that do not cover a port as their text now is. */
async function strayMarks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('porthole'))
      .flatMap(([, highlight]) => [...highlight] as unknown as StaticRange[])
      .flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange()
        range.setStart(startContainer, Math.min(startOffset, (startContainer as Text).length))
        range.setEnd(endContainer, Math.min(endOffset, (endContainer as Text).length))
        const text = range.toString()
        const inEditor = startContainer.parentElement?.closest('#editor, textarea')
        return inEditor || !startContainer.isConnected || !/\d$|\/tcp$|\/udp$/.test(text) ? [text] : []
      }),
  )
}
