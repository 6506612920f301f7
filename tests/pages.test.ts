import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

const MARKED = 'strict.example:8443'

/** Pages on which nothing may go wrong, and what is to be marked there; scripts run before and after the text. */
const PAGES: readonly { name: string; html: string; headers?: Record<string, string>; marks: readonly string[] }[] = [
  {
    name: 'a policy that forbids everything',
    html: `<p>${MARKED}</p>`,
    headers: { 'content-security-policy': "default-src 'none'" },
    marks: [MARKED],
  },
  {
    name: 'a policy that requires trusted types',
    html: `<p>${MARKED}</p>`,
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    marks: [MARKED],
  },
  {
    name: 'a page that overrides what we use',
    html: `<script>
      for (const name of ['push', 'map', 'filter', 'flatMap', 'includes']) Array.prototype[name] = () => { throw new Error('page') }
      window.MutationObserver = window.StaticRange = window.Highlight = function () { throw new Error('page') }
      Node.prototype.contains = Element.prototype.matches = () => { throw new Error('page') }
    </script><p>${MARKED}</p>`,
    marks: [MARKED],
  },
  {
    name: 'XHTML with a CDATA section',
    html: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body><p>${MARKED}</p><p><![CDATA[cdata.example:9200]]></p></body></html>`,
    headers: { 'content-type': 'application/xhtml+xml' },
    marks: [MARKED, 'cdata.example:9200'],
  },
  {
    name: 'a picture',
    html: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${MARKED}</text></svg>`,
    headers: { 'content-type': 'image/svg+xml' },
    marks: [],
  },
  {
    name: 'XML without HTML',
    html: `<list><item>${MARKED}</item></list>`,
    headers: { 'content-type': 'application/xml' },
    marks: [],
  },
  { name: 'plain text', html: `one ${MARKED} two\n`, headers: { 'content-type': 'text/plain' }, marks: [MARKED] },
  {
    name: 'a document without a body',
    html: `<p></p><script>document.body.remove(); document.documentElement.append('${MARKED}')</script>`,
    marks: [MARKED],
  },
  {
    name: 'a page that is written anew after it was loaded',
    html: `<p>old.example:1111</p><script>
      addEventListener('load', () => setTimeout(() => { document.open(); document.write('<p>${MARKED}</p>'); document.close() }, 300))
    </script>`,
    marks: [MARKED],
  },
  {
    name: 'a page that deletes all highlights now and then',
    html: `<p id="a">${MARKED}</p><script>setTimeout(() => {
      CSS.highlights.clear()
      document.getElementById('a').after(document.createElement('hr'))
    }, 500)</script>`,
    marks: [MARKED],
  },
  {
    name: 'a page in design mode',
    html: `<p>${MARKED}</p><script>document.designMode = 'on'</script>`,
    marks: [],
  },
  {
    name: 'elements nested tens of thousands deep',
    html: `<p>${MARKED}</p><script>
      // In pieces: each insertion takes the browsers as long as it is deep. Firefox itself ends at 50,000.
      const deep = navigator.userAgent.includes('Firefox') ? 10_000 : 50_000
      const root = document.createElement('div')
      root.style.display = 'none' // browsers cannot lay this out themselves
      let end = root
      for (let piece = 0; piece < deep / 250; piece++) {
        const top = document.createElement('div')
        let at = top
        for (let i = 1; i < 250; i++) at = at.appendChild(document.createElement(i % 2 ? 'span' : 'div'))
        at.append('x ' + piece + ' ')
        end.append(top)
        end = at
      }
      document.body.append(root)
    </script>`,
    marks: [MARKED],
  },
  {
    name: 'a custom element that is defined late',
    html: `<late-box></late-box><script>setTimeout(() => customElements.define('late-box', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>${MARKED}</p>' }
    }), 600)</script>`,
    marks: [MARKED],
  },
]

inBothBrowsers('special pages', (porthole) => {
  test.each(PAGES)('$name', async ({ html, headers, marks }) => {
    const tab = await porthole().tab()
    const messages: string[] = []
    tab.page.on('console', (message) => messages.push(message.text()))
    tab.page.on('pageerror', (error) => messages.push(String(error)))
    await tab.open({ html, ...(headers && { headers }) })
    await pause(900)
    expect(await marksHere(tab.page)).toEqual(marks)
    // Neither the site nor a strict page has an icon.
    expect(messages.filter((message) => !/404|favicon/.test(message))).toEqual([])
    await tab.close()
  })

  test('frames of every kind are marked, and removing them mid-way harms nothing', async () => {
    const tab = await porthole().tab()
    await tab.open({
      html: `<iframe srcdoc="<p>srcdoc.example:1001</p>"></iframe>
        <iframe sandbox srcdoc="<p>sandbox.example:1002</p>"></iframe>
        <iframe src="data:text/html,<p>data.example:1003</p>"></iframe>
        <iframe id="blank"></iframe>
        <script>
          const { contentDocument } = document.getElementById('blank')
          contentDocument.body.append('blank.example:1004')
          for (let i = 0; i < 30; i++) document.body.appendChild(document.createElement('iframe')).srcdoc = '<p>gone.example:99</p>'
          setTimeout(() => document.querySelectorAll('iframe:nth-of-type(n+5)').forEach((frame) => frame.remove()), 20)
        </script>`,
    })
    await pause(1200)
    const found = await Promise.all(tab.page.frames().map((frame) => marksHere(frame).catch(() => [])))
    expect(found.flat().sort()).toEqual([
      'blank.example:1004',
      'data.example:1003',
      'sandbox.example:1002',
      'srcdoc.example:1001',
    ])
    await tab.close()
  })

  test('a page that comes back from the back/forward cache is marked and follows changes', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p id="a">back.example:8080</p>' })
    expect(await tab.marks()).toEqual(['back.example:8080'])
    await tab.open({ html: '<p>other.example:9090</p>' })
    // goBack of the test driver does not end in Firefox.
    await tab.page.evaluate('setTimeout(() => history.back())')
    await pause(1000)
    expect(await tab.marks()).toEqual(['back.example:8080'])
    await tab.page.evaluate(() => {
      const a = document.getElementById('a')
      if (a) a.textContent = 'forth.example:8081'
    })
    expect(await tab.marks()).toEqual(['forth.example:8081'])
    await tab.close()
  })
})

/** What is marked in a frame. Uses none of the methods that one of the pages breaks. */
function marksHere(frame: { evaluate<T>(work: () => T): Promise<T> }): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = []
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('porthole')) continue
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        found[found.length] = range.toString()
      }
    }
    return found
  })
}
