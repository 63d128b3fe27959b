import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Cloud } from '../simulator/cloud.ts'
import { pullRequest, pullRequestByDependabot, pullRequestFromFork, schedule } from '../simulator/events.ts'
import type { Outside } from '../src/ports.ts'
import { start as run } from '../src/start.ts'
import { filesOf, type World, world as worldOf } from './world.ts'

let cloud: Cloud

afterEach(() => cloud.close())

async function world(...given: Parameters<typeof worldOf>): Promise<World> {
  const made = await worldOf(...given)
  cloud = made.cloud
  return made
}

describe('a run', () => {
  it('tells everyone, and does not fail when nothing reaches the gate', async () => {
    const { ports, failed, outputs, files, said } = await world({ 'markdown-file': 'report.md' })
    await run(ports)
    expect(failed).toEqual([])
    expect(outputs).toMatchObject({
      conclusion: 'pass',
      workspaces: 1,
      'json-file': '/work/azureml-encryption-report.json',
      'markdown-file': '/work/report.md',
    })
    expect(JSON.parse(files.get('/work/azureml-encryption-report.json') ?? '')).toMatchObject({ conclusion: 'pass' })
    expect(files.get('/summary.md')).toContain('Encryption check passed')
    expect(cloud.github.comments).toHaveLength(1)
    expect(said.at(-1)).toMatch(/^info: Encryption check passed/)
  })

  it('sets every output that action.yml has, and no other', async () => {
    const { ports, outputs } = await world()
    await run(ports)
    const { outputs: documented } = parse(readFileSync('action.yml', 'utf8')) as { outputs: object }
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(documented).sort())
  })

  it('fails last of all, with the counts and the worst finding', async () => {
    const { ports, failed, said } = await world({ workspaces: '' })
    await run(ports)
    expect(failed).toEqual([
      expect.stringMatching(/^Encryption check failed: .*\(kv-fraud-cmk\); 1 high-severity failure/),
    ])
    expect(said.filter((line) => line.startsWith('error: '))).toHaveLength(1)
  })

  it('announces failures as warnings when it only warns', async () => {
    const { ports, failed, said } = await world({ workspaces: '', 'warn-only': 'true' })
    await run(ports)
    expect(failed).toEqual([])
    expect(said.some((line) => line.startsWith('warning: high: '))).toBe(true)
  })

  it('says how many findings are not announced', async () => {
    const { ports, said } = await world({ workspaces: '', 'fail-on-severity': 'low', profile: 'cmk-required' })
    await run(ports)
    expect(said).toContainEqual(expect.stringMatching(/^info: … and \d+ more/))
  })

  it('asks GitHub who can see the repository when the event does not say', async () => {
    const { ports, files } = await world({}, schedule())
    cloud.estate.identity.federatedCredentials.push({
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
      audience: 'api://AzureADTokenExchange',
    })
    await run({ ...ports, env: { ...ports.env, GITHUB_EVENT_NAME: 'schedule', GITHUB_STEP_SUMMARY: '' } })
    expect(cloud.requests.some(({ path }) => path.endsWith('/repos/contoso/ml-platform'))).toBe(true)
    expect(files.has('/summary.md')).toBe(false)
  })

  it('hides names in a public repository', async () => {
    const { ports, files } = await world({ 'publish-details': 'false', 'resource-groups': 'rg-lab' })
    await run(ports)
    expect(files.get('/summary.md')).not.toContain('mlw-lab')
    expect(cloud.github.comments[0]?.body).toMatch(/ws-[0-9a-f]{8}/)
    expect(files.get('/work/azureml-encryption-report.json')).toContain('mlw-lab')
  })
})

describe('what does not change the verdict', () => {
  const unwritable = (write: () => never) => ({
    files: { ...filesOf(new Map()), ofRunner: () => '{}', write, append: () => {} },
  })

  it.each<[string, Partial<Outside>, RegExp]>([
    [
      'a file that cannot be written',
      unwritable(() => {
        throw new Error('read-only file system')
      }),
      /^warning: .*json-file.*read-only file system/,
    ],
    [
      'a thrown string',
      unwritable(() => {
        throw 'odd'
      }),
      /odd/,
    ],
  ])('%s', async (_name, ports, warning) => {
    const { ports: all, failed, said } = await world({}, pullRequest(), ports)
    await run(all)
    expect(failed).toEqual([])
    expect(said).toContainEqual(expect.stringMatching(warning))
  })

  it('a comment that is refused, or that breaks', async () => {
    const { ports, failed, said } = await world()
    cloud.github.tokenPermissions = {} as never
    await run(ports)
    expect(failed).toEqual([])
    expect(said).toContainEqual(
      expect.stringMatching(/^warning: No comment on the pull request: .*pull-requests: write/s),
    )
    await cloud.close()
    const broken = await world({}, pullRequest(), { github: () => Promise.reject('no SDK') })
    await run(broken.ports)
    expect(broken.said).toContainEqual('warning: No comment on the pull request: no SDK')
  })
})

describe('runs that look at nothing', () => {
  it.each([
    ['forks', pullRequestFromFork(), /from forks/],
    ['Dependabot', pullRequestByDependabot(), /by Dependabot/],
  ])('%s are skipped', async (_name, event, notice) => {
    const { ports, failed, outputs, said } = await world({}, event, {
      getIDToken: () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')),
    })
    await run(ports)
    expect(failed).toEqual([])
    expect(outputs).toMatchObject({ conclusion: 'skipped', workspaces: 0, coverage: '' })
    expect(said).toContainEqual(expect.stringMatching(notice))
    // nobody knows here whether any other run looks
    expect(said.join('\n')).toMatch(/a scheduled one, if there is any/)
    expect(said.join('\n')).not.toMatch(/nightly|covers/)
  })

  it('everything else without an identity fails', async () => {
    const { ports, failed } = await world({}, pullRequest(), {
      getIDToken: () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')),
    })
    await run(ports)
    expect(failed).toEqual([expect.stringContaining('id-token: write')])
  })

  it('bad input fails with every problem', async () => {
    const { ports, failed } = await world({ profile: 'x', 'warn-only': 'y' })
    await run(ports)
    expect(failed).toEqual([expect.stringMatching(/profile[\s\S]*warn-only/)])
    expect(cloud.requests).toEqual([])
  })

  it.each([
    [new Error('surprise'), /that follow: Error: surprise/],
    ['surprise', /Unexpected failure.*: surprise/],
  ])('whatever is thrown (%s) fails the job with a sentence', async (thrown, sentence) => {
    const { ports, failed } = await world({}, pullRequest(), {
      now: () => {
        throw thrown
      },
    })
    await run(ports)
    expect(failed).toEqual([expect.stringMatching(sentence)])
  })

  it('whatever is thrown after somebody cancelled the job, it was cancelled', async () => {
    let cancel = (_: 'SIGINT') => {}
    const { ports, failed, outputs } = await world({}, pullRequest(), {
      azure() {
        setImmediate(cancel, 'SIGINT')
        return Promise.reject(new Error('surprise'))
      },
    })
    const onSignal = (told: typeof cancel) => {
      cancel = told
    }
    await run({ ...ports, life: { ...ports.life, onSignal } })
    expect([failed, outputs.conclusion]).toEqual([[expect.stringMatching(/^The job was cancelled/)], 'incomplete'])
  })

  it('an event payload that cannot be read is not a payload', async () => {
    const { ports, outputs } = await world()
    await run({ ...ports, env: { ...ports.env, GITHUB_EVENT_PATH: undefined } })
    expect(outputs.conclusion).toBe('pass')
  })
})
