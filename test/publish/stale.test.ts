import { afterEach, describe, expect, it } from 'vitest'
import { pullRequest, pullRequestByDependabot, type RunnerEvent } from '../../simulator/events.ts'
import { writeStamp } from '../../src/report/stamp.ts'
import { start } from '../../src/start.ts'
import { type World, world } from '../world.ts'

const made: World[] = []

afterEach(() => {
  for (const { cloud } of made.splice(0)) cloud.close()
})

const marker = '<!-- azureml-encryption-check:report:default -->'
const own = { run: 500, attempt: 2, sha: '1f6d2c0b9e8a7f6e5d4c3b2a190817f6e5d4c3b2' }
const green = '## ✅ Encryption check passed: 7 workspaces'
const bot = { login: 'github-actions[bot]', type: 'Bot' } as const

interface Case {
  inputs?: Record<string, string>
  /** whatever makes this run end as it does */
  prepare?: (made: World) => unknown
  event?: RunnerEvent
  /** what the comment says of who wrote it */
  stamp?: string
  author?: { login: string; type: 'Bot' | 'User' }
}

/** Attempt 2 of run 500, on a pull request with a green comment. @returns what that says afterwards */
async function afterRun({ inputs = {}, prepare, event = pullRequest(), stamp = '', author = bot }: Case) {
  const one = await world(inputs, event)
  made.push(one)
  const { cloud, ports } = one
  const at = '2026-11-01T00:00:00Z'
  const body = `${marker}\n${green}\n\n${stamp}`
  cloud.github.comments.push({ id: 5, issue: 7, body, user: author, createdAt: at, updatedAt: at })
  await prepare?.(one)
  await start({ ...ports, env: { ...ports.env, GITHUB_RUN_ID: '500', GITHUB_RUN_ATTEMPT: '2' } })
  return { ...one, body: cloud.github.comments[0]?.body ?? '' }
}

const noLogin = ({ cloud }: World) => {
  cloud.estate.identity.federatedCredentials = []
}
const older = writeStamp({ run: 499, attempt: 1, sha: 'a'.repeat(40) })

describe('a run without a result takes the green of an earlier one away', () => {
  it.each<[string, Case, RegExp]>([
    ['a refused login', { prepare: noLogin }, /because it could not log in to Azure\./],
    [
      'evidence that cannot be judged',
      { inputs: { 'replay-file': 'x.json', workspaces: '' } },
      /because its evidence file could not be judged\./,
    ],
    ['a plan that is missing', { inputs: { 'plan-files': 'plan.json' } }, /because it did not find the plan that/],
    [
      'a crash',
      {
        prepare: ({ ports }) => {
          ports.azure = () => Promise.reject(new TypeError('surprise'))
        },
      },
      /because something happened that nobody had foreseen\./,
    ],
    [
      'something other than an error',
      {
        prepare: ({ ports }) => {
          ports.now = () => {
            throw 'odd'
          }
        },
      },
      /because something happened that nobody had foreseen\./,
    ],
  ])('%s', async (_, given, because) => {
    const { body, failed, exits } = await afterRun({ stamp: older, ...given })
    expect(body).toMatch(because)
    expect(body).not.toContain('passed')
    expect(body.split('\n')[0]).toBe(marker)
    expect([failed.length, exits]).toEqual([1, [1]])
  })

  it('a pull request of Dependabot that is skipped', async () => {
    const getIDToken = () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'))
    const prepare = ({ ports }: World) => Object.assign(ports, { getIDToken })
    const { body, exits } = await afterRun({ stamp: older, prepare, event: pullRequestByDependabot() })
    expect(body).toMatch(/because GitHub gave it no identity\./)
    expect(exits).toEqual([0])
  })

  it('leaves the comment of another report-id alone', async () => {
    const { body } = await afterRun({ stamp: older, prepare: noLogin, inputs: { 'report-id': 'other' } })
    expect(body).toContain(green)
  })

  it('writes no comment where there is none, and none where none is wanted', async () => {
    const none = await afterRun({
      prepare: (one) => {
        noLogin(one)
        one.cloud.github.comments = []
      },
    })
    expect(none.cloud.github.comments).toEqual([])
    const { body } = await afterRun({ stamp: older, prepare: noLogin, inputs: { 'comment-summary-in-pr': 'never' } })
    expect(body).toContain(green)
  })

  it('that GitHub does not let write is a warning', async () => {
    const { said, exits } = await afterRun({
      stamp: older,
      prepare: (one) => {
        noLogin(one)
        Object.assign(one.cloud.github.tokenPermissions, { issues: 'read', 'pull-requests': 'read' })
      },
    })
    expect(said).toContainEqual(expect.stringMatching(/^warning: No comment .*pull-requests: write/))
    expect(exits).toEqual([1])
  })
})

