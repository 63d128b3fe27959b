import { describe, expect, it } from 'vitest'
import { filesOf, logOf, push } from '../../simulator/git-objects.ts'
import type { GitHubState } from '../../simulator/github-model.ts'
import type { Reply } from '../../simulator/traffic.ts'
import { readContents } from '../../src/github/contents.ts'
import { publishStatus, StatusRefused, type StatusRequest } from '../../src/github/status-branch.ts'
import { simulated } from './simulated.ts'

const branch = 'status/encryption'
const repository = { owner: 'contoso', repo: 'ml-platform' }

function publishing(options: Partial<GitHubState> = {}) {
  const world = simulated(options)
  const publish = (changes: Partial<StatusRequest> = {}) =>
    publishStatus(
      world.octokit,
      {
        ...repository,
        branch,
        ref: 'refs/heads/main',
        message: 'passing',
        files: async () => new Map([['badge.json', '{}\n']]),
        ...changes,
      },
      world.patience,
      () => 0.5,
    )
  /** adds a line to what is there */
  const append = (line: string) => ({
    files: async (previous: (path: string) => Promise<string | null>) =>
      new Map([['history.json', `${(await previous('history.json')) ?? ''}${line}\n`]]),
  })
  const { git } = world.github
  return { ...world, publish, append, git, files: () => filesOf(git, branch), history: () => logOf(git, branch) }
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason) => reason)
  expect(error).toBeInstanceOf(StatusRefused)
  return (error as Error).message
}

