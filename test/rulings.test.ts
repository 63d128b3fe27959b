import { describe, expect, it } from 'vitest'
import { assess, report, toConfirm } from '../src/assess.ts'
import { childLists } from '../src/evidence/children.ts'
import type { StorageAccount, StorageRole, Workspace } from '../src/evidence/workspace.ts'
import type { Finding, Policy, Profile } from '../src/model.ts'
import { failsJob } from '../src/policy.ts'
import {
  type Change,
  checkOf,
  evidenceOf,
  findings,
  having,
  ids,
  listOf,
  outcomes,
  type Part,
  policyOf,
  principal,
  scope,
  together,
  versions,
} from './checklist/builder.ts'
import { accessPolicy } from './cloud/templates.ts'

const judged = (change: Change = {}, profile: Profile = 'cmk-required') =>
  report(evidenceOf(change), ids.workspace, policyOf(profile))
const requests = { resourceGraph: 0, resourceManager: 0, throttled: 0 }

/** `fail high/info` of one check on one resource, whatever the resource when none is named */
function said(id: string, change: Change = {}, resource?: string): string {
  const [strict, lax] = (['cmk-required', 'baseline'] as const).map((profile) =>
    outcomes(id, change, profile).find(
      ({ subject }) => !resource || subject?.id.toLowerCase() === resource.toLowerCase(),
    ),
  )
  if (!strict) return 'nothing'
  const reason = 'reason' in strict.verdict ? [strict.verdict.reason] : []
  const severity =
    strict.subject && /fail|unknown/.test(strict.verdict.status)
      ? [`${strict.severity}/${lax?.subject ? lax.severity : '-'}`]
      : []
  return [strict.verdict.status, ...reason, ...severity].join(' ')
}

const off = { key: { properties: { attributes: { enabled: false } } } }
const sameForBoth = { key: { properties: { keySize: 1024 } } }

describe('ruling 1: severity', () => {
  it('is nominal per check and profile, replaced by a branch, and never above medium for what nobody can see', () => {
    expect(said('key-vault/exists', { hide: { vault: 'absent' } }, ids.vault)).toBe('fail high/high')
    expect(said('container-registry/exists', { hide: { registry: 'absent' } })).toBe('fail high/high')
    expect(said('metadata/resource-group', { without: ['cosmos'] })).toBe('unknown not-visible high/high')
    expect(said('key-vault/soft-delete', { vault: { properties: { enableSoftDelete: false } } }, ids.vault)).toBe(
      'fail high/high',
    )
    expect(said('key-vault/soft-delete', { vault: { properties: { enableSoftDelete: null } } }, ids.vault)).toBe(
      'unknown property-absent low/low',
    )
    expect(said('storage/secure-transfer', { hide: { storage: 'truncated' } }, ids.storage)).toBe(
      'unknown truncated medium/medium',
    )
  })

  it('goes by the subject where the ruling says so', () => {
    const unprotected = { properties: { enablePurgeProtection: null } }
    expect(said('key-vault/purge-protection', { cmkVault: unprotected }, ids.cmkVault)).toBe('fail high/high')
    expect(said('key-vault/purge-protection', { vault: unprotected }, ids.vault)).toBe('fail medium/low')
    const microsofts = { storage: { properties: { encryption: { keySource: 'Microsoft.Storage' } } } }
    expect(said('storage/customer-managed-key', microsofts, ids.storage)).toBe('fail high/info')
    expect(said('storage/customer-managed-key', together(having.serviceSide, microsofts), ids.storage)).toBe(
      'fail high/medium',
    )
    expect(said('metadata/cosmos-cmk', { cosmos: { properties: { keyVaultKeyUri: null } } })).toBe('fail high/medium')
    expect(
      said('provider/registration', { vaultProvider: { registrationState: 'NotRegistered' } }, ids.vaultProvider),
    ).toBe('fail medium/low')
  })

  it('of a storage account that is gone depends on who names it', () => {
    const { severity } = checkOf('storage/exists')
    const of = (...roles: StorageRole[]) =>
      typeof severity === 'function' && severity({ roles: new Set(roles) } as StorageAccount, {} as Workspace)
    expect(of('workspace')).toEqual({ 'cmk-required': 'high', baseline: 'high' })
    expect(of('workspace', 'datastore')).toEqual({ 'cmk-required': 'high', baseline: 'high' })
    expect(of('metadata')).toEqual({ 'cmk-required': 'high', baseline: 'high' })
    expect(of('datastore')).toEqual({ 'cmk-required': 'low', baseline: 'low' })
  })
})

it('ruling 2: what is only information fails with severity info', () => {
  const oneVault: Change = { workspace: { properties: { keyVault: ids.cmkVault } } }
  expect(said('key-vault/separation', oneVault)).toBe('fail info/info')
  const { conclusion, summary } = assess(
    evidenceOf(oneVault),
    { ...policyOf('cmk-required'), failOnSeverity: 'medium' },
    requests,
  )
  expect([conclusion, summary.fail, summary.failedBySeverity]).toEqual([
    'pass',
    1,
    { high: 0, medium: 0, low: 0, info: 1 },
  ])
})

