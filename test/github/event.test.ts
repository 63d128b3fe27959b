import { describe, expect, it } from 'vitest'
import { type GitHubEvent, getsNoIdentity, readEvent } from '../../src/github/event.ts'
import { completeEvent } from '../../src/github/repository.ts'

const env = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'octo/ml',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_SHA: 'abc',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_RUN_ID: '7',
  GITHUB_ACTOR: 'mona',
}
const repository = { id: 42, full_name: 'octo/ml', default_branch: 'main', private: true, visibility: 'internal' }
const head = { sha: 'def', repo: { full_name: 'octo/ml' } }
const base = { sha: 'abc', repo: { full_name: 'octo/ml' } }

function pullRequest(changes: object = {}, variables: Record<string, string> = {}, name = 'pull_request') {
  const payload = { repository, pull_request: { number: 5, head, base, ...changes } }
  return readEvent({ ...env, GITHUB_EVENT_NAME: name, GITHUB_REF: 'refs/pull/5/merge', ...variables }, payload)
}

describe('a push', () => {
  it('on the default branch', () => {
    expect(readEvent(env, { repository })).toEqual({
      name: 'push',
      repository: 'octo/ml',
      owner: 'octo',
      repo: 'ml',
      repositoryId: '42',
      sha: 'abc',
      ref: 'refs/heads/main',
      runUrl: 'https://github.example.com/octo/ml/actions/runs/7',
      serverUrl: 'https://github.example.com',
      pullRequest: null,
      visibility: 'internal',
      onDefaultBranch: true,
    })
  })

  it.each([
    ['refs/heads/main', 'main', true],
    ['refs/heads/Main', 'main', false],
    ['refs/heads/feature/main', 'main', false],
    ['refs/tags/main', 'main', false],
    ['refs/heads/main', '', null],
    ['refs/heads/main', undefined, null],
  ])('%s, default %s: %s', (ref, branch, expected) => {
    const payload = { repository: { ...repository, default_branch: branch } }
    expect(readEvent({ ...env, GITHUB_REF: ref }, payload).onDefaultBranch).toBe(expected)
  })
})

describe('visibility', () => {
  it.each([
    [{ private: true, visibility: 'internal' }, 'internal'],
    [{ private: false, visibility: 'public' }, 'public'],
    [{ private: true, visibility: 'private' }, 'private'],
    [{ private: true }, 'private'],
    [{ private: false }, 'public'],
    [{ private: true, visibility: 'secret' }, 'private'],
    [{ private: 'true' }, null],
    [{}, null],
    [null, null],
  ])('%j: %s', (of, expected) => {
    expect(readEvent(env, { repository: of }).visibility).toBe(expected)
  })
})

describe('a pull request', () => {
  it.each(['pull_request', 'pull_request_target'])('%s', (name) => {
    const event = pullRequest({}, { GITHUB_REF: 'refs/heads/main' }, name)
    expect(event.pullRequest).toEqual({ number: 5, headSha: 'def', baseSha: 'abc', foreign: false, dependabot: false })
    expect(event).toMatchObject({ sha: 'def', onDefaultBranch: false })
  })

  it.each([
    ['the same repository', { head }, false],
    ['the same, spelt differently', { head: { ...head, repo: { full_name: 'Octo/ML' } } }, false],
    ['a payload that names no base', { base: undefined }, false],
    ['a fork', { head: { ...head, repo: { full_name: 'mona/ml' } } }, true],
    ['a fork that is gone', { head: { ...head, repo: null } }, true],
    ['no head', { head: null }, true],
  ])('from %s', (_, changes, foreign) => {
    expect(pullRequest(changes).pullRequest?.foreign).toBe(foreign)
  })

  it.each([
    ['dependabot[bot]', true],
    ['Dependabot[bot]', true],
    ['mona', false],
    ['dependabot', false],
    ['', false],
  ])('by %s', (actor, dependabot) => {
    expect(pullRequest({}, { GITHUB_ACTOR: actor }).pullRequest?.dependabot).toBe(dependabot)
  })

  it('without a head commit has the commit of the run', () => {
    expect(pullRequest({ head: {} }).sha).toBe('abc')
  })

  it.each([undefined, null, 'text', { number: '5' }])('that cannot be read: %j', (value) => {
    const event = readEvent({ ...env, GITHUB_EVENT_NAME: 'pull_request' }, { pull_request: value })
    expect(event).toMatchObject({ pullRequest: null, sha: 'abc', onDefaultBranch: false })
  })
})

