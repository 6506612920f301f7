import { describe, expect, test } from 'vitest'
import { densityPath, MapSpace } from './map-space'

const SPACE = {
  assigned: [20, 23, 80, 80, 6000, 6063],
  held: [0, 0],
  names: '20\tftp-data\tFile Transfer\tFTP\n22\tssh\tSSH\tSSH\n80\thttp\t\t\n5173\t\t\tVite\n',
}
const space = new MapSpace(SPACE)

describe('the opened space', () => {
  test.each([
    [0, 65_536, 69],
    [20, 24, 4],
    [21, 22, 1],
    [24, 80, 0],
    [6060, 70_000, 4],
    [-100, 21, 1],
  ])('from %i up to %i, %i are registered', (from, end, count) => expect(space.registered(from, end)).toBe(count))

  test.each([
    [0, 'held'],
    [22, 'registered'],
    [6063, 'registered'],
    [5173, 'used'],
    [909, 'free'],
  ])('%i is %s', (port, kind) => expect(space.kindOf(port)).toBe(kind))

  test.each([
    [20, 'FTP · File Transfer'],
    [22, 'SSH'],
    [80, 'http'],
    [5173, 'Vite'],
    [909, ''],
  ])('%i is called "%s"', (port, name) => expect(space.nameOf(port)).toBe(name))

  test('lists the named ports of a part', () => expect(space.named(21, 80)).toEqual([22, 80]))
})

describe('the outline', () => {
  test('is flat where nothing is registered', () => expect(densityPath(space, 1000, 100, 10, 40)).toBe('M0 40H10V40Z'))
  test('shows a single port, and a full bin at full height', () => {
    expect(densityPath(space, 0, 65_536, 512, 40)).toBe('M0 40H0V38H1V40H46V35H47V25H48V40H512V40Z')
    expect(densityPath(space, 6000, 64, 2, 40)).toBe('M0 40H0V0H2V40Z')
  })
  test('draws a port as wide as it is where there are more bins than ports', () =>
    expect(densityPath(space, 78, 4, 8, 40)).toBe('M0 40H4V0H6V40H8V40Z'))
})
