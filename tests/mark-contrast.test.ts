import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { MARK_STYLES } from '../settings/settings'
import { inBothBrowsers, pause } from './porthole'

/** Colours of text and background: light, dark, in between, sepia, a link, and what a photograph has. */
const LOOKS = [
  ['#111111', '#ffffff'],
  ['#eeeeee', '#111111'],
  ['#ffffff', '#0d9488'],
  ['#ffffff', '#777777'],
  ['#000000', '#888888'],
  ['#5b4636', '#f4ecd8'],
  ['#0000ee', '#ffffff'],
  ['#ffffff', 'linear-gradient(90deg, #334455, #887755, #224433)'],
] as const

const ROW = 40

const html = `<style>body { margin: 0 } p { margin: 0; padding: 0 10px; font: 16px/${ROW}px sans-serif }</style>
  ${LOOKS.map(([color, background]) => `<p style="color: ${color}; background: ${background}">a.test:5432</p>`).join('')}`

/**
 * The contrast with its background that a third of each row's underline has at least, and of its best-painted pixel in
 * the text's own height: how well a mark and a focus can be seen (WCAG asks for 3).
 */
async function contrasts(page: Page): Promise<{ under: number[]; behind: number[] }> {
  const picture = await page.screenshot({ encoding: 'base64' })
  return page.evaluate(
    async (data, rows, height) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (!context) throw new Error('No canvas')
      context.drawImage(image, 0, 0)
      const linear = (value: number) => (value <= 10 ? value / 3295 : ((value / 255 + 0.055) / 1.055) ** 2.4)
      const luminance = ([r = 0, g = 0, b = 0]: Uint8ClampedArray) =>
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
      const at = (x: number, y: number) => luminance(context.getImageData(x, y, 1, 1).data)
      const best = (x: number, top: number, from: number, to: number) => {
        const ground = at(x, top + 3)
        const all = Array.from({ length: to - from }, (_, i) => at(x, top + from + i))
        return Math.max(...all.map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05)))
      }
      const third = (top: number, from: number, to: number) =>
        Array.from({ length: 70 }, (_, x) => best(x + 10, top, from, to)).sort((a, b) => b - a)[23] ?? 0
      const tops = Array.from({ length: rows }, (_, row) => row * height)
      return { under: tops.map((top) => third(top, 27, 34)), behind: tops.map((top) => third(top, 14, 34)) }
    },
    picture,
    LOOKS.length,
    ROW,
  )
}

inBothBrowsers('marks', (porthole) => {
  test.each(MARK_STYLES)('%s can be seen on any background', async (style) => {
    const tab = await porthole().tab()
    const own = await porthole().ownPage('popup.html')
    const set = (markStyle: string) =>
      own.evaluate((value) => {
        type Api = { storage: { sync: { set(items: object): Promise<void> } } }
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
        return (browser ?? chrome).storage.sync.set({ markStyle: value })
      }, markStyle)
    await set(style)
    await tab.page.setViewport({ width: 300, height: ROW * LOOKS.length })
    await tab.open({ html })
    await tab.page.bringToFront()
    expect((await tab.marks()).length).toBe(LOOKS.length)
    await pause(300)
    const { under } = await contrasts(tab.page)
    // A wave is painted thinner than its line.
    const least = style === 'wavy' ? 2.5 : 3
    expect(under.map((one, row) => (one < least ? `${LOOKS[row]?.join(' on ')}: ${one}` : ''))).toEqual(
      LOOKS.map(() => ''),
    )
    await set('dotted')
    await own.close()
    await tab.close()
  })

  test('dotted, and the one with the focus, can be seen in forced colours', async () => {
    const tab = await porthole().tab()
    await tab.page.setViewport({ width: 300, height: ROW * LOOKS.length })
    await tab.open({ html })
    await tab.marks()
    await porthole().emulate(tab.page, { forced: true })
    await tab.page.bringToFront()
    await pause(300)
    expect(Math.min(...(await contrasts(tab.page)).under)).toBeGreaterThanOrEqual(3)
    await tab.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('porthole') ?? [])]
      if (range) CSS.highlights.set('porthole-focus', new Highlight(range))
    })
    await pause(200)
    const [focused = 0] = (await contrasts(tab.page)).behind
    expect(focused).toBeGreaterThanOrEqual(3)
    await porthole().emulate(tab.page, {})
    await tab.close()
  })
})
