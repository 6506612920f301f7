import { main } from './set-up.mjs'
import { benchDocuments } from './bench/documents'
import { benchFrames } from './bench/frames'
import { benchHeap } from './bench/heap'
import { benchHover } from './bench/hover'
import { benchIdle } from './bench/idle'
import { benchLoad } from './bench/load'
import { benchOperations } from './bench/operations'
import { benchPopup } from './bench/popup'
import { benchSoon } from './bench/soon'
import { benchStreams } from './bench/streams'
import { printTable, type Row } from './bench/table'
import { keepFigures } from './figures'
import { Problem } from './problem.mjs'

/**
 * npm run bench [-- PARTS] [--keep]
 *
 * What Porthole costs the pages that it is on, beside a bare walk over the same page and beside its peers. Each figure
 * is a ratio, or a share, from one interleaved run: wall clocks of different runs cannot be compared. `--keep` writes the
 * figures to `docs/figures.json`, which the documents quote.
 */
await main(async () => {
  const rows: Row[] = []
  const only = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const parts = {
    documents: benchDocuments,
    streams: benchStreams,
    frames: benchFrames,
    load: benchLoad,
    popup: benchPopup,
    heap: benchHeap,
    operations: benchOperations,
    idle: benchIdle,
    hover: benchHover,
    soon: benchSoon,
  }
  const unknown = only.find((name) => !(name in parts))
  if (unknown) throw new Problem(`There is no part "${unknown}". Choose of ${Object.keys(parts).join(', ')}.`)
  for (const [name, part] of Object.entries(parts)) {
    if (only.length > 0 && !only.includes(name)) continue
    try {
      rows.push(...(await part()))
    } catch (error) {
      console.error(`The part "${name}" could not be measured:`, error)
      process.exitCode = 1
    }
  }
  printTable(rows)
  if (process.argv.includes('--keep')) keepFigures('bench', labelled(rows))
  if (rows.some(({ limit, value }) => limit !== undefined && value > limit)) process.exitCode = 1
})

/** A peer's row stands under those of the page that it was measured on. */
function labelled(rows: readonly Row[]): Record<string, number> {
  let page = ''
  return Object.fromEntries(
    rows.map(({ what, value, unit }) => {
      const isPeer = what.startsWith(' ')
      if (!isPeer) page = what.replace(/^[^,]*, /, '')
      return [`${isPeer ? `${what.trim()}, ${page}` : what}${unit && `, ${unit}`}`, value]
    }),
  )
}
