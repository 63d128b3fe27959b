import type { Clock } from './gate.ts'

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
