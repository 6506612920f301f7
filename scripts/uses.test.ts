import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSnapshot } from './registry/snapshot-file.ts'
import { checkUses } from './uses-check.ts'
import { type Problem, readAllUses, readUses } from './uses-read.ts'

const WHOLE = `
- name: Quay
  aliases: [berth]
  subject: database
  source: https://quay.example/docs
  checked: true
  ports:
    - { port: 5401, proto: tcp+udp, role: clients, default: true, registered: none, tls: optional }
    - { port: 5402-5404, proto: udp, default: false, registered: none, checked: false, weight: 5 }
`

describe('a file of uses', () => {
  it('is read with what a port takes over from its product', () => {
    const { uses, problems } = readUses('quay.yaml', WHOLE)
    expect(problems).toEqual([])
    expect(
      uses.map(({ use, source, checked, line }) => ({ ...use.port, proto: use.proto, source, checked, line })),
    ).toEqual([
      { from: 5401, to: 5401, proto: ['tcp', 'udp'], source: 'https://quay.example/docs', checked: true, line: 8 },
      { from: 5402, to: 5404, proto: ['udp'], source: 'https://quay.example/docs', checked: false, line: 9 },
    ])
  })

  const tells = (name: string, change: (text: string) => string, line: number, message: RegExp) =>
    it(`tells ${name}`, () => {
      const { problems } = readUses('quay.yaml', change(WHOLE))
      expect(problems.map((problem) => problem.line)).toContain(line)
      expect(problems.find((problem) => problem.line === line)?.message).toMatch(message)
    })
  tells('an unknown subject', (text) => text.replace('database', 'databse'), 4, /subject/)
  tells('a port that is none', (text) => text.replace('5401', '65536'), 8, /65536 is no port/)
  tells('an unknown protocol', (text) => text.replace('tcp+udp', 'tcp+tpc'), 8, /"tcp\+tpc" is not tcp, udp/)
  tells('a long role', (text) => text.replace('clients', 'c'.repeat(61)), 8, /longer than 60/)
  tells('an alias with capitals', (text) => text.replace('berth', 'Berth'), 3, /lower case/)
  tells('a source that is no URL', (text) => text.replace('https://', ''), 5, /is no URL/)
  tells('a missing source', (text) => text.replace(/ {2}source.*\n/, ''), 7, /no source/)
  tells('a missing field', (text) => text.replace(', registered: none, tls', ', tls'), 8, /registered/)
  tells('an unknown field', (text) => text.replace('tls: optional', 'ssl: yes'), 8, /ssl/)
  tells('broken YAML', (text) => text.replace('tls: optional }', 'tls: optional'), 9, /./)
})

describe('all files together', () => {
  const snapshot = parseSnapshot('5401\ttcp\tpier\tPier Service\n')
  const check = (text: string) => checkUses(readUses('a.yaml', text).uses, snapshot)

  it('tell a use that contradicts the registry', () => {
    expect(check(WHOLE)).toMatchObject([{ line: 8, message: expect.stringContaining('IANA has a service there') }])
  })
  it('tell a use that is there twice', () => {
    const twice = WHOLE.replace('registered: none, tls', 'registered: other, tls').replace('5402-5404', '5401')
    expect(check(twice)).toMatchObject([{ line: 9, message: 'quay 5401/udp is also in a.yaml:8' }])
  })
})

describe('data/uses', () => {
  const { uses, problems } = readAllUses()
  const snapshot = parseSnapshot(readFileSync(new URL('../data/iana.txt', import.meta.url), 'utf8'))
  const told = ({ file, line, message }: Problem) => `data/uses/${file}:${line}: ${message}`

  it('can be read', () => expect(problems.map(told)).toEqual([]))
  it('agrees with the registry and with itself', () => expect(checkUses(uses, snapshot).map(told)).toEqual([]))
  it('cites neither nmap-services nor Wikipedia and its copies', () => {
    const barred = /nmap-services|wikipedia|wikiwand|\bwiki2\b|\benwiki\b|dbpedia\.org|\bkiwix\b/i
    expect(
      uses
        .filter(({ source }) => barred.test(source))
        .map(({ file, line, source }) => `data/uses/${file}:${line}: ${source}`),
    ).toEqual([])
  })
  it('was checked at its sources for at least three quarters', () => {
    expect(uses.filter((use) => !use.checked).length).toBeLessThanOrEqual(uses.length / 4)
  })
})
