import { diskEncryptionSet } from '../disk-encryption-set.ts'
import { attribute, terraform } from './declaration.ts'
import { absent, identity, inGroup, keyIdentifier, location, ofIdentity } from './parts.ts'

export const diskSet = terraform('azurerm_disk_encryption_set', diskEncryptionSet, {
  id: inGroup(diskEncryptionSet),
  settings: [
    location,
    ...identity,
    [diskEncryptionSet.encryptionType, attribute('encryption_type', { omitted: 'EncryptionAtRestWithCustomerKey' })],
    [diskEncryptionSet.keyUrl, keyIdentifier(['key_vault_key_id', 'managed_hsm_key_id'])],
    // the vault is found by the host of the key
    [diskEncryptionSet.sourceVault, absent],
    [diskEncryptionSet.autoRotation, attribute('auto_key_rotation_enabled', { omitted: false })],
    [diskEncryptionSet.rotationError, absent],
    [diskEncryptionSet.federatedClient, attribute('federated_client_id')],
  ],
  computed: ofIdentity,
})
