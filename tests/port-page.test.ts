import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

/** Waits until something holds in the page; tells whether it came about. */
async function until(page: Page, holds: () => boolean): Promise<boolean> {
  for (let rounds = 0; rounds < 60; rounds++) {
    if (await page.evaluate(holds)) return true
    await pause(50)
  }
  return false
}

const article = (page: Page) => until(page, () => document.querySelectorAll('main section').length > 5)
const heading = (page: Page) => page.evaluate(() => document.querySelector('h1')?.textContent ?? '')
/** All words of the document, folded ones too. */
const words = (page: Page) => page.evaluate(() => document.querySelector('main')?.textContent ?? '')
const text = (page: Page, selector: string) =>
  page.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector)

async function go(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, fragment)
  await pause(250)
}

inBothBrowsers('port page', (porthole) => {
  test('tells the whole story of a registered port that nobody uses', async () => {
    const page = await porthole().ownPage('port.html#2909')
    expect(await article(page)).toBe(true)
    expect(await heading(page)).toBe('Port 2909: Funk Dialout')
    expect(await page.title()).toBe('Port 2909: Funk Dialout')
    const all = await words(page)
    for (const said of [
      'Cimarron Boozer',
      'Expert Review',
      'Almost certainly not Funk Dialout',
      'sudo ss -lnp -u',
      'Get-NetUDPEndpoint',
      'python3 -c',
      'Do I need root',
      'From 1024 up, any program may listen',
    ]) {
      expect(all).toContain(said)
    }
    expect(await text(page, '.trail')).toMatch(/Ports.*Registered ports.*2909/)
    await page.close()
  })

  test.each([
    ['909', 'Port 909: unassigned', 'IETF Review or IESG Approval'],
    ['6000', 'Ports 6000–6063: X11 (X Window System)', 'Port 6000 is one of the 64 numbers'],
    ['6005', 'Ports 6000–6063: X11 (X Window System)', 'Port 6005 is one of the 64 numbers'],
    ['6000-6063', 'Ports 6000–6063: X11 (X Window System)', 'X Window System'],
    ['8000-8010', 'Ports 8000–8010', 'What is known in this range'],
    ['49152', 'Port 49152', 'IANA assigns none of them'],
    ['0', 'Port 0: reserved', 'no program can listen on port 0'],
    ['22', 'Port 22: SSH', 'CAP_NET_BIND_SERVICE'],
  ])('#%s: %s', async (fragment, title, said) => {
    const page = await porthole().ownPage(`port.html#${fragment}`)
    expect(await until(page, () => document.querySelector('main h2') !== null)).toBe(true)
    expect(await heading(page)).toContain(title)
    expect(await words(page)).toContain(said)
    expect(await words(page)).not.toMatch(/undefined|page_/)
    await page.close()
  })

  test.each([
    ['99999', 'the highest is 65535'],
    ['-1', 'the lowest is 0'],
    ['abc', '“abc” is not a port'],
    ['22/xyz', 'no protocol called “xyz”'],
    ['90-80', 'from its lower port to its higher one'],
  ])('#%s gets a clear sentence and a field to look up', async (fragment, said) => {
    const page = await porthole().ownPage(`port.html#${fragment}`)
    expect(await until(page, () => document.querySelector('.lead') !== null)).toBe(true)
    expect(await text(page, '.lead')).toContain(said)
    expect(await page.$('input[role=combobox]')).not.toBeNull()
    await page.close()
  })

  test('the protocol in the fragment comes first', async () => {
    const page = await porthole().ownPage('port.html#53/udp')
    expect(await article(page)).toBe(true)
    expect(await text(page, '.commands pre')).toMatch(/-lnp -u|iUDP|UDPEndpoint/)
    await page.close()
  })

  test('goes to the next port, to a looked-up one, and back', async () => {
    const page = await porthole().ownPage('port.html#22')
    expect(await article(page)).toBe(true)
    await page.evaluate(() => document.querySelector<HTMLElement>('.steps a:last-child')?.click())
    expect(await until(page, () => document.title === 'Port 23: Telnet')).toBe(true)
    await page.focus('input[role=combobox]')
    await page.keyboard.type('postgres')
    expect(await until(page, () => document.querySelector('[role=option]') !== null)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await until(page, () => document.title === 'Port 5432: PostgreSQL')).toBe(true)
    await page.evaluate(() => history.back())
    expect(await until(page, () => document.title === 'Port 23: Telnet')).toBe(true)
    await page.close()
  })

  test('keeps a note as it is typed, for its own port', async () => {
    const page = await porthole().ownPage('port.html#10309')
    expect(await article(page)).toBe(true)
    await page.focus('.note textarea')
    await page.keyboard.type('the label printer')
    expect(await until(page, () => document.querySelector('.note [role=status]')?.textContent === 'Saved.')).toBe(true)
    await go(page, '#10310')
    expect(await until(page, () => document.querySelector<HTMLTextAreaElement>('.note textarea')?.value === '')).toBe(
      true,
    )
    await page.close()
    const again = await porthole().ownPage('port.html#10309')
    expect(
      await until(
        again,
        () => document.querySelector<HTMLTextAreaElement>('.note textarea')?.value === 'the label printer',
      ),
    ).toBe(true)
    await again.close()
  })

  test('has a correction ready', async () => {
    const page = await porthole().ownPage('port.html#2909')
    expect(await article(page)).toBe(true)
    const correction = await page.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('.wrong textarea')?.value ?? '',
    )
    expect(correction).toContain('Correction for port 2909')
    expect(correction).toContain('funk-dialout (Funk Dialout)')
    await page.close()
  })

  test('the map can be walked with the keyboard, across its edge, and opens a port', async () => {
    const page = await porthole().ownPage('port.html#22')
    expect(await article(page)).toBe(true)
    const labelOf = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await page.focus('.map .grid a[tabindex="0"]')
    expect(await labelOf()).toContain('22')
    await page.keyboard.press('ArrowRight')
    await pause(60)
    expect(await labelOf()).toMatch(/^23: /)
    await page.keyboard.press('End')
    await pause(60)
    await page.keyboard.press('ArrowRight')
    await pause(100)
    expect(await labelOf()).toMatch(/^128: /)
    await page.focus('.map .grid a[data-port="143"]')
    await page.keyboard.press('Enter')
    expect(await until(page, () => document.title.startsWith('Port 143: '))).toBe(true)
    await page.close()
  })

  test('a click on the whole space shows that part of it', async () => {
    const page = await porthole().ownPage('port.html#22')
    expect(await article(page)).toBe(true)
    const slider = await page.$('.map [role=slider]')
    await slider?.scrollIntoView()
    const box = await slider?.boundingBox()
    if (!box) throw new Error('no map')
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height / 2)
    await pause(400)
    const first = Number(await page.evaluate(() => document.querySelector<HTMLElement>('.grid a')?.dataset['port']))
    expect(Math.abs(first - 32_768)).toBeLessThan(512)
    await page.close()
  })

  test('fits a phone', async () => {
    const page = await porthole().ownPage('port.html#8080')
    await page.setViewport({ width: 320, height: 640 })
    for (const fragment of ['#8080', '#443', '#909', '#6000', '#8000-8010', '#abc']) {
      await go(page, fragment)
      await until(page, () => document.querySelector('.lead') !== null)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, fragment).toBeLessThanOrEqual(0)
    }
    await page.close()
  })

  test('everything is unfolded on paper', async () => {
    const page = await porthole().ownPage('port.html#22')
    expect(await article(page)).toBe(true)
    const folded = () => page.evaluate(() => document.querySelectorAll('details:not([open])').length)
    const before = await folded()
    expect(before).toBeGreaterThan(3)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await folded()).toBe(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await folded()).toBe(before)
    await page.close()
  })

  test('the background may be stopped between two ports', async () => {
    const page = await porthole().ownPage('port.html#22')
    expect(await article(page)).toBe(true)
    await porthole().stopBackground()
    await go(page, '#5432')
    expect(await until(page, () => document.title === 'Port 5432: PostgreSQL')).toBe(true)
    await page.close()
  })
})
