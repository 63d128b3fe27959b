import { describe, expect, it } from 'vitest'
import { createWork } from '../../../src/azure/reader/work.ts'

const subscription = (number: number) => `/subscriptions/s${number}/resourceGroups/g`

/** Work that ends when it is told to. */
function held() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const hold = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  return { begun, ends, hold }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('work under way', () => {
  it('64 reads of each subscription at once, the others in their order', async () => {
    const work = createWork(() => {})
    const { begun, ends, hold } = held()
    for (let number = 0; number < 80; number += 1) {
      work.read(subscription(1), hold(`a${number}`))
      work.read(subscription(2).toUpperCase(), hold(`b${number}`))
    }
    await soon()
    expect(begun).toHaveLength(128)
    ends.shift()?.()
    await soon()
    expect(begun.slice(128)).toEqual(['a64'])
  })

  it('of 128 subscriptions no more than 8 each, and of 2,000 one', async () => {
    for (const [subscriptions, each] of [
      [128, 8],
      [2_000, 1],
    ] as const) {
      const work = createWork(() => {})
      const { begun, hold } = held()
      for (let round = 0; round < 10; round += 1)
        for (let number = 0; number < subscriptions; number += 1) work.read(subscription(number), hold(`${number}`))
      await soon()
      const counts = Map.groupBy(begun, (name) => name)
      expect(counts.size).toBe(subscriptions)
      expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBe(each)
    }
  })

  it('is settled when everything is done, and what it led to', async () => {
    const work = createWork(() => {})
    let done = false
    work.query('batches', async () => work.read(subscription(1), soon as () => Promise<void>))
    const settled = work.settled().then(() => {
      done = true
    })
    expect(done).toBe(false)
    await settled
    await expect(work.settled()).resolves.toBeUndefined()
  })

  it('tells what nobody foresaw when the rest is done', async () => {
    const work = createWork(() => {})
    const { begun, ends, hold } = held()
    work.read(subscription(1), () => Promise.reject(new Error('unforeseen')))
    work.read(subscription(1), hold('other'))
    await soon()
    expect(begun).toEqual(['other'])
    const settled = work.settled()
    ends.shift()?.()
    await expect(settled).rejects.toThrow('unforeseen')
  })

  it.each<[what: string, reads: number, queries: ('batches' | 'roles')[], batches: boolean, roles: boolean]>([
    ['nothing', 0, [], true, true],
    ['31 reads', 31, [], true, true],
    ['32 reads', 32, [], false, false],
    ['a batch', 0, ['batches'], false, true],
    ['a query for roles', 0, ['roles'], true, true],
  ])('%s under way: whether it is calm for batches, and for roles', (_, reads, queries, batches, roles) => {
    const work = createWork(() => {})
    const { hold } = held()
    for (let number = 0; number < reads; number += 1) work.read(subscription(number), hold('read'))
    for (const kind of queries) work.query(kind, hold('query'))
    expect([work.isCalm('batches'), work.isCalm('roles')]).toEqual([batches, roles])
  })

  it('begins what waited whenever something is done', async () => {
    let times = 0
    const work = createWork(() => {
      times += 1
    })
    work.read(subscription(1), async () => {})
    work.query('roles', async () => {})
    await soon()
    expect(times).toBe(2)
  })
})
