import { describe, expect, it } from 'vitest'
import { addIssue } from '../../simulator/github-issues.ts'
import type { GitHubState } from '../../simulator/github-model.ts'
import type { Reply } from '../../simulator/traffic.ts'
import { IssueRefused, type IssueRequest, upsertTrackingIssue } from '../../src/github/tracking-issue.ts'
import { simulated } from './simulated.ts'

const marker = '<!-- azureml-encryption-check:issue:default -->'
const end = '<!-- azureml-encryption-check:end -->'
const bot = { login: 'github-actions[bot]', type: 'Bot' } as const
const mona = { login: 'mona', type: 'User' } as const
const label = 'azureml-encryption'
const changed = /\n\n<!-- azureml-encryption-check:change:default:[0-9a-f]{16} -->$/

function tracking(options: Partial<GitHubState> = {}) {
  const world = simulated(options)
  const { github, octokit, patience } = world
  const told: string[] = []
  const upsert = (changes: Partial<IssueRequest> = {}) => {
    const request: IssueRequest = {
      owner: 'contoso',
      repo: 'ml-platform',
      marker,
      title: 'Encryption',
      body: 'two findings',
      state: 'open',
      change: (previous) => {
        told.push(previous)
        return null
      },
      ...changes,
    }
    return upsertTrackingIssue(octokit, request, patience)
  }
  const issues = () => github.issues.map(({ number, state, body }) => ({ number, state, body }))
  const comments = () => github.comments.map(({ issue, body }) => [issue, body.replace(changed, '')])
  return { ...world, upsert, told, issues, comments }
}

const ours = (text: string) => `${marker}\n${text}\n\n${end}`

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason) => reason)
  expect(error).toBeInstanceOf(IssueRefused)
  return (error as Error).message
}

describe('no issue of ours', () => {
  it('it is opened, with its label and without a comment', async () => {
    const { upsert, github, comments, told } = tracking()
    expect(await upsert()).toEqual({ url: 'https://github.com/contoso/ml-platform/issues/1', note: null })
    expect(github.issues).toMatchObject([{ title: 'Encryption', body: ours('two findings'), labels: [label] }])
    expect(github.labels).toMatchObject([{ name: label, color: '0969da' }])
    expect([comments(), told]).toEqual([[], []])
  })

  it.each(['closed', 'kept'] as const)('%s: nothing is done', async (state) => {
    const { upsert, github, log } = tracking()
    expect(await upsert({ state })).toBeNull()
    expect(github.issues).toEqual([])
    expect(log.filter((line) => !line.startsWith('GET'))).toEqual(['POST /graphql'])
  })

  it.each<[string, Parameters<typeof addIssue>[1]]>([
    ['one of somebody else', { body: ours('fake'), user: mona, labels: [label] }],
    ['one of a deleted account', { body: ours('fake'), user: null, labels: [label] }],
    ['one of ours about something else', { body: 'hello', labels: [label] }],
    ['one of ours without a body', { body: null, labels: [label] }],
    ['one of ours that quotes the marker', { body: `> ${marker}`, labels: [label] }],
    ['one of another report', { body: ours('x').replace('default', 'payments'), labels: [label] }],
    ['a pull request of ours', { body: ours('x'), labels: [label], isPullRequest: true }],
  ])('%s is left alone', async (_, issue) => {
    const { upsert, github } = tracking()
    const before = structuredClone(addIssue(github, { user: bot, ...issue }))
    expect((await upsert())?.url).toMatch(/\/2$/)
    expect(github.issues[0]).toEqual(before)
  })
})

