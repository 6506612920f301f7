import { describe, expect, test } from 'vitest'
import { isOn, switched } from './site-rule'

describe('where Porthole works', () => {
  test.each([
    ['docs.example.org', ['docs.example.org'], false],
    ['DOCS.example.org', ['docs.example.org'], false],
    ['example.org', ['docs.example.org'], true],
    ['notdocs.example.org', ['docs.example.org'], true],
    ['a.b.example.org', ['*.example.org'], false],
    ['example.org', ['*.example.org'], false],
    ['badexample.org', ['*.example.org'], true],
    ['', ['example.org'], true],
  ])('on everywhere: %s with %j listed is on: %s', (host, sites, on) => {
    expect(isOn({ everywhere: true, sites }, host)).toBe(on)
    expect(isOn({ everywhere: false, sites }, host)).toBe(!on)
  })

  test('a site is switched off and on again', () => {
    const off = switched({ everywhere: true, sites: [] }, 'Docs.example.org', false)
    expect(off.sites).toEqual(['docs.example.org'])
    expect(switched(off, 'docs.example.org', true).sites).toEqual([])
  })

  test('switching on a site takes out the pattern that kept it off', () => {
    expect(switched({ everywhere: true, sites: ['*.example.org', 'x.test'] }, 'a.example.org', true).sites).toEqual([
      'x.test',
    ])
  })

  test('where it is off everywhere, a site that is switched on is listed', () => {
    expect(switched({ everywhere: false, sites: [] }, 'a.test', true).sites).toEqual(['a.test'])
  })

  test('nothing changes where it already is as asked', () => {
    const rule = { everywhere: true, sites: ['a.test'] }
    expect(switched(rule, 'a.test', false)).toBe(rule)
  })
})
