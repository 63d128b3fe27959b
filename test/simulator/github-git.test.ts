import { describe, expect, it } from 'vitest'
import { commitOf, filesOf, gitStore, logOf, push } from '../../simulator/git-objects.ts'

describe('the simulated git', () => {
  it('gives trees the SHAs of git, folders included', () => {
    const git = gitStore()
    const sha = push(git, 'main', { 'README.md': '# ml-platform\n', 'a/b/c.txt': 'c\n', 'a.txt': 'a\n', 'a-b': 'x' })
    // as `git write-tree` says of the same files
    expect(commitOf(git, sha)?.tree).toBe('31498b19a5a08e7519c14c2198db84707779f469')
  })

  it('keeps what a push does not name', () => {
    const git = gitStore()
    push(git, 'main', { 'a/one': '1', 'a/two': '2', three: '3' }, 'first')
    push(git, 'main', { 'a/one': 'new' }, 'second')
    expect(filesOf(git, 'main')).toEqual({ 'a/one': 'new', 'a/two': '2', three: '3' })
    expect(logOf(git, 'main').map(({ message }) => message)).toEqual(['second', 'first'])
    expect(filesOf(git, 'other')).toBeUndefined()
  })
})
