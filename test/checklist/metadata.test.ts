import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../simulator/templates.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { type Change, cases, findings, having, ids, outcomes, type Row, together, versions } from './builder.ts'

const cosmos = (properties: Overrides): Change => ({ cosmos: { properties } })
const search = (value: Overrides): Change => ({ search: { properties: { encryptionWithCmk: value } } })
const ofGroup = { of: ids.group }
const ofCosmos = { of: ids.cosmos }
const ofSearch = { of: ids.search }
const groupKey = `group:${ids.group.toLowerCase()}`
const elsewhere: Row[] = [
  ['service-side', having.serviceSide, 'not-applicable not-used'],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['architecture undetermined', having.undetermined, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
  ['project of a hidden hub', together(having.project, { hide: { hub: 'forbidden' } }), 'not-applicable not-used'],
]

const named = (serviceProvisionedResourceGroup: unknown): Change => ({
  workspace: { properties: { serviceProvisionedResourceGroup } },
})
/** The service fills these in itself. */
const filledIn: Change = {
  workspace: {
    properties: {
      encryption: {
        cosmosDbResourceId: ids.cosmos,
        storageAccountResourceId: ids.metaStorage,
        searchAccountResourceId: ids.search,
      },
    },
  },
}
const unlisted: Change = { hideCollections: { [collectionKey.group(ids.group)]: 'forbidden' } }
cases('metadata/resource-group', [
  ['named by its whole id', named(ids.group), 'pass', { of: ids.group }],
  ['named by its whole id, oddly cased', named(`${ids.group.toUpperCase()}/ `), 'pass', { of: ids.group }],
  ['named by a number', named(7), 'unknown unrecognised-value high/high', { of: ids.workspace }],
  ['named by an object', named({ id: ids.group }), 'unknown unrecognised-value high/high', { of: ids.workspace }],
  ['not listed, and its stores are named and read', together(filledIn, unlisted), 'pass', { of: ids.group }],
  [
    'not listed, and one of its stores is not named',
    together(filledIn, unlisted, { workspace: { properties: { encryption: { searchAccountResourceId: '' } } } }),
    'unknown forbidden high/high',
    { of: ids.group },
  ],
  ['all three are there', {}, 'pass', { ...ofGroup, reads: ['type', 'Microsoft.DocumentDB/databaseAccounts'] }],
  [
    'no Cosmos DB',
    { without: ['cosmos'] },
    'unknown not-visible high/high',
    { ...ofGroup, message: /azureml-rg-fraud shows no Cosmos DB account;/ },
  ],
  [
    'no AI Search',
    { without: ['search'] },
    'unknown not-visible high/high',
    { ...ofGroup, message: /shows no AI Search service;/ },
  ],
  [
    'no storage',
    { without: ['metaStorage'] },
    'unknown not-visible high/high',
    { ...ofGroup, message: /shows no storage account;/ },
  ],
  [
    'empty',
    { without: ['cosmos', 'search', 'metaStorage'] },
    'unknown not-visible high/high',
    { ...ofGroup, message: /storage account, Cosmos DB account, AI Search service/ },
  ],
  [
    'gone',
    { without: ['cosmos', 'search', 'metaStorage'], hide: { group: 'absent' } },
    'fail high/high',
    { ...ofGroup, message: /azureml-rg-fraud no longer exists/, remedy: /azureml-rg-fraud/ },
  ],
  [
    'forbidden',
    { without: ['cosmos', 'search', 'metaStorage'], hide: { group: 'forbidden' } },
    'unknown forbidden high/high',
    { ...ofGroup, message: /resourceGroups\/read/ },
  ],
  ['forbidden, but its members are there', { hide: { group: 'forbidden' } }, 'pass', ofGroup],
  [
    'its members could not be listed',
    { hideCollections: { [groupKey]: 'throttled' } },
    'unknown throttled high/high',
    ofGroup,
  ],
  [
    'its members could not be listed, and it is gone',
    { hideCollections: { [groupKey]: 'throttled' }, hide: { group: 'absent' } },
    'fail high/high',
    ofGroup,
  ],
  ['nobody looked', { without: ['group'] }, 'unknown not-visible high/high', ofGroup],
  ['bring your own', having.bringYourOwn, 'not-applicable not-used'],
  ...elsewhere,
])

cases('metadata/cosmos-cmk', [
  [
    'not listed, and named',
    together(filledIn, unlisted, { cosmos: { properties: { keyVaultKeyUri: null } } }),
    'fail high/medium',
    { of: ids.cosmos },
  ],
  [
    'in a group of a whole id',
    together(named(ids.group), { cosmos: { properties: { keyVaultKeyUri: '' } } }),
    'fail high/medium',
    { of: ids.cosmos },
  ],
  [
    'not listed, named, and gone',
    together(filledIn, unlisted, { hide: { cosmos: 'absent' } }),
    'unknown absent high/medium',
    { of: ids.cosmos },
  ],
  [
    'brought along, named by a number',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { cosmosDbResourceId: 7 } } } }),
    'unknown unrecognised-value high/medium',
    { of: ids.workspace },
  ],
  [
    'a status with a blank behind it',
    {
      cosmos: { properties: { customerManagedKeyStatus: 'Access to the configured customer managed key confirmed. ' } },
    },
    'pass',
    { of: ids.cosmos },
  ],
  [
    'a key',
    {},
    'pass',
    { ...ofCosmos, reads: ['properties.keyVaultKeyUri', 'https://kv-fraud-cmk.vault.azure.net/keys/cmk'] },
  ],
  [
    'no key',
    cosmos({ keyVaultKeyUri: null }),
    'fail high/medium',
    {
      ...ofCosmos,
      message: /Microsoft-managed keys/,
      reads: ['properties.keyVaultKeyUri', null],
      remedy: /cosmosfraud/,
    },
  ],
  ['an empty key', cosmos({ keyVaultKeyUri: '' }), 'fail high/medium', ofCosmos],
  ['of another type', cosmos({ keyVaultKeyUri: {} }), 'unknown unrecognised-value high/medium', ofCosmos],
  [
    'revoked',
    cosmos({ customerManagedKeyStatus: 'Access to your account is currently revoked because the key is gone.' }),
    'fail high/high',
    { ...ofCosmos, message: /currently revoked/ },
  ],
  ['an error', cosmos({ customerManagedKeyStatus: 'Error 4003' }), 'fail high/high', ofCosmos],
  [
    'access denied',
    cosmos({ customerManagedKeyStatus: 'Access denied' }),
    'unknown unrecognised-value high/medium',
    ofCosmos,
  ],
  [
    'a state that nobody has heard of',
    cosmos({ customerManagedKeyStatus: 'Your account is suspended (4002).' }),
    'unknown unrecognised-value high/medium',
    {
      ...ofCosmos,
      message: /^Cosmos DB reports something unrecognized about its key: "Your account is suspended \(4002\)\."\.$/,
    },
  ],
  [
    'access denied, and no key',
    cosmos({ customerManagedKeyStatus: 'Access denied', keyVaultKeyUri: null }),
    'fail high/medium',
    ofCosmos,
  ],
  [
    'state of another type',
    cosmos({ customerManagedKeyStatus: 5 }),
    'unknown unrecognised-value high/medium',
    ofCosmos,
  ],
  [
    'access confirmed',
    cosmos({ customerManagedKeyStatus: 'Access to the configured customer managed key confirmed.' }),
    'pass',
    ofCosmos,
  ],
  ['brought along', having.bringYourOwn, 'pass', ofCosmos],
  [
    'brought along, gone',
    together(having.bringYourOwn, { hide: { cosmos: 'absent' } }),
    'unknown absent high/medium',
    ofCosmos,
  ],
  [
    'brought along, forbidden',
    together(having.bringYourOwn, { hide: { cosmos: 'forbidden' } }),
    'unknown forbidden high/medium',
    { ...ofCosmos, message: /databaseAccounts\/read/ },
  ],
  [
    'brought along, named by no id',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { cosmosDbResourceId: 'cosmosfraud' } } } }),
    'unknown not-visible high/medium',
    { of: 'cosmosfraud' },
  ],
  [
    'not among what was brought along',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { cosmosDbResourceId: null } } } }),
    'not-applicable not-used',
  ],
  [
    'hidden in its group',
    { without: ['cosmos'] },
    'unknown not-visible high/medium',
    { ...ofGroup, message: /shows no Cosmos DB account;/ },
  ],
  [
    'group gone: its own check says so',
    { without: ['cosmos', 'search', 'metaStorage'], hide: { group: 'absent' } },
    'not-applicable absent',
    ofGroup,
  ],
  [
    'group forbidden',
    { without: ['cosmos', 'search', 'metaStorage'], hide: { group: 'forbidden' } },
    'unknown forbidden high/medium',
    ofGroup,
  ],
  ...elsewhere,
])