describe('an issue of ours', () => {
  const open = (github: GitHubState, changes: Partial<GitHubState['issues'][number]> = {}) =>
    addIssue(github, { body: ours('one finding'), labels: [label], title: 'Our title', ...changes })

  it('is updated in place, quietly', async () => {
    const { upsert, github, comments, told } = tracking()
    open(github)
    expect((await upsert())?.url).toMatch(/\/1$/)
    expect(github.issues).toMatchObject([{ number: 1, body: ours('two findings'), title: 'Our title', state: 'open' }])
    expect([comments(), told]).toEqual([[], ['one finding\n']])
  })

  it('gets a comment when there is something to tell', async () => {
    const { upsert, github, comments } = tracking()
    open(github)
    await upsert({ change: () => '1 new' })
    expect(comments()).toEqual([[1, '1 new']])
  })

  it('is left alone when it says the same already', async () => {
    const { upsert, github, requests } = tracking()
    open(github, { body: ours('two findings').replaceAll('\n', '\r\n') })
    await upsert()
    expect(requests(/PATCH/)).toBe(0)
  })

  it('is closed with a comment, and stays closed in silence', async () => {
    const { upsert, github, issues, comments, requests } = tracking()
    open(github)
    await upsert({ state: 'closed', body: 'clean', change: () => 'all fixed' })
    expect(github.issues).toMatchObject([{ state: 'closed', stateReason: 'completed', body: ours('clean') }])
    expect(await upsert({ state: 'closed', body: 'clean, later', change: () => 'again' })).toBeNull()
    expect(await upsert({ state: 'kept', body: 'open questions', change: () => 'again' })).toBeNull()
    expect([issues(), comments()]).toEqual([[{ number: 1, state: 'closed', body: ours('clean') }], [[1, 'all fixed']]])
    expect(requests(/PATCH/)).toBe(1)
  })

  it('is opened again', async () => {
    const { upsert, github, comments } = tracking()
    open(github, { state: 'closed', body: ours('clean') })
    await upsert({ change: (previous) => `not ${previous.trim()} any more` })
    expect(github.issues).toMatchObject([{ number: 1, state: 'open', stateReason: 'reopened', closedAt: null }])
    expect(comments()).toEqual([[1, 'not clean any more']])
  })

  it('stays open while it is not known whether it can be closed', async () => {
    const { upsert, github } = tracking()
    open(github)
    await upsert({ state: 'kept', body: 'who knows' })
    expect(github.issues).toMatchObject([{ state: 'open', body: ours('who knows') }])
  })

  it.each<[string, string, string]>([
    ['after ours', `${ours('old')}\n\nmine`, `${ours('two findings')}\n\nmine`],
    ['before ours', `mine\n\n${ours('old')}`, `mine\n\n${ours('two findings')}`],
    [
      'around ours, with the line ends of a browser',
      `a\r\n${ours('old').replaceAll('\n', '\r\n')}\r\nz`,
      `a\n${ours('two findings')}\nz`,
    ],
    ['without the end marker', `mine\n${marker}\nold`, `mine\n${ours('two findings')}`],
  ])('keeps what people write %s', async (_, body, expected) => {
    const { upsert, github } = tracking()
    open(github, { body })
    await upsert()
    expect(github.issues[0]?.body).toBe(expected)
  })

  it('in other capitals, by a person’s token', async () => {
    const { upsert, github } = tracking({ tokenLogin: 'mona' })
    open(github, { user: { login: 'Mona', type: 'User' } })
    await upsert()
    expect(github.issues).toHaveLength(1)
  })

  it('is found behind hundreds of others', async () => {
    const { upsert, github, requests } = tracking()
    open(github)
    for (let at = 0; at < 250; at++) addIssue(github, { body: 'hello', labels: [label], user: mona })
    await upsert()
    expect([github.issues.length, requests(/GET \/issues/)]).toEqual([251, 3])
  })

  it('without its label is found by its author, and gets it back', async () => {
    const { upsert, github } = tracking()
    open(github, { labels: ['other'] })
    expect(await upsert()).toEqual({ url: expect.stringMatching(/\/1$/), note: null })
    expect(github.issues).toMatchObject([{ number: 1, labels: ['other', label] }])
  })
})

