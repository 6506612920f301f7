import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundlePage } from './page-bundle'
import { inBothBrowsers } from './porthole'

const FUZZ = join(import.meta.dirname, 'in-page', 'fuzz.js')
/** So many cases from these on: the first ones, and some that have found faults. */
const CASES = [
  [0, 120],
  [1202, 1],
  [1707, 1],
  [1951, 1],
] as const

// The monitor alone, in a page: thousands of edits in the time that one takes through an extension.
inBothBrowsers(
  'the monitor',
  (browser) => {
    test('after random edits the marks are those of a page read afresh', { timeout: 60_000 }, async () => {
      const tab = await browser().tab()
      await tab.open({ html: '<!doctype html><title>Random edits</title><body></body>' })
      const run = (code: string) => tab.page.evaluate(`${code};0`)
      // Pauses are for people: here the clock runs fast.
      await run('{ const later = setTimeout; window.setTimeout = (work) => later(work, 0) }')
      await run('{ const now = performance.now.bind(performance); performance.now = () => now() * 200 }')
      await run(await bundlePage(browser().kind))
      await run(readFileSync(FUZZ, 'utf8'))
      for (const [from, count] of CASES) {
        const result = (await tab.page.evaluate(`fuzz(${from}, ${count})`)) as { compared?: number }
        expect(result).toEqual({ compared: expect.any(Number) })
        expect(result.compared).toBeGreaterThan(count * 20)
      }
      await tab.close()
    })
  },
  null,
)
