import type { Frame } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

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

inBothBrowsers('frames', (porthole) => {
  test.each(FRAMES)('opens the card of a mention in $name there, and it can be entered', async ({ around }) => {
    const inner = porthole().site.add({ html: `<p style="margin: 20px; width: max-content">framed.example:5432</p>` })
    const tab = await porthole().tab()
    await tab.open({ html: `<style>iframe { width: 450px; height: 300px }</style>${around(inner)}` })
    const frame = tab.page.frames().at(-1) as Frame
    const marks = () => frame.evaluate(() => CSS.highlights.get('porthole')?.size)
    await expect.poll(marks, { timeout: 5000 }).toBe(1)
    const isOpen = () => frame.evaluate(() => document.querySelector('porthole-card') !== null)
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
})
