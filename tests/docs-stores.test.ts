import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { has, read, ROOT, rowsOf } from './docs-parts'

describe.each(readdirSync(join(ROOT, 'public/_locales')))('the text for the stores in %s', (language) => {
  const doc = `docs/store/${language}.md`

  test('has the manifest’s short description, as long as stores take it', () => {
    const { description } = JSON.parse(read(`public/_locales/${language}/messages.json`)) as {
      description: { message: string }
    }
    has(doc, `\n\n${description.message}\n\n`)
    expect(description.message.length).toBeLessThanOrEqual(132)
  })
  test('says how many ports there are, and names the pictures and sizes of the script', () => {
    const text = read(doc)
    expect(text).toMatch(/65[,.\s]?536/)
    const script = read('scripts/screenshots/store.mjs')
    const pictures = [...script.matchAll(/'(\d-[\w-]+|tile)'/g)].map(([, name]) => `${name}.png`)
    expect(rowsOf(text)).toEqual([...new Set(pictures)].sort())
    expect(text).toContain('1280×800')
    expect(text).toContain('440×280')
    expect(script).toContain('width: 440, height: 280')
  })
  test('has the parts of the English one, with as many points', () => {
    const shape = (path: string) => ({
      headings: read(path).match(/^## /gm)?.length,
      points: read(path).match(/^• /gm)?.length,
      paragraphs: read(path).split('\n\n').length,
    })
    expect(shape(doc)).toEqual(shape('docs/store/en.md'))
  })
})
