import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { healthyEstate } from '../../simulator/estates/healthy.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { portalEstate } from '../../simulator/estates/portal.ts'
import { inCloud } from '../../simulator/estates/sovereign.ts'
import { mergeGroup, pullRequest, push, schedule, workflowDispatch } from '../../simulator/events.ts'
import { act, cloudOf, requests } from './act.ts'

describe('what decides the job', () => {
  it.each([
    [{}, 1, 'fail'],
    [{ 'warn-only': 'true' }, 0, 'fail'],
    [{ 'fail-on-severity': 'never' }, 0, 'pass'],
    [{ workspaces: 'mlw-research' }, 1, 'incomplete'],
    [{ workspaces: 'mlw-research', 'on-unknown': 'warn' }, 0, 'incomplete'],
    [{ workspaces: 'mlw-lab' }, 0, 'pass'],
    [{ workspaces: 'mlw-lab', 'fail-on-severity': 'low' }, 1, 'fail'],
    [{ workspaces: 'mlw-lab\nno-such-workspace' }, 1, 'incomplete'],
    [{ workspaces: 'mlw-lab, no-such-*', 'on-unknown': 'warn' }, 0, 'incomplete'],
    [{ workspaces: 'mlw-lab, no-such-*', 'fail-on-severity': 'never' }, 0, 'incomplete'],
  ])('%o exits with %d: %s', async (inputs, exitCode, conclusion) => {
    const result = await act(await cloudOf(), { inputs: inputs as Record<string, string> })
    expect([result.exitCode, result.outputs.conclusion]).toEqual([exitCode, conclusion])
  })

  it('an estate where nothing is wrong passes under cmk-required', async () => {
    const { report, exitCode } = await act(await cloudOf({ estate: healthyEstate() }), {
      inputs: { profile: 'cmk-required' },
    })
    const bad = report?.workspaces.flatMap(({ name, findings }) =>
      findings
        .filter(({ status, severity }) => status !== 'pass' && severity !== 'info')
        .map(({ check, message }) => `${name} ${check} ${message}`),
    )
    expect(bad).toEqual([])
    expect(exitCode).toBe(0)
  })

  it('the workspace that the portal creates has nothing high under baseline', async () => {
    const { outputs, exitCode } = await act(await cloudOf({ estate: portalEstate() }))
    expect(outputs).toMatchObject({ conclusion: 'pass', high: '0', unknown: '0' })
    expect(exitCode).toBe(0)
  })
})

describe('events without a pull request', () => {
  it.each([
    ['push', push],
    ['schedule', schedule],
    ['workflow_dispatch', workflowDispatch],
    ['merge_group', mergeGroup],
  ])('%s scans without a comment', async (name, event) => {
    const cloud = await cloudOf()
    const { issuer, audience } = cloud.estate.identity.federatedCredentials[0] as never
    cloud.estate.identity.federatedCredentials.push({
      issuer,
      audience,
      subject: `repo:contoso/ml-platform:ref:${event().ref}`,
    })
    const { outputs, report, annotations } = await act(cloud, { event: event() })
    expect(outputs).toMatchObject({ conclusion: 'fail', 'comment-url': '' })
    expect(report?.run.event).toBe(name)
    expect(cloud.github.comments).toEqual([])
    expect(annotations.filter(({ level, message }) => level === 'warning' && /comment/i.test(message))).toEqual([])
  })
})

