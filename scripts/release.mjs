import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { Problem } from './problem.mjs'
import { checkNode, installPackages, main, ROOT, run, runPackage } from './set-up.mjs'

const OUT = join(ROOT, '.output', 'release')

await main(async () => {
  checkNode()
  installPackages()
  const { notesOf, problemsOf } = await tsImport('./release-checks.ts', import.meta.url)
  const version = process.argv[2] ?? ''
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const problems = problemsOf({
    version,
    packageVersion: readJson('package.json').version,
    lockVersion: readJson('package-lock.json').version,
    changelog,
    changed: git('status', '--porcelain'),
    tags: git('tag', '--list'),
  })
  if (problems.length > 0) throw new Problem(`Not released:\n\n${problems.join('\n\n')}`)
  makePackages(version)
  writeFileSync(join(OUT, 'notes.md'), `${notesOf(changelog, version)}\n`)
  console.log(`\n${OUT} holds the packages, their checksums and the notes.
Next: npm test, then git tag v${version}, then upload to the stores as docs/upkeep.md says.`)
})

function makePackages(version) {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  for (const kind of ['chrome', 'firefox']) {
    if (!runPackage('wxt/bin/wxt.mjs', ['zip', '-b', kind]).ok) throw new Problem(`The build for ${kind} failed.`)
  }
  const zips = readdirSync(join(ROOT, '.output')).filter((name) => name.startsWith(`porthole-${version}-`))
  const sums = zips.map((name) => {
    copyFileSync(join(ROOT, '.output', name), join(OUT, name))
    return `${createHash('sha256')
      .update(readFileSync(join(OUT, name)))
      .digest('hex')}  ${name}\n`
  })
  writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''))
}

function readJson(name) {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
}

function git(...args) {
  const { ok, output } = run('git', args, { quiet: true })
  if (!ok) throw new Problem(`git ${args.join(' ')} failed:\n${output.trim()}`)
  return output.split('\n').filter(Boolean)
}
