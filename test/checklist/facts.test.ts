import { describe, expect, it } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'

/** The rows of the guidance that each check answers, and what can only be chosen at creation. */
const facts: Record<string, [rows: string, 'at creation'?]> = {
  'workspace/customer-managed-key': ['S18 S20', 'at creation'],
  'workspace/cmk-architecture': ['S18 S22 S23'],
  'workspace/cmk-vault-subscription': ['S21', 'at creation'],
  'workspace/cmk-vault-region': ['S21', 'at creation'],
  'workspace/cmk-key-reference': ['S20'],
  'workspace/high-business-impact': ['S04 S05 S43', 'at creation'],
  'workspace/scratch-disk-in-force': ['S06'],
  'workspace/managed-identity': ['S46'],
  'key/readable': ['S15 S20'],
  'key/enabled': ['S15 S24'],
  'key/validity': ['S15'],
  'key/type': ['S20'],
  'key/size': ['S20'],
  'key/operations': ['S20'],
  'key/expiry-set': ['S15'],
  'key/rotation-policy': ['S15'],
  'key/age': ['S15'],
  'key/current-version': ['S15 S24'],
  'key-vault/exists': ['S44'],
  'key-vault/purge-protection': ['S20 S44'],
  'key-vault/soft-delete': ['S44'],
  'key-vault/rbac-authorization': ['S44 S46'],
  'key-vault/trusted-services': ['S15'],
  'key-vault/workspace-access': ['S44 S46'],
  'key-vault/cmk-access': ['S20 S46'],
  'key-vault/least-privilege': ['S46'],
  'key-vault/separation': ['S22', 'at creation'],
  'key-vault/hsm-backed': ['S20'],
  'storage/exists': ['S11 S14'],
  'storage/encryption-at-rest': ['S11 S12 S14'],
  'storage/customer-managed-key': ['S13 S14 S18'],
  'storage/key-auto-rotation': ['S15'],
  'storage/cmk-access': ['S13'],
  'storage/queue-table-key': ['S13', 'at creation'],
  'storage/infrastructure-encryption': ['S12', 'at creation'],
  'storage/secure-transfer': ['S38'],
  'storage/minimum-tls': ['S38'],
  'storage/shared-key': ['S16'],
  'storage/encryption-scopes': ['S13'],
  'container-registry/exists': ['S28'],
  'container-registry/customer-managed-key': ['S25 S26', 'at creation'],
  'container-registry/key-auto-rotation': ['S15'],
  'container-registry/premium-sku': ['S26'],
  'container-registry/admin-user': ['S27 S44'],
  'diagnostics/workspace-based': ['S36'],
  'diagnostics/customer-managed-key': ['S36'],
  'diagnostics/double-encryption': ['S36', 'at creation'],
  'diagnostics/query-encryption': ['S36'],
  'metadata/resource-group': ['S18'],
  'metadata/cosmos-cmk': ['S18 S24'],
  'metadata/search-cmk': ['S18 S23'],
  'metadata/same-key': ['S23'],
  'datastore/protocol': ['S38'],
  'datastore/unsupported': ['S14'],
  'datastore/credentials': ['S44 S16'],
  'compute/os-disk': ['S32'],
  'compute/scratch-disk': ['S33 S10', 'at creation'],
  'compute/instance-for-development': ['S03'],
  'compute/production-training': ['S01'],
  'compute/ephemeral-nodes': ['S32'],
  'compute/remote-login': ['S45', 'at creation'],
  'compute/local-auth': ['S45', 'at creation'],
  'kubernetes/disk-cmk': ['S30 S31', 'at creation'],
  'kubernetes/disk-encryption-set': ['S30'],
  'kubernetes/host-encryption': ['S30 S33', 'at creation'],
  'kubernetes/version': ['S31'],
  'kubernetes/etcd-encryption': ['S30'],
  'kubernetes/scoring-tls': ['S39'],
  'kubernetes/extension-tls': ['S39'],
  'kubernetes/production-inference': ['S02'],
  'databricks/dbfs-cmk': ['S34'],
  'databricks/managed-services-cmk': ['S34'],
  'databricks/managed-disk-cmk': ['S34'],
  'databricks/infrastructure-encryption': ['S34', 'at creation'],
  'databricks/premium-sku': ['S34'],
  'container-instance/legacy-service': ['S29'],
  'container-instance/scoring-tls': ['S39'],
  'container-instance/customer-managed-key': ['S29', 'at creation'],
  'virtual-machine/disk-encryption': ['S45'],
  'hdinsight/disk-cmk': ['S45', 'at creation'],
  'hdinsight/host-encryption': ['S45', 'at creation'],
  'hdinsight/in-transit': ['S45', 'at creation'],
  'hdinsight/minimum-tls': ['S45', 'at creation'],
  'endpoint/scoring-tls': ['S39'],
  'endpoint/auth-mode': ['S39'],
  'endpoint/scratch-disk': ['S33', 'at creation'],
  'secrets/job-environment': ['S41'],
  'secrets/deployment-environment': ['S41'],
  'secrets/schedule-environment': ['S41'],
  'secrets/compute-environment': ['S41'],
  'secrets/job-names': ['S42'],
  'secrets/system-datastores': ['S16 S44'],
  'secrets/connections': ['S41 S44'],
  'provider/registration': ['S19'],
  'platform/internal-tls': ['S37'],
  'platform/metadata-encryption': ['S17'],
  'platform/diagnostic-data': ['S05 S40 S43'],
  'platform/scratch-disk-cleanup': ['S07'],
  'platform/credential-passing': ['S08'],
  'platform/image-encryption': ['S25'],
  'platform/automl-data': ['S35'],
  'platform/ssh-keys': ['S45'],
}

it('knows every check', () => {
  expect(checklist.map(({ id }) => id).sort()).toEqual(Object.keys(facts).sort())
})

describe.each(checklist.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const [rows, atCreation] = facts[id] ?? []

  it('answers its rows', () => {
    expect(check.rows.join(' ')).toBe(rows)
  })

  it('says when it is too late', () => {
    expect(check.creationOnly === true).toBe(atCreation !== undefined)
  })

  it('has a page that it stands on', () => {
    expect(check.reference).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[\w/-]+$/)
  })

  it('speaks to people', () => {
    for (const text of [check.title, check.why, check.passes, check.fails, check.cannotTell])
      expect(text).toMatch(/^[A-Z].+$/)
  })

  it('is grave to a degree', () => {
    const { severity } = check
    const given = typeof severity === 'function' ? [] : Object.values(severity)
    expect(['high', 'medium', 'low', 'info']).toEqual(expect.arrayContaining(given))
  })
})