it('ruling 1: the checks of computes, endpoints and secrets', () => {
  const attached: Change = { also: ['aks', 'kubernetes', 'set'] }
  const aks = (properties: object) => together(attached, { aks: { properties } })
  const opaque = 'c0rrect-h0rse-battery-stap1e'
  const rows: [string, Change, string][] = [
    [
      'endpoint/scratch-disk',
      { also: ['online'], workspace: { properties: { hbiWorkspace: false } } },
      'fail medium/info',
    ],
    [
      'compute/scratch-disk',
      { also: ['nodes'], workspace: { properties: { hbiWorkspace: false } } },
      'fail medium/info',
    ],
    [
      'compute/remote-login',
      { also: ['nodes'], nodes: { properties: { properties: { remoteLoginPortPublicAccess: 'Enabled' } } } },
      'fail medium/medium',
    ],
    ['compute/local-auth', { also: ['nodes'], nodes: { properties: { disableLocalAuth: false } } }, 'fail low/low'],
    ['kubernetes/version', aks({ currentKubernetesVersion: '1.25' }), 'fail medium/medium'],
    ['kubernetes/version', aks({ currentKubernetesVersion: '1.23' }), 'fail high/high'],
    ['kubernetes/version', { ...attached, hide: { aks: 'forbidden' } }, 'unknown forbidden medium/medium'],
    [
      'datastore/credentials',
      { also: ['datastore'], datastore: { properties: { credentials: { credentialsType: 'Sas' } } } },
      'fail medium/low',
    ],
    [
      'secrets/job-environment',
      { also: ['job'], job: { properties: { environmentVariables: { PASSWORD: opaque } } } },
      'fail medium/medium',
    ],
    [
      'secrets/job-environment',
      { also: ['job'], job: { properties: { environmentVariables: { A: `Account${'Key'}=x` } } } },
      'fail high/high',
    ],
    [
      'secrets/job-environment',
      { hideCollections: { [listOf('jobs')]: 'forbidden' } },
      'unknown forbidden medium/medium',
    ],
    ['kubernetes/disk-cmk', { ...attached, hide: { aks: 'truncated' } }, 'unknown truncated medium/info'],
  ]
  for (const [id, change, expected] of rows) expect([id, said(id, change)]).toEqual([id, expected])
})

describe('ruling 3: keys', () => {
  const key = (properties: Record<string, unknown>) => ({ key: { properties } })
  const seconds = Date.parse('2026-11-23T00:00:00Z') / 1000
  it.each([
    ['key/validity', key({ attributes: { exp: seconds + 29 * 86_400 } }), 'fail medium/low'],
    ['key/validity', key({ attributes: { exp: seconds - 1 } }), 'fail high/high'],
    ['key/validity', key({ attributes: { nbf: seconds + 1 } }), 'fail high/high'],
    ['key/size', sameForBoth, 'fail medium/medium'],
    ['key/size', key({ keySize: 2048 }), 'fail low/info'],
    ['key/size', key({ kty: 'RSA', keySize: 3071 }), 'fail low/info'],
    ['key/size', key({ kty: 'EC' }), 'not-applicable not-used'],
    [
      'storage/key-auto-rotation',
      { storage: { properties: { encryption: { keyvaultproperties: { keyversion: versions.current } } } } },
      'fail medium/low',
    ],
    [
      'workspace/cmk-vault-region',
      { cmkVault: { location: 'northeurope' }, workspace: { kind: 'FeatureStore' } },
      'fail low/low',
    ],
    [
      'workspace/cmk-vault-subscription',
      {
        workspace: {
          kind: 'Hub',
          properties: { encryption: { keyVaultProperties: { keyVaultArmId: ids.cmkVault.replaceAll('1', '2') } } },
        },
      },
      'fail medium/medium',
    ],
    ['workspace/cmk-key-reference', having.unversioned, 'fail low/info'],
    [
      'workspace/cmk-key-reference',
      { workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: 'cmk' } } } } },
      'fail medium/medium',
    ],
  ] satisfies [string, Change, string][])('%s', (id, change, expected) => {
    expect(said(id, change)).toBe(expected)
  })

  it('a version that is gone fails once, and the versions that are there are judged', () => {
    const gone = together(having.pinnedOld, off, { hide: { oldKey: 'absent' } })
    expect(said('key/readable', gone)).toBe('fail high/high')
    expect(findings('key/enabled', gone)[0]?.message).toMatch(/^The current version of cmk/)
    expect(said('key/type', gone)).toBe('pass')
  })

  it('a vault known by its host only is no subject of its own', () => {
    const elsewhere = judged(having.otherTenant).findings.filter(({ resource }) => resource.includes('kv-elsewhere'))
    expect(elsewhere).toHaveLength(10)
    for (const { check, severity, reason } of elsewhere)
      expect([check.split('/')[0], severity, reason]).toEqual(['key', 'medium', 'not-visible'])
  })

  it('a managed HSM is asked for four things', () => {
    const asked = judged(having.hsm).findings.filter(({ resource }) => resource === ids.hsm)
    expect(asked.map(({ check }) => check).sort()).toEqual([
      'key-vault/exists',
      'key-vault/hsm-backed',
      'key-vault/purge-protection',
      'key-vault/soft-delete',
    ])
  })
})

