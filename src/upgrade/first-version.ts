/** The checks of version 1.0.0, whose published reports leave out the names of those that passed. */
const slugs: Record<string, string> = {
  compute: 'ephemeral-nodes instance-for-development local-auth os-disk production-training remote-login scratch-disk',
  'container-instance': 'customer-managed-key legacy-service scoring-tls',
  'container-registry': 'admin-user customer-managed-key exists key-auto-rotation premium-sku',
  databricks: 'dbfs-cmk infrastructure-encryption managed-disk-cmk managed-services-cmk premium-sku',
  datastore: 'credentials protocol unsupported',
  diagnostics: 'customer-managed-key double-encryption query-encryption workspace-based',
  endpoint: 'auth-mode scoring-tls scratch-disk',
  hdinsight: 'disk-cmk host-encryption in-transit minimum-tls',
  'key-vault':
    'cmk-access exists hsm-backed least-privilege purge-protection rbac-authorization separation soft-delete trusted-services workspace-access',
  key: 'age current-version enabled expiry-set operations readable rotation-policy size type validity',
  kubernetes:
    'disk-cmk disk-encryption-set etcd-encryption extension-tls host-encryption production-inference scoring-tls version',
  metadata: 'cosmos-cmk resource-group same-key search-cmk',
  platform:
    'automl-data credential-passing diagnostic-data image-encryption internal-tls metadata-encryption scratch-disk-cleanup ssh-keys',
  provider: 'registration',
  secrets:
    'compute-environment connections deployment-environment job-environment job-names schedule-environment system-datastores',
  storage:
    'cmk-access customer-managed-key encryption-at-rest encryption-scopes exists infrastructure-encryption key-auto-rotation minimum-tls queue-table-key secure-transfer shared-key',
  'virtual-machine': 'disk-encryption',
  workspace:
    'cmk-architecture cmk-key-reference cmk-vault-region cmk-vault-subscription customer-managed-key high-business-impact managed-identity scratch-disk-in-force',
}

export const checksOfFirstVersion: readonly string[] = Object.entries(slugs).flatMap(([system, all]) =>
  all.split(' ').map((slug) => `${system}/${slug}`),
)

/**
 * Those that passed by less than later versions want to know: conditions of role assignments, what a role allows, and the
 * variables of container groups.
 */
export const decidedByLess: ReadonlySet<string> = new Set([
  'key-vault/workspace-access',
  'key-vault/cmk-access',
  'storage/cmk-access',
  'secrets/deployment-environment',
])
