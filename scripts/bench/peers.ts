import { join } from 'node:path'
import { build } from 'vite'

/** The peers as one script that defines `peers`: names, and functions that mark ports below an element. */
export async function bundlePeers(): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', 'tests', 'apps')
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: {
      write: false,
      lib: { entry: join(folder, 'peers.js'), formats: ['iife'], name: 'peersModule', fileName: 'peers' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('The build gave nothing')
  return `${output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')};globalThis.peers = peersModule.peers`
}
