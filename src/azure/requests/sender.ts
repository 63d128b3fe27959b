import type { PipelineResponse } from '@azure/core-rest-pipeline'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Clock } from './clock.ts'
import {
  quotaReset,
  type RateLimiter,
  resourceGraphLimiter,
  resourceManagerLimiter,
  retryAfter,
} from './rate-limiter.ts'

export interface Counters {
  resourceGraph: number
  resourceManager: number
  throttled: number
}

export interface SenderOptions {
  clock: Clock
  /** the run's time is over: nothing is sent, and nobody waits on */
  signal: AbortSignal
  counters: Counters
  /** sees to a new token when an answer refuses the old one; whether it did */
  renew: (answer: PipelineResponse) => Promise<boolean>
  /** what is thrown then */
  timeIsOver: () => Error
}

/** Sends a request when quotas allow it, and again where that makes sense; resolves with the answer that stands. */
export type Sender = (url: string, send: () => Promise<PipelineResponse>) => Promise<PipelineResponse>

/** Connections for queries, of which few have a place in their quota, and for reads of all subscriptions together. */
const CONNECTIONS = { queries: 64, reads: 256 }
const THROTTLED_TRIES = 20
const FAILED_TRIES = 4

interface Quota {
  counter: 'resourceGraph' | 'resourceManager'
  limiter: RateLimiter
  connections: LimitFunction
}

/** Retries and quotas, for everything that is asked of Azure. */
export function createSender(options: SenderOptions): Sender {
  const { counters, signal, renew, timeIsOver } = options
  const clock = ending(options)
  const quotaOf = quotas(clock)
  const attempt = async (quota: Quota, send: () => Promise<PipelineResponse>) => {
    const window = await quota.limiter.enter()
    const outcome = await quota.connections(() => {
      counters[quota.counter] += 1
      return send().catch((error: Error) => {
        if (signal.aborted) throw timeIsOver()
        if (isPassing(error)) return error
        quota.limiter.learn(null, window)
        throw error
      })
    })
    quota.limiter.learn(outcome instanceof Error ? null : (name) => outcome.headers.get(name), window)
    return outcome
  }
  return async (url, send) => {
    const quota = quotaOf(url)
    for (let [throttled, failed, renewed] = [0, 0, false]; ; ) {
      const outcome = await attempt(quota, send)
      if (!renewed && !(outcome instanceof Error) && outcome.status === 401 && (await renew(outcome))) {
        renewed = true
        continue
      }
      const wait = outcome instanceof Error ? backoff(failed) : waitFor(outcome, failed)
      if (wait === null) return outcome as PipelineResponse
      if (!(outcome instanceof Error) && outcome.status === 429) {
        counters.throttled += 1
        throttled += 1
        quota.limiter.pause(wait)
      } else {
        failed += 1
        if (failed < FAILED_TRIES) await clock.sleep(wait)
      }
      if (throttled < THROTTLED_TRIES && failed < FAILED_TRIES) continue
      if (outcome instanceof Error) throw outcome
      return outcome
    }
  }
}

/** Each subscription has a quota of its own; queries have few places in theirs, and never stand behind thousands of reads. */
function quotas(clock: Clock): (url: string) => Quota {
  const graph: Quota = {
    counter: 'resourceGraph',
    limiter: resourceGraphLimiter(clock),
    connections: pLimit(CONNECTIONS.queries),
  }
  const subscriptions = new Map<string, Quota>()
  const connections = pLimit(CONNECTIONS.reads)
  return (url) => {
    if (url.includes('/providers/Microsoft.ResourceGraph/')) return graph
    const key = /\/subscriptions\/([^/?]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
    const known = subscriptions.get(key)
    if (known) return known
    const quota: Quota = { counter: 'resourceManager', limiter: resourceManagerLimiter(clock), connections }
    subscriptions.set(key, quota)
    return quota
  }
}

/** What a timer takes, 24 days: longer than any run. A longer one would go off at once. */
const LONGEST_SLEEP = 2 ** 31 - 1

/** The run's clock, on which nobody waits beyond the end of the run. */
function ending({ clock, signal, timeIsOver }: SenderOptions): Clock {
  return {
    now: clock.now,
    sleep: async (milliseconds) => {
      if (!signal.aborted) await clock.sleep(Math.min(milliseconds, LONGEST_SLEEP))
      if (signal.aborted) throw timeIsOver()
    },
  }
}

/** A broken connection, or a time-out of this try. */
function isPassing({ name, statusCode }: Error & { statusCode?: number }): boolean {
  return name === 'AbortError' || (name === 'RestError' && statusCode === undefined)
}

/** How long to wait before trying again, null when the answer stands. */
function waitFor(response: PipelineResponse, failed: number): number | null {
  if (![408, 429, 500, 502, 503, 504].includes(response.status)) return null
  const after = retryAfter((name) => response.headers.get(name))
  if (after !== null) return after
  if (response.status !== 429) return backoff(failed)
  return quotaReset((name) => response.headers.get(name)) ?? 5_000
}

function backoff(failed: number): number {
  return 500 * 2 ** failed * (0.75 + Math.random() / 2)
}
