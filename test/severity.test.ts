import { expect, it } from 'vitest'
import type { Severity } from '../src/model.ts'
import { milder, worst } from '../src/severity.ts'

it.each<[Severity[], Severity]>([
  [['low', 'high', 'medium'], 'high'],
  [['info', 'medium', 'low'], 'medium'],
  [['info', 'low'], 'low'],
  [['info'], 'info'],
  [[], 'info'],
])('the worst of %j is %s', (all, expected) => {
  expect(worst(all)).toBe(expected)
})

it.each<[Severity, Severity, Severity]>([
  ['high', 'medium', 'medium'],
  ['low', 'medium', 'low'],
  ['low', 'info', 'info'],
  ['high', 'high', 'high'],
])('the milder of %s and %s is %s', (one, other, expected) => {
  expect(milder(one, other)).toBe(expected)
  expect(milder(other, one)).toBe(expected)
})
