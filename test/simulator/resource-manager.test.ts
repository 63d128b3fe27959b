import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { get, request } from '../../simulator/request.ts'
import {
  clusterA,
  groupA,
  smallEstate,
  subscriptionA,
  subscriptionB,
  vaultB,
  workspaceA,
} from '../../simulator/small-estate.ts'

let cloud: Cloud
let now = 0

beforeEach(async () => {
  now = 0
  const quotas = { resourceManager: { burst: 10, refillPerSecond: 2, pageSize: 2 } }
  cloud = await startCloud({ estate: smallEstate(), quotas, clock: () => now })
})

afterEach(() => cloud.close())

describe('reads', () => {
  test('a resource, whatever the casing of its id', async () => {
    const answer = await get(cloud, workspaceA.toUpperCase(), '2025-12-01')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ ...cloud.estate.entries[0]?.resource, name: 'mlw-churn' })
    expect(answer.headers).toMatchObject({ 'x-ms-routing-request-id': expect.stringMatching(/^WESTEUROPE:/) })
  })

  test('changes of the estate are seen at once', async () => {
    const resource = {
      id: `${groupA}/providers/Microsoft.Storage/storageAccounts/stchurn`,
      type: 'Microsoft.Storage/storageAccounts',
    }
    expect((await get(cloud, resource.id)).status).toBe(404)
    cloud.estate.entries.push({ resource })
    expect((await get(cloud, resource.id)).status).toBe(200)
    cloud.estate.entries[cloud.estate.entries.length - 1] = { resource: { ...resource, id: `${resource.id}2` } }
    expect((await get(cloud, resource.id)).status).toBe(404)
    expect((await get(cloud, `${resource.id}2`)).status).toBe(200)
  })

  test('subscriptions and resource groups', async () => {
    expect((await get(cloud, `/subscriptions/${subscriptionA}`)).body).toMatchObject({ displayName: 'ml-dev' })
    expect((await get(cloud, groupA)).body).toMatchObject({ name: 'rg-Churn', location: 'westeurope' })
    expect((await get(cloud, '/subscriptions')).body.value).toHaveLength(2)
    expect((await get(cloud, `/subscriptions/${subscriptionA}/resourceGroups`)).body.value).toHaveLength(1)
  })

  test('registration of a resource provider', async () => {
    cloud.estate.providers = { [subscriptionB]: { 'Microsoft.KeyVault': 'NotRegistered' } }
    const path = (subscription: string) => `/subscriptions/${subscription}/providers/microsoft.keyvault`
    expect((await get(cloud, path(subscriptionA))).body.registrationState).toBe('Registered')
    expect((await get(cloud, path(subscriptionB))).body.registrationState).toBe('NotRegistered')
  })
})

describe('lists', () => {
  test('children, page by page', async () => {
    const first = await get(cloud, `${workspaceA}/computes`)
    expect(first.body.value).toHaveLength(2)
    const { nextLink } = first.body
    expect(nextLink).toMatch(`${cloud.urls.resourceManager}${workspaceA}/computes?`)
    const second = await get(
      cloud,
      nextLink.slice(cloud.urls.resourceManager.length).replace(/api-version=[^&]*&?/, ''),
    )
    expect(second.body).toMatchObject({ value: [{ name: 'aks' }] })
    expect(second.body).not.toHaveProperty('nextLink')
  })

  test('extensions of a resource, and role assignments at and above a scope', async () => {
    const extensions = await get(cloud, `${clusterA}/providers/Microsoft.KubernetesConfiguration/extensions`)
    expect(extensions.body.value).toMatchObject([{ name: 'azureml' }])
    const assignments = await get(cloud, `${vaultB}/keys/k/providers/Microsoft.Authorization/roleAssignments`)
    expect(assignments.status).toBe(404)
    const atVault = await get(cloud, `${vaultB}/providers/Microsoft.Authorization/roleAssignments`)
    expect(atVault.body.value).toHaveLength(1)
    const inGroup = await get(cloud, `${groupA}/providers/Microsoft.Authorization/roleAssignments`)
    expect(inGroup.body.value).toEqual([])
  })

  test('everything of a type in a subscription or resource group', async () => {
    const type = 'providers/Microsoft.MachineLearningServices/workspaces'
    expect((await get(cloud, `/subscriptions/${subscriptionA}/${type}`, '2025-12-01')).body.value).toHaveLength(1)
    expect((await get(cloud, `${groupA}/${type}`, '2025-12-01')).body.value).toHaveLength(1)
    expect((await get(cloud, `/subscriptions/${subscriptionB}/${type}`, '2025-12-01')).body.value).toEqual([])
  })

  test('lists may be shorter than reads', async () => {
    const [, compute] = cloud.estate.entries
    if (compute) compute.listed = { properties: {} }
    expect((await get(cloud, `${workspaceA}/computes`)).body.value[0].properties).toEqual({})
    expect((await get(cloud, `${workspaceA}/computes/cpu-1`)).body.properties).toEqual({ computeType: 'AmlCompute' })
  })
})

