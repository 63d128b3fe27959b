import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { straysIn, type Token } from './tokens.ts'
import type { RecordedRequest } from './traffic.ts'

/** How the proxy behaves; change it at will. */
export interface ProxyState {
  /** `user:password`, without which it opens no tunnel */
  credentials?: string
  /** the HTTP status by which it refuses a tunnel to `host:port`, if it does */
  refuses?: (authority: string) => number | undefined
}

export interface ProxyOptions {
  state: ProxyState
  /** the local port behind `host:port`, if there is one */
  resolve: (authority: string) => number | undefined
  traffic: { requests: RecordedRequest[]; tunnels: string[]; tokens: () => Token[] }
  clock: () => number
}

/** An HTTP CONNECT proxy that leads real host names to local ports, and refuses every other. */
export async function startProxy(options: ProxyOptions): Promise<{ proxy: Server; port: number; close: () => void }> {
  const sockets = new Set<Duplex>()
  const proxy = createServer((request, response) => {
    refuse(request, options)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, client) => {
    sockets.add(client)
    client.on('close', () => sockets.delete(client)).on('error', () => client.destroy())
    tunnel(request, client, options)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const close = () => {
    proxy.close()
    for (const socket of sockets) socket.destroy()
  }
  return { proxy, port: (proxy.address() as AddressInfo).port, close }
}

function tunnel(request: IncomingMessage, client: Duplex, options: ProxyOptions): void {
  const answer = isKnown(request, options.state) ? options.state.refuses?.(request.url ?? '') : 407
  if (answer !== undefined) return void client.end(`HTTP/1.1 ${answer} Refused\r\ncontent-length: 0\r\n\r\n`)
  const port = options.resolve(request.url ?? '')
  if (port === undefined || straysOf(request, options).length > 0) {
    refuse(request, options)
    return void client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n')
  }
  options.traffic.tunnels.push(request.url ?? '')
  const server = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    client.pipe(server).pipe(client)
  })
  server.on('error', () => client.destroy()).on('close', () => client.destroy())
  client.on('close', () => server.destroy())
}

function isKnown({ headers }: IncomingMessage, { credentials }: ProxyState): boolean {
  const expected = `Basic ${Buffer.from(credentials ?? '').toString('base64')}`
  return credentials === undefined || headers['proxy-authorization'] === expected
}

/** A proxy is to see no token but its own. */
function straysOf({ url, rawHeaders }: IncomingMessage, { traffic }: ProxyOptions): string[] {
  return straysIn(JSON.stringify([url, rawHeaders]), { kind: 'refused-host', origin: '' }, traffic.tokens())
}

function refuse(request: IncomingMessage, options: ProxyOptions): void {
  const { traffic, clock } = options
  const url = request.url ?? ''
  const host = request.method === 'CONNECT' ? url : new URL(url, 'http://unknown').host
  traffic.requests.push({
    kind: 'refused-host',
    method: request.method ?? '',
    host,
    path: '',
    query: {},
    status: 502,
    at: clock(),
    strays: straysOf(request, options),
  })
}
