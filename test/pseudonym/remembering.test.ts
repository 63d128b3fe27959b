import { expect, it } from 'vitest'
import { remembering } from '../../src/pseudonym/remembering.ts'

it('a question is answered once, as long as there are not too many, and always alike', () => {
  const asked: string[] = []
  const upper = remembering((text) => {
    asked.push(text)
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), upper('')]).toEqual(['A', 'A', ''])
  expect(upper('')).toBe('')
  expect(asked).toEqual(['a', ''])
  for (let number = 0; number < 20_000; number += 1) expect(upper(`x${number}`)).toBe(`X${number}`)
  expect(upper('a')).toBe('A')
  expect(asked.filter((text) => text === 'a')).toHaveLength(2)
})
