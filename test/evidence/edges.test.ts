import { describe, expect, it } from 'vitest'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { type Edge, edgesOf, keyIdOf, ledTo } from '../../src/evidence/edges.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { KeyUse } from '../../src/evidence/keys.ts'
import type { CollectionRecord } from '../../src/evidence/records.ts'
import { Unknown } from '../../src/evidence/unknown.ts'

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const rg = `${subscription}/resourceGroups/rg`
const ml = 'Microsoft.MachineLearningServices/workspaces'
const workspace = `${rg}/providers/${ml}/mlw`
const store = `${rg}/providers/Microsoft.Storage/storageAccounts/st`
const identity = `${rg}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`
const openAi = `${rg}/providers/Microsoft.CognitiveServices/accounts/aoai`
const open = new Unknown('The plan does not say it.')

type Case = [when: string, id: string, body: Record<string, unknown>, lines: string[]]

/** Where an edge leads, in a line. */
function line(edge: Edge): string {
  switch (edge.to) {
    case 'list':
      return `list ${edge.parent}/${edge.list.segment}`
    case 'account':
      return `account ${edge.name} ${edge.id}`
    case 'key':
      return `key ${edge.use.host} ${edge.use.name}`
    default:
      return `${edge.to} ${edge.id}`
  }
}

/** All edges but the lists of a workspace, which every workspace has. */
function linesOf(id: string, body: Record<string, unknown>): string[] {
  const lines = edgesOf({ id, body }, anyKeyHosts).map(line)
  return lines.filter((each) => !each.startsWith(`list ${workspace}/`))
}

describe('where a resource leads', () => {
  it.each<Case>([
    [
      'nothing knows its type',
      `${rg}/providers/A.B/cs/d`,
      { type: 'A.B/cs', properties: { storageAccount: store } },
      [],
    ],
    ['it does not say its type', workspace, { properties: { storageAccount: store } }, []],
    ['a workspace names nothing', workspace, { type: ml }, []],
    [
      'a workspace names its account, in any casing of its type',
      workspace,
      { type: ml.toUpperCase(), properties: { storageAccount: store } },
      [`resource ${store}`],
    ],
    ['what it names is no text', workspace, { type: ml, properties: { storageAccount: { id: store } } }, []],
    ['a plan leaves open what it names', workspace, { type: ml, properties: { storageAccount: open } }, []],
    [
      'its metadata is encrypted',
      workspace,
      {
        type: ml,
        properties: {
          serviceProvisionedResourceGroup: 'managed',
          encryption: {
            status: 'Enabled',
            storageAccountResourceId: store,
            keyVaultProperties: { keyIdentifier: 'https://kv.vault.azure.net/keys/cmk' },
          },
        },
      },
      [`resource ${store}`, `group ${subscription}/resourceGroups/managed`, 'key kv.vault.azure.net cmk'],
    ],
    [
      'its metadata is not encrypted: stores and group are left-overs',
      workspace,
      {
        type: ml,
        properties: {
          serviceProvisionedResourceGroup: 'managed',
          encryption: { status: 'Disabled', storageAccountResourceId: store },
        },
      },
      [],
    ],
    [
      'a plan leaves the group open',
      workspace,
      { type: ml, properties: { serviceProvisionedResourceGroup: open, encryption: { status: 'Enabled' } } },
      [],
    ],
    [
      'the group is named, and nobody can tell the subscription',
      'mlw',
      { type: ml, properties: { serviceProvisionedResourceGroup: `${rg}2`, encryption: { status: 'Enabled' } } },
      [...edgesOf({ id: 'mlw', body: { type: ml } }, anyKeyHosts).map(line), `group ${rg}2`],
    ],
    [
      'it acts with identities',
      workspace,
      {
        type: ml,
        identity: { userAssignedIdentities: { [identity]: {}, [`${identity}2`]: null } },
        properties: { primaryUserAssignedIdentity: identity },
      },
      [`identity ${identity}`, `identity ${identity}`, `identity ${identity}2`],
    ],
    ['it has no identities', workspace, { type: ml, identity: { userAssignedIdentities: null } }, []],
    ['a plan leaves them open', workspace, { type: ml, identity: { userAssignedIdentities: open } }, []],
    ['they stand in a list', workspace, { type: ml, identity: { userAssignedIdentities: [identity] } }, []],
    ['one is no text', workspace, { type: ml, properties: { primaryUserAssignedIdentity: { id: identity } } }, []],
    [
      'a connection names an AI services account',
      `${workspace}/connections/c`,
      { type: `${ml}/connections`, properties: { metadata: { ResourceId: openAi } } },
      [`resource ${openAi}`],
    ],
    [
      'a connection names anything else',
      `${workspace}/connections/c`,
      { type: `${ml}/connections`, properties: { metadata: { ResourceId: store } } },
      [],
    ],
    [
      'a connection names no id',
      `${workspace}/connections/c`,
      { type: `${ml}/connections`, properties: { metadata: { ResourceId: 'see the wiki' } } },
      [],
    ],
    [
      'a web service of SDK v1 may run in a container group',
      `${workspace}/services/s`,
      { type: `${ml}/services`, properties: { computeType: 'ACI' } },
      [`list ${rg}/providers/Microsoft.ContainerInstance/containerGroups`],
    ],
    [
      'it runs on a cluster',
      `${workspace}/services/s`,
      { type: `${ml}/services`, properties: { computeType: 'aks' } },
      [],
    ],
    [
      'a datastore names its account alone',
      `${workspace}/datastores/d`,
      { type: `${ml}/datastores`, properties: { accountName: 'stOther1' } },
      ['account stOther1 null'],
    ],
    [
      'a datastore says where its account is',
      `${workspace}/datastores/d`,
      { type: `${ml}/datastores`, properties: { accountName: 'st1', subscriptionId: 'sub', resourceGroup: 'rg2' } },
      ['account st1 /subscriptions/sub/resourceGroups/rg2/providers/Microsoft.Storage/storageAccounts/st1'],
    ],
    [
      'a datastore says half of where it is',
      `${workspace}/datastores/d`,
      { type: `${ml}/datastores`, properties: { accountName: 'st1', subscriptionId: 'sub' } },
      ['account st1 null'],
    ],
    ...['st', 's'.repeat(25), 'st_1', 'st/1', 'st 1'].map(
      (accountName): Case => [
        `a datastore names what no account can be called: ${accountName}`,
        `${workspace}/datastores/d`,
        { type: `${ml}/datastores`, properties: { accountName } },
        [],
      ],
    ),
    ...['abc', 's'.repeat(24)].map(
      (accountName): Case => [
        `a datastore names the shortest and the longest: ${accountName}`,
        `${workspace}/datastores/d`,
        { type: `${ml}/datastores`, properties: { accountName } },
        [`account ${accountName} null`],
      ],
    ),
  ])('%s', (_when, id, body, lines) => expect(linesOf(id, body)).toEqual(lines))
})

