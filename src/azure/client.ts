import type { ResourceGraphClient } from '@azure/arm-resourcegraph'
import type { HttpClient, PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { TokenCredential } from '@azure/identity'
import { valueAt } from '../evidence/resource.ts'
import type { UnknownReason } from '../model.ts'
import type { Cloud } from './clouds.ts'
import { type Clock, type Lane, quotaReset, resourceGraphLane, resourceManagerLane, turnstile } from './gate.ts'

type AzureSdk = typeof import('./sdk.ts')

/** A read that brought nothing: why, in the report's terms and in Azure's. */
export class ReadFailure extends Error {
  readonly reason: UnknownReason | 'absent'
  /** HTTP status, 0 when there was no answer */
  readonly status: number
  /** Azure's error code, as it came */
  readonly code: string

  constructor(reason: UnknownReason, message: string, status = 0, code = '') {
    super(message)
    this.reason = reason
    this.status = status
    this.code = code
  }
}

export interface Counters {
  resourceGraph: number
  resourceManager: number
  throttled: number
}

/** Reads Azure: one token, one pipeline, one gate, one set of counters. */
export interface AzureClient {
  resourceGraph: ResourceGraphClient
  /** GET of a Resource Manager path or of a `nextLink`; throws ReadFailure */
  get(path: string, apiVersion: string | null, query?: Record<string, string>): Promise<Record<string, unknown>>
  counters: Counters
  /** the run's time is over: what is under way ends, what comes is refused */
  signal: AbortSignal
}

export interface ClientOptions {
  cloud: Cloud
  credential: TokenCredential
  sdk: AzureSdk
  signal: AbortSignal
  clock: Clock
  version: string
  /** milliseconds */
  attemptTimeout?: number
}

const ATTEMPT_TIMEOUT = 30_000
const AT_ONCE = 64
const THROTTLED_TRIES = 20
const FAILED_TRIES = 4

export function createClient(options: ClientOptions): AzureClient {
  const { cloud, sdk, signal } = options
  const counters: Counters = { resourceGraph: 0, resourceManager: 0, throttled: 0 }
  const resourceGraph = new sdk.ResourceGraphClient(options.credential, {
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.scope] },
    userAgentOptions: { userAgentPrefix: `azureml-encryption-check/${options.version}` },
  })
  resourceGraph.pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  resourceGraph.pipeline.addPolicy(gatePolicy(options, counters), { phase: 'Retry' })
  // the token is put on when a request is sent: behind the gate it may have waited for minutes
  for (const policy of resourceGraph.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })) {
    resourceGraph.pipeline.addPolicy(policy, { phase: 'Sign' })
  }
  const http = sdk.createDefaultHttpClient()
  return {
    resourceGraph,
    counters,
    signal,
    async get(path, apiVersion, query = {}) {
      try {
        return await read(resourceGraph, http, sdk, { url: urlOf(cloud, path, apiVersion, query), signal })
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** A `nextLink` is followed only on the cloud's own host: the request carries the token. */
function urlOf(cloud: Cloud, path: string, apiVersion: string | null, query: Record<string, string>): string {
  const isPath = path.startsWith('/')
  if (isPath && path.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw new ReadFailure('unrecognised-value', `${path} is no resource id.`)
  }
  const url = new URL(
    isPath ? encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F') : path,
    cloud.resourceManager,
  )
  if (url.origin !== new URL(cloud.resourceManager).origin) {
    throw new ReadFailure(
      'invalid-response',
      `Azure's answer points to another host (${url.host}); it was not followed.`,
    )
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  if (apiVersion !== null) url.searchParams.set('api-version', apiVersion)
  return url.href
}

async function read(
  client: ResourceGraphClient,
  http: HttpClient,
  sdk: AzureSdk,
  request: { url: string; signal: AbortSignal },
): Promise<Record<string, unknown>> {
  const headers = sdk.createHttpHeaders({ accept: 'application/json' })
  const response = await client.pipeline.sendRequest(
    http,
    sdk.createPipelineRequest({ url: request.url, headers, abortSignal: request.signal }),
  )
  const body = parse(response.bodyAsText)
  if (response.status !== 200) throw refusal(response.status, body)
  if (!body)
    throw new ReadFailure('invalid-response', 'Azure answered with something that is not JSON.', response.status)
  return body
}

type Passage = ReturnType<typeof turnstile>

/** Retries and quotas, for every request of the pipeline. */
function gatePolicy(options: ClientOptions, counters: Counters): PipelinePolicy {
  const clock = ending(options)
  // queries have few places in each window, and must not lose them standing behind thousands of reads
  const graph = { lane: resourceGraphLane(clock), pass: turnstile(AT_ONCE), through: turnstile(AT_ONCE) }
  const subscriptions = new Map<string, typeof graph>()
  const through = turnstile(AT_ONCE)
  const wayOf = (request: PipelineRequest) => {
    if (isResourceGraph(request)) return graph
    const key = /\/subscriptions\/([^/?]+)/i.exec(request.url)?.[1]?.toLowerCase() ?? ''
    const way = subscriptions.get(key) ?? { lane: resourceManagerLane(clock), pass: turnstile(AT_ONCE), through }
    subscriptions.set(key, way)
    return way
  }
  const send = async (way: { lane: Lane; through: Passage }, request: PipelineRequest, next: Next) => {
    const window = await way.lane.enter()
    const outcome = await way.through(() => {
      counters[way === graph ? 'resourceGraph' : 'resourceManager'] += 1
      return attempt(options, request, next)
    })
    if (!(outcome instanceof Error)) way.lane.learn((name) => outcome.headers.get(name), window)
    return outcome
  }
  return {
    name: 'gatePolicy',
    sendRequest: async (request, next) => {
      const way = wayOf(request)
      request.timeout = options.attemptTimeout ?? ATTEMPT_TIMEOUT
      for (let [throttled, failed] = [0, 0]; ; ) {
        // what has a place in the quota is sent soon: no more of them may wait for one of the connections
        const outcome = await way.pass(() => send(way, request, next))
        const wait = outcome instanceof Error ? backoff(failed) : waitFor(outcome, failed)
        if (wait === null) return outcome as PipelineResponse
        if (!(outcome instanceof Error) && outcome.status === 429) {
          counters.throttled += 1
          throttled += 1
          way.lane.pause(wait)
        } else {
          failed += 1
          if (failed < FAILED_TRIES) await clock.sleep(wait)
        }
        if (throttled < THROTTLED_TRIES && failed < FAILED_TRIES) continue
        if (outcome instanceof Error) throw outcome
        return outcome
      }
    },
  }
}

/** The run's clock, on which nobody waits beyond the end of the run. */
function ending({ clock, signal }: ClientOptions): Clock {
  return {
    now: clock.now,
    sleep: async (milliseconds) => {
      if (!signal.aborted) await clock.sleep(milliseconds)
      if (signal.aborted) throw timeIsOver()
    },
  }
}

type Next = Parameters<PipelinePolicy['sendRequest']>[1]

/** One try; a broken connection or a time-out of this try is an outcome, the end of the run's time is not. */
async function attempt(
  options: ClientOptions,
  request: PipelineRequest,
  next: Next,
): Promise<PipelineResponse | Error> {
  try {
    return await next(request)
  } catch (error) {
    if (options.signal.aborted) throw timeIsOver()
    const { name, statusCode } = error as { name?: string; statusCode?: number }
    const connection = name === 'RestError' && statusCode === undefined
    if (connection || name === 'AbortError') return error as Error
    throw error
  }
}

/** How long to wait before trying again, null when the answer stands. */
function waitFor(response: PipelineResponse, failed: number): number | null {
  if (![408, 429, 500, 502, 503, 504].includes(response.status)) return null
  const after = Number.parseFloat(response.headers.get('retry-after') ?? '')
  if (!Number.isNaN(after)) return after * 1000
  if (response.status !== 429) return backoff(failed)
  return quotaReset((name) => response.headers.get(name)) ?? 5_000
}

function backoff(failed: number): number {
  return 500 * 2 ** failed * (0.75 + Math.random() / 2)
}

function isResourceGraph(request: PipelineRequest): boolean {
  return request.url.includes('/providers/Microsoft.ResourceGraph/')
}

/** What an error answer means. `body` is Azure's `{ error: { code, message } }`, without envelope for some providers, or null. */
export function refusal(status: number, body: Record<string, unknown> | null): ReadFailure {
  const told = status === 400 ? detail(body) : body
  const code = textAt(told, 'error.code') ?? textAt(told, 'code') ?? ''
  const message =
    textAt(told, 'error.message') ?? textAt(told, 'message') ?? `Azure answered with HTTP status ${status}.`
  return new ReadFailure(reasonOf(status, code), message, status, code)
}

/** Resource Graph says BadRequest, and what is wrong among the details. */
function detail(body: Record<string, unknown> | null): unknown {
  const details = valueAt(body, 'error.details')
  const [first] = Array.isArray(details) ? details : []
  return textAt(first, 'code') === null ? body : first
}

function textAt(value: unknown, path: string): string | null {
  const text = valueAt(value, path)
  return typeof text === 'string' ? text : null
}

const unsupported =
  /^(NoRegisteredProviderFound|InvalidApiVersionParameter|InvalidResourceType|InvalidResourceNamespace|UnsupportedApiVersion)$/i

/** A 404 says that something is absent only when Azure itself says it: proxies and gateways have pages of their own. */
function reasonOf(status: number, code: string): UnknownReason {
  if (status === 429) return 'throttled'
  if (status === 401 || status === 403) return 'forbidden'
  if (unsupported.test(code)) return 'api-unsupported'
  if (/^SubscriptionNotFound$/i.test(code)) return 'not-visible'
  return status === 404 && code !== '' ? 'absent' : 'invalid-response'
}

/** Any error of a read as a ReadFailure: broken connections, time-outs, what is no JSON, and what nobody expected. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error
  const { name, code, message = String(error) } = error as { name?: string; code?: string; message?: string }
  const failure = (text: string) => new ReadFailure('invalid-response', text, 0, code)
  if (name === 'TypeError') return failure('Azure answered with something that was not to be expected.')
  if (name === 'AbortError') return failure('Azure did not answer in time.')
  // the SDK repeats the whole answer in its message
  if (code === 'PARSE_ERROR') return failure('Azure answered with something that is not JSON.')
  return failure(`Azure could not be read: ${message}`)
}

function timeIsOver(): ReadFailure {
  return new ReadFailure('timeout', 'The time of this run was over (timeout-minutes).')
}

export function parse(text: string | null | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
