import { describe, expect, it } from 'vitest'
import type { EvidenceSet } from '../../../src/evidence/records.ts'
import { only } from '../../../src/evidence/workspace/model.ts'
import { openWorkspace } from '../../../src/evidence/workspace/open.ts'
import { tagsOf } from '../../../src/evidence/workspace/tags.ts'
import type { CmkArchitecture, UnknownReason } from '../../../src/model.ts'
import { asText } from '../../../src/said.ts'
import {
  allAsked,
  type Change,
  defaults,
  evidenceOf,
  having,
  ids,
  listOf,
  together,
  versions,
} from '../../checklist/builder.ts'

const open = (change: Change = {}) => openWorkspace(evidenceOf(change), ids.workspace, 'baseline', defaults)
const openAll = (change: Change) => openWorkspace(evidenceOf(change), ids.workspace, 'baseline', allAsked)
const vaultElsewhere = 'vault:kv-elsewhere.vault.azure.net'
const elsewhere = `https://kv-elsewhere.vault.azure.net/keys/cmk/${versions.current}`
const federated = { identity: { federatedIdentityClientId: 'f0000000-0000-4000-8000-000000000000' } }
const named = (subjects: { all: { id: string }[]; none: string }) =>
  subjects.all.length > 0 ? subjects.all.map(({ id }) => id) : subjects.none
const project = (properties: Record<string, unknown>) => together(having.project, { workspace: { properties } })

describe('the architecture of a key', () => {
  it.each<[string, Change, CmkArchitecture]>([
    ['a managed group', {}, 'subscription-side'],
    ['service-side', having.serviceSide, 'service-side'],
    ['brought along', having.bringYourOwn, 'bring-your-own'],
    [
      'brought along, of storage alone',
      together(having.bringYourOwn, {
        workspace: { properties: { encryption: { cosmosDbResourceId: '', searchAccountResourceId: null } } },
      }),
      'bring-your-own',
    ],
    ['a key and nothing else', having.undetermined, 'undetermined'],
    ['no encryption', having.noKey, 'none'],
    ['Disabled', { workspace: { properties: { encryption: { status: 'DISABLED' } } } }, 'none'],
    ['a block without status', { workspace: { properties: { encryption: { status: null } } } }, 'undetermined'],
    ['a status unheard of', { workspace: { properties: { encryption: { status: 'Rotating' } } } }, 'undetermined'],
    ['a project', having.project, 'inherited'],
    ['a project of a hidden hub', together(having.project, { hide: { hub: 'forbidden' } }), 'undetermined'],
    ['a hub', { workspace: { kind: 'Hub' } }, 'subscription-side'],
  ])('%s', (_what, change, architecture) => {
    expect(open(change).architecture).toBe(architecture)
  })
})

describe('a project', () => {
  it('has what its hub has not', () => {
    const mixed = open(project({ containerRegistry: ids.registry, storageAccount: ids.hubStorage.toUpperCase() }))
    expect(named(mixed.containerRegistry)).toEqual([expect.stringMatching(/crfraud$/i)])
    expect(named(mixed.storageAccounts)).toBe('inherited')
    expect(named(mixed.keyVaults)).toEqual([ids.cmkVault])
  })

  it('of a hidden hub has what it names itself', () => {
    const alone = open(
      together(project({ keyVault: ids.vault }), { hide: { hub: 'forbidden', hubStorage: 'not-visible' } }),
    )
    expect(named(alone.storageAccounts)).toEqual([ids.hubStorage])
    expect(named(alone.keyVaults)).toEqual([ids.vault])
    expect(named(alone.diagnostics)).toBe('inherited')
    expect(alone.settings.all[0]?.unreadable).toMatchObject({ state: 'unreadable', reason: 'forbidden', id: ids.hub })
  })

  it('without a hub has an unreadable one', () => {
    const orphan = open(project({ hubResourceId: null }))
    expect(orphan).toMatchObject({
      kind: 'project',
      architecture: 'undetermined',
      hub: { id: '', name: '', unreadable: { state: 'unreadable', reason: 'not-visible', id: '' } },
    })
  })

  it.each([
    ['by a number', 7],
    ['as another project', ids.workspace],
  ])('whose hub is named %s has one that nobody can read', (_how, hubResourceId) => {
    const odd = open(project({ hubResourceId }))
    expect(odd.hub).toMatchObject({
      id: '',
      name: '',
      unreadable: { state: 'unreadable', reason: 'unrecognised-value', id: '' },
    })
    expect(odd.hub?.unnamed).toBeUndefined()
  })

  it('alone has a hub', () => {
    expect(open({ workspace: { properties: { hubResourceId: ids.hub } } }).hub).toBe(null)
  })

  it('does not take a key of its own', () => {
    const odd = open(together(having.project, { workspace: { properties: { encryption: { status: 'Enabled' } } } }))
    expect(named(odd.encrypted)).toBe('inherited')
    expect(named(odd.keys)).toBe('inherited')
  })
})

