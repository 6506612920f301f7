import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'apps')

/**
 * Installs the applications' packages and bundles the applications, unless exactly these are there already.
 * @returns the folder with a page for each application
 */
export function buildApps(): string {
  const sources = ['package-lock.json', 'build.mjs', ...readdirSync(join(FOLDER, 'src')).map((file) => `src/${file}`)]
  const hash = createHash('sha256')
  for (const file of sources) hash.update(readFileSync(join(FOLDER, file)))
  const built = join(FOLDER, 'node_modules', '.built', hash.digest('hex').slice(0, 16))
  if (existsSync(join(built, 'done'))) return built
  installApps()
  run(process.execPath, ['build.mjs', built])
  writeFileSync(join(built, 'done'), '')
  return built
}

/** Installs the packages that the applications' lock names, unless exactly these are there already. */
export function installApps(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(FOLDER, 'package-lock.json')))
    .digest('hex')
  const stamp = join(FOLDER, 'node_modules', '.porthole-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  mkdirSync(join(FOLDER, 'node_modules'), { recursive: true })
  writeFileSync(stamp, lock)
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed in tests/apps:\n${(stdout ?? '') + (stderr ?? '')}`)
}
