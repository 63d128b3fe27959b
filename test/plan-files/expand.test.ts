import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Glob, globInside } from '../../src/inputs/globs.ts'
import { expand, fits } from '../../src/plan-files/expand.ts'
import type { Files, Listing } from '../../src/ports.ts'
import { filesOf } from '../world.ts'

const globOf = globInside('/work', '/temp')

/** What a pattern finds among these files. */
function found(pattern: string, ...paths: string[]): string[] {
  return expand(globOf(pattern), filesOf(new Map(paths.map((path) => [path, ''])))).paths
}

const checkout = [
  '/temp/plan.json',
  '/work/.git/index.json',
  '/work/.terraform/modules/modules.json',
  '/work/infra/dev/plan.json',
  '/work/infra/prod/eu/plan.json',
  '/work/infra/prod/plan.json',
  '/work/main.tf',
  '/work/plan.json',
  '/work/plans/a.json',
  '/work/plans/ab.json',
  '/work/plans/b.JSON',
]

describe('a pattern', () => {
  it.each<[string, string[]]>([
    ['plan.json', ['/work/plan.json']],
    ['./plans/../plan.json', ['/work/plan.json']],
    ['no/plan.json', ['/work/no/plan.json']],
    ['*.json', ['/work/plan.json']],
    ['plans/*.json', ['/work/plans/a.json', '/work/plans/ab.json']],
    ['plans/?.json', ['/work/plans/a.json']],
    ['plans/a*', ['/work/plans/a.json', '/work/plans/ab.json']],
    ['infra/*/plan.json', ['/work/infra/dev/plan.json', '/work/infra/prod/plan.json']],
    [
      'infra/**/plan.json',
      ['/work/infra/dev/plan.json', '/work/infra/prod/eu/plan.json', '/work/infra/prod/plan.json'],
    ],
    ['**/**/eu/*', ['/work/infra/prod/eu/plan.json']],
    ['**/a*.json', ['/work/plans/a.json', '/work/plans/ab.json']],
    ['.terraform/**/*.json', ['/work/.terraform/modules/modules.json']],
    ['/temp/*.json', ['/temp/plan.json']],
    ['/work/plans/*b.json', ['/work/plans/ab.json']],
    ['no/*.json', []],
    ['main.tf/*.json', []],
    ['**/modules.json', []],
  ])('%s', (pattern, paths) => {
    expect(found(pattern, ...checkout)).toEqual(paths)
    expect(found(pattern, ...checkout.toReversed())).toEqual(paths)
  })

  it('enters no link, and leaves it to whoever reads to say what stands in the place of a file', () => {
    const kinds = { a: 'link', 'b.json': 'link', 'c.json': 'other', d: 'folder' } as const
    const entries = Object.entries(kinds).map(([name, kind]) => ({ name, kind }))
    const asked: string[] = []
    const list = (folder: string): Listing => {
      asked.push(folder)
      return folder === '/work' ? { entries } : { entries: [] }
    }
    expect(expand(globOf('**/*.json'), { list }).paths).toEqual(['/work/b.json', '/work/c.json'])
    expect(new Set(asked)).toEqual(new Set(['/work', '/work/d']))
  })

  it('below a folder that is a link is that link, which nobody reads', () => {
    const list: Files['list'] = () => ({ refusal: 'the path follows a symbolic link' })
    expect(expand(globOf('link/*.json'), { list })).toEqual({ paths: ['/work/link'], isWhole: true })
  })

  it.each([
    [1, true],
    [150_000, true],
    [250_000, false],
    [1e9, false],
  ])('looks through no more than anybody wants to: %d entries', (most, isWhole) => {
    let told = 0
    const list = (): Listing => {
      const names = Array.from({ length: Math.min(1000, most - told) }, (_, at) => `x${at}`)
      told += names.length
      return { entries: names.map((name) => ({ name, kind: 'folder' })) }
    }
    expect(expand(globOf('**/*.json'), { list }).isWhole).toBe(isWhole)
    expect(told).toBeLessThan(203_000)
  })
})

describe('a name', () => {
  it.each([
    ['*', '', true],
    ['a*', 'a', true],
    ['**', 'ab', true],
    ['a?', 'a', false],
    ['?', '*', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b-', false],
    ['*.json', '.json', false],
    ['.*', '.json', true],
    ['a.json', 'aXjson', false],
    ['A', 'a', false],
  ])('%s: %s', (part, name, expected) => {
    expect(fits(part, name)).toBe(expected)
  })

  it('fits as a regular expression would say, and takes no longer when it was made to', () => {
    const text = (of: string) => fc.string({ unit: fc.constantFrom(...of), maxLength: 12 })
    fc.assert(
      fc.property(text('ab*?'), text('ab'), (part, name) => {
        const pattern = part.replaceAll('*', '.*').replaceAll('?', '.')
        expect(fits(part, name)).toBe(new RegExp(`^${pattern}$`).test(name))
      }),
    )
    expect(fits(`${'*a'.repeat(50)}*b`, 'a'.repeat(5000))).toBe(false)
  })
})

describe('what is no pattern', () => {
  it.each([
    ['../plan.json', /inside the workspace or RUNNER_TEMP/],
    ['/etc/*.json', /inside the workspace or RUNNER_TEMP/],
    ['plans/', /path of a file/],
    ['plans/**', /\*\* for any folders/],
    ['a**/b.json', /\*\* for any folders/],
    ['plan[0-9].json', /\*\* for any folders/],
    ['{a,b}.json', /\*\* for any folders/],
    ['!plan.json', /\*\* for any folders/],
  ])('%s', (text, message) => {
    expect(() => globOf(text)).toThrow(message)
  })

  it('a folder of the runner may have such a name', () => {
    const glob: Glob = globInside('/work/[a]{b}*')('*.json')
    expect(glob).toEqual({ text: '*.json', folder: '/work/[a]{b}*', parts: ['*.json'] })
  })
})