describe('refusals', () => {
  test.each([
    ['a resource that is not there', `${workspaceA}2`, 404, 'ResourceNotFound'],
    [
      'a list in a resource group that is not there',
      `${groupA}2/providers/Microsoft.KeyVault/vaults`,
      404,
      'ResourceGroupNotFound',
    ],
    ['its children', `${workspaceA}2/computes`, 404, 'ParentResourceNotFound'],
    [
      'a resource group that is not there',
      `/subscriptions/${subscriptionA}/resourceGroups/rg-none`,
      404,
      'ResourceGroupNotFound',
    ],
    ['what would be in it', vaultB.replace('rg-keys', 'rg-none'), 404, 'ResourceGroupNotFound'],
    ['an unknown subscription', workspaceA.replace('1111', '9999'), 404, 'SubscriptionNotFound'],
  ])('%s', async (_, path, status, code) => {
    expect(await get(cloud, path, '2025-12-01')).toMatchObject({ status, body: { error: { code } } })
  })

  test('a resource that was just deleted', async () => {
    const [workspace] = cloud.estate.entries
    if (workspace) workspace.deleted = true
    expect((await get(cloud, workspaceA, '2025-12-01')).status).toBe(404)
  })

  test('api-versions: none, malformed, not supported', async () => {
    const url = `${cloud.urls.resourceManager}${workspaceA}`
    const headers = { authorization: `Bearer ${cloud.accessToken(cloud.urls.resourceManager)}` }
    expect((await request(cloud, url, { headers })).body.error.code).toBe('MissingApiVersionParameter')
    expect((await get(cloud, workspaceA, 'latest')).body.error.code).toBe('InvalidApiVersionParameter')
    expect(await get(cloud, workspaceA, '2025-06-01')).toMatchObject({
      status: 400,
      body: { error: { code: 'NoRegisteredProviderFound' } },
    })
    const list = `${groupA}/providers/Microsoft.MachineLearningServices/workspaces`
    expect(await get(cloud, list, '2025-06-01')).toMatchObject({
      status: 404,
      body: { error: { code: 'InvalidResourceType' } },
    })
  })

  test('what the identity may not read is 403, whether it exists or not', async () => {
    cloud.estate.identity.denials = [
      { scope: groupA, actions: ['Microsoft.MachineLearningServices/workspaces/computes/read'] },
    ]
    const { clientId, principalId } = cloud.estate.identity
    const answer = await get(cloud, `${workspaceA}/computes`)
    expect(answer.status).toBe(403)
    expect(answer.body.error).toEqual({
      code: 'AuthorizationFailed',
      message: `The client '${clientId}' with object id '${principalId}' does not have authorization to perform action 'Microsoft.MachineLearningServices/workspaces/computes/read' over scope '${workspaceA}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    })
    expect((await get(cloud, `${workspaceA}/computes/none`)).status).toBe(403)
    expect((await get(cloud, workspaceA, '2025-12-01')).status).toBe(200)
  })

  test('a role in a resource group shows its subscription, and no other', async () => {
    cloud.estate.identity.roles = [{ scope: groupA, actions: ['*/read'] }]
    expect((await get(cloud, `/subscriptions/${subscriptionA}`)).status).toBe(200)
    expect((await get(cloud, `/subscriptions/${subscriptionB}`)).status).toBe(403)
    expect((await get(cloud, `/subscriptions/${subscriptionA}/providers/Microsoft.KeyVault`)).status).toBe(403)
  })

  test('what the identity may do in a group: an entry for each role that reaches it', async () => {
    const reading = { actions: ['*/read'], notActions: ['Microsoft.KeyVault/*'] }
    cloud.estate.identity.roles = [
      { scope: `/subscriptions/${subscriptionA}`, ...reading },
      { scope: groupA.toUpperCase(), actions: ['Microsoft.Storage/*'] },
      { scope: workspaceA, actions: ['*'] },
      { scope: `/subscriptions/${subscriptionB}`, actions: ['*'] },
    ]
    const permissions = () => get(cloud, `${groupA}/providers/Microsoft.Authorization/permissions`, '2022-04-01')
    const entry = { dataActions: [], notDataActions: [] }
    expect((await permissions()).body.value).toEqual([
      { ...entry, ...reading },
      { ...entry, actions: ['Microsoft.Storage/*'], notActions: [] },
    ])
    cloud.estate.identity.roles = [{ scope: groupA, actions: ['Microsoft.Storage/*'] }]
    expect((await permissions()).status).toBe(403)
  })

  test('scopes end at segments', async () => {
    cloud.estate.identity.roles = [{ scope: workspaceA.slice(0, -1), actions: ['*'] }]
    expect((await get(cloud, workspaceA, '2025-12-01')).status).toBe(403)
  })

  test('throttling: a bucket per subscription', async () => {
    const read = () => get(cloud, workspaceA, '2025-12-01')
    const answers = []
    for (let at = 0; at < 11; at++) answers.push(await read())
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    expect(answers[0]?.headers['x-ms-ratelimit-remaining-subscription-reads']).toBe('9')
    expect(answers[10]?.headers['retry-after']).toBe('1')
    expect((await get(cloud, vaultB)).status).toBe(200)
    now = 500
    expect((await read()).status).toBe(200)
    expect((await read()).status).toBe(429)
  })

  test('a token for another audience, and none', async () => {
    const url = `${cloud.urls.resourceManager}${workspaceA}?api-version=2025-12-01`
    const headers = { authorization: `Bearer ${cloud.accessToken('https://management.azure.com')}` }
    expect((await request(cloud, url, { headers })).body.error.code).toBe('InvalidAuthenticationTokenAudience')
    expect((await request(cloud, url)).body.error.code).toBe('AuthenticationFailed')
  })

  test('anything but a read is recorded as such', async () => {
    const url = `${cloud.urls.resourceManager}${workspaceA}/listKeys?api-version=2025-12-01`
    expect((await request(cloud, url, { method: 'POST' })).status).toBe(500)
    expect(cloud.count('forbidden-call')).toBe(1)
  })
})