describe('who we are', () => {
  it('asks for one OIDC token and one access token', async () => {
    const cloud = await cloudOf()
    await act(cloud)
    expect(requests(cloud)).toMatchObject({ oidc: 1, token: 1 })
    expect(requests(cloud).metadata).toBeUndefined()
  })

  it('uses the session of azure/login when no identity is given', async () => {
    const cloud = await cloudOf()
    const path = standInAzureCli(cloud)
    const { outputs } = await act(cloud, { inputs: { 'client-id': '', 'tenant-id': '' }, path, identityToken: false })
    expect(outputs.conclusion).toBe('fail')
    expect(requests(cloud)).not.toHaveProperty('oidc')
  })

  it.each([
    ['no session', { failure: "ERROR: Please run 'az login' to setup account." }, /azure\/login/],
    ['no az at all', null, /azure\/login/],
  ])('%s is an error with advice', async (_name, cli, advice) => {
    const cloud = await cloudOf()
    const path = cli ? standInAzureCli(cloud, cli) : undefined
    const { exitCode, annotations } = await act(cloud, {
      inputs: { 'client-id': '', 'tenant-id': '' },
      ...(path ? { path } : {}),
    })
    expect(exitCode).toBe(1)
    expect(annotations.at(-1)?.message).toMatch(advice)
  })

  it('prints the subject that the token really carries when Entra does not know it', async () => {
    const cloud = await cloudOf()
    cloud.estate.identity.federatedCredentials = []
    const { exitCode, annotations } = await act(cloud)
    expect(exitCode).toBe(1)
    expect(annotations.at(-1)?.message).toContain('repo:contoso/ml-platform:pull_request')
    expect(annotations.at(-1)?.message).toContain('az ad app federated-credential create')
  })

  it.each([
    ['azureusgovernment', 'https://management.usgovcloudapi.net', 'api://AzureADTokenExchangeUSGov'],
    ['azurechinacloud', 'https://management.chinacloudapi.cn', 'api://AzureADTokenExchangeChina'],
  ] as const)('%s has its own hosts, scope and audience', async (environment, resourceManager, audience) => {
    const expected = await act(await cloudOf())
    const cloud = await cloudOf({ estate: inCloud(demoEstate(), environment, audience) })
    const { outputs, report } = await act(cloud, { inputs: { environment } })
    expect(outputs.conclusion).toBe('fail')
    expect(report?.summary).toEqual(expected.report?.summary)
    const hosts = new Set(cloud.requests.filter(({ kind }) => kind.startsWith('resource-')).map(({ host }) => host))
    expect(hosts).toEqual(new Set([new URL(resourceManager).host]))
  })

  it('reaches a custom cloud by its addresses', async () => {
    const cloud = await cloudOf()
    const inputs = {
      environment: 'custom',
      'resource-manager-url': cloud.urls.resourceManager,
      'authority-host': cloud.urls.authority,
    }
    const { outputs } = await act(cloud, { door: 'direct', inputs })
    expect(outputs.conclusion).toBe('fail')
  })
})

describe('bad input', () => {
  it('stops before any request, every problem in one list', async () => {
    const cloud = await cloudOf()
    const inputs = {
      'client-id': 'nonsense',
      profile: 'strict',
      'fail-on-severity': 'critical',
      subscriptions: 'prod',
      'warn-only': 'yes',
      environment: 'mars',
    }
    const { exitCode, annotations } = await act(cloud, { inputs })
    expect(exitCode).toBe(1)
    for (const name of ['client-id', 'profile', 'fail-on-severity', 'subscriptions', 'warn-only', 'environment']) {
      expect(annotations.at(-1)?.message).toContain(name)
    }
    expect(cloud.requests).toEqual([])
  })
})

