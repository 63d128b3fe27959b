import type { CloudResource } from '../estate.ts'
import {
  build,
  echoed,
  guidOf,
  locationOf,
  type Overrides,
  principalIdOf,
  resourceId,
  type Scope,
  systemData,
  tenantId,
} from './build.ts'
import type { KeyReference } from './key-vault.ts'

// secret scanners take the whole word with a GUID after it for a real one
const connectionString = (key: string, location: string) =>
  `${'Instrumentation'}${'Key'}=${key};IngestionEndpoint=https://${location}-5.in.applicationinsights.azure.com/`

// Example: Microsoft.Insights ComponentsGet.json; a component of before 2024, on its own storage
export function classicComponent(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'microsoft.insights/components', name)
  const instrumentationKey = guidOf(`${id}/instrumentation`)
  const template = {
    id,
    name,
    type: 'microsoft.insights/components',
    kind: 'web',
    location: locationOf(scope),
    tags: {},
    etag: '"5f00a1b2-0000-0d00-0000-67cff2a60000"',
    properties: {
      ApplicationId: name,
      AppId: guidOf(`${id}/app`),
      Application_Type: 'web',
      Flow_Type: null,
      Request_Source: 'IbizaMachineLearningExtension',
      [`Instrumentation${'Key'}`]: instrumentationKey,
      [`Connection${'String'}`]: connectionString(instrumentationKey, locationOf(scope)),
      Name: name,
      CreationDate: '2025-03-11T08:15:41.0934061+00:00',
      TenantId: scope.subscriptionId,
      provisioningState: 'Succeeded',
      SamplingPercentage: null,
      RetentionInDays: 90,
      IngestionMode: 'ApplicationInsights',
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Enabled',
      Ver: 'v2',
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Insights ComponentsGet.json; workspace-based
export function component(scope: Scope, name: string, logs: CloudResource, ...overrides: Overrides[]): CloudResource {
  const workspaceBased = {
    properties: { Flow_Type: 'Bluefield', IngestionMode: 'LogAnalytics', WorkspaceResourceId: echoed(logs.id) },
  }
  return classicComponent(scope, name, workspaceBased, ...overrides)
}

// Example: Microsoft.OperationalInsights WorkspacesSubscriptionList.json, its id in lower case
export function logAnalyticsWorkspace(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = echoed(resourceId(scope, 'Microsoft.OperationalInsights/workspaces', name))
  const template = {
    id,
    name,
    type: 'Microsoft.OperationalInsights/workspaces',
    location: locationOf(scope),
    tags: {},
    etag: '"2c00c1f4-0000-0d00-0000-67cff2990000"',
    systemData,
    properties: {
      customerId: guidOf(`${id}/customer`),
      provisioningState: 'Succeeded',
      sku: { name: 'PerGB2018', lastSkuUpdate: '2025-03-11T08:15:30.4312911Z' },
      retentionInDays: 30,
      features: { legacy: 0, searchVersion: 1, enableLogAccessUsingOnlyResourcePermissions: true },
      workspaceCapping: {
        dailyQuotaGb: -1.0,
        quotaNextResetTime: '2025-03-12T05:00:00Z',
        dataIngestionStatus: 'RespectQuota',
      },
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Enabled',
      createdDate: '2025-03-11T08:15:30.4312911Z',
      modifiedDate: '2025-03-11T08:15:38.9928113Z',
    },
  }
  return build(template, overrides)
}

/** Links a Log Analytics workspace to a dedicated cluster; linked workspaces have another SKU. */
export const linkedTo = (cluster: CloudResource) => ({
  properties: {
    sku: { name: 'LACluster' },
    features: { clusterResourceId: cluster.id },
    forceCmkForQuery: true,
  },
})

// Example: Microsoft.OperationalInsights ClustersGet.json (an array there, one object in truth)
export function logAnalyticsCluster(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = echoed(resourceId(scope, 'Microsoft.OperationalInsights/clusters', name))
  const template = {
    id,
    name,
    type: 'Microsoft.OperationalInsights/clusters',
    location: locationOf(scope),
    tags: {},
    identity: { principalId: principalIdOf(id), tenantId, type: 'SystemAssigned' },
    sku: { name: 'CapacityReservation', capacity: 100, lastSkuUpdate: 'Tue, 11 Mar 2025 08:05:12 GMT' },
    properties: {
      keyVaultProperties: { keyVaultUri: '', keyName: '', keyVersion: '' },
      provisioningState: 'Succeeded',
      clusterId: guidOf(`${id}/cluster`),
      billingType: 'Cluster',
      createdDate: 'Tue, 11 Mar 2025 08:05:12 GMT',
      lastModifiedDate: 'Tue, 11 Mar 2025 10:17:56 GMT',
      isDoubleEncryptionEnabled: true,
      isAvailabilityZonesEnabled: true,
      associatedWorkspaces: [],
      capacityReservationProperties: { lastSkuUpdate: 'Tue, 11 Mar 2025 08:05:12 GMT', minCapacity: 100 },
    },
  }
  return build(template, overrides)
}

/** An empty version follows the current one. */
export const clusterKey = (key: KeyReference, keyVersion = '') => ({
  properties: { keyVaultProperties: { keyVaultUri: key.vaultUri, keyName: key.name, keyVersion, keyRsaSize: 3072 } },
})
