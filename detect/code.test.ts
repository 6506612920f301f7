import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('a port compared, asserted, indexed', () => {
  finds("address.port === '[612]'")
  finds('peer.getPort() !== [7070]')
  finds('if ports\\[0\\] != [612] && ports\\[1\\] != [83] {')
  finds('ports\\[next\\] = [7070]')
  finds('assertSame([612], $link->getPort());')
  finds('EXPECT_EQ("[7070]", link.port());')
  finds('assert_eq!(link.port_or_default(), Some([443]));')
  ignores('assertEquals(612, page.getReport())')
  ignores('draw(7070, canvas.getPort())')
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

describe('a host and its port, whole and in parts', () => {
  finds('check("[barn.example:83]", 0, "barn.example", [83]),')
  finds('\\["http", "attic.example", "[8042]", "/"\\]')
  finds("split('[attic.example:612]') == ('attic.example', '[612]')")
  finds('join("barn.example", "[612]") gives "[barn.example:612]"')
  finds('HostAndPort.of("attic", [612])')
  finds('equal(parse("[[::1]:80]"), (family, [80]))')
  ignores('("alpine:3", "alpine", "3")')
  ignores('pick("barn.example", 83, "attic")')
})

describe('the value of a key that names a host', () => {
  finds('"host": "[x:612]", "path": "/"')
  finds('domain: "[cellar:4711]"')
  finds('jdbc:mysql://[db1:3307],[db2:3308]/shop')
  finds("LocalForward: \\['[612] [barn:613]', '[614] [attic:615]'\\]")
  ignores('"title": "x:612"')
  ignores('{"host": "12:30"}')
})

describe('numbers that are called a tag', () => {
  ignores('input: "reg.example:7000", tag: "7000"')
  ignores('{ tag: "8042", whole: "reg.example/app:8042" }')
  finds('domain: "[reg.example:7000]", tag: "3"')
})

describe("nginx's listen as a parser gives it", () => {
  finds("('listen', 3), ('[8083]', 3), (';', 3)")
  finds('{"directive": "listen", "args": \\["[8083]", "ssl"\\]}')
  ignores('{"directive": "listen", "args": []}, {"directive": "user", "args": ["8083"]}')
})

describe('arguments that are no ports', () => {
  finds('ftp.open("attic", [21])')
  finds('bind((address, [0]))')
  finds("return ('127.0.0.1', [0])")
  finds('SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 1)), [8042])')
  finds('bind((Ipv4Addr::UNSPECIFIED, [8042]))')
  ignores('parseInt(port, 10)')
  finds("Number.parseInt(env.PORT || '[3000]', 10)")
  ignores('const tcp_1 = load("./tcp")')
  ignores('return listeners ? listeners.length : 0')
  ignores("open(path, 'wb', 0)")
  ignores("complete('', 0)")
  ignores('("notes.py", 2345)')
  ignores("('65.25', 8080)")
  ignores("('queue.depth', 0)")
  ignores('turtle.teleport(100, 20)')
  ignores('getaddrinfo(name, port, 0, STREAM)')
  ignores('dial((name, self.port), 30)')
  ignores('high, low = port / 256, port % 256')
  ignores('for port open: sleep(443 * milliseconds)')
  ignores('[(9999, 12, 31), (5432, 1)]')
})

describe('colons and digits of code that are no ports', () => {
  ignores('"<string>:7: UserWarning"')
  ignores('<stdin>:3000:1')
  ignores('{:20}')
  ignores('items[-1000:1000]')
  ignores('2001:2001::/96')
  ignores('"%Y:%d" gives "1993:21"')
  ignores('port2 = port1')
  finds('at [<host>:8042]')
})
