import { describe, expect, it } from 'vitest'
import { groupId, groupIdOf, idKey, isWithin, parentId, parseResourceId } from '../../src/evidence/resource-id.ts'

const subscription = '11111111-1111-4111-8111-11111111111a'
const vault = `/subscriptions/${subscription}/resourceGroups/rg-Fraud/providers/Microsoft.KeyVault/vaults/Kv-1`

describe('parseResourceId', () => {
  it.each([
    ['as Azure writes it', vault],
    ['without the first slash', vault.slice(1)],
    ['with a slash behind', `${vault}/`],
    ['with two slashes behind', `${vault}//`],
    ['with a slash and blanks behind', `${vault}/ \n`],
    ['without the first slash, and with one behind', `${vault.slice(1)}/`],
    ['with blanks around', ` ${vault}\n`],
  ])('reads an id %s', (_how, id) => {
    expect(parseResourceId(id)).toEqual({
      subscriptionId: subscription,
      resourceGroup: 'rg-Fraud',
      type: 'microsoft.keyvault/vaults',
      name: 'Kv-1',
    })
  })

  it('tells nothing apart by casing but names', () => {
    expect(parseResourceId(vault.toUpperCase())).toMatchObject({
      subscriptionId: subscription,
      type: 'microsoft.keyvault/vaults',
      name: 'KV-1',
    })
    expect(parseResourceId(vault.toLowerCase())).toMatchObject({ resourceGroup: 'rg-fraud', name: 'kv-1' })
  })

  it.each([
    [`${vault}/keys/cmk`, 'microsoft.keyvault/vaults/keys', 'cmk'],
    [`${vault}/keys/cmk/versions/1`, 'microsoft.keyvault/vaults/keys/versions', '1'],
    [`/subscriptions/${subscription}/resourceGroups/Größe_(1)./providers/a.b/c/d`, 'a.b/c', 'd'],
    [`${vault.replace('Kv-1', 'a b')}`, 'microsoft.keyvault/vaults', 'a b'],
  ])('reads %s', (id, type, name) => {
    expect(parseResourceId(id)).toMatchObject({ type, name })
  })

  it.each([
    '',
    '/',
    'kv-1',
    `/subscriptions/${subscription}`,
    `/subscriptions/${subscription}/resourceGroups/rg`,
    `/subscriptions/${subscription}/providers/Microsoft.Storage`,
    `/subscriptions/11111111/resourceGroups/rg/providers/a.b/c/d`,
    `${vault}/keys`,
    `${vault}'; drop`,
    vault.replace('Kv-1', 'a"b'),
    vault.replace('Kv-1', 'a\\b'),
    vault.replace('Kv-1', 'a\u0000b'),
    vault.replace('Kv-1', 'a?b'),
    vault.replace('Kv-1', 'x'.repeat(261)),
    vault.replace('rg-Fraud', 'x'.repeat(91)),
    `https://management.azure.com${vault}`,
  ])('refuses %j', (id) => {
    expect(parseResourceId(id)).toBe(null)
  })
})

describe('groupIdOf', () => {
  const elsewhere = '22222222-2222-4222-8222-22222222222a'
  const whole = groupId(elsewhere, 'Managed_RG-1')

  it.each([
    ['its name', 'Managed_RG-1', groupId(subscription, 'Managed_RG-1')],
    ['its name, with blanks around', ' Managed_RG-1\n', groupId(subscription, 'Managed_RG-1')],
    ['its name, with a slash behind', 'Managed_RG-1/', groupId(subscription, 'Managed_RG-1')],
    ['its id, of another subscription', whole, whole],
    ['its id, without the first slash', whole.slice(1), whole],
    ['its id, with a slash and blanks behind', `${whole}/ `, whole],
    ['its id, oddly cased', whole.toUpperCase(), groupId(elsewhere.toUpperCase(), 'MANAGED_RG-1')],
    ['its id, in lower case', whole.toLowerCase(), groupId(elsewhere, 'managed_rg-1')],
  ])('knows a group by %s', (_how, text, id) => {
    expect(groupIdOf(text, subscription)).toBe(id)
  })

  it.each([
    '',
    ' / ',
    'a/b',
    "rg' or 1==1",
    'rg?x',
    'x'.repeat(91),
    `/subscriptions/${elsewhere}`,
    '/subscriptions/x/resourceGroups/rg',
    `${whole}/providers/Microsoft.KeyVault/vaults/kv`,
    whole.replace('Managed', "a'b"),
  ])('refuses %j', (text) => {
    expect(groupIdOf(text, subscription)).toBe(null)
  })
})

it('compares ids by what they name', () => {
  expect(idKey(`${vault.toUpperCase()}/`)).toBe(idKey(vault.slice(1)))
  expect(idKey('')).toBe('/')
  expect(idKey('Subscriptions/A/ ')).toBe('/subscriptions/a')
})

it('knows what holds a resource', () => {
  expect(parentId(`${vault}/keys/cmk`)).toBe(vault)
  expect(parentId(`${vault}/keys/cmk/versions/1`)).toBe(`${vault}/keys/cmk`)
  expect(parentId(vault)).toBe(groupId(subscription, 'rg-Fraud'))
})

it.each([
  ['/', true],
  [vault, true],
  [vault.toUpperCase(), true],
  [`/subscriptions/${subscription}`, true],
  [`/SUBSCRIPTIONS/${subscription}/resourcegroups/RG-fraud/`, true],
  [vault.slice(0, -1), false],
  [`${vault}-2`, false],
  [`${vault}/keys/cmk`, false],
  ['/providers/Microsoft.Management/managementGroups/mg', false],
])('a role at %s holds for the vault: %s', (scope, holds) => {
  expect(isWithin(vault, scope)).toBe(holds)
})
