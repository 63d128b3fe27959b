import { describe, expect, it } from 'vitest'
import type { CloudResource } from '../../simulator/estate.ts'
import {
  builtInRoles,
  customRole,
  managementGroupId,
  type Overrides,
  roleAssignment,
  roleOf,
  roles,
  toGroup,
} from '../../simulator/templates.ts'
import { ReadFailure } from '../../src/azure/requests/read-failure.ts'
import { unreadable, unreadableAssignments, unreadableRole } from '../../src/azure/unreadable.ts'
import { type Access, accessOf } from '../../src/evidence/access.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { keyActions, type Need, secretActions } from '../../src/evidence/data-actions.ts'
import { definitionId, isDefinition } from '../../src/evidence/grants.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { EvidenceSet, ReadRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { UnknownReason } from '../../src/model.ts'
import { asText } from '../../src/said.ts'

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const group = `${subscription}/resourceGroups/rg`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv`
const key = `${vault}/keys/cmk`
const principalId = 'aaaaaaaa-0000-4000-8000-000000000001'
const team = 'bbbbbbbb-0000-4000-8000-000000000001'
const somebody = 'cccccccc-0000-4000-8000-000000000001'

const useOfKey: Need = { vault, at: key, principalId, actions: keyActions }
const secrets: Need = { vault, at: vault, principalId, actions: secretActions }

const vaults = 'Microsoft.KeyVault/vaults'
const role = (name: string, dataActions: unknown, notDataActions: unknown = [], ...overrides: Overrides[]) =>
  customRole(subscription, name, {}, { properties: { permissions: [{ dataActions, notDataActions }] } }, ...overrides)
const mute = customRole(subscription, 'mute', {}, { properties: { permissions: null } })
const odd = role('odd', [7])
const crypto = roles.keyVaultCryptoServiceEncryptionUser
const own = (scope: string, definition: string = crypto, overrides: Overrides = {}) =>
  roleAssignment(scope, definition, principalId, overrides)
const ofTeam = (scope: string, definition: string = crypto) => roleAssignment(scope, definition, team, toGroup)
const when = (condition: unknown): Overrides => ({ properties: { condition } })
const shaped = (properties: Overrides) => own(vault, crypto, { properties })

/** What was read; a list that is not given was not asked for, and a reason is why it could not be read. */
interface Read {
  graph?: CloudResource[]
  atVault?: CloudResource[] | UnknownReason
  atKey?: CloudResource[] | UnknownReason
  definitions?: CloudResource[]
  edit?: (evidence: EvidenceSet) => void
}

function evidenceOf({ graph, atVault, atKey, definitions = [], edit }: Read): EvidenceSet {
  const evidence: EvidenceSet = {
    collectedAt: '2026-11-23T00:00:00.000Z',
    keyHosts: anyKeyHosts,
    workspaces: [],
    resources: new Map(),
    collections: new Map(),
    subscriptions: [],
    unseen: [],
  }
  const keep = (resource: CloudResource, id: string) => {
    const body = { ...resource, id }
    evidence.resources.set(idKey(id), { state: 'read', id, source: 'resource-manager', apiVersion: '2022-04-01', body })
  }
  for (const each of [...builtInRoles, ...definitions]) keep(each, definitionId(each.id))
  const lists = { [vault]: atVault, [key]: atKey }
  for (const [scope, list] of Object.entries(lists)) {
    const name = collectionKey.assigned(scope, principalId)
    if (typeof list === 'string')
      evidence.collections.set(name, { ...unreadableAssignments(scope, principalId, failure(list)), ids: [] })
    else if (list) evidence.collections.set(name, { state: 'read', ids: list.map(({ id }) => id) })
    for (const each of Array.isArray(list) ? list : []) keep(each, each.id)
  }
  for (const each of graph ?? []) keep(each, each.id)
  if (graph)
    evidence.collections.set(collectionKey.roles(principalId), { state: 'read', ids: graph.map(({ id }) => id) })
  edit?.(evidence)
  return evidence
}

const failure = (reason: UnknownReason) => new ReadFailure(reason, 'Azure would not.')

/** `held`, `lacking …`, `undecided reason`, and what to ask next. */
function said(access: Access): string {
  const short = (action: string) => action.replace(`${vaults}/`, '')
  if (access.state !== 'undecided') return [access.state, ...access.lacks.map(short)].join(' ')
  const { why, unread } = access
  const next = [...unread.definitions.map(roleName), ...(unread.scope ? [unread.scope.split('/').at(-1)] : [])]
  return [`undecided ${why.reason}`, ...(next.length > 0 ? [`next ${next.join(' ')}`] : [])].join(', ')
}

const roleName = (id: string) => (id === definitionId(crypto) ? 'crypto' : 'another role')
const all = 'keys/read keys/wrap/action keys/unwrap/action'

describe('what Resource Graph shows', () => {
  it.each<[string, Read, string]>([
    ['is enough at the vault', { graph: [own(vault)] }, 'held'],
    ['is enough at the key', { graph: [own(key)] }, 'held'],
    ['is enough at the group', { graph: [own(group)] }, 'held'],
    ['is enough at the subscription, oddly cased', { graph: [own(subscription.toUpperCase())] }, 'held'],
    ['is enough at the root', { graph: [own('/')] }, 'held'],
    ['is enough with two roles', { graph: [own(vault, roles.keyVaultReader), own(group)] }, 'held'],
    ['is enough in whatever casing', { graph: [shaped({ principalId: principalId.toUpperCase() })] }, 'held'],
    ['is nothing', { graph: [] }, 'undecided not-visible, next kv'],
    ['was not read', {}, 'undecided not-visible, next kv'],
    ['is at another key', { graph: [own(`${vault}/keys/cmk2`)] }, 'undecided not-visible, next kv'],
    ['is at another vault', { graph: [own(`${vault}2`)] }, 'undecided not-visible, next kv'],
    [
      'is at a management group that may hold the vault',
      { graph: [own(managementGroupId('mg'))] },
      'undecided not-visible, next kv',
    ],
    ['is another role', { graph: [own(vault, roles.contributor)] }, 'undecided not-visible, next kv'],
    ['is a part of it', { graph: [own(vault, roles.keyVaultReader)] }, 'undecided not-visible, next kv'],
    [
      'holds on a condition',
      { graph: [own(vault, crypto, when('@Resource[x] StringEquals y'))] },
      'undecided not-visible, next kv',
    ],
    [
      'is of a role that nobody read',
      { graph: [own(vault)], edit: without(crypto) },
      'undecided not-visible, next crypto kv',
    ],
    ['is enough though Resource Manager would not list it', { graph: [own(vault)], atVault: 'forbidden' }, 'held'],
    [
      'is not enough, and Resource Manager would not list the others',
      { graph: [], atVault: 'forbidden' },
      'undecided forbidden',
    ],
  ])('%s', (_, read, expected) => {
    expect(said(accessOf(evidenceOf(read), useOfKey))).toBe(expected)
  })

  it('gives way to what Resource Manager lists: it may be out of date', () => {
    const read = { graph: [own(vault)], atVault: [], atKey: [] }
    expect(said(accessOf(evidenceOf(read), useOfKey))).toBe(`lacking ${all}`)
  })
})

function without(name: string) {
  return ({ resources }: EvidenceSet) => void resources.delete(idKey(definitionId(name)))
}

function hidden(name: string, reason: UnknownReason) {
  const record = unreadableRole(definitionId(name), vault, failure(reason))
  return ({ resources }: EvidenceSet) => void resources.set(idKey(record.id), record)
}

describe('what Resource Manager lists', () => {
  it.each<[string, Omit<Read, 'graph'>, string]>([
    ['at the vault', { atVault: [own(vault)] }, 'held'],
    ['at a management group', { atVault: [own(managementGroupId('mg-root'))] }, 'held'],
    ['at the root', { atVault: [own('/')] }, 'held'],
    ['through a group', { atVault: [ofTeam(vault)] }, 'held'],
    [
      'through a group of another tenant',
      { atVault: [own(vault, crypto, { properties: { principalId: team, principalType: 'ForeignGroup' } })] },
      'held',
    ],
    [
      'through a group, and another that cannot be read',
      {
        atVault: [ofTeam(vault), own(group)],
        edit: ({ resources }) =>
          void resources.set(idKey(own(group).id), unreadable(own(group).id, failure('forbidden'))),
      },
      'held',
    ],
    ['through a group, at a management group', { atVault: [ofTeam(managementGroupId('mg'))] }, 'held'],
    ['nothing, nor at the key', { atVault: [], atKey: [] }, `lacking ${all}`],
    ['nothing; the key was not asked', { atVault: [] }, 'undecided not-visible, next cmk'],
    ['nothing; the key may not be asked', { atVault: [], atKey: 'forbidden' }, 'undecided forbidden'],
    ['at the key alone, as far as the vault shows it', { atVault: [own(key)] }, 'held'],
    ['at the key alone, which the vault does not show', { atVault: [], atKey: [own(key)] }, 'held'],
    ['at another key', { atVault: [own(`${vault}/keys/other`)], atKey: [] }, `lacking ${all}`],
    [
      'the same in both lists',
      { atVault: [own(vault, roles.keyVaultReader)], atKey: [own(vault, roles.keyVaultReader)] },
      'lacking keys/wrap/action keys/unwrap/action',
    ],
    [
      'in parts, at different scopes',
      { atVault: [own(subscription, roles.keyVaultReader), ofTeam(vault, roleOf(wrapping))], definitions: [wrapping] },
      'held',
    ],
    ['at a scope that nobody knows', { atVault: [own('/somewhere/else')], atKey: [] }, 'undecided unrecognised-value'],
    ['without a scope', { atVault: [shaped({ scope: null })], atKey: [] }, 'undecided property-absent'],
    ['with a scope that is no text', { atVault: [shaped({ scope: 7 })], atKey: [] }, 'undecided unrecognised-value'],
    ['without a role', { atVault: [shaped({ roleDefinitionId: '' })], atKey: [] }, 'undecided property-absent'],
    [
      'with a role by another name',
      { atVault: [shaped({ roleDefinitionId: 'Owner' })], atKey: [] },
      'undecided unrecognised-value',
    ],
    [
      'with a role that is no text',
      { atVault: [shaped({ roleDefinitionId: [crypto] })], atKey: [] },
      'undecided unrecognised-value',
    ],
    [
      'with a role of no subscription',
      {
        atVault: [
          shaped({ roleDefinitionId: `/providers/microsoft.authorization/RoleDefinitions/${crypto.toUpperCase()}` }),
        ],
      },
      'held',
    ],
    ['without a holder', { atVault: [shaped({ principalId: null })], atKey: [] }, 'undecided invalid-response'],
    [
      'of others: nobody took the filter',
      { atVault: [roleAssignment(vault, crypto, somebody)], atKey: [] },
      'undecided invalid-response',
    ],
    [
      'of others, and of groups that need not be its own',
      { atVault: [roleAssignment(vault, roles.reader, somebody), ofTeam(vault)], atKey: [] },
      'undecided invalid-response',
    ],
    ['of others, and its own', { atVault: [roleAssignment(vault, roles.reader, somebody), own(vault)] }, 'held'],
    [
      'what cannot be read',
      {
        atVault: [own(vault)],
        atKey: [],
        edit: ({ resources }) =>
          void resources.set(idKey(own(vault).id), unreadable(own(vault).id, failure('invalid-response'))),
      },
      'undecided invalid-response',
    ],
    [
      'a part of a list that broke off',
      {
        atVault: 'throttled',
        edit: ({ collections }) =>
          void collections.get(collectionKey.assigned(vault, principalId))?.ids.push(own(vault).id),
      },
      'undecided throttled',
    ],
  ])('%s', (_, read, expected) => {
    expect(said(accessOf(evidenceOf({ graph: [], ...read }), useOfKey))).toBe(expected)
  })
})

const wrapping = role('wrapping', [`${vaults}/keys/wrap/action`, `${vaults}/keys/unwrap/action`])

/** Roles may have conditions of their own. */
const bound = (condition: unknown): Overrides => ({
  properties: { permissions: [{ dataActions: keyActions, notDataActions: [], condition }] },
})
const mixed: Overrides = {
  properties: { permissions: [{ actions: ['*'], condition: '@Resource[x]' }, { dataActions: keyActions }] },
}

describe('roles', () => {
  const listed = (...definitions: CloudResource[]): Read => ({
    graph: [],
    atVault: definitions.map((each) => own(vault, roleOf(each))),
    atKey: [],
    definitions,
  })
  it.each<[string, Read, string]>([
    ['with exactly these actions', listed(role('exact', keyActions)), 'held'],
    [
      'with these actions on a condition',
      listed(role('bound', keyActions, [], bound('@Resource[x]'))),
      `conditional ${all}`,
    ],
    ['with a condition that is empty', listed(role('unbound', keyActions, [], bound(''))), 'held'],
    ['with a condition that is null', listed(role('unbound', keyActions, [], bound(null))), 'held'],
    ['with others on a condition', listed(role('mixed', [], [], mixed)), 'held'],
    [
      'in another casing',
      listed(
        role(
          'upper',
          keyActions.map((action) => action.toUpperCase()),
        ),
      ),
      'held',
    ],
    [
      'with blanks',
      listed(
        role(
          'blank',
          keyActions.map((action) => ` ${action} `),
        ),
      ),
      'held',
    ],
    ['with a wildcard', listed(role('wild', [`${vaults}/keys/*`])), 'held'],
    ['with a wildcard in the middle', listed(role('middle', ['Microsoft.*/vaults/keys/*/action', '*/read'])), 'held'],
    ['with everything', listed(role('all', ['*'])), 'held'],
    [
      'with every action but one',
      listed(role('but', [`${vaults}/*`], [`${vaults}/keys/unwrap/action`])),
      'lacking keys/unwrap/action',
    ],
    [
      'with every action but some',
      listed(role('buts', ['*'], [`${vaults}/KEYS/*/action`])),
      'lacking keys/wrap/action keys/unwrap/action',
    ],
    ['that take away what they do not give', listed(role('none', [], ['*']), role('all', ['*'])), 'held'],
    ['that take away what another one gives', listed(role('but', ['*'], ['*/unwrap/action']), wrapping), 'held'],
    ['for the control plane alone', listed(customRole(subscription, 'control', { actions: ['*'] })), `lacking ${all}`],
    [
      'for keys by another name',
      listed(role('alike', [`${vaults}/keys`, `${vaults}/keys/wrap`, `x${vaults}/keys/*`])),
      `lacking ${all}`,
    ],
    [
      'in several parts',
      listed(
        customRole(
          subscription,
          'parts',
          {},
          {
            properties: {
              permissions: [{ dataActions: [`${vaults}/keys/read`] }, { dataActions: [`${vaults}/keys/*/action`] }],
            },
          },
        ),
      ),
      'held',
    ],
    ['without data actions', listed(role('absent', null, null)), `lacking ${all}`],
    [
      'without permissions at all',
      listed(customRole(subscription, 'x', {}, { properties: { permissions: null } })),
      'undecided property-absent',
    ],
    [
      'with no permission',
      listed(customRole(subscription, 'x', {}, { properties: { permissions: [] } })),
      `lacking ${all}`,
    ],
    [
      'with permissions that are no list',
      listed(customRole(subscription, 'x', {}, { properties: { permissions: 'all' } })),
      'undecided unrecognised-value',
    ],
    [
      'with a permission that is none',
      listed(customRole(subscription, 'x', {}, { properties: { permissions: ['*'] } })),
      'undecided unrecognised-value',
    ],
    ['with actions that are no list', listed(role('x', '*')), 'undecided unrecognised-value'],
    ['with actions that are no text', listed(role('x', [7])), 'undecided unrecognised-value'],
    [
      'with exceptions that nobody understands',
      listed(role('x', ['*'], { all: true })),
      'undecided unrecognised-value',
    ],
    [
      'that may not be read',
      { graph: [], atVault: [own(vault)], atKey: [], edit: hidden(crypto, 'forbidden') },
      'undecided forbidden',
    ],
    [
      'that are gone',
      { graph: [], atVault: [own(vault)], atKey: [], edit: hidden(crypto, 'absent') },
      'undecided absent',
    ],
    [
      'that may not be read, beside one that is enough',
      {
        ...listed(wrapping),
        atVault: [own(vault), own(group, roles.keyVaultAdministrator)],
        edit: hidden(crypto, 'forbidden'),
      },
      'held',
    ],
    [
      'that nobody read yet',
      { graph: [], atVault: [own(vault)], atKey: [], edit: without(crypto) },
      'undecided not-visible, next crypto',
    ],
    [
      'that may not be read, at another vault',
      { graph: [], atVault: [own(`${vault}/keys/other`)], atKey: [], edit: hidden(crypto, 'forbidden') },
      `lacking ${all}`,
    ],
  ])('%s', (_, read, expected) => {
    expect(said(accessOf(evidenceOf(read), useOfKey))).toBe(expected)
  })
})