describe('a run that is stopped before it asks anybody anything leaves the comment as it is', () => {
  it.each<[string, Case]>([
    ['wrong inputs', { inputs: { profile: 'x' } }],
    ['a wrong report-id', { inputs: { 'report-id': 'Not A Slug' } }],
    [
      'a wrong config file',
      { prepare: ({ files }) => files.set('/work/.github/azureml-encryption.yml', 'version: 7') },
    ],
    ['a config file that is missing', { inputs: { 'config-file': 'x.yml' } }],
  ])('%s', async (_, given) => {
    const { body, failed, exits, cloud } = await afterRun({ stamp: older, ...given })
    expect(body).toContain(green)
    expect([failed.length, exits, cloud.requests, cloud.tunnels]).toEqual([1, [1], [], []])
  })
})

describe('whose comment a run without a result changes', () => {
  const stamp = (run: number, attempt: number, sha: string) => writeStamp({ run, attempt, sha })
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)]

  it.each<[string, string, RegExp]>([
    [
      'one of an older run',
      stamp(499, 1, a),
      /\[an earlier run\]\(\S+\/runs\/499\/attempts\/1\), which is about commit `aaaaaaa`/,
    ],
    [
      'one of an older run on the same commit',
      stamp(499, 1, own.sha),
      /runs\/499\/attempts\/1\), which is about the same commit\./,
    ],
    ['one of the attempt before', stamp(500, 1, own.sha), /runs\/500\/attempts\/1\), which is about the same commit\./],
    ['its own', writeStamp(own), /showed what the same run had published before it ended\./],
    ['one without a stamp', '', /This comment showed the result of an earlier run\./],
    ['one with a stamp that is none', '<!-- azureml-encryption-check:run x/y/z -->', /result of an earlier run\./],
    [
      'one whose run had no result either',
      writeStamp({ run: 499, attempt: 1, sha: b }, { run: 9, attempt: 1, sha: a }),
      /runs\/9\/attempts\/1\), which is about commit `aaaaaaa`/,
    ],
    ['one written outside of a runner', stamp(0, 0, a), /result of an earlier run, which is about commit `aaaaaaa`/],
  ])('%s', async (_, given, sentence) => {
    const { body } = await afterRun({ stamp: given, prepare: noLogin })
    expect(body).toMatch(sentence)
    expect(body).not.toContain(green)
  })

  it.each<[string, Partial<Case>]>([
    ['one of a newer run', { stamp: stamp(501, 1, b) }],
    ['one of a newer run on the same commit', { stamp: stamp(501, 1, own.sha) }],
    ['one of a later attempt', { stamp: stamp(500, 3, own.sha) }],
    ['one of somebody else', { stamp: stamp(499, 1, a), author: { login: 'mallory', type: 'User' } }],
  ])('not %s', async (_, given) => {
    const { body } = await afterRun({ prepare: noLogin, ...given })
    expect(body).toContain(green)
  })
})

describe('whose comment a run with a result replaces', () => {
  it.each<[string, number, string, boolean]>([
    ['one of an older run', 499, 'a'.repeat(40), true],
    ['one of a newer run on the same commit', 501, own.sha, true],
    ['not one of a newer run on another commit', 501, 'b'.repeat(40), false],
  ])('%s', async (_, run, sha, replaced) => {
    const { body, said, outputs } = await afterRun({ stamp: writeStamp({ run, attempt: 1, sha }) })
    expect(body.includes(writeStamp(own))).toBe(replaced)
    expect(said.some((line) => /^notice: .*of a newer run/.test(line))).toBe(!replaced)
    expect(outputs['comment-url']).toMatch(/issuecomment-5$/)
  })
})
