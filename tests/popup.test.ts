import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { inBothBrowsers, pause } from './porthole'

async function type(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.querySelector('input')
    input?.focus()
    input?.select()
  })
  await page.keyboard.press('Backspace')
  await page.keyboard.type(text)
  await pause(250)
}

const words = (page: Page) => page.evaluate(() => document.body.innerText)
const optionsNow = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent ?? ''))

/** The lines of results, once there are any and they have stopped changing. */
async function options(page: Page): Promise<string[]> {
  let last = await optionsNow(page)
  for (let rounds = 0, same = 0; rounds < 25 && same < 3; rounds++) {
    await pause(60)
    const now = await optionsNow(page)
    same = now.length > 0 && now.join() === last.join() ? same + 1 : 0
    last = now
  }
  return last
}

inBothBrowsers('popup', (porthole) => {
  test('has the cursor in the field, and looks up by number and by name', async () => {
    const page = await porthole().ownPage('popup.html')
    await page.keyboard.type('5432')
    await pause(300)
    expect((await options(page))[0]).toContain('PostgreSQL')
    await type(page, 'postgres')
    expect((await options(page))[0]).toContain('5432')
    await type(page, '53/udp')
    expect((await options(page))[0]).toMatch(/53\/udp.*DNS|53\/udp.*[Dd]omain/)
    await type(page, 'db.example:6379')
    expect((await options(page))[0]).toContain('Redis')
    await type(page, '6000-6063')
    expect((await options(page))[0]).toContain('6000–6063')
    await page.close()
  })

  test('the field is in the document before any script, and stays the same one', async () => {
    const page = await porthole().ownPage('popup.html')
    await page.waitForSelector('[role=combobox]')
    const [before, after] = await page.evaluate(async () => {
      const html = await (await fetch('popup.html')).text()
      const drawn = new DOMParser().parseFromString(html, 'text/html')
      const told = (from: Document) => {
        const field = from.querySelector('#app input')
        const path = [field?.parentElement?.className, field?.previousElementSibling?.outerHTML]
        return [...path, ...['type', 'placeholder', 'autofocus'].map((name) => field?.getAttribute(name))].join()
      }
      return [told(drawn), told(document)]
    })
    expect(after).toBe(before)
    await page.close()
  })

  test('Enter opens the card of the likeliest, the arrows that of another', async () => {
    const page = await porthole().ownPage('popup.html')
    await page.keyboard.type('mysql')
    await page.keyboard.press('Enter')
    await pause(300)
    expect(await page.evaluate(() => document.querySelector('.number')?.textContent)).toBe('3306')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await pause(100)
    const second = (await optionsNow(page))[1] ?? ''
    await page.keyboard.press('Enter')
    await pause(300)
    expect(second).toContain(await page.evaluate(() => document.querySelector('.number')?.textContent ?? 'none'))
    await page.close()
  })

  test.each(['zzzzqqqq', '65536', '-1', '1.5', '192.168.0.1', '!?', '9000-80'])(
    'for %s it says in a sentence what can be looked up',
    async (nonsense) => {
      const page = await porthole().ownPage('popup.html')
      await type(page, nonsense)
      expect(await optionsNow(page)).toEqual([])
      expect(await words(page)).toMatch(/port|range|address/i)
      expect((await words(page)).length).toBeLessThan(400)
      await page.close()
    },
  )

  test('0 is reserved, digits of other scripts are understood, and a pasted page is politely refused', async () => {
    const page = await porthole().ownPage('popup.html')
    await type(page, '0')
    expect((await options(page))[0]).toContain('0')
    await type(page, '٨٠٨٠')
    expect((await options(page))[0]).toContain('8080')
    await page.evaluate(() => {
      const input = document.querySelector('input') as HTMLInputElement
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'port '.repeat(2000))
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await pause(300)
    expect(await optionsNow(page)).toEqual([])
    expect(await words(page)).toContain('too long')
    await page.close()
  })

  test('nothing is selected while one types; arrows, Home and End keep to their own', async () => {
    const page = await porthole().ownPage('popup.html')
    const state = () =>
      page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement
        const chosen = [...document.querySelectorAll('[role=option]')].map((one) => one.getAttribute('aria-selected'))
        return {
          caret: field.selectionStart,
          selected: chosen.indexOf('true'),
          active: field.ariaActiveDescendantElement?.id,
        }
      })
    await page.keyboard.type('mysql')
    await options(page)
    expect(await state()).toMatchObject({ caret: 5, selected: -1 })
    await page.keyboard.press('Home')
    expect(await state()).toMatchObject({ caret: 0, selected: -1 })
    await page.keyboard.press('End')
    expect(await state()).toMatchObject({ caret: 5, selected: -1 })
    await page.keyboard.press('ArrowDown')
    await pause(100)
    expect(await state()).toMatchObject({ selected: 0 })
    await page.keyboard.press('ArrowUp')
    await pause(100)
    expect(await state()).toMatchObject({ selected: -1 })
    await page.keyboard.press('Escape')
    await pause(200)
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('')
    await page.close()
  })

  test('the query stays when one comes back from a card, and a look-up is remembered', async () => {
    const page = await porthole().ownPage('popup.html')
    await page.keyboard.type('grafana')
    await options(page)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.chosen .back')
    await page.evaluate(() => document.querySelector<HTMLElement>('.chosen .back')?.click())
    await pause(200)
    expect(
      await page.evaluate(() => [document.querySelector('input')?.value, document.activeElement?.localName]),
    ).toEqual(['grafana', 'input'])
    expect((await options(page))[0]).toContain('3000')
    await page.close()
    const again = await porthole().ownPage('popup.html')
    await again.waitForSelector('.recent button')
    await again.evaluate(() => document.querySelector<HTMLElement>('.recent button')?.click())
    expect((await options(again))[0]).toContain('3000')
    expect(await again.evaluate(() => document.querySelector('input')?.value)).toBe('grafana')
    await again.close()
  })

  test.each([
    ['port 22 please', '22'],
    ['２２', '22'],
    ['TCP port 5432', '5432'],
    ['http://localhost:9200/_cat', '9200'],
  ])('“%s” is understood', async (typed, port) => {
    const page = await porthole().ownPage('popup.html')
    await type(page, typed)
    expect((await options(page))[0]).toMatch(new RegExp(`^${port}\\b`))
    await page.close()
  })

  test.each([
    ['70000', /65,?535/],
    ['-22', /-22/],
    ['3.5', /whole/],
  ])('for %s it helps with what a port is', async (typed, help) => {
    const page = await porthole().ownPage('popup.html')
    await type(page, typed)
    expect(await words(page)).toMatch(help)
    await page.close()
  })

  test('the background may be stopped between two look-ups', async () => {
    const page = await porthole().ownPage('popup.html')
    await type(page, 'redis')
    expect((await options(page))[0]).toContain('6379')
    await porthole().stopBackground()
    await type(page, 'mongodb')
    await page.waitForFunction(() => document.querySelector('[role=option]')?.textContent.includes('27017'))
    await page.close()
  })
})
