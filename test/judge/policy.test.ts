import { describe, expect, it } from 'vitest'
import { conclude, failedCount, failsJob, reaches } from '../../src/judge/policy.ts'
import type { Conclusion, Policy, Severity, Threshold } from '../../src/model.ts'

const policy = (given: Partial<Policy> = {}): Policy => ({
  profile: 'baseline',
  failOnSeverity: 'high',
  onUnknown: 'fail',
  warnOnly: false,
  failOnNewOnly: false,
  ...given,
})

it.each<[Threshold, Severity[]]>([
  ['high', ['high']],
  ['medium', ['high', 'medium']],
  ['low', ['high', 'medium', 'low']],
  ['never', []],
])('from %s on, these count: %j', (threshold, counting) => {
  const all: Severity[] = ['high', 'medium', 'low', 'info']
  expect(all.filter((severity) => reaches(severity, threshold))).toEqual(counting)
})

it.each<[failed: number, unknown: number, unseen: number, Conclusion]>([
  [0, 0, 0, 'pass'],
  [1, 0, 0, 'fail'],
  [1, 1, 1, 'fail'],
  [0, 1, 0, 'incomplete'],
  [0, 0, 1, 'incomplete'],
])('%i failed, %i unknown, %i unseen: %s', (failed, unknown, unseen, conclusion) => {
  expect(conclude({ failed, unknown, unseen })).toBe(conclusion)
})

describe('the job', () => {
  it.each<[Conclusion, Partial<Policy>, boolean]>([
    ['pass', {}, false],
    ['skipped', {}, false],
    ['fail', {}, true],
    ['fail', { onUnknown: 'warn' }, true],
    ['fail', { failOnSeverity: 'low' }, true],
    ['fail', { warnOnly: true }, false],
    ['fail', { failOnSeverity: 'never' }, false],
    ['incomplete', {}, true],
    ['incomplete', { onUnknown: 'warn' }, false],
    ['incomplete', { warnOnly: true }, false],
    ['incomplete', { failOnSeverity: 'never' }, false],
  ])('on %s with %j fails: %s', (conclusion, given, fails) => {
    expect(failsJob(conclusion, policy(given))).toBe(fails)
  })
})

it('advice is not a failure', () => {
  const failedBySeverity = { high: 1, medium: 20, low: 300, info: 4000 }
  expect(failedCount({ failedBySeverity } as Parameters<typeof failedCount>[0])).toBe(321)
})