describe('never two', () => {
  it('another run opens one first: it stays, and ours is closed', async () => {
    const { upsert, github } = tracking()
    github.meanwhile.push(() => addIssue(github, { body: ours('theirs'), labels: [label] }))
    expect((await upsert())?.url).toMatch(/\/1$/)
    expect(github.issues.map(({ number, state }) => [number, state])).toEqual([
      [1, 'open'],
      [2, 'closed'],
    ])
  })

  it.each([2, 3])('%d runs at once', async (runs) => {
    const { upsert, github } = tracking()
    const urls = await Promise.all(Array.from({ length: runs }, () => upsert()))
    const left = github.issues.filter(({ state }) => state === 'open')
    expect(left).toHaveLength(1)
    expect(new Set(urls.map((one) => one?.url)).size).toBe(1)
    await upsert({ body: 'later' })
    expect(github.issues.filter(({ state }) => state === 'open')).toMatchObject([{ number: left[0]?.number }])
  })

  it('leftovers are closed, and only once', async () => {
    const { upsert, github, requests } = tracking()
    for (const state of ['open', 'open', 'closed'] as const)
      addIssue(github, { body: ours('x'), labels: [label], state })
    await upsert()
    expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed', 'closed'])
    expect(requests(/PATCH/)).toBe(2)
  })

  it('a created issue whose answer was lost is not created again', async () => {
    const { upsert, faults, github, waits } = tracking()
    faults.push({ line: /POST \/issues$/, reply: 'lost' })
    expect((await upsert())?.url).toMatch(/\/1$/)
    expect([github.issues.length, waits]).toEqual([1, [1000]])
  })

  it('the change is told once, although the comment had to be tried twice', async () => {
    const { upsert, faults, github, comments } = tracking()
    addIssue(github, { body: ours('one finding'), labels: [label] })
    faults.push({ line: /comments/, reply: { status: 503, body: { message: 'Down' } } })
    await upsert({ state: 'closed', change: (previous) => `was ${previous.trim()}` })
    expect([comments(), github.issues[0]?.state]).toEqual([[[1, 'was one finding']], 'closed'])
  })
})

describe('a change is told once', () => {
  const begin = (options: Partial<GitHubState> = {}) => {
    const world = tracking(options)
    addIssue(world.github, { body: ours('one finding'), labels: [label], updatedAt: '2026-01-01T00:00:00Z' })
    return world
  }
  const change = () => '1 new'

  it.each([1, 2])('also when the answer is lost %d times', async (times) => {
    const { upsert, faults, comments, waits, requests } = begin()
    for (let lost = 0; lost < times; lost++)
      faults.push({ line: lost ? /GET .*comments/ : /POST .*comments/, reply: 'lost' })
    await upsert({ change })
    expect([comments(), requests(/POST .*comments/)]).toEqual([[[1, '1 new']], 1])
    expect(waits).toEqual([1000, 2000].slice(0, times))
  })

  it.each([2, 3])('by %d runs at once', async (runs) => {
    const { upsert, comments } = begin()
    await Promise.all(Array.from({ length: runs }, () => upsert({ change })))
    expect(comments()).toEqual([[1, '1 new']])
  })

  it('the older of two stays, and ours goes', async () => {
    const { upsert, github, comments, requests } = begin()
    await upsert({ change })
    const [first] = github.comments
    Object.assign(github.issues[0] ?? {}, { body: ours('one finding'), updatedAt: '2026-01-01T00:00:00Z' })
    github.comments = []
    github.meanwhile.push(() => first && github.comments.push({ ...first, id: 1 }))
    await upsert({ change })
    expect(github.comments.map(({ id }) => id)).toEqual([1])
    expect([comments(), requests(/DELETE/)]).toEqual([[[1, '1 new']], 1])
  })

  it('what others write under our marker is not ours', async () => {
    const { upsert, github, comments } = begin()
    await upsert({ change })
    for (const comment of github.comments) comment.user = mona
    Object.assign(github.issues[0] ?? {}, { body: ours('one finding') })
    await upsert({ change })
    expect(comments()).toEqual([
      [1, '1 new'],
      [1, '1 new'],
    ])
  })

  it('a change that comes back is told again', async () => {
    const { upsert, comments } = begin()
    for (const [body, text] of [
      ['two', 'one more'],
      ['one', 'one less'],
      ['two again', 'one more'],
    ] as const)
      await upsert({ body, change: () => text })
    expect(comments().map(([, text]) => text)).toEqual(['one more', 'one less', 'one more'])
  })

  it('without looking through what was said before', async () => {
    const { upsert, github, requests } = begin()
    const at = '2025-01-01T00:00:00Z'
    for (let id = 1; id <= 500; id++)
      github.comments.push({ id, issue: 1, body: 'hello', user: mona, createdAt: at, updatedAt: at })
    await upsert({ change })
    expect(requests(/GET .*comments/)).toBe(2)
  })
})

