import { expect, test } from 'vitest'
import { inBothBrowsers } from './porthole'

inBothBrowsers('marks', (porthole) => {
  test('each kind of mention is marked, and nothing else', async () => {
    const tab = await porthole().tab()
    await tab.open('mentions.html')
    expect(await tab.marks()).toEqual([
      'localhost:5432',
      'panel.example:8088',
      '22',
      '80',
      '443',
      '6000-6063',
      '53/udp',
      '2222',
      '8080',
      '80',
      '3000',
      'redis.example:6379',
      '9092',
    ])
    await tab.close()
  })

  test('a mention in an open shadow root, a closed one of a custom element and a frame is marked', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<my-box></my-box><div id="open"></div><iframe srcdoc="<p>framed.example:8443</p>"></iframe>
        <script>
          document.getElementById('open').attachShadow({ mode: 'open' }).innerHTML = '<p>open.example:8081</p>'
          customElements.define('my-box', class extends HTMLElement {
            constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>closed.example:8082</p>' }
          })
        </script>`,
    })
    expect((await tab.marks()).sort()).toEqual(['closed.example:8082', 'open.example:8081'])
    const framed = () =>
      tab.page
        .frames()
        .at(-1)
        ?.evaluate(() => [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0))
    await expect.poll(framed, { timeout: 10_000 }).toBe(1)
    await tab.close()
  })

  test('text that is added, changed or removed later is followed', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p id="a">first.example:1001</p><ul id="b"></ul>' })
    expect(await tab.marks()).toEqual(['first.example:1001'])
    await tab.page.evaluate(() => {
      const item = document.createElement('li')
      item.textContent = 'second.example:1002'
      document.getElementById('b')?.append(item)
    })
    expect(await tab.marks()).toEqual(['first.example:1001', 'second.example:1002'])
    await tab.page.evaluate(() => {
      const text = document.getElementById('a')?.firstChild as Text
      text.data = 'now it is third.example:1003'
    })
    expect(await tab.marks()).toEqual(['third.example:1003', 'second.example:1002'])
    await tab.page.evaluate(() => document.getElementById('a')?.remove())
    expect(await tab.marks()).toEqual(['second.example:1002'])
    await tab.close()
  })

  test('a span that is put between two pieces of text joins or parts them', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p id="a">joined.example</p>' })
    expect(await tab.marks()).toEqual([])
    await tab.page.evaluate(() => {
      const port = document.createElement('span')
      port.textContent = ':1004'
      document.getElementById('a')?.append(port)
    })
    expect(await tab.marks()).toEqual(['joined.example:1004'])
    await tab.page.evaluate(() => document.querySelector('#a span')?.remove())
    expect(await tab.marks()).toEqual([])
    await tab.close()
  })

  test('text that becomes editable loses its marks and gets them back', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p id="a">edit.example:1005</p>' })
    expect(await tab.marks()).toEqual(['edit.example:1005'])
    await tab.page.evaluate(() => document.getElementById('a')?.setAttribute('contenteditable', ''))
    expect(await tab.marks()).toEqual([])
    await tab.page.evaluate(() => document.getElementById('a')?.removeAttribute('contenteditable'))
    expect(await tab.marks()).toEqual(['edit.example:1005'])
    await tab.close()
  })
})

const PAGES = ['mentions.html']
const serialized = new Map<string, string>()
const serialize = () => new XMLSerializer().serializeToString(document) + document.documentElement.outerHTML

inBothBrowsers(
  'without Porthole',
  (browser) => {
    test.each(PAGES)('%s is serialized', async (path) => {
      const tab = await browser().tab()
      await tab.open(path)
      expect(await tab.marks()).toEqual([])
      serialized.set(`${browser().kind} ${path}`, await tab.page.evaluate(serialize))
      await tab.close()
    })
  },
  null,
)

inBothBrowsers('with Porthole', (porthole) => {
  test.each(PAGES)('%s is the same to the byte, also after a card was open', async (path) => {
    const tab = await porthole().tab()
    await tab.open(path)
    expect(await tab.marks()).not.toEqual([])
    const without = serialized.get(`${porthole().kind} ${path}`)
    expect(without).toBeDefined()
    expect(await tab.page.evaluate(serialize)).toBe(without)
    await tab.hover('localhost:5432')
    expect(await tab.card('5432')).toContain('5432')
    await tab.page.mouse.move(900, 600, { steps: 3 })
    expect(await tab.cardGone()).toBe(true)
    expect(await tab.page.evaluate(serialize)).toBe(without)
    await tab.close()
  })
})
