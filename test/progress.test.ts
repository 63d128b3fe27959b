import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { describer, everyTenSeconds, type Reading } from '../src/progress.ts'
import { handWound } from './stopwatch.ts'

const none: Reading = { workspaces: null, read: 0, needed: 0, requests: 0, throttled: 0 }
const SECOND = 1 / 60

describe('a reading in words', () => {
  /** What is said after each of these, a second from one to the next. */
  const said = (...readings: Partial<Reading>[]) => {
    const clock = handWound()
    const describe = describer(clock.passed)
    return readings.map((reading) => {
      clock.pass(SECOND)
      return describe({ ...none, ...reading })
    })
  }

  it.each<[string, Partial<Reading>[], string]>([
    ['before anything is found', [{}], 'Looking for workspaces'],
    [
      'while it goes on',
      [{ workspaces: 1, read: 10, needed: 30, requests: 5 }],
      '1 workspace found, 10 of 30 read, 5 requests/s, 2 s left',
    ],
    [
      'throttled',
      [{ workspaces: 1200, read: 1500, needed: 2000, requests: 1, throttled: 3 }],
      '1,200 workspaces found, 1,500 of 2,000 read, 1 requests/s, 3 throttled, 1 s left',
    ],
    [
      'when nothing moves',
      Array.from({ length: 20 }, () => ({ workspaces: 2, read: 10, needed: 30, requests: 5 })),
      '2 workspaces found, 10 of 30 read, 0 requests/s',
    ],
    [
      'when all is read',
      [{ workspaces: 2, read: 30, needed: 30, requests: 4 }],
      '2 workspaces found, 30 of 30 read, 4 requests/s',
    ],
    [
      'by the speed of the last ten seconds',
      [
        { workspaces: 2, read: 1000, needed: 2000, requests: 1000 },
        ...Array.from({ length: 20 }, (_, at) => ({
          workspaces: 2,
          read: 1000 + at,
          needed: 2000,
          requests: 1000 + at,
        })),
      ],
      '2 workspaces found, 1,019 of 2,000 read, 1 requests/s, 16 min left',
    ],
  ])('%s', (_name, readings, expected) => {
    expect(said(...readings).at(-1)).toBe(expected)
  })
})

describe('a long reading in the log', () => {
  it('has a line every ten seconds, until it ends', () => {
    const clock = handWound()
    const lines: string[] = []
    let read = 0
    const stop = everyTenSeconds(clock, (line) => lines.push(line))(() => ({
      ...none,
      workspaces: 1,
      read,
      needed: 99,
    }))
    clock.pass(9 * SECOND)
    expect(lines).toEqual([])
    for (let at = 0; at < 3; at += 1) {
      read += 10
      clock.pass(10 * SECOND)
    }
    expect(lines.map((line) => line.split(', ')[1])).toEqual(['10 of 99 read', '20 of 99 read', '30 of 99 read'])
    stop()
    clock.pass(1)
    expect(lines).toHaveLength(3)
  })

  it('has none when it was short', () => {
    const clock = handWound()
    const lines: string[] = []
    everyTenSeconds(clock, (line) => lines.push(line))(() => none)()
    clock.pass(1)
    expect(lines).toEqual([])
  })

  it('keeps nothing of what was read once it has ended', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const watch = everyTenSeconds(handWound(), () => {})
    const begun = () => {
      const read = { ...none }
      return { stop: watch(() => read), kept: new WeakRef(read) }
    }
    const { stop, kept } = begun()
    const isKept = async () => {
      await setImmediate()
      collectGarbage()
      return kept.deref() !== undefined
    }
    expect(await isKept()).toBe(true)
    stop()
    expect(await isKept()).toBe(false)
  })
})
