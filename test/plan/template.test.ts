import { describe, expect, it } from 'vitest'
import { Unknown } from '../../src/evidence/unknown.ts'
import { readPlan } from '../../src/plan/read.ts'
import { group, idOf, options, planOf } from './builder.ts'

const open = expect.any(Unknown)
const vault = idOf('Microsoft.KeyVault/vaults', 'kv')
const key = `${vault}/keys/k`
const identity = idOf('Microsoft.ManagedIdentity/userAssignedIdentities', 'id')
const account = idOf('Microsoft.Storage/storageAccounts', 'st')

interface Predicted {
  id: string
  type: string
  name?: string
  apiVersion?: string | undefined
  properties?: unknown
}

/** Of a what-if in which all of these are made. */
function settingsOf(resources: Predicted[], id: string): Record<string, unknown> {
  const made = resources.map((after) => ({
    resourceId: after.id,
    changeType: 'Create',
    after: { apiVersion: '2023-01-01', ...after },
  }))
  const bytes = Buffer.from(JSON.stringify({ status: 'Succeeded', changes: made }))
  const { changes } = readPlan(bytes, 'whatif.json', options)
  const mine = changes.filter((change) => change.id.toLowerCase() === id.toLowerCase())
  return Object.fromEntries(mine.flatMap(({ settings }) => settings.map(({ path, value }) => [path, value])))
}

/** What a template takes from something that it makes as well. */
describe('a reference', () => {
  const made = [
    { id: key, type: 'Microsoft.KeyVault/vaults/keys', name: 'kv/k', properties: { kty: 'RSA' } },
    { id: identity, type: 'Microsoft.ManagedIdentity/userAssignedIdentities', name: 'id' },
  ]
  const tls = 'properties.minimumTlsVersion'
  it.each<[string, expression: string, value: unknown]>([
    ['to the address of a key', `[reference('${key}', '2023-07-01').keyUri]`, 'https://kv.vault.azure.net/keys/k'],
    [
      'to the version of a key',
      `[reference('${key}').keyUriWithVersion]`,
      expect.stringMatching(/^https:\/\/kv\.vault\.azure\.net\/keys\/k\/[0-9a-f]{32}$/),
    ],
    ['to what else a key has', `[reference('${key}').kty]`, open],
    [
      'to the object id of an identity',
      `[reference('${identity}').principalId]`,
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ],
    [
      'to the client id of an identity',
      `[reference('${identity}').clientId]`,
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ],
    ['to what else an identity has', `[reference('${identity}').tenantId]`, open],
    ['to something that is not made here', `[reference('${vault}/keys/other').keyUri]`, open],
    ['that is none', '[parameters("tls")]', open],
  ])('%s', (_, minimumTlsVersion, value) => {
    const made_ = [
      ...made,
      { id: account, type: 'Microsoft.Storage/storageAccounts', name: 'st', properties: { minimumTlsVersion } },
    ]
    expect(settingsOf(made_, account)[tls]).toEqual(value)
  })
})

describe('what a template leaves out', () => {
  const made = (type: string, apiVersion: string | undefined) =>
    settingsOf([{ id: idOf(type, 'x'), type, apiVersion, properties: {} }], idOf(type, 'x'))
  const [accounts, vaults] = ['Microsoft.Storage/storageAccounts', 'Microsoft.KeyVault/vaults']
  const [https, rbac] = ['properties.supportsHttpsTrafficOnly', 'properties.enableRbacAuthorization']
  it.each<[string, type: string, path: string, apiVersion: string | undefined, value: unknown]>([
    ['secure transfer, before it was the default', accounts, https, '2018-07-01', false],
    ['secure transfer, long before', accounts, https, '2016-01-01', false],
    ['secure transfer, in a preview before', accounts, https, '2019-03-31-preview', false],
    ['secure transfer, since it is the default', accounts, https, '2019-04-01', true],
    ['secure transfer, without an api-version', accounts, https, undefined, open],
    ['secure transfer, by a version that is only known later', accounts, https, "[parameters('version')]", open],
    ['roles, before they were the default', vaults, rbac, '2024-11-01', false],
    ['roles, since they are the default', vaults, rbac, '2026-02-01', true],
    ['roles, by a version that is only known later', vaults, rbac, "[parameters('version')]", false],
    ['data disks', 'Microsoft.Compute/virtualMachines', 'properties.storageProfile.dataDisks', '2024-07-01', []],
  ])('%s', (_, type, path, apiVersion, value) => {
    expect(made(type, apiVersion)[path]).toEqual(value)
  })
})