describe('a commit', () => {
  it('begins a branch without history, and nothing else of the repository is on it', async () => {
    const { publish, files, history, git } = publishing()
    const url = await publish()
    expect(files()).toEqual({ 'badge.json': '{}\n' })
    expect(history()).toMatchObject([{ message: 'passing', parents: [] }])
    expect(url).toBe(`https://github.com/contoso/ml-platform/commit/${history()[0]?.sha}`)
    expect(filesOf(git, 'main')).toEqual({ 'README.md': '# ml-platform\n' })
  })

  it('goes on top of the last one', async () => {
    const { publish, append, files, history } = publishing()
    await publish(append('one'))
    await publish({ ...append('two'), message: '2 high' })
    expect(files()).toEqual({ 'history.json': 'one\ntwo\n' })
    expect(history().map(({ message }) => message)).toEqual(['2 high', 'passing'])
  })

  it('leaves the files of other reports and of people', async () => {
    const { publish, git, files } = publishing()
    push(git, branch, { 'payments/badge.json': '[]', 'payments/old.json': '1', NOTES: 'mine', 'badge.json': 'old' })
    await publish({
      files: async () =>
        new Map([
          ['badge.json', 'new'],
          ['payments/badge.json', '{}'],
        ]),
    })
    expect(files()).toEqual({
      'payments/badge.json': '{}',
      'payments/old.json': '1',
      NOTES: 'mine',
      'badge.json': 'new',
    })
  })

  it('is one request for each file, and no more than six besides', async () => {
    const { publish, append, log } = publishing()
    await publish(append('one'))
    log.length = 0
    await publish(append('two'))
    expect(log).toEqual([
      `GET /git/ref/heads/${branch}`,
      expect.stringMatching(/^GET \/git\/commits\//),
      'GET /contents/history.json',
      'POST /git/blobs',
      'POST /git/trees',
      'POST /git/commits',
      `PATCH /git/refs/heads/${branch}`,
    ])
  })

  it('is not made when nothing is different', async () => {
    const { publish, history, requests } = publishing()
    await publish()
    expect(await publish()).toBeNull()
    expect([history().length, requests(/POST \/git\/commits/)]).toEqual([1, 1])
  })

  it.each(['ü·✅\n', '', '{"a":"\\u0000"}', 'x'.repeat(2_000_000)])('keeps the bytes of %.20j', async (content) => {
    const { publish, octokit } = publishing()
    await publish({ files: async () => new Map([['file', content]]) })
    expect(await readContents(octokit, { ...repository, ref: branch, path: 'file' })).toBe(content)
  })
})

describe('somebody else is faster', () => {
  it('and makes the branch', async () => {
    const { publish, append, github, git, files, history, waits } = publishing()
    github.meanwhile.push(() => push(git, branch, { 'history.json': 'theirs\n' }))
    await publish(append('ours'))
    expect(files()).toEqual({ 'history.json': 'theirs\nours\n' })
    expect([history().length, waits]).toEqual([2, [500]])
  })

  it('and moves it: what they wrote is read again and stays', async () => {
    const { publish, append, github, git, files, history, waits } = publishing()
    await publish(append('one'))
    for (const line of ['two', 'three']) {
      github.meanwhile.push(() => push(git, branch, { 'history.json': `${files()?.['history.json']}${line}\n` }))
    }
    await publish(append('four'))
    expect(files()).toEqual({ 'history.json': 'one\ntwo\nthree\nfour\n' })
    expect([history().length, waits]).toEqual([4, [500, 1000]])
  })

  it('and deletes it', async () => {
    const { publish, append, github, git, files } = publishing()
    await publish(append('one'))
    github.meanwhile.push(() => git.refs.delete(`refs/heads/${branch}`))
    await publish(append('two'))
    expect(files()).toEqual({ 'history.json': 'two\n' })
  })

  it('and forces it elsewhere', async () => {
    const { publish, append, github, git, files } = publishing()
    await publish(append('one'))
    github.meanwhile.push(() => {
      git.refs.delete(`refs/heads/${branch}`)
      push(git, branch, { 'history.json': 'other\n' })
    })
    await publish(append('two'))
    expect(files()).toEqual({ 'history.json': 'other\ntwo\n' })
  })

  it('for ever: five tries, and a sentence', async () => {
    const { publish, append, github, git, waits } = publishing()
    for (let tried = 0; tried < 9; tried++) {
      github.meanwhile.push(() => push(git, branch, { 'history.json': `theirs ${tried}\n` }))
    }
    const message = await refusalOf(publish(append('ours')))
    expect(message).toMatch(
      /^Others wrote to branch status\/encryption of contoso\/ml-platform each of the 5 times .+`concurrency`/,
    )
    expect(waits).toEqual([500, 1000, 2000, 4000])
    expect(github.meanwhile).toHaveLength(4)
  })

  it('does not upload again what is uploaded', async () => {
    const { publish, github, git, requests } = publishing()
    await publish()
    github.meanwhile.push(() => push(git, branch, { other: 'theirs' }))
    await publish({ files: async () => new Map([['report.json', 'large']]) })
    expect(requests(/POST \/git\/blobs/)).toBe(2)
  })

  it('two runs at once lose no line', async () => {
    const { publish, append, files } = publishing()
    const lines = ['a', 'b', 'c']
    await Promise.all(lines.map((line) => publish(append(line))))
    expect(files()?.['history.json']?.trim().split('\n').sort()).toEqual(lines)
  })
})

describe('trouble that passes', () => {
  it('a lost answer makes no second commit', async () => {
    const { publish, append, faults, history, files } = publishing()
    await publish(append('one'))
    const once = async (previous: (path: string) => Promise<string | null>) => {
      const known = (await previous('history.json')) ?? ''
      return new Map([['history.json', known.includes('two') ? known : `${known}two\n`]])
    }
    faults.push({ line: /PATCH/, reply: 'lost' })
    expect(await publish({ files: once })).toBeNull()
    expect([history().length, files()]).toEqual([2, { 'history.json': 'one\ntwo\n' }])
  })

  it.each([
    /GET \/git\/ref/,
    /blobs/,
    /trees/,
    /POST \/git\/commits/,
    /POST \/git\/refs/,
  ])('an outage at %s', async (line) => {
    const { publish, faults, files, waits } = publishing()
    faults.push({ line, reply: { status: 503, body: { message: 'Unavailable' } } })
    await publish()
    expect([files(), waits]).toEqual([{ 'badge.json': '{}\n' }, [1000]])
  })
})

describe('refused', () => {
  it.each(['main', 'release/1'])('writing to %s, where the run is, before anything is asked', async (name) => {
    const { publish, log } = publishing()
    const message = await refusalOf(publish({ branch: name, ref: `refs/heads/${name}` }))
    expect(message).toMatch(/the branch that this run is on: .+ such as encryption-status\.$/)
    expect(log).toEqual([])
  })

  it.each<[string, Partial<GitHubState>, RegExp]>([
    [
      'without the permission',
      { tokenPermissions: { contents: 'read', issues: 'none', 'pull-requests': 'none' } },
      /^GitHub does not let this job write to branch .+ \(403: Resource not accessible by integration.*\)\. Give the job `permissions: contents: write`\.$/,
    ],
    ['in an archive', { archived: true }, /archived repository; unarchive it, or stop its workflows\.$/],
    [
      'on a branch with rules',
      { guardedBranches: [branch] },
      /^A branch protection rule or ruleset .+ Exempt the branch/,
    ],
  ])('%s', async (_, options, expected) => {
    const { publish, waits, files } = publishing(options)
    expect(await refusalOf(publish())).toMatch(expected)
    expect([waits, files()]).toEqual([[], undefined])
  })

  it('in a repository without a commit', async () => {
    const { publish, git } = publishing()
    git.refs.clear()
    expect(await refusalOf(publish())).toMatch(/is empty \(409: Git Repository is empty.+ Push a first commit\.$/)
  })

  it('a name that git refuses', async () => {
    const { publish } = publishing()
    expect(await refusalOf(publish({ branch: 'a..b' }))).toMatch(/could not be written \(422: .*not a valid ref name/)
  })

  it.each<[string, RegExp, Reply, RegExp]>([
    ['the token', /GET/, { status: 401, body: { message: 'Bad credentials' } }, /^GitHub does not accept github-token/],
    ['hidden', /blobs/, { status: 404, body: { message: 'Not Found' } }, /permissions: contents: write/],
    [
      'protected',
      /refs$/,
      { status: 403, body: { message: 'Cannot create this protected ref.' } },
      /^A branch protection/,
    ],
    ['no reason', /refs$/, { status: 422, body: { message: 'Reference update failed' } }, /^A branch protection rule/],
    ['too large', /blobs/, { status: 422, body: { message: 'Input is too large' } }, /up to 100 MB/],
    ['something else', /trees/, { status: 418, body: { message: 'no' } }, /could not be written \(418: no/],
  ])('%s', async (_, line, reply, expected) => {
    const { publish, faults } = publishing()
    faults.push({ line, reply })
    expect(await refusalOf(publish())).toMatch(expected)
  })

  it('an outage that lasts', async () => {
    const { publish, faults, waits } = publishing()
    for (let tried = 0; tried < 3; tried++)
      faults.push({ line: /GET/, reply: { status: 503, body: { message: 'Down' } } })
    expect(await refusalOf(publish())).toMatch(
      /^GitHub did not take the commit on branch .+ Run the job again later\.$/,
    )
    expect(waits).toEqual([1000, 2000])
  })
})
