import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import { accessEstate, accessWays } from '../../simulator/estates/access.ts'
import { estateOf, subscriptionIds } from '../../simulator/estates/parts.ts'
import {
  customRole,
  keyVault,
  managementGroupId,
  type Overrides,
  roleAssignment,
  roleOf,
  roles,
  systemPrincipalOf,
  toGroup,
  userAssigned,
  userAssignedIdentity,
  uses,
  workspace,
} from '../../simulator/templates.ts'
import type { Fault, RecordedRequest } from '../../simulator/traffic.ts'
import { createReader } from '../../src/azure/reader/reader.ts'
import { wantAccess } from '../../src/azure/roles.ts'
import { checklist } from '../../src/checklist/index.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, type Outcome } from '../../src/judge/evaluate.ts'
import { asText } from '../../src/said.ts'
import { defaults } from '../checklist/builder.ts'
import { closeClouds, openWorld, type World } from './world.ts'

afterEach(closeClouds)

const subscriptionId = subscriptionIds.production
const scope = { subscriptionId, resourceGroup: 'rg-access' }
const subscription = { id: subscriptionId, name: 'contoso-ml-production', managementGroups: ['contoso'] }
const team = 'bbbbbbbb-0000-4000-8000-000000000001'
const admin = roles.keyVaultAdministrator

const accessChecks = checklist.filter(({ id }) => id.endsWith('-access'))

function judged(evidence: EvidenceSet, id: string): Outcome[] {
  return evaluate(accessChecks, openWorkspace(evidence, id, 'baseline', defaults))
}

const said = ({ verdict }: Outcome) => ('reason' in verdict ? `${verdict.status} ${verdict.reason}` : verdict.status)

describe('an estate in which everything can be read', () => {
  let outcomes: Record<string, Set<string>> = {}
  let asked = 0

  beforeAll(async () => {
    const { evidence } = await (await openWorld(accessEstate())).collect()
    const all = evidence.workspaces.flatMap((id) => judged(evidence, id).map((outcome) => [id, outcome] as const))
    asked = all.length
    const wayOf = (id: string) => id.slice(id.indexOf('/mlw-ml-') + '/mlw-ml-'.length)
    outcomes = Object.fromEntries(
      accessWays.map((way) => [way, new Set(all.flatMap(([id, one]) => (wayOf(id) === way ? [said(one)] : [])))]),
    )
  })

  it.each<[string, string]>([
    ['direct', 'pass'],
    ['above', 'pass'],
    ['group', 'pass'],
    ['management-group', 'pass'],
    ['root', 'pass'],
    ['custom', 'pass'],
    ['parts', 'pass'],
    ['key', 'pass'],
    ['policies', 'pass'],
    ['none', 'fail'],
    ['holed', 'fail'],
    ['condition', 'unknown not-observable'],
    ['group-policies', 'unknown not-observable'],
  ])('%s: every check of access says %s', (way, expected) => {
    expect([...(outcomes[way] ?? [])]).toEqual([expected])
  })

  it('has every check of access in each way, and no other way', () => {
    expect(Object.keys(outcomes)).toHaveLength(13)
    expect(asked).toBe(accessWays.length * accessChecks.length)
  })
})

/** Workspaces with a vault that uses Azure RBAC, and what is assigned. */
function estateWith(workspaces: CloudResource[], ...others: CloudResource[]): Estate {
  return estateOf({ subscriptions: [subscription], resources: [...workspaces, ...others] })
}

const vault = keyVault(scope, 'kv-access')
const one = workspace(scope, 'mlw-access', uses({ keyVault: vault }))
const principal = systemPrincipalOf(one)
const isAssigned = ({ path }: RecordedRequest) => /\/providers\/Microsoft\.Authorization\/roleAssignments$/i.test(path)
const isDefinition = ({ path }: RecordedRequest) => /\/roleDefinitions\/[^/]+$/i.test(path)
const roleQueries = (world: World) => world.queries().filter((text) => text.startsWith('authorizationresources'))

async function open(estate: Estate, ...faults: Fault[]) {
  const world = await openWorld(estate)
  world.cloud.faults.push(...faults)
  const { evidence } = await world.collect()
  const outcome = judged(evidence, one.id).find(({ check }) => check.id === 'key-vault/workspace-access') as Outcome
  const { verdict } = outcome
  return {
    world,
    evidence,
    said: said(outcome),
    message: 'message' in verdict ? asText(verdict.message ?? '') : '',
    missing: outcome.subject === null ? null : outcome.missing,
    lists: world.sent('resource-manager').filter(isAssigned),
    definitions: world.sent('resource-manager').filter(isDefinition),
  }
}

