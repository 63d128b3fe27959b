import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import type { RoleAtScope } from '../../simulator/estate.ts'
import { get, query } from '../../simulator/request.ts'
import { groupA, smallEstate, subscriptionA, subscriptionB, vaultB } from '../../simulator/small-estate.ts'
import { customRole, managementGroupId, roleAssignment, roleOf, roles, toGroup } from '../../simulator/templates.ts'

let cloud: Cloud
beforeEach(async () => {
  const estate = smallEstate()
  estate.entries = estate.entries.filter(({ resource }) => !/roleassignments$/i.test(resource.type))
  estate.groups = { [inner]: [somebody], [outer]: [inner], [loop]: [outer, loop] }
  for (const each of [...assignments, ownRole, groupRole, elsewhere]) estate.entries.push({ resource: each })
  cloud = await startCloud({ estate })
})
afterEach(() => cloud.close())

const somebody = '55555555-5555-4555-8555-555555555555'
const [inner, outer, loop] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-00000000000a`) as [
  string,
  string,
  string,
]
const own = `/subscriptions/${subscriptionB}`
const allowed = { dataActions: ['Microsoft.KeyVault/vaults/secrets/*'] }
const ownRole = customRole(own, 'Vault reader', allowed)
const groupRole = customRole(managementGroupId('mg-root'), 'Everywhere', allowed)
const elsewhere = customRole(`/subscriptions/${subscriptionA}`, 'Elsewhere', allowed)
const assignments = [
  roleAssignment(vaultB, roles.reader, somebody),
  roleAssignment(own, roles.reader, inner, toGroup),
  roleAssignment(managementGroupId('mg-root'), roles.reader, outer, toGroup),
  roleAssignment('/', roles.reader, loop, toGroup),
  roleAssignment(managementGroupId('mg-ml'), roles.contributor, somebody),
  roleAssignment(groupA, roles.contributor, somebody),
  roleAssignment(`${vaultB}/keys/k`, roles.reader, somebody),
  roleAssignment(vaultB, roles.reader, '99999999-5555-4555-8555-555555555555'),
]
const named = (...indexes: number[]) => indexes.map((index) => assignments[index]?.name)

const at = (path: string, filter?: string) =>
  get(cloud, filter === undefined ? path : `${path}?$filter=${encodeURIComponent(filter)}`, '2022-04-01')
const list = (scope: string, filter?: string) =>
  at(`${scope}/providers/Microsoft.Authorization/roleAssignments`, filter)
const definition = (scope: string, name: string) =>
  at(`${scope}/providers/Microsoft.Authorization/roleDefinitions/${name}`)
const namesIn = ({ body }: { body: { value: { name: string }[] } }) => body.value.map(({ name }) => name)

describe('role assignments', () => {
  test('at a scope, above and below it, management groups included', async () => {
    expect(namesIn(await list(vaultB))).toEqual(named(0, 1, 2, 3, 6, 7))
    expect(namesIn(await list(groupA))).toEqual(named(2, 3, 4, 5))
  })

  test('of somebody: their own and those of all groups that hold them', async () => {
    expect(namesIn(await list(vaultB, `assignedTo('${somebody.toUpperCase()}')`))).toEqual(named(0, 1, 2, 3, 6))
  })

  test.each([
    ["principalName eq 'x'", 'UnsupportedQuery'],
    ["assignedTo('nobody')", 'UnsupportedQuery'],
    [`assignedTo('${inner}')`, 'InvalidFilter'],
  ])('%s is refused', async (filter, code) => {
    expect(await list(vaultB, filter)).toMatchObject({ status: 400, body: { error: { code } } })
  })

  test('for nobody who may not read them', async () => {
    cloud.estate.identity.roles = only('Microsoft.KeyVault/vaults/read')
    expect(await list(vaultB)).toMatchObject({ status: 403 })
  })
})

describe('role definitions', () => {
  test.each([
    ['built in', roles.keyVaultAdministrator, 'Key Vault Administrator'],
    ['of the subscription', roleOf(ownRole), 'Vault reader'],
    ['of a management group', roleOf(groupRole), 'Everywhere'],
  ])('%s', async (_, name, roleName) => {
    expect(await definition(vaultB, name.toUpperCase())).toMatchObject({
      status: 200,
      body: {
        id: `${own}/providers/Microsoft.Authorization/roleDefinitions/${name}`,
        properties: { roleName, permissions: [{ dataActions: [expect.any(String)], notDataActions: [] }] },
      },
    })
  })

  test('that cannot be assigned here, or nowhere, do not exist', async () => {
    for (const name of [roleOf(elsewhere), somebody])
      expect(await definition(vaultB, name)).toMatchObject({
        status: 404,
        body: { error: { code: 'RoleDefinitionDoesNotExist' } },
      })
  })

  test('for nobody who may not read them', async () => {
    cloud.estate.identity.roles = only('Microsoft.Authorization/roleAssignments/read')
    expect(await definition(vaultB, roles.reader)).toMatchObject({ status: 403 })
  })
})

describe('the index', () => {
  const rows = async (text: string) => {
    const { body } = await query(cloud, `authorizationresources | where ${text}`)
    return body.data as { id: string; name: string; properties: Record<string, unknown> }[]
  }
  const definitions = (...names: string[]) =>
    rows(`type =~ 'microsoft.authorization/roledefinitions' and name in~ (${names.map((name) => `'${name}'`)})`)

  test('has roles of Microsoft and of subscriptions, without a subscription in their ids', async () => {
    const found = await definitions(roles.reader, roleOf(ownRole))
    expect(found.map(({ id }) => id).sort()).toEqual(
      [roles.reader, roleOf(ownRole)]
        .map((name) => `/providers/Microsoft.Authorization/RoleDefinitions/${name}`)
        .sort(),
    )
  })

  test('has assignments that name them alike, and none of what lies above the subscriptions', async () => {
    const found = await rows("type =~ 'microsoft.authorization/roleassignments'")
    expect(found.map(({ name }) => name).sort()).toEqual(named(0, 1, 5, 6, 7).sort())
    for (const { properties } of found)
      expect(properties.roleDefinitionId).toMatch(
        /^\/providers\/Microsoft\.Authorization\/RoleDefinitions\/[0-9a-f-]{36}$/,
      )
  })

  test('has no roles for who may not read them', async () => {
    cloud.estate.identity.roles = only('Microsoft.Authorization/roleAssignments/read')
    expect(await definitions(roles.reader, roleOf(ownRole))).toEqual([])
  })
})

function only(action: string): RoleAtScope[] {
  return [subscriptionA, subscriptionB].map((id) => ({ scope: `/subscriptions/${id}`, actions: [action] }))
}
