import { expect, it } from 'vitest'
import { objectOf, parsed } from '../src/json.ts'

it.each<[string, unknown]>([
  ['{"a":1}', { a: 1 }],
  ['[1]', [1]],
  ['"a"', 'a'],
  ['null', null],
  ['{"a":', null],
  ['', null],
])('%s is parsed', (text, value) => {
  expect(parsed(text)).toEqual(value)
})

it.each<[unknown, Record<string, unknown>]>([
  [{ a: 1 }, { a: 1 }],
  ['text', {}],
  [7, {}],
  [null, {}],
  [undefined, {}],
])('of %j there are members, or none', (value, members) => {
  expect(objectOf(value)).toEqual(members)
})
