import { expect, test } from 'vitest'
import { findMentions } from './index'
import type { TextBlock } from './types'

const found = (block: TextBlock) => findMentions(block).map(({ start, end }) => block.text.slice(start, end))

test.each<[name: string, block: TextBlock, ports: readonly string[]]>([
  ['a cell under Port', { text: '8443', column: 'Port' }, ['8443']],
  ['ports with a slash between', { text: '80/443', column: 'Ports' }, ['80', '443']],
  [
    'what is said of the numbers in brackets',
    { text: '6081 (inside) · 7081 (outside)', row: 'Port' },
    ['6081', '7081'],
  ],
  ['an example', { text: 'e.g., 7443', row: '--port' }, ['7443']],
  ['a switch’s interfaces', { text: 'Gi2/0/17', column: 'Port' }, []],
  ['a short interface’s name', { text: 'e2/3', column: 'PORT' }, []],
  ['none', { text: '-1', column: 'Port' }, []],
  ['a socket’s name', { text: 'Port 7', column: 'Port' }, []],
  ['a counter of a numbered socket', { text: '0', row: 'Port 7', column: 'Dropped' }, []],
  ['people of a city', { text: '612,045', cells: 'Port Vila | Shefa' }, []],
])('%s', (_, block, ports) => {
  expect(found(block)).toEqual(ports)
})
