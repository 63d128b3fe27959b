import { sentences } from '../network/obstacle.ts'
import { oneLine } from '../text.ts'
import { type Stopwatch, within } from '../time.ts'

/** Decoded. */
export const MOST_BYTES = 32 * 1024 * 1024

/** Milliseconds without a byte. */
const SILENCE = 30_000
const REDIRECTS = 5

interface Init {
  method?: string
  headers?: Record<string, string>
  redirect?: string
  signal?: AbortSignal
}

export type Fetch = (address: string, init: Init) => Promise<Response>

/** What a request to GitHub may cost, and where it may go. */
export interface Bounds {
  /** GITHUB_API_URL */
  api: string
  mostBytes: number
  stopwatch: Stopwatch
  /** aborted when nobody waits for an answer any more */
  end: AbortSignal
}

/**
 * Asks nobody but the API, because every request carries the token; reads an answer whole, so that half of one is not
 * taken for all of it.
 */
export function guarded(fetch: Fetch, { api, mostBytes, stopwatch, end }: Bounds): Fetch {
  return async (address, init) => {
    const { host } = new URL(api)
    const watch = watched(stopwatch, host)
    const signal = AbortSignal.any([watch.signal, end])
    const ask = async () => {
      const response = await followed(fetch, address, { ...init, redirect: 'manual', signal }, api)
      const body = await bodyOf(response, mostBytes, host, watch.heard)
      return understood(response, body, /\braw\b/.test(init.headers?.accept ?? ''), host)
    }
    return await within(signal, ask).finally(watch.done)
  }
}

function watched({ passed, after }: Stopwatch, host: string) {
  const control = new AbortController()
  let [last, isDone] = [passed(), false]
  const look = () => {
    const left = last + SILENCE - passed()
    if (isDone) return
    if (left > 0) after(left, look)
    else control.abort(new Error(`${host} sent nothing for ${SILENCE / 1000} seconds`))
  }
  after(SILENCE, look)
  const heard = () => {
    last = passed()
  }
  const done = () => {
    isDone = true
  }
  return { signal: control.signal, heard, done }
}

async function followed(fetch: Fetch, from: string, init: Init, api: string): Promise<Response> {
  const { host } = new URL(api)
  let address = from
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    refuseElsewhere(address, api)
    const response = await fetch(address, init)
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (to === null) return Object.defineProperty(response, 'url', { value: address })
    await response.body?.cancel()
    if (!URL.canParse(to, address)) throw sentences(`${host} redirected a request to what is not an address.`)
    // whoever writes has to write the same there, and nothing but these two says so
    if (init.method !== 'GET' && response.status !== 307 && response.status !== 308)
      throw sentences(`${host} redirected a request that writes (${response.status}), so nothing was written.`)
    address = new URL(to, address).href
  }
  throw sentences(`${host} redirected a request more than ${REDIRECTS} times.`)
}

function refuseElsewhere(address: string, api: string): void {
  const { origin } = new URL(address)
  const { origin: own, host } = new URL(api)
  if (origin !== own)
    throw sentences(
      `${host} referred to ${oneLine(origin, 100)}, to which github-token is not sent. If ${own} is not the address of GitHub's API, correct GITHUB_API_URL; else look for what stands between this runner and ${host}.`,
    )
}

async function bodyOf(response: Response, most: number, host: string, heard: () => void): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  heard()
  for await (const chunk of response.body ?? []) {
    heard()
    bytes += chunk.length
    if (bytes > most)
      throw sentences(`An answer of ${host} is larger than the ${Math.round(most / 1e6)} MB that are read of one.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** @param isRaw whether a file was asked for */
function understood({ status, headers, url }: Response, body: Buffer<ArrayBuffer>, isRaw: boolean, host: string) {
  if (status === 204 || status === 205 || status === 304) return answered(null)
  const type = headers.get('content-type') ?? ''
  if (isRaw && status < 400 && !isPage(type, body)) return answered(body, type || 'text/plain; charset=utf-8')
  if (isJson(body)) return answered(body, 'application/json')
  const instead = pageOf(body.toString('utf8', 0, 20_000))
  // another try may find GitHub there again
  if (status >= 500) return answered(JSON.stringify({ message: instead }), 'application/json')
  throw sentences(
    `${host} answered with ${instead} (HTTP status ${status}), which GitHub's API does not. Let this runner through to ${host}, past what asks for a login or blocks addresses; on a GitHub Enterprise Server, GITHUB_API_URL ends in /api/v3.`,
  )

  function answered(content: Buffer<ArrayBuffer> | string | null, contentType = type) {
    const response = new Response(content, {
      status,
      headers: { ...Object.fromEntries(headers), 'content-type': contentType },
    })
    return Object.defineProperty(response, 'url', { value: url })
  }
}

/** GitHub names no page so, and gives none where a file was asked for, unless the file is one. */
function isPage(type: string, body: Buffer): boolean {
  if (/\braw\b/.test(type)) return false
  return /^text\/html\b/i.test(type) || /^\s*<(?:!doctype html|html)\b/i.test(body.toString('utf8', 0, 1000))
}

function isJson(body: Buffer): boolean {
  try {
    return typeof JSON.parse(body.toString()) === 'object'
  } catch {
    return false
  }
}

/** What came instead of JSON, as in "answered with …". */
function pageOf(text: string): string {
  if (text.trim() === '') return 'an empty page'
  if (!/<(?:!doctype|html|head|body|title)\b/i.test(text)) return 'something that is not JSON'
  const [, title = ''] = /<title\b[^>]{0,200}>([^<]{1,500})/i.exec(text) ?? []
  return title.trim() === '' ? 'a web page' : `a web page, "${oneLine(title, 80)}"`
}
