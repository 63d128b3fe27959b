import { parseResourceId } from '../evidence/resource-id.ts'
import { aiServicesAccount } from './ai-services.ts'
import { applicationInsights } from './application-insights.ts'
import { mlCompute } from './compute.ts'
import { mlConnection } from './connection.ts'
import { containerGroup } from './container-group.ts'
import { containerRegistry } from './container-registry.ts'
import { cosmosDbAccount } from './cosmos-db.ts'
import { databricksWorkspace } from './databricks.ts'
import { mlDatastore } from './datastore.ts'
import { diskEncryptionSet } from './disk-encryption-set.ts'
import { encryptionScope } from './encryption-scope.ts'
import { batchDeployment, batchEndpoint, onlineDeployment, onlineEndpoint, serverlessEndpoint } from './endpoint.ts'
import { fileService } from './file-service.ts'
import { hdInsightCluster } from './hdinsight.ts'
import { roleAssignment, roleDefinition, userAssignedIdentity } from './identity.ts'
import { mlJob, mlSchedule } from './job.ts'
import { hsmKey, hsmKeyVersion, vaultKey, vaultKeyVersion } from './key.ts'
import { keyVault } from './key-vault.ts'
import { clusterExtension, connectedCluster, managedCluster } from './kubernetes.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from './log-analytics.ts'
import { managedHsm } from './managed-hsm.ts'
import { permission } from './permission.ts'
import { searchService } from './search-service.ts'
import { storageAccount } from './storage-account.ts'
import { resourceGroup, resourceProvider, subscription } from './subscription.ts'
import type { Property, ResourceType } from './type.ts'
import { virtualMachine } from './virtual-machine.ts'
import { webService } from './web-service.ts'
import { mlWorkspace } from './workspace.ts'

/** Every type that the action reads, by its name in lower case. */
export const resourceTypes: Record<string, ResourceType> = Object.fromEntries(
  [
    mlWorkspace,
    storageAccount,
    keyVault,
    managedHsm,
    vaultKey,
    vaultKeyVersion,
    hsmKey,
    hsmKeyVersion,
    containerRegistry,
    applicationInsights,
    logAnalyticsWorkspace,
    logAnalyticsCluster,
    cosmosDbAccount,
    searchService,
    userAssignedIdentity,
    roleAssignment,
    permission,
    roleDefinition,
    mlCompute,
    mlDatastore,
    mlConnection,
    onlineEndpoint,
    onlineDeployment,
    batchEndpoint,
    batchDeployment,
    serverlessEndpoint,
    mlJob,
    mlSchedule,
    webService,
    managedCluster,
    connectedCluster,
    clusterExtension,
    diskEncryptionSet,
    virtualMachine,
    databricksWorkspace,
    hdInsightCluster,
    containerGroup,
    aiServicesAccount,
    encryptionScope,
    fileService,
    resourceGroup,
    subscription,
    resourceProvider,
  ].map(({ type, about }) => [type, about]),
)

/** The type of what an id names, in lower case; null for what is not the id of a resource. */
export function typeOf(id: string): string | null {
  return parseResourceId(id)?.type ?? typeOfId(id)
}

/** Of ids of their own shape: of subscriptions, groups, providers and roles. */
export function typeOfId(id: string): string | null {
  const lower = id.toLowerCase()
  if (/^\/subscriptions\/[^/]+$/.test(lower)) return subscription.type
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(lower)) return resourceGroup.type
  if (/^\/subscriptions\/[^/]+\/providers\/[^/]+$/.test(lower)) return resourceProvider.type
  if (/^\/providers\/microsoft\.authorization\/roledefinitions\/[^/]+$/.test(lower)) return roleDefinition.type
  return null
}

/** The type of what is followed by this property, where what it names is of another one. */
export function missedType(type: string, property: Property, id: string): string | null {
  const link = resourceTypes[type]?.links.find((each) => each.property === property)
  const followed = link?.isRead === false || link?.inFreeText ? undefined : link?.type
  if (followed === undefined) return null
  const named = parseResourceId(id)?.type
  return named !== undefined && named !== followed ? followed : null
}
