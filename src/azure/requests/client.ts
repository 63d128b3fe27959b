import type { ResourceGraphClient } from '@azure/arm-resourcegraph'
import type { Pipeline, PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { KeyHosts } from '../../evidence/key-id.ts'
import type { Environment } from '../../network/proxy.ts'
import type { Cloud } from '../clouds.ts'
import type { Credential } from '../login/credential.ts'
import { limitAnswers } from './answer-size.ts'
import type { Clock } from './clock.ts'
import { failureOf, over, parse, ReadFailure, refusal } from './read-failure.ts'
import { route } from './route.ts'
import { type Counters, createSender } from './sender.ts'
import { createBearer } from './token.ts'

type AzureSdk = typeof import('../sdk.ts')

/** Reads Azure: one token, one pipeline, one sender, one set of counters. */
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
  const inTurn = createSender({ clock: options.clock, signal, counters, renew, timeIsOver })
  const resourceGraph = createResourceGraph(options, bearer.policy)
  const { pipeline } = resourceGraph
  const reads = lean(pipeline)
  pipeline.addPolicy(
    {
      name: 'rateLimitPolicy',
      sendRequest: (request, next) => inTurn(request.url, () => next(Object.assign(request, { timeout }))),
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
        return bodyOf(await inTurn(url, () => send(url)))
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** The SDK's client, whose requests carry our token, have a largest answer, and are not retried behind our back. */
function createResourceGraph(
  { cloud, credential, sdk, version, env, largestAnswer }: ClientOptions,
  bearer: PipelinePolicy,
): ResourceGraphClient {
  const resourceGraph = new sdk.ResourceGraphClient(credential, {
    endpoint: cloud.resourceManager,
    credentials: { scopes: [cloud.scope] },
    userAgentOptions: { userAgentPrefix: `azureml-encryption-check/${version}` },
    ...route(sdk, env),
  })
  const { pipeline } = resourceGraph
  pipeline.addPolicy(limitAnswers(sdk, largestAnswer), { afterPhase: 'Sign' })
  // the token is put on when a request is sent: behind the rate limiter it may have waited for minutes
  pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })
  pipeline.addPolicy(bearer, { phase: 'Sign' })
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  return resourceGraph
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
