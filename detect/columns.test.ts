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

test.each<[text: string, ports: readonly string[]]>([
  ['Mail goes out by the usual ones (25: smtp, 587: submission).', ['25', '587']],
  ['See page 25: SMTP in an hour.', []],
  ['SMTP port: 2525 (or 587)', ['2525', '587']],
  ['port: 587 with STARTTLS switched on, 465 with TLS from the start', ['587', '465']],
  ['Let TCP 443->9443 through', ['443', '9443']],
  ['a 48-port 100/1000 module', []],
  ['BUS_PORT_1394 is the FireWire bus', []],
  ['TCP and UDP use 0-65535', ['0-65535']],
  ['an unsigned number, 0-65535', []],
  ['a whole number between 1 and 65535', ['1 and 65535']],
  ['media from 49152 to 65534', ['49152 to 65534']],
  ['UDP 5060 and 20000 to 30000', ['5060', '20000 to 30000']],
  ['moved from port 3000 to 8080', ['3000', '8080']],
  ['open TCP443 and UDP53', ['443', '53']],
  ['udp2raw and TCP1', []],
  ['The error when 8000/8001 are already in use by another app', ['8000', '8001']],
  ['These port numbers are used by mail:\n- POP3: 110\n- Secure IMAP (IMAP4): 993', ['110', '993']],
  ['This is what the port of the city ships:\n- Grain: 110\n- Steel: 993', []],
  ['| Port | Weight |\n|---|---|\n| 8443 | 120 |\n| 9443 | 80 |', ['8443', '9443']],
])('%s', (text, ports) => {
  expect(found({ text })).toEqual(ports)
})
