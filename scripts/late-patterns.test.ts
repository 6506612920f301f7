import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { withLatePatterns } from './late-patterns'

/** What a script says, as it was and with late patterns. */
function both(body: string): unknown[] {
  const script = `(function(){${body}})()`
  const late = withLatePatterns(script)
  expect(late).not.toContain('/[')
  return [script, late].map((code) => JSON.stringify(runInNewContext(code)))
}

describe('late patterns', () => {
  test.each([
    ['a quotation mark of templates', 'return ["a`b", "ab"].map(t => /[`]b/.test(t))'],
    ['the same, escaped', 'return ["a`b", "ab"].map(t => /[\\`]b/.test(t))'],
    ['a backslash before it', 'return ["\\\\`", "`"].map(t => /[\\\\`]`/.test(t + "`"))'],
    ['what opens an expression', 'return ["${", "$", "{"].map(t => /[x${}]{2}/.test(t))'],
    ['the same, escaped', 'return ["${", "$", "{"].map(t => /[\\${]{2}/.test(t))'],
    ['flags', 'return /[Q]UEUE/i.exec("a queue").index'],
    ['letters of other scripts', 'return "порт 22".replace(/[\\p{L}]+/gu, "port")'],
    ['all matches', 'return [..."1 22 333".matchAll(/[0-9]+/g)].map(String)'],
    ['patterns that a caller begins anew', 'const f = t => /[b]/y.test(t); return [f("b"), f("b"), f("ab")]'],
    ['a pattern that remembers its place', 'const r = /[b]/g; return [r.test("ab"), r.lastIndex, r.test("ab")]'],
    ['a pattern behind a word', 'const f = t => typeof/[x]/; return f()'],
  ])('keep %s', (_what, body) => {
    const [before, after] = both(body)
    expect(after).toEqual(before)
  })

  test('throw where the script has another form', () => {
    expect(() => withLatePatterns('let a=/x/')).toThrow('another form')
  })
})
