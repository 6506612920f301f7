import { readFileSync } from 'node:fs'
import { portsIn } from '../registry/port-range.ts'
import { parseSnapshot } from './registry/snapshot-file.ts'
import { checkUses, perhapsTheSame } from './uses-check.ts'
import { readAllUses } from './uses-read.ts'

/** `npm run uses`: counts of data/uses, and everything that is wrong there, each with file and line. */
const { uses, problems: unread } = readAllUses()
const snapshot = parseSnapshot(readFileSync(new URL('../data/iana.txt', import.meta.url), 'utf8'))
const problems = [...unread, ...checkUses(uses, snapshot)]

for (const file of new Set(uses.map((use) => use.file))) {
  const own = uses.filter((use) => use.file === file)
  const unchecked = own.filter((use) => !use.checked).length
  console.log(`${String(own.length).padStart(5)} uses, ${String(unchecked).padStart(3)} unchecked  ${file}`)
}
const ports = new Set(uses.flatMap(({ use }) => portsIn(use.port)))
const numbers = new Set(uses.map(({ use: { port } }) => port.from))
const unchecked = uses.filter((use) => !use.checked).length
const share = uses.length === 0 ? 0 : (100 * unchecked) / uses.length
console.log(
  `${uses.length} uses on ${numbers.size} ports (${ports.size} with all of each range), ${unchecked} unchecked (${share.toFixed(1)}%)`,
)
const questions = perhapsTheSame(uses)
for (const { file, line, message } of questions) console.log(`data/uses/${file}:${line}: ${message}`)
for (const { file, line, message } of problems) console.error(`data/uses/${file}:${line}: ${message}`)
if (problems.length > 0) {
  console.error(`${problems.length} problems`)
  process.exitCode = 1
}
