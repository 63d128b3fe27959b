import { expect, it } from 'vitest'
import type { Name, Said } from '../src/model.ts'
import { asText, foreign, listing, said, separated, words } from '../src/said.ts'

const vault = { id: '/x/vaults/kv', name: 'kv' }

it.each<[string, Said, Said, string]>([
  ['nothing put in', said`Off.`, 'Off.', 'Off.'],
  ['words and numbers', said`${words('Two')} of ${3}.`, 'Two of 3.', 'Two of 3.'],
  ['a resource', said`The vault ${vault} is gone.`, ['The vault ', vault, ' is gone.'], 'The vault kv is gone.'],
  ['nothing but a resource', said`${vault}`, [vault], 'kv'],
  ['a text that was read', said`It is ${{ name: 'x' }}.`, ['It is ', { name: 'x' }, '.'], 'It is x.'],
  ['text of others', said`Why: ${foreign('kv is off.')}`, ['Why: ', { name: 'kv is off.' }], 'Why: kv is off.'],
  ['another message', said`${said`Of ${vault}`}: ${said`no.`}`, ['Of ', vault, ': no.'], 'Of kv: no.'],
  ['what is called otherwise', said`${{ ...vault, name: 'keys of kv' }}`, [{ name: 'keys of kv' }], 'keys of kv'],
])('a message with %s', (_what, message, parts, text) => {
  expect(message).toEqual(parts)
  expect(asText(message)).toBe(text)
})

it.each([
  [0, 2, '', ''],
  [1, 2, 'a', 'a'],
  [2, 2, 'a and b', 'a, b'],
  [3, 2, 'a, b and c', 'a, b, c'],
  [4, 2, 'a, b and 2 more', 'a, b, c, d'],
])('%i names, of which %i are listed', (count, limit, listed, all) => {
  const names: Name[] = ['a', 'b', 'c', 'd'].slice(0, count).map((name) => ({ name }))
  expect(asText(listing(names, limit))).toBe(listed)
  expect(asText(separated(names))).toBe(all)
})

it('a text that nobody has seen does not compile', () => {
  const read: string = 'kv'
  // @ts-expect-error
  said`The vault ${read} is gone.`
  // @ts-expect-error
  said`The vault ${`${read}-x` as const} is gone.`
})