const ownCosmos = (properties: Overrides): Change => together(having.bringYourOwn, cosmos(properties))
cases('metadata/cosmos-tls', [
  ['1.2', ownCosmos({}), 'pass', { ...ofCosmos, reads: ['properties.minimalTlsVersion', 'Tls12'] }],
  ['1.2, oddly cased', ownCosmos({ minimalTlsVersion: 'TLS12' }), 'pass', ofCosmos],
  [
    '1.1',
    ownCosmos({ minimalTlsVersion: 'Tls11' }),
    'fail info/info',
    {
      ...ofCosmos,
      message: /allows TLS 1\.1/,
      remedy: /^az cosmosdb update --name cosmosfraud .*--minimal-tls-version Tls12$/,
    },
  ],
  ['1.0', ownCosmos({ minimalTlsVersion: 'Tls' }), 'fail info/info', { ...ofCosmos, message: /allows TLS 1\.0/ }],
  ['absent', ownCosmos({ minimalTlsVersion: null }), 'unknown property-absent info/info', ofCosmos],
  ['empty', ownCosmos({ minimalTlsVersion: '' }), 'unknown property-absent info/info', ofCosmos],
  ['unheard of', ownCosmos({ minimalTlsVersion: 'Tls14' }), 'unknown unrecognised-value info/info', ofCosmos],
  ['of another type', ownCosmos({ minimalTlsVersion: 1.2 }), 'unknown unrecognised-value info/info', ofCosmos],
  ['gone', together(ownCosmos({}), { hide: { cosmos: 'absent' } }), 'unknown absent info/info', ofCosmos],
  ['forbidden', together(ownCosmos({}), { hide: { cosmos: 'forbidden' } }), 'unknown forbidden info/info', ofCosmos],
  ['in the managed resource group', cosmos({ minimalTlsVersion: 'Tls' }), 'not-applicable not-used'],
  ...elsewhere,
])

