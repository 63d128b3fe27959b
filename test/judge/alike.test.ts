import { expect, it } from 'vitest'
import { createAlike } from '../../src/judge/alike.ts'

it('values of the same content become one; the others stay as they are', () => {
  const alike = createAlike()
  const first = alike({ path: 'properties.state', value: null })
  expect(alike({ path: 'properties.state', value: null })).toBe(first)
  for (const other of [{ path: 'properties.state', value: 'null' }, { value: null }, [], '{}', {}])
    expect(alike(other)).toBe(other)
})

it('what comes when there is much already is not remembered', () => {
  const alike = createAlike()
  for (let number = 0; number < 10_000; number += 1) alike({ number })
  const late = { late: true }
  expect(alike(late)).toBe(late)
  expect(alike({ late: true })).not.toBe(late)
  expect(alike({ number: 1 })).toBe(alike({ number: 1 }))
})
