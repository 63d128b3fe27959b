import { describe, expect, it } from 'vitest'
import { keyUses } from '../../src/evidence/keys.ts'

const version = '0123456789abcdef0123456789abcdef'
const other = 'fedcba9876543210fedcba9876543210'
const url = 'https://kv.vault.azure.net/keys/cmk'
const none = { host: 'kv.vault.azure.net', name: 'cmk', pinned: null, inUse: null, vaultId: null }
const types = {
  workspace: 'Microsoft.MachineLearningServices/workspaces',
  storage: 'microsoft.storage/STORAGEACCOUNTS',
  registry: 'Microsoft.ContainerRegistry/registries',
  cluster: 'Microsoft.OperationalInsights/clusters',
  cosmos: 'Microsoft.DocumentDB/databaseAccounts',
}
const storage = (keyvaultproperties: unknown, keySource: unknown = 'Microsoft.Keyvault') => ({
  properties: { encryption: { keySource, keyvaultproperties } },
})
const parts = { keyvaulturi: 'https://kv.vault.azure.net/', keyname: 'cmk' }

describe('keyUses', () => {
  it.each<[string, string, Record<string, unknown>, unknown]>([
    [
      'a workspace',
      types.workspace,
      {
        properties: {
          encryption: {
            status: 'enabled',
            keyVaultProperties: { keyIdentifier: `${url}/${version}`, keyVaultArmId: '/vault' },
          },
        },
      },
      { ...none, pinned: version, vaultId: '/vault' },
    ],
    [
      'a workspace, not versioned',
      types.workspace,
      { Properties: { Encryption: { Status: 'Enabled', KeyVaultProperties: { KeyIdentifier: url } } } },
      none,
    ],
    [
      'storage, following',
      types.storage,
      storage({ ...parts, keyversion: '', currentVersionedKeyIdentifier: `${url}/${version}` }),
      { ...none, inUse: version },
    ],
    [
      'storage, set to a version',
      types.storage,
      storage({ ...parts, keyversion: other, currentVersionedKeyIdentifier: `${url}/${version}` }),
      { ...none, pinned: other, inUse: version },
    ],
    [
      'storage, camel case',
      types.storage,
      storage({ keyVaultUri: 'https://kv.vault.azure.net', keyName: 'cmk', keyVersion: version }, 'microsoft.keyvault'),
      { ...none, pinned: version },
    ],
    [
      'a registry',
      types.registry,
      {
        properties: {
          encryption: {
            status: 'enabled',
            keyVaultProperties: { keyIdentifier: url, versionedKeyIdentifier: `${url}/${version}` },
          },
        },
      },
      { ...none, inUse: version },
    ],
    [
      'a cluster',
      types.cluster,
      {
        properties: {
          keyVaultProperties: { keyVaultUri: 'https://kv.vault.azure.net:443', keyName: 'cmk', keyVersion: '' },
        },
      },
      none,
    ],
    [
      'Cosmos DB',
      types.cosmos,
      { properties: { keyVaultKeyUri: url, keyVaultKeyUriVersion: version } },
      { ...none, inUse: version },
    ],
    [
      'Cosmos DB, in whole',
      types.cosmos,
      { properties: { keyVaultKeyUri: url, keyVaultKeyUriVersion: `${url}/${version}` } },
      { ...none, inUse: version },
    ],
    [
      'Cosmos DB, in nonsense',
      types.cosmos,
      { properties: { keyVaultKeyUri: url, keyVaultKeyUriVersion: 'newest' } },
      none,
    ],
  ])('reads %s', (_what, type, body, use) => {
    expect(keyUses(type, body)).toEqual([use])
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['a workspace without a key', types.workspace, { properties: {} }],
    [
      'a workspace whose key is off',
      types.workspace,
      { properties: { encryption: { status: 'Disabled', keyVaultProperties: { keyIdentifier: url } } } },
    ],
    [
      'a workspace with an unheard-of status',
      types.workspace,
      { properties: { encryption: { status: 'Rotating', keyVaultProperties: { keyIdentifier: url } } } },
    ],
    [
      'a malformed identifier',
      types.workspace,
      { properties: { encryption: { status: 'Enabled', keyVaultProperties: { keyIdentifier: 'cmk' } } } },
    ],
    [
      'an identifier of another type',
      types.workspace,
      { properties: { encryption: { status: 'Enabled', keyVaultProperties: { keyIdentifier: 4 } } } },
    ],
    ["storage under Microsoft's key", types.storage, storage(parts, 'Microsoft.Storage')],
    ['storage without a key source', types.storage, storage(parts, null)],
    ['storage without a name', types.storage, storage({ ...parts, keyname: '' })],
    ['storage without a vault', types.storage, storage({ keyname: 'cmk' })],
    ['storage with a malformed vault', types.storage, storage({ ...parts, keyvaulturi: 'kv' })],
    [
      'a cluster with empty strings',
      types.cluster,
      { properties: { keyVaultProperties: { keyVaultUri: '', keyName: '', keyVersion: '' } } },
    ],
    ['Cosmos DB without a key', types.cosmos, { properties: { keyVaultKeyUri: null } }],
    ['a type that holds none', 'Microsoft.KeyVault/vaults', { properties: { keyVaultKeyUri: url } }],
  ])('finds none in %s', (_what, type, body) => {
    expect(keyUses(type, body)).toEqual([])
  })
})
