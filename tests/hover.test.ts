import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'
import type { Tab } from './tab'

const TEXT = 'exact.example:5432'

/** Each puts the text into a page where rectangles are not what they seem. */
const LAYOUTS: readonly { name: string; html: string }[] = [
  { name: 'wrapped lines', html: `<p style="width: 9ch; word-break: break-all; font: 20px monospace">${TEXT}</p>` },
  {
    name: 'an inline-block',
    html: `<p>some <span style="display: inline-block; padding: 12px">${TEXT}</span> more</p>`,
  },
  {
    name: 'columns',
    html: `<div style="columns: 2; width: 600px; height: 60px; column-fill: auto"><p>one<br>two<p>three ${TEXT}</div>`,
  },
  { name: 'a transform', html: `<p style="transform: translate(200px, 150px) scale(1.7); width: 250px">${TEXT}</p>` },
  { name: 'a rotation', html: `<p style="transform: rotate(90deg); width: 180px; margin: 150px">${TEXT}</p>` },
  { name: 'a zoomed container', html: `<div style="zoom: 2.5"><p>${TEXT}</p></div>` },
  { name: 'a zoomed document', html: `<style>:root { zoom: 1.6 }</style><p>${TEXT}</p>` },
  {
    name: 'a scrolled container',
    html: `<div id="box" style="height: 90px; overflow: auto; border: 9px solid"><p style="height: 400px">x<p>${TEXT}<p style="height: 400px"></div>
      <script>box.scrollTop = 400</script>`,
  },
  {
    name: 'a shadow root',
    html: `<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<p>in here <b>${TEXT}</b></p>'</script>`,
  },
  { name: 'right-to-left text', html: `<p dir="rtl">שלום ${TEXT} עולם</p>` },
  { name: 'vertical text', html: `<p style="writing-mode: vertical-rl; height: 300px">縦 ${TEXT} 書</p>` },
]

/** The middle of each line of the mention, and points a little before and after them. */
const placesOf = (tab: Tab) =>
  tab.page.evaluate(() => {
    const [mark] = [...(CSS.highlights.get('porthole') ?? [])] as unknown as StaticRange[]
    if (!mark) throw new Error('Nothing is marked')
    const range = document.createRange()
    range.setStart(mark.startContainer, mark.startOffset)
    range.setEnd(mark.endContainer, mark.endOffset)
    const rects = [...range.getClientRects()]
    const at = (rect: DOMRect | undefined, x: number, y: number) =>
      rect && {
        x: rect.left + rect.width / 2 + x * (rect.width / 2 + 6),
        y: rect.top + rect.height / 2 + y * (rect.height / 2 + 6),
      }
    const all = new DOMRect(
      Math.min(...rects.map(({ left }) => left)),
      Math.min(...rects.map(({ top }) => top)),
      Math.max(...rects.map(({ right }) => right)) - Math.min(...rects.map(({ left }) => left)),
      Math.max(...rects.map(({ bottom }) => bottom)) - Math.min(...rects.map(({ top }) => top)),
    )
    return {
      on: rects.length > 1 ? [at(rects[0], 0, 0), at(rects.at(-1), 0, 0)] : [at(rects[0], 0, 0)],
      off: [at(all, 0, -1), at(all, -1, 0), at(all, 1, 0)],
    }
  })

/** Takes the pointer to where there is nothing, and waits until no card is left. */
async function goAway(tab: Tab): Promise<void> {
  await tab.page.mouse.move(960, 690, { steps: 2 })
  expect(await tab.cardGone()).toBe(true)
}

inBothBrowsers('hovering', (porthole) => {
  test.each(LAYOUTS)('is exact in $name', async ({ html }) => {
    const tab = await porthole().tab()
    await tab.open({ html })
    expect(await tab.marks()).toEqual([TEXT])
    const { on, off } = await placesOf(tab)
    for (const place of on) {
      if (!place) continue
      await tab.page.mouse.move(place.x, place.y, { steps: 2 })
      expect(await tab.card('PostgreSQL'), JSON.stringify(place)).toContain('PostgreSQL')
      await goAway(tab)
    }
    for (const place of off) {
      if (!place || place.x < 0 || place.y < 0) continue
      await tab.page.mouse.move(place.x, place.y, { steps: 2 })
      await pause(280)
      expect(await tab.page.$('porthole-card'), JSON.stringify(place)).toBeNull()
    }
    await tab.close()
  })

  test('tells two mentions that touch apart', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<pre style="font: 30px monospace">docker run -p 8080:80 web</pre>' })
    expect(await tab.marks()).toEqual(['8080', '80'])
    await tab.hover('8080')
    expect(await tab.card('8080 on the host')).toMatch(/^8080/)
    const { x, y } = await tab.pointOf('80 web')
    await tab.page.mouse.move(x - 36, y, { steps: 5 })
    await expect.poll(() => tab.card(), { timeout: 2000 }).toMatch(/^80 /)
    await tab.close()
  })

  test('opens nothing on the way, with a button down, or while one types', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p style="margin: 60px">intent.example:5432</p><input>' })
    await tab.marks()
    const { x, y } = await tab.pointOf('intent.example:5432')
    await tab.page.mouse.move(x, y - 40)
    await tab.page.mouse.move(x, y + 60, { steps: 6 })
    await tab.page.mouse.move(x, y + 60)
    await tab.page.mouse.down()
    await tab.page.mouse.move(x, y, { steps: 4 })
    await pause(500)
    expect(await tab.page.$('porthole-card')).toBeNull()
    await tab.page.mouse.up()
    await tab.page.mouse.move(x, y + 60, { steps: 4 })
    await tab.page.click('input')
    await Promise.all([tab.page.mouse.move(x, y), tab.page.keyboard.type('typing away', { delay: 30 })])
    expect(await tab.page.evaluate(`document.querySelector('input').value`)).toBe('typing away')
    expect(await tab.page.$('porthole-card')).toBeNull()
    await tab.close()
  })

  test('goes from one mention to the next with a card open all the while', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<p>one.example:5432 two.example:6379</p><script>
        gone = 0
        new MutationObserver((records) => {
          for (const { removedNodes } of records) for (const node of removedNodes) if (node.localName === 'porthole-card') gone++
        }).observe(document, { childList: true, subtree: true })
      </script>`,
    })
    await tab.marks()
    await tab.hover('one.example:5432')
    await tab.card('PostgreSQL')
    const { x, y } = await tab.pointOf('two.example:6379')
    await tab.page.mouse.move(x, y, { steps: 6 })
    expect(await tab.card('Redis')).toContain('Redis')
    expect(await tab.page.evaluate('gone')).toBe(0)
    await tab.close()
  })

  test('a tap opens the card, but not where it does something else', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<p>tap.example:5432</p><p><a href="#there">link.example:6379</a></p><p><button>button.example:9200</button></p>
        <p id="own">own.example:3306</p><script>own.onclick = (event) => event.preventDefault()</script>`,
    })
    await tab.marks()
    const tap = async (text: string) => {
      const { x, y } = await tab.pointOf(text)
      await tab.page.touchscreen.tap(x, y)
    }
    await tap('tap.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    await tab.page.touchscreen.tap(900, 650)
    expect(await tab.cardGone()).toBe(true)
    for (const text of ['link.example:6379', 'button.example:9200', 'own.example:3306']) {
      await tap(text)
      await pause(400)
      expect(await tab.page.$('porthole-card'), text).toBeNull()
    }
    expect(await tab.page.evaluate('location.hash')).toBe('#there')
    await tab.close()
  })
})
