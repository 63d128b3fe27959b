import { describe, expect, it } from 'vitest'
import { cancelled, isCancelled, isOutOfTime, timeBy, within } from '../src/time.ts'
import { handWound } from './stopwatch.ts'

function timeOf(minutes: number, passed = 0) {
  const stopwatch = handWound()
  stopwatch.pass(passed)
  const time = timeBy(stopwatch)
  time.limit(minutes)
  return { time, pass: stopwatch.pass, is: () => [time.reading.aborted, time.publishing.aborted] }
}

describe('the time of a run', () => {
  it.each<[number, number, number]>([
    [1, 0.8, 0.2],
    [2, 1.6, 0.4],
    [5, 4, 1],
    [30, 29, 1],
    [360, 359, 1],
  ])('of %d minutes: %d for reading, then %d for publishing', (minutes, reading, publishing) => {
    const { pass, is } = timeOf(minutes)
    pass(reading - 0.01)
    expect(is()).toEqual([false, false])
    pass(0.01)
    expect(is()).toEqual([true, false])
    pass(publishing)
    expect(is()).toEqual([true, true])
  })

  it('says how much of it is left', () => {
    const watch = handWound()
    const time = timeBy(watch)
    expect(time.left()).toBe(Number.POSITIVE_INFINITY)
    watch.pass(1)
    time.limit(10)
    expect(time.left()).toBe(9 * 60_000)
    time.end(new Error('enough'), 5000)
    time.end(new Error('later'), 60_000)
    expect(time.left()).toBe(5000)
  })

  it('counts what the process had done before the limit was known', () => {
    const { pass, is, time } = timeOf(30, 20)
    pass(9)
    expect(is()).toEqual([true, false])
    expect(isOutOfTime(time.reading.reason)).toBe(true)
    expect(time.ended).toBeNull()
  })

  it('is over at once where it was used up before', () => {
    const { pass, is } = timeOf(1, 2)
    pass(0)
    expect(is()).toEqual([true, true])
  })

  it('can be ended from outside, the sooner of two ends counting', () => {
    const { time, pass, is } = timeOf(30)
    time.end(cancelled('job'), 6_000)
    expect(is()).toEqual([true, false])
    time.end(new Error('again'), 600)
    pass(0.01)
    expect(is()).toEqual([true, true])
    expect([isCancelled(time.ended), isCancelled(time.reading.reason)]).toEqual([true, true])
  })
})

describe('work within a time', () => {
  const never = () => new Promise<never>(() => {})

  it('is what it comes to', async () => {
    const { signal } = new AbortController()
    expect(await within(signal, async () => 7)).toBe(7)
    await expect(within(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })

  it('ends with the time', async () => {
    const controller = new AbortController()
    const work = within(controller.signal, never)
    controller.abort(new Error('over'))
    await expect(work).rejects.toThrow('over')
  })

  it('does not begin when the time is over', async () => {
    let begun = false
    const work = async () => {
      begun = true
    }
    await expect(within(AbortSignal.abort(new Error('over')), work)).rejects.toThrow('over')
    expect(begun).toBe(false)
  })
})
