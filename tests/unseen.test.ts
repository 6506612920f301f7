import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

const TEXT = 'unseen.example:9200'

/** Pages on which the text is not to be seen where its rectangles are. */
const UNSEEN: readonly { name: string; html: string }[] = [
  { name: 'covered', html: `<p>${TEXT}</p><div style="position: fixed; inset: 60px 0 0; background: #fff8"></div>` },
  {
    name: 'covered by a picture',
    html: `<p style="position: relative">${TEXT}<img alt="" style="position: absolute; inset: 0; width: 100%; height: 100%"></p>`,
  },
  {
    name: 'covered by a link that is stretched',
    html: `<style>a::after { content: ''; position: absolute; inset: 0 }</style>
      <div style="position: relative"><p>${TEXT}</p><a href="#x">all of it</a></div>`,
  },
  {
    name: 'covered by what lies in a closed shadow root',
    html: `<p>${TEXT}</p><div id="it"></div><script>
      it.attachShadow({ mode: 'closed' }).innerHTML = '<div style="position: fixed; inset: 60px 0 0"></div>'
    </script>`,
  },
  {
    name: 'cut off at the side',
    html: `<p style="width: 50px; overflow: hidden; white-space: nowrap">a longer line with ${TEXT}</p>`,
  },
  { name: 'cut off below', html: `<div style="height: 20px; overflow: hidden">first<p>${TEXT}</p></div>` },
  {
    name: 'scrolled out',
    html: `<div style="height: 20px; overflow: auto; width: 300px">first<p style="margin-top: 40px">${TEXT}</p></div>`,
  },
  {
    name: 'for screen readers alone',
    html: `<div style="position: relative; height: 90px"><p style="position: absolute; width: 1px; height: 1px; margin: -1px;
      overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap">${TEXT}</p></div>`,
  },
  { name: 'clipped', html: `<p style="clip-path: inset(50%)">${TEXT}</p>` },
]

inBothBrowsers('text that is not seen', (porthole) => {
  test.each(UNSEEN)('opens no card where it is $name', async ({ html }) => {
    const tab = await porthole().tab()
    await tab.open({ html: `<div style="height: 50px">seen.example:5432</div>${html}` })
    await tab.marks()
    await tab.hover(TEXT)
    await pause(500)
    expect(await tab.page.$('porthole-card')).toBeNull()
    await tab.hover('seen.example:5432')
    expect(await tab.card('PostgreSQL')).toContain('PostgreSQL')
    await tab.close()
  })
})