describe('ruling 4: absent', () => {
  const about = (change: Change, id: string) =>
    judged(change).findings.filter(({ resource }) => resource.toLowerCase() === id.toLowerCase())

  it.each<[string, Change, string, string]>([
    ['a vault', { hide: { vault: 'absent' } }, ids.vault, 'key-vault/exists'],
    ['the vault of the key', { hide: { cmkVault: 'absent', key: 'absent' } }, ids.cmkVault, 'key-vault/exists'],
    ['a key', { hide: { key: 'absent' } }, ids.key, 'key/readable'],
    ['a storage account', { hide: { storage: 'absent' } }, ids.storage, 'storage/exists'],
    [
      'a storage account brought along',
      together(having.bringYourOwn, { hide: { metaStorage: 'absent' } }),
      ids.metaStorage,
      'storage/exists',
    ],
    ['a registry', { hide: { registry: 'absent' } }, ids.registry, 'container-registry/exists'],
    [
      'a managed group',
      { without: ['cosmos', 'search', 'metaStorage'], hide: { group: 'absent' } },
      ids.group,
      'metadata/resource-group',
    ],
  ])('%s: one cause, one finding', (_what, change, id, check) => {
    expect(about(change, id).map((finding) => [finding.check, finding.status])).toEqual([[check, 'fail']])
    const quiet = judged(change).others['not-applicable'].absent
    expect(quiet.length).toBeGreaterThan(0)
  })

  it.each<[string, Change]>([
    ['Application Insights', { hide: { component: 'absent' } }],
    ['Log Analytics', { hide: { logs: 'absent' } }],
    ['a cluster', { hide: { cluster: 'absent' } }],
  ])('%s: unknown', (_what, change) => {
    expect(said('diagnostics/customer-managed-key', change)).toBe('unknown absent medium/info')
  })

  it.each<[string, Part, Part]>([
    ['a cluster', 'aks', 'kubernetes'],
    ['an Arc cluster', 'arc', 'arcCompute'],
    ['a virtual machine', 'vm', 'vmCompute'],
    ['HDInsight', 'hdinsight', 'hdinsightCompute'],
    ['Databricks', 'databricks', 'databricksCompute'],
  ])('%s behind a compute: not applicable', (_what, part, compute) => {
    const gone: Change = { also: [part, compute], hide: { [part]: 'absent' } }
    expect(about(gone, ids[part])).toEqual([])
    const system = { aks: 'kubernetes', arc: 'kubernetes', vm: 'virtual-machine' }[part as string] ?? part
    expect(judged(gone).others['not-applicable'].absent.filter((id) => id.startsWith(`${system}/`))).not.toEqual([])
  })

  it('a disk encryption set: unknown', () => {
    const gone: Change = { also: ['aks', 'kubernetes', 'set'], hide: { set: 'absent' } }
    expect(said('kubernetes/disk-encryption-set', gone)).toBe('unknown absent medium/medium')
    expect(said('kubernetes/disk-cmk', gone)).toBe('pass')
  })

  it('a datastore’s account: its own check says so, low', () => {
    const gone: Change = { also: ['datastore', 'dataAccount'], hide: { dataAccount: 'absent' } }
    expect(about(gone, ids.dataAccount).map(({ check, status, severity }) => [check, status, severity])).toEqual([
      ['storage/exists', 'fail', 'low'],
    ])
  })

  it('forbidden and not visible stay unknown', () => {
    for (const reason of ['forbidden', 'not-visible'] as const) {
      expect(about({ hide: { vault: reason } }, ids.vault).map(({ status }) => status)).not.toContain('fail')
      expect(said('key-vault/exists', { hide: { vault: reason } }, ids.vault)).toBe(`unknown ${reason} high/high`)
    }
  })
})

