import findAndReplaceDOMText from 'findandreplacedomtext'
import { linkify, UrlMatcher } from 'linkify-plus-plus-core'
import Mark from 'mark.js'

/** What is nearest to a port that these can be asked for: a host and a number, or the word and one. */
const PORT = /(?:[\w.-]+:|\bport )\d{2,5}\b/gi

export const peers = {
  findAndReplaceDOMText: (root) => findAndReplaceDOMText(root, { find: PORT, wrap: 'mark' }),
  'linkify-plus-plus': (root) => linkify(root, { matcher: new UrlMatcher(), maxRunTime: 1e9 }),
  'mark.js': (root) => new Promise((done) => new Mark(root).markRegExp(PORT, { acrossElements: true, done })),
}
