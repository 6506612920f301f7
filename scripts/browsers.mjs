import { existsSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { Problem } from './problem.mjs'

/**
 * A browser on this machine. `branded`: Google Chrome itself, which takes no unpacked extension on its command line.
 * @typedef {{ name: string, kind: 'chromium' | 'firefox', path: string, branded: boolean }} Browser
 */

const LINUX = {
  chromium: [
    'chromium',
    'chromium-browser',
    'chrome-for-testing',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'brave',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
}

const MAC = {
  chromium: ['Chromium', 'Google Chrome for Testing', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'],
}

const WINDOWS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome for Testing\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe', 'Firefox Nightly\\firefox.exe'],
}

/** Variables that name a browser's executable and come before everything else. */
export const OVERRIDE = { chromium: 'PORTHOLE_CHROMIUM', firefox: 'PORTHOLE_FIREFOX' }

/**
 * The first browser of a kind on this machine, or undefined.
 * @param {'chromium' | 'firefox'} kind
 * @returns {Browser | undefined}
 * @throws {Problem} when the environment names an executable that is not there.
 */
export function findBrowser(kind) {
  const named = env[OVERRIDE[kind]]
  if (named) {
    if (!existsSync(named))
      throw new Problem(`${OVERRIDE[kind]} is set to ${named}, but there is no such file. Correct it or unset it.`)
    return describe(kind, named)
  }
  const path = candidates(kind).find((candidate) => existsSync(candidate))
  return path ? describe(kind, path) : undefined
}

/** @param {'chromium' | 'firefox'} kind @returns {string[]} */
function candidates(kind) {
  if (platform() === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return MAC[kind].flatMap((name) =>
      folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${kind === 'firefox' ? 'firefox' : name}`),
    )
  }
  if (platform() === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    return WINDOWS[kind].flatMap((name) => folders.map((folder) => join(folder, name)))
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
    '/opt/microsoft/msedge',
    '/opt/brave.com/brave',
  ].filter(Boolean)
  return LINUX[kind].flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** @returns {Browser} */
function describe(kind, path) {
  const branded = /google-chrome|Google Chrome(?! for Testing)|Google\\Chrome\\/.test(path)
  const name =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.exe$/, '') ?? kind
  return { name, kind, path, branded }
}
