import { afterEach, describe, expect, it } from 'vitest'
import { pullRequest, type RunnerEvent, schedule } from '../../simulator/events.ts'
import type { RecordedRequest } from '../../simulator/traffic.ts'
import { start } from '../../src/start.ts'
import { handWound } from '../stopwatch.ts'
import { type World, world } from '../world.ts'

const made: World[] = []

afterEach(() => {
  for (const { cloud } of made.splice(0)) cloud.close()
})

type Silence = (request: RecordedRequest) => boolean

/**
 * A run of 30 minutes in which somebody never answers. What is asked of them takes all the time there is: that of
 * reading when Azure has been read and nothing else is waited for, or that of everything.
 */
async function silent(isSilent: Silence, inputs: Record<string, string> = {}, event: RunnerEvent = pullRequest()) {
  const stopwatch = handWound()
  const one = await world({ 'timeout-minutes': '30', ...inputs }, event, { stopwatch })
  made.push(one)
  const { cloud, ports } = one
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
  const [first] = cloud.estate.identity.federatedCredentials
  const subject = 'repo:contoso/ml-platform:ref:refs/heads/main'
  if (first) cloud.estate.identity.federatedCredentials.push({ ...first, subject })
  let isCollected = false
  const passTo = (minutes: number) => stopwatch.pass(Math.max(0, minutes - stopwatch.passed() / 60_000))
  const match: Silence = (request) => {
    if (!isSilent(request)) return false
    if (request.kind !== 'github') passTo(29)
    else if (isCollected) passTo(30)
    return true
  }
  cloud.faults.push({ kind: 'hang', match })
  const { group } = ports.log
  ports.log.group = async (name, work) => {
    const result = await group(name, work)
    isCollected ||= name === 'Collect evidence'
    if (isCollected && cloud.requests.some((request) => isSilent(request))) passTo(29)
    return result
  }
  await start(ports)
  return one
}

const github = (method: string, path: RegExp) => (request: RecordedRequest) =>
  request.kind === 'github' && request.method === method && path.test(request.path)

describe('a login that is not answered ends with a sentence', () => {
  it.each<[string, Silence, RegExp]>([
    ["GitHub's OIDC service", ({ kind }) => kind === 'oidc', /GitHub's OIDC service gave no token/],
    ['Entra', ({ kind }) => kind === 'token', /localhost:\d+ gave no token/],
  ])('%s', async (_, isSilent, sentence) => {
    const { failed, exits, outputs } = await silent(isSilent)
    expect(failed).toEqual([expect.stringMatching(/^The login to Azure was not done .*\(timeout-minutes: 30\)/)])
    expect(failed[0]).toMatch(sentence)
    expect([exits, outputs]).toEqual([[1], {}])
  })
})

describe('GitHub that does not answer holds back no verdict', () => {
  const nightly = { 'tracking-issue': 'true', 'status-branch': 'status' }
  it.each<[string, Silence, Record<string, string>, RunnerEvent, RegExp]>([
    [
      'the baseline',
      github('GET', /contents\/report\.json$/),
      { 'status-branch': 'status' },
      pullRequest(),
      /The baseline could not be read \(The run reached its time limit.*Everything counts as new/,
    ],
    [
      'the config file of the base branch',
      github('GET', /contents\/\.github/),
      {},
      pullRequest(),
      /of the base branch could not be read \(no answer: The run reached its time limit/,
    ],
    ['the comments', github('GET', /comments$/), {}, pullRequest(), /No comment on the pull request: The run reached/],
    ['a comment', github('POST', /comments$/), {}, pullRequest(), /No comment on the pull request: The run reached/],
    [
      'the repository',
      github('GET', /ml-platform$/),
      {},
      schedule(),
      /did not tell about .*The run reached its time limit/,
    ],
    ['the issue', github('GET', /issues$/), nightly, schedule(), /No tracking issue: The run reached/],
    [
      'the status branch',
      github('POST', /git\/trees$/),
      nightly,
      schedule(),
      /Nothing published on status: The run reached/,
    ],
  ])('%s', async (_, isSilent, inputs, event, warning) => {
    const { outputs, failed, exits, said } = await silent(isSilent, { workspaces: 'mlw-lab', ...inputs }, event)
    expect(said).toContainEqual(expect.stringMatching(warning))
    expect(outputs).toMatchObject({ workspaces: 1, conclusion: 'pass' })
    expect([failed, exits]).toEqual([[], [0]])
  })

  it('and without its baseline fail-on-new-only is no weaker than without the input', async () => {
    const baseline = github('GET', /contents\/report\.json$/)
    const inputs = { workspaces: '', 'status-branch': 'status', 'fail-on-new-only': 'true' }
    const { outputs, failed } = await silent(baseline, inputs)
    expect(outputs.conclusion).toBe('fail')
    expect(failed).toEqual([expect.stringContaining('kv-fraud-cmk')])
  })
})

describe('Azure that does not answer', () => {
  it('leaves what is not read undecided, and the rest of the time to publishing', async () => {
    const { outputs, cloud, failed, exits } = await silent(({ kind }) => kind === 'resource-manager', {
      workspaces: '',
    })
    expect([outputs.conclusion, failed.length, exits]).toEqual([expect.not.stringContaining('pass'), 1, [1]])
    expect(cloud.github.comments).toHaveLength(1)
  })
})
