import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('escapes of code count as what they stand for', () => {
  finds(String.raw`offer = "v=0\r\nm=audio [40404] RTP/AVP 0\r\n"`)
  finds(String.raw`conf := "Listen [8181]\nServerName shop\n"`)
  finds(String.raw`"p7\ncnginx\nn[*:8088]\n"`)
  finds(String.raw`"FROM alpine\nEXPOSE [7070]\n"`)
  finds(String.raw`{"line": "{\"port\": [6060]}"}`)
  ignores(String.raw`C:\nightly\report 80`)
  ignores(String.raw`"total\n443\n"`)
})

describe('a value that is turned into a type, or paired with its key', () => {
  finds('let gate_port = Some([4100]);')
  finds('TargetPort: ptr.To([9191]),')
  finds('Port: aws.Int32([6432]),')
  finds('final port = Integer.parseInt("[7171]");')
  finds('try expectEqual(@as(u16, [2022]), link.local_port);')
  finds('expect(link.port).to eq([7443])')
  finds('- name: ADMIN_PORT\n  value: "[9901]"')
  finds('{ "name": "port", "value": "[6543]" }')
  finds('for port in range([7300], [7310]):')
  ignores('- name: WORKERS\n  value: "8080"')
  ignores('let support = Some(8080);')
  ignores('try expectEqual(@as(u16, 2022), table.rows);')
})

describe('the two ends of a mapping by their own keys', () => {
  finds('ports: \\[{ container: [8090], host: [9010] }\\]')
  finds('new PortMap({ internalStart: [443], internalEnd: [443] })')
  finds('Forward{Local: [8443], Remote: [443]}')
  finds('port "web" { static = [8200] to = [80] }')
  ignores('Internal: 8080 votes, external: 9090 votes')
  ignores('{ local: 5432 }')
})

describe('a host and its port, also in two pieces', () => {
  finds('split("[cache:1234]") == ("cache", [1234])')
  finds('join("cache", [7001], "[cache:7001]")')
  finds('postgres://sam:pw@[one:1],[two:2],[three:3]/shop')
  finds('redis://pw@[:6390]/0')
  finds('mysql://sam:p@ss@[vault:3310]/shop')
  ignores('("busybox:7", "busybox", 7)')
  ignores('("page.ts:120", "page.ts", 120)')
  ignores('parse("0:45:00", 2700)')
  ignores('build.mk:1204: recipe failed')
})

describe('tunnels without their flag', () => {
  finds('open a tunnel [8090]:[localhost:90]', [{ rule: 'tunnel', kind: 'mapping', side: 'local' }, {}])
  finds('portfwd add [3390]:[10.1.0.7:3389]')
  ignores('2001:db8:1234')
})

describe('hosts of tests and tools', () => {
  finds("('[left:14],[right:36]', \\[('left', [14]), ('right', [36])\\])")
  finds('NO_HOSTS=[abc:443],[abc:71]')
  finds('parseHostPort("[cranberry:2022]")')
  finds('--listen=[test:81]')
  finds('TCP [marble:6544] SYN_SENT')
  finds('connect ECONNREFUSED [::1:5433]')
  finds('denied src 10.4.0.1 [139] dest 10.4.0.2 [138]')
  finds('to [container:18791] behind it')
  ignores('with_port("[::1]")')
})

describe('ports of options and matchers', () => {
  finds('parser.add_argument(\n"--port",\ntype=int,\ndefault=[5050],\n)')
  finds('expect(link.port).to eq [444]')
  finds('assert(get(parts, 3) == [8085], "port")')
  finds('{ host: "[30305]", container: "[30304]", protocol: "UDP" }')
  ignores('add("--port", 1)\nadd("--speed", type=int, default=1024)'.replace(', 1)', ')'))
  ignores('Some(PortOwner { pid: 993, name: None })')
  ignores('showMessage("no port found", 3000)')
})
