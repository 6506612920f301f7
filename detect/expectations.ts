import { expect, test } from 'vitest'
import { findMentions, type Mention, type TextBlock } from './index'

/** What a test may say about a mention besides its extent. `port` stands for both ends. */
type Expected = Partial<Pick<Mention, 'from' | 'to' | 'host' | 'protocol' | 'kind' | 'side' | 'rule'>> & {
  readonly port?: number
}
type Place = Omit<Partial<TextBlock>, 'text'>

/** `connect to [localhost:5432]`: square brackets mark the extents; `\[` is a bracket of the text, as are nested ones. */
function parse(marked: string): { text: string; extents: [number, number][] } {
  let text = ''
  let depth = 0
  const extents: [number, number][] = []
  for (let i = 0; i < marked.length; i++) {
    const char = marked.charAt(i)
    if (char === '\\' && /[[\]]/.test(marked.charAt(i + 1))) text += marked.charAt(++i)
    else if (char === '[' && depth++ === 0) extents.push([text.length, text.length])
    else if (char === ']' && --depth === 0)
      extents[extents.length - 1] = [extents[extents.length - 1]?.[0] ?? 0, text.length]
    else text += char
  }
  return { text, extents }
}

export function finds(marked: string, expected: readonly Expected[] = [], place: Place = {}): void {
  test(marked, () => {
    const { text, extents } = parse(marked)
    const mentions = findMentions({ text, ...place })
    expect(mentions.map((m) => text.slice(m.start, m.end))).toEqual(
      extents.map(([start, end]) => text.slice(start, end)),
    )
    expect(mentions.map((m) => [m.start, m.end])).toEqual(extents)
    expected.forEach(({ port, ...rest }, i) => {
      expect(mentions[i]).toMatchObject({ ...(port !== undefined && { from: port, to: port }), ...rest })
    })
  })
}

export function ignores(text: string, place: Place = {}): void {
  test(`leaves alone: ${text}`, () => {
    expect(findMentions({ text, ...place }).map((m) => `${text.slice(m.start, m.end)} (${m.rule})`)).toEqual([])
  })
}