it.each([
  ['Default', 'default'],
  [null, 'default'],
  ['', 'default'],
  ['FEATURESTORE', 'featurestore'],
  ['Workbench', 'workbench'],
  [7, 'default'],
])('the kind %j is %s', (kind, expected) => {
  expect(open({ workspace: { kind } }).kind).toBe(expected)
})

describe('keys', () => {
  it('are one for all that use it', () => {
    const [key, ...others] = open().keys.all
    expect(others).toEqual([])
    expect(key?.consumers.map(({ resource }) => resource.name)).toEqual([
      'mlw-fraud',
      'stfraud',
      'stmeta',
      'crfraud',
      'lac-fraud',
      'cosmosfraud',
    ])
    expect(key).toMatchObject({
      id: ids.key,
      name: 'cmk',
      host: 'kv-fraud-cmk.vault.azure.net',
      otherTenant: false,
      unreadable: null,
    })
  })

  it('have the versions in use, the current one first', () => {
    const [key] = open(having.pinnedOld).keys.all
    expect(key?.versions.map(({ version, resource }) => [version, resource.id])).toEqual([
      [versions.current, ids.key],
      [versions.old, ids.oldKey],
    ])
  })

  it('that do not tell their current version have one all the same', () => {
    const [key] = open({ key: { properties: { keyUriWithVersion: null } } }).keys.all
    expect(key?.versions[0]).toMatchObject({ version: 'current', resource: { id: ids.key } })
  })

  const registry = { properties: { encryption: { keyVaultProperties: { keyIdentifier: elsewhere } } } }

  it('are in another tenant as soon as one who uses them is', () => {
    const [, key] = open(together(having.otherTenant, { registry })).keys.all
    expect(key).toMatchObject({ host: 'kv-elsewhere.vault.azure.net', otherTenant: true })
    expect(key?.consumers.map(({ resource }) => resource.name)).toEqual(['stfraud', 'crfraud'])
    expect(open({ registry }).keys.all[1]).toMatchObject({ host: 'kv-elsewhere.vault.azure.net', otherTenant: false })
  })

  it.each([
    ['of another tenant', federated, true],
    ['of its own', {}, false],
  ])('of an encryption scope are reached by its account, with an identity %s', (_whose, encryption, otherTenant) => {
    const scoped: Change = {
      also: ['datastore', 'dataAccount', 'encryptionScope'],
      options: { encryptionScopes: true },
      dataAccount: { properties: { encryption } },
      encryptionScope: { properties: { keyVaultProperties: { keyUri: elsewhere } } },
    }
    const key = openAll(scoped).keys.all.find(({ host }) => host === 'kv-elsewhere.vault.azure.net')
    expect(key).toMatchObject({ otherTenant, consumers: [{ resource: { name: 'sc-fraud' } }] })
  })

  it.each<[string, (evidence: EvidenceSet) => void, UnknownReason]>([
    ['was not looked for', ({ collections }) => collections.delete(vaultElsewhere), 'not-visible'],
    ['was not found', ({ collections }) => collections.set(vaultElsewhere, { state: 'read', ids: [] }), 'not-visible'],
    [
      'could not be looked for',
      ({ collections }) =>
        collections.set(vaultElsewhere, {
          ...{ state: 'unreadable', id: '', reason: 'throttled', action: null, scope: null, message: 'Slowly.' },
          ids: [],
        }),
      'throttled',
    ],
  ])('whose vault %s cannot be read', (_what, edit, reason) => {
    const evidence = evidenceOf(having.otherTenant)
    edit(evidence)
    const [, key] = openWorkspace(evidence, ids.workspace, 'baseline', defaults).keys.all
    expect(key?.unreadable).toMatchObject({ state: 'unreadable', reason })
    expect(key?.versions).toEqual([])
    expect(asText(key?.unreadable?.message ?? '')).toBe(
      reason === 'throttled'
        ? 'Slowly.'
        : 'The key is in another tenant: https://kv-elsewhere.vault.azure.net/keys/cmk cannot be read with the identity of this run.',
    )
    // no right in this tenant would help
    expect(key?.unreadable?.action).toBe(null)
  })

  it('of its own tenant, whose vault was not found, may be somewhere that nobody sees', () => {
    const [, key] = open({ registry }).keys.all
    expect(asText(key?.unreadable?.message ?? '')).not.toMatch(/^The key is in another tenant/)
  })

  it('are not read through a cluster that is hidden', () => {
    expect(open({ hide: { cluster: 'forbidden', logs: 'forbidden' } }).keys.all[0]?.consumers).toHaveLength(5)
  })
})