describe('ruling 5: values that nobody has heard of, properties that are not there', () => {
  const strange = 'Something New'
  it.each<[string, Change, Change]>([
    [
      'workspace/customer-managed-key',
      { workspace: { properties: { encryption: { status: strange } } } },
      { workspace: { properties: { encryption: { status: null } } } },
    ],
    ['key/type', { key: { properties: { kty: strange } } }, { key: { properties: { kty: null } } }],
    ['key/size', { key: { properties: { kty: strange } } }, { key: { properties: { keySize: null } } }],
    [
      'key/rotation-policy',
      { key: { properties: { rotationPolicy: { lifetimeActions: [{ action: { type: strange } }] } } } },
      { key: { properties: { rotationPolicy: null } } },
    ],
    [
      'container-registry/customer-managed-key',
      { registry: { properties: { encryption: { status: strange } } } },
      { registry: { properties: { encryption: { status: null } } } },
    ],
    ['container-registry/premium-sku', { registry: { sku: { name: strange } } }, { registry: { sku: null } }],
    [
      'container-registry/admin-user',
      { registry: { properties: { adminUserEnabled: strange } } },
      { registry: { properties: { adminUserEnabled: null } } },
    ],
    [
      'diagnostics/workspace-based',
      { component: { properties: { IngestionMode: strange } } },
      { component: { properties: { IngestionMode: null } } },
    ],
    ...(
      [
        ['compute/remote-login', 'nodes', 'nodes', (value) => ({ properties: { remoteLoginPortPublicAccess: value } })],
        ['datastore/credentials', 'datastore', 'datastore', (value) => ({ credentials: { credentialsType: value } })],
        ['datastore/unsupported', 'datastore', 'datastore', (value) => ({ datastoreType: value })],
        ['endpoint/auth-mode', 'online', 'online', (value) => ({ authMode: value })],
        ['endpoint/scoring-tls', 'online', 'online', (value) => ({ scoringUri: value })],
        ['secrets/connections', 'openai', 'openai', (value) => ({ authType: value })],
        ['kubernetes/host-encryption', 'aks', 'kubernetes', (value) => ({ agentPoolProfiles: value ?? [] })],
        [
          'kubernetes/version',
          'aks',
          'kubernetes',
          (value) => ({ currentKubernetesVersion: value, kubernetesVersion: null }),
        ],
        [
          'databricks/dbfs-cmk',
          'databricks',
          'databricksCompute',
          (value) => ({ parameters: { encryption: { value: { keySource: value } } } }),
        ],
        ['hdinsight/minimum-tls', 'hdinsight', 'hdinsightCompute', (value) => ({ minSupportedTlsVersion: value })],
      ] satisfies [string, Part, Part, (value: unknown) => object][]
    ).map(([id, part, also, put]): [string, Change, Change] => {
      const change = (value: unknown): Change => ({ also: [part, also], [part]: { properties: put(value) } })
      return [id, change(strange), change(null)]
    }),
  ])('%s', (id, unheardOf, missing) => {
    expect(said(id, unheardOf)).toMatch(/^unknown unrecognised-value /)
    expect(said(id, missing)).toMatch(/^unknown property-absent /)
  })
})

it('ruling 5: a list that is not there says nothing about what it would hold', () => {
  for (const [id, segment] of [
    ['compute/local-auth', 'computes'],
    ['datastore/protocol', 'datastores'],
    ['secrets/connections', 'connections'],
    ['endpoint/auth-mode', 'serverlessEndpoints'],
    ['secrets/job-names', 'jobs'],
    ['container-instance/legacy-service', 'services'],
  ] as const)
    expect([id, said(id, { hideCollections: { [listOf(segment)]: 'absent' } })]).toEqual([
      id,
      expect.stringMatching(/^unknown api-unsupported /),
    ])
})

