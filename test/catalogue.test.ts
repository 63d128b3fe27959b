import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { report } from '../src/assess.ts'
import { checklist } from '../src/checklist/index.ts'
import { type Change, evidenceOf, ids, outcomes, policyOf } from './checklist/builder.ts'
import { scenes } from './checklist/scenes.ts'

const published: Record<string, string[]> = {
  workspace: [
    'customer-managed-key',
    'cmk-architecture',
    'cmk-vault-subscription',
    'cmk-vault-region',
    'cmk-key-reference',
    'high-business-impact',
    'scratch-disk-in-force',
    'managed-identity',
  ],
  key: [
    'readable',
    'enabled',
    'validity',
    'type',
    'size',
    'operations',
    'expiry-set',
    'rotation-policy',
    'age',
    'current-version',
  ],
  'key-vault': [
    'purge-protection',
    'soft-delete',
    'rbac-authorization',
    'exists',
    'trusted-services',
    'workspace-access',
    'cmk-access',
    'least-privilege',
    'separation',
    'hsm-backed',
  ],
  storage: [
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
    'encryption-scopes',
  ],
  'container-registry': ['customer-managed-key', 'admin-user', 'exists', 'premium-sku', 'key-auto-rotation'],
  diagnostics: ['workspace-based', 'customer-managed-key', 'double-encryption', 'query-encryption'],
  metadata: ['resource-group', 'cosmos-cmk', 'search-cmk', 'same-key'],
  datastore: ['protocol', 'unsupported', 'credentials'],
  compute: [
    'os-disk',
    'scratch-disk',
    'instance-for-development',
    'production-training',
    'ephemeral-nodes',
    'remote-login',
    'local-auth',
  ],
  kubernetes: [
    'disk-cmk',
    'disk-encryption-set',
    'host-encryption',
    'version',
    'etcd-encryption',
    'scoring-tls',
    'extension-tls',
    'production-inference',
  ],
  databricks: ['dbfs-cmk', 'managed-services-cmk', 'managed-disk-cmk', 'infrastructure-encryption', 'premium-sku'],
  'container-instance': ['legacy-service', 'scoring-tls', 'customer-managed-key'],
  'virtual-machine': ['disk-encryption'],
  hdinsight: ['disk-cmk', 'host-encryption', 'in-transit', 'minimum-tls'],
  endpoint: ['scoring-tls', 'auth-mode', 'scratch-disk'],
  secrets: [
    'job-environment',
    'deployment-environment',
    'schedule-environment',
    'compute-environment',
    'job-names',
    'system-datastores',
    'connections',
  ],
  provider: ['registration'],
  platform: [
    'internal-tls',
    'metadata-encryption',
    'diagnostic-data',
    'scratch-disk-cleanup',
    'credential-passing',
    'image-encryption',
    'automl-data',
    'ssh-keys',
  ],
}
const systems = Object.keys(published)

/** Nothing to be said for all failures alike: the platform guarantees it, nothing shows it, or the resource is Microsoft's to run. */
const noRemedy = [
  'workspace/cmk-architecture',
  'workspace/scratch-disk-in-force',
  'storage/encryption-at-rest',
  // what is to be granted comes with the failure
  'key-vault/workspace-access',
  'key-vault/cmk-access',
  'storage/cmk-access',
  'metadata/search-cmk',
  'metadata/same-key',
  'datastore/unsupported',
  'compute/os-disk',
  'compute/instance-for-development',
  'compute/production-training',
  'kubernetes/production-inference',
  ...(published.platform ?? []).map((slug) => `platform/${slug}`),
]

it('holds every published check exactly once', () => {
  const expected = Object.entries(published).flatMap(([system, slugs]) => slugs.map((slug) => `${system}/${slug}`))
  expect(checklist.map(({ id }) => id).sort()).toEqual(expected.sort())
})

it.each(systems)('%s: an id is its file and its export', async (system) => {
  const exported: Record<string, { id: string }> = await import(`../src/checklist/${system}.ts`)
  for (const [name, { id }] of Object.entries(exported)) {
    expect(id).toBe(`${system}/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
  }
  expect(Object.keys(exported)).toHaveLength(published[system]?.length ?? 0)
})

const tables = readdirSync(new URL('checklist/', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(`checklist/${name}`, import.meta.url), 'utf8'))
  .join('\n')

describe.each(checklist.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('says what it is', () => {
    expect(check.title).toMatch(/^[A-Z].*[^.]$/)
    expect(check.failed).toMatch(/^[A-Z].{9,59}(?<!\.)$/)
    expect(check.failed).not.toBe(check.title)
    expect(check.why).toMatch(/^[A-Z].*\.$/)
    expect(check.why.length).toBeGreaterThan(20)
    for (const prose of [check.passes, check.fails, check.cannotTell]) expect(prose).toMatch(/^[A-Z`].*\.$/)
    expect(check.policy ?? 'None (00000000-0000-4000-8000-000000000000)').toMatch(/^([^;]+ \([0-9a-f-]{36}\)(; |$))+$/)
    expect(check.benchmark ?? 'DP-5').toMatch(/^(DP|IM|PA)-\d$/)
    expect(check.benchmark === undefined || check.policy !== undefined).toBe(true)
    expect(check.reference).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[\w/-]+$/)
    expect(check.rows.length).toBeGreaterThan(0)
    for (const row of check.rows) expect(row).toMatch(/^S(0[1-9]|[1-3]\d|4[0-6])$/)
  })

  it('has a severity in both profiles', () => {
    const severities = ['high', 'medium', 'low', 'info']
    for (const profile of ['baseline', 'cmk-required'] as const) {
      if (typeof check.severity === 'object') expect(severities).toContain(check.severity[profile])
      for (const outcome of outcomes(id, {}, profile))
        if (outcome.subject) expect(severities).toContain(outcome.severity)
    }
  })

  it('has a remedy, or nothing can be done', () => {
    expect(check.remedy === undefined).toBe(noRemedy.includes(id))
  })

  it('has a table of cases', () => {
    const named = tables.includes(`cases('${id}'`) || new RegExp(`for \\(const id of \\[[^\\]]*'${id}'`).test(tables)
    expect(named).toBe(true)
  })
})

it.each(Object.entries(scenes))('%s: what is kept of resources is all that the checks read', (_name, scene) => {
  for (const profile of ['baseline', 'cmk-required'] as const) {
    const judged = (change: Change) => report(evidenceOf(change), ids.workspace, policyOf(profile))
    expect(judged(scene)).toEqual(judged({ ...scene, whole: true }))
  }
})
