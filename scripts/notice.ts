import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const names = new Set<string>()

/** Notes which packages' code ends up in the bundles: an installed package that nothing imports is not in the notice. */
export function rememberPackages(): Plugin {
  return {
    name: 'porthole:remember-packages',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const name = renderedLength > 0 ? packageOf(id) : undefined
          if (name) names.add(name)
        }
      }
    },
  }
}

/** The packages noted since the process began, by name. */
export const bundledPackages = (): readonly string[] => [...names].sort()

/** "/…/node_modules/@floating-ui/dom/dist/x.mjs" is of "@floating-ui/dom". */
export function packageOf(id: string): string | undefined {
  const path = id.replaceAll('\\', '/')
  const at = path.lastIndexOf('/node_modules/')
  return at < 0 ? undefined : /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + '/node_modules/'.length))?.[0]
}

/** The text of NOTICE.txt: each package with its version, its licence's name and its licence's text. */
export function noticeOf(root: string, packages: readonly string[]): string {
  const head = [
    'Porthole is under the MIT licence. It contains the software below, and the Service Name and Transport Protocol',
    'Port Number Registry of IANA, which is in the public domain (CC0).',
  ].join('\n')
  return [head, ...packages.map((name) => partOf(root, name))].join(`\n\n${'─'.repeat(80)}\n\n`) + '\n'
}

interface PackageJson {
  readonly version: string
  readonly license: string
  readonly author?: string | { readonly name: string }
}

function partOf(root: string, name: string): string {
  const folder = join(root, 'node_modules', name)
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e(?:\.\w+)?$/i.test(candidate))
  const by = typeof author === 'object' ? author.name : author
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `Licence: ${license}${by ? `, by ${by}` : ''}. The package carries no licence file.`
  return `${name} ${version} (${license})\n\n${text}`
}
