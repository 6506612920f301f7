import { expect, test } from 'vitest'
import { around, holding, nearest, next, viewAt, WHOLE } from './lens-view'

test.each([
  [22, 32, 6],
  [3, 32, 0],
  [65_535, 32, 65_504],
  [5432, 1, 5432],
])('around %i, %i ports begin at %i', (port, length, from) => expect(around(port, length)).toEqual({ from, length }))

test.each([
  [120, 100],
  [99, 99],
  [132, 101],
])('a part of 32 from 100 that is to hold %i begins at %i', (port, from) =>
  expect(holding(port, { from: 100, length: 32 }).from).toBe(from),
)

test('on its way the view goes from one part to the next, and never leaves the outer one', () => {
  const part = { from: 65_536 - 2048, length: 2048 }
  expect(viewAt([WHOLE], 0)).toEqual(WHOLE)
  expect(viewAt([WHOLE, part], 0)).toEqual(WHOLE)
  expect(viewAt([WHOLE, part], 1)).toEqual(part)
  const halfway = viewAt([WHOLE, part], 0.5)
  expect(halfway.length).toBeCloseTo(Math.sqrt(65_536 * 2048))
  expect(halfway.from + halfway.length).toBeCloseTo(65_536)
})

test.each([
  [430, 443],
  [200, undefined],
  [80, 80],
])('near %i lies %s', (port, found) => expect(nearest([80, 443], port, 20)).toBe(found))

test.each([
  [-1, 1, 22],
  [22, 1, 443],
  [443, 1, 443],
  [443, -1, 22],
] as const)('from %i, step %i comes to %i', (port, step, found) => expect(next([22, 443], port, step)).toBe(found))
