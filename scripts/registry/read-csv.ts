import { parse } from 'csv-parse/sync'
import { parsePortRange } from '../../registry/port-range.ts'
import { isProtocol } from '../../registry/protocols.ts'
import type { SnapshotRow } from '../../registry/snapshot.ts'
import { factsFromNotes } from './notes.ts'

/** The CSV is not what IANA publishes; the message says what is wrong with it and what to do. */
export class BadCsv extends Error {
  override name = 'BadCsv'
}

const NEEDED = [
  'Service Name',
  'Port Number',
  'Transport Protocol',
  'Description',
  'Assignee',
  'Contact',
  'Registration Date',
  'Modification Date',
  'Reference',
  'Unauthorized Use Reported',
  'Assignment Notes',
] as const

type Column = (typeof NEEDED)[number]

const DATE = /^(\d{4}-\d{2}(-\d{2})?)?$/

/**
 * Reads IANA's service-names-port-numbers.csv into one row for each port (or range) and protocol; services without a
 * port are left out. Throws BadCsv on anything that IANA would not publish.
 */
export function readCsv(text: string): SnapshotRow[] {
  if (/^\s*</.test(text)) throw new BadCsv('This is a web page (HTML or XML), not the CSV.')
  const [header = [], ...records] = parseRecords(text)
  const missing = NEEDED.filter((column) => !header.includes(column))
  if (missing.length > 0) throw new BadCsv(`Columns are missing: ${missing.join(', ')}.`)
  const rows: SnapshotRow[] = []
  records.forEach((record, i) => {
    if (record.length !== header.length) {
      const fields = `${record.length} fields instead of ${header.length}`
      throw new BadCsv(
        `Record ${i + 2} (${record.slice(0, 3).join(', ')}) has ${fields}: the file was cut off or altered.`,
      )
    }
    const cell = (column: Column) => (record[header.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim()
    if (cell('Port Number') !== '') rows.push(readRecord(cell, i + 2))
  })
  return rows
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadCsv(`It cannot be read as CSV, probably cut off or altered (${reason}).`)
  }
}

function readRecord(cell: (column: Column) => string, record: number): SnapshotRow {
  const bad = (column: Column, wanted: string) =>
    new BadCsv(`Record ${record} ("${cell('Service Name')}") has the ${column} "${cell(column)}", not ${wanted}.`)
  const range = parsePortRange(cell('Port Number'))
  if (!range) throw bad('Port Number', 'a port or range from 0 to 65535')
  const protocol = cell('Transport Protocol')
  if (protocol !== '' && !isProtocol(protocol)) throw bad('Transport Protocol', 'tcp, udp, sctp or dccp')
  for (const column of ['Registration Date', 'Modification Date'] as const) {
    if (!DATE.test(cell(column))) throw bad(column, 'a date like 2014-03 or 2014-03-17')
  }
  if (cell('Service Name') === '' && cell('Description') === '')
    throw bad('Description', 'a reason for a port without name')
  return {
    ...range,
    protocols: protocol === '' ? [] : [protocol],
    name: cell('Service Name'),
    description: cell('Description'),
    assignee: cell('Assignee'),
    contact: cell('Contact'),
    registered: cell('Registration Date'),
    modified: cell('Modification Date'),
    references: cell('Reference'),
    unauthorized: cell('Unauthorized Use Reported'),
    facts: factsFromNotes(cell('Assignment Notes'), cell('Service Name')),
    origin: '',
  }
}
