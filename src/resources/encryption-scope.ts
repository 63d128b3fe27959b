import { object, resourceType, text } from './type.ts'

const own = {
  source: text('properties.source'),
  state: text('properties.state'),
  keyVaultProperties: object('properties.keyVaultProperties'),
  keyUri: text('properties.keyVaultProperties.keyUri'),
  keyIdentifierInUse: text('properties.keyVaultProperties.currentVersionedKeyIdentifier'),
}

/** Has no identity of its own: it reaches its key with that of its account. */
export const encryptionScope = resourceType('Microsoft.Storage/storageAccounts/encryptionScopes', own, {
  label: 'encryption scope',
  prefix: 'st-',
  apiVersions: ['2025-06-01', '2023-05-01'],
  keys: [
    {
      when: { property: own.source, is: 'Microsoft.KeyVault' },
      identifier: own.keyUri,
      inUse: own.keyIdentifierInUse,
    },
  ],
})