it('a malformed link is a subject that cannot be read', () => {
  const account = open({ workspace: { properties: { storageAccount: 'nowhere' } } }).storageAccounts.all[0]
  expect(account).toMatchObject({ id: 'nowhere', unreadable: { reason: 'not-visible' } })
})

it('opens a resource once, whatever the casing of its id', () => {
  const workspace = open()
  expect(workspace.at(ids.vault.toUpperCase())).toBe(workspace.at(ids.vault))
})

it('narrows subjects and keeps the reason for there being none', () => {
  expect(only({ all: [], none: 'inherited' }, () => true)).toEqual({ all: [], none: 'inherited' })
  expect(only({ all: [open().resource], none: 'not-used' }, () => false)).toEqual({ all: [], none: 'not-used' })
})

it.each([5, ['x'], { id: 'x' }, 'a/b'])('whose group is named by %j has stores that nobody can look for', (name) => {
  const strange = open({ workspace: { properties: { serviceProvisionedResourceGroup: name } } })
  expect(strange.architecture).toBe('subscription-side')
  expect(strange.metadataGroup.all.map(({ id, unnamed }) => [id, unnamed?.by])).toEqual([
    [ids.workspace, 'metadata/resource-group'],
  ])
  expect(strange.metadata.all.every(({ unnamed }) => unnamed?.by === 'metadata/resource-group')).toBe(true)
})

