import { expect, test } from 'vitest'
import { leadOfLink, leadOfText, pathOf } from './find-ports'
import { parseQuery } from '../registry/query'
import type { SearchAnswer } from '../registry'

const registry = {
  search(typed: string): SearchAnswer {
    const query = parseQuery(typed)
    return query.kind === 'help' ? query : { kind: 'results', query, results: [] }
  },
}

test.each([
  ['5432', 'port.html#5432'],
  ['53/udp', 'port.html#53/udp'],
  ['localhost:3000', 'port.html#3000'],
  ['it listens on port 6379.', 'port.html#6379'],
  ['ports 6000-6063', 'popup.html?search=6000-6063'],
  ['open 22/tcp, and localhost:8080 too', 'popup.html?search=22%2C+8080'],
  ['postgres', 'popup.html?search=postgres'],
  ['', 'popup.html?search='],
])('a selection of %j leads to %s', (text, path) => expect(pathOf(leadOfText(text, registry))).toBe(path))

test.each([
  ['http://a.example:9200/', 'port.html#9200'],
  ['https://a.example:443/', 'port.html#443'],
  ['https://a.example/:8080', 'popup.html?noPort=https&search=443'],
  ['http://[::1]:631/', 'port.html#631'],
  ['mailto:a@b.example', 'popup.html?noPort=mailto'],
  ['nonsense', 'popup.html?noPort='],
])('a link to %s leads to %s', (link, path) => expect(pathOf(leadOfLink(link))).toBe(path))
