import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { read, ROOT } from './docs-parts'

const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  engines: { node: string }
}

const DOCS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'data/README.md', 'data/uses/README.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
].filter((path) => path.endsWith('.md'))

test.each(DOCS)('%s names commands, files and pages that exist', (doc) => {
  const text = read(doc)
  for (const [, name = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g))
    expect(scripts, `npm run ${name}`).toHaveProperty([name])
  for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
    expect(existsSync(join(ROOT, dirname(doc), link)), link).toBe(true)
  for (const [, path = ''] of text.matchAll(
    /`((?:background|components|detect|docs|entrypoints|page|public|registry|scripts|settings|tests)\/[\w./-]*)`/g,
  ))
    expect(existsSync(join(ROOT, path)), path).toBe(true)
})

test('CONTRIBUTING and the data’s README name files of code that exist', () => {
  const files = new Set(
    ['background', 'components', 'data', 'detect', 'entrypoints', 'page', 'registry', 'scripts', 'settings', 'tests']
      .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
      .map((path) => path.replace(/.*[\\/]/, '')),
  )
  for (const doc of ['CONTRIBUTING.md', 'data/README.md'])
    for (const [, name = ''] of read(doc).matchAll(/`([\w-]+\.(?:ts|tsx|mjs|yaml))`/g))
      expect(files.has(name) || existsSync(join(ROOT, name)), `${name} in ${doc}`).toBe(true)
})

test('CONTRIBUTING lists every command', () => {
  const text = read('CONTRIBUTING.md')
  for (const name of Object.keys(scripts)) expect(text).toMatch(new RegExp(`npm (?:run )?${name}\\b`))
})

test('the README’s table lists every folder of code', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
  const listed = [...read('README.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(folders.sort())
})

test('what the docs say of versions and limits is what the code says', () => {
  const config = read('wxt.config.ts')
  const readme = read('README.md')
  expect(readme).toContain(`Node.js](https://nodejs.org) ${engines.node.replace('>=', '')} or newer`)
  expect(readme).toContain(`Chrome ${/minimum_chrome_version: '(\d+)'/.exec(config)?.[1]} or newer`)
  expect(readme).toContain(`Firefox ${/strict_min_version: '(\d+)/.exec(config)?.[1]} or newer`)
  const most = Number(/MOST_MARKS = ([\d_]+)/.exec(read('page/mentions.ts'))?.[1]?.replace('_', '')).toLocaleString(
    'en',
  )
  for (const doc of ['README.md', 'SECURITY.md', 'CHANGELOG.md']) expect(read(doc)).toContain(`${most} marks at most`)
})