describe('reports', () => {
  it('writes the files that were asked for, and says where', async () => {
    const { outputs, workspaceDir, file } = await act(await cloudOf(), {
      inputs: {
        'markdown-file': 'out/report.md',
        'html-file': 'report.html',
        frameworks: 'gdpr',
        'csv-file': 'findings.csv',
        'evidence-file': 'evidence.json',
        workspaces: 'mlw-lab',
      },
    })
    expect(outputs['json-file']).toBe(`${workspaceDir}/azureml-encryption-report.json`)
    expect(outputs['markdown-file']).toBe(`${workspaceDir}/out/report.md`)
    expect(file('out/report.md')).toContain('mlw-lab')
    expect(outputs['html-file']).toBe(`${workspaceDir}/report.html`)
    expect(file('report.html')).toContain('id="framework-gdpr"')
    expect(outputs['evidence-file']).toBe(`${workspaceDir}/evidence.json`)
    expect(file('evidence.json')).toContain('mlw-lab')
    const named = ['report.html', 'evidence.json', 'azureml-encryption-report.json'].map(file)
    expect(named.map((text) => text.includes('contoso-ml-research'))).toEqual([true, true, false])
    expect(outputs['csv-file']).toBe(`${workspaceDir}/findings.csv`)
    expect(file('findings.csv')).toMatch(/^\uFEFFworkspace,.*\r\n"mlw-lab",/)
    expect(outputs['report-digest']).toMatch(/^sha256:[0-9a-f]{64}$/)
    const names = ['azureml-encryption-report.json', 'out/report.md', 'report.html', 'findings.csv', 'evidence.json']
    const lines = file('azureml-encryption-report.sha256').split('\n')
    expect(lines.map((line) => line.slice(64))).toEqual([...names.map((name) => `  ${name}`), ''])
  })

  it('of two uses in one job stand beside each other', async () => {
    const cloud = await cloudOf()
    const { workspaceDir, outputs } = await act(cloud, { inputs: { workspaces: 'mlw-lab' } })
    const inputs = { workspaces: 'mlw-pricing', 'report-id': 'pricing' }
    const second = await act(cloud, { workspaceDir, inputs })
    expect([outputs['html-file'], outputs['evidence-file']]).toEqual(['', ''])
    expect(second.outputs['json-file']).toBe(`${workspaceDir}/azureml-encryption-report-pricing.json`)
    expect(second.file('azureml-encryption-report.json')).toContain('"name": "mlw-lab"')
    expect(second.file('azureml-encryption-report-pricing.json')).toContain('"name": "mlw-pricing"')
  })

  it('warns about a file that cannot be written, and keeps its verdict', async () => {
    const workspaceDir = mkdtempSync(join(tmpdir(), 'taken-'))
    writeFileSync(join(workspaceDir, 'taken'), '')
    const { exitCode, annotations, outputs } = await act(await cloudOf(), {
      workspaceDir,
      inputs: { 'json-file': 'taken/report.json', workspaces: 'mlw-lab' },
    })
    expect([exitCode, outputs.conclusion, outputs['json-file']]).toEqual([0, 'pass', ''])
    expect(annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('json-file') }),
    )
  })

  it('hides every name and id on GitHub in a public repository, and keeps them in files', async () => {
    const cloud = await cloudOf({ github: { private: false } as never })
    const event = pullRequest({ repository: { private: false, visibility: 'public' } })
    const { log, summary, comment, outputs, report } = await act(cloud, {
      event,
      inputs: { 'fail-on-severity': 'low' },
    })
    const names = new Set(
      cloud.estate.entries.flatMap(({ resource }) => [
        resource.id,
        resource.name ?? resource.id.split('/').at(-1) ?? '',
        resource.id.split('/')[2] ?? '',
        resource.id.split('/')[4] ?? '',
      ]),
    )
    for (const name of names) {
      if (name.length < 5 || /^(default|current|azureml|microsoft\.)/i.test(name)) continue
      for (const shown of [log, summary, comment]) expect(shown.toLowerCase()).not.toContain(name.toLowerCase())
    }
    for (const told of ['contoso.com', 'azurecontainer.io', '10.20.0.15', 'ada.lindqvist'])
      for (const shown of [log, summary, comment]) expect(shown).not.toContain(told)
    expect(comment).toMatch(/kv-[0-9a-f]{8}/)
    expect(JSON.stringify(report)).toContain('kv-fraud-cmk')
    expect(outputs.conclusion).toBe('fail')
  })

  it('announces at most ten annotations of a kind', async () => {
    const { annotations } = await act(await cloudOf(), {
      inputs: { profile: 'cmk-required', 'fail-on-severity': 'low' },
    })
    for (const level of ['error', 'warning', 'notice']) {
      expect(annotations.filter((annotation) => annotation.level === level).length).toBeLessThanOrEqual(10)
    }
  })

  it('reads one workspace with all its links within the budget', async () => {
    const cloud = await cloudOf({
      estate: oneEstate(),
      // as of Azure: what comes together then goes into one query, also while the machine is busy
      latencyMs: { 'resource-graph': 120, 'resource-manager': 120 },
    })
    const { outputs } = await act(cloud, { inputs: { profile: 'cmk-required' } })
    expect(outputs.conclusion).toBe('pass')
    expect(requests(cloud)).toMatchObject({ oidc: 1, token: 1 })
    expect(requests(cloud)['resource-graph']).toBeLessThanOrEqual(9)
  })

  it('leaves nothing behind but its files', async () => {
    const { workspaceDir } = await act(await cloudOf(), { inputs: { workspaces: 'mlw-lab' } })
    expect(readdirSync(workspaceDir).sort()).toEqual([
      'azureml-encryption-report.json',
      'azureml-encryption-report.sha256',
    ])
  })
})
