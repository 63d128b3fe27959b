import type { CloudResource, Estate } from '../estate.ts'
import {
  aksService,
  blobDatastore,
  bringYourOwnKey,
  change,
  component,
  connectedCluster,
  containerGroup,
  containerGroupKey,
  containerInstanceService,
  cosmosDbAccount,
  cosmosDbKey,
  credentials,
  encryptionScope,
  encryptionScopeKey,
  type KeyReference,
  keyVault,
  keyVersion,
  kubernetesCompute,
  logAnalyticsWorkspace,
  machineLearningExtension,
  managedHsm,
  managedHsmKey,
  principalOf,
  roleAssignment,
  roles,
  searchEnforcesKeys,
  searchService,
  storageAccount,
  storageKey,
  subscriptionSideKey,
  userAssigned,
  userAssignedIdentity,
  uses,
  vaultKeyVersion,
  workspace,
} from '../templates.ts'
import { estateOf, subscriptionIds, vaultWithKey } from './parts.ts'

const scope = { subscriptionId: subscriptionIds.production, resourceGroup: 'rg-rare' }
/** A subscription without workspaces. */
const platform = { subscriptionId: subscriptionIds.platform, resourceGroup: 'rg-rare-logs' }

/** A key in a managed HSM, its current version and the one before. */
function hardware() {
  const hsm = managedHsm(scope, 'hsm-contoso')
  const { hsmUri } = hsm.properties as { hsmUri: string }
  const [earlier, version] = [1, 2].map((number) => keyVersion(hsm, 'cmk-hsm', number)) as [string, string]
  const key: KeyReference = { vaultId: hsm.id, vaultUri: hsmUri, name: 'cmk-hsm', version: earlier }
  return { key, resources: [hsm, managedHsmKey(hsm, 'cmk-hsm', version), versionOf(hsm, earlier)] }
}

function versionOf(hsm: CloudResource, version: string): CloudResource {
  return vaultKeyVersion(hsm, 'cmk-hsm', version, { properties: { kty: 'RSA-HSM' } })
}

/** Stores that were brought along, under a key whose version before last is pinned. */
function stores(now: number) {
  const keys = vaultWithKey(scope, 'kv-rare-cmk', 'cmk-rare', now)
  const earlier = keyVersion(keys.vault, 'cmk-rare', 0)
  const pinned = vaultKeyVersion(keys.vault, 'cmk-rare', earlier)
  const all = {
    cosmosDb: cosmosDbAccount(scope, 'cosmos-rare', cosmosDbKey(keys.key)),
    storageAccount: storageAccount(scope, 'straremetadata', storageKey(keys.key, earlier)),
    search: searchService(scope, 'srch-rare', searchEnforcesKeys),
  }
  return { all, key: keys.key, vault: keys.vault, resources: [...keys.resources, pinned, ...Object.values(all)] }
}

function services(machineLearning: CloudResource, key: KeyReference): CloudResource[] {
  const host = 'rare-scores.westeurope.azurecontainer.io'
  const arc = connectedCluster(scope, 'arc-rare')
  return [
    containerInstanceService(machineLearning, 'rare-scores', host, {
      properties: { scoringUri: `https://${host}/score` },
    }),
    containerGroup(scope, 'rare-scores', host, containerGroupKey(key)),
    aksService(machineLearning, 'rare-legacy'),
    arc,
    machineLearningExtension(arc),
    kubernetesCompute(machineLearning, 'arc-rare', arc),
  ]
}

function content(now: number) {
  const hsm = hardware()
  const metadata = stores(now)
  const identity = userAssignedIdentity(scope, 'id-rare')
  const logs = logAnalyticsWorkspace(platform, 'law-rare')
  const parts = {
    storageAccount: storageAccount(scope, 'strare', storageKey(hsm.key, hsm.key.version)),
    keyVault: keyVault(scope, 'kv-rare'),
    applicationInsights: component(scope, 'appi-rare', logs),
  }
  const machineLearning = workspace(
    scope,
    'mlw-rare',
    uses(parts),
    bringYourOwnKey(metadata.key, metadata.all, identity),
  )
  // Azure does not always repeat the principal of an identity: it is then read itself
  change(machineLearning, {
    identity: { ...userAssigned(identity), userAssignedIdentities: { [identity.id]: {} } },
    properties: { primaryUserAssignedIdentity: identity.id },
  })
  const images = encryptionScope(parts.storageAccount, 'images', encryptionScopeKey(metadata.key))
  const data = storageAccount(scope, 'straredata')
  return [
    machineLearning,
    identity,
    ...hsm.resources,
    ...metadata.resources,
    ...Object.values(parts),
    logs,
    workspace(scope, 'mlw-orphan', uses(parts), subscriptionSideKey(metadata.key, 'azureml-rg-that-is-gone')),
    images,
    data,
    blobDatastore(machineLearning, 'rare-data', data, credentials('None')),
    ...services(machineLearning, metadata.key),
    roleAssignment(metadata.vault.id, roles.keyVaultCryptoServiceEncryptionUser, principalOf(identity)),
    roleAssignment(parts.keyVault.id, roles.keyVaultAdministrator, principalOf(identity)),
  ]
}

/** For a run that names what it looks at. */
export const rareTargets = {
  subscriptions: [scope.subscriptionId, platform.subscriptionId],
  resourceGroups: [{ subscriptionId: platform.subscriptionId, name: platform.resourceGroup }],
}

/**
 * What few have: a managed HSM, stores brought along, versions pinned, encryption scopes, Arc, services of SDK v1, a
 * managed group that somebody deleted.
 */
export function rareEstate(now = Date.now()): Estate {
  return estateOf({
    subscriptions: [
      { id: scope.subscriptionId, name: 'contoso-ml-production', managementGroups: ['contoso'] },
      { id: platform.subscriptionId, name: 'contoso-platform', managementGroups: ['contoso'] },
    ],
    resources: content(now),
  })
}
