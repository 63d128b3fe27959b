import type { CloudResource } from '../estate.ts'
import {
  clusterKey,
  component,
  containerRegistry,
  fileService,
  hardenedFiles,
  hardenedStorage,
  type KeyReference,
  keyVault,
  linkedTo,
  logAnalyticsCluster,
  logAnalyticsWorkspace,
  type Overrides,
  principalOf,
  registryKey,
  roleAssignment,
  roles,
  type Scope,
  serviceSideKey,
  storageAccount,
  storageKey,
  subscriptionSideKey,
  systemDatastores,
  systemPrincipalOf,
  userAssigned,
  userAssignedIdentity,
  uses,
  workspace,
} from '../templates.ts'
import { cryptoUser, metadataGroup, vaultWithKey } from './parts.ts'

interface Options {
  scope: Scope
  /** what all names carry: `fraud` gives `mlw-fraud`, `stfraud`, `kv-fraud-cmk` */
  stem: string
  /** at the end of the names that are not a vault's: `prod` gives `mlw-fraud-prod`, `stfraudprod` */
  stage?: string
  now: number
  logs: CloudResource
  architecture?: 'subscription-side' | 'service-side'
  /** the key of the storage account; the workspace's when absent */
  storageKey?: KeyReference
  overrides?: Overrides
}

/** A dedicated Log Analytics cluster under a customer-managed key, and a workspace linked to it. */
export function monitoring(scope: Scope, stem: string, now: number) {
  const vault = vaultWithKey(scope, `kv-${stem}-cmk`, `cmk-${stem}`, now)
  const cluster = logAnalyticsCluster(scope, `lac-${stem}`, clusterKey(vault.key))
  const logs = logAnalyticsWorkspace(scope, `law-${stem}`, linkedTo(cluster))
  const access = cryptoUser(vault.vault.id, systemPrincipalOf(cluster))
  return { cluster, logs, vault: vault.vault, resources: [...vault.resources, cluster, logs, access] }
}

const withIdentity = (identity: CloudResource) => ({
  identity: { ...userAssigned(identity), type: 'SystemAssigned, UserAssigned' },
  properties: { primaryUserAssignedIdentity: identity.id, hbiWorkspace: true, systemDatastoresAuthMode: 'identity' },
})

/** An account that has all that accounts can have. */
export function encryptedStorage(scope: Scope, name: string, key: KeyReference, identity: CloudResource) {
  const access = {
    identity: userAssigned(identity),
    properties: { encryption: { identity: { userAssignedIdentity: identity.id } } },
  }
  return storageAccount(scope, name, hardenedStorage, storageKey(key), access)
}

function workspaceKey({ scope, architecture }: Options, name: string, key: KeyReference, identity: CloudResource) {
  if (architecture === 'service-side') return { overrides: serviceSideKey(key, identity), resources: [] }
  const group = metadataGroup(scope, name, key)
  return { overrides: subscriptionSideKey(key, group.name, identity), resources: group.resources }
}

/** A workspace and all that it uses, every part as `cmk-required` wants it. */
export function encryptedWorkspace(options: Options) {
  const { scope, stem, now } = options
  const staged = [stem, options.stage].filter(Boolean).join('-')
  const plain = staged.replaceAll('-', '')
  const identity = userAssignedIdentity(scope, `id-${stem}`)
  const keys = vaultWithKey(scope, `kv-${stem}-cmk`, `cmk-${stem}`, now)
  const accountKey = options.storageKey ?? keys.key
  const parts = {
    keyVault: keyVault(scope, `kv-${stem}`),
    storageAccount: encryptedStorage(scope, `st${plain}`, accountKey, identity),
    containerRegistry: containerRegistry(scope, `cr${plain}`, registryKey(keys.key, identity)),
    applicationInsights: component(scope, `appi-${staged}`, options.logs),
  }
  const key = workspaceKey(options, `mlw-${staged}`, keys.key, identity)
  const machineLearning = workspace(
    scope,
    `mlw-${staged}`,
    uses(parts),
    withIdentity(identity),
    key.overrides,
    options.overrides ?? {},
  )
  const datastores = systemDatastores(machineLearning, parts.storageAccount, 'None')
  const vaults = [...new Set([keys.key.vaultId, accountKey.vaultId])]
  const access = [
    roleAssignment(parts.keyVault.id, roles.keyVaultAdministrator, principalOf(identity)),
    ...vaults.map((id) => cryptoUser(id, principalOf(identity))),
  ]
  return {
    ...parts,
    workspace: machineLearning,
    identity,
    cmkVault: keys.vault,
    key: keys.key,
    resources: [
      machineLearning,
      identity,
      ...keys.resources,
      ...Object.values(parts),
      fileService(parts.storageAccount, hardenedFiles),
      ...key.resources,
      ...datastores,
      ...access,
    ],
  }
}