cases('metadata/search-cmk', [
  [
    'not enforced, and compliant',
    {
      search: {
        properties: { encryptionWithCmk: { enforcement: 'Unspecified', encryptionComplianceStatus: 'Compliant' } },
      },
    },
    'unknown not-observable medium/medium',
    { of: ids.search },
  ],
  [
    'brought along, named by a list',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { searchAccountResourceId: [] } } } }),
    'unknown unrecognised-value medium/medium',
    { of: ids.workspace },
  ],
  ['enforced', {}, 'pass', { ...ofSearch, reads: ['properties.encryptionWithCmk.enforcement', 'Enabled'] }],
  [
    'enforced, oddly cased',
    search({ enforcement: 'ENABLED', encryptionComplianceStatus: 'compliant' }),
    'pass',
    ofSearch,
  ],
  [
    'Unspecified',
    search({ enforcement: 'Unspecified' }),
    'unknown not-observable medium/medium',
    { ...ofSearch, message: /each index/ },
  ],
  ['Disabled', search({ enforcement: 'Disabled' }), 'unknown not-observable medium/medium', ofSearch],
  [
    'not compliant',
    search({ encryptionComplianceStatus: 'NonCompliant' }),
    'unknown not-observable medium/medium',
    ofSearch,
  ],
  ['absent', { search: { properties: { encryptionWithCmk: null } } }, 'unknown not-observable medium/medium', ofSearch],
  ['enforcement absent', search({ enforcement: null }), 'unknown not-observable medium/medium', ofSearch],
  ['compliance absent', search({ encryptionComplianceStatus: null }), 'unknown not-observable medium/medium', ofSearch],
  ['unheard of', search({ enforcement: 'Mostly' }), 'unknown unrecognised-value medium/medium', ofSearch],
  [
    'compliance unheard of',
    search({ encryptionComplianceStatus: 'Checking' }),
    'unknown unrecognised-value medium/medium',
    ofSearch,
  ],
  ['of another type', search({ enforcement: true }), 'unknown unrecognised-value medium/medium', ofSearch],
  ['brought along', having.bringYourOwn, 'pass', ofSearch],
  [
    'brought along, throttled',
    together(having.bringYourOwn, { hide: { search: 'throttled' } }),
    'unknown throttled medium/medium',
    ofSearch,
  ],
  [
    'hidden in its group',
    { without: ['search'] },
    'unknown not-visible medium/medium',
    { ...ofGroup, message: /shows no AI Search service;/ },
  ],
  ...elsewhere,
])

