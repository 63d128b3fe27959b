import { describe, expect, it } from 'vitest'
import { roles } from '../../simulator/templates.ts'
import { accessOf } from '../../src/evidence/access.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { secretActions } from '../../src/evidence/data-actions.ts'
import type { EvidenceSet, ReadRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { evidenceWith, group, idOf, type Planned, planOf, read } from './builder.ts'
import { subscription } from './estates.ts'

const vault = idOf('Microsoft.KeyVault/vaults', 'kv')
const principal = 'aaaaaaaa-0000-4000-8000-000000000009'
const assignment = `${vault}/providers/Microsoft.Authorization/roleAssignments/bbbbbbbb-0000-4000-8000-000000000009`

/** A workspace that may use its vault, or not: what Resource Graph shows, and what Resource Manager lists. */
function live(isHeld: boolean): EvidenceSet {
  const evidence = evidenceWith(
    ['Microsoft.KeyVault/vaults', 'kv', { properties: { enableRbacAuthorization: true } }],
    [
      'Microsoft.MachineLearningServices/workspaces',
      'mlw',
      { identity: { principalId: principal }, properties: { keyVault: vault } },
    ],
  )
  const ids = isHeld ? [assignment] : []
  const body = {
    id: assignment,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: { principalId: principal, scope: vault, roleDefinitionId: roleId(roles.keyVaultAdministrator) },
  }
  const permissions = [{ dataActions: ['Microsoft.KeyVault/vaults/*'] }]
  const role = { id: roleId(roles.keyVaultAdministrator), type: 'Microsoft.Authorization/roleDefinitions' }
  for (const one of [body, { ...role, properties: { permissions } }]) {
    const record: ReadRecord = {
      state: 'read',
      id: one.id,
      source: 'resource-manager',
      apiVersion: '2022-04-01',
      body: one,
    }
    evidence.resources.set(idKey(one.id), record)
  }
  evidence.collections.set(collectionKey.roles(principal), { state: 'read', ids })
  evidence.collections.set(collectionKey.assigned(vault, principal), { state: 'read', ids })
  return evidence
}

const roleId = (guid: string) => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`

const given = (scope: string, more: object = {}): Planned => ({
  after: { scope, principal_id: principal, role_definition_name: 'Key Vault Administrator', condition: null, ...more },
})
const need = { vault, at: vault, principalId: principal, actions: secretActions }
const stateOf = (evidence: EvidenceSet) => accessOf(evidence, need).state

describe('a role that a plan', () => {
  it.each<[string, boolean, Planned, string]>([
    ['gives at the vault', false, given(vault), 'held'],
    ['gives above it', false, given(group), 'held'],
    ['gives at another vault', false, given(`${vault}2`), 'lacking'],
    [
      'gives at a management group, which may not hold the vault',
      false,
      given('/providers/Microsoft.Management/managementGroups/mg'),
      'lacking',
    ],
    ['gives on a condition', false, given(vault, { condition: 'x' }), 'conditional'],
    ['gives to somebody else', false, given(vault, { principal_id: principal.replace(/9$/, '8') }), 'lacking'],
    [
      'takes',
      true,
      {
        actions: ['delete'],
        before: { ...given(vault).after, id: assignment, name: assignment.slice(-36) },
        after: null,
      },
      'lacking',
    ],
  ])('%s', (_, isHeld, change, expected) => {
    const before = live(isHeld)
    expect(stateOf(before)).toBe(isHeld ? 'held' : 'lacking')
    expect(stateOf(overlay(before, [read(planOf({ 'azurerm_role_assignment.a': change }))]).evidence)).toBe(expected)
  })
})

describe('a role of which a plan changes', () => {
  const admin = roles.keyVaultAdministrator
  const atGroup = assignment.replace(vault, group)
  const atSubscription = assignment.replace(vault, `/subscriptions/${subscription}`)
  const whatIf = (resourceId: string, changeType: string, properties: object = {}) =>
    read({ status: 'Succeeded', changes: [{ resourceId, changeType, after: { properties } }] })
  const snapshot = (id: string, type: string, properties: object) =>
    read({ predictedResources: [{ id, type, apiVersion: '2022-04-01', properties }] })
  const definition = `/subscriptions/${subscription}${roleId(admin)}`
  const givenTo = { principalId: principal, roleDefinitionId: definition }
  const type = 'Microsoft.Authorization/roleAssignments'
  const custom = { actions: ['update'], before: { role_definition_id: admin }, after: { role_definition_id: admin } }

  it.each<[string, boolean, Plan, string]>([
    ['nothing', true, whatIf(assignment, 'NoChange'), 'held'],
    ['its being there', true, whatIf(assignment, 'Delete'), 'lacking'],
    ['its being there, perhaps', true, whatIf(assignment, 'Deploy'), 'undecided'],
    ['its condition', true, whatIf(assignment, 'Modify', { condition: '@Resource[x]' }), 'conditional'],
    ['its coming, at the vault', false, whatIf(assignment, 'Create', givenTo), 'held'],
    ['its coming, at the group', false, whatIf(atGroup, 'Create', givenTo), 'held'],
    ['its coming, at the subscription', false, whatIf(atSubscription, 'Create', givenTo), 'held'],
    ['its coming, by a snapshot', false, snapshot(assignment, type, givenTo), 'held'],
    [
      'its holder, of whom a snapshot says nothing',
      true,
      snapshot(assignment, type, { roleDefinitionId: definition }),
      'undecided',
    ],
    ['what it allows', true, whatIf(definition, 'Modify', { permissions: [{ dataActions: ['x/read'] }] }), 'lacking'],
    ['what it allows, by Terraform', true, read(planOf({ 'azurerm_role_definition.r': custom })), 'undecided'],
  ])('%s', (_, isHeld, plan, expected) => {
    expect(stateOf(overlay(live(isHeld), [plan]).evidence)).toBe(expected)
  })
})

describe('a role that goes from one to another', () => {
  const other = principal.replace(/9$/, '8')
  const name = assignment.slice(-36)
  const was = { ...given(vault).after, id: assignment, name }
  const to = (principal_id: string, principal_type: string | null): Planned => ({
    actions: ['delete', 'create'],
    before: was,
    after: { ...given(vault).after, name, principal_id, principal_type },
  })
  const terraform = (...changes: Planned[]) =>
    read(planOf(Object.fromEntries(changes.map((change, index) => [`azurerm_role_assignment.r${index}`, change]))))
  const snapshot = (properties: object) =>
    read({
      predictedResources: [
        { id: assignment, type: 'Microsoft.Authorization/roleAssignments', apiVersion: '2022-04-01', properties },
      ],
    })
  const roleDefinitionId = roleId(roles.keyVaultAdministrator)

  it.each<[string, Plan, string]>([
    ['who is no group', terraform(to(other, 'ServicePrincipal')), 'lacking'],
    ['who may be a group', terraform(to(other, null)), 'undecided'],
    ['a group', terraform(to(other, 'Group')), 'undecided'],
    ['a group, while they get another one', terraform(to(other, 'Group'), given(group)), 'held'],
    ['nobody knows whom', snapshot({ roleDefinitionId }), 'undecided'],
    ['nobody knows which group', snapshot({ roleDefinitionId, principalType: 'Group' }), 'undecided'],
    ['the same, in another casing', terraform(to(principal.toUpperCase(), 'Group')), 'held'],
  ])('to %s', (_, plan, expected) => {
    expect(stateOf(overlay(live(true), [plan]).evidence)).toBe(expected)
  })

  it('is the plan that leaves it open, and not Azure', () => {
    const access = accessOf(overlay(live(true), [snapshot({ roleDefinitionId })]).evidence, need)
    expect(access).toMatchObject({ why: { reason: 'not-observable', message: expect.stringMatching(/principalId/) } })
  })

  it('is held by whom it goes to', () => {
    const before = live(true)
    before.collections.set(collectionKey.assigned(vault, other), { state: 'read', ids: [] })
    const { evidence } = overlay(before, [terraform(to(other, 'ServicePrincipal'))])
    expect(accessOf(evidence, { ...need, principalId: other }).state).toBe('held')
  })
})

describe('somebody who comes with the plan', () => {
  it.each<[string, string, string]>([
    ['has what it gives at the vault', vault, 'held'],
    ['has nothing else', `${vault}2`, 'lacking'],
    [
      'may have what it gives at a management group',
      '/providers/Microsoft.Management/managementGroups/mg',
      'undecided',
    ],
  ])('%s', (_, scope, expected) => {
    const plan = { ...read(planOf({ 'azurerm_role_assignment.a': given(scope) })), principals: [principal] }
    const before = live(false)
    before.collections.clear()
    expect(stateOf(overlay(before, [plan]).evidence)).toBe(expected)
  })
})
