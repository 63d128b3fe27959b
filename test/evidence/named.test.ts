import { describe, expect, it } from 'vitest'
import { keyUrl } from '../../src/evidence/key-id.ts'
import {
  accountByName,
  everyWorkspace,
  idOfReader,
  listOfWorkspaces,
  type Named,
  readerBy,
  roleAssignmentsOf,
  vaultAt,
  whatIs,
} from '../../src/evidence/named.ts'
import { ids } from '../checklist/builder.ts'

const guid = '1b6f0c1e-0000-4000-8000-000000000001'

describe('what stands in place of a resource id', () => {
  it.each<[string, string, Named]>([
    [
      'storage account stdata',
      accountByName('stdata'),
      { kind: 'account', name: 'stdata', type: 'microsoft.storage/storageaccounts' },
    ],
    [
      'https://kv.vault.azure.net',
      vaultAt('kv.vault.azure.net'),
      { kind: 'vault', name: 'kv.vault.azure.net', type: 'microsoft.keyvault/vaults' },
    ],
    [
      'https://h.managedhsm.azure.net',
      vaultAt('h.managedhsm.azure.net'),
      { kind: 'vault', name: 'h.managedhsm.azure.net', type: 'microsoft.keyvault/managedhsms' },
    ],
    [
      'https://kv.vault.azure.net/keys/k',
      keyUrl('kv.vault.azure.net', 'k'),
      { kind: 'address', name: 'kv.vault.azure.net/keys/k', type: null },
    ],
    ['https://', vaultAt(''), { kind: 'address', name: '', type: null }],
    [`role assignments of ${guid}`, roleAssignmentsOf(guid), { kind: 'assignments', name: guid, type: null }],
    [
      `role assignments of ${guid} at ${ids.vault}`,
      roleAssignmentsOf(guid, ids.vault),
      { kind: 'assignments', name: `${guid} at ${ids.vault}`, type: null },
    ],
    ['the list of workspaces', listOfWorkspaces, { kind: 'workspaces', name: 'the list of workspaces', type: null }],
    [
      'every workspace that the identity can read',
      everyWorkspace,
      { kind: 'everything', name: 'every workspace that the identity can read', type: null },
    ],
  ])('%s', (text, made, named) => {
    expect(made).toBe(text)
    expect(whatIs(text)).toEqual(named)
  })

  it.each<[string, Named['kind'], string | null]>([
    [ids.vault, 'resource', 'microsoft.keyvault/vaults'],
    [ids.vault.slice(1), 'target', 'microsoft.keyvault/vaults'],
    [ids.group, 'resource', null],
    ['rg-x/mlw-*', 'target', null],
    ['my storage account st', 'target', null],
    ['the role assignments of nobody', 'target', null],
    ['see https://kv.vault.azure.net', 'target', null],
    ['', 'target', null],
  ])('nothing of the kind: %j', (id, kind, type) => {
    expect(whatIs(id)).toEqual({ kind, name: id, type })
  })
})

it.each([
  [readerBy.clientId(guid), `client id ${guid}`],
  [readerBy.objectId(guid), `object id ${guid}`],
])('%s: who reads has an id', (reader, text) => {
  expect(reader).toBe(text)
  expect(idOfReader(reader)).toBe(guid)
})

it('who reads is left as it is where it is not named by an id', () => {
  expect(idOfReader('the client id of the wiki')).toBe('the client id of the wiki')
})
