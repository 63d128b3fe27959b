/** Time as rate limiters see it, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number
  /** rejects when the run's time is over */
  sleep(milliseconds: number): Promise<void>
}

/** The world's clock, on which everybody wakes when the run ends: no timer is left that would keep the process. */
export function clockUntil(signal: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds)
        signal.addEventListener('abort', done, { once: true })
        function done() {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          resolve()
        }
      }),
  }
}
