import { describe, expect, it } from 'vitest'
import { addIssue } from '../../simulator/github-issues.ts'
import { upsertComment } from '../../src/github/comment.ts'
import { publishStatus } from '../../src/github/status-branch.ts'
import { upsertTrackingIssue } from '../../src/github/tracking-issue.ts'
import { simulated } from './simulated.ts'

const repository = { owner: 'contoso', repo: 'ml-platform' }
const marker = '<!-- azureml-encryption-check:issue:default -->'

type World = ReturnType<typeof simulated>

/** Everything that is written to GitHub, and the requests of it that a limit can strike. */
const writers: [name: string, lines: RegExp[], write: (world: World) => Promise<unknown>][] = [
  [
    'the comment on pull request #7',
    [/GET .*comments/, /POST .*comments/],
    ({ octokit, patience }) =>
      upsertComment(
        octokit,
        { ...repository, issue: 7, marker: '<!-- m -->', body: '<!-- m -->', mode: 'create-or-update' },
        patience,
      ),
  ],
  [
    'the tracking issue',
    [/graphql/, /GET \/issues$/, /PATCH/, /POST .*comments/, /POST .*labels/],
    (world) => {
      if (world.github.issues.length === 0) addIssue(world.github, { body: `${marker}\nold`, labels: [] })
      const request = { title: 't', body: 'new', state: 'open' as const, change: () => '1 new' }
      return upsertTrackingIssue(world.octokit, { ...repository, marker, ...request }, world.patience)
    },
  ],
  [
    'the commit on branch status',
    [/GET .*ref/, /blobs/, /trees/, /POST .*commits/, /POST .*refs/],
    ({ octokit, patience }) =>
      publishStatus(
        octokit,
        {
          ...repository,
          branch: 'status',
          ref: 'refs/heads/main',
          message: 'm',
          files: async () => new Map([['a', 'b']]),
        },
        patience,
      ),
  ],
]

const secondary =
  'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.'
const now = 'Fri, 27 Nov 2026 10:00:00 GMT'
const reset = String(Date.parse('2026-11-27T10:04:00Z') / 1000)

/** What GitHub says, and what is waited, in seconds, before each further try. */
const limits: [name: string, status: number, message: string, headers: Record<string, string>, waits: number[]][] = [
  ['content creation, without Retry-After', 403, secondary, {}, [60, 120]],
  ['a secondary limit', 403, 'You have exceeded a secondary rate limit. Please wait a few minutes.', {}, [60, 120]],
  ['a secondary limit as 429', 429, secondary, {}, [60, 120]],
  ['abuse detection', 403, 'You have triggered an abuse detection mechanism.', {}, [60, 120]],
  ['only 429', 429, 'Too many requests', {}, [60, 120]],
  ['Retry-After', 403, secondary, { 'retry-after': '90' }, [90, 90]],
  [
    'Retry-After before the reset',
    429,
    secondary,
    { 'retry-after': '90', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date: now },
    [90, 90],
  ],
  ['Retry-After: 0', 403, secondary, { 'retry-after': '0' }, [1, 2]],
  ['Retry-After as a date', 403, secondary, { 'retry-after': 'Fri, 27 Nov 2026 10:02:00 GMT', date: now }, [120, 120]],
  ['Retry-After that says nothing', 403, secondary, { 'retry-after': 'soon' }, [60, 120]],
  [
    'a quota that is used up',
    403,
    'API rate limit exceeded',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date: now },
    [240, 240],
  ],
  [
    'the reset of a quota that is left',
    403,
    secondary,
    { 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': reset, date: now },
    [60, 120],
  ],
  [
    'a reset that is over',
    403,
    'API rate limit exceeded',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1', date: now },
    [1, 2],
  ],
]

const every = writers.flatMap(([what, lines, write]) => lines.map((line) => ({ what, line, write })))

function world() {
  return simulated({
    pullRequests: [{ number: 7 }],
    tokenPermissions: { contents: 'write', issues: 'write', 'pull-requests': 'write' },
  })
}

describe.each(limits)('%s', (_, status, message, headers, waits) => {
  it.each(every)('$what, at $line, is waited for', async ({ line, write }) => {
    const one = world()
    one.faults.push({ line, reply: { status, headers, body: { message } } })
    await write(one)
    expect(one.waits).toEqual([(waits[0] ?? 0) * 1000])
  })

  it.each(every)('$what, at $line, is named when it lasts', async ({ what, line, write }) => {
    const one = world()
    for (let tried = 0; tried < 9; tried++) one.faults.push({ line, reply: { status, headers, body: { message } } })
    const error = await write(one).catch((reason: Error) => reason)
    expect((error as Error).message).toMatch(
      new RegExp(
        `^GitHub did not take ${what}.*, because its (secondary )?rate limit was reached \\(${status}: .*Run the job again later`,
      ),
    )
    expect((error as Error).message).not.toMatch(/locked\.|Unlock|permissions/)
    expect(one.waits).toEqual(waits.map((seconds) => seconds * 1000))
    expect(one.faults).toHaveLength(6)
  })
})

describe('there is no time to wait', () => {
  it.each(every)('for $what, at $line: the limit is named at once', async ({ line, write }) => {
    const one = world()
    const headers = { 'retry-after': '99999999' }
    one.faults.push({ line, reply: { status: 403, headers, body: { message: secondary } } })
    const error = await write(one).catch((reason: Error) => reason)
    expect((error as Error).message).toMatch(/secondary rate limit.*GitHub asks to wait 1,666,667 minutes\.$/)
    expect(one.waits).toEqual([])
  })

  it('the second wait does not fit any more', async () => {
    const one = world()
    for (let tried = 0; tried < 3; tried++)
      one.faults.push({
        line: /POST/,
        reply: { status: 403, headers: { 'retry-after': '1000' }, body: { message: secondary } },
      })
    const [[, , write]] = writers as [(typeof writers)[number]]
    await write(one).catch(() => undefined)
    expect(one.waits).toEqual([1_000_000])
  })
})

describe('a limit of GraphQL', () => {
  it.each([
    [200, { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }],
    [403, { message: secondary }],
  ])('(%d) is not taken for a refusal: who we are is asked again', async (status, body) => {
    const one = world()
    one.github.tokenLogin = 'mona'
    addIssue(one.github, { body: `${marker}\nold`, labels: ['azureml-encryption'] })
    one.faults.push({ line: /graphql/, reply: { status, body } })
    const [, [, , write]] = writers as [unknown, (typeof writers)[number]]
    await (write as (typeof writers)[number][2])(one)
    expect([one.github.issues.length, one.waits]).toEqual([1, [60_000]])
  })
})
