/** Time as the gates see it, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number
  /** rejects when the run's time is over */
  sleep(milliseconds: number): Promise<void>
}

/** Lets requests through as fast as a quota allows, and learns from the answers. */
export interface Lane {
  /** resolves when the next request may be sent */
  enter(): Promise<void>
  /** what an answer's headers say about the quota */
  learn(header: (name: string) => string | undefined): void
  /** a 429: nobody goes before this much time has passed */
  pause(milliseconds: number): void
}

/**
 * Resource Graph: 15 queries in 5 seconds for each identity; every answer says what is left and when the window ends
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests).
 */
export function resourceGraphLane(clock: Clock): Lane {
  let left = 15
  let window = Number.POSITIVE_INFINITY
  let full = 15
  return {
    async enter() {
      while (left <= 0) {
        await clock.sleep(Math.max(1, Math.min(window, clock.now() + 5_000) - clock.now()))
        if (clock.now() < window && window !== Number.POSITIVE_INFINITY) continue
        left = full
        window = Number.POSITIVE_INFINITY
      }
      left -= 1
      if (window === Number.POSITIVE_INFINITY) window = clock.now() + 5_000
    },
    learn(header) {
      const remaining = Number.parseInt(header('x-ms-user-quota-remaining') ?? '', 10)
      const resets = duration(header('x-ms-user-quota-resets-after'))
      if (Number.isNaN(remaining) || resets === null) return
      full = Math.max(full, remaining + 1)
      left = Math.min(left, remaining)
      window = clock.now() + resets
    },
    pause(milliseconds) {
      left = 0
      window = clock.now() + milliseconds
    },
  }
}

/**
 * Resource Manager: a bucket of 250 reads a subscription and identity, refilled by 25 a second
 * (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 * A tenth is left to others.
 */
export function resourceManagerLane(clock: Clock): Lane {
  const [size, refill] = [225, 24.5 / 1000]
  let tokens = size
  let at = clock.now()
  let closedUntil = 0
  const fill = () => {
    tokens = Math.min(size, tokens + (clock.now() - at) * refill)
    at = clock.now()
  }
  return {
    async enter() {
      for (fill(); tokens < 1 || clock.now() < closedUntil; fill()) {
        await clock.sleep(Math.max(1, closedUntil - clock.now(), (1 - tokens) / refill))
      }
      tokens -= 1
    },
    learn(header) {
      const remaining = Number.parseInt(header('x-ms-ratelimit-remaining-subscription-reads') ?? '', 10)
      if (!Number.isNaN(remaining)) tokens = Math.min(tokens, remaining)
    },
    pause(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds)
    },
  }
}

/** At most `limit` at once; the others wait their turn. */
export function turnstile(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (inside >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}

/** `hh:mm:ss` in milliseconds, null when it is none. */
function duration(text: string | undefined): number | null {
  const match = /^(\d+):(\d\d):(\d\d)$/.exec(text ?? '')
  return match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000 : null
}
