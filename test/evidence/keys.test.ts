import { describe, expect, it } from 'vitest'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import { keyReferences, keyUses } from '../../src/evidence/keys.ts'
import { Unknown } from '../../src/evidence/unknown.ts'

const version = '0123456789abcdef0123456789abcdef'
const other = 'fedcba9876543210fedcba9876543210'
const url = 'https://kv.vault.azure.net/keys/cmk'
const none = {
  host: 'kv.vault.azure.net',
  name: 'cmk',
  pinned: null,
  inUse: null,
  vaultId: null,
  operations: ['wrapKey', 'unwrapKey'],
  isFederated: false,
}
const types = {
  workspace: 'Microsoft.MachineLearningServices/workspaces',
  storage: 'microsoft.storage/STORAGEACCOUNTS',
  registry: 'Microsoft.ContainerRegistry/registries',
  cluster: 'Microsoft.OperationalInsights/clusters',
  cosmos: 'Microsoft.DocumentDB/databaseAccounts',
  set: 'Microsoft.Compute/diskEncryptionSets',
  aks: 'Microsoft.ContainerService/ManagedClusters',
  databricks: 'Microsoft.Databricks/workspaces',
  containers: 'Microsoft.ContainerInstance/containerGroups',
  hdinsight: 'Microsoft.HDInsight/clusters',
  scope: 'Microsoft.Storage/storageAccounts/encryptionScopes',
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
      'a cluster, set to a version',
      types.cluster,
      {
        properties: {
          keyVaultProperties: { keyVaultUri: 'https://kv.vault.azure.net', keyName: 'cmk', keyVersion: version },
        },
      },
      { ...none, pinned: version },
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
    [
      'Cosmos DB, with more before it',
      types.cosmos,
      { properties: { keyVaultKeyUri: url, keyVaultKeyUriVersion: `0${version}` } },
      none,
    ],
    [
      'Cosmos DB, with more behind it',
      types.cosmos,
      { properties: { keyVaultKeyUri: url, keyVaultKeyUriVersion: `${version}0` } },
      none,
    ],
    [
      'a disk encryption set that rotates',
      types.set,
      {
        properties: {
          activeKey: { keyUrl: `${url}/${version}`, sourceVault: { id: '/vault' } },
          rotationToLatestKeyVersionEnabled: true,
        },
      },
      { ...none, inUse: version, vaultId: '/vault' },
    ],
    [
      'a disk encryption set that does not',
      types.set,
      { properties: { activeKey: { keyUrl: `${url}/${version}` } } },
      { ...none, pinned: version },
    ],
    [
      'etcd of a cluster',
      types.aks,
      {
        properties: {
          securityProfile: {
            azureKeyVaultKms: { enabled: true, keyId: `${url}/${version}`, keyVaultResourceId: '/vault' },
          },
        },
      },
      { ...none, operations: ['encrypt', 'decrypt'], pinned: version, vaultId: '/vault' },
    ],
    [
      'the root of DBFS',
      types.databricks,
      {
        properties: {
          parameters: {
            encryption: {
              value: {
                keySource: 'microsoft.KEYVAULT',
                keyvaulturi: 'https://kv.vault.azure.net/',
                KeyName: 'cmk',
                keyversion: version,
              },
            },
          },
        },
      },
      { ...none, pinned: version },
    ],
    [
      'managed services',
      types.databricks,
      {
        properties: {
          encryption: {
            entities: {
              managedServices: {
                keySource: 'Microsoft.Keyvault',
                keyVaultProperties: { keyVaultUri: 'https://kv.vault.azure.net/', keyName: 'cmk', keyVersion: version },
              },
            },
          },
        },
      },
      { ...none, pinned: version },
    ],
    [
      'managed disks that follow',
      types.databricks,
      {
        properties: {
          encryption: {
            entities: {
              managedDisk: {
                keySource: 'Microsoft.Keyvault',
                rotationToLatestKeyVersionEnabled: 'True',
                keyVaultProperties: { keyVaultUri: 'https://kv.vault.azure.net', keyName: 'cmk', keyVersion: version },
              },
            },
          },
        },
      },
      { ...none, inUse: version },
    ],
    [
      'a container group',
      types.containers,
      {
        properties: {
          encryptionProperties: { vaultBaseUrl: 'https://kv.vault.azure.net', keyName: 'cmk', keyVersion: version },
        },
      },
      { ...none, pinned: version },
    ],
    [
      'HDInsight',
      types.hdinsight,
      {
        properties: {
          diskEncryptionProperties: { vaultUri: 'https://kv.vault.azure.net/', keyName: 'cmk', keyVersion: version },
        },
      },
      { ...none, pinned: version },
    ],
    [
      'an encryption scope',
      types.scope,
      {
        properties: {
          source: 'Microsoft.KeyVault',
          keyVaultProperties: { keyUri: url, currentVersionedKeyIdentifier: `${url}/${version}` },
        },
      },
      { ...none, inUse: version },
    ],
  ])('reads %s', (_what, type, body, use) => {
    expect(keyUses(type, body, anyKeyHosts)).toEqual([use])
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
    [
      'etcd without a key',
      types.aks,
      { properties: { securityProfile: { azureKeyVaultKms: { enabled: false, keyId: url } } } },
    ],
    ['etcd that does not say', types.aks, { properties: { securityProfile: { azureKeyVaultKms: { keyId: url } } } }],
    [
      "DBFS under Microsoft's key",
      types.databricks,
      {
        properties: {
          parameters: {
            encryption: { value: { keySource: 'Default', KeyName: 'cmk', keyvaulturi: 'https://kv.vault.azure.net' } },
          },
        },
      },
    ],
    ['Databricks without parameters', types.databricks, { properties: { parameters: null } }],
    ['a disk encryption set without a key', types.set, { properties: { activeKey: null } }],
    [
      'a container group without a vault',
      types.containers,
      { properties: { encryptionProperties: { keyName: 'cmk' } } },
    ],
    ['HDInsight without encryption', types.hdinsight, { properties: {} }],
    [
      "a scope under Microsoft's key",
      types.scope,
      { properties: { source: 'Microsoft.Storage', keyVaultProperties: { keyUri: url } } },
    ],
    ['a type that holds none', 'Microsoft.KeyVault/vaults', { properties: { keyVaultKeyUri: url } }],
  ])('finds none in %s', (_what, type, body) => {
    expect(keyUses(type, body, anyKeyHosts)).toEqual([])
  })

  it('reads each of the three keys of Databricks', () => {
    const parts = (keyName: string) => ({ keyVaultUri: 'https://kv.vault.azure.net', keyName, keyVersion: version })
    const entity = (keyName: string) => ({ keySource: 'Microsoft.Keyvault', keyVaultProperties: parts(keyName) })
    const root = {
      keySource: 'Microsoft.Keyvault',
      keyvaulturi: 'https://kv.vault.azure.net',
      KeyName: 'root',
      keyversion: version,
    }
    const body = {
      properties: {
        parameters: { encryption: { value: root } },
        encryption: { entities: { managedServices: entity('services'), managedDisk: entity('disks') } },
      },
    }
    expect(keyUses(types.databricks, body, anyKeyHosts).map(({ name }) => name)).toEqual(['root', 'services', 'disks'])
  })
})

