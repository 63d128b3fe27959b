import { describe, expect, it } from 'vitest'
import { fixDemo } from '../../simulator/estates/demo.ts'
import {
  pullRequest,
  pullRequestByDependabot,
  pullRequestFromDeletedFork,
  pullRequestFromFork,
  pullRequestTarget,
} from '../../simulator/events.ts'
import { act, cloudOf } from './act.ts'

describe('a pull request of the repository itself', () => {
  it('fails, and shows what is wrong with the commands that fix it', async () => {
    const cloud = await cloudOf()
    const { exitCode, comment, outputs, report, annotations } = await act(cloud)
    expect(exitCode).toBe(1)
    expect(comment.split('\n').slice(0, 2)).toEqual([
      '<!-- azureml-encryption-check:report:default -->',
      expect.stringContaining(
        'Encryption check failed: The key vault can be purged (kv-fraud-cmk); 1 high-severity failure',
      ),
    ])
    expect(comment).toMatch(/az keyvault update[\s\S]*?--name kv-fraud-cmk[\s\S]*?--enable-purge-protection true/)
    expect(comment).toMatch(/az storage account update[\s\S]*?--name stresearch[\s\S]*?--min-tls-version TLS1_2/)
    expect(comment).toContain('Microsoft.KeyVault/vaults/read')
    expect(comment).toMatch(/az role assignment create --role Reader/)
    expect(outputs).toMatchObject({
      conclusion: 'fail',
      workspaces: '7',
      high: '1',
      'comment-url': expect.stringContaining('/pull/7#'),
    })
    expect(report?.conclusion).toBe('fail')
    expect(annotations.filter(({ level }) => level === 'error').at(-1)?.message).toMatch(
      /^Encryption check failed: .*; 1 high-severity failure/,
    )
  })

  it('never shows a vault that could not be read as green', async () => {
    const { report } = await act(await cloudOf())
    const findings =
      report?.workspaces
        .flatMap((workspace) => workspace.findings)
        .filter(({ resource }) => resource.endsWith('/kv-research')) ?? []
    expect(new Set(findings.map(({ status, reason }) => `${status} ${reason}`))).toEqual(new Set(['unknown forbidden']))
    expect(report?.coverage.missing).toContainEqual(
      expect.objectContaining({
        resource: expect.stringContaining('kv-research'),
        reason: 'forbidden',
        action: 'Microsoft.KeyVault/vaults/read',
        usedBy: [expect.stringContaining('mlw-research')],
      }),
    )
    expect(report?.coverage.percent).toBeLessThan(100)
  })

  it('edits its comment in the next run, and turns it green after the fixes', async () => {
    const cloud = await cloudOf()
    await act(cloud)
    const [first] = cloud.github.comments
    const id = first?.id
    await act(cloud)
    fixDemo(cloud.estate)
    const { exitCode, comment, outputs } = await act(cloud)
    expect(cloud.github.comments.map((comment) => comment.id)).toEqual([id])
    expect(comment).toContain('Encryption check passed')
    expect(exitCode).toBe(0)
    expect(outputs.conclusion).toBe('pass')
    expect(outputs['comment-url']).toContain(`${id}`)
  })

  it('keeps one comment per report-id', async () => {
    const cloud = await cloudOf()
    await act(cloud, { inputs: { 'report-id': 'team-a', workspaces: 'mlw-lab' } })
    await act(cloud, { inputs: { 'report-id': 'team-b', workspaces: 'mlw-pricing' } })
    expect(cloud.github.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      '<!-- azureml-encryption-check:report:team-a -->',
      '<!-- azureml-encryption-check:report:team-b -->',
    ])
  })

  it('leaves comments of others alone, whatever they begin with', async () => {
    const cloud = await cloudOf()
    const marker = '<!-- azureml-encryption-check:report:default -->\nmine'
    const author = { login: 'mallory', type: 'User' as const }
    cloud.github.comments = [...Array(120).keys()].map((index) => ({
      ...foreign,
      id: index + 1,
      user: author,
      body: index === 3 ? marker : 'hello',
    })) as never
    await act(cloud)
    await act(cloud)
    const ours = cloud.github.comments.filter(({ user }) => user?.login === 'github-actions[bot]')
    expect(ours).toHaveLength(1)
    expect(cloud.github.comments).toHaveLength(121)
    expect(cloud.github.comments[3]?.body).toBe(marker)
  })

  const foreign = { issue: 7, created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' }

  it.each([
    ['always', true, true],
    ['on-failure', true, false],
    ['never', false, false],
  ])('comment-summary-in-pr %s: a failing run comments %s, a passing first run %s', async (mode, failing, passing) => {
    const cloud = await cloudOf()
    await act(cloud, { inputs: { 'comment-summary-in-pr': mode } })
    expect(cloud.github.comments.length > 0).toBe(failing)
    cloud.github.comments = []
    await act(cloud, { inputs: { 'comment-summary-in-pr': mode, workspaces: 'mlw-lab' } })
    expect(cloud.github.comments.length > 0).toBe(passing)
  })

  it('on-failure edits an earlier comment when all is well again', async () => {
    const cloud = await cloudOf()
    await act(cloud, { inputs: { 'comment-summary-in-pr': 'on-failure' } })
    fixDemo(cloud.estate)
    const { comment } = await act(cloud, { inputs: { 'comment-summary-in-pr': 'on-failure' } })
    expect(comment).toContain('Encryption check passed')
  })

  it('says which permission is missing when it may not comment, and keeps its verdict', async () => {
    const cloud = await cloudOf()
    cloud.github.tokenPermissions = {
      ...cloud.github.tokenPermissions,
      'pull-requests': 'read',
      issues: 'read',
    } as never
    const { exitCode, annotations, summary, outputs } = await act(cloud, { inputs: { workspaces: 'mlw-lab' } })
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('pull-requests: write') }),
    )
    expect(summary).toContain('Encryption check passed')
    expect(outputs['comment-url']).toBe('')
    expect(exitCode).toBe(0)
  })

  it('comments on pull_request_target as well', async () => {
    const cloud = await cloudOf()
    cloud.estate.identity.federatedCredentials.push({
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
      audience: 'api://AzureADTokenExchange',
    })
    await act(cloud, { event: pullRequestTarget() })
    expect(cloud.github.comments).toHaveLength(1)
  })
})

describe('a pull request without an identity', () => {
  it.each([
    ['from a fork', pullRequestFromFork],
    ['from a fork that is gone', pullRequestFromDeletedFork],
    ['by Dependabot', pullRequestByDependabot],
  ])('%s is skipped with a notice, asks nobody, and is neither green nor red', async (_name, event) => {
    const cloud = await cloudOf()
    const { exitCode, outputs, annotations, report } = await act(cloud, { event: event() })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'skipped', workspaces: '0', coverage: '' })
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('no workspace was checked') }),
    )
    expect(report?.workspaces).toEqual([])
    expect(report?.coverage.percent).toBeNull()
    expect(cloud.requests.filter(({ kind }) => kind !== 'github')).toEqual([])
    expect(cloud.github.comments).toEqual([])
  })

  it('of the repository itself is an error that names the permission', async () => {
    const cloud = await cloudOf()
    const { exitCode, annotations } = await act(cloud, { event: pullRequest(), identityToken: false })
    expect(exitCode).toBe(1)
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('id-token: write') }),
    )
  })
})
