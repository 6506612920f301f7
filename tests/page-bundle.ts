import { join } from 'node:path'
import { build } from 'vite'
import type { Kind } from './porthole'

/** What `page/monitor.ts` exports, as a script that defines `page`: to be tried in a page without an extension. */
export async function bundlePage(kind: Kind): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { 'import.meta.env.FIREFOX': String(kind === 'firefox') },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(root, 'tests', 'in-page', 'entry.ts'), formats: ['iife'], name: 'page', fileName: 'page' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('The build gave nothing')
  return `${output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')};globalThis.page = page`
}
