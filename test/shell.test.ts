import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { shellQuoted } from '../src/shell.ts'

it.each<[string, string]>([
  ['plain-1.2_3', 'plain-1.2_3'],
  ['/subscriptions/a-b/resourceGroups/rg.x_y', '/subscriptions/a-b/resourceGroups/rg.x_y'],
  ['a=b,c+d@e:f', 'a=b,c+d@e:f'],
  ['a b', "'a b'"],
  ['', "''"],
  ['<key>', "'<key>'"],
  ['$(rm -rf /)', "'$(rm -rf /)'"],
  ["it's", "'it'\\''s'"],
  ['a;b', "'a;b'"],
  ['`id`', "'`id`'"],
  ['{"a": "b"}', '\'{"a": "b"}\''],
])('%j is quoted for a shell, which reads it as it was', (word, quoted) => {
  expect(shellQuoted(word)).toBe(quoted)
  expect(execFileSync('sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })).toBe(word)
})
