import { expect, test } from 'vitest'
import { explain } from './explain'

test('every number has a rule or a reason', () => {
  const text = 'localhost:5432 at 12:30, file.ts:42, USB port 3, 998 closed ports, v2, 10 ms, line 7'
  expect(explain({ text }).map(({ mention, reason }) => mention?.rule ?? reason)).toEqual([
    'localhost-port',
    'a clock time, a ratio or a verse',
    'a clock time, a ratio or a verse',
    'a line or a column of a file',
    'a port of hardware',
    'a count of ports',
    'glued to "v"',
    'a quantity: ms',
    'the number of something else: line',
  ])
})
