import type { CloudResource } from '../estate.ts'
import {
  build,
  displayLocationOf,
  guidOf,
  locationOf,
  type Overrides,
  resourceId,
  type Scope,
  systemData,
} from './build.ts'
import { type KeyReference, keyUri } from './key-vault.ts'

// Example: Microsoft.DocumentDB CosmosDBDatabaseAccountGet.json, its location as people write it
export function cosmosDbAccount(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.DocumentDB/databaseAccounts', name)
  const region = {
    id: `${name}-${locationOf(scope)}`,
    locationName: displayLocationOf(scope),
    documentEndpoint: `https://${name}-${locationOf(scope)}.documents.azure.com:443/`,
    provisioningState: 'Succeeded',
    failoverPriority: 0,
    isZoneRedundant: false,
  }
  const generated = { generationTime: '2025-03-11T08:16:11.4420016Z' }
  const template = {
    id,
    name,
    type: 'Microsoft.DocumentDB/databaseAccounts',
    kind: 'GlobalDocumentDB',
    location: displayLocationOf(scope),
    tags: {},
    systemData: { createdAt: systemData.createdAt },
    identity: { type: 'None' },
    properties: {
      provisioningState: 'Succeeded',
      documentEndpoint: `https://${name}.documents.azure.com:443/`,
      publicNetworkAccess: 'Enabled',
      enableAutomaticFailover: false,
      enableMultipleWriteLocations: false,
      isVirtualNetworkFilterEnabled: false,
      virtualNetworkRules: [],
      disableKeyBasedMetadataWriteAccess: false,
      enableFreeTier: false,
      enableAnalyticalStorage: false,
      analyticalStorageConfiguration: { schemaType: 'WellDefined' },
      instanceId: guidOf(`${id}/instance`),
      createMode: 'Default',
      databaseAccountOfferType: 'Standard',
      defaultIdentity: 'FirstPartyIdentity',
      networkAclBypass: 'None',
      disableLocalAuth: false,
      enablePartitionMerge: false,
      minimalTlsVersion: 'Tls12',
      consistencyPolicy: { defaultConsistencyLevel: 'Session', maxIntervalInSeconds: 5, maxStalenessPrefix: 100 },
      writeLocations: [region],
      readLocations: [region],
      locations: [region],
      failoverPolicies: [{ id: region.id, locationName: region.locationName, failoverPriority: 0 }],
      cors: [],
      capabilities: [],
      ipRules: [],
      backupPolicy: {
        type: 'Periodic',
        periodicModeProperties: {
          backupIntervalInMinutes: 240,
          backupRetentionIntervalInHours: 8,
          backupStorageRedundancy: 'Geo',
        },
      },
      networkAclBypassResourceIds: [],
      keysMetadata: {
        primaryMasterKey: generated,
        secondaryMasterKey: generated,
        primaryReadonlyMasterKey: generated,
        secondaryReadonlyMasterKey: generated,
      },
    },
  }
  return build(template, overrides)
}

/** Cosmos DB names the key without its version, and tells the version in use beside it. */
export const cosmosDbKey = (key: KeyReference) => ({
  properties: { keyVaultKeyUri: keyUri(key), keyVaultKeyUriVersion: key.version, customerManagedKeyStatus: '' },
})

// Example: Microsoft.Search SearchCreateOrUpdateService.json, its location as people write it
export function searchService(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.Search/searchServices', name),
    name,
    type: 'Microsoft.Search/searchServices',
    location: displayLocationOf(scope),
    tags: {},
    sku: { name: 'standard' },
    systemData,
    properties: {
      replicaCount: 1,
      partitionCount: 1,
      endpoint: `https://${name}.search.windows.net`,
      hostingMode: 'Default',
      computeType: 'Default',
      publicNetworkAccess: 'Enabled',
      networkRuleSet: { ipRules: [], bypass: 'None' },
      encryptionWithCmk: { enforcement: 'Unspecified', encryptionComplianceStatus: 'Compliant' },
      disableLocalAuth: false,
      authOptions: { apiKeyOnly: {} },
      dataExfiltrationProtections: [],
      semanticSearch: 'disabled',
      status: 'running',
      statusDetails: '',
      provisioningState: 'Succeeded',
      privateEndpointConnections: [],
      sharedPrivateLinkResources: [],
      eTag: '"0x8DD60C9B1F5A3E2"',
      upgradeAvailable: 'notAvailable',
      serviceUpgradedAt: '2025-03-11T08:16:40Z',
    },
  }
  return build(template, overrides)
}

/** The service refuses to hold anything that no customer-managed key encrypts. */
export const searchEnforcesKeys = {
  properties: { encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'Compliant' } },
}
