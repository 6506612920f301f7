import { describe, expect, test } from 'vitest'
import { HOSTILE } from '../scripts/detect-hostile'
import { findMentions } from './index'

/** So long that a rule which goes back over the text again and again would not end in this test's lifetime. */
const LENGTH = 100_000

describe('text made to be slow is read to its end', () => {
  test.each(HOSTILE)('%s', (_, make) => {
    const text = make(LENGTH)
    const ends = findMentions({ text }).map(({ end }) => end)
    expect(Math.max(0, ...ends)).toBeLessThanOrEqual(text.length)
  })
})
