import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { exported, listed, options, press, says } from './options-page'
import { inBothBrowsers, pause } from './porthole'

const folder = mkdtempSync(join(tmpdir(), 'porthole-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

inBothBrowsers('labels in files', (porthole) => {
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
})
