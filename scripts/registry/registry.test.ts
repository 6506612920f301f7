import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expandRow } from '../../registry/snapshot.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { changesBetween } from './changes.ts'
import { BadCsv, readCsv } from './read-csv.ts'
import { countRows, formatSnapshot, parseSnapshot } from './snapshot-file.ts'

const HEAD =
  'Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes'

/** Rows made up for the test, one of each kind that the registry has. */
const CSV = [
  HEAD,
  'quay,70,tcp,Quay Berth Service,[Ann_Harbour],[Ann_Harbour],,,[RFC9999],,,',
  'quay,70,udp,Quay Berth Service,[Ann_Harbour],[Ann_Harbour],,,[RFC9999],,,',
  'quay,70,sctp,Quay,[Ben_Pier],[Ben_Pier],2001-02,2022-02-07,[RFC9998],,,',
  'berth,70,tcp,Quay Berth Service,[Ann_Harbour],[Cleo_Dock],,,,,,"This is a duplicate of the ""quay"" service and should not be used."',
  ',71,tcp,Reserved,,,,2020-01-02,,,,"De-assigned on 2020-01-02, previously anchorage by [Dan_Mole]"',
  ',72-79,,Unassigned,,,,,,,,',
  ',80,tcp,any private ferry service,[Eve_Wharf],[Eve_Wharf],,,,,,',
  'moor-x,6000-6063,tcp,"Moor ""X"", with a comma',
  'and a line break",[Ann_Harbour],[Ann_Harbour],1999-12-31,,,,Known Unauthorized Use on port 6003,"Defined TXT keys: a=<b>',
  'and more of that"',
  'sounding,49151,dccp,Sounding,,,,,[RFC1][RFC2],42,,',
  'no-port,,,A service without a port,[Ann_Harbour],[Ann_Harbour],,,,,,',
].join('\r\n')

const build = (csv: string, before = '') => buildSnapshot(csv, { newer: {}, origin: 'newer@1', before, fewestRows: 5 })

describe("IANA's CSV becomes the snapshot", () => {
  const lines = build(CSV).split('\n').slice(3, -1)

  it('has one line for what protocols have in common, and one for what differs', () => {
    expect(lines).toEqual([
      '70\ttcp+udp\tquay\tQuay Berth Service\t[Ann_Harbour]\t=\t\t\t[RFC9999]',
      '70\tsctp\tquay\tQuay\t[Ben_Pier]\t=\t2001-02\t2022-02-07\t[RFC9998]',
      '70\ttcp\tberth\tQuay Berth Service\t[Ann_Harbour]\t[Cleo_Dock]\t\t\t\t\talias=quay',
      '71\ttcp\t\tReserved\t\t\t\t2020-01-02\t\t\twithdrawn=2020-01-02; former=anchorage',
      '72-79\t\t\tUnassigned',
      '80\ttcp\t\tany private ferry service\t[Eve_Wharf]\t=',
      '6000-6063\ttcp\tmoor-x\tMoor "X", with a comma and a line break\t[Ann_Harbour]\t=\t1999-12-31\t\t\tKnown Unauthorized Use on port 6003',
      '49151\tdccp\tsounding\tSounding\t\t\t\t\t[RFC1][RFC2]',
    ])
  })

  it("gives the CSV's rows again, in the registry's order", () => {
    const byPort = readCsv(CSV).map((row) => JSON.stringify(row))
    const again = parseSnapshot(build(CSV))
      .flatMap(expandRow)
      .map((row) => JSON.stringify(row))
    expect(again.toSorted()).toEqual(byPort.toSorted())
  })

  it('is the same text however the rows are ordered', () => {
    const [head = '', ...records] = CSV.replace('comma\r\nand', 'comma and')
      .replace('<b>\r\nand', '<b> and')
      .split('\r\n')
    const ports = (record: string) => Number(/,(\d+)/.exec(record)?.[1] ?? 0)
    const sorted = records.toSorted((a, b) => ports(b) - ports(a))
    expect(build([head, ...sorted].join('\n'))).toBe(build(CSV))
  })
})

