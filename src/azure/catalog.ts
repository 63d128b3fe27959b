import { childTypes, computeTypes } from './catalog-children.ts'

/** How one resource type is read. Casing of actions is Azure's; everything is compared without regard to it. */
export interface TypeEntry {
  /** in words, for people */
  label: string
  /** Resource Manager api-versions, best first: the next older one is tried when a cloud does not know one */
  apiVersions: string[]
  /** the action that reads it */
  action: string
  /** what is kept of a resource: every path that a rule or a link reads */
  keep: string[]
  /** paths of the resource ids it refers to */
  links: string[]
  /** its variables are looked through for secrets on arrival, and not kept */
  secrets?: boolean
  /** what a list may leave out; the resource is then read on its own */
  whole?: string
  /** parameters of the request that lists it */
  query?: Record<string, string>
}

const storageKeys = 'properties.encryption.keyvaultproperties'

/** Every type that the action reads, by lower-cased name. */
export const catalog: Record<string, TypeEntry> = {
  'microsoft.machinelearningservices/workspaces': {
    label: 'workspace',
    apiVersions: ['2025-12-01', '2025-06-01', '2024-10-01'],
    action: 'Microsoft.MachineLearningServices/workspaces/read',
    keep: [
      'kind',
      'identity',
      'tags',
      'properties.storageAccount',
      'properties.keyVault',
      'properties.containerRegistry',
      'properties.applicationInsights',
      'properties.hubResourceId',
      'properties.hbiWorkspace',
      'properties.primaryUserAssignedIdentity',
      'properties.serviceProvisionedResourceGroup',
      'properties.enableServiceSideCMKEncryption',
      'properties.systemDatastoresAuthMode',
      'properties.encryption',
    ],
    links: [
      'properties.storageAccount',
      'properties.keyVault',
      'properties.containerRegistry',
      'properties.applicationInsights',
      'properties.hubResourceId',
    ],
  },
  'microsoft.storage/storageaccounts': {
    label: 'storage account',
    apiVersions: ['2025-06-01', '2023-05-01'],
    action: 'Microsoft.Storage/storageAccounts/read',
    keep: [
      'kind',
      'identity',
      'properties.minimumTlsVersion',
      'properties.supportsHttpsTrafficOnly',
      'properties.isNfsV3Enabled',
      'properties.allowSharedKeyAccess',
      'properties.keyPolicy.keyExpirationPeriodInDays',
      'properties.keyCreationTime',
      'properties.encryption.keySource',
      'properties.encryption.requireInfrastructureEncryption',
      'properties.encryption.services.queue.keyType',
      'properties.encryption.services.table.keyType',
      'properties.encryption.identity',
      storageKeys,
    ],
    links: [],
  },
  'microsoft.keyvault/vaults': {
    label: 'key vault',
    apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
    action: 'Microsoft.KeyVault/vaults/read',
    keep: [
      'properties.vaultUri',
      'properties.tenantId',
      'properties.sku.name',
      'properties.enablePurgeProtection',
      'properties.enableSoftDelete',
      'properties.enableRbacAuthorization',
      'properties.accessPolicies',
      'properties.publicNetworkAccess',
      'properties.networkAcls.bypass',
      'properties.networkAcls.defaultAction',
    ],
    links: [],
  },
  'microsoft.keyvault/managedhsms': {
    label: 'managed HSM',
    apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
    action: 'Microsoft.KeyVault/managedHSMs/read',
    keep: [
      'sku.name',
      'properties.hsmUri',
      'properties.tenantId',
      'properties.enablePurgeProtection',
      'properties.enableSoftDelete',
    ],
    links: [],
  },
  ...keyTypes('vaults', 'vault key', 'Microsoft.KeyVault/vaults'),
  ...keyTypes('managedhsms', 'managed HSM key', 'Microsoft.KeyVault/managedHSMs'),
  'microsoft.containerregistry/registries': {
    label: 'container registry',
    apiVersions: ['2023-07-01', '2022-12-01'],
    action: 'Microsoft.ContainerRegistry/registries/read',
    keep: ['sku.name', 'sku.tier', 'properties.adminUserEnabled', 'properties.encryption'],
    links: [],
  },
  'microsoft.insights/components': {
    label: 'Application Insights component',
    apiVersions: ['2020-02-02'],
    action: 'Microsoft.Insights/components/read',
    keep: ['properties.IngestionMode', 'properties.WorkspaceResourceId'],
    links: ['properties.WorkspaceResourceId'],
  },
  'microsoft.operationalinsights/workspaces': {
    label: 'Log Analytics workspace',
    apiVersions: ['2025-07-01', '2022-10-01'],
    action: 'Microsoft.OperationalInsights/workspaces/read',
    keep: ['properties.features.clusterResourceId', 'properties.forceCmkForQuery'],
    links: ['properties.features.clusterResourceId'],
  },
  'microsoft.operationalinsights/clusters': {
    label: 'Log Analytics cluster',
    apiVersions: ['2025-07-01', '2022-10-01'],
    action: 'Microsoft.OperationalInsights/clusters/read',
    keep: ['properties.keyVaultProperties', 'properties.isDoubleEncryptionEnabled'],
    links: [],
  },
  'microsoft.documentdb/databaseaccounts': {
    label: 'Cosmos DB account',
    apiVersions: ['2025-10-15', '2024-11-15', '2023-11-15'],
    action: 'Microsoft.DocumentDB/databaseAccounts/read',
    keep: [
      'properties.keyVaultKeyUri',
      'properties.keyVaultKeyUriVersion',
      'properties.customerManagedKeyStatus',
      'properties.defaultIdentity',
    ],
    links: [],
  },
  'microsoft.search/searchservices': {
    label: 'AI Search service',
    apiVersions: ['2025-05-01', '2023-11-01'],
    action: 'Microsoft.Search/searchServices/read',
    keep: ['properties.encryptionWithCmk'],
    links: [],
  },
  'microsoft.managedidentity/userassignedidentities': {
    label: 'user-assigned identity',
    apiVersions: ['2023-01-31'],
    action: 'Microsoft.ManagedIdentity/userAssignedIdentities/read',
    keep: ['properties.principalId', 'properties.clientId'],
    links: [],
  },
  'microsoft.authorization/roleassignments': {
    label: 'role assignment',
    apiVersions: ['2022-04-01'],
    action: 'Microsoft.Authorization/roleAssignments/read',
    keep: ['properties.principalId', 'properties.roleDefinitionId', 'properties.scope'],
    links: [],
  },
  ...childTypes,
  ...computeTypes,
  'microsoft.resources/subscriptions/resourcegroups': {
    label: 'resource group',
    apiVersions: ['2021-04-01'],
    action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
    keep: [],
    links: [],
  },
  'microsoft.resources/subscriptions': {
    label: 'subscription',
    apiVersions: ['2022-12-01'],
    action: 'Microsoft.Resources/subscriptions/read',
    keep: [],
    links: [],
  },
  'microsoft.resources/subscriptions/providers': {
    label: 'resource provider',
    apiVersions: ['2021-04-01'],
    action: 'Microsoft.Resources/subscriptions/providers/read',
    keep: ['namespace', 'registrationState'],
    links: [],
  },
}

