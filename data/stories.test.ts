import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const Source = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/))
const Port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))

const Stories = v.array(
  v.strictObject({ port: Port, title: v.string(), text: v.string(), sources: v.pipe(v.array(Source), v.minLength(1)) }),
)
const Ghosts = v.array(v.strictObject({ port: Port, service: v.string(), reason: v.string(), source: Source }))

const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const counted = (text: string) => text.trim().split(/\s+/).length

describe('data/stories.yaml', () => {
  const stories = v.parse(Stories, read('stories.yaml'))

  it('tells of at least forty ports, in their order, each once', () => {
    const ports = stories.map(({ port }) => port)
    expect(ports.length).toBeGreaterThanOrEqual(40)
    expect(ports).toEqual([...new Set(ports)].toSorted((a, b) => a - b))
  })
  it.each(stories)('$port takes 40 to 120 words', ({ text }) => {
    expect(counted(text)).toBeGreaterThanOrEqual(40)
    expect(counted(text)).toBeLessThanOrEqual(120)
  })
})

describe('data/ghosts.yaml', () => {
  const ghosts = v.parse(Ghosts, read('ghosts.yaml'))
  const snapshot = readFileSync(new URL('iana.txt', import.meta.url), 'utf8').split('\n')

  it('names registered services only, each port once', () => {
    const ports = ghosts.map(({ port }) => port)
    expect(new Set(ports).size).toBe(ports.length)
    const unknown = ghosts.filter(
      ({ port, service }) => !snapshot.some((line) => line.startsWith(`${port}\t`) && line.split('\t')[2] === service),
    )
    expect(unknown).toEqual([])
  })
  it.each(ghosts)('$port $service says why in a sentence or two', ({ reason }) => {
    expect(reason).toMatch(/\.$/)
    expect(counted(reason)).toBeLessThanOrEqual(45)
  })
})
