import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowOf } from '../label'
import { readFile } from './read-file'

/** Files as people write them. */
const FILES = join(import.meta.dirname, '..', '..', '..', 'tests', 'files')

function told(path: string) {
  const answer = readFile(new Uint8Array(readFileSync(path)), path.split('/').at(-1) ?? '')
  if ('unreadable' in answer) throw new Error(answer.unreadable)
  const { format, found, refused } = answer.reading
  return {
    format,
    found: found.map(({ label }) => {
      const { port, protocol, host, name } = rowOf(label)
      return `${port}${protocol ? `/${protocol}` : ''}${host ? `@${host}` : ''} ${name}`
    }),
    refused: refused.map(({ line, reason }) => `${line} ${reason}`),
    notes: found.map(({ label }) => label.note ?? ''),
  }
}

test('a services file with tabs, aliases, comments in comments and a protocol that is gone', () => {
  const { format, found, refused, notes } = told(join(FILES, 'services'))
  expect(format).toBe('services')
  expect(found).toHaveLength(28)
  expect(found.slice(0, 4)).toEqual([
    '1701/udp presses-hello',
    '4001/tcp presses',
    '4002/tcp presses-status',
    '4002/udp presses-status',
  ])
  expect(found).toContain('4210/sctp ink')
  expect(notes[4]).toBe('Soft proofs, TLS · proofing, proofd')
  expect(notes[found.indexOf('4301/tcp paper-scale')]).toBe('Scales in the yard # second floor')
  expect(refused).toEqual(['41 protocol'])
})

test('a Compose file with anchors, profiles, variables and both ways to write a port', () => {
  const { format, found, refused, notes } = told(join(FILES, 'compose.yaml'))
  expect(format).toBe('compose')
  expect(found).toEqual([
    '8080 app',
    '5433@localhost db',
    '80 proxy',
    '443 proxy',
    '443/udp proxy',
    '8025 mail',
    '1025 mail',
    '9000/tcp storage',
    '9001 storage',
    '10000-10100/udp media',
  ])
  expect(notes[1]).toBe('→ 5432 · postgres:17-alpine')
  expect(refused).toEqual(['73 variable', '74 random-port'])
})

test('manifests of a whole namespace', () => {
  const { format, found, refused } = told(join(FILES, 'kubernetes.yaml'))
  expect(format).toBe('kubernetes')
  expect(found).toEqual([
    '8080/tcp checkout http',
    '9464/tcp checkout metrics',
    '443/tcp front https',
    '31443/tcp front https',
    '443/udp front h3',
    '31443/udp front h3',
    '5432/tcp ledger-db',
  ])
  expect(refused.map((one) => one.split(' ')[1])).toEqual(['kind', 'kind'])
})

test('the values of a chart', () => {
  const { format, found, refused } = told(join(FILES, 'values.yaml'))
  expect(format).toBe('helm')
  expect(found).toEqual([
    '9090 service',
    '9093 alertmanager',
    '9094 alertmanager cluster',
    '9100 exporters node',
    '9115 exporters blackbox http',
    '50051 grpc server',
    '9464 grpc server metrics',
  ])
  expect(refused).toEqual([])
})

const OWN = '/etc/services'
describe.skipIf(!existsSync(OWN))(`this machine's own ${OWN}`, () => {
  test('is read whole: every line is a label, or is named with the reason why not', () => {
    const lines = readFileSync(OWN, 'utf8')
      .split('\n')
      .filter((line) => /^\s*[^\s#]/.test(line))
    const { format, found, refused } = told(OWN)
    expect(format).toBe('services')
    expect(found.length).toBeGreaterThan(100)
    // Another name for a port that is there already joins its label.
    expect(found.length + refused.length).toBeLessThanOrEqual(lines.length)
    expect(found.length).toBeGreaterThan(lines.length * 0.9)
    expect(found).toContain('22/tcp ssh')
    expect([...new Set(refused.map((one) => one.split(' ')[1]))].filter((why) => why !== 'protocol')).toEqual([])
  })
})
