import type { Frame } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole } from './porthole'
import type { Tab } from './tab'

/** Frames around a page, by how far the page in them is from the one around. */
const FRAMES: readonly { name: string; around: (inner: string) => string }[] = [
  { name: 'a frame', around: (inner) => `<iframe src="${inner}"></iframe>` },
  {
    name: 'a frame of another site',
    around: (inner) => `<iframe src="${inner.replace('127.0.0.1', 'localhost')}"></iframe>`,
  },
  { name: 'a sandboxed frame', around: (inner) => `<iframe sandbox src="${inner}"></iframe>` },
  {
    name: 'a scaled frame',
    around: (inner) => `<iframe style="transform: scale(1.5); transform-origin: 0 0" src="${inner}"></iframe>`,
  },
]

/** Where the middle of a frame's first paragraph is, in the viewport of the page around it. */
async function middleIn(frame: Frame): Promise<{ x: number; y: number }> {
  const middle = await frame.evaluate(() => {
    const { left, top, width, height } = (document.querySelector('p') as Element).getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  const box = await frame.parentFrame()?.evaluate(() => {
    const element = document.querySelector('iframe') as HTMLElement
    const { left, top, width } = element.getBoundingClientRect()
    return { left, top, scale: width / element.offsetWidth, edge: element.clientLeft }
  })
  if (!box) throw new Error('The frame has no parent')
  return { x: box.left + (box.edge + middle.x) * box.scale, y: box.top + (box.edge + middle.y) * box.scale }
}

const hasCard = (frame: Frame) => frame.evaluate(() => document.querySelector('porthole-card') !== null)

/** A page on plain http, as far as the browser knows: its host only looks like another machine. */
const onPlainHttp = (address: string) => address.replace('127.0.0.1', 'plain.example')

/** Sends what the keyboard's commands send, from a page of ours that stays behind: no driver can press an extension's keys. */
async function stepper(porthole: Porthole, { page }: Tab): Promise<(by: 1 | -1) => Promise<void>> {
  const own = await porthole.ownPage('popup.html')
  await page.bringToFront()
  return async (by) => {
    await own.evaluate(
      async (url, way) => {
        type Tabs = {
          query(wanted: object): Promise<{ id: number; url?: string }[]>
          sendMessage(id: number, message: object): Promise<unknown>
        }
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: Tabs } | undefined>
        const tabs = (browser ?? chrome)?.tabs
        const shown = (await tabs?.query({}))?.find((tab) => tab.url === url)
        if (shown) await tabs?.sendMessage(shown.id, { type: 'step', by: way })
      },
      page.url(),
      by,
    )
  }
}

inBothBrowsers('frames', (porthole) => {
  test.each(FRAMES)('opens the card of a mention in $name there, and it can be entered', async ({ around }) => {
    const inner = porthole().site.add({ html: `<p style="margin: 20px; width: max-content">framed.example:5432</p>` })
    const tab = await porthole().tab()
    await tab.open({ html: `<style>iframe { width: 450px; height: 300px }</style>${around(inner)}` })
    const frame = tab.page.frames().at(-1) as Frame
    const marks = () => frame.evaluate(() => CSS.highlights.get('porthole')?.size)
    await expect.poll(marks, { timeout: 5000 }).toBe(1)
    const isOpen = () => hasCard(frame)
    const { x, y } = await middleIn(frame)
    await tab.page.mouse.click(x, y + 60)
    await tab.page.mouse.move(x, y, { steps: 4 })
    await expect.poll(isOpen, { timeout: 5000 }).toBe(true)
    expect(await tab.page.$('porthole-card')).toBeNull()
    await tab.page.mouse.move(x, y + 60, { steps: 12 })
    await pause(500)
    expect(await isOpen()).toBe(true)
    await tab.page.keyboard.press('Escape')
    await expect.poll(isOpen, { timeout: 2000 }).toBe(false)
    await tab.close()
  })

  test('the keyboard’s commands go from mention to mention in the frame with the focus, and in no other', async () => {
    const inner = porthole().site.add({
      html: `<input autofocus><p>one.example:5432</p><div style="height: 2000px"></div><p>two.example:6379</p>`,
    })
    const tab = await porthole().tab()
    await tab.open({
      html: `<input><p>top.example:22</p><iframe src="${inner.replace('127.0.0.1', 'localhost')}"></iframe>`,
    })
    await tab.marks()
    const [top, frame] = tab.page.frames() as [Frame, Frame]
    const focused = (where: Frame) =>
      where.evaluate(() => {
        const [range] = [...(CSS.highlights.get('porthole-focus') ?? [])] as unknown as StaticRange[]
        return range && (range.startContainer as Text).data
      })
    const step = await stepper(porthole(), tab)
    await (await frame.$('input'))?.click()
    for (const [by, text] of [
      [1, 'one.example:5432'],
      [1, 'two.example:6379'],
      [-1, 'one.example:5432'],
    ] as const) {
      await step(by)
      await expect.poll(() => focused(frame), { timeout: 5000 }).toBe(text)
      await expect.poll(() => hasCard(frame), { timeout: 5000 }).toBe(true)
      expect(await hasCard(top)).toBe(false)
    }
    await tab.page.keyboard.press('Tab')
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('porthole-card')
    await tab.page.keyboard.press('Escape')
    await expect.poll(() => hasCard(frame), { timeout: 2000 }).toBe(false)
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('input')
    await (await top.$('input'))?.click()
    await step(1)
    await expect.poll(() => focused(top), { timeout: 5000 }).toBe('top.example:22')
    await expect.poll(() => hasCard(top), { timeout: 5000 }).toBe(true)
    expect(await hasCard(frame)).toBe(false)
    await tab.close()
  })

  test.each([
    ['the same site', ''],
    ['another site', 'other.'],
  ])('what the card copies in a frame of %s, on plain http, is on the clipboard', async (_, name) => {
    const inner = porthole().site.add({ html: `<p style="margin: 20px; width: max-content">framed.example:5432</p>` })
    const { page } = await porthole().tab()
    const outer = porthole().site.add({
      html: `<style>iframe { width: 450px; height: 300px }</style><iframe src="${onPlainHttp(inner).replace('plain.', `${name}plain.`)}"></iframe><input>`,
    })
    await page.goto(onPlainHttp(outer), { waitUntil: 'load' })
    const frame = page.frames().at(-1) as Frame
    expect(await frame.evaluate(() => isSecureContext || 'clipboard' in navigator)).toBe(false)
    await expect.poll(() => frame.evaluate(() => CSS.highlights.get('porthole')?.size), { timeout: 5000 }).toBe(1)
    const { x, y } = await middleIn(frame)
    await page.mouse.move(x, y + 15)
    await page.mouse.move(x, y, { steps: 4 })
    await expect.poll(() => hasCard(frame), { timeout: 5000 }).toBe(true)
    await pause(200)
    const copy = await frame.evaluate(() => {
      const { left, bottom } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
      const mention = (document.querySelector('p') as Element).getBoundingClientRect()
      return { x: left + 40 - mention.left - mention.width / 2, y: bottom - 20 - mention.top - mention.height / 2 }
    })
    await page.mouse.move(x + copy.x, y + copy.y, { steps: 6 })
    await page.mouse.click(x + copy.x, y + copy.y)
    await page.click('input')
    await page.keyboard.down('Control')
    await page.keyboard.press('v')
    await page.keyboard.up('Control')
    await expect.poll(() => page.evaluate(() => document.querySelector('input')?.value)).toContain('5432')
    await page.close()
  })
})
