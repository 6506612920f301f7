import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { inBothBrowsers, pause, type Porthole } from './porthole'

const folder = mkdtempSync(join(tmpdir(), 'porthole-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function options(porthole: Porthole, hash = ''): Promise<Page> {
  const page = await porthole.ownPage(`options.html${hash}`)
  await page.waitForSelector('#labels .tools')
  return page
}

/** Waits until the page says something. */
async function says(page: Page, words: string): Promise<boolean> {
  for (let rounds = 0; rounds < 200; rounds++) {
    if (await page.evaluate((wanted) => document.body.innerText.includes(wanted), words)) return true
    await pause(50)
  }
  return false
}

const press = (page: Page, text: string, within = 'body') =>
  page.evaluate(
    (wanted, root) => {
      const buttons = [...document.querySelectorAll<HTMLElement>(`${root} button`)]
      const button = buttons.find(({ textContent }) => textContent?.trim().startsWith(wanted))
      if (!button) throw new Error(`No button "${wanted}" among ${buttons.map((one) => one.textContent).join(', ')}`)
      button.click()
    },
    text,
    within,
  )

const fill = (page: Page, fields: Record<string, string>) =>
  page.evaluate((values) => {
    for (const [name, value] of Object.entries(values)) {
      const field = document.querySelector<HTMLInputElement>(`.label-form [name="${name}"]:not([type=radio])`)
      if (!field) throw new Error(`No field ${name}`)
      field.value = value
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    }
  }, fields)

const listed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.labels li')].map(
      (row) => `${row.querySelector('.port')?.textContent} ${row.querySelector('b')?.textContent}`,
    ),
  )

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

/** What a click on an export button would save, caught on its way. */
async function exported(page: Page, button: string, within = '#transfer'): Promise<string> {
  await page.evaluate(() => {
    const original = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => ((globalThis as { saved?: string }).saved = text))
      return original(blob)
    }
  })
  await press(page, button, within)
  for (let rounds = 0; rounds < 40; rounds++) {
    const text = await page.evaluate(() => (globalThis as { saved?: string }).saved)
    if (text !== undefined) {
      await page.evaluate(() => delete (globalThis as { saved?: string }).saved)
      return text
    }
    await pause(50)
  }
  throw new Error('Nothing was saved')
}