const otherKey = `https://kv-other.vault.azure.net/keys/cmk`
const metaKey = (value: Overrides): Change => ({
  metaStorage: { properties: { encryption: { keyvaultproperties: value } } },
})
cases('metadata/same-key', [
  ['the same', {}, 'pass', { ...ofCosmos, reads: ['key', 'https://kv-fraud-cmk.vault.azure.net/keys/cmk'] }],
  ['the same, of storage', {}, 'pass', { of: ids.metaStorage }],
  [
    'the same, oddly cased',
    cosmos({ keyVaultKeyUri: 'https://KV-FRAUD-CMK.vault.azure.net:443/keys/CMK' }),
    'pass',
    ofCosmos,
  ],
  [
    'the same, another version',
    cosmos({ keyVaultKeyUri: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}` }),
    'pass',
    ofCosmos,
  ],
  [
    'another vault',
    cosmos({ keyVaultKeyUri: otherKey }),
    'fail info/info',
    { ...ofCosmos, message: /cosmosfraud uses the key cmk of kv-other\.vault\.azure\.net/, remedy: null },
  ],
  ['another name', metaKey({ keyname: 'cmk2' }), 'fail info/info', { of: ids.metaStorage, remedy: null }],
  ["Cosmos DB with Microsoft's key", cosmos({ keyVaultKeyUri: null }), 'not-applicable not-used', ofCosmos],
  [
    "storage with Microsoft's key",
    { metaStorage: { properties: { encryption: { keySource: 'Microsoft.Storage' } } } },
    'not-applicable not-used',
    { of: ids.metaStorage },
  ],
  [
    'storage that does not say',
    { metaStorage: { properties: { encryption: { keySource: null } } } },
    'unknown property-absent info/info',
    { of: ids.metaStorage },
  ],
  [
    'storage whose kind of key nobody has heard of',
    { metaStorage: { properties: { encryption: { keySource: 'Microsoft.Hsm' } } } },
    'unknown unrecognised-value info/info',
    { of: ids.metaStorage },
  ],
  [
    'storage that does not name its key',
    metaKey({ keyvaulturi: null }),
    'unknown property-absent info/info',
    { of: ids.metaStorage },
  ],
  [
    'Cosmos DB with a key that is none',
    cosmos({ keyVaultKeyUri: 'cmk' }),
    'unknown unrecognised-value info/info',
    ofCosmos,
  ],
  [
    'the workspace does not name its key',
    { workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: null } } } } },
    'unknown property-absent info/info',
    ofCosmos,
  ],
  [
    'the workspace names what is not a key',
    { workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: 'cmk' } } } } },
    'unknown unrecognised-value info/info',
    ofCosmos,
  ],
  [
    'brought along, forbidden',
    together(having.bringYourOwn, { hide: { cosmos: 'forbidden' } }),
    'unknown forbidden info/info',
    ofCosmos,
  ],
  ...elsewhere,
])

describe('a metadata group', () => {
  it('that was dropped from an answer says which action would show it', () => {
    const [outcome] = outcomes('metadata/cosmos-cmk', { without: ['cosmos'] })
    expect(outcome).toMatchObject({
      missing: { id: ids.group, action: 'Microsoft.DocumentDB/databaseAccounts/read', scope: ids.group },
    })
    const [other] = outcomes('metadata/search-cmk', { without: ['search'] })
    expect(other).toMatchObject({ missing: { action: 'Microsoft.Search/searchServices/read' } })
  })

  it('judges every account of a kind', () => {
    const two: Change = {
      edit: (parts) => {
        parts.hubStorage = { ...parts.cosmos, id: `${ids.cosmos}2`, name: 'cosmosfraud2' }
      },
    }
    expect(findings('metadata/cosmos-cmk', two).map(({ resource }) => resource)).toEqual([ids.cosmos, `${ids.cosmos}2`])
  })
})

it('AI Search names no key that could be compared', () => {
  const subjects = outcomes('metadata/same-key').map(({ subject }) => subject?.id)
  expect(subjects.sort()).toEqual([ids.cosmos, ids.metaStorage].sort())
})