describe('ruling 6: projects', () => {
  const workspaceLevel = [
    'customer-managed-key',
    'cmk-architecture',
    'cmk-vault-subscription',
    'cmk-vault-region',
    'cmk-key-reference',
    'high-business-impact',
    'scratch-disk-in-force',
  ]

  it('take encryption and dependencies from their hub', () => {
    const { cmkArchitecture, hub, others, findings } = judged(having.project)
    expect([cmkArchitecture, hub]).toEqual(['inherited', ids.hub])
    for (const slug of workspaceLevel) expect(others['not-applicable'].inherited).toContain(`workspace/${slug}`)
    for (const system of ['key', 'key-vault', 'storage', 'container-registry', 'diagnostics', 'metadata']) {
      expect(findings.filter(({ check }) => check.startsWith(`${system}/`))).toEqual([])
    }
  })

  it('of a hub that cannot be read are unknown for its reason, and what they name themselves is judged', () => {
    const change = together(having.project, {
      workspace: { properties: { containerRegistry: ids.registry } },
      hide: { hub: 'throttled' },
    })
    const { cmkArchitecture, findings, others } = judged(change)
    expect(cmkArchitecture).toBe('undetermined')
    for (const slug of workspaceLevel)
      expect(findings.find(({ check }) => check === `workspace/${slug}`)).toMatchObject({
        status: 'unknown',
        reason: 'throttled',
        resource: ids.workspace,
      })
    expect(findings.find(({ check }) => check === 'container-registry/exists')).toMatchObject({ status: 'pass' })
    expect(others['not-applicable'].inherited).toContain('diagnostics/workspace-based')
  })

  it('have endpoints, computes, datastores and connections of their own', () => {
    const own = together(having.everything, having.project)
    for (const change of [own, together(own, { hide: { hub: 'forbidden' } })]) {
      const { findings } = judged(change)
      for (const [check, resource] of [
        ['endpoint/auth-mode', ids.online],
        ['compute/local-auth', ids.nodes],
        ['datastore/credentials', ids.datastore],
        ['storage/secure-transfer', ids.dataAccount],
        ['secrets/connections', ids.openai],
        ['kubernetes/version', ids.aks],
        ['databricks/dbfs-cmk', ids.databricks],
        ['key/enabled', ids.key],
      ])
        expect(findings.find((each) => each.check === check && each.resource === resource)).toMatchObject({
          status: 'pass',
        })
    }
  })

  it('have scratch disks as the flag of their hub says', () => {
    for (const id of ['compute/scratch-disk', 'endpoint/scratch-disk']) {
      const of = (hbiWorkspace: unknown) =>
        together(having.everything, having.project, { hub: { properties: { hbiWorkspace } } })
      expect(said(id, of(true))).toBe('pass')
      expect(said(id, of(false))).toBe('fail medium/info')
      expect(said(id, together(of(true), { hide: { hub: 'timeout' } }))).toBe('unknown timeout medium/info')
    }
  })

  it("do not answer for their hub's account, to which their own datastores lead", () => {
    const change = together(having.project, {
      also: ['systemDatastore'],
      systemDatastore: { properties: { accountName: 'sthub' } },
      hubStorage: { properties: { supportsHttpsTrafficOnly: false } },
    })
    expect(judged(change).findings.filter(({ check }) => check.startsWith('storage/'))).toEqual([])
    expect(judged(change).others['not-applicable'].inherited).toContain('storage/secure-transfer')
  })

  it('are the only kind that inherits', () => {
    for (const kind of ['FeatureStore', 'Hub', 'Default', 'Workbench']) {
      expect(judged({ workspace: { kind } }).others['not-applicable'].inherited).toEqual([])
    }
  })
})

it('ruling 7: whether scratch disks are encrypted cannot be seen', () => {
  const flag = (hbiWorkspace: boolean) => ({ workspace: { properties: { hbiWorkspace } } })
  expect(said('workspace/scratch-disk-in-force', flag(true))).toBe('unknown not-observable info/info')
  expect(said('workspace/scratch-disk-in-force', flag(false))).toBe('not-applicable not-used')
  expect(said('workspace/scratch-disk-in-force', having.project)).toBe('not-applicable inherited')
})

it('ruling 7: OS disks are attested in both profiles', () => {
  for (const profile of ['cmk-required', 'baseline'] as const)
    expect(judged({ also: ['nodes'] }, profile).others.attested).toContain('compute/os-disk')
})

it('ruling 8: extensions, TLS of HDInsight, disk encryption sets, encryption scopes, system datastores', () => {
  const attached: Change = { also: ['aks', 'kubernetes', 'set', 'extension'] }
  const bare = { extension: { properties: { configurationSettings: { sslSecret: null, sslCname: null } } } }
  expect(said('kubernetes/extension-tls', together(attached, bare))).toBe('unknown not-observable medium/medium')
  const hdinsight: Change = {
    also: ['hdinsight', 'hdinsightCompute'],
    hdinsight: { properties: { minSupportedTlsVersion: null } },
  }
  expect(said('hdinsight/minimum-tls', hdinsight)).toBe('unknown property-absent medium/low')
  const byHand = { set: { properties: { rotationToLatestKeyVersionEnabled: false } } }
  expect(said('kubernetes/disk-encryption-set', together(attached, byHand))).toBe('fail low/info')
  const scopes: Change = {
    also: ['datastore', 'dataAccount', 'encryptionScope'],
    encryptionScope: { properties: { source: 'Microsoft.Storage' } },
  }
  expect(said('storage/encryption-scopes', scopes)).toBe('not-applicable disabled')
  const enabled = { options: { encryptionScopes: true } }
  expect(said('storage/encryption-scopes', enabled)).toBe('not-applicable not-used')
  expect(said('storage/encryption-scopes', together(scopes, enabled), ids.encryptionScope)).toBe('fail low/info')
  expect(said('datastore/credentials', { also: ['systemDatastore'] })).toBe('not-applicable not-used')
})

it('ruling 8: classic components fail; an undetermined architecture is unknown', () => {
  expect(
    said('diagnostics/customer-managed-key', { component: { properties: { IngestionMode: 'ApplicationInsights' } } }),
  ).toBe('fail medium/info')
  for (const change of [having.undetermined, { workspace: { properties: { encryption: { status: 'Rotating' } } } }]) {
    const { cmkArchitecture, others } = judged(change)
    expect(cmkArchitecture).toBe('undetermined')
    expect(said('workspace/cmk-architecture', change)).toBe('unknown property-absent info/info')
    for (const slug of ['resource-group', 'cosmos-cmk', 'search-cmk', 'same-key'])
      expect(others['not-applicable']['not-used']).toContain(`metadata/${slug}`)
  }
})