describe('conditions', () => {
  const condition = when("((!(ActionMatches{'x'})))")
  it.each<[string, CloudResource[], string]>([
    ['one, on all of it', [own(vault, crypto, condition)], 'conditional keys/read keys/wrap/action keys/unwrap/action'],
    [
      'one, on a part of it',
      [own(vault, roles.keyVaultReader), own(group, crypto, condition)],
      'conditional keys/wrap/action keys/unwrap/action',
    ],
    ['one, and the same without', [own(vault, crypto, condition), own(group)], 'held'],
    ['one, on what is not enough', [own(vault, roles.keyVaultReader, condition)], `lacking ${all}`],
    ['an empty one is none', [own(vault, crypto, when(''))], 'held'],
    ['null is none', [own(vault, crypto, when(null))], 'held'],
    ['none at all', [own(vault, crypto, when(undefined))], 'held'],
    ['of a type that nobody knows', [own(vault, crypto, when({ all: true }))], 'undecided unrecognised-value'],
    [
      'on a group',
      [roleAssignment(vault, crypto, team, toGroup, condition)],
      'conditional keys/read keys/wrap/action keys/unwrap/action',
    ],
  ])('%s', (_, atVault, expected) => {
    expect(said(accessOf(evidenceOf({ graph: [], atVault, atKey: [] }), useOfKey))).toBe(expected)
  })
})

