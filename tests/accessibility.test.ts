import { expect, test } from 'vitest'
import { openSurface, SURFACES } from '../scripts/surfaces.mjs'
import { faults } from './axe'
import { inBothBrowsers } from './porthole'

const KINDS_OF_SURFACE = ['card', 'popup', 'port', 'options', 'welcome']

/** Twelve cards are more than a test has time for as a rule. */
const PATIENCE_MS = 120_000

inBothBrowsers('axe', (porthole) => {
  test.each(KINDS_OF_SURFACE)(
    'has nothing against any state of the %s, light or dark',
    { timeout: PATIENCE_MS },
    async (kind) => {
      const page = await porthole().browser.newPage()
      const found: Record<string, string[]> = {}
      for (const name of Object.keys(SURFACES).filter((one) => one.startsWith(kind))) {
        await porthole().emulate(page, { scheme: 'light' })
        await openSurface(page, porthole().address, name)
        const light = await faults(page)
        await porthole().emulate(page, { scheme: 'dark' })
        // Nothing but the colours depends on the scheme.
        const dark = await faults(page, ['color-contrast', 'link-in-text-block'])
        if (light.length + dark.length > 0) found[name] = [...light, ...dark]
      }
      expect(found).toEqual({})
      await page.close()
    },
  )

  test('would find a fault in the card too', async () => {
    const page = await porthole().browser.newPage()
    await openSurface(page, porthole().address, 'card-product')
    await page.evaluate(() => {
      const root = document.querySelector('porthole-card')?.shadowRoot
      root?.querySelector('.actions')?.append(document.createElement('button'))
    })
    expect((await faults(page)).join()).toContain('button-name')
    await page.close()
  })
})
