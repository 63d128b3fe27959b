import { describe, expect, it } from 'vitest'
import { childLists } from '../../src/evidence/children.ts'
import type { StorageAccount, StorageRole, Workspace } from '../../src/evidence/workspace/model.ts'
import type { Profile } from '../../src/model.ts'
import { report } from '../judged.ts'
import { type Change, checkOf, evidenceOf, having, ids, listOf, outcomes, policyOf, together } from './builder.ts'

const judged = (change: Change = {}, profile: Profile = 'cmk-required') =>
  report(evidenceOf(change), ids.workspace, policyOf(profile))

/** Status and reason of a check that judges one thing. */
function said(id: string, change: Change): string {
  const [{ verdict } = { verdict: { status: 'nothing' } }] = outcomes(id, change)
  return 'reason' in verdict ? `${verdict.status} ${verdict.reason}` : verdict.status
}

describe('a project', () => {
  const workspaceLevel = [
    'customer-managed-key',
    'cmk-architecture',
    'cmk-vault-subscription',
    'cmk-vault-region',
    'cmk-key-reference',
    'high-business-impact',
    'scratch-disk-in-force',
  ]

  it('takes encryption and dependencies from its hub', () => {
    const { cmkArchitecture, hub, others, findings } = judged(having.project)
    expect([cmkArchitecture, hub]).toEqual(['inherited', ids.hub])
    for (const slug of workspaceLevel) expect(others['not-applicable'].inherited).toContain(`workspace/${slug}`)
    for (const system of ['key', 'key-vault', 'storage', 'container-registry', 'diagnostics', 'metadata']) {
      expect(findings.filter(({ check }) => check.startsWith(`${system}/`))).toEqual([])
    }
  })

  it('of a hub that cannot be read is unknown for its reason, and what it names itself is judged', () => {
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

  it('has endpoints, computes, datastores and connections of its own', () => {
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

  it('has scratch disks as the flag of its hub says', () => {
    for (const id of ['compute/scratch-disk', 'endpoint/scratch-disk']) {
      const of = (hbiWorkspace: unknown) =>
        together(having.everything, having.project, { hub: { properties: { hbiWorkspace } } })
      expect(said(id, of(true))).toBe('pass')
      expect(said(id, of(false))).toBe('fail')
      expect(said(id, together(of(true), { hide: { hub: 'timeout' } }))).toBe('unknown timeout')
    }
  })

  it("does not answer for its hub's account, to which its own datastores lead", () => {
    const change = together(having.project, {
      also: ['systemDatastore'],
      systemDatastore: { properties: { accountName: 'sthub' } },
      hubStorage: { properties: { supportsHttpsTrafficOnly: false } },
    })
    expect(judged(change).findings.filter(({ check }) => check.startsWith('storage/'))).toEqual([])
    expect(judged(change).others['not-applicable'].inherited).toContain('storage/secure-transfer')
  })

  it('is the only kind that inherits', () => {
    for (const kind of ['FeatureStore', 'Hub', 'Default', 'Workbench']) {
      expect(judged({ workspace: { kind } }).others['not-applicable'].inherited).toEqual([])
    }
  })
})

it('every check judges what it is about, each once', () => {
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
  for (const estate of [change, hidden]) {
    const all = judged(estate).findings.map(({ check, resource }) => `${check} ${resource.toLowerCase()}`)
    expect(all.length).toBe(new Set(all).size)
  }
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

it('a vault known by its host only is not a subject of its own', () => {
  const elsewhere = judged(having.otherTenant).findings.filter(({ resource }) => resource.includes('kv-elsewhere'))
  expect(elsewhere).toHaveLength(10)
  for (const { check, severity, reason } of elsewhere)
    expect([check.split('/')[0], severity, reason]).toEqual(['key', 'medium', 'not-visible'])
})

describe('a storage account, by its role', () => {
  const slugs = [
    'encryption-at-rest',
    'customer-managed-key',
    'key-auto-rotation',
    'secure-transfer',
    'minimum-tls',
    'file-encryption-in-transit',
    'smb-security',
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
    const ofFiles = slugs.filter((slug) => !['infrastructure-encryption', 'shared-key'].includes(slug))
    const ofDatastore = ofFiles.filter((slug) => !['file-encryption-in-transit', 'smb-security'].includes(slug))
    const ofMetadata = ['customer-managed-key', 'secure-transfer', 'minimum-tls']
    expect(asked('workspace')).toEqual(slugs)
    expect(asked('datastore')).toEqual(ofDatastore)
    expect(asked('datastore', 'files')).toEqual(ofFiles)
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
      expect(failed.filter(({ check }) => check.startsWith('storage/')).map(({ steps }) => steps)).toEqual([[], [], []])
    }
  })
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

it('without a customer-managed key, nothing is asked of one', () => {
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
