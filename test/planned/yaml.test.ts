import { describe, expect, it } from 'vitest'
import { pullRequest, type RunnerEvent, schedule } from '../../simulator/events.ts'
import { push } from '../../simulator/git-objects.ts'
import type { World } from '../world.ts'
import { lastNight, ran } from './builder.ts'

const key = 'f3a9'.repeat(10)
const job = (variables: string) =>
  `$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\nenvironment_variables:\n${variables}`
const datastore = [
  '$schema: https://azuremlschemas.azureedge.net/latest/azureBlob.schema.json',
  'name: data',
  'credentials:',
  '  sas_token: abc',
  '',
].join('\n')
const secret = `  WANDB_API_KEY: ${key}\n`

async function looked(text: string, base: string | null, given: Record<string, string> = {}, event = pullRequest()) {
  const inputs = { 'replay-file': '/temp/evidence.json', 'plan-files': 'jobs/*.yml', ...given }
  const files = { '/temp/evidence.json': await lastNight('tf-delete'), '/work/jobs/train.yml': text }
  const prepare = ({ cloud, files }: World) => {
    if (base === null) return
    cloud.github.tokenPermissions = { contents: 'read', issues: 'none', 'pull-requests': 'write' }
    const sha = push(cloud.github.git, 'main', { 'README.md': 'x', ...(base === '' ? {} : { 'jobs/train.yml': base }) })
    files.set('/event.json', JSON.stringify(basedOn(event, sha)))
  }
  const result = await ran(inputs, files, event, prepare)
  const findings = result.report?.plan?.findings.filter(({ workspace }) => workspace === null) ?? []
  return { ...result, findings }
}

function basedOn({ payload }: RunnerEvent, sha: string): object {
  const pull = payload.pull_request as { base: object }
  return { ...payload, pull_request: { ...pull, base: { ...pull.base, sha } } }
}

describe('secrets in files of Azure Machine Learning', () => {
  it('are findings of the file, without the secret', async () => {
    const { findings, report, outputs, files } = await looked(job(secret), '')
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'secrets/job-environment',
        resource: 'jobs/train.yml',
        status: 'fail',
        severity: 'medium',
        workspace: null,
        change: 'introduces',
        live: null,
        source: { file: 'jobs/train.yml', line: 3 },
        evidence: [{ path: 'environment_variables.WANDB_API_KEY (line 3)', value: '40 characters, name' }],
      }),
    ])
    expect(report?.plan?.files).toEqual([
      { path: 'jobs/train.yml', kind: 'yaml', tool: expect.any(String), createdAt: null, stale: false },
    ])
    expect(outputs).toMatchObject({ conclusion: 'pass', 'introduced-findings': 1 })
    const written = [...files].filter(([path]) => path !== '/work/jobs/train.yml').map(([, text]) => text)
    expect(written.join('\n')).not.toContain(key)
  })

  it.each<[string, string, string | null, RunnerEvent, string]>([
    ['are new where the base branch has no such file', job(secret), '', pullRequest(), 'introduces'],
    ['are new where its file is clean', job(secret), job('  A: b\n'), pullRequest(), 'introduces'],
    ['are new where others were there', job(`  A_TOKEN: ${key}\n${secret}`), job(secret), pullRequest(), 'introduces'],
    ['stay where it has them', job(`  A: b\n${secret}`), job(secret), pullRequest(), 'leaves'],
    ['stay where nothing is compared', job(secret), null, schedule(), 'leaves'],
  ])('%s', async (_, text, base, event, change) => {
    expect((await looked(text, base, {}, event)).findings.map((one) => one.change)).toEqual([change])
  })

  it('stay where nobody can read the base branch, which is said', async () => {
    const { findings, said } = await looked(job(secret), '', { 'github-token': '' })
    expect(findings.map(({ change }) => change)).toEqual(['leaves'])
    expect(said).toContainEqual(expect.stringMatching(/^notice: What the base branch has of files with secrets/))
  })

  it('that are credentials of a datastore are a high-severity finding, and decide where the plan does', async () => {
    const live = await looked(datastore, '')
    expect(live.findings).toMatchObject([{ check: 'secrets/repository-credentials', severity: 'high' }])
    expect([live.outputs.conclusion, live.outputs['planned-conclusion']]).toEqual(['pass', 'fail'])
    const planned = await looked(datastore, '', { 'gate-on': 'both' })
    expect(planned.outputs.conclusion).toBe('fail')
  })

  it('are not looked for where the check is off, and waived where somebody accepts them', async () => {
    const waiver = `{ check: secrets/job-environment, resource: train.yml, owner: me, reason: soon, expires: 2026-12-31 }`
    for (const [config, statuses] of [
      ['disable:\n  - { check: secrets/job-environment, reason: elsewhere }\n', []],
      [`waivers:\n  - ${waiver}\n`, ['waived']],
    ] as const) {
      const files = { '/work/c.yml': `version: 1\n${config}`, '/temp/evidence.json': await lastNight('tf-delete') }
      const inputs = { 'config-file': 'c.yml', 'replay-file': '/temp/evidence.json', 'plan-files': 'jobs/*.yml' }
      const { report, said } = await ran(inputs, { ...files, '/work/jobs/train.yml': job(secret) })
      const found = report?.plan?.findings.filter(({ workspace }) => workspace === null) ?? []
      expect(found.map(({ status }) => status)).toEqual(statuses)
      expect(said.join('\n')).not.toContain('matches nothing')
    }
  })
})
