import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './browsers.mjs'
import { Problem } from './problem.mjs'
import { checkNode, installPackages, main, needBrowser, ROOT, runPackage } from './set-up.mjs'

const USAGE = `npm start -- [URL or file] [--browser chromium|firefox] [--headless]

Builds Porthole and opens a browser with it, on a demo page or on the URL. Without a display it prints what it marked
and saves pictures under .output/demo.`

await main(async () => {
  const { page, kind, headless, help } = readArguments()
  if (help) return console.log(USAGE)
  checkNode()
  installPackages()
  const browser = kind
    ? needBrowser(kind)
    : (findBrowser('chromium') ?? findBrowser('firefox') ?? needBrowser('chromium'))
  build(browser.kind)
  // Only now: these need the packages.
  const { show, report } = await import('./demo.mjs')
  await (headless ? report(browser, page) : show(browser, page))
})

function readArguments() {
  let parsed
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string' }, headless: { type: 'boolean' }, help: { type: 'boolean' } },
    })
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
  const { values, positionals } = parsed
  const named = values.browser?.toLowerCase()
  const kind =
    named === undefined
      ? undefined
      : named === 'firefox'
        ? 'firefox'
        : /^(chrom|edge|brave)/.test(named)
          ? 'chromium'
          : null
  if (kind === null)
    throw new Problem(`There is no browser called "${values.browser}" here. Choose chromium or firefox.`)
  if (positionals.length > 1) throw new Problem(`One page at a time, please.\n\n${USAGE}`)
  return {
    page: positionals[0] === undefined ? undefined : toUrl(positionals[0]),
    kind,
    headless: values.headless ?? !hasDisplay(),
    help: values.help,
  }
}

/** A URL as it is, a file's path as a file URL, a bare host with http before it. */
function toUrl(text) {
  if (existsSync(resolve(text))) return pathToFileURL(resolve(text)).href
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  if (!URL.canParse(url)) throw new Problem(`"${text}" is neither a URL nor a file here.`)
  return url
}

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function build(kind) {
  console.log('Building …')
  const { ok, output } = runPackage('wxt/bin/wxt.mjs', ['build', '-b', kind === 'firefox' ? 'firefox' : 'chrome'], {
    quiet: true,
  })
  if (!ok) throw new Problem(`The build failed:\n${output.trim()}`)
  mkdirSync(join(ROOT, '.output', 'demo'), { recursive: true })
}
