import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { findMentions } from '../detect/index'
import { browserReader } from './detect-browser'
import { type Passage, type Predicted, report, reportRules, type Score, score } from './detect-score'
import { keepFigures } from './figures'

/**
 * npm run accuracy -- FILES [--misses [--half-a|--half-b]] [--split] [--rules] [--text-only] [--extension=FOLDER] [--keep=NAME]
 *
 * How often the marks are right, and how many ports they find, against passages labelled by hand (JSON Lines, a passage a
 * line: {id, kind, domain, source, content, ports}). Text is read in Node, HTML by the built extension in Chromium.
 * `--keep` writes the figures of all files together to `docs/figures.json`, which the documents quote.
 */
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'))
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const valueOf = (name: string) => flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3)
const extension = valueOf('extension')
const keep = valueOf('keep')
if (files.length === 0) {
  console.error('usage: npm run accuracy -- FILES [--misses] [--split] [--rules] [--text-only] [--keep=NAME]')
  process.exit(2)
}
const missing = files.find((file) => !existsSync(file))
if (missing) {
  console.error(`There is no file ${missing}.`)
  process.exit(2)
}
const has = (flag: string): boolean => flags.includes(`--${flag}`)

const halfOf = (p: Passage): 'A' | 'B' => (createHash('sha256').update(p.source).digest().readUInt8(0) & 1 ? 'B' : 'A')

const scores: Score[] = []
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
  const all = score(measured, predicted)
  scores.push(all)
  report('all', all)
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

if (keep) {
  const sum = (count: (s: Score) => number) => scores.reduce((total, s) => total + count(s), 0)
  keepFigures(`accuracy, ${keep}`, {
    passages: sum((s) => s.passages),
    precision: (100 * sum((s) => s.right)) / sum((s) => s.mentions),
    recall: (100 * sum((s) => s.found)) / sum((s) => s.labelled),
    'without a fault': (100 * sum((s) => s.clean)) / sum((s) => s.passages),
  })
}