function keyTypes(parent: string, label: string, provider: string): Record<string, TypeEntry> {
  const apiVersions = ['2026-02-01', '2024-11-01', '2023-07-01']
  const keep = [
    ...['kty', 'keySize', 'keyOps', 'keyUri', 'keyUriWithVersion', 'rotationPolicy'].map(
      (name) => `properties.${name}`,
    ),
    ...['enabled', 'nbf', 'exp', 'created', 'recoveryLevel'].map((name) => `properties.attributes.${name}`),
  ]
  const entry = { apiVersions, keep, links: [] }
  return {
    [`microsoft.keyvault/${parent}/keys`]: { ...entry, label, action: `${provider}/keys/read` },
    [`microsoft.keyvault/${parent}/keys/versions`]: {
      ...entry,
      label: `${label} version`,
      action: `${provider}/keys/versions/read`,
    },
  }
}

export const workspaceType = 'microsoft.machinelearningservices/workspaces'

/** The catalogue entry of an id's type; subscriptions, groups and providers have ids of their own shape. */
export function typeOfId(id: string): string | null {
  const lower = id.toLowerCase()
  if (/^\/subscriptions\/[^/]+$/.test(lower)) return 'microsoft.resources/subscriptions'
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(lower))
    return 'microsoft.resources/subscriptions/resourcegroups'
  if (/^\/subscriptions\/[^/]+\/providers\/[^/]+$/.test(lower)) return 'microsoft.resources/subscriptions/providers'
  return null
}
