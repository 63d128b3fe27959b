import { describe, expect, it } from 'vitest'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { evidenceWith, group, idOf, type Planned, planned, planOf, read } from './builder.ts'

const open = expect.any(Unknown)
const storage = 'Microsoft.Storage/storageAccounts'
const [account, vault] = [idOf(storage, 'st'), idOf('Microsoft.KeyVault/vaults', 'kv')]
const tls = 'properties.minimumTlsVersion'
const live = evidenceWith(
  [storage, 'st', { properties: { minimumTlsVersion: 'TLS1_2', allowSharedKeyAccess: false } }],
  ['Microsoft.KeyVault/vaults', 'kv', { properties: { vaultUri: 'https://kv.vault.azure.net/' } }],
  ['Microsoft.KeyVault/vaults/keys', 'kv/keys/k', { properties: {} }],
  ['Microsoft.MachineLearningServices/workspaces', 'mlw', { properties: {} }],
)
const state = ({ resources }: EvidenceSet, id: string) => resources.get(idKey(id))?.state
const terraform = (resources: Record<string, Planned>, file?: string, more?: object) =>
  read(planOf(resources, more), file)
const whatIf = (...changes: object[]) => read({ status: 'Succeeded', changes })
const named = { name: 'st', resource_group_name: 'rg' }

describe('a group that goes', () => {
  const gone = { actions: ['delete'], before: { id: group, name: 'rg' }, after: null }
  const azapi = { ...gone, before: { ...gone.before, type: 'Microsoft.Resources/resourceGroups@2024-03-01' } }
  const key = `${vault}/keys/k`

  // the provider refuses to delete a group that holds anything else, unless a feature of it says otherwise
  it('may take along what is in it, with Terraform', () => {
    const of = { actions: ['delete'], before: { id: vault }, after: null }
    const plan = terraform({ 'azurerm_resource_group.g': gone, 'azurerm_key_vault.v': of })
    const { evidence, at } = planned(account, [plan], live)
    expect([at(tls), state(evidence, vault), state(evidence, key)]).toEqual([open, 'absent', undefined])
    expect(evidence.workspaces).toEqual(live.workspaces)
  })

  it.each<[string, Plan]>([
    ['with azapi', terraform({ 'azapi_resource.g': { ...azapi, provider: 'azure/azapi' } })],
    ['with a what-if', whatIf({ resourceId: group, changeType: 'Delete' })],
  ])('takes along what is in it, %s', (_name, plan) => {
    const { evidence } = overlay(live, [plan])
    expect([account, vault].map((id) => state(evidence, id))).toEqual(['absent', 'absent'])
    expect(evidence.workspaces).toEqual([])
  })

  it('may take it along, where a what-if is not sure', () => {
    const potentialChanges = [{ resourceId: group, changeType: 'Delete' }]
    expect(planned(account, [read({ changes: [], potentialChanges })], live).at(tls)).toEqual(open)
  })
})

describe('what azapi updates', () => {
  const before = { type: `${storage}@2025-06-01`, name: 'st', parent_id: group, id: account }
  const update = (was: unknown, is: unknown, more: Planned = {}) =>
    terraform({
      'azapi_resource.a': {
        provider: 'azure/azapi',
        actions: ['update'],
        before: { ...before, body: was },
        after: { ...before, body: is },
        ...more,
      },
    })
  const body = (properties: object) => ({ properties })

  // its request is a PUT of the body that is written, and of nothing else
  it.each<[string, Plan, minimum: unknown, keys: unknown]>([
    ['is as the body says, or open', update(body({}), body({ minimumTlsVersion: 'TLS1_1' })), 'TLS1_1', open],
    [
      'is as the body says where that was so before',
      update(body({ minimumTlsVersion: 'TLS1_3' }), body({ minimumTlsVersion: 'TLS1_3', allowSharedKeyAccess: true })),
      'TLS1_3',
      true,
    ],
    [
      'is as a text says',
      update(JSON.stringify(body({})), JSON.stringify(body({ minimumTlsVersion: 'TLS1_1' }))),
      'TLS1_1',
      open,
    ],
    [
      'is open where changes are ignored',
      update(body({}), body({ minimumTlsVersion: 'TLS1_1' }), {
        expressions: { ignore_body_changes: { constant_value: ['properties'] } },
      }),
      open,
      open,
    ],
    [
      'is open where the text is',
      update('{}', undefined, { unknown: { body: true }, expressions: { body: {} } }),
      open,
      open,
    ],
  ])('%s', (_name, plan, minimum, keys) => {
    const { at } = planned(account, [plan], live)
    expect([at(tls), at('properties.allowSharedKeyAccess')]).toEqual([minimum, keys])
  })

  it('by azapi_update_resource keeps what it does not name', () => {
    const after = { type: `${storage}@2025-06-01`, resource_id: account, body: body({ minimumTlsVersion: 'TLS1_1' }) }
    const { at } = planned(
      account,
      [terraform({ 'azapi_update_resource.a': { provider: 'azure/azapi', after } })],
      live,
    )
    expect([at(tls), at('properties.allowSharedKeyAccess')]).toEqual(['TLS1_1', false])
  })
})

