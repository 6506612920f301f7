import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.csv': 'text/csv',
}

/**
 * Serves a folder on loopback, on a free port.
 * @param {string} folder
 * @param {(path: string) => Record<string, string>} [headersFor] extra headers for a path
 * @returns {Promise<{ url: string, close(): void }>} `url` ends with a slash
 */
export async function serve(folder, headersFor = () => ({})) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(folder, normalize(path).replace(/^([./\\])+/, ''))
    const found = isFile(file) ? file : isFile(join(file, 'index.html')) ? join(file, 'index.html') : undefined
    if (!found) return response.writeHead(404).end('Not here')
    response.writeHead(200, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
      ...headersFor(path),
    })
    createReadStream(found).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
