import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../src/azure/requests/clock.ts'
import {
  quotaReset,
  type RateLimiter,
  resourceGraphLimiter,
  resourceManagerLimiter,
  retryAfter,
} from '../../../src/azure/requests/rate-limiter.ts'
import { type VirtualClock, virtualClock } from '../virtual-clock.ts'

type Headers = Record<string, string>
type Answer = { status: number; headers: Headers }
type Server = () => Answer

const told = (headers: Headers) => (name: string) => headers[name]

const resetsAfter = (milliseconds: number, round: (seconds: number) => number) =>
  `00:00:${String(round(milliseconds / 1000)).padStart(2, '0')}`

/** So many in a window, which begins with the first request after the last one ended. */
function graphServer(clock: Clock, { queries = 15, round = Math.ceil, others = 0 } = {}): Server {
  let ends = 0
  let used = 0
  return () => {
    const now = clock.now()
    if (now >= ends) [ends, used] = [now + 5_000, others]
    const granted = used < queries
    if (granted) used += 1
    const headers = {
      'x-ms-user-quota-remaining': String(queries - used),
      'x-ms-user-quota-resets-after': resetsAfter(ends - now, round),
    }
    return { status: granted ? 200 : 429, headers }
  }
}

function managerServer(clock: Clock, size = 250, refill = 25): Server {
  let tokens = size
  let at = clock.now()
  return () => {
    tokens = Math.min(size, tokens + ((clock.now() - at) / 1000) * refill)
    at = clock.now()
    const granted = tokens >= 1
    if (granted) tokens -= 1
    const headers = { 'x-ms-ratelimit-remaining-subscription-reads': String(Math.floor(tokens)), 'retry-after': '1' }
    return { status: granted ? 200 : 429, headers }
  }
}

interface Traffic {
  ok: number
  refused: number
  /** when each request was sent */
  sent: number[]
}

/** One request as the client sends it: through the limiter, and again when it was refused. */
async function request(
  limiter: RateLimiter,
  clock: Clock,
  server: Server,
  traffic: Traffic,
  latency: number,
): Promise<void> {
  for (;;) {
    const window = await limiter.enter()
    traffic.sent.push(clock.now())
    await clock.sleep(latency / 2)
    const { status, headers } = server()
    await clock.sleep(latency / 2)
    limiter.learn(told(headers), window)
    if (status === 200) {
      traffic.ok += 1
      return
    }
    traffic.refused += 1
    limiter.pause(Number(headers['retry-after']) * 1000 || (quotaReset(told(headers)) ?? 5_000))
  }
}

async function flood(clock: VirtualClock, limiter: RateLimiter, server: Server, count: number, latency = 100) {
  const traffic: Traffic = { ok: 0, refused: 0, sent: [] }
  const start = clock.now()
  await clock.run(Promise.all(Array.from({ length: count }, () => request(limiter, clock, server, traffic, latency))))
  return { ...traffic, took: clock.now() - start }
}

async function oneByOne(clock: VirtualClock, limiter: RateLimiter, server: Server, count: number, latency: number) {
  const traffic: Traffic = { ok: 0, refused: 0, sent: [] }
  const start = clock.now()
  const all = async () => {
    for (let index = 0; index < count; index += 1) await request(limiter, clock, server, traffic, latency)
  }
  await clock.run(all())
  return { ...traffic, took: clock.now() - start }
}

