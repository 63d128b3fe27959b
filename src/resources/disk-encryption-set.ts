import { managedIdentity } from './managed-identity.ts'
import { flag, object, resourceType, text } from './type.ts'

const own = {
  ...managedIdentity,
  encryptionType: text('properties.encryptionType'),
  activeKey: object('properties.activeKey'),
  keyUrl: text('properties.activeKey.keyUrl'),
  sourceVault: text('properties.activeKey.sourceVault.id'),
  autoRotation: flag('properties.rotationToLatestKeyVersionEnabled', { absent: false }),
  rotationError: object('properties.autoKeyRotationError'),
  rotationErrorCode: text('properties.autoKeyRotationError.code', { givenBy: 'azure' }),
  federatedClient: text('properties.federatedClientId'),
}

/** Types of encryption with a customer-managed key. */
const customerKeyTypes = [
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
  'ConfidentialVmEncryptedWithCustomerKey',
]

export const diskEncryptionSet = resourceType('Microsoft.Compute/diskEncryptionSets', own, {
  label: 'disk encryption set',
  prefix: 'co-',
  apiVersions: ['2024-03-02', '2023-04-02'],
  identities: [own.userAssignedIdentities],
  keys: [
    {
      identifier: own.keyUrl,
      vaultId: own.sourceVault,
      follows: own.autoRotation,
      federated: { property: own.federatedClient, fits: /./ },
      identity: 'own',
      implied: { property: own.encryptionType, is: customerKeyTypes },
    },
  ],
})
