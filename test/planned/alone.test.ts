import { describe, expect, it } from 'vitest'
import { pullRequest, pullRequestByDependabot, pullRequestFromFork } from '../../simulator/events.ts'
import { checklist } from '../../src/checklist/index.ts'
import { fixture } from '../plan/estates.ts'
import { ran } from './builder.ts'

const files = {
  '/temp/new.json': fixture('tf-new', 'plan.json').toString(),
  '/temp/modify.json': fixture('tf-modify', 'plan.json').toString(),
  '/temp/main.snapshot.json': fixture('bicep-snapshot', 'main.snapshot.json').toString(),
  '/work/job.yml': fixture('aml-yaml', 'job.yml').toString(),
}

const run = (plan: string, given: Record<string, string> = {}, event = pullRequestFromFork()) =>
  withoutIdentity({ 'plan-files': plan, ...given }, files, event)

const withoutIdentity = (given: Record<string, string>, files: Record<string, string>, event = pullRequestFromFork()) =>
  ran(given, files, event, ({ ports }) => {
    ports.getIDToken = () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'))
  })

describe('a pull request without an identity', () => {
  it.each([
    ['from a fork', pullRequestFromFork()],
    ['by Dependabot', pullRequestByDependabot()],
  ])('%s is judged by its plan alone', async (_, event) => {
    const { outputs, report, said, files, cloud, failed } = await run(
      '/temp/new.json',
      { 'evidence-file': 'e.json' },
      event,
    )
    expect(outputs).toMatchObject({ conclusion: 'pass', 'planned-conclusion': 'pass', workspaces: 0, coverage: '' })
    expect([outputs['evidence-file'], files.has('/work/e.json')]).toEqual(['', false])
    expect(failed).toEqual([])
    expect(report).toMatchObject({ coverage: { percent: null }, workspaces: [] })
    expect(report?.plan?.findings.map(({ change }) => change)).not.toContain('leaves')
    expect(said).toContainEqual(expect.stringMatching(/^notice: Plan only: /))
    expect(files.get('/summary.md')).toContain('Plan only')
    expect(cloud.requests.filter(({ kind }) => kind.startsWith('resource-'))).toEqual([])
  })

  it.each([
    ['what the plan shows', '/temp/new.json', { 'fail-on-severity': 'medium' }, 'fail'],
    ['a snapshot', '/temp/main.snapshot.json', {}, 'pass'],
    ['a plan that makes no workspace', '/temp/modify.json', {}, 'incomplete'],
    ['nothing, where what is live decides', '/temp/new.json', { 'gate-on': 'live' }, 'skipped'],
    ['nothing, where there is YAML alone', 'job.yml', {}, 'skipped'],
  ])('%s decides', async (_, plan, given, conclusion) => {
    expect((await run(plan, given)).outputs.conclusion).toBe(conclusion)
  })

  it('knows nothing of what a snapshot leaves out of what may be there, and nothing fails by that', async () => {
    const group = '/subscriptions/aaaaaaaa-0000-4000-8000-000000000001/resourceGroups/rg-depot/providers'
    const [account, vault, workspace] = [
      ['Microsoft.Storage/storageAccounts', 'stdepot'],
      ['Microsoft.KeyVault/vaults', 'kv-depot'],
      ['Microsoft.MachineLearningServices/workspaces', 'mlw-depot'],
    ].map(([type, name]) => ({ id: `${group}/${type}/${name}`, type, name, apiVersion: '2025-06-01' }))
    const properties = { storageAccount: account?.id, keyVault: vault?.id, hbiWorkspace: true }
    const snapshot = { predictedResources: [account, vault, { ...workspace, properties }], diagnostics: [] }
    const asked = ['storage/secure-transfer', 'key-vault/soft-delete']
    const others = checklist.filter(({ id }) => !asked.includes(id))
    const config = { version: 1, disable: others.map(({ id }) => ({ check: id, reason: 'not asked here' })) }
    const given = { 'plan-files': '/temp/s.json', 'fail-on-severity': 'low', 'config-file': 'c.yml' }
    const written = { '/temp/s.json': JSON.stringify(snapshot), '/work/c.yml': JSON.stringify(config) }
    const { outputs, report } = await withoutIdentity(given, written)
    const found = report?.plan?.findings ?? []
    expect(found.map(({ check, resource, change }) => [change, check, resource])).toEqual([
      ['undecided', 'key-vault/soft-delete', vault?.id],
      ['undecided', 'storage/secure-transfer', account?.id],
      // of its datastores nobody knows either
      ['undecided', 'storage/secure-transfer', workspace?.id],
    ])
    expect(report?.plan?.summary.undecided).toEqual({ high: 2, medium: 0, low: 1, info: 0 })
    expect(outputs.conclusion).toBe('pass')
  })

  it('is an error elsewhere, with a plan as well', async () => {
    const { failed, report } = await run('/temp/new.json', {}, pullRequest())
    expect(failed).toHaveLength(1)
    expect(report).toBeNull()
  })
})