it('ruling 9: one finding per check and key, the worst of its versions, with consumers and versions', () => {
  const change = together(having.pinnedOld, {
    oldKey: { properties: { attributes: { exp: 1 } } },
    key: { properties: { attributes: { exp: Date.parse('2026-12-01') / 1000 } } },
  })
  const all = findings('key/validity', change)
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    resource: ids.key,
    severity: 'high',
    message: `The version ${versions.old} of cmk, used by mlw-fraud, expired on 1970-01-01.`,
  })
  const subjects = judged(change).findings.map(({ check, resource }) => `${check} ${resource}`)
  expect(new Set(subjects).size).toBe(subjects.length)
})

it('ruling 9: subjects', () => {
  const opaque = { DB_PASSWORD: 'c0rrect-h0rse-battery-stap1e' }
  const change = together(having.everything, {
    also: ['onAks'],
    job: { properties: { environmentVariables: opaque } },
    blue: { properties: { environmentVariables: opaque } },
    recurrent: { properties: { action: { jobDefinition: { environmentVariables: opaque } } } },
    onAks: { properties: { environmentImageRequest: { environment: { environmentVariables: opaque } } } },
    openai: { properties: { authType: 'ApiKey' } },
  })
  const subjects = (id: string, of = change) =>
    judged(of).findings.flatMap(({ check, resource }) => (check === id ? [resource] : []))
  expect(subjects('kubernetes/version')).toEqual([ids.aks])
  expect(subjects('kubernetes/disk-cmk')).toEqual([ids.aks])
  expect(subjects('kubernetes/extension-tls')).toEqual([ids.aks, ids.arc])
  expect(subjects('kubernetes/scoring-tls')).toEqual([ids.aksV1])
  expect(subjects('secrets/job-environment')).toEqual([ids.job])
  expect(subjects('secrets/deployment-environment')).toEqual([ids.blue, ids.onAks])
  expect(subjects('secrets/schedule-environment')).toEqual([ids.recurrent])
  expect(subjects('secrets/compute-environment')).toEqual([ids.workspace])
  expect(subjects('secrets/connections')).toEqual([ids.openai])
  for (const slug of ['job', 'deployment', 'schedule', 'compute'])
    expect(subjects(`secrets/${slug}-environment`, {})).toEqual([ids.workspace])
  const everyList = Object.values(childLists).map((segment) => [listOf(segment), 'forbidden'] as const)
  const hidden = together(change, { hideCollections: Object.fromEntries(everyList) })
  for (const of of [change, hidden]) {
    const all = judged(of).findings.map(({ check, resource }) => `${check} ${resource.toLowerCase()}`)
    expect(all.length).toBe(new Set(all).size)
  }
})

it('ruling 10: variables are compared word by word', () => {
  const of = (environmentVariables: object) => ({
    also: ['job' as const],
    job: { properties: { environmentVariables } },
  })
  const value = 'c0rrect-h0rse-battery-stap1e'
  for (const name of [
    'DISASTER_RECOVERY',
    'TOKENIZER',
    'tokenId',
    'SECRET_NAME',
    'SAS_URL',
    'TOKEN_TTL',
    'password-file',
  ])
    expect([name, said('secrets/job-environment', of({ [name]: value }))]).toEqual([name, 'pass'])
  for (const name of ['sas', 'MY_TOKEN', 'dbPassword', 'client-secret', 'RSP_LICENSE'])
    expect([name, said('secrets/job-environment', of({ [name]: value }))]).toEqual([name, 'fail medium/medium'])
})

describe('ruling 11: the conclusion', () => {
  const never: Policy = { ...policyOf('cmk-required'), failOnSeverity: 'never' }

  it('is incomplete without a workspace or with a target unseen, whatever the threshold', () => {
    const none = { ...evidenceOf(), workspaces: [] }
    expect(assess(none, never, requests).conclusion).toBe('incomplete')
    const unseen = evidenceOf()
    unseen.unseen.push({
      id: 'mlw-*',
      reason: 'not-visible',
      action: null,
      scope: null,
      message: 'Nothing by that name.',
    })
    const { conclusion, coverage } = assess(unseen, never, requests)
    expect(conclusion).toBe('incomplete')
    expect(coverage.missing).toContainEqual(expect.objectContaining({ resource: 'mlw-*' }))
  })

  it('is pass with never, and the job does not fail', () => {
    const { conclusion, summary } = assess(evidenceOf(off), never, requests)
    expect([conclusion, summary.failedBySeverity.high > 0]).toEqual(['pass', true])
    for (const policy of [never, { ...never, failOnSeverity: 'low' as const, warnOnly: true }]) {
      expect(failsJob('fail', policy)).toBe(false)
      expect(failsJob('incomplete', policy)).toBe(false)
    }
  })
})

