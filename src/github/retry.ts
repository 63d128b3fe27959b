import { setTimeout } from 'node:timers/promises'
import type { Time } from '../time.ts'
import type { Failure } from './failure.ts'

const TRIES = 3
const SECOND = 1000
const MINUTE = 60 * SECOND

/** For so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<unknown>

/** How long a run can wait for GitHub. */
export interface Patience {
  sleep: Sleep
  /** milliseconds until nothing more may be published */
  left: () => number
}

export function patienceOf({ time }: { time: Time }): Patience {
  return { sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal: time.publishing }), left: time.left }
}

/**
 * Does something again while another try could succeed, and there is time for it.
 *
 * @throws the last try's error
 */
export async function retried<T>(work: () => Promise<T>, { sleep, left }: Patience): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const wait = waitBeforeNext(error as Failure, tried)
      if (tried === TRIES || wait === null || wait >= left()) throw error
      await sleep(wait)
    }
  }
}

/** Milliseconds, or null when another try would not help. */
function waitBeforeNext(error: Failure, tried: number): number | null {
  if (error.status === 404 && error.request?.method === 'PATCH') return 0
  const asked = waitAskedFor(error)
  const growing = 2 ** (tried - 1)
  if (limitOf(error)) return asked === null ? MINUTE * growing : Math.max(asked, SECOND * growing)
  return isOutage(error) ? Math.max(asked ?? 0, SECOND * growing) : null
}

export function isOutage({ status = 0 }: Failure): boolean {
  return status >= 500
}

/**
 * Which of its limits GitHub says was reached, null for none
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export function limitOf({ status, message, errors, response }: Failure): string | null {
  const isOfGraphql = errors?.some(({ type }) => type === 'RATE_LIMITED')
  if (isOfGraphql) return 'rate limit'
  if (status !== 403 && status !== 429) return null
  if (/secondary rate|temporarily blocked|abuse detection/i.test(message)) return 'secondary rate limit'
  if (isUsedUp(response) || /rate limit/i.test(message)) return 'rate limit'
  return status === 429 || response?.headers?.['retry-after'] ? 'secondary rate limit' : null
}

function isUsedUp(response: Failure['response']): boolean {
  return String(response?.headers?.['x-ratelimit-remaining']) === '0'
}

/** Milliseconds that GitHub asks to wait, by its own clock; null when it does not say. */
export function waitAskedFor({ response }: Failure): number | null {
  const { 'retry-after': after, 'x-ratelimit-reset': reset, date } = response?.headers ?? {}
  const now = Date.parse(String(date))
  const asked =
    after !== undefined
      ? Number.isNaN(Number(after))
        ? Date.parse(String(after)) - now
        : Number(after) * SECOND
      : isUsedUp(response)
        ? Number(reset) * SECOND - now
        : Number.NaN
  return Number.isNaN(asked) ? null : Math.max(asked, 0)
}
