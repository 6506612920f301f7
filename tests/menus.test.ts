import { expect, test } from 'vitest'
import { command, dispatch, inFirefoxItself, opened } from './browser-surfaces'
import { inBothBrowsers, pause } from './porthole'
import { Tab } from './tab'

inBothBrowsers('menus and address bar, from the event that the browser sends,', (porthole) => {
  test.each([
    [{ menuItemId: 'look-up-selection', selectionText: ' 5432/tcp ' }, 'port.html#5432/tcp'],
    [{ menuItemId: 'look-up-selection', selectionText: 'it listens on port 6379.' }, 'port.html#6379'],
    [
      { menuItemId: 'look-up-selection', selectionText: 'open 22/tcp, and localhost:8080 too' },
      'popup.html?search=22%2C+8080',
    ],
    [{ menuItemId: 'look-up-selection', selectionText: 'postgres' }, 'popup.html?search=postgres'],
    [{ menuItemId: 'look-up-link', linkUrl: 'http://a.example:9200/x' }, 'port.html#9200'],
    [{ menuItemId: 'look-up-link', linkUrl: 'https://a.example/x' }, 'popup.html?noPort=https&search=443'],
    [{ menuItemId: 'look-up-link', linkUrl: 'mailto:a@b.example' }, 'popup.html?noPort=mailto'],
  ])('the menu with %j opens %s', async (info, address) => {
    const { page, at } = await opened(porthole(), () => dispatch(porthole(), 'menu', info))
    expect(at).toBe(address)
    await page.close()
  })

  test('a link without a port is told kindly, with the port that its scheme means', async () => {
    const page = await porthole().ownPage('popup.html?noPort=https&search=443')
    await pause(600)
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).toContain('That link names no port. Its scheme, https, means this one:')
    expect(text).toContain('443')
    await page.close()
  })

  test.each([
    ['5432', 'port.html#5432'],
    ['53/udp', 'port.html#53/udp'],
    ['postgres', 'port.html#5432'],
    ['zzzzqqqq', 'popup.html?search=zzzzqqqq'],
  ])('the address bar with %j opens %s', async (typed, address) => {
    const { page, at } = await opened(porthole(), () => dispatch(porthole(), 'addressBar', typed, 'newForegroundTab'))
    expect(at.replace(/\/tcp$/, '')).toBe(address)
    await page.close()
  })

  test('the first-run page lets one try a hover and the keys', async () => {
    const page = await porthole().ownPage('welcome.html')
    const tab = new Tab(page)
    expect((await tab.marks()).slice(0, 3)).toEqual(['localhost:5432', '6379', 'localhost:3000'])
    await tab.hover('localhost:5432')
    expect(await tab.card('PostgreSQL')).toMatch(/5432.*PostgreSQL.*Registered.*In practice/)
    await page.keyboard.press('Escape')
    expect(await tab.cardGone()).toBe(true)
    await page.mouse.move(1, 1)
    await command(porthole(), page, 'next-mention')
    expect(await tab.card('5432')).toContain('PostgreSQL')
    await command(porthole(), page, 'next-mention')
    expect(await tab.card('6379')).toContain('Redis')
    expect(await page.evaluate(() => document.body.innerText)).toMatch(/Or press .*Shift.* to go to the next port/)
    await page.close()
  })

  test('Firefox names the port in the entry on a link, as its menu opens', async () => {
    // Chromium can neither retitle an entry as its menu opens nor tell when it does.
    if (porthole().kind !== 'firefox') return
    const tab = await porthole().tab()
    await tab.open({
      html: '<p><a href="http://a.example:9200/x">one</a></p><p><a href="http://b.example/">two</a></p>',
    })
    await tab.page.bringToFront()
    const entryOn = async (text: string) => {
      const { x, y } = await tab.pointOf(text)
      await tab.page.mouse.click(x, y, { button: 'right' })
      await pause(700)
      return inFirefoxItself(
        porthole(),
        `(() => {
          const menu = document.getElementById('contentAreaContextMenu')
          const entries = [...menu.querySelectorAll('menuitem')].filter(({ id, hidden }) => id.startsWith('porthole') && !hidden)
          menu.hidePopup()
          return entries.map(({ label }) => label).join()
        })()`,
      )
    }
    expect(await entryOn('one')).toBe('Look up this link’s port: 9200')
    expect(await entryOn('two')).toBe('Look up this link’s port')
    await tab.close()
  })

  test('the command for this site switches it off and on again', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>toggle.example:9200</p>' })
    expect(await tab.marks()).toEqual(['toggle.example:9200'])
    await command(porthole(), tab.page, 'toggle-site')
    await pause(300)
    expect(await tab.marks()).toEqual([])
    await command(porthole(), tab.page, 'toggle-site')
    await pause(300)
    expect(await tab.marks()).toEqual(['toggle.example:9200'])
    await tab.close()
  })

  test('the keys that open the popup, step and switch are shown in the options', async () => {
    const page = await porthole().ownPage('options.html')
    await page.waitForSelector('.keys div:nth-child(5)')
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.keys > div')].map(({ innerText }) => innerText.replace(/\s+/g, ' ')),
    )
    expect(lines.join('\n')).toMatch(/popup|toolbar button/i)
    expect(lines.join('\n')).toMatch(/Switch Porthole off or on for this site not set/)
    await page.close()
  })
})
