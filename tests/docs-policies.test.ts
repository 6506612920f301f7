import { describe, expect, test } from 'vitest'
import { COLORS, labelOf } from '../settings/labels/label'
import { CARD_TRIGGERS, DEFAULTS, MARK_STYLES, MARKS } from '../settings/settings'
import { quoted, read, rowsOf } from './docs-parts'

describe('docs/policies.md', () => {
  const doc = read('docs/policies.md')
  const { properties } = JSON.parse(read('public/managed-schema.json')) as {
    properties: Record<string, { items: { properties: object }; properties: object }>
  }

  test('names the keys that the schema has, and these are the settings and the labels', () => {
    expect(rowsOf(doc)).toEqual(Object.keys(properties))
    expect(rowsOf(doc).sort()).toEqual(['labels', ...Object.keys(DEFAULTS)].sort())
  })
  test.each([
    ['marks', MARKS],
    ['markStyle', MARK_STYLES],
    ['card', CARD_TRIGGERS],
  ] as const)('names the values of %s, as the schema does', (key, values) => {
    const line = doc.split('\n').find((row) => row.startsWith(`| \`${key}\``)) ?? ''
    expect(quoted(line).slice(1)).toEqual(values)
    expect((properties[key] as unknown as { title: string }).title.split(/, | or /)).toEqual(values)
  })
  test('names the fields of a label and of the site rule, as the schema does', () => {
    const lineOf = (key: string) => doc.split('\n').find((row) => row.startsWith(`| \`${key}\``)) ?? ''
    const fields = Object.keys(properties['labels']?.items.properties ?? {})
    expect(quoted(lineOf('labels'))).toEqual(expect.arrayContaining(fields))
    expect(Object.keys(properties['siteRule']?.properties ?? {})).toEqual(Object.keys(DEFAULTS.siteRule))
    expect(quoted(lineOf('siteRule'))).toEqual(expect.arrayContaining(Object.keys(DEFAULTS.siteRule)))
    expect(read('public/managed-schema.json')).toContain(`"${COLORS.slice(0, -1).join(', ')} or ${COLORS.at(-1)}"`)
  })
  test('gives examples that are read, for the add-on of that name', () => {
    const examples = [...doc.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text = '']) => text)
    expect(examples).toHaveLength(2)
    const labels = examples.flatMap((text) => {
      const found: object[] = []
      JSON.parse(text, (key, value: unknown) => {
        if (key === 'labels') found.push(...(value as object[]))
        return value
      })
      return found
    })
    expect(labels.map(labelOf).filter((label) => typeof label === 'string')).toEqual([])
    const [, id = ''] = /id: '(.+@.+)'/.exec(read('wxt.config.ts')) ?? []
    expect(examples.at(-1)).toContain(`"${id}"`)
    expect(doc).toContain(`/${id}.json`)
  })
})
