import { existsSync, readFileSync } from 'node:fs'
import { explain } from '../detect/explain'

/**
 * npm run explain -- "text"   or   npm run explain -- FILE
 *
 * Prints each number of a text with the rule that marked it, or the reason it was left alone.
 */
const [given] = process.argv.slice(2)
if (!given) {
  console.error('usage: npm run explain -- "text or a file\'s name"')
  process.exit(2)
}
const text = existsSync(given) ? readFileSync(given, 'utf8') : given
for (const { start, end, mention, reason } of explain({ text })) {
  const around =
    `${text.slice(Math.max(0, start - 24), start)}[${text.slice(start, end)}]${text.slice(end, end + 16)}`.replace(
      /\s+/g,
      ' ',
    )
  const number = mention && mention.to !== mention.from ? `${mention.from}-${mention.to}` : text.slice(start, end)
  const details =
    mention && [mention.protocol, mention.host && `host ${mention.host}`, mention.side].filter(Boolean).join(', ')
  const verdict = mention ? `port   ${mention.rule}${details ? ` (${details})` : ''}` : `left   ${reason}`
  console.log(`${number.padStart(11)}  ${verdict.padEnd(56)}  ${around}`)
}
