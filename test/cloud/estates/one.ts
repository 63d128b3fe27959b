import type { Estate } from '../estate.ts'
import { encryptedWorkspace, monitoring } from './encrypted.ts'
import { estateOf, subscriptionIds, vaultWithKey } from './parts.ts'

const scope = { subscriptionId: subscriptionIds.production, resourceGroup: 'rg-one' }
const platform = { subscriptionId: subscriptionIds.platform, resourceGroup: 'rg-platform' }

function content(now: number) {
  const keys = vaultWithKey(platform, 'kv-storage-cmk', 'cmk-storage', now)
  const logs = monitoring(platform, 'platform', now)
  const one = encryptedWorkspace({ scope, stem: 'one', now, logs: logs.logs, storageKey: keys.key })
  return { keys, logs, one }
}

const { keys, logs, one } = content(0)

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
}

/** One workspace with every link there is, all of it as it should be; its storage account's key lies in another subscription. */
export function oneEstate(now = Date.now()): Estate {
  const { keys, logs, one } = content(now)
  return estateOf({
    subscriptions: [
      {
        id: scope.subscriptionId,
        name: 'contoso-ml-production',
        managementGroups: ['contoso', 'contoso-landing-zones'],
      },
      { id: platform.subscriptionId, name: 'contoso-platform', managementGroups: ['contoso', 'contoso-platform'] },
    ],
    resources: [...one.resources, ...keys.resources, ...logs.resources],
  })
}
