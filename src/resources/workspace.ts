import { encryptionIdentity, managedIdentity } from './managed-identity.ts'
import { flag, object, resourceType, text } from './type.ts'

const name = 'Microsoft.MachineLearningServices/workspaces'

const own = {
  kind: text('kind', { absent: 'default' }),
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
  managedResourceGroup: text('properties.serviceProvisionedResourceGroup'),
  serviceSideEncryption: flag('properties.enableServiceSideCMKEncryption', { since: '2025-06-01' }),
  systemDatastoresAuthMode: text('properties.systemDatastoresAuthMode', { since: '2025-06-01' }),
  encryption: object('properties.encryption'),
  encryptionStatus: text('properties.encryption.status', { absent: 'Disabled', absentAt: ['properties.encryption'] }),
  encryptionIdentity,
  keyIdentifier: text('properties.encryption.keyVaultProperties.keyIdentifier'),
  keyVaultOfKey: text('properties.encryption.keyVaultProperties.keyVaultArmId'),
  cosmosDb: text('properties.encryption.cosmosDbResourceId'),
  metadataStorage: text('properties.encryption.storageAccountResourceId'),
  searchService: text('properties.encryption.searchAccountResourceId'),
}

/** Also hubs and their projects, which are told apart by their kind. */
export const mlWorkspace = resourceType(name, own, {
  label: 'workspace',
  prefix: 'ws-',
  apiVersions: ['2025-12-01', '2025-06-01', '2024-10-01'],
  links: [own.storageAccount, own.keyVault, own.containerRegistry, own.applicationInsights, own.hub],
  keys: [
    {
      when: { property: own.encryptionStatus, is: 'Enabled' },
      identifier: own.keyIdentifier,
      vaultId: own.keyVaultOfKey,
    },
  ],
})
