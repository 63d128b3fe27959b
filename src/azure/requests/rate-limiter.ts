import type { Clock } from './clock.ts'

type Header = (name: string) => string | undefined

/** Lets requests through as fast as a quota allows, and learns from the answers. */
export interface RateLimiter {
  /** resolves when the next request may be sent, with the window that it is counted in */
  enter(): Promise<number>
  /** what the headers say of the quota, in the answer to a request of that window; null when no answer came */
  learn(header: Header | null, window: number): void
  /** a 429: nobody goes before this much time has passed */
  pause(milliseconds: number): void
}

/**
 * Resource Graph: 15 queries in 5 seconds for each identity; every answer says what is left and when the window ends
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests).
 * The headers count whole seconds: within a window the earliest end told is the best, and after a refusal each window
 * is taken for a second longer. A refusal also means that less is granted than was thought, until an answer says more.
 */
export function resourceGraphLimiter(clock: Clock): RateLimiter {
  let full = 15
  let left = full
  let ends = Number.POSITIVE_INFINITY
  let told = false
  let margin = 0
  let window = 0
  const begin = () => {
    window += 1
    left = full
    ends = Number.POSITIVE_INFINITY
    told = false
  }
  return {
    enter: inTurn(async () => {
      if (clock.now() >= ends) begin()
      while (left <= 0) {
        await clock.sleep(Math.max(1, ends - clock.now()))
        if (clock.now() >= ends) begin()
      }
      left -= 1
      if (ends === Number.POSITIVE_INFINITY) ends = clock.now() + 5_000
      return window
    }),
    learn(header, of) {
      if (!header || of !== window) return
      const remaining = Number.parseInt(header('x-ms-user-quota-remaining') ?? '', 10)
      if (!Number.isNaN(remaining)) {
        full = Math.max(full, remaining + 1)
        left = Math.min(left, remaining)
      }
      const end = clock.now() + (quotaReset(header) ?? 5_000) + margin
      ends = told ? Math.min(ends, end) : end
      told = true
    },
    pause(milliseconds) {
      left = 0
      ends = clock.now() + Math.max(1_000, milliseconds)
      told = true
      margin = 1_000
      full = Math.max(1, full - 1)
    },
  }
}

/**
 * Resource Manager: a bucket of 250 reads a subscription and identity, refilled by 25 a second
 * (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 * The bucket is taken for full until the service says what is left, which was so before it saw the requests that are
 * still under way; of the refill, some is left to others.
 */
export function resourceManagerLimiter(clock: Clock): RateLimiter {
  const [size, refill] = [250, 24.5 / 1000]
  let tokens = size
  let at = clock.now()
  let closedUntil = 0
  let underWay = 0
  const fill = () => {
    tokens = Math.min(size, tokens + (clock.now() - at) * refill)
    at = clock.now()
  }
  return {
    enter: inTurn(async () => {
      for (fill(); tokens < 1 || clock.now() < closedUntil; fill()) {
        await clock.sleep(Math.max(1, closedUntil - clock.now(), (1 - tokens) / refill))
      }
      tokens -= 1
      underWay += 1
      return 0
    }),
    learn(header) {
      underWay = Math.max(0, underWay - 1)
      const remaining = Number.parseInt(header?.('x-ms-ratelimit-remaining-subscription-reads') ?? '', 10)
      fill()
      if (!Number.isNaN(remaining)) tokens = Math.min(tokens, Math.max(0, remaining) - underWay)
    },
    pause(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds)
      tokens = Math.min(tokens, 0)
    },
  }
}

/** First come, first served; only the first one waits for the clock, however many stand behind it. */
function inTurn(enter: () => Promise<number>): () => Promise<number> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const turn = last.then(enter)
    last = turn
    return turn
  }
}

/** Milliseconds; the window has five seconds. What says more of it is not believed: nobody would ask for an hour. */
const LONGEST_WINDOW = 60_000

/** When Resource Graph's window ends, from now, in milliseconds; the header has `hh:mm:ss`. */
export function quotaReset(header: (name: string) => string | undefined): number | null {
  const match = /^(\d+):(\d\d):(\d\d)/.exec(header('x-ms-user-quota-resets-after') ?? '')
  const end = match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000 : null
  return end !== null && end <= LONGEST_WINDOW ? end : null
}

/** How long a service asks to wait, in milliseconds: it says seconds, or a date by its own clock. */
export function retryAfter(header: (name: string) => string | undefined): number | null {
  const text = header('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const isDate = /^[a-z]{3,9},? /i.test(text)
  const wait = isDate ? Date.parse(text) - Date.parse(header('date') ?? '') : Number.NaN
  return wait >= 0 ? wait : null
}
