import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

/** Documents in which marks could go astray by how the text is shown or sent. */
const SENT = [
  // Firefox's own viewer admits no content script; its driver has it show the text instead.
  { name: 'JSON', html: '{ "url": "json.example:8443" }', type: 'application/json', marks: ['json.example:8443'] },
  {
    name: 'right-to-left text',
    html: '<p dir="rtl">שלום rtl.example:8443 עולם</p>',
    type: 'text/html',
    marks: ['rtl.example:8443'],
  },
  {
    name: 'vertical text',
    html: '<p style="writing-mode: vertical-rl">縦 down.example:8443 書</p>',
    type: 'text/html',
    marks: ['down.example:8443'],
  },
] as const

inBothBrowsers('documents', (porthole) => {
  test.each(SENT)('$name is marked as it should be', async ({ html, type, marks }) => {
    const tab = await porthole().tab()
    await tab.open({ html, headers: { 'content-type': `${type}; charset=utf-8` } })
    expect(await tab.marks()).toEqual(marks)
    await tab.close()
  })

  test('a picture and XML stay as they were sent', async () => {
    const tab = await porthole().tab()
    for (const [type, html] of [
      ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">svg.example:8443</text></svg>'],
      ['application/xml', '<list><item>xml.example:8443</item></list>'],
    ] as const) {
      await tab.open({ html, headers: { 'content-type': type } })
      await pause(400)
      const now = await tab.page.evaluate(() => new XMLSerializer().serializeToString(document.documentElement))
      if (type.startsWith('image')) expect(now).toBe(html)
      expect(await tab.page.evaluate(() => [...CSS.highlights].length)).toBe(0)
    }
    await tab.close()
  })

  test('many frames are all marked', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<p>outer.example:1001</p>`,
    })
    await tab.marks()
    await tab.page.evaluate(`{
      const many = document.createDocumentFragment()
      for (let i = 0; i < 60; i++) many.append(document.createElement('iframe'))
      document.body.append(many)
      for (const { contentDocument } of document.querySelectorAll('iframe')) contentDocument.body.append('inner.example:1002')
    }; 0`)
    const counted = () =>
      tab.page.evaluate(() => {
        let marked = 0
        for (const { contentWindow } of document.querySelectorAll('iframe'))
          marked += (contentWindow as unknown as typeof globalThis).CSS.highlights.get('porthole')?.size ?? 0
        return marked
      })
    await expect.poll(counted, { timeout: 20_000, interval: 500 }).toBe(60)
    expect(await tab.marksNow()).toEqual(['outer.example:1001'])
    await tab.close()
  })

  test('what is on the screen of a large page is marked before the rest', async () => {
    const tab = await porthole().tab()
    const paragraphs = Array.from({ length: 6000 }, (_, i) => `<p id="p${i}">host-${i}.example:${1024 + i}</p>`)
    await tab.open({
      html: `<script>
          const look = () => {
            const ranges = [...CSS.highlights].flatMap(([, highlight]) => [...highlight])
            if (ranges.some(({ startContainer }) => startContainer.parentElement.id === 'p4000')) window.before = ranges.length
            else setTimeout(look)
          }
          look()
        </script>${paragraphs.join('')}<script>document.getElementById('p4000').scrollIntoView()</script>`,
    })
    await expect.poll(() => tab.page.evaluate('window.before'), { timeout: 10_000 }).toBeLessThan(2000)
    await tab.close()
  })

  test('nothing is marked on paper', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>paper.example:8443</p>' })
    await tab.marks()
    const line = () =>
      tab.page.evaluate(
        () => getComputedStyle(document.querySelector('p') as Element, '::highlight(porthole)').textDecorationLine,
      )
    expect(await line()).toBe('underline')
    const printed = await tab.page.evaluate(() => {
      const lines: string[] = []
      const look = () =>
        lines.push(getComputedStyle(document.querySelector('p') as Element, '::highlight(porthole)').textDecorationLine)
      matchMedia('print').addEventListener('change', look)
      ;(globalThis as unknown as { lines: string[] }).lines = lines
      return 0
    })
    expect(printed).toBe(0)
    await tab.page.pdf()
    await pause(200)
    expect(await tab.page.evaluate('lines[0]')).toBe('none')
    await tab.close()
  })

  test('a card that is open is not on paper', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>paper.example:5432</p>' })
    await tab.marks()
    await tab.hover('paper.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    await tab.page.evaluate(`displays = []
      matchMedia('print').addEventListener('change', () => displays.push(getComputedStyle(document.querySelector('porthole-card')).display))`)
    await tab.page.pdf()
    await pause(200)
    expect(await tab.page.evaluate('displays[0]')).toBe('none')
    await tab.close()
  })

  test('forced colours leave the marks, and the card its words', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>forced.example:5432</p>' })
    await porthole().emulate(tab.page, { forced: true })
    expect(await tab.marks()).toEqual(['forced.example:5432'])
    const line = await tab.page.evaluate(
      () => getComputedStyle(document.querySelector('p') as Element, '::highlight(porthole)').textDecorationLine,
    )
    expect(line).toBe('underline')
    await tab.hover('forced.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    await porthole().emulate(tab.page, {})
    await tab.close()
  })

  test('at a browser zoom of 200% the card opens where the pointer is', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p style="margin: 100px">zoomed.example:5432</p>' })
    await tab.marks()
    const own = await porthole().ownPage('popup.html')
    const zoom = (factor: number) =>
      own.evaluate(
        async (url, by) => {
          type Api = {
            tabs: {
              query(of: object): Promise<{ id: number; url?: string }[]>
              setZoom(id: number, by: number): Promise<void>
            }
          }
          const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
          const { tabs } = browser ?? chrome
          const shown = (await tabs.query({})).find((one) => one.url === url)
          if (shown) await tabs.setZoom(shown.id, by)
        },
        tab.page.url(),
        factor,
      )
    await zoom(2)
    await tab.page.bringToFront()
    await pause(400)
    expect(await tab.page.evaluate('devicePixelRatio')).toBe(2)
    await tab.page.evaluate(
      `addEventListener('pointermove', ({ clientX, clientY }) => { window.seen = [clientX, clientY] })`,
    )
    await tab.page.mouse.move(100, 100)
    await pause(100)
    // What the driver calls 100 px is that many on the screen in one browser, and on the page in the other.
    const [seen] = (await tab.page.evaluate('seen')) as [number]
    const { x, y } = await tab.pointOf('zoomed.example:5432')
    await tab.page.mouse.move((x * 100) / seen, (y * 100) / seen, { steps: 4 })
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    const [above, below] = (await tab.page.evaluate(() => {
      const { top } = (document.querySelector('porthole-card') as Element).getBoundingClientRect()
      const { bottom } = (document.querySelector('p') as Element).getBoundingClientRect()
      return [bottom, top]
    })) as [number, number]
    expect(Math.abs(below - above)).toBeLessThan(20)
    await zoom(1)
    await own.close()
    await tab.close()
  })
})
