import { expect, test } from 'vitest'
import { FORMATS } from './formats'

const write = (name: string) => FORMATS.find((format) => format.name === name)?.write(page) ?? ''

const page = {
  title: 'A [page] | about "ports"',
  url: 'https://example.test/',
  words: { heading: (link: string) => `Ports on ${link}`, port: 'Port', likely: 'Likely', mentions: 'Mentions' },
  ports: [
    { from: 22, to: 22, count: 3, name: 'SSH' },
    { from: 6000, to: 6063, count: 1, name: '=X11, "windows"' },
  ],
}

test('Markdown is a table with the page linked', () => {
  expect(write('Markdown')).toBe(
    'Ports on [A \\[page\\] \\| about "ports"](https://example.test/)\n\n' +
      '| Port | Likely | Mentions |\n|---|---|---|\n| 22 | SSH | 3 |\n| 6000-6063 | =X11, "windows" | 1 |\n',
  )
})

test('CSV quotes what has commas, and defuses what a spreadsheet would run', () => {
  expect(write('CSV')).toBe('port,likely,mentions\r\n22,SSH,3\r\n6000-6063,"\'=X11, ""windows""",1\r\n')
})

test('JSON can be read back', () => {
  const read = JSON.parse(write('JSON')) as { ports: unknown[] }
  expect(read.ports[1]).toEqual({
    from: 6000,
    to: 6063,
    likely: '=X11, "windows"',
    mentions: 1,
  })
})
