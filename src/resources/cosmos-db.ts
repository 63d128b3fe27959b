import { resourceType, text } from './type.ts'

const own = {
  keyUri: text('properties.keyVaultKeyUri'),
  keyVersionInUse: text('properties.keyVaultKeyUriVersion', { since: '2025-10-15', givenBy: 'azure' }),
  keyStatus: text('properties.customerManagedKeyStatus', { givenBy: 'azure' }),
  minimumTlsVersion: text('properties.minimalTlsVersion'),
  defaultIdentity: text('properties.defaultIdentity'),
}

export const cosmosDbAccount = resourceType('Microsoft.DocumentDB/databaseAccounts', own, {
  label: 'Cosmos DB account',
  prefix: 'db-',
  apiVersions: ['2025-10-15', '2024-11-15', '2023-11-15'],
  keys: [
    {
      identifier: own.keyUri,
      inUseVersion: own.keyVersionInUse,
      federated: { property: own.defaultIdentity, fits: /FederatedClientId=/i },
    },
  ],
})