describe('asks no more than it must', () => {
  it('what Resource Graph shows is enough: two queries, and no read', async () => {
    const { world, said, lists, definitions } = await open(
      estateWith([one], vault, roleAssignment(vault.id, admin, principal)),
    )
    expect([said, lists, definitions]).toEqual(['pass', [], []])
    expect(roleQueries(world)).toEqual([
      expect.stringContaining(`in~ ('${principal}')`),
      expect.stringContaining(`name in~ ('${admin}')`),
    ])
  })

  it('it is not enough: one read at the vault, for this principal', async () => {
    const estate = estateWith([one], vault, roleAssignment(managementGroupId('contoso'), admin, team, toGroup))
    const { said, lists, definitions } = await open({ ...estate, groups: { [team]: [principal] } })
    expect([said, definitions]).toEqual(['pass', []])
    expect(lists.map(({ path, query }) => [path, query])).toEqual([
      [
        `${vault.id}/providers/Microsoft.Authorization/roleAssignments`,
        { 'api-version': '2022-04-01', $filter: `assignedTo('${principal}')` },
      ],
    ])
  })

  it('a role that Resource Graph does not show is read once, where it is assigned', async () => {
    const own = customRole(managementGroupId('contoso'), 'Secrets', {
      dataActions: ['Microsoft.KeyVault/vaults/secrets/*'],
    })
    const second = keyVault(scope, 'kv-second')
    const other = workspace(scope, 'mlw-other', uses({ keyVault: second }))
    const assigned = [[vault, one] as const, [second, other] as const].map(([at, holder]) =>
      roleAssignment(at.id, roleOf(own), systemPrincipalOf(holder)),
    )
    const { said, lists, definitions } = await open(estateWith([one, other], vault, second, own, ...assigned))
    expect([said, lists]).toEqual(['pass', []])
    expect(definitions.map(({ path }) => path)).toEqual([
      expect.stringMatching(new RegExp(`/vaults/kv-(access|second)/providers/.*/${roleOf(own)}$`)),
    ])
  })

  it('a failure is one read at the vault, and none of the roles that are elsewhere', async () => {
    const elsewhere = roleAssignment(`${vault.id}2`, roleOf(customRole('/subscriptions/x', 'x', {})), principal)
    const { said, lists, definitions } = await open(estateWith([one], vault, elsewhere))
    expect([said, lists.length, definitions]).toEqual(['fail', 1, []])
  })

  it('what is assigned at a key is asked for there when the vault does not list it', async () => {
    const world = await openWorld(accessEstate())
    const isBelow = ({ properties }: Record<string, object>) => /\/keys\//.test(JSON.stringify(properties))
    const atVault = ({ path }: RecordedRequest) => /\/vaults\/[^/]+\/providers\//.test(path)
    const { match: _, ...above } = listed((value) => value.filter((each) => !isBelow(each)))
    world.cloud.faults.push(noIndex, { ...above, match: (request) => isAssigned(request) && atVault(request) })
    const { evidence } = await world.collect()
    const id = evidence.workspaces.find((each) => each.endsWith('/mlw-ml-key')) ?? ''
    expect([...new Set(judged(evidence, id).map(said))]).toEqual(['pass'])
    const atKeys = world.sent('resource-manager').filter((each) => isAssigned(each) && !atVault(each))
    expect(new Set(atKeys.map(({ path, query }) => `${path} ${query.$filter}`)).size).toBe(atKeys.length)
  })

  it('access policies are no question of roles', async () => {
    const policies = keyVault(scope, 'kv-access', { properties: { enableRbacAuthorization: null } })
    const { world, lists } = await open(estateWith([one], policies))
    expect([roleQueries(world), lists]).toEqual([[], []])
  })
})

