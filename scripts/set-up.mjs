import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, OVERRIDE } from './browsers.mjs'
import { Problem } from './problem.mjs'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const NEEDED_NODE = [20, 19]
const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' }
const NAMES = { chromium: 'Chromium (or Chrome, Edge, Brave)', firefox: 'Firefox' }

/**
 * Runs a command of this project in its folder and shows what it prints.
 * @param {string} command @param {string[]} args @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {{ ok: boolean, output: string }}
 */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  const shell = platform() === 'win32'
  const { status, stdout, stderr } = spawnSync(shell ? `"${command}"` : command, args, {
    cwd: ROOT,
    env,
    shell,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'],
  })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}

/**
 * Runs a program of an installed package.
 * @param {string} script its path in node_modules
 * @param {string[]} args @param {{ quiet?: boolean }} [options]
 */
export const runPackage = (script, args, options) =>
  run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options)

/** Refuses a Node that is too old for the build, before it fails in a way that nobody understands. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needed = 0, neededMinor = 0] = NEEDED_NODE
  if (major > needed || (major === needed && minor >= neededMinor)) return
  throw new Problem(
    `Porthole needs Node ${NEEDED_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  )
}

/** Installs the packages that package-lock.json names, unless exactly these are there already. */
export function installPackages() {
  const stamp = join(ROOT, 'node_modules', '.porthole-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages …')
  const { ok, output } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  if (!ok)
    throw new Problem(
      `npm could not install the packages:\n${output.trim()}\nCheck the network connection and try again.`,
    )
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

/**
 * Finds a browser; installs one with apt-get where this is root on Debian or Ubuntu.
 * @param {'chromium' | 'firefox'} kind
 * @returns {import('./browsers.mjs').Browser}
 * @throws {Problem} with the one command to run, where it has to be installed by hand.
 */
export function needBrowser(kind) {
  const found = findBrowser(kind)
  if (found) return found
  if (canApt()) {
    console.log(`No ${NAMES[kind]} here: installing ${PACKAGES[kind]} with apt-get …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { quiet: true, env })
    const { ok, output } = run('apt-get', ['install', '-y', '-qq', PACKAGES[kind]], { quiet: true, env })
    const installed = ok && findBrowser(kind)
    if (installed) return installed
    throw new Problem(`apt-get could not install ${PACKAGES[kind]}:\n${output.trim().split('\n').slice(-5).join('\n')}`)
  }
  throw new Problem(
    `Porthole found no ${NAMES[kind]} on this machine. Install it with\n  ${installCommand(kind)}\nor set ${OVERRIDE[kind]} to the path of its executable.`,
  )
}

function canApt() {
  return platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function installCommand(kind) {
  if (platform() === 'darwin') return `brew install --cask ${kind === 'firefox' ? 'firefox' : 'chromium'}`
  if (platform() === 'win32') return `winget install ${kind === 'firefox' ? 'Mozilla.Firefox' : 'Hibbiki.Chromium'}`
  if (existsSync('/usr/bin/dnf')) return `sudo dnf install ${kind === 'firefox' ? 'firefox' : 'chromium'}`
  if (existsSync('/usr/bin/pacman')) return `sudo pacman -S ${kind}`
  return `sudo apt-get install ${PACKAGES[kind]}`
}

/** Runs a script's main part; a Problem ends it with its message alone. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