inBothBrowsers('options', (porthole) => {
  test('a label is added, comes first on the card as one’s own, is changed, deleted and brought back', async () => {
    const page = await options(porthole())
    await press(page, 'Add a label')
    await fill(page, { port: 'x', name: 'Billing API' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'A port is a number')).toBe(true)
    await fill(page, { port: '5432', host: '*.corp.example', note: 'Ask Anna' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'Saved “Billing API”')).toBe(true)
    expect(await listed(page)).toEqual(['5432 Billing API'])
    // In sight, and not only in the document.
    expect(await page.evaluate(() => document.querySelector('.labels')?.clientHeight)).toBeGreaterThan(40)

    const tab = await porthole().tab()
    await tab.open({ html: '<p>db.corp.example:5432</p><p>db.other.example:5432</p>' })
    await tab.marks()
    await tab.hover('db.corp.example:5432')
    const card = await tab.card('Billing API')
    expect(card).toMatch(/Billing API[\s\S]*yours[\s\S]*Ask Anna[\s\S]*PostgreSQL/)
    await tab.page.keyboard.press('Escape')
    await tab.hover('db.other.example:5432')
    expect(await tab.card('PostgreSQL')).not.toContain('Billing')
    await tab.close()

    await page.bringToFront()
    await press(page, 'Change', '.labels')
    await fill(page, { name: 'Billing database' })
    await press(page, 'Save', '.label-form')
    expect(await says(page, 'Saved “Billing database”')).toBe(true)
    await press(page, 'Delete', '.labels')
    expect(await says(page, 'Deleted “Billing database”')).toBe(true)
    expect(await listed(page)).toEqual([])
    await press(page, 'Undo', '#labels')
    expect(await says(page, 'is back')).toBe(true)
    expect(await listed(page)).toEqual(['5432 Billing database'])
    await press(page, 'Delete', '.labels')
    await says(page, 'Deleted')
    await page.close()
  })

  test('“Label” on a card opens the form with the port, its protocol and host', async () => {
    const page = await options(porthole(), '#label=8000-8010/tcp&host=10.0.0.5')
    await page.waitForSelector('.label-form')
    expect(
      await page.evaluate(() =>
        ['port', 'protocol', 'host'].map((name) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value),
      ),
    ).toEqual(['8000-8010', 'tcp', '10.0.0.5'])
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('name')
    await page.close()
  })

  test('an import shows what it will do, names broken lines, takes the good ones, and can be undone', async () => {
    const page = await options(porthole())
    expect(await page.evaluate(() => document.querySelectorAll('input[type=file]').length)).toBe(1)
    await choose(page, 'a.csv', 'port,protocol,name\n8080,tcp,Web\n9000,,Build\nninety,,Bad\n')
    expect(await says(page, 'Will be added: 2')).toBe(true)
    expect(await says(page, 'line 4')).toBe(true)
    await press(page, 'Import', '#transfer')
    expect(await says(page, 'Added: 2. Changed: 0.')).toBe(true)
    expect(await listed(page)).toEqual(['8080/tcp Web', '9000 Build'])
    await choose(page, 'b.csv', 'port,protocol,name\n8080,tcp,Website\n9000,,Build\n')
    expect(await says(page, 'Differ from yours: 1')).toBe(true)
    expect(await says(page, 'The same as yours already: 1')).toBe(true)
    await press(page, 'Import', '#transfer')
    expect(await says(page, 'Added: 0. Changed: 1.')).toBe(true)
    expect(await listed(page)).toEqual(['8080/tcp Website', '9000 Build'])
    await press(page, 'Undo', '#transfer')
    await pause(500)
    expect(await listed(page)).toEqual(['8080/tcp Web', '9000 Build'])
    await page.close()
  })

  test('files of other kinds: Compose, binary, empty, too long a list for a freeze', async () => {
    const page = await options(porthole())
    await choose(page, 'compose.yaml', 'services:\n  cache:\n    image: redis:7\n    ports: ["16379:6379", "80"]\n')
    expect(await says(page, 'a Compose file')).toBe(true)
    expect(await says(page, 'the system chooses one')).toBe(true)
    await press(page, 'Cancel', '.preview')
    await choose(page, 'x.png', new Uint8Array([137, 80, 78, 71, 0, 1, 2]))
    expect(await says(page, 'x.png is not a text file')).toBe(true)
    await choose(page, 'empty.csv', '')
    expect(await says(page, 'empty.csv is empty')).toBe(true)
    const rows = Array.from({ length: 100_000 }, (_, n) => `${n % 65536},h${n % 7}.corp.example,service number ${n}`)
    // From the choice to the preview the page goes on: it ticks many times.
    await page.evaluate(() => {
      const state = { ticks: 0 }
      Object.assign(globalThis, { state })
      addEventListener(
        'change',
        () => {
          const timer = setInterval(() => state.ticks++, 4)
          new MutationObserver(() => document.querySelector('.preview') && clearInterval(timer)).observe(
            document.body,
            {
              childList: true,
              subtree: true,
            },
          )
        },
        { capture: true, once: true },
      )
    })
    await choose(page, 'many.csv', `port,host,name\n${rows.join('\n')}\n`)
    expect(await says(page, 'Will be added: 100,000')).toBe(true)
    expect(
      await page.evaluate(() => (globalThis as unknown as { state: { ticks: number } }).state.ticks),
    ).toBeGreaterThan(5)
    await press(page, 'Import', '#transfer')
    expect(await says(page, 'Added: 100,000')).toBe(true)
    expect((await listed(page)).length).toBeLessThan(40)
    await press(page, 'Undo', '#transfer')
    expect(await says(page, 'Shown: 2 of 2')).toBe(true)
    await page.close()
  }, 60_000)

  test('export, reset, import ends byte-identical, settings and all', async () => {
    const page = await options(porthole())
    await page.evaluate(() => document.querySelector<HTMLElement>('[value="no-bare"]')?.click())
    const [json, csv, all] = [
      await exported(page, 'Export JSON'),
      await exported(page, 'Export CSV'),
      await exported(page, 'Export everything'),
    ]
    expect(json).toContain('"port":"8080"')
    expect(all).toContain('"marks":"no-bare"')
    await press(page, 'Reset everything', '#reset')
    await press(page, 'Save a copy and reset', '#reset')
    expect(await says(page, 'as on the first day')).toBe(true)
    expect(await listed(page)).toEqual([])
    for (const [name, text, button] of [
      ['labels.csv', csv, 'Export CSV'],
      ['all.json', all, 'Export everything'],
      ['labels.json', json, 'Export JSON'],
    ] as const) {
      await choose(page, name, text)
      await page.waitForSelector('.preview .primary')
      if (name !== 'labels.json') {
        await press(page, 'Import', '#transfer')
        expect(await says(page, 'Imported.')).toBe(true)
        await pause(300)
      }
      expect(await exported(page, button)).toBe(text)
    }
    await page.close()
  })

  test('sites are listed and taken out, and open pages follow at once', async () => {
    const tab = await porthole().tab()
    await tab.open({ html: '<p>sites.example:9200</p>' })
    expect(await tab.marks()).toEqual(['sites.example:9200'])
    const page = await options(porthole())
    await page.type('#site', 'not a host')
    await press(page, 'Add', '#sites')
    expect(await says(page, 'is not a host name')).toBe(true)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#site')
      if (!field) return
      field.value = '127.0.0.1'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await press(page, 'Add', '#sites')
    await page.waitForSelector('.sites li')
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual([])
    await page.bringToFront()
    await press(page, 'Remove', '#sites')
    await pause(200)
    await tab.page.bringToFront()
    expect(await tab.marks()).toEqual(['sites.example:9200'])
    await page.close()
    await tab.close()
  })

  test('spoilt storage is mended, what is readable stays, and the page says so', async () => {
    const page = await options(porthole())
    await page.evaluate(async () => {
      type Storage = { storage: { local: { set(values: object): Promise<void> } } }
      const { browser, chrome } = globalThis as unknown as { browser?: Storage; chrome: Storage }
      await (browser ?? chrome).storage.local.set({
        labels: '{"version":1,"rows":[{"port":"1","name":"one"},{"port":"2","name":"two"},{"port":"3","na',
      })
    })
    await page.close()
    // It is said until one has had enough of it, not only the first time.
    for (let opened = 0; opened < 2; opened++) {
      const again = await options(porthole())
      expect(await listed(again)).toEqual(['1 one', '2 two'])
      expect(await says(again, '1 stored entry could not be read')).toBe(true)
      await again.close()
    }
    const last = await options(porthole())
    const saved = await exported(last, 'Save what was stored', '#labels')
    expect(saved).toContain('{\\"port\\":\\"3\\",\\"na"')
    await press(last, 'Delete the copy', '#labels')
    await last.waitForFunction(() => !document.querySelector('[role=alert]'))
    await last.close()
    const clean = await options(porthole())
    await pause(300)
    expect(await clean.$('[role=alert]')).toBeNull()
    expect(await listed(clean)).toEqual(['1 one', '2 two'])
    await clean.close()
  })
})