describe('1,000 workspaces and one vault', () => {
  /** What is asked about access alone: no workspace is listed. */
  async function ask(estate: Estate): Promise<World> {
    const world = await openWorld(estate)
    const evidence: EvidenceSet = {
      collectedAt: '2026-11-23T00:00:00.000Z',
      keyHosts: world.client.keyHosts,
      workspaces: [],
      resources: new Map(),
      collections: new Map(),
      subscriptions: [],
      unseen: [],
    }
    for (const { resource } of estate.entries)
      if (!/authorization/i.test(resource.type))
        evidence.resources.set(idKey(resource.id), {
          state: 'read',
          id: resource.id,
          source: 'resource-graph',
          apiVersion: null,
          body: { ...resource },
        })
    const reader = createReader(world.client, evidence, () => {})
    while (wantAccess(evidence, reader)) await reader.settled()
    return world
  }

  const thousand = (identity: Overrides) =>
    Array.from({ length: 1000 }, (_, index) => workspace(scope, `mlw-${index}`, uses({ keyVault: vault }), identity))
  const toTeam = roleAssignment(vault.id, admin, team, toGroup)

  it.each<[string, () => { all: CloudResource[]; members: string[] }, number, number]>([
    [
      'one identity for all: one list',
      () => {
        const identity = userAssignedIdentity(scope, 'id-access')
        const { principalId } = identity.properties as { principalId: string }
        const primary = { properties: { primaryUserAssignedIdentity: identity.id } }
        return { all: thousand({ identity: userAssigned(identity), ...primary }), members: [principalId] }
      },
      1,
      2,
    ],
    [
      'an identity each, in one group: a list each',
      () => {
        const all = thousand({})
        return { all, members: all.map(systemPrincipalOf) }
      },
      1000,
      2,
    ],
  ])('%s', async (_, make, lists, queries) => {
    const { all, members } = make()
    const world = await ask({ ...estateWith(all, vault, toTeam), groups: { [team]: members } })
    expect(world.sent('resource-manager').filter(isAssigned)).toHaveLength(lists)
    expect(world.sent('resource-manager').filter(isDefinition)).toEqual([])
    expect(world.client.counters.throttled).toBe(0)
    // a busy machine takes in one by one what comes together otherwise
    expect(roleQueries(world).length).toBeLessThanOrEqual(queries + 3)
  })

  it('a role each at the vault: no list', async () => {
    const all = thousand({})
    const own = all.map((each) => roleAssignment(vault.id, admin, systemPrincipalOf(each)))
    const world = await ask(estateWith(all, vault, ...own))
    expect(world.sent('resource-manager')).toEqual([])
    expect(roleQueries(world).length).toBeLessThanOrEqual(3)
  })
})

const through = () => ({
  ...estateWith([one], vault, roleAssignment(vault.id, admin, team, toGroup)),
  groups: { [team]: [principal] },
})
const refused = (status: number, code: string, message = 'No.') => ({ status, body: { error: { code, message } } })
const list = (fault: object): Fault => ({ kind: 'status', match: isAssigned, ...fault }) as Fault
const listed = (transform: (value: Record<string, object>[]) => unknown[]): Fault => ({
  kind: 'transform',
  match: isAssigned,
  transform: (body) => ({ ...(body as object), value: transform((body as { value: Record<string, object>[] }).value) }),
})
const noIndex: Fault = {
  kind: 'status',
  ...refused(403, 'AccessDenied'),
  match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.startsWith('authorizationresources'),
}
const changed = (properties: object): Fault =>
  listed((value) => value.map((each) => ({ ...each, properties: { ...each.properties, ...properties } })))

