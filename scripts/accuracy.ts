import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findMentions } from '../detect/index'
import { browserReader } from './detect-browser'
import { type Passage, type Predicted, report, reportRules, score } from './detect-score'

/**
 * npm run accuracy -- FILES [--misses] [--split] [--rules] [--text-only] [--extension=FOLDER]
 *
 * How often the marks are right, and how many ports they find, against passages labelled by hand (JSON Lines, a passage a
 * line: {id, kind, domain, source, content, ports}). Text is read in Node, HTML by the built extension in Chromium.
 */
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'))
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const extension = flags.find((flag) => flag.startsWith('--extension='))?.slice('--extension='.length)
if (files.length === 0) {
  console.error('usage: npm run accuracy -- FILES [--misses] [--split] [--rules] [--text-only]')
  process.exit(2)
}
const has = (flag: string): boolean => flags.includes(`--${flag}`)

const halfOf = (p: Passage): 'A' | 'B' => (createHash('sha256').update(p.source).digest().readUInt8(0) & 1 ? 'B' : 'A')

for (const file of files) {
  const passages = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Passage)
  const browser = has('text-only') ? undefined : await browserReader(extension)
  const predicted = new Map<string, readonly Predicted[]>()
  for (const p of passages) {
    if (p.kind === 'text') predicted.set(p.id, findMentions({ text: p.content }))
    else if (browser) predicted.set(p.id, await browser.read(p.content))
  }
  await browser?.close()
  const measured = passages.filter((p) => predicted.has(p.id))
  console.log(
    `${file}: ${measured.length} passages${measured.length < passages.length ? ` (text only, ${passages.length - measured.length} HTML left out)` : ''}`,
  )
  report('all', score(measured, predicted))
  if (has('split')) {
    for (const half of ['A', 'B'] as const)
      report(
        `half ${half}`,
        score(
          measured.filter((p) => halfOf(p) === half),
          predicted,
        ),
      )
  }
  if (has('rules')) reportRules(measured, predicted)
  if (has('misses')) {
    const half = has('half-b') ? 'B' : has('half-a') ? 'A' : undefined
    for (const line of score(
      measured.filter((p) => !half || halfOf(p) === half),
      predicted,
    ).faults)
      console.log(line)
  }
}
