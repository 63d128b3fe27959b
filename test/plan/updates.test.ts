import { describe, expect, it } from 'vitest'
import { Unknown } from '../../src/evidence/unknown.ts'
import { evidenceWith, idOf, type Planned, planned, planOf, read } from './builder.ts'

const storage = 'Microsoft.Storage/storageAccounts'
const account = idOf(storage, 'st')
const live = evidenceWith([
  storage,
  'st',
  {
    properties: {
      minimumTlsVersion: 'TLS1_2',
      allowSharedKeyAccess: false,
      encryption: { keyvaultproperties: { keyname: 'live' } },
    },
  },
])
const [tls, keys] = ['properties.minimumTlsVersion', 'properties.allowSharedKeyAccess']
const keyName = 'properties.encryption.keyvaultproperties.keyname'
const open = expect.any(Unknown)

/** An update of what is marked as sensitive before and after it. */
function update(resource: string, before: object, after: object, marks: object, more: Planned = {}) {
  const own = { id: account, name: 'st', resource_group_name: 'rg' }
  const written = planOf({
    [`${resource}.a`]: {
      actions: ['update'],
      before: { ...own, ...before },
      after: { ...own, ...after },
      sensitive: marks,
      ...more,
    },
  })
  const changes = written.resource_changes as { change: object }[]
  const marked = changes.map((one) => ({ ...one, change: { ...one.change, before_sensitive: marks } }))
  return read({ ...written, resource_changes: marked })
}

const ofAccount = (before: object, after: object, marks: object) =>
  update('azurerm_storage_account', before, after, marks)
const version = (min_tls_version: string) => ({ min_tls_version })
const block = (name: string) => ({
  customer_managed_key: [{ key_vault_key_id: `https://kv.vault.azure.net/keys/${name}` }],
})
const inBlock = { customer_managed_key: [{ key_vault_key_id: true }] }
const body = (minimumTlsVersion: string, allowSharedKeyAccess = false) => ({
  type: `${storage}@2025-06-01`,
  resource_id: account,
  body: { properties: { minimumTlsVersion, allowSharedKeyAccess } },
})
const ofBody = (before: object, after: object) =>
  update(
    'azapi_update_resource',
    before,
    after,
    { body: { properties: { minimumTlsVersion: true } } },
    {
      provider: 'azure/azapi',
    },
  )

// what the plan changes may be anything afterwards, although nobody looks at what it was and what it will be
describe('what is marked as sensitive before and after an update', () => {
  it.each([
    ['is open when it changes', ofAccount(version('TLS1_2'), version('TLS1_0'), { min_tls_version: true }), tls, open],
    [
      'stays when it does not',
      ofAccount(version('TLS1_2'), version('TLS1_2'), { min_tls_version: true }),
      tls,
      'TLS1_2',
    ],
    ['is open when it changes in a block', ofAccount(block('a'), block('b'), inBlock), keyName, open],
    ['stays when its block does', ofAccount(block('a'), block('a'), inBlock), keyName, 'live'],
    [
      'is open when all of it is and changes',
      ofAccount(block('a'), block('b'), { customer_managed_key: true }),
      keyName,
      open,
    ],
    ['is open when it changes in a body', ofBody(body('TLS1_2'), body('TLS1_0')), tls, open],
    ['stays when something else in the body changes', ofBody(body('TLS1_2'), body('TLS1_2', true)), tls, 'TLS1_2'],
    ['hides nothing else in the body', ofBody(body('TLS1_2'), body('TLS1_2', true)), keys, true],
  ])('%s', (_name, plan, path, value) => {
    expect(planned(account, [plan], live).at(path)).toEqual(value)
  })
})

it('of two that change one account, a body goes over what a provider sets', () => {
  const plan = planOf({
    'azapi_update_resource.a': {
      provider: 'azure/azapi',
      after: {
        type: `${storage}@2025-06-01`,
        resource_id: account,
        body: { properties: { encryption: { keyvaultproperties: { keyname: 'body' } } } },
      },
    },
    'azurerm_storage_account_customer_managed_key.b': {
      after: { storage_account_id: account, key_vault_key_id: 'https://kv.vault.azure.net/keys/part' },
    },
  })
  expect(planned(account, [read(plan)], live).at(keyName)).toBe('body')
})

describe('what nobody knows before an update, nor after it', () => {
  const database = idOf('Microsoft.DocumentDB/databaseAccounts', 'db')
  const there = evidenceWith([
    'Microsoft.DocumentDB/databaseAccounts',
    'db',
    { properties: { customerManagedKeyStatus: 'Valid' } },
  ])
  const keyed = (key?: string) => ({
    id: database,
    name: 'db',
    resource_group_name: 'rg',
    key_vault_key_id: key === undefined ? null : `https://kv.vault.azure.net/keys/${key}`,
  })
  it.each<[string, before: string, after: string | undefined, value: unknown]>([
    ['is open when what it comes from changes', 'a', 'b', open],
    ['stays when that does', 'a', 'a', 'Valid'],
    ['goes when that does', 'a', undefined, undefined],
  ])('%s', (_name, before, after, value) => {
    const one: Planned = { actions: ['update'], before: keyed(before), after: keyed(after) }
    const plan = read(planOf({ 'azurerm_cosmosdb_account.a': one }))
    expect(planned(database, [plan], there).at('properties.customerManagedKeyStatus')).toEqual(value)
  })
})