describe('when Azure answers otherwise', () => {
  it.each<[string, Fault[], string, RegExp]>([
    [
      'the list is refused',
      [list(refused(403, 'AuthorizationFailed'))],
      'unknown forbidden',
      /role assignments of \S+ at kv-access: it lacks Microsoft\.Authorization\/roleAssignments\/read\.$/,
    ],
    [
      'the principal does not exist',
      [list(refused(404, 'PrincipalNotFound', 'Principal x does not exist in the directory.'))],
      'unknown invalid-response',
      /Principal x does not exist/,
    ],
    [
      'the principal is refused',
      [list(refused(400, 'InvalidPrincipalId', 'The principal is odd.'))],
      'unknown invalid-response',
      /principal is odd/,
    ],
    [
      'the list is not there',
      [list(refused(404, 'ParentResourceNotFound'))],
      'unknown invalid-response',
      /could not be read/,
    ],
    [
      'the list is of no provider',
      [list(refused(400, 'NoRegisteredProviderFound'))],
      'unknown api-unsupported',
      /none of the API versions/,
    ],
    ['Resource Graph refuses, and Resource Manager answers', [noIndex], 'pass', /^$/],
    [
      'Resource Graph refuses, and so does Resource Manager',
      [noIndex, list(refused(403, 'AuthorizationFailed'))],
      'unknown forbidden',
      /it lacks/,
    ],
    [
      'no list at all',
      [{ kind: 'transform', match: isAssigned, transform: () => ({ value: 'none' }) }],
      'unknown invalid-response',
      /other than a list/,
    ],
    ['an empty list', [listed(() => [])], 'fail', /No role gives/],
    ['the same twice', [listed((value) => [...value, ...value])], 'pass', /^$/],
    ['something without id and name', [listed(() => [{}])], 'unknown invalid-response', /neither an id nor a name/],
    [
      'something without properties',
      [listed((value) => value.map(({ properties: _, ...each }) => each))],
      'unknown invalid-response',
      /no properties/,
    ],
    ['a condition', [changed({ condition: 'x' })], 'unknown not-observable', /with a condition/],
    ['no scope', [changed({ scope: null })], 'unknown property-absent', /at which scope/],
    ['no role', [changed({ roleDefinitionId: '' })], 'unknown property-absent', /which role/],
    ['a holder that is no group', [changed({ principalType: 'User' })], 'unknown invalid-response', /of others than/],
    [
      'nobody took the filter',
      [listed((value) => [...value, strangers])],
      'unknown invalid-response',
      /of others than/,
    ],
    ['odd casing', [changed({ principalType: 'GROUP', scope: vault.id.toUpperCase() })], 'pass', /^$/],
  ])('%s', async (_, faults, expected, message) => {
    const outcome = await open(through(), ...faults)
    expect([outcome.said, outcome.message]).toEqual([expected, expect.stringMatching(message)])
  })

  it('names the vault to grant on', async () => {
    const { missing } = await open(through(), list(refused(403, 'AuthorizationFailed')))
    expect(missing).toMatchObject({ action: 'Microsoft.Authorization/roleAssignments/read', scope: vault.id })
  })

  it('pages are followed', async () => {
    const others = [roles.reader, roles.contributor].map((role) => roleAssignment(vault.id, role, principal))
    const estate = through()
    estate.entries.unshift(...others.map((resource) => ({ resource })))
    const world = await openWorld(estate, { quotas: { resourceManager: { pageSize: 1 } } })
    const { evidence } = await world.collect()
    const found = judged(evidence, one.id).map((each) => [each.check.id, said(each)])
    expect(found).toContainEqual(['key-vault/workspace-access', 'pass'])
    expect(world.sent('resource-manager').filter(isAssigned)).toHaveLength(3)
  })
})

const strangers = {
  ...roleAssignment(vault.id, roles.reader, 'cccccccc-0000-4000-8000-000000000001'),
} as Record<string, object>

describe('roles', () => {
  const own = customRole(managementGroupId('contoso'), 'Secrets', { dataActions: ['*'] })
  const given = () => estateWith([one], vault, own, roleAssignment(vault.id, roleOf(own), principal))
  const definition = (fault: object): Fault => ({ kind: 'status', match: isDefinition, ...fault }) as Fault
  it.each<[string, Fault, string, RegExp]>([
    [
      'may not be read',
      definition(refused(403, 'AuthorizationFailed')),
      'unknown forbidden',
      /role definition [0-9a-f-]{36}: it lacks Microsoft\.Authorization\/roleDefinitions\/read\.$/,
    ],
    [
      'are gone',
      definition(refused(404, 'RoleDefinitionDoesNotExist')),
      'unknown absent',
      /role definition [0-9a-f-]{36} does not exist/,
    ],
    [
      'are others',
      {
        kind: 'transform',
        match: isDefinition,
        transform: (body) => ({ ...(body as object), name: 'other', id: '/other' }),
      },
      'unknown invalid-response',
      /another resource/,
    ],
    [
      'have no properties',
      { kind: 'transform', match: isDefinition, transform: (body) => ({ ...(body as object), properties: null }) },
      'unknown invalid-response',
      /no properties/,
    ],
  ])('that %s', async (_, fault, expected, message) => {
    const outcome = await open(given(), fault)
    expect([outcome.said, outcome.message]).toEqual([expected, expect.stringMatching(message)])
    expect(outcome.definitions).toHaveLength(1)
  })

  it('name the vault to grant on', async () => {
    const { missing } = await open(given(), definition(refused(403, 'AuthorizationFailed')))
    expect(missing).toMatchObject({ action: 'Microsoft.Authorization/roleDefinitions/read', scope: vault.id })
  })
})
