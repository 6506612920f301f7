import { describe, expect, test } from 'vitest'
import { isHostPattern, matchesHost } from './hosts'
import { labelOf, rowOf } from './label'
import { LabelIndex } from './label-index'
import { readStored, storedOf } from './stored-form'

describe('a row', () => {
  test.each([
    [
      { port: 8080, name: 'web' },
      { port: '8080', name: 'web' },
    ],
    [
      { port: '8000 - 8010', protocol: 'TCP', name: ' a\tb ' },
      { port: '8000-8010', protocol: 'tcp', name: 'a b' },
    ],
    [
      { port: '53/udp', name: 'dns', color: 'puce' },
      { port: '53', protocol: 'udp', name: 'dns' },
    ],
    [
      { port: '53', protocol: 'tcp/udp', name: 'dns' },
      { port: '53', name: 'dns' },
    ],
    [
      { port: 1, name: 'x', host: '*.Corp.example', link: 'https://a.example/', note: 'a\nb' },
      { port: '1', host: '*.corp.example', name: 'x', note: 'a\nb', link: 'https://a.example/' },
    ],
  ])('%j is read', (raw, row) => {
    const label = labelOf(raw)
    expect(typeof label === 'string' ? label : rowOf(label)).toEqual(row)
  })

  test.each([
    [null, 'row'],
    ['8080', 'row'],
    [{ name: 'x' }, 'port'],
    [{ port: 'http', name: 'x' }, 'port'],
    [{ port: 70000, name: 'x' }, 'high'],
    [{ port: '9-8', name: 'x' }, 'backwards'],
    [{ port: 1 }, 'name'],
    [{ port: 1, name: '  ' }, 'name'],
    [{ port: 1, name: 'x'.repeat(201) }, 'long'],
    [{ port: 1, name: 'x', protocol: 'ddp' }, 'protocol'],
    [{ port: 1, name: 'x', host: 'a b' }, 'host'],
    [{ port: 1, name: 'x', host: '10.0.0.0/33' }, 'host'],
    [{ port: 1, name: 'x', site: 'https://a.example/' }, 'site'],
    [{ port: 1, name: 'x', link: 'javascript:alert(1)' }, 'link'],
  ])('%j is refused: %s', (raw, fault) => expect(labelOf(raw)).toBe(fault))
})

describe('host patterns', () => {
  test.each([
    ['db.corp.example', 'DB.corp.example.', true],
    ['db.corp.example', 'xdb.corp.example', false],
    ['*.corp.example', 'a.b.corp.example', true],
    ['*.corp.example', 'corp.example', true],
    ['*.corp.example', 'badcorp.example', false],
    ['10.0.0.0/8', '10.200.3.4', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.0.0.0/8', '10.example', false],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['fd00::/8', '[fd12:3456::1]', true],
    ['fd00::/8', 'fe80::1%eth0', false],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['localhost', '127.0.0.1', true],
    ['localhost', '[::1]', true],
    ['localhost', 'app.localhost', true],
    ['localhost', 'localhost.example', false],
  ])('%s and %s: %s', (pattern, host, matches) => expect(matchesHost(pattern, host)).toBe(matches))

  test.each(['', '*', '*.*', 'a..b', '1.2.3.4/x', '::1::', 'http://a', 'a:80', '-a', '10.0.0.0/8/9'])(
    '%j is none',
    (text) => expect(isHostPattern(text)).toBe(false),
  )
})

describe('labels of a mention', () => {
  const label = (raw: object) => {
    const read = labelOf({ name: JSON.stringify(raw), ...raw })
    if (typeof read === 'string') throw new Error(read)
    return read
  }
  const index = new LabelIndex([
    label({ port: '8000-8100', name: 'range' }),
    label({ port: 8080, name: 'any' }),
    label({ port: 8080, name: 'corp', host: '*.corp.example' }),
    label({ port: 8080, name: 'wiki', site: 'wiki.example' }),
    label({ port: 53, name: 'dns', protocol: 'udp' }),
  ])
  const names = (mentioned: Parameters<typeof index.at>[0]) => index.at(mentioned).map(({ name }) => name)
  test.each([
    [{ from: 8080, to: 8080 }, ['any', 'range']],
    [{ from: 8080, to: 8080, host: 'a.corp.example' }, ['corp', 'any', 'range']],
    [{ from: 8080, to: 8080, host: 'b.example', site: 'wiki.example' }, ['wiki', 'any', 'range']],
    [{ from: 8050, to: 8050 }, ['range']],
    [{ from: 8070, to: 8090 }, ['any', 'range']],
    [{ from: 53, to: 53 }, ['dns']],
    [{ from: 53, to: 53, protocol: 'tcp' }, []],
    [{ from: 8200, to: 8200 }, []],
  ])('%j: %j', (mentioned, expected) => expect(names(mentioned)).toEqual(expected))

  test('are found by their words too', () => {
    expect(index.search('wiki', 5).map(({ name }) => name)).toEqual(['wiki'])
    expect(index.search('corp.ex', 5).map(({ name }) => name)).toEqual(['corp'])
    expect(index.search(' ', 5)).toEqual([])
  })
})

describe('stored labels', () => {
  const rows = [
    { port: '1', name: 'one' },
    { port: '2', name: 'two' },
  ]
  const names = (raw: unknown) => readStored(raw).labels.map(({ name }) => name)
  test.each([
    ['nothing', undefined, [], true, 0],
    ['the form of now', { version: 1, rows }, ['one', 'two'], true, 0],
    ['version 0, rows alone', rows, ['one', 'two'], true, 0],
    ['a later version', { version: 99, rows }, ['one', 'two'], false, 0],
    ['one bad row', { version: 1, rows: [...rows, { port: 'x' }, 7, null] }, ['one', 'two'], false, 3],
    [
      'a text that is cut off',
      JSON.stringify(storedOf([])).replace('[]', '[{"port":"1","name":"o}ne"},{"port":"2","na'),
      ['o}ne'],
      false,
      1,
    ],
    ['a text that is whole', JSON.stringify({ version: 1, rows }), ['one', 'two'], false, 0],
    ['a text of something else', 'not ours', [], false, 1],
    ['an object of rows', { a: rows[0], b: rows[1] }, ['one', 'two'], false, 0],
    ['a number', 7, [], false, 1],
  ])('%s', (_, raw, expected, isSound, unread) => {
    expect(names(raw)).toEqual(expected)
    expect(readStored(raw)).toMatchObject({ isSound, unread })
  })

  test('come back as they went', () => {
    const { labels } = readStored({ version: 1, rows })
    expect(readStored(storedOf(labels))).toEqual({ labels, unread: 0, isSound: true })
  })
})
