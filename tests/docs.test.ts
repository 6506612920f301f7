import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
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

test('CONTRIBUTING lists every command', () => {
  const text = read('CONTRIBUTING.md')
  for (const name of Object.keys(scripts)) expect(text).toMatch(new RegExp(`npm (?:run )?${name}\\b`))
})

test('the README’s table lists every folder of code', () => {
  const hidden = ['node_modules']
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !hidden.includes(entry.name))
    .map(({ name }) => name)
  const listed = [...read('README.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name)
  expect(folders.filter((name) => !listed.includes(name) && name !== 'public')).toEqual([])
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

test.each(readdirSync(join(ROOT, 'public/_locales')))(
  'the short description for the stores in %s is the manifest’s',
  (name) => {
    const { description } = JSON.parse(read(`public/_locales/${name}/messages.json`)) as {
      description: { message: string }
    }
    expect(read(`docs/store/${name}.md`)).toContain(`\n\n${description.message}\n\n`)
    expect(description.message.length).toBeLessThanOrEqual(132)
  },
)
