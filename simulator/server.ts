import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { straysIn, type Token } from './tokens.ts'
import { type Fault, type Kind, type RecordedRequest, type Reply, type ServiceRequest, takeFault } from './traffic.ts'

/** What a service is: how it names a request before it is answered, and how it answers. */
export interface Handler {
  classify: (request: ServiceRequest) => Kind
  answer: (request: ServiceRequest) => Reply
}

export interface ServerOptions {
  key: string
  cert: string
  handler: Handler
  traffic: { requests: RecordedRequest[]; faults: Fault[]; tokens: () => Token[] }
  latencyMs: (kind: Kind) => number
  clock: () => number
}

/** An HTTPS server on a port of its own that records each request before it answers it. */
export async function startServer(options: ServerOptions): Promise<{ server: Server; port: number }> {
  const server = createServer(
    { key: options.key, cert: options.cert, keepAliveTimeout: 60_000 },
    (request, response) => {
      handle(request, response, options).catch((error: Error) => {
        console.error('The simulated cloud failed:', error)
        response.writeHead(500).end(error.message)
      })
    },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

async function handle(message: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const request = await read(message, options.clock)
  request.kind = options.handler.classify(request)
  const { origin: _origin, headers: _headers, ...record } = request
  const strays = straysIn(JSON.stringify(request), request, options.traffic.tokens())
  if (strays.length > 0) record.strays = strays
  options.traffic.requests.push(record)
  const fault = takeFault(options.traffic.faults, record)
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'reset') return void message.socket.destroy()
  const latency = options.latencyMs(record.kind)
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
  const reply = afflicted(fault, () => options.handler.answer(request))
  if (fault?.kind === 'lost') return void message.socket.destroy()
  record.status = reply.status
  record.answeredAt = options.clock()
  if (record.kind === 'github' && typeof reply.body === 'object' && reply.body)
    record.answer = structuredClone(reply.body)
  send(message, response, reply, fault?.kind)
}

function afflicted(fault: Fault | undefined, answer: () => Reply): Reply {
  if (fault?.kind === 'status') return { status: fault.status, headers: fault.headers, body: fault.body }
  if (fault?.kind === 'malformed') return { status: 200, body: fault.body ?? '<html>502 Bad Gateway</html>' }
  const reply = answer()
  return fault?.kind === 'transform' ? { ...reply, body: fault.transform(structuredClone(reply.body)) } : reply
}

async function read(message: IncomingMessage, clock: () => number): Promise<ServiceRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const host = message.headers.host ?? ''
  const url = new URL(message.url ?? '/', `https://${host}`)
  const body = chunks.length > 0 ? Buffer.concat(chunks).toString() : undefined
  return {
    kind: 'metadata',
    method: message.method ?? 'GET',
    host,
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    ...(body === undefined ? {} : { body }),
    status: 0,
    at: clock(),
    origin: `https://${host}`,
    headers: message.headers,
  }
}

function send(message: IncomingMessage, response: ServerResponse, reply: Reply, fault?: Fault['kind']): void {
  const text = typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body)
  const isZipped = text.length > 1024 && /\bgzip\b/.test(String(message.headers['accept-encoding']))
  const bytes = isZipped ? gzipSync(text, { level: 1 }) : Buffer.from(text)
  response.writeHead(reply.status, {
    ...(typeof reply.body === 'string' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
    ...(reply.status === 204 ? {} : { 'content-length': bytes.length }),
    ...reply.headers,
  })
  if (fault !== 'truncate' && fault !== 'stall') return void response.end(bytes)
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => {
    if (fault === 'truncate') (message.socket as Socket).destroy()
  })
}
