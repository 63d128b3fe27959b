import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { pullRequest, pullRequestFromFork, schedule } from '../../simulator/events.ts'
import { runAction } from '../../simulator/runner.ts'
import { parseCommands, parseOutputs } from '../../simulator/runner-output.ts'
import { smallEstate } from '../../simulator/small-estate.ts'

let cloud: Cloud
let directory: string

beforeAll(async () => {
  cloud = await startCloud({ estate: smallEstate() })
  directory = mkdtempSync(join(tmpdir(), 'runner-test-'))
})

afterAll(() => {
  cloud.close()
  rmSync(directory, { recursive: true })
})

function bundle(source: string): string {
  const file = join(directory, `${crypto.randomUUID()}.cjs`)
  writeFileSync(file, source)
  return file
}

describe('the runner', () => {
  test('gives the action a clean environment, inputs, the event and command files', async () => {
    process.env.LEAKED = 'from the test process'
    const event = schedule()
    const result = await runAction({
      cloud,
      event,
      inputs: { 'client-id': 'abc' },
      bundle: bundle(`
        const { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
        appendFileSync(process.env.GITHUB_OUTPUT, 'environment<<EOF\\n' + JSON.stringify(process.env) + '\\nEOF\\n')
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Summary')
        writeFileSync('report.json', readFileSync(process.env.GITHUB_EVENT_PATH))
        console.log('::warning title=Careful%2C you::one%0Atwo')
        process.exitCode = 3
      `),
    })
    const environment = JSON.parse(result.outputs.environment ?? '')
    expect(result).toMatchObject({ exitCode: 3, stderr: '', summary: '# Summary' })
    expect(result.annotations).toEqual([
      { level: 'warning', message: 'one\ntwo', properties: { title: 'Careful, you' } },
    ])
    expect(JSON.parse(result.file('report.json'))).toEqual(event.payload)
    expect(environment).toMatchObject({
      'INPUT_CLIENT-ID': 'abc',
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_API_URL: 'https://api.github.com',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: cloud.oidc.requestToken,
    })
    expect(environment).not.toHaveProperty('LEAKED')
    expect(environment).not.toHaveProperty('GITHUB_TOKEN')
  })

  test('gives forks no identity', async () => {
    const script = bundle("process.stdout.write(String('ACTIONS_ID_TOKEN_REQUEST_URL' in process.env))")
    const stdout = async (options: object) =>
      (await runAction({ cloud, bundle: script, event: pullRequestFromFork(), ...options })).stdout
    expect(await stdout({})).toBe('false')
    expect(await stdout({ identityToken: true })).toBe('true')
    expect(await stdout({ event: pullRequest() })).toBe('true')
  })

  test.each([
    'proxy',
    'direct',
  ] as const)('GitHub and its OIDC endpoint are reached through the %s door', async (door) => {
    const core = join(import.meta.dirname, '../../node_modules/@actions')
    const result = await runAction({
      cloud,
      door,
      event: pullRequest(),
      inputs: { 'github-token': cloud.github.token },
      bundle: bundle(`
        const main = async () => {
          const core = await import('${core}/core/lib/core.js')
          const { getOctokit } = await import('${core}/github/lib/github.js')
          core.setOutput('assertion', await core.getIDToken('api://x'))
          const octokit = getOctokit(core.getInput('github-token'))
          const { data } = await octokit.rest.repos.get({ owner: 'contoso', repo: 'ml-platform' })
          core.setOutput('repository', data.full_name)
        }
        main()
      `),
    })
    expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { repository: 'contoso/ml-platform' } })
    expect(result.log).not.toContain(result.outputs.assertion)
    expect(cloud.secrets()).toContain(result.outputs.assertion)
    expect(cloud.count('refused-host')).toBe(0)
  })
})

describe('the session of an earlier azure/login step', () => {
  const login = `
    const { AzureCliCredential } = require('${join(import.meta.dirname, '../../node_modules/@azure/identity')}')
    new AzureCliCredential().getToken('https://management.azure.com/.default').then(
      ({ token }) => process.stdout.write(token),
      (error) => process.stdout.write(error.name + ': ' + error.message),
    )
  `

  test('a stand-in `az` gives a token, or fails', async () => {
    const session = (path?: string) => runAction({ cloud, event: pullRequest(), path, bundle: bundle(login) })
    const { stdout } = await session(standInAzureCli(cloud))
    expect(cloud.secrets()).toContain(stdout)
    const failed = await session(standInAzureCli(cloud, { failure: "ERROR: Please run 'az login' to setup account." }))
    expect(failed.stdout).toContain('az login')
    expect((await session()).stdout).toContain('CredentialUnavailableError')
  })
})

describe('what the runner reads', () => {
  test('outputs', () => {
    expect(parseOutputs('a=1\nb<<x_1\n<b>\nc=2\nx_1\nd<<E\nE\n')).toEqual({ a: '1', b: '<b>\nc=2', d: '' })
    expect(() => parseOutputs('a<<E\n')).toThrow('has no end')
    expect(() => parseOutputs('nothing')).toThrow('refuses')
  })

  test('commands, masks and groups', () => {
    const { annotations, log } = parseCommands(
      [
        '::group::Evidence',
        '::add-mask::s3cret',
        'the s3cret',
        '::endgroup::',
        '::debug::x',
        '::error::100%25 s3cret',
      ].join('\n'),
    )
    expect(annotations).toEqual([{ level: 'error', message: '100% s3cret', properties: {} }])
    expect(log).toBe('Evidence\nthe ***\nerror: 100% ***')
  })
})
