import { beforeAll, describe, expect, test } from 'vitest'
import { packRegistry } from '../scripts/pack-registry'
import { openPacked } from './packed'
import { type PortSpace, portSpaceOf } from './port-space'

let space: PortSpace
beforeAll(() => {
  const asset = packRegistry().find(({ fileName }) => fileName === 'registry.txt')
  space = portSpaceOf(openPacked(asset?.text ?? ''))
})

const holds = (runs: readonly number[], port: number) =>
  runs.some((first, i) => i % 2 === 0 && first <= port && port <= (runs[i + 1] ?? -1))
const nameOf = (port: number) => space.names.split('\n').find((line) => line.startsWith(`${port}\t`))

describe('the port space', () => {
  test.each([22, 2909, 6005, 6063])('%i is assigned', (port) => expect(holds(space.assigned, port)).toBe(true))
  test.each([0, 909, 6064 + 40_000, 49_152, 65_535])('%i is not assigned', (port) =>
    expect(holds(space.assigned, port)).toBe(false),
  )
  test.each([0, 2, 24])('%i is held back', (port) => expect(holds(space.held, port)).toBe(true))

  test('runs ascend and do not touch', () => {
    for (const runs of [space.assigned, space.held]) {
      expect(runs.length % 2).toBe(0)
      for (let i = 2; i < runs.length; i += 2) expect(runs[i]).toBeGreaterThan((runs[i - 1] ?? 0) + 1)
    }
  })

  test('names come from the registration and from the likeliest product', () => {
    expect(nameOf(22)).toBe('22\tssh\tThe Secure Shell (SSH) Protocol\tSSH')
    expect(nameOf(2909)).toBe('2909\tfunk-dialout\tFunk Dialout\t')
    expect(nameOf(6005)).toContain('\tx11\t')
    expect(nameOf(909)).toBeUndefined()
  })
})