it('a request of azapi that is forgotten takes nothing away', () => {
  const before = { type: `${storage}@2025-06-01`, resource_id: account, action: 'regenerateKey', when: 'apply' }
  const gone = {
    'azapi_resource_action.a': { provider: 'azure/azapi' as const, actions: ['delete'], before, after: null },
  }
  expect(state(overlay(live, [terraform(gone)]).evidence, account)).toBe('read')
})

describe('an identity that gets company', () => {
  const type = 'Microsoft.MachineLearningServices/workspaces'
  const [id, object] = [idOf(type, 'mlw'), '11111111-2222-4333-8444-555555555555']
  const there = evidenceWith([
    type,
    'mlw',
    { identity: { type: 'SystemAssigned', principalId: object }, properties: {} },
  ])
  const at = (kind: string, principal_id?: string) => [{ type: kind, principal_id, identity_ids: [] }]
  const unknown = { identity: [{ principal_id: true }] }
  const before = { id, name: 'mlw', resource_group_name: 'rg', identity: at('SystemAssigned', object) }
  const ofAzapi = { type: `${type}@2025-06-01`, parent_id: group, body: {} }

  it.each<[string, Record<string, Planned>]>([
    [
      'azurerm',
      {
        'azurerm_machine_learning_workspace.w': {
          actions: ['update'],
          before,
          after: { ...before, identity: at('SystemAssigned, UserAssigned') },
          unknown,
        },
      },
    ],
    [
      'azapi',
      {
        'azapi_resource.w': {
          provider: 'azure/azapi',
          actions: ['update'],
          before: { ...before, ...ofAzapi },
          after: { ...before, ...ofAzapi, identity: at('SystemAssigned, UserAssigned') },
          unknown,
        },
      },
    ],
  ])('keeps its object, with %s', (_name, resources) => {
    const { at: valueAt } = planned(id, [terraform(resources)], there)
    expect([valueAt('identity.type'), valueAt('identity.principalId')]).toEqual([
      'SystemAssigned, UserAssigned',
      object,
    ])
  })
})

describe('plans that contradict each other', () => {
  const gone = { actions: ['delete'], before: { id: vault }, after: null }
  const key = {
    after: { name: 'k', key_vault_id: vault, key_type: 'RSA', key_size: 4096, key_opts: ['wrapKey'] },
  }
  const at = 'properties.keySize'

  it('because one takes away what the other makes something in', () => {
    const plans = [
      terraform({ 'azurerm_key_vault.v': gone }, 'a.json'),
      terraform({ 'azurerm_key_vault_key.k': key }, 'b.json'),
    ]
    const why = planned(`${vault}/keys/k`, plans, live).at(at) as Unknown
    expect(why.why).toMatch(/b\.json and a\.json contradict each other/)
  })

  it('not, where both take it away', () => {
    const both = ['a.json', 'b.json'].map((file) => terraform({ 'azurerm_key_vault.v': gone }, file))
    expect(state(overlay(live, both).evidence, vault)).toBe('absent')
  })

  // a resource that was moved without saying so
  it('in one plan, that takes away and makes the same', () => {
    const plan = terraform({
      'azurerm_storage_account.old': { actions: ['delete'], before: { id: account, ...named }, after: null },
      'azurerm_storage_account.new': { after: { ...named, min_tls_version: 'TLS1_2' } },
    })
    expect(planned(account, [plan], live).at(tls)).toEqual(open)
  })
})

describe('a resource that is left over from an earlier run', () => {
  const at = (name: string) => ({ id: idOf('Microsoft.KeyVault/vaults', name), name, resource_group_name: 'rg' })
  const plan = () => {
    const workspace = {
      after: { name: 'mlw2', resource_group_name: 'rg' },
      unknown: { key_vault_id: true },
      expressions: { key_vault_id: { references: ['azurerm_key_vault.v.id', 'azurerm_key_vault.v'] } },
    }
    const resources = { 'azurerm_key_vault.v': { after: at('kv2') }, 'azurerm_machine_learning_workspace.w': workspace }
    const written = planOf(resources)
    const [vaults] = written.resource_changes as object[]
    const change = { actions: ['delete'], before: at('kv'), after: null }
    return read({
      ...written,
      resource_changes: [...(written.resource_changes as object[]), { ...vaults, deposed: 'a1', change }],
    })
  }

  it('goes, and nobody refers to it', () => {
    const id = idOf('Microsoft.MachineLearningServices/workspaces', 'mlw2')
    const { evidence, at: valueAt } = planned(id, [plan()], live)
    expect([state(evidence, vault), valueAt('properties.keyVault')]).toEqual(['absent', at('kv2').id])
  })
})

