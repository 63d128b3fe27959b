import { count, plural } from './text.ts'
import type { Stopwatch } from './time.ts'

/** How far the reading of Azure has come. */
export interface Reading {
  /** null: they are still being looked for */
  workspaces: number | null
  /** resources and lists that have been read, or could not be */
  read: number
  /** those that are wanted; what is read leads to more */
  needed: number
  /** that were sent so far */
  requests: number
  /** that were refused for too many */
  throttled: number
}

/** Told how to look at a reading when it begins; returns what is to be called when it ends. */
export type Watch = (reading: () => Reading) => () => void

const SECOND = 1000
/** Over so much time speeds are averaged: quotas let requests through in bursts. */
const SPAN = 10 * SECOND

/** Says in the log how far a long reading has come. */
export function everyTenSeconds({ passed, after }: Stopwatch, say: (line: string) => void): Watch {
  return (reading) => {
    const describe = describer(passed)
    // the last tick waits on when it is over, and would keep everything that was read by
    let watched: typeof reading | null = reading
    const tick = () => {
      if (watched === null) return
      say(describe(watched()))
      after(SPAN, tick)
    }
    after(SPAN, tick)
    return () => {
      watched = null
    }
  }
}

/** Puts readings into words; how fast they go is seen from one to the next. @param passed milliseconds */
export function describer(passed: () => number): (reading: Reading) => string {
  const began = { at: passed(), read: 0, requests: 0 }
  let samples = [began]
  return (reading) => {
    const now = { at: passed(), read: reading.read, requests: reading.requests }
    if (now.at - (samples.at(-1)?.at ?? 0) >= SECOND) samples.push(now)
    samples = samples.filter(({ at }, index) => now.at - at <= SPAN || index === samples.length - 1)
    const since = samples[0] ?? began
    const seconds = (now.at - since.at) / SECOND
    const speed = (what: 'read' | 'requests') => (seconds > 0 ? (now[what] - since[what]) / seconds : 0)
    return words(reading, Math.round(speed('requests')), speed('read'))
  }
}

function words({ workspaces, read, needed, throttled }: Reading, requests: number, speed: number): string {
  if (workspaces === null) return 'Looking for workspaces'
  const left = speed > 0 ? Math.ceil((needed - read) / speed) : 0
  return [
    `${plural(workspaces, 'workspace')} found`,
    `${count(read)} of ${count(needed)} read`,
    `${count(requests)} requests/s`,
    ...(throttled > 0 ? [`${count(throttled)} throttled`] : []),
    ...(left > 0 ? [`${time(left)} left`] : []),
  ].join(', ')
}

function time(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
