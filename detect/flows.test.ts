import { expect, test } from 'vitest'
import { findMentions } from './index'

const found = (text: string) =>
  findMentions({ text }).map(({ from, to }) => (to > from ? `${from}-${to}` : String(from)))

test.each<[text: string, ports: readonly string[]]>([
  ['Deny tcp src dmz:10.9.8.7/51234 dst inside:intranet.example.org/23 by access-group "X"', ['51234', '23']],
  ['access denied from 198.51.100.7/6123 to outside:203.0.113.9/22', ['6123', '22']],
  ['permitted tcp dmz/db.example.org(28123) -> inside/10.0.0.9(1521) hit-cnt 2', ['28123', '1521']],
  ['Teardown ICMP connection for faddr 198.51.100.1/0 gaddr 203.0.113.8/5123 laddr 10.1.1.1/5123', []],
  ['route 10.0.0.0/8 to 10.20.0.0/16', []],
  ['{"id.orig_h":"10.0.0.5","id.orig_p":40123,"id.resp_h":"10.0.0.1","id.resp_p":53}', ['40123', '53']],
  ['block,in,4,0x0,,64,111,0,DF,6,tcp,52,10.0.0.4,10.0.0.9,50111,8443,0,S', ['50111', '8443']],
  ['10.0.0.5\t40123\t10.0.0.1\t53\tudp\t31337\texample.org', ['40123', '53']],
  ['540 = 520 (UDP packet length) + 20', []],
  ['permit tcp any host 10.0.0.1 range 5000 5010', ['5000-5010']],
  ['permit tcp any range ftp-data 1023 any', ['1023']],
  ['render@main.android.bundle:17:2210', []],
])('%s', (text, ports) => {
  expect(found(text)).toEqual(ports)
})
