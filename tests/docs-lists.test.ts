import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OVERRIDE } from '../scripts/browsers.mjs'
import { FIGURES, type Figures } from '../scripts/figures'
import { EXPOSURES, SUBJECTS, UsePort, UseProduct } from '../scripts/uses-schema'
import { MOST_BYTES } from '../settings/labels/files/read-file'
import { FORMATS } from '../settings/labels/files/reading'
import { has, quoted, read, ROOT, rowsOf } from './docs-parts'

const LANGUAGES = readdirSync(join(ROOT, 'public/_locales'))
const STORE_TEXTS = LANGUAGES.map((name) => `docs/store/${name}.md`)

const WORDS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A document's part under a heading, up to the next of any level. */
const under = (doc: string, heading: string) => read(doc).split(`# ${heading}\n`)[1]?.split(/^#+ /m)[0] ?? ''

/** The number that a constant of the code has. */
function constant(path: string, name: string): number {
  const [, value = ''] = new RegExp(`${name}(?:: \\w+)? = ([\\d_.]+)\\n`).exec(read(path)) ?? []
  return Number(value.replaceAll('_', ''))
}

describe('data/README.md and data/uses/README.md', () => {
  test('list the files of the folder', () => {
    const files = readdirSync(join(ROOT, 'data')).filter((name) => !/\.test\.ts$|^README|^uses$/.test(name))
    expect(
      rowsOf(read('data/README.md'))
        .filter((name) => /^[a-z]+\.\w+$/.test(name))
        .sort(),
    ).toEqual(files.sort())
  })
  test('list the subjects, the keys of exposure with what the interface says, and the fields', () => {
    const doc = read('data/uses/README.md')
    expect(quoted(/^Subjects: ([\s\S]+?)\n\n/m.exec(doc)?.[1] ?? '')).toEqual(SUBJECTS)
    const [fields = '', exposures = ''] = doc.split('Exposure keys')
    expect(rowsOf(exposures)).toEqual(EXPOSURES)
    const texts = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>
    for (const key of EXPOSURES)
      expect(exposures).toContain(`| \`${key}\` | ${texts[`exposure_${key.replace('-', '_')}`]?.message} |`)
    const explained = [...rowsOf(fields), ...quoted(/```yaml\n([\s\S]+?)```/.exec(doc)?.[1] ?? '')]
    for (const name of Object.keys(UsePort.entries)) expect(explained).toContain(name)
    for (const name of Object.keys(UseProduct.entries)) expect(fields).toMatch(new RegExp(`\\b${name}\\b`))
  })
})

describe('what one can do', () => {
  test('README names the keys that the manifest suggests', () => {
    const keys = [...read('wxt.config.ts').matchAll(/suggested_key: \{ default: '([^']+)'/g)].map(([, key = '']) =>
      key.replace('Period', '.').replace('Comma', ','),
    )
    expect(keys).toHaveLength(3)
    for (const key of keys) has('README.md', key)
  })
  test('README names the variables for browsers and the options of npm start', () => {
    const readme = read('README.md')
    for (const name of Object.values(OVERRIDE)) expect(readme).toContain(`\`${name}\``)
    const options = [...readme.matchAll(/^npm start --.*? --(\w+)/gm)].map(([, name]) => name)
    const known = /options: \{(.+)\}/.exec(read('scripts/start.mjs'))?.[1] ?? ''
    for (const name of options) expect(known).toContain(`${name}: {`)
  })
  test('CONTRIBUTING lists the parts of the bench', () => {
    const [, parts = ''] = /const parts = \{([\s\S]+?)\n {2}\}/.exec(read('scripts/bench.ts')) ?? []
    const names = [...parts.matchAll(/(\w+): bench/g)].map(([, name]) => name)
    const line = read('CONTRIBUTING.md')
      .split('\n')
      .find((row) => row.includes('npm run bench [-- PARTS]'))
    expect(quoted(/parts: (.+?);/.exec(line ?? '')?.[1] ?? '')).toEqual(names)
  })
  test.each(['README.md', 'CHANGELOG.md', ...STORE_TEXTS])('%s names every kind of file that is imported', (doc) => {
    const names: Readonly<Record<(typeof FORMATS)[number], RegExp>> = {
      porthole: /Porthole/,
      csv: /\bCSV\b/,
      services: /\/etc\/services/,
      compose: /Compose/,
      kubernetes: /Kubernetes/,
      helm: /Helm/,
    }
    for (const format of FORMATS) expect(read(doc)).toMatch(names[format])
  })
  test('CHANGELOG names every language', () => {
    const names = new Intl.DisplayNames('en', { type: 'language' })
    const doc = read('CHANGELOG.md')
    for (const code of LANGUAGES) {
      const [language = '', region] = code.split('_')
      expect(doc).toContain(
        region === 'CN' ? 'Simplified Chinese' : names.of(region ? code.replace('_', '-') : language),
      )
    }
  })
})

describe('figures', () => {
  // They are measured and kept before a release: see the bench and the accuracy in CONTRIBUTING.
  test.skipIf(!existsSync(FIGURES))('in the README’s comparison are those that were kept', () => {
    const kept = Object.values(JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures).flatMap(Object.values<number>)
    for (const [, figure = ''] of under('README.md', 'Compared').matchAll(/([\d.]+) [×%]/g)) {
      const decimals = figure.split('.')[1]?.length ?? 0
      expect(kept.map((value) => value.toFixed(decimals))).toContain(figure)
    }
    expect(kept).toContain(Number(/ on (\d+) cases/.exec(under('README.md', 'Compared'))?.[1]))
  })

  test.each<[string, string, string | number]>([
    ['docs/privacy.md', 'last %s look-ups', WORDS[constant('entrypoints/popup/recent.ts', 'KEPT')] ?? '?'],
    ['README.md', 'texts in %s languages', WORDS[LANGUAGES.length] ?? '?'],
    ['SECURITY.md', 'up to %s MB', MOST_BYTES >> 20],
    ['SECURITY.md', 'slices of %s ms', constant('page/slices.ts', 'SLICE_MS')],
    ['docs/upkeep.md', 'more than %s%', 100 * constant('scripts/registry/build-snapshot.ts', 'LARGEST_LOSS')],
    [
      'docs/permissions.md',
      '| %s, for `caretPositionFromPoint` (Chrome only)',
      /minimum_chrome_version: '(\d+)'/.exec(read('wxt.config.ts'))?.[1] ?? '?',
    ],
    ['docs/permissions.md', 'Firefox %s, for', /strict_min_version: '(\d+)/.exec(read('wxt.config.ts'))?.[1] ?? '?'],
  ])('%s: %s', (doc, words, figure) => has(doc, words.replace('%s', String(figure))))

  test('of packages that are held back are those of package.json, whose versions are exact', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const versions = { ...dependencies, ...devDependencies }
    for (const [name, version] of Object.entries(versions)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    const held = read('docs/decisions/0004-tools.md').replaceAll('\n', ' ')
    expect(versions['typescript']).toContain(`${/TypeScript is (\d+\.\d+) until/.exec(held)?.[1]}.`)
    expect(versions['vitest']).toContain(`${/Vitest is (\d+):/.exec(held)?.[1]}.`)
    expect(versions['knip']).toContain(`${/knip stays at (\d+\.\d+) /.exec(read('docs/upkeep.md'))?.[1]}.`)
  })
})

test('SECURITY names a test for every threat, and each is there', () => {
  const rows = under('SECURITY.md', 'What is defended, and against whom')
    .split('\n')
    .filter((line) => /^\| (?!who |---)/.test(line))
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) {
    const tests = quoted(row.split('|').at(-2) ?? '')
    expect(tests, row).not.toEqual([])
    for (const name of tests)
      expect(
        [`tests/${name}.test.ts`, name].some((path) => existsSync(join(ROOT, path))),
        name,
      ).toBe(true)
  }
})
