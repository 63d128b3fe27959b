import { Unknown } from '../evidence/unknown.ts'
import { isSince, type Sent } from './created.ts'
import { encryptionIdentity, managedIdentity } from './managed-identity.ts'
import { flag, number, object, resourceType, text } from './type.ts'

const services = 'properties.encryption.services'

/** Accounts from before queues and tables could use the key of the account have keys of the service for them. */
const keyTypeOf = (service: 'queue' | 'table') =>
  text(`${services}.${service}.keyType`, {
    absent: 'Service',
    absentAt: [services, `${services}.${service}`, `${services}.${service}.keyType`],
  })

const byApiVersion = new Unknown(
  'Nothing is said of secure transfer, and Azure decides it by the api-version, which the plan does not tell: set `supportsHttpsTrafficOnly` to make it known.',
)

/** Azure makes the keys together with the account. */
const keyTimeOf = (key: 'key1' | 'key2') =>
  text(`properties.keyCreationTime.${key}`, {
    givenBy: 'azure',
    made: ({ now }: Sent) => new Date(now * 1000).toISOString(),
  })

const own = {
  kind: text('kind'),
  ...managedIdentity,
  minimumTlsVersion: text('properties.minimumTlsVersion', { absent: 'TLS1_0' }),
  httpsOnly: flag('properties.supportsHttpsTrafficOnly', {
    // the default has changed with that version (https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create)
    made: (sent) => isSince('2019-04-01', sent) ?? byApiVersion,
  }),
  nfsV3: flag('properties.isNfsV3Enabled', { absent: false }),
  sharedKeyAccess: flag('properties.allowSharedKeyAccess', { absent: true }),
  keyExpirationDays: number('properties.keyPolicy.keyExpirationPeriodInDays'),
  keyCreationTime: object('properties.keyCreationTime'),
  key1CreationTime: keyTimeOf('key1'),
  key2CreationTime: keyTimeOf('key2'),
  keySource: text('properties.encryption.keySource', { made: () => 'Microsoft.Storage' }),
  infrastructureEncryption: flag('properties.encryption.requireInfrastructureEncryption', { absent: false }),
  queueKeyType: keyTypeOf('queue'),
  tableKeyType: keyTypeOf('table'),
  encryptionIdentities: object('properties.encryption.identity'),
  encryptionIdentity,
  federatedClient: text('properties.encryption.identity.federatedIdentityClientId'),
  keyVaultProperties: object('properties.encryption.keyvaultproperties'),
  keyVaultUri: text('properties.encryption.keyvaultproperties.keyvaulturi'),
  keyName: text('properties.encryption.keyvaultproperties.keyname'),
  keyVersion: text('properties.encryption.keyvaultproperties.keyversion'),
  keyIdentifierInUse: text('properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier', {
    givenBy: 'azure',
  }),
}

export const storageAccount = resourceType('Microsoft.Storage/storageAccounts', own, {
  label: 'storage account',
  prefix: 'st-',
  apiVersions: ['2025-06-01', '2023-05-01'],
  lists: [{ segment: 'encryptionScopes', onRequest: true }],
  identities: [own.encryptionIdentity],
  keys: [
    {
      when: { property: own.keySource, is: 'Microsoft.Keyvault' },
      parts: { uri: own.keyVaultUri, name: own.keyName, version: own.keyVersion },
      inUse: own.keyIdentifierInUse,
      federated: { property: own.federatedClient, fits: /./ },
      identity: { id: encryptionIdentity },
    },
  ],
  whenGone: { saidBy: 'storage/exists' },
})
