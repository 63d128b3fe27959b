import { expect, it } from 'vitest'
import { Unknown, unknownIn } from '../../src/evidence/unknown.ts'

const open = new Unknown('The plan does not say it.')
const other = new Unknown('Nobody asked Azure.', 'not-visible')

it('says why, and that no permission makes it known, unless somebody could have asked', () => {
  expect([open.why, open.reason]).toEqual(['The plan does not say it.', 'not-observable'])
  expect([other.why, other.reason]).toEqual(['Nobody asked Azure.', 'not-visible'])
})

it.each<[string, unknown, Unknown | null]>([
  ['itself', open, open],
  ['a member', { a: 1, b: open }, open],
  ['what lies deep', { a: [{ b: { c: open } }] }, open],
  ['the first of two', [other, open], other],
  ['the first of two that lie deep', { a: { b: other }, c: open }, other],
  ['an object that is known', { a: 1, b: [null, 'x', { c: false }] }, null],
  ['nothing', null, null],
  ['what is not there', undefined, null],
  ['a text', 'x', null],
])('finds in %s what is unknown', (_what, value, found) => expect(unknownIn(value)).toBe(found))