describe('labels', () => {
  it('that exist are used', async () => {
    const { upsert, github } = tracking({ labels: [{ id: 1, name: label, color: 'ff0000', description: null }] })
    expect((await upsert())?.note).toBeNull()
    expect(github.labels).toMatchObject([{ color: 'ff0000' }])
  })

  it('that cannot be created: the issue is opened without, and found again', async () => {
    const { upsert, github } = tracking({ labelsDenied: true })
    const first = await upsert()
    expect(first?.note).toMatch(
      /^The tracking issue has no label azureml-encryption, .+ \(403: Resource not accessible by integration.*\)\. It is found again by its author/,
    )
    const second = await upsert({ body: 'later' })
    expect(second).toEqual({ url: first?.url, note: expect.stringContaining('has no label') })
    expect(github.issues).toMatchObject([{ body: ours('later'), labels: [] }])
  })
})

describe('refused', () => {
  const none = { contents: 'none', issues: 'none', 'pull-requests': 'none' } as const

  it.each<[string, Partial<GitHubState>, RegExp]>([
    [
      'without the permission',
      { tokenPermissions: { ...none, issues: 'read' } },
      /^GitHub does not let this job write the tracking issue of contoso\/ml-platform \(403: .+\)\. Give the job `permissions: issues: write`\.$/,
    ],
    ['without any', { tokenPermissions: none }, /permissions: issues: write/],
    [
      'issues are off',
      { hasIssues: false },
      /^contoso\/ml-platform has no issues \(410: .+\)\. Turn them on in the settings/,
    ],
    ['an archive', { archived: true }, /archived repository/],
  ])('%s', async (_, options, expected) => {
    const { upsert, waits } = tracking(options)
    expect(await refusalOf(upsert())).toMatch(expected)
    expect(waits).toEqual([])
  })

  it('what people added leaves no room', async () => {
    const { upsert, github } = tracking()
    addIssue(github, { body: `${ours('x')}\n${'y'.repeat(65_400)}`, labels: [label] })
    expect(await refusalOf(upsert({ body: 'z'.repeat(500) }))).toMatch(
      /probably because it is too long .+ Shorten what was added\.$/,
    )
  })

  it.each<[string, RegExp, Reply, RegExp]>([
    ['the token', /GET/, { status: 401, body: { message: 'Bad credentials' } }, /^GitHub does not accept github-token/],
    [
      'locked',
      /comments/,
      { status: 403, body: { message: 'Unable to create comment because issue is locked.' } },
      /Unlock it\.$/,
    ],
    [
      'something else',
      /PATCH/,
      { status: 418, body: { message: 'no' } },
      /^The tracking issue of .+ could not be written \(418: no/,
    ],
  ])('%s', async (_, line, reply, expected) => {
    const { upsert, github, faults } = tracking()
    addIssue(github, { body: ours('one finding'), labels: [label] })
    faults.push({ line, reply })
    expect(await refusalOf(upsert({ change: () => 'new' }))).toMatch(expected)
  })
})
