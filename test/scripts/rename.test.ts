import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rename, renamed } from '../../scripts/rename.ts'
import { repositoryName, slug } from '../../scripts/repository.ts'
import { repositoryIn } from '../command-line/npm.ts'

const folder = mkdtempSync(join(tmpdir(), 'rename-'))
const git = (...words: string[]) => spawnSync('git', words, { cwd: folder, encoding: 'utf8' }).stdout

beforeAll(async () => {
  await repositoryIn(folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Who owns a repository of this name, wherever something is fetched from it or leads to it. */
function ownersIn(name: string): string[] {
  const places = git('grep', '-Ih', `/${name}`).matchAll(
    new RegExp(`(?:uses: |github:|github\\.com/|repos/|githubusercontent\\.com/)([\\w.-]+)/${name}(?![\\w-])`, 'g'),
  )
  return [...new Set([...places].map(([, owner = '']) => owner))].sort()
}

describe('npm run rename', () => {
  const [owner = ''] = slug.split('/')
  const to = `x-${slug}-x`

  it('changes every place, and back again leaves every byte as it was', () => {
    expect(ownersIn(repositoryName)).toEqual([owner, 'platform'].sort())
    expect(rename(folder, slug, to)).toEqual(
      expect.arrayContaining(['README.md', 'package.json', '.github/CODEOWNERS']),
    )
    expect(ownersIn(repositoryName)).toEqual([])
    expect(ownersIn(`${repositoryName}-x`)).toEqual(['platform', `x-${owner}`])
    const found = git('grep', '-Iohe', `[a-z-]*${slug}[a-z-]*`).trim().split('\n')
    expect([...new Set(found)]).toEqual([to])
    expect(readFileSync(join(folder, '.github/CODEOWNERS'), 'utf8')).toContain(`* @x-${owner}/maintainers`)
    rename(folder, to, slug)
    expect(git('status', '--porcelain')).toBe('')
  })

  it('changes nothing when the place is the present one', () => {
    expect(rename(folder, slug, slug)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['an owner', 'octo-org'],
    ['an address', 'https://github.com/octo-org/encryption'],
    ['the name of git', 'octo-org/encryption.git'],
    ['an owner that GitHub refuses', 'octo--org/encryption'],
    ['a folder', 'octo-org/..'],
    ['a command', 'octo-org/encryption;id'],
  ])('refuses %s', (_, place) => {
    expect(() => rename(folder, slug, place)).toThrow(
      /is no place on GitHub\. Say it like npm run rename -- octo-org\//,
    )
  })

  it('refuses what stands for something else already', () => {
    expect(() => rename(folder, slug, 'contoso/ml-platform')).toThrow(/ names contoso\/ml-platform already/)
    expect(git('status', '--porcelain')).toBe('')
  })
})

it.each<[string, string, string, string?]>([
  ['a use', 'uses: acme/check@v1', 'uses: octo/audit@v1'],
  ['an address', 'https://github.com/acme/check.git', 'https://github.com/octo/audit.git'],
  ['a copy on a server', 'uses: platform/check@v1', 'uses: platform/audit@v1'],
  ['a name with a dot', 'acme/a.b acme/a-b', 'octo/audit acme/a-b', 'acme/a.b'],
  ['another owner', 'uses: x-acme/check@v1', 'uses: x-acme/check@v1'],
  ['another repository', 'acme/check-list acme/checks', 'acme/check-list acme/checks'],
  ['the owner alone', 'for @acme/team of acme', 'for @acme/team of acme'],
  ['the name alone', 'check', 'check'],
])('%s', (_, text, expected, from = 'acme/check') => {
  expect(renamed('README.md', text, from, 'octo/audit')).toBe(expected)
})
