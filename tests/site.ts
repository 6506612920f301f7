import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '../scripts/serve.mjs'

/** A web site on loopback: the files of tests/pages, and pages that a test adds. */
export interface Site {
  /** With a slash at the end. */
  readonly url: string
  add(page: { readonly html: string; readonly headers?: Record<string, string> }): string
  close(): void
}

export async function startSite(): Promise<Site> {
  const files = await serve(join(import.meta.dirname ?? 'tests', 'pages'))
  const added = new Map<string, { html: string; headers?: Record<string, string> }>()
  const server: Server = createServer((request, response) => {
    const page = added.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
    response.end(page.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: files.url,
    add(page) {
      const path = `/${added.size}`
      added.set(path, page)
      return `http://127.0.0.1:${port}${path}`
    },
    close() {
      files.close()
      server.close()
      server.closeAllConnections()
    },
  }
}