describe('what an edge leads to, as far as it was read', () => {
  const read = (...ids: string[]): CollectionRecord => ({ state: 'read', ids })
  const collections = new Map([
    [collectionKey.list(workspace, 'computes'), read(`${workspace}/computes/c1`, `${workspace}/computes/c2`)],
    [collectionKey.account('st'), read(store)],
    [collectionKey.group(rg), read(store)],
    [collectionKey.vault('kv.vault.azure.net'), read('/kv')],
  ])
  const computes = edgesOf({ id: workspace, body: { type: ml } }, anyKeyHosts).find(
    (edge) => edge.to === 'list' && edge.list.segment === 'computes',
  ) as Edge & { to: 'list' }
  const use: KeyUse = {
    host: 'kv.vault.azure.net',
    name: 'cmk',
    pinned: null,
    inUse: null,
    vaultId: null,
    operations: null,
    isFederated: false,
  }

  it.each<[string, Edge, string[]]>([
    ['a list', computes, [`${workspace}/computes/c1`, `${workspace}/computes/c2`]],
    ['a list that was not read', { ...computes, parent: rg }, []],
    ['an account by name', { to: 'account', name: 'ST', id: null }, [store]],
    ['an account that was not looked for', { to: 'account', name: 'other', id: null }, []],
    ['an account by id', { to: 'account', name: 'st', id: `${store}2` }, [`${store}2`]],
    ['a group', { to: 'group', id: rg }, [rg, store]],
    ['a group that was not read', { to: 'group', id: `${rg}2` }, [`${rg}2`]],
    ['a key', { to: 'key', use }, ['/kv/keys/cmk']],
    [
      'a key in a vault that nobody found',
      { to: 'key', use: { ...use, host: 'kv2.vault.azure.net' } },
      ['https://kv2.vault.azure.net/keys/cmk'],
    ],
    ['an identity', { to: 'identity', id: identity }, [identity]],
  ])('%s', (_what, edge, ids) => expect(ledTo(edge, { collections })).toEqual(ids))

  it('a key has the id of its vault, or its address', () => {
    expect(keyIdOf(use, '/kv')).toBe('/kv/keys/cmk')
    expect(keyIdOf(use, undefined)).toBe('https://kv.vault.azure.net/keys/cmk')
  })
})
