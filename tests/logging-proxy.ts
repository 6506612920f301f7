import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An HTTP proxy on loopback that passes on what goes to loopback, refuses the rest, and writes everything down. */
export interface LoggingProxy {
  readonly port: number
  /** Addresses asked for; of encrypted ones only the host. */
  readonly asked: string[]
  close(): void
}

export async function startProxy(): Promise<LoggingProxy> {
  const asked: string[] = []
  const server = createServer((incoming, answer) => {
    const address = incoming.url ?? ''
    asked.push(address)
    if (!URL.canParse(address) || new URL(address).hostname !== '127.0.0.1') return answer.writeHead(502).end()
    const { method, headers } = incoming
    const passedOn = request(address, { ...(method && { method }), headers }, (reply: IncomingMessage) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    passedOn.on('error', () => answer.destroy())
    incoming.pipe(passedOn)
  })
  server.on('connect', ({ url }: IncomingMessage, socket: { end(text: string): void }) => {
    asked.push(url ?? '')
    socket.end('HTTP/1.1 502 Not here\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
