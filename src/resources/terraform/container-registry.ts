import { parseKeyId } from '../../evidence/key-id.ts'
import { containerRegistry } from '../container-registry.ts'
import { attribute, block, terraform } from './declaration.ts'
import { absent, identity, inGroup, keyIdentifier, location, ofIdentity } from './parts.ts'

export const registry = terraform('azurerm_container_registry', containerRegistry, {
  id: inGroup(containerRegistry),
  settings: [
    location,
    ...identity,
    [containerRegistry.sku, attribute('sku')],
    [containerRegistry.tier, attribute('sku')],
    [containerRegistry.adminUser, attribute('admin_enabled', { omitted: false })],
    [containerRegistry.encryptionStatus, block('encryption', 'enabled', 'disabled')],
    [containerRegistry.keyIdentifier, keyIdentifier('encryption.key_vault_key_id')],
    [containerRegistry.keyIdentity, attribute('encryption.identity_client_id', { refersTo: 'client' })],
    [containerRegistry.keyIdentifierInUse, absent],
    // an identifier without a version is followed
    [
      containerRegistry.keyRotation,
      attribute('encryption.key_vault_key_id', {
        refersTo: 'key',
        as: (url) => parseKeyId(String(url))?.version === null,
      }),
    ],
  ],
  computed: ofIdentity,
  // before version 5
  filledIn: ['encryption'],
})