/** A resource that only stands for a change of its vault. */
describe('access policies of a template', () => {
  const policies = [{ objectId: 'o', tenantId: 't', permissions: { keys: ['get'] } }, 'odd']
  const read = (name: string, properties: unknown) => {
    const one = {
      id: `${vault}/accessPolicies/${name}`,
      type: 'Microsoft.KeyVault/vaults/accessPolicies',
      name: `kv/${name}`,
      properties,
      apiVersion: '2023-07-01',
    }
    const bytes = Buffer.from(JSON.stringify({ predictedResources: [one], diagnostics: [] }))
    const { changes } = readPlan(bytes, 'main.snapshot.json', options)
    return changes.map(({ id, change, settings, items }) => [
      id,
      change,
      settings.map(({ value }) => value),
      items.length,
      items[0]?.isRemoved,
    ])
  }
  it.each<[string, unknown, settings: unknown[], items: number, isRemoved: boolean | undefined]>([
    ['add', { accessPolicies: policies }, [], 1, false],
    ['remove', { accessPolicies: policies }, [open], 0, undefined],
    ['replace', { accessPolicies: policies }, [policies], 0, undefined],
    ['add', '[parameters("policies")]', [open], 0, undefined],
    ['add', {}, [], 0, undefined],
  ])('%s', (name, properties, settings, items, isRemoved) => {
    expect(read(name, properties)).toEqual([[vault, 'edit', settings, items, isRemoved]])
  })
})

/** Keys of Terraform, whose ids are addresses. */
describe('a key of Terraform', () => {
  const keyOf = (type: string, after: object, unknown: object = {}, expressions: object = {}) => {
    const plan = planOf({ [`${type}.k`]: { after: { name: 'k', ...after }, unknown, expressions } })
    const { changes } = readPlan(Buffer.from(JSON.stringify(plan)), 'plan.json', options)
    return Object.fromEntries(
      changes.flatMap(({ settings }) => settings.map(({ path, value }) => [path.toLowerCase(), value])),
    )
  }
  const rotation = 'properties.rotationpolicy.lifetimeactions'
  const inVault = { key_vault_id: vault }
  const references = { references: ['var.x'] }
  it.each<[string, object, unknown: object, expressions: object, value: unknown]>([
    [
      'rotates',
      { rotation_policy: [{ automatic: [{ time_before_expiry: 'P30D' }] }] },
      {},
      {},
      [{ action: { type: 'rotate' } }],
    ],
    [
      'only notifies',
      { rotation_policy: [{ notify_before_expiry: 'P29D', automatic: [] }] },
      {},
      {},
      [{ action: { type: 'notify' } }],
    ],
    [
      'does both',
      { rotation_policy: [{ notify_before_expiry: 'P29D', automatic: [{ time_before_expiry: 'P30D' }] }] },
      {},
      {},
      [{ action: { type: 'rotate' } }, { action: { type: 'notify' } }],
    ],
    ['has a policy that is only known later', {}, { rotation_policy: true }, { rotation_policy: references }, open],
    ['has none', { rotation_policy: [] }, {}, {}, undefined],
  ])('%s', (_, after, unknown, expressions, value) => {
    expect(keyOf('azurerm_key_vault_key', { ...inVault, ...after }, unknown, expressions)[rotation]).toEqual(value)
  })

  it.each<[string, type: string, object, unknown: object, address: unknown]>([
    [
      'in a vault',
      'azurerm_key_vault_key',
      inVault,
      { id: true, versionless_id: true },
      'https://kv.vault.azure.net/keys/k',
    ],
    [
      'whose address the plan knows',
      'azurerm_key_vault_key',
      { ...inVault, versionless_id: 'https://kv.vault.azure.net/keys/old' },
      {},
      'https://kv.vault.azure.net/keys/old',
    ],
    [
      'in a managed HSM',
      'azurerm_key_vault_managed_hardware_security_module_key',
      { managed_hsm_id: `${group}/providers/Microsoft.KeyVault/managedHSMs/hsm` },
      { versioned_id: true, id: true },
      'https://hsm.managedhsm.azure.net/keys/k',
    ],
  ])('%s', (_, type, after, unknown, address) => {
    expect(keyOf(type, after, unknown)['properties.keyuri']).toEqual(address)
  })
})
