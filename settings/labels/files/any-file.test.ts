import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelOf } from '../label'
import { writeCsv } from './csv'
import { bytes, read } from './expectations'
import { writeJson } from './porthole-json'
import { readFile } from './read-file'

describe('whole files that are refused, and those that are not', () => {
  test.each([
    ['nothing', bytes(' \n'), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
    ['prose', bytes('Dear all\nplease find attached\n'), 'unknown'],
    ['something of another kind', bytes('{"a": 1}'), 'unknown'],
    ['17 MB', new Uint8Array(17 << 20).fill(65), 'too-big'],
    ['deep nesting', bytes('['.repeat(200_000)), 'unknown'],
    ['deep nesting in YAML', bytes(`a: ${'['.repeat(20_000)}`), 'unknown'],
  ])('%s', (_, file, why) => {
    const answer = readFile(file, 'x')
    expect('unreadable' in answer ? answer.unreadable : answer.reading.refused).toEqual(why)
  })

  test('Windows-1252 and UTF-16', () => {
    const latin = readFile(new Uint8Array([...bytes('port,name\n1,B'), 0xfc, ...bytes('ro\n')]), 'x')
    expect('reading' in latin && latin.reading.found[0]?.label.name).toBe('Büro')
    const wide = new Uint8Array(
      [0xff, 0xfe, ...bytes('port,name\n1,b\n')].flatMap((byte, at) => (at < 2 ? [byte] : [byte, 0])),
    )
    const answer = readFile(wide, 'x')
    expect('reading' in answer && answer.reading.found[0]?.label.name).toBe('b')
  })

  test('100,000 rows are read', () => {
    const text = `port,protocol,host,name\n${Array.from({ length: 100_000 }, (_, n) => `${n % 65536},tcp,h${n}.example,name ${n}`).join('\n')}`
    expect(read(text).found).toHaveLength(100_000)
  }, 60_000)
})

describe('any file', () => {
  const answers = (file: Uint8Array) => {
    const answer = readFile(file, 'x.csv')
    expect('reading' in answer || 'unreadable' in answer).toBe(true)
  }
  test('of any bytes has an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), answers), { numRuns: 500 })
  })
  test('of bits of our formats has an answer', () => {
    const bit = fc.constantFrom(
      ...['port', 'name', ',', '\n', '"', '{', '}', '[', ']', ':', ' ', '  - ', 'services:', 'ports:', '80', '8080:80'],
      ...[
        'kind: Service',
        'apiVersion: v1',
        '\n---\n',
        '&a',
        '*a',
        '<<: *a',
        '#',
        '/tcp',
        '${X',
        '"labels":',
        '\t',
        '|',
        '?',
      ],
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => answers(bytes(bits.join('')))),
      { numRuns: 1500 },
    )
  })
})

describe('what is exported comes back word for word', () => {
  const label = fc
    .record({
      port: fc.oneof(fc.integer({ min: 0, max: 65535 }).map(String), fc.constant('8000-8010')),
      protocol: fc.constantFrom('', 'tcp', 'udp'),
      host: fc.constantFrom('', '*.corp.example', '10.0.0.0/8'),
      site: fc.constantFrom('', 'wiki.example'),
      name: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', "'=x", '"a", b', '{x}', 'a;b\tc')),
      note: fc.oneof(fc.string(), fc.constantFrom('a\nb', '-x', '\\')),
      link: fc.constantFrom('', 'https://a.example/?q="x"'),
      color: fc.constantFrom('', 'blue'),
    })
    .map(labelOf)
    .filter((read) => typeof read !== 'string')
  const labels = fc.uniqueArray(label, {
    maxLength: 20,
    selector: (one) => JSON.stringify([one.from, one.to, one.protocol, one.host, one.site]),
  })

  test.each([
    ['JSON', (some: Parameters<typeof writeCsv>[0]) => writeJson({ labels: some })],
    ['CSV', writeCsv],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(labels, (some) => {
        fc.pre(some.length > 0)
        const text = write(some)
        const { found, refused } = read(text)
        expect(refused).toEqual([])
        expect(write(found.map((entry) => entry.label))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})