describe('where a key is named', () => {
  const open = new Unknown('The plan does not say it.')
  const of = (type: string, properties: object) =>
    keyReferences(type, { properties: properties as Record<string, unknown> }, anyKeyHosts).map(
      ({ path, use, open: left }) => [path, use?.name ?? null, left?.why ?? null],
    )
  const keyUrl = 'properties.activeKey.keyUrl'
  const name = 'properties.encryption.keyvaultproperties.keyname'

  it.each<[string, string, object, unknown[][]]>([
    ['a set names one', types.set, { activeKey: { keyUrl: url } }, [[keyUrl, 'cmk', null]]],
    [
      'a set names none, and has the keys of the platform',
      types.set,
      { encryptionType: 'EncryptionAtRestWithPlatformKey' },
      [],
    ],
    ['a set says nothing', types.set, {}, []],
    ...['EncryptionAtRestWithCustomerKey', 'encryptionatrestwithplatformandcustomerkeys'].map(
      (encryptionType): [string, string, object, unknown[][]] => [
        `a set names none, and has ${encryptionType}`,
        types.set,
        { encryptionType },
        [[keyUrl, null, null]],
      ],
    ),
    ['a plan leaves the key of a set open', types.set, { activeKey: { keyUrl: open } }, [[keyUrl, null, open.why]]],
    [
      'a plan leaves open whether a set follows new versions',
      types.set,
      { activeKey: { keyUrl: url }, rotationToLatestKeyVersionEnabled: open },
      [[keyUrl, null, open.why]],
    ],
    [
      'a plan leaves open whether an account uses one',
      types.storage,
      { encryption: { keySource: open, keyvaultproperties: parts } },
      [[name, null, open.why]],
    ],
    [
      'a plan leaves the name of the key of an account open',
      types.storage,
      { encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { ...parts, keyname: open } } },
      [[name, null, open.why]],
    ],
    [
      'a plan leaves the version of the key of an account open',
      types.storage,
      { encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { ...parts, keyversion: open } } },
      [[name, null, open.why]],
    ],
    ['an account uses one of Microsoft', types.storage, { encryption: { keySource: 'Microsoft.Storage' } }, []],
  ])('%s', (_what, type, properties, expected) => expect(of(type, properties)).toEqual(expected))

  it('of a type that nobody knows, there is none', () =>
    expect(of('A.B/cs', { activeKey: { keyUrl: url } })).toEqual([]))
})
