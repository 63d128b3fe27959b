import { describe, expect, it } from 'vitest'
import { over, ReadFailure } from '../../src/azure/requests/read-failure.ts'
import {
  cutShort,
  malformed,
  nameless,
  unreadable,
  unreadableAccount,
  unreadableAssignments,
  unreadableList,
  unreadableRole,
  unreadableVault,
} from '../../src/azure/unreadable.ts'
import type { UnreadableRecord } from '../../src/evidence/records.ts'
import type { UnknownReason } from '../../src/model.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import type { ResourceType } from '../../src/resources/type.ts'
import { cancelled } from '../../src/time.ts'
import { spoken } from '../spoken.ts'

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const vault = `${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`
const failure = (reason: UnknownReason, message = 'Azure said so.') => new ReadFailure(reason, message)

describe('what a failed read means', () => {
  it.each<[string, string, string, string | null]>([
    ['a vault', vault, 'Microsoft.KeyVault/vaults/read', vault],
    ['a key: the vault', `${vault}/keys/k`, 'Microsoft.KeyVault/vaults/keys/read', vault],
    ['a version: the vault', `${vault}/keys/k/versions/v`, 'Microsoft.KeyVault/vaults/keys/versions/read', vault],
    [
      'a provider: the subscription',
      `${subscription}/providers/Microsoft.Search`,
      'Microsoft.Resources/subscriptions/providers/read',
      subscription,
    ],
    [
      'a resource group',
      `${subscription}/resourceGroups/rg`,
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      `${subscription}/resourceGroups/rg`,
    ],
    ['a subscription', subscription, 'Microsoft.Resources/subscriptions/read', subscription],
  ])('forbidden: %s', (_, id, action, scope) => {
    const record = spoken(unreadable(id, failure('forbidden')))
    expect(record).toMatchObject({ state: 'unreadable', id, reason: 'forbidden', action, scope })
    expect(record.message).toMatch(new RegExp(`^The identity of this run may not read the .*: it lacks ${action}\\.$`))
  })

  it.each<[UnknownReason, RegExp, boolean]>([
    ['absent', /^The vault key k does not exist\.$/, false],
    ['not-visible', /subscription that the identity of this run cannot see/, true],
    ['throttled', /throttled every attempt/, false],
    ['timeout', /before the run reached its time limit/, false],
    ['api-unsupported', /none of the API versions/, false],
    ['invalid-response', /could not be read: Azure said so\.$/, false],
    ['truncated', /could not be read: Azure said so\.$/, false],
  ])('%s', (reason, message, helps) => {
    const record = spoken(unreadable(`${vault}/keys/k`, failure(reason)))
    expect(record).toMatchObject({
      state: reason === 'absent' ? 'absent' : 'unreadable',
      reason,
      message: expect.stringMatching(message),
    })
    expect(record.action !== null && record.scope !== null).toBe(helps)
  })

  it('an id of a type that nobody knows has no action to ask for', () => {
    const record = spoken(
      unreadable(`${subscription}/resourceGroups/rg/providers/Microsoft.Sql/servers/s`, failure('forbidden')),
    )
    expect(record).toMatchObject({ action: null, message: 'The identity of this run may not read the resource s.' })
    expect(unreadable('name', failure('not-visible')).scope).toBe('/name')
  })

  it('stays on one line, whatever came', () => {
    expect(spoken(unreadable(vault, failure('invalid-response', 'a\nb\r\nc'))).message).not.toMatch(/[\r\n]/)
    expect(spoken(malformed('x\ny')).message).not.toMatch(/[\r\n]/)
  })

  it('a vault that nobody sees', () => {
    expect(spoken(unreadableVault('kv.vault.azure.net', null))).toMatchObject({
      id: 'https://kv.vault.azure.net',
      reason: 'not-visible',
      action: 'Microsoft.KeyVault/vaults/read',
      scope: null,
    })
  })
})

const foreign = new ReadFailure('not-visible', 'No.', 401, 'InvalidAuthenticationTokenTenant')
const workspace = `${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw`
const computes = resourceTypes['microsoft.machinelearningservices/workspaces/computes'] as ResourceType
const account = `${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`
const role = '/providers/Microsoft.Authorization/roleDefinitions/r'

