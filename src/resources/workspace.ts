import { childLists } from '../evidence/children.ts'
import { applicationInsights } from './application-insights.ts'
import { containerRegistry } from './container-registry.ts'
import { cosmosDbAccount } from './cosmos-db.ts'
import { keyVault } from './key-vault.ts'
import { encryptionIdentity, managedIdentity } from './managed-identity.ts'
import { searchService } from './search-service.ts'
import { storageAccount } from './storage-account.ts'
import { type ChildList, flag, type NamedLink, object, resourceType, text } from './type.ts'

const name = 'Microsoft.MachineLearningServices/workspaces'

const own = {
  kind: text('kind', { absent: 'default', made: () => 'Default' }),
  ...managedIdentity,
  identityType: text('identity.type', { absent: 'None', absentAt: ['identity', 'identity.type'] }),
  tags: object('tags'),
  storageAccount: text('properties.storageAccount'),
  keyVault: text('properties.keyVault'),
  containerRegistry: text('properties.containerRegistry'),
  applicationInsights: text('properties.applicationInsights'),
  hub: text('properties.hubResourceId'),
  highBusinessImpact: flag('properties.hbiWorkspace', { absent: false }),
  primaryIdentity: text('properties.primaryUserAssignedIdentity'),
  managedResourceGroup: text('properties.serviceProvisionedResourceGroup', { givenBy: 'azure' }),
  serviceSideEncryption: flag('properties.enableServiceSideCMKEncryption', { since: '2025-06-01' }),
  systemDatastoresAuthMode: text('properties.systemDatastoresAuthMode', {
    since: '2025-06-01',
    made: () => 'accessKey',
  }),
  encryption: object('properties.encryption'),
  encryptionStatus: text('properties.encryption.status', { absent: 'Disabled', absentAt: ['properties.encryption'] }),
  encryptionIdentity,
  keyIdentifier: text('properties.encryption.keyVaultProperties.keyIdentifier'),
  keyVaultOfKey: text('properties.encryption.keyVaultProperties.keyVaultArmId'),
  cosmosDb: text('properties.encryption.cosmosDbResourceId', { givenBy: 'azure' }),
  metadataStorage: text('properties.encryption.storageAccountResourceId', { givenBy: 'azure' }),
  searchService: text('properties.encryption.searchAccountResourceId', { givenBy: 'azure' }),
}

/** What a workspace depends on; a project names only what its hub does not. */
export const dependencies = {
  storage: {
    property: own.storageAccount,
    type: storageAccount.type,
    saidBy: 'storage/exists',
    always: 'storage account',
    isInherited: true,
  },
  vault: {
    property: own.keyVault,
    type: keyVault.type,
    saidBy: 'key-vault/exists',
    always: 'key vault',
    isInherited: true,
  },
  registry: {
    property: own.containerRegistry,
    type: containerRegistry.type,
    saidBy: 'container-registry/exists',
    isInherited: true,
  },
  diagnostics: {
    property: own.applicationInsights,
    type: applicationInsights.type,
    saidBy: 'diagnostics/workspace-based',
    isInherited: true,
  },
} satisfies Record<string, NamedLink>

const encrypted = { when: { property: own.encryptionStatus, is: 'Enabled' } }
const store = { ...encrypted, isInherited: true } as const

/** The stores for metadata that a workspace names: people do who bring them along, the service does for its own. */
export const metadataStores: NamedLink[] = [
  { property: own.metadataStorage, type: storageAccount.type, saidBy: 'storage/exists', ...store },
  { property: own.cosmosDb, type: cosmosDbAccount.type, saidBy: 'metadata/cosmos-cmk', ...store },
  { property: own.searchService, type: searchService.type, saidBy: 'metadata/search-cmk', ...store },
]

/** What a workspace's metadata is kept in, when it is not in stores of Microsoft. */
export const storeTypes = metadataStores.map(({ type }) => type)

/** The resource providers that a workspace needs in its subscription: always, and where the service keeps its metadata there. */
export const providers = {
  always: ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault'],
  withManagedGroup: ['Microsoft.DocumentDB', 'Microsoft.Search'],
}

/** Lists that are not read as they are. */
const listed: Partial<Record<string, Partial<ChildList>>> = {
  [childLists.onlineEndpoints]: { indexed: 'whole' },
  [childLists.batchEndpoints]: { indexed: 'whole' },
  [childLists.serverlessEndpoints]: { indexed: 'whole' },
  [childLists.services]: { ofServices: true },
}

/** Also hubs and their projects, which are told apart by their kind. */
export const mlWorkspace = resourceType(name, own, {
  label: 'workspace',
  prefix: 'ws-',
  apiVersions: ['2025-12-01', '2025-06-01', '2024-10-01'],
  links: [...Object.values(dependencies), ...metadataStores, { property: own.hub, type: name.toLowerCase() }],
  lists: Object.values(childLists).map((segment) => ({ segment, ...listed[segment] })),
  identities: [own.primaryIdentity, own.encryptionIdentity, own.userAssignedIdentities],
  managedGroup: { property: own.managedResourceGroup, ...encrypted },
  keys: [
    {
      ...encrypted,
      identifier: own.keyIdentifier,
      vaultId: own.keyVaultOfKey,
      identity: { id: encryptionIdentity },
    },
  ],
})
