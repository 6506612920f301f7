import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, installPackages, main, needBrowser, runPackage } from './set-up.mjs'

const node = (script, ...args) => runPackage(script, args)

/** Steps that are one check each; a failed one does not keep the others from running. */
const CHECKS = [
  ['types', () => node('wxt/bin/wxt.mjs', 'prepare').ok && node('typescript/bin/tsc', '--noEmit').ok],
  ['lint', () => node('eslint/bin/eslint.js', '.', '--max-warnings', '0').ok],
  ['format', () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.').ok],
  ['unused files, exports and packages', () => node('knip/bin/knip.js', '--no-progress').ok],
  ['Chrome build', () => node('wxt/bin/wxt.mjs', 'build', '-b', 'chrome').ok],
  ['Firefox build', () => node('wxt/bin/wxt.mjs', 'build', '-b', 'firefox').ok],
  ['store linter', lintForStore],
]

await main(async () => {
  const only = process.argv.includes('--quick') ? 'unit' : undefined
  checkNode()
  installPackages()
  if (!only) {
    needBrowser('chromium')
    needBrowser('firefox')
  }
  const total = { passed: 0, failed: 0 }
  for (const [name, check] of only ? CHECKS.slice(0, 1) : CHECKS) {
    console.log(`\n── ${name}`)
    const ok = check()
    total[ok ? 'passed' : 'failed']++
    if (!ok) console.log(`${name}: FAILED`)
  }
  for (const project of only ? [only] : ['unit', 'e2e']) {
    console.log(`\n── ${project} tests`)
    const { passed, failed } = vitest(project)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0) process.exitCode = 1
})

/** Runs a project's tests and counts them; a runner that dies without a report counts as one failure. */
function vitest(project) {
  const report = join(tmpdir(), `porthole-${project}-${process.pid}.json`)
  const { ok } = node(
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  return { passed, failed: failed + (!ok && failed === 0 ? 1 : 0) }
}

/** Mozilla's own linter on the Firefox build: no error, no warning, no notice. */
function lintForStore() {
  const { output } = runPackage(
    'web-ext/bin/web-ext.js',
    ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
    { quiet: true },
  )
  const start = output.indexOf('{"count"')
  if (start < 0) {
    console.log(output)
    return false
  }
  const { summary, errors, warnings, notices } = JSON.parse(output.slice(start).split('\n')[0] ?? '')
  for (const { _type, code, message, file } of [...errors, ...warnings, ...notices])
    console.log(`${_type} ${code} in ${file}: ${message}`)
  console.log(`${summary.errors} errors, ${summary.warnings} warnings, ${summary.notices} notices`)
  return summary.errors + summary.warnings + summary.notices === 0
}