describe('the stores of metadata in a managed group', () => {
  const stores = (change: Change) => open(change).metadata.all.map(({ id, type }) => [id, type.replace(/.*\//, '')])
  const encryption = (properties: Record<string, unknown>): Change => ({
    workspace: { properties: { encryption: properties } },
  })
  const nothingListed: Change = { without: ['cosmos', 'search', 'metaStorage'] }

  it('are those of its list', () => {
    expect(stores({})).toEqual(
      expect.arrayContaining([
        [ids.cosmos, 'databaseaccounts'],
        [ids.search, 'searchservices'],
        [ids.metaStorage, 'storageaccounts'],
      ]),
    )
    expect(stores({})).toHaveLength(3)
  })

  it('are not another that the workspace names, where the list has one of the type', () => {
    expect(stores(encryption({ cosmosDbResourceId: `${ids.cosmos}2` }))).toEqual(stores({}))
  })

  it('are completed by one that the workspace names', () => {
    const other = ids.cosmos.replace('azureml-rg-fraud', 'rg-other')
    const unlisted: Change = {
      edit: ({ cosmos }) => {
        cosmos.id = other
      },
    }
    expect(stores(together(unlisted, encryption({ cosmosDbResourceId: other })))).toEqual(
      expect.arrayContaining([[other, 'databaseaccounts']]),
    )
    expect(stores(together(unlisted, encryption({ cosmosDbResourceId: 7 })))).toEqual(
      expect.arrayContaining([[ids.group, 'databaseaccounts']]),
    )
  })

  it('stand under the group where it shows none', () => {
    const hidden = stores({ ...nothingListed, hide: { group: 'forbidden' } })
    expect(hidden).toEqual([
      [ids.group, 'storageaccounts'],
      [ids.group, 'databaseaccounts'],
      [ids.group, 'searchservices'],
    ])
  })

  it('are gone with the group, accounts without a word', () => {
    const gone: Change = { ...nothingListed, hide: { group: 'absent' } }
    expect(stores(gone)).toEqual([
      [ids.group, 'databaseaccounts'],
      [ids.group, 'searchservices'],
    ])
    const storesNamed = encryption({ storageAccountResourceId: ids.metaStorage, cosmosDbResourceId: ids.cosmos })
    expect(stores(together(gone, storesNamed))).toEqual(stores(gone))
  })
})

describe('keys that have no name', () => {
  const unknown = (change: Change) =>
    open(change).unknownKeys.map(({ id, unreadable }) => [id, asText(unreadable?.message ?? '')])
  const nameless: Change = {
    workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: 'nowhere' } } } },
  }
  const nothing = { host: '', vault: null, versions: [], consumers: [], otherTenant: false, hiddenUsers: null }
  it('are of no vault, and have no versions', () => {
    expect(open(nameless).unknownKeys).toMatchObject([{ ...nothing, hiddenBy: [], unreadable: { id: '' } }])
    expect(open(nameless).unknownKeys[0]?.versions).toEqual([])
    expect(open(nameless).unknownKeys[0]?.consumers).toEqual([])
  })

  const noOther = together(having.noKeysAtAll, { workspace: { properties: { encryption: { status: 'Enabled' } } } })
  const hiddenList: Change = { hideCollections: { [listOf('computes')]: 'forbidden' } }

  it.each<[string, Change]>([
    ['whatever else is hidden there', noOther],
    ['whatever other key is known', {}],
  ])('stand under what uses them, %s', (_what, others) => {
    for (const change of [nameless, together(nameless, hiddenList)])
      expect(unknown(together(others, change))).toEqual([
        [ids.workspace, expect.stringMatching(/^mlw-fraud is encrypted with a customer-managed key/)],
      ])
  })

  it('are told with every place that does not name one', () => {
    const property = { keySource: 'Microsoft.Keyvault', keyVaultProperties: null }
    const managed = { managedDisk: property, managedServices: property }
    const databricks = { properties: { encryption: { entities: managed } } }
    const all = unknown(together(having.everything, { databricks }))
    expect(all).toEqual([
      [
        ids.databricks,
        expect.stringMatching(/: properties\.encryption\.\S+, properties\.encryption\.\S+ does not name one\.$/),
      ],
    ])
  })
})

describe('what computes are attached to', () => {
  const everything = open(having.everything)
  it('is sorted by its type', () => {
    expect(named(everything.clusters)).toEqual([ids.aks, ids.arc])
    expect(everything.clusters.all.map(({ isArc, computes }) => [isArc, computes.map(({ name }) => name)])).toEqual([
      [false, ['aks-v1', 'k8s']],
      [true, ['k8s-arc']],
    ])
    expect(named(everything.databricks)).toEqual([ids.databricks])
    expect(named(everything.virtualMachines)).toEqual([ids.vm])
    expect(named(everything.hdinsight)).toEqual([ids.hdinsight])
  })

  it.each([
    ['kubernetes', 'clusters'],
    ['aksV1', 'clusters'],
    ['databricksCompute', 'databricks'],
    ['vmCompute', 'virtualMachines'],
    ['hdinsightCompute', 'hdinsight'],
  ] as const)('%s: by the compute, when the reference is malformed', (compute, where) => {
    const odd = open({ also: [compute], [compute]: { properties: { resourceId: 'nowhere' } } })
    expect(odd[where].all).toMatchObject([{ id: 'nowhere', unreadable: { reason: 'not-visible' } }])
  })

  it('is nothing that anybody reads, for the others', () => {
    const odd = open({ also: ['synapse'], synapse: { properties: { resourceId: 'nowhere' } } })
    const untold = open({
      also: ['vmCompute'],
      vmCompute: { properties: { resourceId: 'nowhere', computeType: null } },
    })
    for (const { clusters, databricks, virtualMachines, hdinsight } of [odd, untold])
      expect([clusters, databricks, virtualMachines, hdinsight].map(named)).toEqual(Array(4).fill('not-used'))
  })

  it('uses keys, each consumer once', () => {
    const [key, ...others] = everything.keys.all
    expect(others).toEqual([])
    const consumers = key?.consumers.map(({ resource }) => resource.name) ?? []
    expect(new Set(consumers)).toEqual(
      new Set([
        ...(open().keys.all[0]?.consumers.map(({ resource }) => resource.name) ?? []),
        'stdata',
        'aks-fraud',
        'des-fraud',
        'dbw-fraud',
        'hdi-fraud',
        'aoai-fraud',
      ]),
    )
    // three of Databricks
    expect(consumers.filter((name) => name === 'dbw-fraud')).toHaveLength(3)
    expect(consumers.filter((name) => name !== 'dbw-fraud')).toHaveLength(new Set(consumers).size - 1)
  })
})