it('ruling 13: platform statements that hold only with the flag', () => {
  const flag = (hbiWorkspace: unknown) => ({ workspace: { properties: { hbiWorkspace } } })
  for (const id of ['platform/scratch-disk-cleanup', 'platform/credential-passing']) {
    expect(said(id, flag(true))).toBe('attested')
    expect(said(id, flag(false))).toBe('not-applicable not-used')
    expect(said(id, having.project)).toBe('attested')
    expect(said(id, together(having.project, { hub: { properties: { hbiWorkspace: false } } }))).toBe(
      'not-applicable not-used',
    )
    expect(said(id, together(having.project, { hide: { hub: 'forbidden' } }))).toBe('unknown forbidden info/info')
    expect(said(id, flag({}))).toBe('unknown unrecognised-value info/info')
  }
  expect(said('platform/diagnostic-data', flag(true))).toBe('attested')
  expect(said('platform/diagnostic-data', flag(false))).toBe('attested')
  expect(
    [having.noKey, having.serviceSide, {}, having.bringYourOwn, having.undetermined, having.project].map(
      (change) => said('platform/metadata-encryption', change).split(' ')[0],
    ),
  ).toEqual(['attested', 'attested', ...Array(4).fill('not-applicable')])
})

describe('ruling 14: storage by role', () => {
  const slugs = [
    'encryption-at-rest',
    'customer-managed-key',
    'key-auto-rotation',
    'secure-transfer',
    'minimum-tls',
    'infrastructure-encryption',
    'shared-key',
    'queue-table-key',
    'cmk-access',
    'exists',
  ]
  const asked = (...roles: StorageRole[]) => {
    const type = 'microsoft.storage/storageaccounts'
    const account = { id: '/a', name: 'a', type, unreadable: null, roles: new Set(roles) } as StorageAccount
    const workspace = { storageAccounts: { all: [account], none: 'not-used' } } as unknown as Workspace
    return slugs.filter((slug) => checkOf(`storage/${slug}`).subjects(workspace).all.length > 0)
  }

  it('asks what the widest role asks', () => {
    const ofDatastore = slugs.filter((slug) => !['infrastructure-encryption', 'shared-key'].includes(slug))
    const ofMetadata = ['customer-managed-key', 'secure-transfer', 'minimum-tls']
    expect(asked('workspace')).toEqual(slugs)
    expect(asked('datastore')).toEqual(ofDatastore)
    expect(asked('metadata')).toEqual(ofMetadata)
    expect(asked('workspace', 'metadata')).toEqual(slugs)
    expect(asked('datastore', 'metadata')).toEqual(ofDatastore)
  })

  it('judges an account in several roles once', () => {
    const change: Change = {
      also: ['datastore', 'systemDatastore'],
      datastore: { properties: { accountName: 'STFRAUD' } },
    }
    const asks = (of: Change) =>
      judged(of).findings.flatMap(({ check, resource }) => (resource === ids.storage ? [check] : []))
    expect(asks(change)).toEqual(asks({}))
    const ofData = judged({ also: ['datastore', 'dataAccount'] }).findings.filter(
      ({ resource }) => resource === ids.dataAccount,
    )
    expect(ofData.map(({ check }) => check).sort()).toEqual(
      [
        'customer-managed-key',
        'key-auto-rotation',
        'secure-transfer',
        'minimum-tls',
        'queue-table-key',
        'cmk-access',
        'exists',
      ]
        .map((slug) => `storage/${slug}`)
        .sort(),
    )
  })

  it('has no remedy for the account of the metadata', () => {
    const broken: Change = {
      metaStorage: {
        properties: {
          encryption: { keySource: 'Microsoft.Storage' },
          supportsHttpsTrafficOnly: false,
          minimumTlsVersion: null,
        },
      },
    }
    for (const change of [broken, together(having.bringYourOwn, broken)]) {
      const failed = judged(change).findings.filter(
        ({ resource, status }) => resource === ids.metaStorage && status === 'fail' && resource,
      )
      expect(failed.filter(({ check }) => check.startsWith('storage/')).map(({ remediation }) => remediation)).toEqual([
        null,
        null,
        null,
      ])
    }
  })
})

it('ruling 15: without a customer-managed key', () => {
  const { others } = judged(having.noKeysAtAll)
  for (const id of [
    'storage/key-auto-rotation',
    'storage/queue-table-key',
    'storage/cmk-access',
    'container-registry/key-auto-rotation',
    'key-vault/cmk-access',
    'key-vault/separation',
    'key-vault/hsm-backed',
    'workspace/cmk-architecture',
    'workspace/cmk-vault-subscription',
    'workspace/cmk-vault-region',
    'workspace/cmk-key-reference',
    'metadata/resource-group',
    'metadata/cosmos-cmk',
    'metadata/search-cmk',
    'metadata/same-key',
    'diagnostics/double-encryption',
    'diagnostics/query-encryption',
  ]) {
    expect(others['not-applicable']['not-used']).toContain(id)
  }
  expect(judged({}, 'baseline').others['not-applicable']['not-used']).toContain('container-registry/premium-sku')
  expect(judged().findings.map(({ check }) => check)).toContain('container-registry/premium-sku')
})