describe('other events', () => {
  it.each([
    ['schedule', { schedule: '0 3 * * *' }, null],
    ['workflow_dispatch', { inputs: {}, repository }, true],
    ['merge_group', { merge_group: { head_sha: 'abc' }, repository }, true],
    ['issue_comment', { issue: { number: 5, pull_request: {} }, pull_request: { number: 5 }, repository }, true],
  ])('%s is not about a pull request', (name, payload, onDefaultBranch) => {
    const event = readEvent({ ...env, GITHUB_EVENT_NAME: name }, payload)
    expect(event).toMatchObject({ name, sha: 'abc', pullRequest: null, onDefaultBranch })
  })

  it.each([undefined, null, 'text', 7, []])('payload %j', (payload) => {
    expect(readEvent(env, payload)).toMatchObject({ repository: 'octo/ml', visibility: null, onDefaultBranch: null })
  })

  it('no variables', () => {
    expect(readEvent({}, { repository })).toMatchObject({
      name: '',
      owner: 'octo',
      repo: 'ml',
      repositoryId: '42',
      sha: '',
      runUrl: 'https://github.com/octo/ml/actions/runs/',
    })
  })

  it('nothing at all', () => {
    expect(readEvent({}, null)).toMatchObject({ repository: '', owner: '', repo: '', repositoryId: null })
  })

  it('an id that is text', () => {
    expect(readEvent({}, { repository: { id: 'R_1' } }).repositoryId).toBe('R_1')
  })
})

describe('no identity from GitHub', () => {
  it.each<[string, GitHubEvent, boolean]>([
    ['a fork', pullRequest({ head: { sha: 'def', repo: null } }), true],
    ['Dependabot', pullRequest({}, { GITHUB_ACTOR: 'dependabot[bot]' }), true],
    ['our own pull request', pullRequest(), false],
    ['a push', readEvent(env, { repository }), false],
  ])('%s', (_, event, expected) => {
    expect(getsNoIdentity(event)).toBe(expected)
  })
})

describe('what the payload does not tell', () => {
  const schedule = readEvent({ ...env, GITHUB_EVENT_NAME: 'schedule' }, { schedule: '0 3 * * *' })
  const octokit = (data: unknown) => async () => ({ rest: { repos: { get: async () => ({ data }) } } })

  it.each([
    ['a private repository', { default_branch: 'main', private: true }, 'private', true],
    ['another default branch', { default_branch: 'trunk', visibility: 'internal' }, 'internal', false],
    ['an answer without either', {}, 'public', false],
    ['an answer that is none', null, 'public', false],
  ])('%s', async (_, data, visibility, onDefaultBranch) => {
    expect(await completeEvent(schedule, octokit(data))).toEqual({ ...schedule, visibility, onDefaultBranch })
  })

  it('is public and not the default branch when GitHub refuses', async () => {
    const refusing = async () => ({ rest: { repos: { get: () => Promise.reject(new Error('403')) } } })
    expect(await completeEvent(schedule, refusing)).toMatchObject({ visibility: 'public', onDefaultBranch: false })
  })

  it('is asked with owner and name', async () => {
    const asked: unknown[] = []
    const get = async (of: unknown) => ({ data: asked.push(of) })
    await completeEvent(schedule, async () => ({ rest: { repos: { get } } }))
    expect(asked).toEqual([{ owner: 'octo', repo: 'ml' }])
  })

  it('what it does tell stands', async () => {
    const event = readEvent(env, { repository: { private: true } })
    const completed = await completeEvent(event, octokit({ default_branch: 'main', private: false }))
    expect(completed).toMatchObject({ visibility: 'private', onDefaultBranch: true })
  })

  it('nothing is asked when it tells everything', async () => {
    const event = readEvent(env, { repository })
    const unloaded = () => Promise.reject(new Error('not to be loaded'))
    expect(await completeEvent(event, unloaded)).toEqual(event)
  })
})
