import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DIGIT } from './digits'
import { findMentions } from './index'

const pieces = fc.constantFrom(
  ...(
    'port |ports |:|::|[|]|/|-|.|,|#|@|%3A|->|80|443|8080|65535|65536|0|1-1023|tcp|udp|/tcp|localhost|10.0.0.1|192.168.1.5.|' +
    '-p |--port=|listen |nc -l |"|`|(|)|{|}|$|=|\\|\n|\n\n|\t| |  |é|端口|ポート|番|порт |portu|\ud800|\udc00|\u200b|\u00a0|٨|Ports|PORT|EXPOSE |http://|' +
    'and | to |, |; |usb |line |- |_|ssh -L |iptables --dports |m=audio |_443._tcp|x'
  ).split('|'),
  '|',
)
const text = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''))

function check(of: string): void {
  const mentions = findMentions({ text: of })
  let last = 0
  for (const { start, end, from, to } of mentions) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(of.length)
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeLessThanOrEqual(65535)
    expect(to).toBeGreaterThanOrEqual(from)
    expect(of.slice(start, end)).toMatch(DIGIT)
    last = end
  }
}

// Arbitrary text is slow to make on a busy machine.
describe('any text', { timeout: 30_000 }, () => {
  test('gives mentions inside it that do not overlap, and never throws: text made of the pieces that rules look for', () => {
    fc.assert(fc.property(text, check), { numRuns: 8000 })
  })
  test('the same for arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 3000 })
  })
  test('a mention does not depend on how long the text before and after it is', () => {
    const filler = 'lorem ipsum dolor sit amet. '.repeat(400)
    const [mention] = findMentions({ text: `${filler}\n\nconnect to localhost:5432 now. ${filler}` })
    expect(mention).toMatchObject({ from: 5432, start: filler.length + 13 })
  })
})