describe('a newer package adds what the CSV does not have', () => {
  const newer = {
    '70/tcp': ['quay', 'other words'],
    '75/udp': ['lightship', 'New Lightship'],
    '76/tcp': ['', 'Unassigned'],
    '6010/tcp': ['moor-x', 'inside the range'],
  } as const
  const text = buildSnapshot(CSV, { newer, origin: 'newer@1.2.3', before: '', fewestRows: 5 })

  it('and nothing else, with where it came from', () => {
    expect(text.split('\n').filter((line) => line.includes('newer@'))).toEqual([
      '75\tudp\tlightship\tNew Lightship\t\t\t\t\t\t\t\tnewer@1.2.3',
    ])
  })

  it('and its rows do not count when the next CSV is compared with the snapshot', () => {
    expect(() => build(CSV, text)).not.toThrow()
  })
})

describe('a file that cannot be the registry is refused, with what is wrong', () => {
  const refuses = (name: string, csv: string, message: RegExp) =>
    it(name, () => {
      expect(() => build(csv)).toThrow(BadCsv)
      expect(() => build(csv)).toThrow(message)
    })
  refuses('a web page', '<!DOCTYPE html><title>503</title>', /web page/)
  refuses('an empty file', '', /Columns are missing/)
  refuses('a missing column', CSV.replace('Reference', 'Ref'), /Columns are missing: Reference/)
  refuses('a file cut off within a record', CSV.slice(0, 700), /cut off/)
  refuses('a file cut off within quotes', CSV.slice(0, CSV.indexOf('with a comma')), /cannot be read as CSV/)
  refuses('a file cut off between records', `${CSV.split('\r\nsounding')[0]}`, /ends at port 6063 instead of 49151/)
  refuses('a port that is none', CSV.replace(',80,tcp', ',70000,tcp'), /Port Number "70000"/)
  refuses('a backward range', CSV.replace('72-79', '79-72'), /Port Number "79-72"/)
  refuses('an unknown protocol', CSV.replace('80,tcp', '80,tpc'), /Transport Protocol "tpc"/)
  refuses('a date that is none', CSV.replace('1999-12-31', '31 Dec 1999'), /Registration Date "31 Dec 1999"/)
  refuses('too few rows', [HEAD, 'quay,70,tcp,Quay,,,,,,,,'].join('\n'), /1 rows with a port/)

  it('much less than the snapshot has', () => {
    const more = formatSnapshot(
      Array.from({ length: 500 }, (_, i) => ({ ...readCsv(CSV)[0], from: 1000 + i, to: 1000 + i })) as ReturnType<
        typeof readCsv
      >,
    )
    expect(() => build(CSV, more)).toThrow(/fewer than the snapshot/)
  })
})

describe('what changed is told', () => {
  it('as added, removed, renamed and edited', () => {
    const after = CSV.replaceAll('quay,70,tcp', 'kai,70,tcp')
      .replace('sounding,49151,dccp,Sounding', 'sounding,49151,dccp,Deep Sounding')
      .replace(',80,tcp,any private ferry', 'ferry,80,tcp,any private ferry')
      .replace(/berth,70[^\r]+\r\n/, '')
    const changes = changesBetween(readCsv(CSV), readCsv(after))
    expect(changes).toEqual({
      added: ['80/tcp ferry'],
      removed: ['70/tcp berth'],
      renamed: ['70/tcp quay -> kai'],
      edited: 1,
    })
  })
})

describe('the committed snapshot', () => {
  const text = readFileSync(new URL('../../data/iana.txt', import.meta.url), 'utf8')
  const rows = parseSnapshot(text)
  const all = rows.flatMap(expandRow)

  it('is what its rows give again', () => expect(formatSnapshot(all)).toBe(text))
  it('has the rows that its second line counts', () => expect(text.split('\n')[1]).toBe(`# ${countRows(rows)}`))
  it('has every port that IANA lists, up to the last of the user ports', () => {
    expect(rows[0]?.from).toBe(0)
    expect(Math.max(...rows.map((row) => row.to))).toBe(49_151)
  })
  it('names no service twice for a port and protocol', () => {
    const keys = all
      .filter((row) => row.name !== '')
      .map((row) => `${row.from}-${row.to}/${row.protocols.join('+')} ${row.name}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it("has dates and references in IANA's form only", () => {
    const odd = all.filter(
      ({ registered, modified, references }) =>
        [registered, modified].some((date) => !/^(\d{4}-\d{2}(-\d{2})?)?$/.test(date)) ||
        !/^(\[[^\]]+\])*$/.test(references.replace(/\s*\n\s*/g, '')),
    )
    expect(odd.map((row) => `${row.from} ${row.references}`)).toEqual([])
  })
})
