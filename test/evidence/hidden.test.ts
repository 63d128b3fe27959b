import { expect, it } from 'vitest'
import { called, hiddenStore, hiddenUsers, lackingMessage, summed } from '../../src/evidence/hidden.ts'
import type { UnreadableRecord } from '../../src/evidence/records.ts'
import { noReads, openResource, type Resource } from '../../src/evidence/resource.ts'
import { resourceGroup } from '../../src/resources/subscription.ts'
import { asText } from '../../src/said.ts'
import { ids } from '../checklist/builder.ts'
import { spoken } from '../spoken.ts'

const record = (id: string, more: Partial<UnreadableRecord> = {}): UnreadableRecord => ({
  state: 'unreadable',
  id,
  reason: 'forbidden',
  action: null,
  scope: null,
  message: 'No.',
  ...more,
})
const hidden = (id: string, more: Partial<UnreadableRecord> = {}) => openResource(record(id, more), noReads)
/** A list that cannot be read, under what it belongs to. */
const listOf = (holder: Resource, list: string) => ({ ...holder, list, unreadable: record(`${holder.id}/${list}`) })

it('something hidden may use a key, and something gone uses none', () => {
  const readable = openResource(
    { state: 'read', id: ids.vault, source: 'resource-manager', apiVersion: null, body: {} },
    noReads,
  )
  const users = hiddenUsers([readable, hidden(ids.storage), hidden(ids.registry, { state: 'absent' })])
  expect(users).toEqual([
    {
      id: ids.storage,
      name: { id: ids.storage, name: 'stfraud' },
      list: null,
      kind: 'microsoft.storage/storageaccounts',
      record: record(ids.storage),
    },
  ])
})

it('is named once for each record, by the name that it first had', () => {
  const one = hidden(ids.storage)
  expect(hiddenUsers([one, { ...one, name: 'another' }]).map((user) => asText(called(user)))).toEqual(['stfraud'])
})

it('a list is named by what it lists', () => {
  const workspace = hidden(ids.workspace)
  expect(hiddenUsers([listOf(workspace, 'computes')]).map((user) => asText(called(user)))).toEqual([
    'the computes of mlw-fraud',
  ])
  const byHost = { ...workspace, unreadable: record('https://kv.vault.azure.net') }
  expect(hiddenUsers([byHost]).map((user) => asText(called(user)))).toEqual(['mlw-fraud'])
})

it.each<[string, Resource, string]>([
  ['a resource', hidden(ids.storage), 'microsoft.storage/storageaccounts'],
  ['a store that its group does not show', { ...hidden(ids.group), type: 'x' }, resourceGroup.type],
  ['a list', listOf(hidden(ids.workspace), 'encryptionScopes'), 'encryptionscopes'],
])('%s is of a kind', (_what, user, kind) => {
  expect(hiddenUsers([user]).map((each) => each.kind)).toEqual([kind])
})

it('of what has no id there is one for each type and place', () => {
  const nameless = hidden(ids.workspace)
  const at = (id: string, type: string) => ({ ...nameless, id, type, unreadable: record('') })
  const users = [at(ids.workspace, 'a'), at(ids.workspace, 'b'), at(ids.storage, 'a'), at(ids.workspace, 'a')]
  expect(hiddenUsers(users).map(({ id, kind }) => [id, kind])).toEqual([
    [ids.workspace, 'a'],
    [ids.workspace, 'b'],
    [ids.storage, 'a'],
  ])
})

it.each([
  ['microsoft.documentdb/databaseaccounts', 'Cosmos DB account', 'Microsoft.DocumentDB/databaseAccounts/read'],
  ['microsoft.search/searchservices', 'AI Search service', 'Microsoft.Search/searchServices/read'],
  ['microsoft.storage/storageaccounts', 'storage account', 'Microsoft.Storage/storageAccounts/read'],
  ['microsoft.nobody/knows', 'microsoft.nobody/knows', null],
])('a managed resource group that shows no %s hides one', (type, label, action) => {
  const message = `The managed resource group azureml-rg shows no ${label}; it always has one, so the identity of this run may not see it.`
  expect(spoken(hiddenStore({ id: ids.group, name: 'azureml-rg' }, type))).toEqual({
    state: 'unreadable',
    id: ids.group,
    reason: 'not-visible',
    action,
    scope: ids.group,
    message,
  })
  expect(asText(lackingMessage({ name: 'azureml-rg' }, [type]))).toBe(message)
})

it('several are one record: the reason of the first, the names of all', () => {
  const users = [
    { name: { name: 'mlw' }, list: 'computes', record: record(ids.workspace, { reason: 'timeout' }) },
    { name: { name: 'mlw' }, list: 'datastores', record: record(ids.workspace) },
    { name: { name: 'the account' }, list: null, record: record(ids.storage) },
    { name: { name: 'the account' }, list: null, record: record(ids.registry) },
  ]
  expect(spoken(summed(users, 'nobody knows.'))).toEqual({
    ...record(ids.workspace, { reason: 'timeout' }),
    message: 'The computes of mlw, the datastores of mlw and the account could not be read, so nobody knows.',
  })
  expect(asText(summed(users.slice(2), 'nobody knows.')?.message ?? '')).toBe(
    'the account could not be read, so nobody knows.',
  )
  expect(summed([], 'nobody knows.')).toBe(null)
})
