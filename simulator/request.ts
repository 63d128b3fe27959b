import { request as httpRequest } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import type { Socket } from 'node:net'
import tls from 'node:tls'
import type { Cloud } from './cloud.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the service answered
  body: any
}

interface Options {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One HTTPS request to the cloud's own addresses; `viaProxy` for the real host names. */
export async function request(cloud: Cloud, url: string, options: Options = {}, viaProxy = false): Promise<Answer> {
  const socket = viaProxy ? await tunnel(cloud, new URL(url).hostname) : undefined
  const tlsOptions: RequestOptions = { ca: cloud.caPem, servername: new URL(url).hostname }
  if (socket)
    tlsOptions.createConnection = () => tls.connect({ socket, ca: cloud.caPem, servername: new URL(url).hostname })
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      url,
      { ...tlsOptions, method: options.method, headers: { host: new URL(url).host, ...options.headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk)).on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const isJson = String(response.headers['content-type']).includes('json') && text !== ''
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: isJson ? JSON.parse(text) : text,
          })
        })
      },
    )
    outgoing.on('error', reject).end(options.body)
  })
}

/** A GET of Resource Manager with a valid token; the path may hold a query. */
export function get(cloud: Cloud, path: string, apiVersion = '2024-01-01'): Promise<Answer> {
  const separator = path.includes('?') ? '&' : '?'
  const url = `${cloud.urls.resourceManager}${path}${separator}api-version=${apiVersion}`
  return request(cloud, url, { headers: authorization(cloud) })
}

/** A query of Resource Graph with a valid token; `body` is merged into the request's. */
export function query(cloud: Cloud, text: string, body: object = {}): Promise<Answer> {
  const url = `${cloud.urls.resourceManager}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`
  return request(cloud, url, {
    method: 'POST',
    headers: { ...authorization(cloud), 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, ...body }),
  })
}

/** Makes everything in this process trust the cloud's certificate. */
export function trust(cloud: Cloud): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), cloud.caPem])
}

function authorization(cloud: Cloud) {
  return { authorization: `Bearer ${cloud.accessToken(cloud.urls.resourceManager)}` }
}

function tunnel(cloud: Cloud, host: string): Promise<Socket> {
  const proxy = new URL(cloud.proxyUrl)
  return new Promise((resolve, reject) => {
    httpRequest({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: `${host}:443` })
      .on('connect', (response, socket) =>
        response.statusCode === 200 ? resolve(socket) : reject(new Error(`The proxy answered ${response.statusCode}.`)),
      )
      .on('error', reject)
      .end()
  })
}