it('ruling 16: a hit among jobs fails, a complete list passes, a limit is unknown', () => {
  const hit: Change = {
    also: ['job'],
    job: { properties: { environmentVariables: { PASSWORD: 'c0rrect-h0rse' }, displayName: 'a@contoso.com' } },
  }
  const limit: Change = { hideCollections: { [listOf('jobs')]: 'truncated' } }
  for (const [id, severity] of [
    ['secrets/job-environment', 'medium/medium'],
    ['secrets/job-names', 'low/low'],
  ] as const) {
    expect(said(id, hit)).toBe(`fail ${severity}`)
    expect(said(id, together(hit, limit))).toBe(`fail ${severity}`)
    expect(said(id, { also: ['job', 'sweep'] })).toBe('pass')
    expect(said(id, together({ also: ['sweep'] }, limit))).toBe(`unknown truncated ${severity}`)
  }
})

describe('ruling 17: confirmation', () => {
  const graph: Change = {
    source: 'resource-graph',
    storage: { properties: { supportsHttpsTrafficOnly: false, encryption: { keySource: 'Microsoft.Storage' } } },
    vault: { properties: { enablePurgeProtection: null } },
  }
  const failed = (all: Finding[]) => all.filter(({ status }) => status === 'fail')

  it('reads once more what decides the job, each resource once', () => {
    expect(toConfirm(evidenceOf(graph), policyOf('cmk-required'), 200)).toEqual([ids.storage])
    expect(toConfirm(evidenceOf(graph), { ...policyOf('cmk-required'), failOnSeverity: 'medium' }, 200).sort()).toEqual(
      [ids.storage, ids.vault].sort(),
    )
    expect(toConfirm(evidenceOf(graph), { ...policyOf('cmk-required'), failOnSeverity: 'medium' }, 1)).toHaveLength(1)
  })

  it('Resource Manager wins, and a stale failure says what it rests on', () => {
    const stale = failed(judged(graph).findings).filter(({ severity }) => severity === 'high')
    expect(stale).toHaveLength(2)
    for (const { message } of stale) expect(message).toMatch(/from Resource Graph/)
    const evidence = evidenceOf(graph)
    const now = evidenceOf({ vault: { properties: { enablePurgeProtection: null } } }).resources.get(
      ids.storage.toLowerCase(),
    )
    if (now) evidence.resources.set(ids.storage.toLowerCase(), now)
    const confirmed = failed(report(evidence, ids.workspace, policyOf('cmk-required')).findings)
    expect(confirmed.map(({ check }) => check)).toEqual(['key-vault/purge-protection'])
    expect(confirmed[0]?.message).not.toMatch(/from Resource Graph/)
  })

  it('does not read a pass again', () => {
    expect(
      toConfirm(evidenceOf({ source: 'resource-graph' }), { ...policyOf('cmk-required'), failOnSeverity: 'low' }, 200),
    ).toEqual([])
  })
})

it('ruling 20: version and etcd of an Arc cluster are not applicable; tables end somewhere', () => {
  const arc: Change = { also: ['arc', 'arcCompute', 'arcExtension'] }
  for (const slug of ['version', 'etcd-encryption', 'disk-cmk', 'disk-encryption-set', 'host-encryption'])
    expect(said(`kubernetes/${slug}`, arc)).toBe('not-applicable not-used')
  expect(said('kubernetes/extension-tls', arc)).toBe('pass')
  const version = (currentKubernetesVersion: string): Change => ({
    also: ['aks', 'kubernetes'],
    aks: { properties: { currentKubernetesVersion } },
  })
  expect(said('kubernetes/version', version('1.30'))).toBe('fail medium/medium')
  expect(said('kubernetes/version', version('1.99'))).toBe('unknown unrecognised-value medium/medium')
  expect(said('kubernetes/version', version('1.34'))).toBe('pass')
})

it('ruling 20: least privilege looks at every identity of the workspace', () => {
  const other = '12345678-0000-4000-8000-000000000000'
  const secrets = (...granted: string[]) => ({ keys: [], certificates: [], secrets: granted })
  const change: Change = {
    workspace: { identity: { principalId: other } },
    vault: having.policies(accessPolicy(principal, secrets('get')), accessPolicy(other, secrets('purge'))),
  }
  const [finding] = findings('key-vault/least-privilege', change)
  expect(finding).toMatchObject({ status: 'fail', resource: ids.vault })
  expect(finding?.remediation).toBe(
    `az keyvault set-policy --name kv-fraud --resource-group rg-Fraud --subscription ${scope.subscriptionId} --object-id ${other} --secret-permissions`,
  )
})
