import { describe, expect, it } from 'vitest'
import { ReadFailure } from '../../src/azure/client.ts'
import { hiddenVault, malformed, unreadable } from '../../src/azure/unreadable.ts'
import type { UnknownReason } from '../../src/model.ts'
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
    ['the host of a vault', 'https://kv.vault.azure.net', 'Microsoft.KeyVault/vaults/read', null],
    ['role assignments', `role assignments of p at ${vault}`, 'Microsoft.Authorization/roleAssignments/read', vault],
    [
      'role assignments at a key: the vault',
      `role assignments of p at ${vault}/keys/k`,
      'Microsoft.Authorization/roleAssignments/read',
      vault,
    ],
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
    expect(spoken(hiddenVault('kv.vault.azure.net'))).toMatchObject({
      id: 'https://kv.vault.azure.net',
      reason: 'not-visible',
      action: 'Microsoft.KeyVault/vaults/read',
      scope: null,
    })
  })
})
