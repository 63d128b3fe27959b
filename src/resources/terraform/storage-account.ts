import { fileServiceId } from '../../evidence/file-services.ts'
import { Unknown, unknownIn } from '../../evidence/unknown.ts'
import { encryptionScope } from '../encryption-scope.ts'
import { fileService } from '../file-service.ts'
import { userAssignedIdentity } from '../identity.ts'
import { storageAccount } from '../storage-account.ts'
import {
  attribute,
  block,
  constant,
  firstOf,
  kept,
  type Mapping,
  part,
  type Settings,
  terraform,
} from './declaration.ts'
import {
  absent,
  below,
  identity,
  inGroup,
  keyIdentifier,
  keyParts,
  location,
  made,
  ofIdentity,
  vaultAddress,
} from './parts.ts'

const key = { uri: storageAccount.keyVaultUri, name: storageAccount.keyName, version: storageAccount.keyVersion }
const madeAt = { ...made, from: (attributes: Parameters<typeof made.from>[0]) => isoTime(made.from(attributes)) }

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

export const account = terraform('azurerm_storage_account', storageAccount, {
  id: inGroup(storageAccount),
  settings: [
    location,
    ...identity,
    [storageAccount.kind, attribute('account_kind', { omitted: 'StorageV2' })],
    [storageAccount.minimumTlsVersion, attribute('min_tls_version', { omitted: 'TLS1_2' })],
    [
      storageAccount.httpsOnly,
      attribute(['https_traffic_only_enabled', 'enable_https_traffic_only'], { omitted: true }),
    ],
    [storageAccount.nfsV3, attribute('nfsv3_enabled', { omitted: false })],
    [storageAccount.sharedKeyAccess, attribute('shared_access_key_enabled', { omitted: true })],
    // the provider has no such setting (`sas_policy` is another thing), and a new account has none
    [storageAccount.keyExpirationDays, absent],
    [storageAccount.key1CreationTime, madeAt],
    [storageAccount.key2CreationTime, madeAt],
    [storageAccount.keySource, block('customer_managed_key', 'Microsoft.Keyvault', 'Microsoft.Storage')],
    ...keyParts(['customer_managed_key.key_vault_key_id', 'customer_managed_key.managed_hsm_key_id'], key),
    [
      storageAccount.encryptionIdentity,
      attribute('customer_managed_key.user_assigned_identity_id', { refersTo: [userAssignedIdentity.type] }),
    ],
    [storageAccount.federatedClient, absent],
    [storageAccount.keyIdentifierInUse, absent],
    [storageAccount.infrastructureEncryption, attribute('infrastructure_encryption_enabled', { omitted: false })],
    [storageAccount.queueKeyType, attribute('queue_encryption_key_type', { omitted: 'Service' })],
    [storageAccount.tableKeyType, attribute('table_encryption_key_type', { omitted: 'Service' })],
  ],
  computed: ofIdentity,
  filledIn: ['share_properties'],
})

/** A set of texts, which Resource Manager has in one; where the plan says nothing of it, what is there stays. */
function listed(name: string): Mapping {
  const path = `share_properties.smb.${name}`
  return {
    attributes: [path],
    from(attributes) {
      const [block, value] = [attributes.read('share_properties'), attributes.read(path)]
      if (block === undefined || block instanceof Unknown || value === undefined) return kept
      return unknownIn(value) ?? (Array.isArray(value) && value.length > 0 ? value.join(';') : kept)
    },
  }
}

/** The provider has the settings of the file service in the account. */
export const filesOfAccount = part('azurerm_storage_account', fileService, {
  of: {
    attributes: [],
    from(attributes) {
      const id = inGroup(storageAccount).from(attributes)
      return typeof id === 'string' ? fileServiceId(id) : id
    },
  },
  settings: [
    [fileService.smbVersions, listed('versions')],
    [fileService.smbChannelEncryption, listed('channel_encryption_type')],
  ],
})

/** One attribute holds the key in version 5, several do in those before. */
function keyOfAccount(): Settings {
  const whole = ['key_vault_key_id', 'managed_hsm_key_id']
  const [uri, name, version] = keyParts(whole, key)
  if (!uri || !name || !version) return []
  return [
    [uri[0], firstOf(uri[1], vaultAddress(['key_vault_uri', 'key_vault_id']))],
    [name[0], firstOf(name[1], attribute('key_name'))],
    [version[0], firstOf(version[1], attribute('key_version', { omitted: '' }))],
  ]
}

export const keyOfStorage = part('azurerm_storage_account_customer_managed_key', storageAccount, {
  of: attribute('storage_account_id', { refersTo: [storageAccount.type] }),
  settings: [
    [storageAccount.keySource, constant('Microsoft.Keyvault')],
    ...keyOfAccount(),
    [
      storageAccount.encryptionIdentity,
      attribute('user_assigned_identity_id', { refersTo: [userAssignedIdentity.type] }),
    ],
    [storageAccount.federatedClient, attribute('federated_identity_client_id')],
  ],
  reset: [
    [storageAccount.keySource, 'Microsoft.Storage'],
    [storageAccount.keyVaultProperties, undefined],
    [storageAccount.encryptionIdentities, undefined],
  ],
})

export const scope = terraform('azurerm_storage_encryption_scope', encryptionScope, {
  id: below('storage_account_id', 'encryptionScopes', [storageAccount.type]),
  settings: [
    [encryptionScope.source, attribute('source')],
    [encryptionScope.state, constant('Enabled')],
    [encryptionScope.keyUri, keyIdentifier('key_vault_key_id')],
    [encryptionScope.keyIdentifierInUse, absent],
  ],
})
