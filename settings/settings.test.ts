import { describe, expect, test } from 'vitest'
import { DEFAULTS, soundSettings } from './settings'
import { joinSites, splitSites } from './sync-room'

describe('settings', () => {
  test.each([
    ['nothing', {}, DEFAULTS],
    [
      'what the first version stored',
      { siteRule: { everywhere: false, sites: ['a.test'] }, badge: false },
      { ...DEFAULTS, siteRule: { everywhere: false, sites: ['a.test'] }, badge: false },
    ],
    ['spoilt values', { siteRule: 7, badge: 'x', marks: 'none', markStyle: null, card: 3 }, DEFAULTS],
    [
      'a spoilt list',
      { siteRule: { everywhere: true, sites: ['a.test', 7, null] } },
      { ...DEFAULTS, siteRule: { everywhere: true, sites: ['a.test'] } },
    ],
  ])('%s', (_, stored, settings) => expect(soundSettings(stored as Record<string, unknown>)).toEqual(settings))
})

describe('the list of sites in the room that browsers sync', () => {
  const rule = (count: number) => ({
    everywhere: true,
    sites: Array.from({ length: count }, (_, n) => `site-${n}.some-company.example`),
  })
  test.each([0, 1, 200, 2000])('%s sites come back as they went, each key within 8,192 bytes', (count) => {
    const { kept, unused } = splitSites(rule(count))
    for (const [key, value] of Object.entries(kept))
      expect(key.length + JSON.stringify(value).length).toBeLessThan(8192)
    expect(Object.keys(kept).filter((key) => unused.includes(key))).toEqual([])
    expect(joinSites(kept)['siteRule']).toEqual(rule(count))
  })
  test('more than fits is refused', () => expect(() => splitSites(rule(20_000))).toThrow(RangeError))
})
