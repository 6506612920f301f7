import { expect, test } from 'vitest'
import { parseFragment } from './fragment'

test.each([
  ['#2909', { kind: 'port', port: 2909 }],
  ['#2909/tcp', { kind: 'port', port: 2909, protocol: 'tcp' }],
  ['#53/UDP', { kind: 'port', port: 53, protocol: 'udp' }],
  ['#0022', { kind: 'port', port: 22 }],
  ['#0', { kind: 'port', port: 0 }],
  ['#65535', { kind: 'port', port: 65_535 }],
  ['#6000-6063', { kind: 'range', from: 6000, to: 6063 }],
  ['#6000%E2%80%936063/tcp', { kind: 'range', from: 6000, to: 6063, protocol: 'tcp' }],
  ['#80-80', { kind: 'port', port: 80 }],
  ['', { kind: 'empty' }],
  ['#', { kind: 'empty' }],
  ['#99999', { kind: 'nonsense', why: 'high', said: '99999' }],
  ['#80-99999', { kind: 'nonsense', why: 'high', said: '99999' }],
  ['#-1', { kind: 'nonsense', why: 'negative', said: '-1' }],
  ['#abc', { kind: 'nonsense', why: 'unknown', said: 'abc' }],
  ['#1.5', { kind: 'nonsense', why: 'unknown', said: '1.5' }],
  ['#22/xyz', { kind: 'protocol', port: 22, said: 'xyz' }],
  ['#22/', { kind: 'protocol', port: 22, said: '' }],
  ['#90-80', { kind: 'backwards', from: 90, to: 80 }],
  ['#%E0%A4%A', { kind: 'nonsense', why: 'unknown', said: '%E0%A4%A' }],
])('%s', (hash, fragment) => expect(parseFragment(hash)).toEqual(fragment))
