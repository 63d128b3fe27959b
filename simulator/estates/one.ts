import type { Estate } from '../estate.ts'
import { change, shortened } from '../templates.ts'
import { encryptedComputes, ownDatastores, quietContents } from './attached.ts'
import { encryptedStorage, encryptedWorkspace, monitoring } from './encrypted.ts'
import { estateOf, resourceOf, subscriptionIds, vaultWithKey } from './parts.ts'

const scope = { subscriptionId: subscriptionIds.production, resourceGroup: 'rg-one' }
const platform = { subscriptionId: subscriptionIds.platform, resourceGroup: 'rg-platform' }

function content(now: number) {
  const keys = vaultWithKey(platform, 'kv-storage-cmk', 'cmk-storage', now)
  const logs = monitoring(platform, 'platform', now)
  const one = encryptedWorkspace({ scope, stem: 'one', now, logs: logs.logs, storageKey: keys.key })
  const computes = encryptedComputes(one.workspace, scope, 'one', one)
  const data = encryptedStorage(platform, 'stonedata', one.key, one.identity)
  const attached = [
    ...computes.resources,
    ...quietContents(one.workspace, 'one', computes.inference),
    data,
    ...ownDatastores(one.workspace, data),
  ]
  return { keys, logs, one, data, attached }
}

const { keys, logs, one, data } = content(0)

export const oneIds = {
  workspace: one.workspace.id,
  storageAccount: one.storageAccount.id,
  keyVault: one.keyVault.id,
  containerRegistry: one.containerRegistry.id,
  applicationInsights: one.applicationInsights.id,
  logAnalyticsWorkspace: logs.logs.id,
  logAnalyticsCluster: logs.cluster.id,
  clusterVault: logs.vault.id,
  cmkVault: one.cmkVault.id,
  key: `${one.cmkVault.id}/keys/${one.key.name}`,
  storageVault: keys.vault.id,
  storageKey: `${keys.vault.id}/keys/${keys.key.name}`,
  identity: one.identity.id,
  dataAccount: data.id,
  legacyCompute: `${one.workspace.id}/computes/aks-legacy`,
}

/**
 * One workspace with every link there is and everything attached that can be, all of it as it should be; its storage
 * account's key and one of its data accounts lie in another subscription.
 */
export function oneEstate(now = Date.now()): Estate {
  const { keys, logs, one, attached } = content(now)
  const estate = estateOf({
    subscriptions: [
      {
        id: scope.subscriptionId,
        name: 'contoso-ml-production',
        managementGroups: ['contoso', 'contoso-landing-zones'],
      },
      { id: platform.subscriptionId, name: 'contoso-platform', managementGroups: ['contoso', 'contoso-platform'] },
    ],
    resources: [...one.resources, ...keys.resources, ...logs.resources, ...attached],
  })
  // Azure's own example of the list leaves out what is particular to this compute
  const { properties } = shortOf(estate)
  const legacy = estate.entries.find(({ resource }) => resource.id === oneIds.legacyCompute)
  if (legacy) legacy.listed = { properties }
  return estate
}

function shortOf(estate: Estate) {
  return change(structuredClone(resourceOf(estate, oneIds.legacyCompute)), shortened)
}
