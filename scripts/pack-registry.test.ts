import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openRegistry } from '../registry/index.ts'
import { packRegistry, packText } from './pack-registry.ts'
import { parseSnapshot } from './registry/snapshot-file.ts'
import { readAllUses, readUses } from './uses-read.ts'

/** What the package may hold of knowledge, in bytes of gzip. */
const BUDGET = 450_000

describe('the packed registry', () => {
  const assets = packRegistry()
  const registry = openRegistry(assets[0]?.text ?? '')
  const snapshot = parseSnapshot(readFileSync(new URL('../data/iana.txt', import.meta.url), 'utf8'))

  it('is small enough to be carried by everyone', () => {
    const sizes = assets.map(({ text }) => gzipSync(text, { level: 9 }).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BUDGET)
  })

  it("has every service of the snapshot, by its name or as another's alias", () => {
    const missing = snapshot.filter(({ name, from, to }) => {
      if (name === '') return false
      const { services } = registry.lookUp(from)
      return !services.some((service) => service.to === to && [service.name, ...service.aliases].includes(name))
    })
    expect(missing).toEqual([])
  })

  it('has dates, assignees and protocols as they are registered', () => {
    const wrong = snapshot.filter(({ name, from, protocols, registered, assignee }) => {
      const service = registry.lookUp(from, protocols[0]).services.find((one) => one.name === name)
      if (!service) return false
      const people = /\[(.*?)(_\d+)?\]/.exec(assignee)?.[1]?.replaceAll('_', ' ')
      return (
        protocols.some((protocol) => !service.protocols.includes(protocol)) ||
        (registered !== '' && service.registered === undefined) ||
        (people !== undefined && service.assignee === undefined)
      )
    })
    expect(wrong).toEqual([])
  })

  it('has every use that could be read', () => {
    const missing = readAllUses().uses.filter(({ product, use }) => {
      const { uses } = registry.lookUp(use.port.from)
      return !uses.some(({ name, to, role }) => name === product.name && to === use.port.to && role === use.role)
    })
    expect(missing.map(({ file, line }) => `${file}:${line}`)).toEqual([])
  })

  it('has an answer for each of the 65,536 ports', () => {
    const wrong = Array.from({ length: 65_536 }, (_, port) => registry.lookUp(port)).filter(
      ({ port, range, status, services }) =>
        (status === 'assigned') !== services.length > 0 || (range === 'dynamic') !== port > 49_151,
    )
    expect(wrong).toEqual([])
  })
})

describe('what a use takes over from its product', () => {
  const { uses } = readUses(
    'quay.yaml',
    `
- name: Quay Server
  aliases: [quay]
  subject: web
  words: [berth]
  source: https://quay.example/docs
  checked: true
  exposure: admin
  ports:
    - { port: 5402, proto: tcp+udp, role: ships, default: true, registered: none, scheme: http, tls: starttls, weight: 5 }
    - { port: 5401, proto: tcp, default: false, registered: other, aliases: [pier], source: "https://pier.example", checked: false, exposure: lan }
`,
  )
  const registry = openRegistry(packText([], uses))

  it('comes out as it was written', () => {
    expect(registry.lookUp(5402).uses).toEqual([
      {
        name: 'Quay Server',
        role: 'ships',
        aliases: ['quay'],
        subject: 'web',
        from: 5402,
        to: 5402,
        protocols: ['tcp', 'udp'],
        isDefault: true,
        registered: 'none',
        scheme: 'http',
        encryption: 'starttls',
        exposure: 'admin',
        source: 'https://quay.example/docs',
        checked: true,
        weight: 5,
        words: ['berth'],
      },
    ])
    expect(registry.lookUp(5401).uses).toMatchObject([
      { aliases: ['pier', 'quay'], source: 'https://pier.example', checked: false, exposure: 'lan', weight: 3 },
    ])
  })

  it('is told apart where a page names the product beside another port', () => {
    const [named] = registry.rank(8088, { before: 'Open Quay Server at http://localhost:' })
    expect(named).toMatchObject({ name: 'Quay Server', from: 5402, elsewhere: true })
    expect(registry.rank(0, { before: 'Open Quay Server at http://localhost:' })).toEqual([])
    expect(registry.rank(8088, { before: 'Open the quay server at http://localhost:' })).toEqual([])
  })
})

describe('data/likeliest.yaml', () => {
  it('names uses that there are', () => {
    const uses = new Set(readAllUses().uses.map(({ product, use }) => `${use.port.from} ${product.name}`))
    const ports: Record<string, string[]> = parse(
      readFileSync(new URL('../data/likeliest.yaml', import.meta.url), 'utf8'),
    )
    const named = Object.entries(ports).flatMap(([port, names]) => names.map((name) => `${port} ${name}`))
    expect(named.filter((use) => !uses.has(use))).toEqual([])
  })
})

describe('data/prominence.yaml', () => {
  it('names products that there are', () => {
    const names = new Set(readAllUses().uses.map(({ product }) => product.name))
    const weights: Record<string, string[]> = parse(
      readFileSync(new URL('../data/prominence.yaml', import.meta.url), 'utf8'),
    )
    expect(
      Object.values(weights)
        .flat()
        .filter((name) => !names.has(name)),
    ).toEqual([])
  })
})