describe('secrets', () => {
  it.each<[string, Omit<Read, 'graph'>, string]>([
    ['Administrator', { atVault: [own(vault, roles.keyVaultAdministrator)] }, 'held'],
    ['Secrets Officer', { atVault: [own(vault, roles.keyVaultSecretsOfficer)] }, 'held'],
    [
      'Secrets User',
      { atVault: [own(vault, roles.keyVaultSecretsUser)] },
      'lacking secrets/setSecret/action secrets/delete',
    ],
    [
      'one secret',
      { atVault: [own(`${vault}/secrets/one`, roles.keyVaultSecretsOfficer)] },
      'lacking secrets/getSecret/action secrets/setSecret/action secrets/readMetadata/action secrets/delete',
    ],
    ['nobody asks at a key', { atVault: 'timeout' }, 'undecided timeout'],
  ])('%s', (_, read, expected) => {
    expect(said(accessOf(evidenceOf({ graph: [], ...read }), secrets))).toBe(expected)
  })
})

it('says which assignments and roles it stands on', () => {
  const atVault = [own(subscription, roles.reader), own(vault, roles.keyVaultReader), ofTeam(group)]
  const access = accessOf(evidenceOf({ graph: [], atVault, atKey: [] }), useOfKey)
  const names = (access.state === 'undecided' ? [] : access.through).map((id) => id.split('/').at(-1))
  expect(names).toEqual([atVault[1]?.name, roles.keyVaultReader, atVault[2]?.name, crypto])
})