describe('what is only read', () => {
  it('is there already: nobody knows its object before it was read', () => {
    const plan = terraform({
      'azurerm_role_assignment.r': {
        after: { scope: vault, role_definition_name: 'Key Vault Administrator' },
        unknown: { principal_id: true },
        expressions: { principal_id: { references: ['data.azurerm_user_assigned_identity.i.principal_id'] } },
      },
    })
    expect([plan.principals, plan.openRoles]).toEqual([[], expect.stringContaining('principal_id')])
  })

  it('stands in for nothing, also where the plan reads it', () => {
    const written = planOf({
      'azurerm_role_assignment.r': {
        after: { scope: vault, role_definition_name: 'Key Vault Administrator' },
        unknown: { principal_id: true },
        expressions: { principal_id: { references: ['data.azurerm_user_assigned_identity.i.principal_id'] } },
      },
    })
    const [assignment] = written.resource_changes as object[]
    const data = {
      ...assignment,
      address: 'data.azurerm_user_assigned_identity.i',
      mode: 'data',
      type: 'azurerm_user_assigned_identity',
      name: 'i',
      change: {
        actions: ['read'],
        before: null,
        after: { name: 'i', resource_group_name: 'rg' },
        after_unknown: { principal_id: true, id: true },
      },
    }
    const plan = read({ ...written, resource_changes: [assignment, data] })
    expect([plan.principals, plan.openRoles]).toEqual([[], expect.stringContaining('principal_id')])
  })
})

describe('what this version has not heard of', () => {
  const update = { actions: ['update'], before: { id: account }, after: { id: account } }
  it.each<[string, Record<string, Planned>, value: unknown]>([
    ['leaves open what it changes', { 'azurerm_storage_account_v9.a': update }, open],
    ['leaves open what it takes away', { 'acme_account.a': { ...update, actions: ['delete'], after: null } }, open],
    ['changes nothing that is read beside it', { 'azurerm_storage_account_network_rules.a': update }, 'TLS1_2'],
    ['changes nothing without an id', { 'azurerm_storage_account_v9.a': { after: {} } }, 'TLS1_2'],
  ])('%s', (_name, resources, value) => {
    expect(planned(account, [terraform(resources)], live).at(tls)).toEqual(value)
  })
})

describe('who may get or lose a role', () => {
  it.each<[string, Record<string, Planned>, isOpen: boolean]>([
    ['whoever leaves a group', { 'azuread_group_member.m': { actions: ['delete'], before: {}, after: null } }, true],
    ['not whoever comes into one', { 'azuread_group_member.m': { after: {} } }, false],
    ['whoever has a role for some time', { 'azurerm_pim_active_role_assignment.p': { after: {} } }, true],
  ])('%s', (_name, resources, isOpen) => {
    expect(terraform(resources).openRoles !== null).toBe(isOpen)
  })
})

describe('a what-if', () => {
  const inside = { resourceId: account, changeType: 'Modify', before: { properties: { minimumTlsVersion: 'TLS1_2' } } }

  it('without a list of changes loses what it no longer shows', () => {
    const plan = whatIf({ ...inside, after: { properties: { allowSharedKeyAccess: true } } })
    const { at } = planned(account, [plan], live)
    expect([at(tls), at('properties.allowSharedKeyAccess')]).toEqual([open, true])
  })

  const nested = (type: string) => `${group}/providers/Microsoft.Resources/${type}/d`
  it.each<[string, changeType: string, type: string, count: number]>([
    ['a deployment that it did not expand', 'Create', 'deployments', 1],
    ['one that it passed over', 'Ignore', 'deployments', 1],
    ['one that it cannot tell', 'Unsupported', 'deployments', 1],
    ['a script', 'Modify', 'deploymentScripts', 1],
    ['a script that stays as it is', 'NoChange', 'deploymentScripts', 0],
    ['a script that goes', 'Delete', 'deploymentScripts', 0],
  ])('did not look into %s', (_name, changeType, type, count) => {
    expect(whatIf({ resourceId: nested(type), changeType, after: {} }).notLookedInto).toHaveLength(count)
  })

  it('is of a management group as well', () => {
    const id = '/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/roleAssignments/a'
    const properties = { principalId: '11111111-2222-4333-8444-555555555555', roleDefinitionId: '/r', scope: '/' }
    const plan = whatIf({ resourceId: id, changeType: 'Create', after: { id, properties } })
    expect(plan.changes.map(({ type }) => type)).toEqual(['microsoft.authorization/roleassignments'])
  })
})

it('a snapshot did not look into a deployment that is left in it', () => {
  const one = { id: `${group}/providers/Microsoft.Resources/deployments/d`, type: 'Microsoft.Resources/deployments' }
  expect(read({ predictedResources: [one] }).notLookedInto).toHaveLength(1)
})