/** What people read, and with which action at which scope it would be readable. */
describe('in words', () => {
  const list = (one: ReadFailure) => unreadableList(workspace, 'computes', computes, one)
  it.each<[string, UnreadableRecord, message: string, action?: string | null, scope?: string | null]>([
    [
      'a run that was cancelled',
      unreadable(vault, over(cancelled('job'))),
      'The key vault kv was not read before the run was cancelled.',
    ],
    [
      'a run that was cancelled, however that is put',
      unreadable(vault, Object.assign(failure('timeout', 'The job was stopped.'), { isCancelled: true })),
      'The key vault kv was not read before the run was cancelled.',
    ],
    [
      'a time-out that speaks of somebody who cancelled',
      unreadable(vault, failure('timeout', 'The run was cancelled.')),
      'The key vault kv was not read before the run reached its time limit (timeout-minutes).',
    ],
    ['another tenant', unreadable(vault, foreign), 'The key vault kv belongs to a different tenant from this run.'],
    [
      'what only looks like it',
      unreadable(vault, new ReadFailure('not-visible', 'No.', 401, 'xInvalidAuthenticationTokenTenantx')),
      'The key vault kv is in a subscription that the identity of this run cannot see.',
      'Microsoft.KeyVault/vaults/read',
      vault,
    ],
    [
      'what there is one of',
      unreadable(`${account}/fileServices/default`, failure('throttled')),
      'Azure throttled every attempt to read the file service of st.',
    ],
    [
      'a provider',
      unreadable(`${subscription}/providers/Microsoft.Search`, failure('throttled')),
      'Azure throttled every attempt to read the resource provider Microsoft.Search.',
    ],
    [
      'the host of a vault',
      unreadableVault('kv.vault.azure.net', failure('throttled')),
      'Azure throttled every attempt to read the vault behind kv.vault.azure.net.',
    ],
    [
      'the host of a vault, refused',
      unreadableVault('kv.vault.azure.net', failure('forbidden')),
      'The identity of this run may not read the vault behind kv.vault.azure.net: it lacks Microsoft.KeyVault/vaults/read.',
      'Microsoft.KeyVault/vaults/read',
    ],
    [
      'an account by its name, refused',
      unreadableAccount('st', failure('forbidden')),
      'The identity of this run may not read the storage account st: it lacks Microsoft.Storage/storageAccounts/read.',
      'Microsoft.Storage/storageAccounts/read',
    ],
    [
      'an account by its name, of which nothing came',
      unreadableAccount('st', failure('throttled')),
      'Azure throttled every attempt to read the storage account st.',
    ],
    [
      'assignments at a key, refused: the vault',
      unreadableAssignments(`${vault}/keys/k`, 'p', failure('forbidden')),
      'The identity of this run may not read the role assignments of p at k: it lacks Microsoft.Authorization/roleAssignments/read.',
      'Microsoft.Authorization/roleAssignments/read',
      vault,
    ],
    [
      'assignments',
      unreadableAssignments(vault, 'p', failure('throttled')),
      'Azure throttled every attempt to read the role assignments of p at kv.',
    ],
    [
      'assignments that are not there',
      unreadableAssignments(vault, 'p', failure('absent')),
      'The role assignments of p at kv could not be read: Azure said so.',
    ],
    [
      'a role, where it is assigned',
      unreadableRole(role, vault, failure('forbidden')),
      'The identity of this run may not read the role definition r: it lacks Microsoft.Authorization/roleDefinitions/read.',
      'Microsoft.Authorization/roleDefinitions/read',
      vault,
    ],
    [
      'a role that is not there',
      unreadableRole(role, vault, failure('absent')),
      'The role definition r does not exist.',
    ],
    [
      'something without a name',
      nameless(`${workspace}/computes/item 3 of the list`, workspace, computes),
      'Of the computes of mlw, item 3 of the list has neither an id nor a name.',
    ],
    [
      'an id that is none',
      malformed('x'),
      'A resource refers to "x", which is not a resource id that this action can read.',
    ],
    [
      'a vault that nobody sees',
      unreadableVault('kv.vault.azure.net', null),
      'The vault behind kv.vault.azure.net is not visible to the identity of this run: it may not read it, or it is in another tenant.',
      'Microsoft.KeyVault/vaults/read',
    ],
    [
      'a managed HSM that nobody sees',
      unreadableVault('h.managedhsm.azure.net', null),
      'The vault behind h.managedhsm.azure.net is not visible to the identity of this run: it may not read it, or it is in another tenant.',
      'Microsoft.KeyVault/managedHSMs/read',
    ],
    [
      'an account that nobody sees',
      unreadableAccount('st', null),
      'The storage account st is not visible to the identity of this run: it may not read it, or it is in another tenant.',
      'Microsoft.Storage/storageAccounts/read',
    ],
    [
      'a list that is refused',
      list(failure('forbidden')),
      'The identity of this run may not list the computes of mlw: it lacks Microsoft.MachineLearningServices/workspaces/computes/read.',
      'Microsoft.MachineLearningServices/workspaces/computes/read',
      workspace,
    ],
    [
      'a list that is not there',
      list(failure('absent')),
      'The computes of mlw cannot be listed: Azure does not know this list, or none of the API versions that are tried.',
    ],
    ['a list of another tenant', list(foreign), 'The computes of mlw belong to a different tenant from this run.'],
    ['a list that broke off', list(failure('throttled')), 'The computes of mlw could not be listed: Azure said so.'],
    [
      'a list that is long enough',
      cutShort(workspace, 'jobs', 7),
      'The jobs of mlw were read up to a limit of 7 (thresholds.jobs-per-workspace).',
    ],
  ])('%s', (_name, record, message, action = null, scope = null) => {
    expect(spoken(record)).toMatchObject({ message, action, scope })
  })

  it('has its reason, and the id by which it is found', () => {
    const records = [
      unreadableAssignments(vault, 'p', failure('absent')),
      nameless('a', workspace, computes),
      malformed('x'),
      unreadableAccount('st', null),
      unreadableVault('kv.vault.azure.net', null),
      list(failure('absent')),
      cutShort(workspace, 'jobs', 7),
    ]
    expect(records.map(({ state, id, reason }) => [state, id, reason])).toEqual([
      ['unreadable', `role assignments of p at ${vault}`, 'invalid-response'],
      ['unreadable', 'a', 'invalid-response'],
      ['unreadable', 'x', 'unrecognised-value'],
      ['unreadable', 'storage account st', 'not-visible'],
      ['unreadable', 'https://kv.vault.azure.net', 'not-visible'],
      ['unreadable', `${workspace}/computes`, 'api-unsupported'],
      ['unreadable', `${workspace}/jobs`, 'truncated'],
    ])
  })
})