it('of an older version, what was not kept is not absent', () => {
  const older = ({ resources }: EvidenceSet) => {
    const record = resources.get(idKey(own(vault).id)) as ReadRecord
    record.older = { version: '1.0.0', unkept: ['properties.condition'] }
    record.body = { ...record.body, properties: { ...(record.body.properties as object), condition: undefined } }
  }
  const { why } = accessOf(evidenceOf({ graph: [own(vault)], edit: older }), useOfKey) as Extract<
    Access,
    { state: 'undecided' }
  >
  expect([why.reason, why.message]).toEqual(['not-observable', expect.stringContaining('collected by version 1.0.0')])
})

it.each<[string, Read, string]>([
  [
    'without a scope',
    { atVault: [shaped({ scope: null })] },
    'Azure did not report at which scope a role is assigned.',
  ],
  [
    'at a scope that nobody knows',
    { atVault: [own('/somewhere/else')] },
    'A role is assigned at a scope that this version does not know.',
  ],
  ['without a role', { atVault: [shaped({ roleDefinitionId: '' })] }, 'Azure did not report which role is assigned.'],
  [
    'with a role by another name',
    { atVault: [shaped({ roleDefinitionId: 'Owner' })] },
    'A role is not named by the id of its definition.',
  ],
  [
    'with a role that says nothing',
    { atVault: [own(vault, roleOf(mute))], definitions: [mute] },
    'Azure did not report what a role allows.',
  ],
  [
    'with a role that allows what is no text',
    { atVault: [own(vault, roleOf(odd))], definitions: [odd] },
    'A role definition allows something that this version cannot read.',
  ],
  [
    'of somebody else',
    { atVault: [shaped({ principalId: somebody })] },
    `Azure listed role assignments of others than ${principalId}: nobody can tell which give it access.`,
  ],
  [
    'with a role that nobody read',
    { atVault: [own(vault)], edit: without(crypto) },
    `The role ${crypto} was not read.`,
  ],
  [
    'that nobody read',
    { atVault: [own(vault)], edit: ({ resources }) => void resources.delete(idKey(own(vault).id)) },
    `The role assignment ${own(vault).id.split('/').at(-1)} was not read.`,
  ],
])('says what it cannot tell of an assignment %s', (_what, read, message) => {
  const access = accessOf(evidenceOf({ atKey: [], ...read }), useOfKey)
  expect(access.state === 'undecided' && asText(access.why.message)).toBe(message)
})

it.each([
  ['/providers/Microsoft.Authorization/roleDefinitions/x', true],
  ['/subscriptions/s/providers/microsoft.authorization/ROLEDEFINITIONS/x', true],
  ['/providers/Microsoft.Authorization/roleDefinitions/x/y', false],
  ['/providers/Microsoft.Authorization/roleAssignments/x', false],
])('%s is the id of a definition: %s', (id, expected) => expect(isDefinition.test(id)).toBe(expected))
