import { describe, expect, it } from 'vitest'
import { staleNotes, staleness } from '../../src/plan/stale.ts'

const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stml'
const of = (before: unknown, live: unknown, path = 'properties.minimumTlsVersion') => ({ id, path, before, live })

describe('what was there when the plan was made', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['is there', 'TLS1_2', 'TLS1_2', false],
    ['is another value now', 'TLS1_2', 'TLS1_0', true],
    ['is gone', 'TLS1_2', undefined, true],
    ['is spelt otherwise', 'West Europe', 'westeurope', false],
    ['is an id in other letters', '/Subscriptions/a', '/subscriptions/A', false],
    ['is a number as a text', '30', 30, false],
    ['is turned over', true, false, true],
    ['is not said', undefined, 'TLS1_0', false],
    ['is empty: null', null, true, false],
    ['is empty: text', '', 'x', false],
    ['is empty: list', [], ['x'], false],
    ['is empty: object', {}, { a: 1 }, false],
    ['is thinner than what is read', { a: 1 }, { a: 1, b: 2 }, false],
    ['differs within', { a: { b: 1 } }, { a: { b: 2 } }, true],
    ['is an object no more', { a: 1 }, null, true],
    ['is a list in another order', ['a', 'B'], ['b', 'A'], false],
    ['is a list with more in it', ['a'], ['a', 'b'], true],
    ['is a list with one twice', ['a', 'a'], ['a', 'b'], true],
    ['is a list no more', ['a'], 'a', true],
  ])('%s', (_, before, live, isChanged) => {
    const value = of(before, live)
    expect(staleness(null, null, [value]).changed).toEqual(isChanged ? [value] : [])
  })
})

describe('the time', () => {
  it.each<[string | null, string | null, boolean]>([
    ['2026-11-26T10:00:00Z', '2026-11-26T10:00:01Z', true],
    ['2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z', false],
    ['2026-11-26T10:00:00Z', '2026-11-26T12:00:00+03:00', false],
    [null, '2026-11-26T10:00:00Z', false],
    ['2026-11-26T10:00:00Z', null, false],
    ['yesterday', '2026-11-26T10:00:00Z', false],
  ])('%s, head commit %s', (createdAt, headAt, isOlder) => {
    expect(staleness(createdAt, headAt, []).isOlder).toBe(isOlder)
  })
})

it('is said in sentences', () => {
  const many = [of('a', 'b'), of('a', 'c', 'properties.x'), of('a', 'd', 'properties.y')]
  expect(staleNotes('plan.json', staleness('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', many))).toEqual([
    'plan.json was made before the head commit of this pull request: make the plan again.',
    'Azure has changed since plan.json was made: properties.minimumTlsVersion of stml and 2 more. Where the plan changes nothing, what is there now counts.',
  ])
  expect(staleNotes('plan.json', staleness(null, null, many.slice(0, 1)))).toEqual([
    'Azure has changed since plan.json was made: properties.minimumTlsVersion of stml. Where the plan changes nothing, what is there now counts.',
  ])
  expect(staleNotes('plan.json', staleness(null, null, []))).toEqual([])
})
