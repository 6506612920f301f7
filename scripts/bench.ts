import { main } from './set-up.mjs'
import { benchDocuments } from './bench/documents'
import { benchHeap } from './bench/heap'
import { benchLoad } from './bench/load'
import { benchOperations } from './bench/operations'
import { benchPopup } from './bench/popup'
import { benchStreams } from './bench/streams'
import { printTable, type Row } from './bench/table'

/**
 * npm run bench [--quick]
 *
 * What Porthole costs the pages that it is on, beside a bare walk over the same page and beside its peers. Each figure
 * is a ratio, or a share, from one interleaved run: wall clocks of different runs cannot be compared.
 */
await main(async () => {
  const rows: Row[] = []
  const only = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const parts = {
    documents: benchDocuments,
    streams: benchStreams,
    load: benchLoad,
    popup: benchPopup,
    heap: benchHeap,
    operations: benchOperations,
  }
  for (const [name, part] of Object.entries(parts))
    if (only.length === 0 || only.includes(name)) rows.push(...(await part()))
  printTable(rows)
  if (rows.some(({ limit, value }) => limit !== undefined && value > limit)) process.exitCode = 1
})
