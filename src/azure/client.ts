import type { ResourceGraphClient } from '@azure/arm-resourcegraph'
import type { Pipeline, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { KeyHosts } from '../evidence/key-id.ts'
import { valueAt } from '../evidence/resource.ts'
import type { UnknownReason } from '../model.ts'
import type { Environment } from '../network/proxy.ts'
import { oneLine } from '../text.ts'
import { isCancelled } from '../time.ts'
import { type Counters, createAdmission } from './admission.ts'
import { AnswerTooLarge, limitAnswers } from './answer-size.ts'
import type { Cloud } from './clouds.ts'
import type { Credential } from './credential.ts'
import type { Clock } from './gate.ts'
import { route } from './route.ts'
import { createBearer } from './token.ts'

type AzureSdk = typeof import('./sdk.ts')

/** A read that brought nothing: why, in the report's terms and in Azure's. */
export class ReadFailure extends Error {
  readonly reason: UnknownReason | 'absent'
  /** HTTP status, 0 when there was no answer */
  readonly status: number
  /** Azure's error code, as it came */
  readonly code: string
  /** what the error is about, as Azure names it: a parameter, or the namespace of a provider */
  readonly target: string

  constructor(reason: UnknownReason, message: string, status = 0, code = '', target = '') {
    super(oneLine(message, 1000))
    this.reason = reason
    this.status = status
    this.code = oneLine(code, 100)
    this.target = oneLine(target, 200)
  }
}

/** Reads Azure: one token, one pipeline, one gate, one set of counters. */
export interface AzureClient {
  resourceGraph: ResourceGraphClient
  /** how hosts of keys are told from others in this cloud */
  keyHosts: KeyHosts
  /** GET of a Resource Manager path or of a `nextLink`; throws ReadFailure */
  get(path: string, apiVersion: string | null, query?: Record<string, string>): Promise<Record<string, unknown>>
  counters: Counters
  /** the run's time is over: what is under way ends, what comes is refused */
  signal: AbortSignal
}

export interface ClientOptions {
  cloud: Cloud
  credential: Credential
  sdk: AzureSdk
  signal: AbortSignal
  clock: Clock
  version: string
  env: Environment
  /** milliseconds */
  attemptTimeout?: number
  /** bytes */
  largestAnswer?: number
}

const ATTEMPT_TIMEOUT = 30_000

export function createClient(options: ClientOptions): AzureClient {
  const { cloud, sdk, signal } = options
  const timeout = options.attemptTimeout ?? ATTEMPT_TIMEOUT
  const timeIsOver = () => over(signal.reason)
  const counters: Counters = { resourceGraph: 0, resourceManager: 0, throttled: 0 }
  const abortSignal = forMany(signal)
  const bearer = createBearer({
    credential: options.credential,
    scope: cloud.scope,
    clock: options.clock,
    beforeEnd: (work) => beforeEnd(abortSignal, work, timeIsOver),
  })
  const renew = async (answer: PipelineResponse) => {
    if (!refusesToken(answer)) return false
    await bearer.renew(answer)
    return true
  }
  const admit = createAdmission({ clock: options.clock, signal, counters, renew, timeIsOver })
  const resourceGraph = new sdk.ResourceGraphClient(options.credential, {
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.scope] },
    userAgentOptions: { userAgentPrefix: `azureml-encryption-check/${options.version}` },
    ...route(sdk, options.env),
  })
  const { pipeline } = resourceGraph
  pipeline.addPolicy(limitAnswers(sdk, options.largestAnswer), { afterPhase: 'Sign' })
  // the token is put on when a request is sent: behind the gate it may have waited for minutes
  pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })
  pipeline.addPolicy(bearer.policy, { phase: 'Sign' })
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  const reads = lean(pipeline)
  pipeline.addPolicy(
    {
      name: 'admissionPolicy',
      sendRequest: (request, next) => admit(request.url, () => next(Object.assign(request, { timeout }))),
    },
    { phase: 'Retry' },
  )
  const http = sdk.createDefaultHttpClient()
  const send = (url: string) => {
    const headers = sdk.createHttpHeaders({ accept: 'application/json' })
    const request = sdk.createPipelineRequest({ url, headers, timeout, abortSignal })
    return reads.sendRequest(http, request)
  }
  return {
    resourceGraph,
    keyHosts: { vault: cloud.vaultSuffix, hsm: cloud.hsmSuffix },
    counters,
    signal,
    async get(path, apiVersion, query = {}) {
      try {
        const url = urlOf(cloud, path, apiVersion, query)
        // a request is made when it may be sent: thousands wait
        return bodyOf(await admit(url, () => send(url)))
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** What a GET needs of the SDK's pipeline: proxy, user agent, redirections and the token. */
function lean(pipeline: Pipeline): Pipeline {
  const reads = pipeline.clone()
  for (const name of [
    'deserializationPolicy',
    'formDataPolicy',
    'multipartPolicy',
    'serializationPolicy',
    'setClientRequestIdPolicy',
    'tracingPolicy',
    'wrapAbortSignalLikePolicy',
  ])
    reads.removePolicy({ name })
  return reads
}

/** A signal that hundreds of requests listen to: an EventTarget goes through all listeners for each that comes or goes. */
function forMany(signal: AbortSignal): NonNullable<PipelineRequest['abortSignal']> {
  const listeners = new Set<(event: Event) => void>()
  signal.addEventListener('abort', (event) => {
    for (const listener of listeners) listener(event)
  })
  return {
    get aborted() {
      return signal.aborted
    },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  }
}

/** Whether another token may be taken: not by another tenant. */
function refusesToken({ status, bodyAsText }: PipelineResponse): boolean {
  return status === 401 && refusal(status, parse(bodyAsText)).reason !== 'not-visible'
}

/** The outcome of this work, unless the run's time is over first. */
function beforeEnd<T>(signal: ReturnType<typeof forMany>, work: Promise<T>, timeIsOver: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(timeIsOver())
    if (signal.aborted) return end()
    signal.addEventListener('abort', end)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

/** A `nextLink` is followed only on the cloud's own host: the request carries the token. */
function urlOf(cloud: Cloud, path: string, apiVersion: string | null, query: Record<string, string>): string {
  const isPath = path.startsWith('/')
  if (isPath && path.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw new ReadFailure('unrecognised-value', `${path} is not a resource id.`)
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

function bodyOf({ status, bodyAsText }: PipelineResponse): Record<string, unknown> {
  const body = parse(bodyAsText)
  if (status !== 200) throw refusal(status, body)
  if (!body) throw new ReadFailure('invalid-response', 'Azure answered with something that is not JSON.', status)
  return body
}

/** What an error answer means. `body` is Azure's `{ error: { code, message } }`, without envelope for some providers, or null. */
export function refusal(status: number, body: Record<string, unknown> | null): ReadFailure {
  const error = valueAt(body, 'error') ?? body
  const detail = firstDetail(error)
  const told = status === 400 && textAt(detail, 'code') !== null ? detail : error
  const code = textAt(told, 'code') ?? wordOf(error) ?? ''
  const message = textAt(told, 'message') ?? `Azure answered with HTTP status ${status}.`
  const target = textAt(told, 'target') ?? textAt(detail, 'target') ?? ''
  return new ReadFailure(reasonOf(status, code), message, status, code, target)
}

/** Resource Graph says BadRequest, and what is wrong among the details; Resource Manager names a provider there. */
function firstDetail(error: unknown): unknown {
  const details = valueAt(error, 'details')
  return Array.isArray(details) ? details[0] : undefined
}

/** Some providers have the code where others have an object. "Not Found" is what gateways say. */
function wordOf(error: unknown): string | null {
  return typeof error === 'string' && /^\w+$/.test(error) ? error : null
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
  if (/^(SubscriptionNotFound|InvalidAuthenticationTokenTenant)$/i.test(code)) return 'not-visible'
  // Azure did not look at roles: it did not take the token
  if (status === 401) return 'invalid-response'
  if (status === 403) return 'forbidden'
  if (unsupported.test(code)) return 'api-unsupported'
  return status === 404 && code !== '' ? 'absent' : 'invalid-response'
}

/** Any error of a read as a ReadFailure: broken connections, time-outs, what is not JSON, and what nobody expected. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error
  if (error instanceof AnswerTooLarge) return new ReadFailure('invalid-response', error.message)
  const { name, code, message = String(error) } = error as { name?: string; code?: string; message?: string }
  const failure = (text: string) => new ReadFailure('invalid-response', text, 0, code)
  if (name === 'TypeError') return failure('Azure gave an unexpected answer.')
  if (name === 'AbortError') return failure('Azure did not answer in time.')
  // the SDK repeats the whole answer in its message
  if (code === 'PARSE_ERROR') return failure('Azure answered with something that is not JSON.')
  return failure(`Azure could not be read: ${message}`)
}

function over(reason: unknown): ReadFailure {
  const sentence = isCancelled(reason) ? 'The run was cancelled.' : 'The run reached its time limit (timeout-minutes).'
  return new ReadFailure('timeout', sentence)
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
