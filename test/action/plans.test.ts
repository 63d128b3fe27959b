import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { pullRequest, pullRequestFromFork, type RunnerEvent } from '../../simulator/events.ts'
import type { PlanFinding } from '../../src/model.ts'
import { closeClouds } from '../azure/world.ts'
import { estateOf, fixture } from '../plan/estates.ts'
import { secretsOf } from '../plan/plan-secrets.ts'
import { lastNight } from '../planned/builder.ts'
import { type Act, act, cloudOf } from './act.ts'

afterAll(closeClouds)

interface Given {
  cloud: Cloud
  /** in RUNNER_TEMP, by name */
  files: Record<string, string>
  /** of the checkout */
  checkout?: Record<string, string>
  inputs?: Record<string, string>
  event?: RunnerEvent
}

async function planned({ cloud, files, checkout = {}, inputs = {}, event = pullRequest() }: Given): Promise<Act> {
  const temp = join(cloud.directory, 'plans')
  mkdirSync(temp, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(temp, name), text)
  const written = {
    'markdown-file': 'r.md',
    'sarif-file': 'r.sarif',
    'html-file': 'r.html',
    'csv-file': 'r.csv',
    'badge-file': 'r.badge.json',
  }
  const inTemp = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, value.replace('TEMP', temp)]))
  return act(cloud, { event, files: checkout, env: { RUNNER_TEMP: temp }, inputs: { ...written, ...inTemp } })
}

/** The estate of a fixture, in which an identity of this repository may read. */
async function cloudIn(name: string): Promise<Cloud> {
  const estate = estateOf(name, 'before')
  estate.identity.federatedCredentials.push({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/ml-platform:pull_request',
    audience: 'api://AzureADTokenExchange',
  })
  return cloudOf({ estate })
}

const inShort = (findings: PlanFinding[] = []) =>
  findings
    .filter(({ change }) => change !== 'leaves')
    .map(({ change, check, severity, fingerprint }) => `${change} ${check} ${severity} ${fingerprint}`)

describe('the plan of a pull request', () => {
  it.each([
    ['tf-new', 'plan.json', 'pass'],
    ['tf-modify', 'plan.json', 'pass'],
    ['tf-delete', 'plan.json', 'fail'],
    ['whatif-group', 'whatif.json', 'pass'],
  ])('%s is judged live as it is on the evidence of last night', async (name, file, conclusion) => {
    const plan = fixture(name, file).toString()
    const cloud = await cloudIn(name)
    if (file === 'plan.json') cloud.estate.secrets = secretsOf(JSON.parse(plan))
    const checkout: Record<string, string> =
      file === 'plan.json' ? { 'main.tf': fixture(name, 'main.tf').toString() } : {}
    const live = await planned({ cloud, files: { [file]: plan }, checkout, inputs: { 'plan-files': `TEMP/${file}` } })
    expect(live.outputs).toMatchObject({ conclusion, 'planned-conclusion': conclusion })
    const again = await planned({
      cloud: await cloudOf(),
      files: { [file]: plan, 'evidence.json': await lastNight(name) },
      checkout,
      inputs: { 'plan-files': `TEMP/${file}`, 'replay-file': 'TEMP/evidence.json' },
    })
    const sure = (act: Act) =>
      inShort(act.report?.plan?.findings).filter((one) => !one.includes('provider/registration'))
    expect(sure(live).length).toBeGreaterThan(5)
    expect(sure(again)).toEqual(sure(live))
  })

  it('has lines, where its sources are', async () => {
    const [plan, main] = ['plan.json', 'main.tf'].map((file) => fixture('tf-modify', file).toString())
    const { report, file } = await planned({
      cloud: await cloudIn('tf-modify'),
      files: { 'plan.json': plan ?? '' },
      checkout: { 'infra/main.tf': main ?? '' },
      inputs: { 'plan-files': 'TEMP/plan.json' },
    })
    const introduced = report?.plan?.findings.filter(({ change }) => change === 'introduces') ?? []
    expect(introduced.map(({ source }) => source)).toEqual(
      introduced.map(() => ({ file: 'infra/main.tf', line: expect.any(Number) })),
    )
    const lines = file('r.csv').split('\r\n')
    expect(lines.filter((line) => /"planned",.*"introduces","infra\/main\.tf:\d+",/.test(line))).toHaveLength(
      introduced.length,
    )
    expect(introduced.length).toBeGreaterThan(0)
  })

  it('holds secrets, which nobody sees', async () => {
    const plan = fixture('tf-existing', 'plan.json').toString()
    const cloud = await cloudIn('tf-existing')
    cloud.estate.secrets = secretsOf(JSON.parse(plan))
    expect(cloud.secrets()).toEqual(expect.arrayContaining(['Invented-Passw0rd']))
    // the runner looks for them in everything that is written
    const { outputs } = await planned({ cloud, files: { 'plan.json': plan }, inputs: { 'plan-files': 'TEMP/*.json' } })
    expect(outputs['introduced-findings']).not.toBe('')
  })

  it('of a fork is judged alone', async () => {
    const cloud = await cloudIn('bicep-snapshot')
    const { outputs, exitCode, report, summary } = await planned({
      cloud,
      files: { 'main.snapshot.json': fixture('bicep-snapshot', 'main.snapshot.json').toString() },
      inputs: { 'plan-files': 'TEMP/*.snapshot.json' },
      event: pullRequestFromFork(),
    })
    expect([exitCode, outputs.conclusion, outputs.coverage]).toEqual([0, 'pass', ''])
    expect(report?.plan?.findings.length).toBeGreaterThan(5)
    expect(summary).toContain('Plan only')
  })
})
