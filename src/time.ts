/** Passing time, so that tests need not wait. Milliseconds. */
export interface Stopwatch {
  /** since the process began */
  passed(): number
  /** calls once, so much later */
  after(milliseconds: number, call: () => void): void
}

/** How long a run may read, and how long it may publish. */
export interface Time {
  /** aborted when nothing more may be read; its reason is a sentence */
  reading: AbortSignal
  /** aborted when nothing more may be published; later, or at the same time */
  publishing: AbortSignal
  /** milliseconds until nothing more may be published, as far as is known by now */
  left(): number
  /** gives the whole run so many minutes, from the first instruction of the process on */
  limit(minutes: number): void
  /** ends it from outside: reading now, and publishing within so many milliseconds */
  end(reason: Error, within: number): void
  /** why it was ended so; null where it was not */
  ended: Error | null
}

/** Somebody ends the run. */
class Cancelled extends Error {
  override name = 'Cancelled'
}

class OutOfTime extends Error {
  override name = 'OutOfTime'
}

export function cancelled(what: 'job' | 'run'): Error {
  const before = what === 'job' ? 'The job was cancelled before this run' : 'The run was ended before it'
  return new Cancelled(`${before} was done: what it had not read by then is undecided.`)
}

export function isCancelled(error: unknown): error is Error {
  return error instanceof Cancelled
}

export function isOutOfTime(error: unknown): error is Error {
  return error instanceof OutOfTime
}

const MINUTE = 60_000

export function timeBy({ passed, after }: Stopwatch): Time {
  const [reading, publishing] = [new AbortController(), new AbortController()]
  let last = Number.POSITIVE_INFINITY
  const time: Time = {
    reading: reading.signal,
    publishing: publishing.signal,
    ended: null,
    left: () => last - passed(),
    limit(minutes) {
      const left = minutes * MINUTE - passed()
      const reason = new OutOfTime(`The run reached its time limit (timeout-minutes: ${minutes}).`)
      after(left - Math.min((minutes * MINUTE) / 5, MINUTE), () => reading.abort(reason))
      last = Math.min(last, minutes * MINUTE)
      after(left, () => publishing.abort(reason))
    },
    end(reason, within) {
      time.ended ??= reason
      reading.abort(reason)
      last = Math.min(last, passed() + within)
      after(within, () => publishing.abort(reason))
    },
  }
  return time
}

/**
 * What comes of some work, however long it takes, as long as there is time.
 *
 * @throws the reason of the signal when it comes first
 */
export async function within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const { promise: over, reject } = Promise.withResolvers<never>()
  const end = () => reject(signal.reason)
  signal.addEventListener('abort', end)
  try {
    return await Promise.race([work(), over])
  } finally {
    signal.removeEventListener('abort', end)
  }
}