describe('Resource Graph', () => {
  it.each([
    1, 15, 16, 60, 90, 301,
  ])('%i queries at once take what the quota says, and none is refused', async (count) => {
    const clock = virtualClock()
    const { ok, refused, took } = await flood(clock, resourceGraphLimiter(clock), graphServer(clock), count)
    const bound = (Math.ceil(count / 15) - 1) * 5_000
    expect({ ok, refused }).toEqual({ ok: count, refused: 0 })
    expect(took).toBeLessThanOrEqual(bound * 1.1 + 100)
  })

  it.each([50, 300, 330, 340, 700, 1_500])('pages one after the other, %i ms each', async (latency) => {
    const clock = virtualClock()
    const { refused, took } = await oneByOne(clock, resourceGraphLimiter(clock), graphServer(clock), 60, latency)
    const bound = Math.max(60 * latency, 3 * 5_000 + 15 * latency)
    expect(refused).toBe(0)
    // the last answer takes a moment
    expect(took).toBeLessThanOrEqual(bound * 1.1 + 200)
  })

  it('a service that rounds the rest of the window down: one refusal is enough to learn it', async () => {
    const clock = virtualClock()
    const server = graphServer(clock, { round: Math.floor })
    const limiter = resourceGraphLimiter(clock)
    await flood(clock, limiter, server, 60, 100)
    const { ok, refused } = await flood(clock, limiter, server, 60, 100)
    expect({ ok, refused }).toEqual({ ok: 60, refused: 0 })
  })

  it('others use the principal: what is left is less, and is not exceeded', async () => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter(clock)
    const window = await limiter.enter()
    limiter.learn(told({ 'x-ms-user-quota-remaining': '2', 'x-ms-user-quota-resets-after': '00:00:03' }), window)
    const sent: number[] = []
    const send = async () => {
      await limiter.enter()
      sent.push(clock.now())
    }
    await clock.run(Promise.all(Array.from({ length: 6 }, send)))
    expect(sent).toEqual([0, 0, 3_000, 3_000, 3_000, 3_000])
  })

  it('nothing left at the first answer: everybody waits for the next window', async () => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter(clock)
    limiter.learn(
      told({ 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:05' }),
      await limiter.enter(),
    )
    await clock.run(limiter.enter())
    expect(clock.now()).toBe(5_000)
  })

  it('a smaller quota is found out, and then kept', async () => {
    const clock = virtualClock()
    const [limiter, server] = [resourceGraphLimiter(clock), graphServer(clock, { queries: 10 })]
    const first = await flood(clock, limiter, server, 40)
    const later = await flood(clock, limiter, server, 40)
    expect(first.refused).toBe(5)
    expect(later).toMatchObject({ ok: 40, refused: 0 })
  })

  it('a larger quota is used', async () => {
    const clock = virtualClock()
    const [limiter, server] = [resourceGraphLimiter(clock), graphServer(clock, { queries: 50 })]
    await flood(clock, limiter, server, 20)
    const { took, refused } = await flood(clock, limiter, server, 100)
    expect(refused).toBe(0)
    expect(took).toBeLessThanOrEqual(3 * 5_000)
  })

  it('without headers it keeps to the published quota', async () => {
    const clock = virtualClock()
    const honest = graphServer(clock)
    const server: Server = () => ({ ...honest(), headers: {} })
    const { ok, refused, took } = await flood(clock, resourceGraphLimiter(clock), server, 60)
    expect({ ok, refused }).toEqual({ ok: 60, refused: 0 })
    expect(took).toBeLessThanOrEqual(15_000 * 1.1)
  })

  it('a refusal stops everybody, once', async () => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter(clock)
    await limiter.enter()
    limiter.pause(7_000)
    limiter.pause(7_000)
    await clock.run(Promise.all([limiter.enter(), limiter.enter(), limiter.enter()]))
    expect(clock.now()).toBe(7_000)
  })

  it.each([
    '99:59:59',
    '00:59:00',
    '24:00:00',
  ])('a good answer whose window ends after %s stops nobody for longer than a window has', async (end) => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter(clock)
    const headers = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': end }
    limiter.learn(told(headers), await limiter.enter())
    await clock.run(limiter.enter())
    expect(clock.now()).toBe(5_000)
  })

  it('an answer from an earlier window says nothing about this one', async () => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter(clock)
    const early = await limiter.enter()
    await clock.run(clock.sleep(5_100))
    await limiter.enter()
    limiter.learn(told({ 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:01' }), early)
    await limiter.enter()
    expect(clock.now()).toBe(5_100)
  })

  it('a clock that refuses refuses everybody behind', async () => {
    const clock = virtualClock()
    const limiter = resourceGraphLimiter({ now: clock.now, sleep: () => Promise.reject(new Error('over')) })
    limiter.pause(1_000)
    const outcomes = await Promise.allSettled([limiter.enter(), limiter.enter()])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it.each([
    ['00:00:05', 5_000],
    ['00:01:00', 60_000],
    ['00:01:01', null],
    ['01:02:03', null],
    ['99:59:59', null],
    ['-1:00:05', null],
    ['00:00:-5', null],
    ['5', null],
    ['00:00:04.5000000', 4_000],
    ['soon', null],
    [undefined, null],
  ])('x-ms-user-quota-resets-after: %s', (text, milliseconds) => {
    expect(quotaReset(() => text)).toBe(milliseconds)
  })
})

describe('how long a service asks to wait', () => {
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
  it.each<[string | undefined, number | null]>([
    ['17', 17_000],
    ['0', 0],
    ['1.5', 1_500],
    [' 3 ', 3_000],
    ['99999999', 99_999_999_000],
    ['-5', null],
    ['NaN', null],
    ['Infinity', null],
    ['1e9', null],
    ['soon', null],
    ['', null],
    [undefined, null],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
    ['Wednesday, 21-Oct-26 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2026 07:27:00 GMT', null],
    ['Wed, 32 Oct 2026 07:28:30 GMT', null],
  ])('Retry-After: %s', (text, milliseconds) => {
    expect(retryAfter(told({ date, ...(text === undefined ? {} : { 'retry-after': text }) }))).toBe(milliseconds)
  })

  it('a date says nothing when the service does not tell its own time', () => {
    expect(retryAfter(told({ 'retry-after': date }))).toBeNull()
  })
})

describe('Resource Manager', () => {
  it.each([
    1, 225, 250, 1_000, 3_000,
  ])('%i reads of a subscription take what the quota says, and none is refused', async (count) => {
    const clock = virtualClock()
    const { ok, refused, took } = await flood(clock, resourceManagerLimiter(clock), managerServer(clock), count)
    const bound = (Math.max(0, count - 250) / 25) * 1_000
    expect({ ok, refused }).toEqual({ ok: count, refused: 0 })
    // the last answer takes a moment
    expect(took).toBeLessThanOrEqual(bound * 1.1 + 200)
  })

  it('what the service says is left counts, when it is less', async () => {
    const clock = virtualClock()
    const limiter = resourceManagerLimiter(clock)
    const window = await limiter.enter()
    limiter.learn(told({ 'x-ms-ratelimit-remaining-subscription-reads': '3' }), window)
    limiter.learn(told({ 'x-ms-ratelimit-remaining-subscription-reads': '200' }), window)
    limiter.learn(told({}), window)
    const sent: number[] = []
    const send = async () => {
      await limiter.enter()
      sent.push(Math.round(clock.now()))
    }
    await clock.run(Promise.all(Array.from({ length: 5 }, send)))
    expect(sent.slice(0, 3)).toEqual([0, 0, 0])
    expect(sent[3]).toBeGreaterThan(0)
  })

  it.each(['-1', '-1000000', '-Infinity'])('%s left is none: it goes on as the bucket fills', async (remaining) => {
    const clock = virtualClock()
    const limiter = resourceManagerLimiter(clock)
    limiter.learn(told({ 'x-ms-ratelimit-remaining-subscription-reads': remaining }), await limiter.enter())
    await clock.run(limiter.enter())
    expect(clock.now()).toBeLessThan(1_000)
  })

  it('what waited to be sent is not forgotten: the bucket was full until it came', async () => {
    const clock = virtualClock()
    const limiter = resourceManagerLimiter(clock)
    const places = await Promise.all(Array.from({ length: 64 }, () => limiter.enter()))
    await clock.run(clock.sleep(10_000))
    const server = managerServer(clock)
    limiter.learn(told(server().headers), places[0] as number)
    let more = 0
    const sent = Array.from({ length: 250 }, () =>
      limiter.enter().then(() => {
        if (clock.now() === 10_000) more += 1
      }),
    )
    await clock.run(Promise.all(sent))
    expect(64 + more).toBeLessThanOrEqual(250)
  })

  it('somebody else empties the bucket: after a refusal it begins with nothing', async () => {
    const clock = virtualClock()
    const limiter = resourceManagerLimiter(clock)
    await limiter.enter()
    limiter.pause(2_000)
    limiter.pause(1_000)
    const sent: number[] = []
    const send = async () => {
      await limiter.enter()
      sent.push(clock.now())
    }
    await clock.run(Promise.all(Array.from({ length: 100 }, send)))
    expect(sent[0]).toBe(2_000)
    expect(sent.filter((at) => at < 3_000).length).toBeLessThanOrEqual(49 + 25)
  })

  it('thousands wait, and only the first of them for the clock', async () => {
    const clock = virtualClock()
    let sleeps = 0
    const counting: Clock = {
      now: clock.now,
      sleep: (milliseconds) => {
        sleeps += 1
        return clock.sleep(milliseconds)
      },
    }
    const limiter = resourceManagerLimiter(counting)
    await clock.run(Promise.all(Array.from({ length: 2_000 }, () => limiter.enter())))
    expect(sleeps).toBeLessThanOrEqual(4_000)
  })
})
