import { managedIdentity } from './managed-identity.ts'
import { flag, object, resourceType, text } from './type.ts'

const own = {
  ...managedIdentity,
  sku: text('sku.name'),
  tier: text('sku.tier', { givenBy: 'azure' }),
  adminUser: flag('properties.adminUserEnabled', { made: () => false }),
  encryption: object('properties.encryption'),
  encryptionStatus: text('properties.encryption.status', { absent: 'disabled', absentAt: ['properties.encryption'] }),
  keyIdentifier: text('properties.encryption.keyVaultProperties.keyIdentifier'),
  keyIdentifierInUse: text('properties.encryption.keyVaultProperties.versionedKeyIdentifier', { givenBy: 'azure' }),
  /** its client id, or `system` */
  keyIdentity: text('properties.encryption.keyVaultProperties.identity'),
  keyRotation: flag('properties.encryption.keyVaultProperties.keyRotationEnabled'),
}

export const containerRegistry = resourceType('Microsoft.ContainerRegistry/registries', own, {
  label: 'container registry',
  prefix: 'cr-',
  apiVersions: ['2023-07-01', '2022-12-01'],
  keys: [
    {
      when: { property: own.encryptionStatus, is: 'enabled' },
      identifier: own.keyIdentifier,
      inUse: own.keyIdentifierInUse,
      identity: { clientId: own.keyIdentity },
    },
  ],
  identities: [own.userAssignedIdentities],
  whenGone: { saidBy: 'container-registry/exists' },
})
