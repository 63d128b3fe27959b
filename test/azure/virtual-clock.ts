import type { Clock } from '../../src/azure/requests/clock.ts'

export interface VirtualClock extends Clock {
  /** lets time pass, from one waiter to the next, until the work is done */
  run<T>(work: Promise<T>): Promise<T>
}

/** A clock on which nothing takes time but sleeping: the earliest waiter goes on as soon as nobody else can. */
export function virtualClock(start = 0): VirtualClock {
  let time = start
  let count = 0
  const waiting: { at: number; order: number; wake: () => void }[] = []
  return {
    now: () => time,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        waiting.push({ at: time + milliseconds, order: count++, wake })
      }),
    async run(work) {
      let isDone = false
      const finish = () => {
        isDone = true
      }
      work.then(finish, finish)
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        if (isDone) return work
        waiting.sort((one, other) => one.at - other.at || one.order - other.order)
        const next = waiting.shift()
        if (!next) throw new Error('Nobody waits for the clock, and the work is not done.')
        time = Math.max(time, next.at)
        next.wake()
      }
    },
  }
}

export interface ImpatientClock extends Clock {
  slept: number[]
  /** requests that are under way */
  busy: number
}

/** A clock for work that also waits for sockets: when these are idle, whoever sleeps wakes, and the time has passed. */
export function impatientClock(): ImpatientClock {
  let time = 1_000_000
  const clock: ImpatientClock = {
    slept: [],
    busy: 0,
    now: () => time,
    async sleep(milliseconds) {
      clock.slept.push(milliseconds)
      const until = time + milliseconds
      for (let patience = 100; patience > 0; patience -= 1) {
        await new Promise((resolve) => setTimeout(resolve, 1))
        if (clock.busy === 0) break
      }
      time = Math.max(time, until)
    },
  }
  return clock
}
