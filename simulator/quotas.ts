/** The documented limits of Resource Manager and Resource Graph; tests may set smaller ones. */
export interface Quotas {
  resourceGraph: { queries: number; windowMs: number; pageSize: number; responseBytes: number; subscriptions: number }
  resourceManager: { burst: number; refillPerSecond: number; pageSize: number }
}

export type QuotaOptions = { [Service in keyof Quotas]?: Partial<Quotas[Service]> }

/** The published quotas, where nothing else is said. */
export function withDefaults(options: QuotaOptions = {}): Quotas {
  return {
    resourceGraph: {
      queries: 15,
      windowMs: 5000,
      pageSize: 1000,
      responseBytes: 16_777_216,
      subscriptions: 10_000,
      ...options.resourceGraph,
    },
    resourceManager: { burst: 250, refillPerSecond: 25, pageSize: 100, ...options.resourceManager },
  }
}

export interface Allowance {
  granted: boolean
  remaining: number
  /** milliseconds until there is more */
  resetsAfter: number
}

/** So many in each window; a window begins with the first request after the last one ended. */
export function fixedWindow(limit: () => { queries: number; windowMs: number }, clock: () => number) {
  const windows = new Map<string, { endsAt: number; used: number }>()
  return (key: string): Allowance => {
    const { queries, windowMs } = limit()
    const now = clock()
    const known = windows.get(key)
    const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, used: 0 }
    windows.set(key, window)
    const granted = window.used < queries
    if (granted) window.used += 1
    return { granted, remaining: queries - window.used, resetsAfter: window.endsAt - now }
  }
}

/** A bucket per key that refills steadily. */
export function tokenBucket(limit: () => { burst: number; refillPerSecond: number }, clock: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (key: string): Allowance => {
    const { burst, refillPerSecond } = limit()
    const now = clock()
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * refillPerSecond)
    const granted = tokens >= 1
    const left = granted ? tokens - 1 : tokens
    buckets.set(key, { tokens: left, at: now })
    const resetsAfter = left >= 1 ? 0 : ((1 - left) / refillPerSecond) * 1000
    return { granted, remaining: Math.floor(left), resetsAfter }
  }
}
