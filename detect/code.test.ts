import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('a port compared, asserted, indexed', () => {
  finds("address.port === '[612]'")
  finds('peer.getPort() !== [7070]')
  finds('if ports\\[0\\] != [612] && ports\\[1\\] != [83] {')
  finds('ports\\[next\\] = [7070]')
  finds('tcp.port in {[80] [443] [8080]}')
  finds('udp.dstport in {[6001-6009] [7000]}')
  ignores('ports[8080] = true')
  ignores('HostPort.of("2001:db8::7")')
})

describe('sets and lists of ports without commas', () => {
  finds('pass in proto tcp to port { [80] [443] [8080] }')
  finds('acl Web_ports port [80] [443] [563]')
  finds('rule add localport=[80],[443]')
  ignores('sizes { 80 443 8080 }')
})

describe('both ends of a mapping as a library names them', () => {
  finds('Mapping{Target: [612], Published: "[7070]"}', [{ side: 'container' }, { side: 'host' }])
  finds('{"target": [612], "published": "[7070-7079]"}')
  finds('run("--publish=[612]", "--expose=[613]", "web")')
  finds('--publish [[::1]:7443]:[443]')
  ignores('Target: 80, Weight: 8080')
})
