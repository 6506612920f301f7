import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import budgets from '../scripts/budgets.json'
import { filesIn, unzip } from './zip'

const ROOT = dirname(import.meta.dirname)
const folder = mkdtempSync(join(tmpdir(), 'porthole packages '))
const one = join(folder, 'one')
const fromSources = join(folder, 'from the sources')

let packages: Map<string, Buffer>

beforeAll(async () => {
  const isLeftOut = (path: string) => /(?:^|[\\/])(?:node_modules|\.git|\.output|\.wxt)$/.test(relative(ROOT, path))
  cpSync(ROOT, one, { recursive: true, filter: (path) => !isLeftOut(path) })
  packages = await zipIn(one)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `npm run zip` in a folder with this project's node_modules; the packages by their names. */
async function zipIn(root: string): Promise<Map<string, Buffer>> {
  if (!existsSync(join(root, 'node_modules')))
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const kind of ['chrome', 'firefox']) {
    const wxt = spawn(process.execPath, [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'zip', '-b', kind], {
      cwd: root,
      // Vitest's own would make a development build of it.
      env: { ...process.env, NODE_ENV: undefined },
    })
    let said = ''
    wxt.stderr.on('data', (piece) => (said += String(piece)))
    wxt.stdout.on('data', (piece) => (said += String(piece)))
    const code = await new Promise((resolve) => wxt.once('close', resolve))
    if (code !== 0) throw new Error(said)
  }
  const out = join(root, '.output')
  const zips = readdirSync(out).filter((name) => name.endsWith('.zip'))
  return new Map(zips.map((name) => [name, readFileSync(join(out, name))]))
}

const named = (ending: string): Buffer => {
  const [, zip] = [...packages].find(([name]) => name.endsWith(ending)) ?? []
  if (!zip) throw new Error(`No ${ending} among ${[...packages.keys()].join(', ')}`)
  return zip
}

test('zip gives a package for each browser and one of sources, named after the version', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  expect([...packages.keys()].sort()).toEqual(
    ['chrome', 'firefox', 'sources'].map((kind) => `porthole-${version}-${kind}.zip`),
  )
})

test('the packages built from the sources package alone, elsewhere, are the same byte for byte', async () => {
  unzip(named('sources.zip'), fromSources)
  const again = await zipIn(fromSources)
  expect([...again.keys()].sort()).toEqual([...packages.keys()].sort())
  for (const [name, content] of packages) {
    const other = filesIn(again.get(name) ?? Buffer.alloc(0))
    for (const [file, text] of filesIn(content)) expect(other.get(file)?.equals(text), `${file} in ${name}`).toBe(true)
    expect(again.get(name)?.equals(content), name).toBe(true)
  }
}, 300_000)

test('what is installed for the build is pinned: every package has its version and its checksum', () => {
  interface Locked {
    readonly version?: string
    readonly integrity?: string
  }
  const { packages: locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const loose = Object.entries(locked).filter(([path, { version, integrity }]) => path && !(version && integrity))
  expect(loose.map(([path]) => path)).toEqual([])
})

test('the sources hold what the build needs, and no tests and applications', () => {
  const names = [...filesIn(named('sources.zip')).keys()]
  for (const name of ['README.md', 'LICENSE', 'package-lock.json', '.npmrc', 'data/iana.txt', 'wxt.config.ts'])
    expect(names).toContain(name)
  expect(names.filter((name) => /(?:^|\/)(?:tests|node_modules|\.git|\.output)\/|\.test\.tsx?$/.test(name))).toEqual([])
})

describe.each(['chrome', 'firefox'])('the package for %s', (kind) => {
  test('names no folder of the machine that it was built on', () => {
    for (const [name, content] of filesIn(named(`${kind}.zip`)))
      // Some products keep packages of their own in a folder of that name, and their sources are cited.
      for (const path of [ROOT, folder, ...(name === 'registry.txt' ? [] : ['node_modules/'])])
        expect(content.includes(path), `${path} in ${name}`).toBe(false)
  })

  test('holds the notice: what is bundled, with licences, and all that package.json names', () => {
    const notice = String(filesIn(named(`${kind}.zip`)).get('NOTICE.txt'))
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    for (const [name, version] of Object.entries(dependencies)) expect(notice).toContain(`\n${name} ${version} (`)
    const licences = [...notice.matchAll(/^\S+ \d\S* \((.+)\)$/gm)].map(([, licence]) => licence)
    expect(licences.length).toBeGreaterThanOrEqual(Object.keys(dependencies).length)
    for (const licence of licences) expect(['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause']).toContain(licence)
  })

  test.each(budgets)('keeps to the budget of the $what', ({ file, limit, isGzipped }) => {
    const zip = named(`${kind}.zip`)
    const content = file === '*.zip' ? zip : filesIn(zip).get(file)
    if (!content) throw new Error(`No ${file}`)
    const size = isGzipped ? gzipSync(content, { level: 9 }).length : content.length
    expect(size).toBeLessThanOrEqual(limit)
  })
})
