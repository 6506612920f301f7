import type { Frame, Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole } from './porthole'
import type { Tab } from './tab'

const NOTE_KEYS = `globalThis.keys = []
  for (const type of ['keydown', 'keyup']) addEventListener(type, ({ key }) => keys.push(type + key), true)`

const body = (host: string) =>
  `<script>${NOTE_KEYS}</script><p style="margin: 20px; width: max-content">${host}:5432</p><input>`

/** Frames by how far they are from the page around them. */
const FRAMES: readonly { name: string; attributes: (porthole: Porthole, html: string) => string }[] = [
  { name: 'a frame of the same site', attributes: ({ site }, html) => `src="${site.add({ html })}"` },
  {
    name: 'a frame of another site',
    attributes: ({ site }, html) => `src="${site.add({ html }).replace('127.0.0.1', 'localhost')}"`,
  },
  {
    name: 'a sandboxed frame',
    attributes: ({ site }, html) => `sandbox="allow-scripts" src="${site.add({ html })}"`,
  },
  { name: 'a data: frame', attributes: (_, html) => `src="data:text/html,${encodeURIComponent(html)}"` },
]

interface Framed {
  readonly tab: Tab
  readonly top: Frame
  readonly one: Frame
  readonly two: Frame
}

/** A page with two frames; the page and each frame have a mention and a field. */
async function openFramed(porthole: Porthole, attributes: (html: string) => string): Promise<Framed> {
  const tab = await porthole.tab()
  const frames = ['one', 'two'].map((name) => `<iframe id="${name}" ${attributes(body(`${name}.example`))}></iframe>`)
  await tab.open({
    html: `<style>iframe { width: 400px; height: 260px }</style>${body('top.example')}${frames.join('')}`,
  })
  const [top, one, two] = tab.page.frames() as [Frame, Frame, Frame]
  for (const frame of [top, one, two]) await expect.poll(() => marksIn(frame), { timeout: 5000 }).toBe(1)
  const hostOf = (frame: Frame) => frame.evaluate(() => document.querySelector('p')?.textContent)
  return (await hostOf(one)) === 'one.example:5432' ? { tab, top, one, two } : { tab, top, one: two, two: one }
}

const marksIn = (frame: Frame) => frame.evaluate(() => CSS.highlights.get('porthole')?.size)
const hasCard = (frame: Frame) => frame.evaluate(() => document.querySelector('porthole-card') !== null)
const keysOf = (frame: Frame) => frame.evaluate('keys') as Promise<string[]>

/** Where the middle of an element of a frame is, in the viewport of the tab. */
async function middleOf({ top, one }: Framed, frame: Frame, selector: string): Promise<{ x: number; y: number }> {
  const inside = await frame.evaluate((wanted) => {
    const { left, top: above, width, height } = (document.querySelector(wanted) as Element).getBoundingClientRect()
    return { x: left + width / 2, y: above + height / 2 }
  }, selector)
  if (frame === top) return inside
  const corner = await top.evaluate(
    (id) => {
      const element = document.getElementById(id) as HTMLElement
      const { left, top: above } = element.getBoundingClientRect()
      return { x: left + element.clientLeft, y: above + element.clientTop }
    },
    frame === one ? 'one' : 'two',
  )
  return { x: corner.x + inside.x, y: corner.y + inside.y }
}

/** Puts the focus into one frame's field and opens the card of another's mention. */
async function focusAndHover(framed: Framed, focused: Frame, hovered: Frame): Promise<void> {
  const { page } = framed.tab
  const field = await middleOf(framed, focused, 'input')
  await page.mouse.click(field.x, field.y)
  const { x, y } = await middleOf(framed, hovered, 'p')
  await page.mouse.move(x, y + 12)
  await page.mouse.move(x, y, { steps: 4 })
  await expect.poll(() => hasCard(hovered), { timeout: 5000 }).toBe(true)
  // The other frames are told by way of the background.
  await pause(400)
}

async function pressEscape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await pause(100)
}

inBothBrowsers('Escape', (porthole) => {
  test.each(FRAMES)('closes the card wherever the focus is around and in $name', async ({ attributes }) => {
    const framed = await openFramed(porthole(), (html) => attributes(porthole(), html))
    const { tab, top, one, two } = framed
    for (const [focused, hovered] of [
      [top, one],
      [one, top],
      [one, two],
    ] as const) {
      await focusAndHover(framed, focused, hovered)
      await pressEscape(tab.page)
      await expect.poll(() => hasCard(hovered), { timeout: 2000 }).toBe(false)
      expect(await keysOf(focused)).toEqual([])
      await pressEscape(tab.page)
      expect(await keysOf(focused)).toEqual(['keydownEscape', 'keyupEscape'])
      await focused.evaluate('keys.length = 0')
    }
    await tab.close()
  })

  test('is the page’s where a card in a frame closed by itself or went with its frame', async () => {
    const framed = await openFramed(porthole(), (html) => `src="${porthole().site.add({ html })}"`)
    const { tab, top, one, two } = framed
    await focusAndHover(framed, top, one)
    await tab.page.mouse.move(900, 650, { steps: 3 })
    await expect.poll(() => hasCard(one), { timeout: 2000 }).toBe(false)
    await pause(400)
    await pressEscape(tab.page)
    expect(await keysOf(top)).toEqual(['keydownEscape', 'keyupEscape'])
    await focusAndHover(framed, top, two)
    await top.evaluate(`document.getElementById('two').remove()`)
    await pause(200)
    await pressEscape(tab.page)
    expect(await keysOf(top)).toEqual(['keydownEscape', 'keyupEscape', 'keydownEscape', 'keyupEscape'])
    await tab.close()
  })

  test('that a page pretends closes no card in another frame', async () => {
    const framed = await openFramed(porthole(), (html) => `src="${porthole().site.add({ html })}"`)
    const { tab, top, one } = framed
    await focusAndHover(framed, top, one)
    await top.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))`)
    await pause(300)
    expect(await hasCard(one)).toBe(true)
    expect(await keysOf(top)).toEqual(['keydownEscape'])
    await tab.close()
  })

  test('that is held down closes the card and is not heard by the page as long as it is held', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: body('held.example') })
    await tab.marks()
    await tab.hover('held.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    for (let times = 0; times < 3; times++) await tab.page.keyboard.down('Escape')
    await tab.page.keyboard.up('Escape')
    expect(await tab.cardGone()).toBe(true)
    expect(await keysOf(tab.page.mainFrame())).toEqual([])
    await tab.page.keyboard.press('Escape')
    expect(await keysOf(tab.page.mainFrame())).toEqual(['keydownEscape', 'keyupEscape'])
    await tab.close()
  })
})