describe('the accounts behind datastores', () => {
  const accounts = (change: Change) =>
    named(open(together({ also: ['datastore', 'dataAccount'] }, change)).storageAccounts)
  const store = (properties: Record<string, unknown>): Change => ({ datastore: { properties } })
  const byName = { subscriptionId: null, resourceGroup: null }
  it('are found by id, else by name', () => {
    expect(accounts({})).toContain(ids.dataAccount)
    for (const part of [byName, { ...byName, resourceGroup: 'rg-Fraud' }, { ...byName, accountName: 'STDATA' }])
      expect(accounts(store(part))).toContain(ids.dataAccount)
    expect(accounts({ also: ['systemDatastore'], without: ['datastore'] })).toEqual([ids.storage, ids.metaStorage])
  })

  it('that nobody finds stand under the datastore', () => {
    expect(accounts(together(store(byName), { without: ['dataAccount'] }))).toContain(ids.datastore)
    expect(accounts(together(store({ ...byName, accountName: 'x' }), { drop: ['account:x'] }))).toContain(ids.datastore)
  })

  it('that nobody finds say why', () => {
    const found = (change: Change) =>
      open(together({ also: ['datastore', 'dataAccount'] }, change)).storageAccounts.all.find(
        ({ id }) => id === ids.datastore,
      )?.unreadable
    const lost = together(store({ ...byName, accountName: 'stlost' }))
    expect(asText(found({ ...lost, drop: ['account:stlost'] })?.message ?? '')).toBe(
      'The storage account stlost was not found.',
    )
    expect(found(together(lost, { hideCollections: { 'account:stlost': 'throttled' } }))).toMatchObject({
      reason: 'throttled',
    })
  })

  it.each([
    ['AzureBlob', true],
    ['azureFILE', true],
    ['AzureDataLakeGen2', true],
    ['AzureSqlDatabase', false],
    [null, false],
  ])('of a datastore of type %s that names none: it lacks one: %s', (datastoreType, lacksOne) => {
    const nameless = open(
      together({ also: ['datastore', 'dataAccount'] }, store({ ...byName, datastoreType, accountName: null })),
    ).storageAccounts.all.filter(({ id }) => id === ids.datastore)
    expect(nameless.map(({ type, unnamed }) => [type, unnamed && asText(unnamed.message)])).toEqual(
      lacksOne
        ? [['microsoft.storage/storageaccounts', 'training does not name its storage account: nobody can judge that.']]
        : [],
    )
  })

  it("of a project are its own, but for its hub's", () => {
    const inProject = (change: Change) => accounts(together(having.project, change))
    expect(inProject({})).toEqual([ids.dataAccount])
    expect(inProject(store({ accountName: 'STHUB' }))).toBe('inherited')
    expect(inProject(together(store({ ...byName, accountName: 'sthub' })))).toBe('inherited')
    expect(inProject(together(store({ accountName: 'sthub' }), { hide: { hub: 'forbidden' } }))).toEqual([
      ids.hubStorage,
    ])
  })
})

it.each<[string, Change, Record<string, string>]>([
  ['are those of the workspace', { workspace: { tags: { env: 'prod' } } }, { env: 'prod' }],
  ['are none', { workspace: { tags: null } }, {}],
  ['are none of a workspace that was not read', { hide: { workspace: 'forbidden' } }, {}],
])('tags %s', (_whose, change, tags) => {
  expect(tagsOf(evidenceOf(change), ids.workspace.toUpperCase())).toEqual(tags)
  expect(tagsOf({ resources: new Map() }, ids.workspace)).toEqual({})
})
