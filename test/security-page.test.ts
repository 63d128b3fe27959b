import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const docs = join(import.meta.dirname, '../docs')
const page = readFileSync(join(docs, 'security.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!---|They could|It could)/.test(line))

/** Each test that is named: its file, and what its title holds; without a title the whole file is meant. */
const named = [...page.matchAll(/\[[\w.-]+\]\((\.\.\/test\/[^)]+)\)((?: \*[^*]+\*,?)*)/g)].flatMap(
  ([, file = '', titles = '']) => {
    const all = [...titles.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title)
    return (all.length > 0 ? all : ['']).map((title) => [file, title] as const)
  },
)

describe('the threat model', () => {
  it('says of everything that stops somebody which test shows it', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => !row.includes('](../test/'))).toEqual([])
  })

  it.each(named)('names a test that is there: %s %s', (file, title) => {
    expect(readFileSync(join(docs, file), 'utf8')).toContain(title)
  })
})
