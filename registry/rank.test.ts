import { describe, expect, it } from 'vitest'
import { rankUses } from './rank.ts'
import type { Surroundings, Use } from './types.ts'

const use = (name: string, more: Partial<Use> = {}): Use => ({
  name,
  aliases: [],
  subject: 'web',
  from: 70,
  to: 70,
  protocols: ['tcp'],
  isDefault: true,
  registered: 'none',
  source: 'https://quay.example',
  checked: true,
  weight: 3,
  words: [],
  ...more,
})

/** Three products that share a port, the best known first. */
const SHARED = [
  use('Harbour', { weight: 5, aliases: ['harbour master'], words: ['tide', 'pilot'] }),
  use('Quay Server', { role: 'crane control', words: ['bollard', 'mooring line'] }),
  use('Berth', { weight: 1, subject: 'storage', words: ['bollard'] }),
]

const first = (around: Surroundings, expected: string, uses: readonly Use[] = SHARED) =>
  it(`${JSON.stringify(around)} → ${expected}`, () => expect(rankUses(uses, around)[0]?.name).toBe(expected))

describe('the words around a mention', () => {
  first({}, 'Harbour')
  first({ before: 'nothing that helps at port' }, 'Harbour')
  first({ before: 'start Berth on port' }, 'Berth')
  first({ after: 'is where the quay server listens' }, 'Quay Server')
  first({ before: 'tie the mooring line, then open' }, 'Quay Server')
  first({ title: 'Berth: a quick start' }, 'Berth')
  first({ headings: 'Installing Berth', before: 'open http://localhost:' }, 'Berth')
  first({ label: 'Berth' }, 'Berth')
})

describe('nearer words count more', () => {
  first({ before: 'Berth talks to Quay Server on port' }, 'Quay Server')
  first({ before: 'Quay Server talks to Berth on port' }, 'Berth')
  first({ title: 'Berth', before: 'connect it to Quay Server at port' }, 'Quay Server')
})

describe('what tells nothing apart counts little', () => {
  first({ before: 'ask the pilot, free the bollard, port' }, 'Harbour')
  it('a phrase does not run from one place into another', () => {
    expect(rankUses(SHARED, { headings: 'The mooring', before: 'line up at' })[0]?.name).toBe('Harbour')
  })
  it('the scheme of an address does not speak for a product of that name', () => {
    const uses = [use('Berth'), use('HTTP', { weight: 2 })]
    expect(rankUses(uses, { before: 'open http://localhost:' })[0]?.name).toBe('Berth')
  })
})

describe('a product that is at home on another port', () => {
  const elsewhere = [use('Lighthouse', { from: 90, to: 90, elsewhere: true })]
  it('comes first where the page names it', () => {
    expect(rankUses(SHARED, { before: 'Lighthouse listens on port' }, elsewhere)[0]?.name).toBe('Lighthouse')
  })
  it('stays behind a use that is settled', () => {
    const settled = [use('Harbour', { registered: 'same', weight: 5 })]
    expect(rankUses(settled, { before: 'Lighthouse listens on port' }, elsewhere)[0]?.name).toBe('Harbour')
  })
})
