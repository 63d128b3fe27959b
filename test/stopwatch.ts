import type { Stopwatch } from '../src/time.ts'

export interface HandWound extends Stopwatch {
  /** lets time pass, however little the test takes */
  pass(minutes: number): void
}

/** Time that passes only when the test says so. */
export function handWound(): HandWound {
  let time = 0
  const waiting: { at: number; call: () => void }[] = []
  return {
    passed: () => time,
    after: (milliseconds, call) => void waiting.push({ at: time + milliseconds, call }),
    pass(minutes) {
      time += minutes * 60_000
      for (const due of waiting.filter(({ at }) => at <= time)) {
        waiting.splice(waiting.indexOf(due), 1)
        due.call()
      }
    },
  }
}
