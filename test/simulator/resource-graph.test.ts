import { afterEach, describe, expect, test } from 'vitest'
import { type Cloud, type CloudOptions, startCloud } from '../../simulator/cloud.ts'
import { query, request } from '../../simulator/request.ts'
import { groupA, smallEstate, subscriptionA, subscriptionB, vaultB, workspaceA } from '../../simulator/small-estate.ts'

let cloud: Cloud

afterEach(() => cloud.close())

async function start(options: Partial<CloudOptions> = {}) {
  cloud = await startCloud({ estate: smallEstate(), ...options })
  return cloud
}

async function idsOf(text: string, body: object = {}): Promise<string[]> {
  const answer = await query(cloud, text, body)
  return answer.body.data.map((row: { id: string }) => row.id)
}

describe('tables and rows', () => {
  test('a row is the resource with the columns that Resource Graph derives', async () => {
    await start()
    const answer = await query(cloud, "resources | where type =~ 'Microsoft.MachineLearningServices/Workspaces'")
    expect(answer.body).toMatchObject({ totalRecords: 1, count: 1, resultTruncated: 'false', facets: [] })
    expect(answer.body).not.toHaveProperty('$skipToken')
    expect(answer.body.data[0]).toEqual({
      id: workspaceA,
      name: 'mlw-churn',
      type: 'microsoft.machinelearningservices/workspaces',
      tenantId: cloud.estate.tenantId,
      kind: 'Default',
      location: 'westeurope',
      resourceGroup: 'rg-churn',
      subscriptionId: subscriptionA,
      managedBy: '',
      sku: null,
      plan: null,
      properties: { hbiWorkspace: true, keyVault: vaultB, encryption: null },
      tags: { team: 'churn' },
      identity: null,
      zones: null,
      extendedLocation: null,
      apiVersion: '2025-06-01',
    })
  })

  test('children that Resource Graph does not list, and extensions, are not among the resources', async () => {
    await start()
    expect(await idsOf('resources | order by id asc')).toEqual([
      expect.stringMatching(/aks-churn$/),
      expect.stringMatching(/mlw-churn$/),
      expect.stringMatching(/kv-churn$/),
    ])
    expect(await idsOf('kubernetesconfigurationresources')).toHaveLength(1)
    expect(
      await idsOf("authorizationresources | where type =~ 'Microsoft.Authorization/roleAssignments'"),
    ).toHaveLength(1)
  })

  test('endpoints and their deployments are', async () => {
    await start()
    const endpoint = `${workspaceA}/onlineEndpoints/score`
    const type = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints'
    cloud.estate.entries.push(
      { resource: { id: endpoint, type } },
      { resource: { id: `${endpoint}/deployments/blue`, type: `${type}/deployments` } },
    )
    expect(await idsOf(`resources | where type startswith '${type}'`)).toHaveLength(2)
  })

  test('subscriptions and resource groups', async () => {
    await start()
    const answer = await query(cloud, 'resourcecontainers | project id, name, type, properties | order by id asc')
    expect(answer.body.data).toMatchObject([
      {
        id: `/subscriptions/${subscriptionA}`,
        name: 'ml-dev',
        type: 'microsoft.resources/subscriptions',
        properties: { managementGroupAncestorsChain: [{ name: 'mg-ml' }, { name: 'mg-root' }] },
      },
      { id: groupA, name: 'rg-Churn', type: 'microsoft.resources/subscriptions/resourcegroups' },
      { id: `/subscriptions/${subscriptionB}` },
      { name: 'rg-keys' },
    ])
  })

  test('the index may be behind', async () => {
    await start()
    const [workspace, , , , vault] = cloud.estate.entries
    if (!workspace || !vault) throw new Error('The estate has changed.')
    workspace.indexed = { properties: { hbiWorkspace: false } }
    vault.indexed = null
    const answer = await query(cloud, "resources | where isempty(managedBy) and type !contains 'Container'")
    expect(answer.status).toBe(400)
    const rows = await query(
      cloud,
      "resources | where type in~ ('microsoft.keyvault/vaults', 'microsoft.machinelearningservices/workspaces')",
    )
    expect(rows.body.data).toMatchObject([
      { id: workspaceA, location: 'westeurope', properties: { hbiWorkspace: false } },
    ])
  })
})

describe('scope', () => {
  test('subscriptions, in any case', async () => {
    await start()
    expect(await idsOf('resources', { subscriptions: [subscriptionB.toUpperCase()] })).toEqual([vaultB])
  })

  test('management groups', async () => {
    await start()
    expect(await idsOf('resources', { managementGroups: ['mg-ml'] })).toHaveLength(2)
    expect(await idsOf('resources', { managementGroups: ['MG-root'] })).toHaveLength(3)
    expect((await query(cloud, 'resources', { managementGroups: ['mg-none'] })).status).toBe(403)
  })

  test('what the identity may not read is missing without a word', async () => {
    await start()
    cloud.estate.identity.denials = [{ scope: vaultB.toUpperCase(), actions: ['Microsoft.KeyVault/*'] }]
    expect(await idsOf('resources')).not.toContain(vaultB)
    cloud.estate.identity.roles = [{ scope: `/subscriptions/${subscriptionA}`, actions: ['*/read'] }]
    expect(await idsOf('resources', { subscriptions: [subscriptionA, subscriptionB] })).toHaveLength(2)
  })

  test('403 when none of the subscriptions can be read', async () => {
    await start()
    cloud.estate.identity.roles = [{ scope: `/subscriptions/${subscriptionA}`, actions: ['*/read'] }]
    const answer = await query(cloud, 'resources', { subscriptions: [subscriptionB] })
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'AccessDenied' } } })
    expect(await idsOf('resources')).toHaveLength(2)
  })

  test('a role at a management group holds in its subscriptions', async () => {
    await start()
    const scope = '/providers/Microsoft.Management/managementGroups/mg-ml'
    cloud.estate.identity.roles = [{ scope, actions: ['*/read'], notActions: ['Microsoft.ContainerService/*'] }]
    expect(await idsOf('resources')).toEqual([workspaceA])
  })

  test('more subscriptions than a query can cover are announced in a header', async () => {
    await start({ quotas: { resourceGraph: { subscriptions: 1 } } })
    expect((await query(cloud, 'resources')).headers).toHaveProperty('x-ms-tenant-subscription-limit-hit', 'true')
  })
})

describe('paging', () => {
  async function startWithVaults(count: number) {
    await start({ quotas: { resourceGraph: { pageSize: 40, queries: 100 } } })
    for (let at = 0; at < count; at++) {
      const id = `/subscriptions/${subscriptionA}/resourceGroups/rg-many/providers/Microsoft.KeyVault/vaults/kv-${at}`
      cloud.estate.entries.push({ resource: { id, type: 'Microsoft.KeyVault/vaults' } })
    }
  }

  async function allIds(text: string, body: object = {}): Promise<string[]> {
    const first = await query(cloud, text, body)
    const ids = first.body.data.map((row: { id: string }) => row.id)
    const $skipToken = first.body.$skipToken
    return $skipToken ? [...ids, ...(await allIds(text, { options: { $skipToken } }))] : ids
  }

  test('by skip token; `resultTruncated` stays "false"', async () => {
    await startWithVaults(99)
    const text = "resources | where type =~ 'microsoft.keyvault/vaults' | project id | order by id asc"
    const first = await query(cloud, text)
    expect(first.body).toMatchObject({ totalRecords: 100, count: 40, resultTruncated: 'false' })
    const ids = await allIds(text)
    expect(ids).toHaveLength(100)
    expect(new Set(ids).size).toBe(100)
    expect(ids).toEqual(ids.toSorted())
  })

  test('without a sort, pages lose and repeat rows', async () => {
    await startWithVaults(99)
    const ids = await allIds("resources | where type =~ 'microsoft.keyvault/vaults' | project id")
    expect(ids).toHaveLength(100)
    expect(new Set(ids).size).toBeLessThan(100)
  })

  test('a token is bound to its query', async () => {
    await startWithVaults(99)
    const first = await query(cloud, 'resources | project id')
    const options = { $skipToken: first.body.$skipToken }
    expect((await query(cloud, 'resources | project id, name', { options })).status).toBe(400)
  })

  test('no token without `id`: the rest is cut off, which `resultTruncated` admits', async () => {
    await startWithVaults(99)
    const answer = await query(cloud, 'resources | project name')
    expect(answer.body).toMatchObject({ count: 40, resultTruncated: 'true' })
    expect(answer.body).not.toHaveProperty('$skipToken')
  })

  test('no token with `limit`', async () => {
    await startWithVaults(99)
    const answer = await query(cloud, 'resources | limit 50')
    expect(answer.body).toMatchObject({ totalRecords: 50, count: 40, resultTruncated: 'true' })
    expect(answer.body).not.toHaveProperty('$skipToken')
  })

  test('$top, $skip and tables', async () => {
    await startWithVaults(9)
    const options = { $top: 2, $skip: 1, resultFormat: 'table' }
    const { data } = (await query(cloud, 'resources | project name, properties | order by name asc', { options })).body
    expect(data).toEqual({
      columns: [
        { name: 'name', type: 'string' },
        { name: 'properties', type: 'object' },
      ],
      rows: [
        ['kv-0', null],
        ['kv-1', null],
      ],
    })
  })

  test('a thousand ids in one query', async () => {
    await start({ quotas: { resourceGraph: { pageSize: 1000 } } })
    const ids = Array.from({ length: 999 }, (_, at) => `'${workspaceA}-${at}'`)
    const text = `resources | where id in~ ('${workspaceA.toUpperCase()}', ${ids.join(', ')}) | project id`
    expect(await idsOf(text)).toEqual([workspaceA])
  })
})

describe('refusals', () => {
  test('throttling: remaining and reset in headers, 429 without Retry-After, then a new window', async () => {
    let now = 0
    await start({ clock: () => now, quotas: { resourceGraph: { queries: 2, windowMs: 5000 } } })
    const answers = [await query(cloud, 'resources'), await query(cloud, 'resources'), await query(cloud, 'resources')]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers['x-ms-user-quota-remaining'])).toEqual(['1', '0', '0'])
    expect(answers[2]?.headers['x-ms-user-quota-resets-after']).toBe('00:00:05')
    expect(answers[2]?.headers).not.toHaveProperty('retry-after')
    expect(answers[2]?.body.error.code).toBe('RateLimiting')
    now = 5000
    expect((await query(cloud, 'resources')).status).toBe(200)
  })

  test('answers beyond the size limit', async () => {
    await start({ quotas: { resourceGraph: { responseBytes: 500 } } })
    const answer = await query(cloud, 'resources')
    expect(answer.status).toBe(400)
    expect(answer.body.error.details).toMatchObject([{ code: 'ResponsePayloadTooLarge' }])
  })

  test('queries that are wrong or not supported', async () => {
    await start()
    const wrong = await query(cloud, 'resources | where nothing == 1')
    expect(wrong.status).toBe(400)
    expect(wrong.body.error).toMatchObject({
      code: 'BadRequest',
      details: [{ code: 'InvalidQuery' }, { code: 'InvalidQuery', token: 'nothing' }],
    })
    const unsupported = await query(cloud, 'resources | summarize count()')
    expect(unsupported.body.error.details).toMatchObject([{}, { code: 'Unsupported' }])
  })

  test.each([
    [{ subscriptions: ['ml-dev'] }],
    [{ subscriptions: [subscriptionA], managementGroups: ['mg-ml'] }],
    [{ options: { $top: 1001 } }],
    [{ query: undefined }],
  ])('%j', async (body) => {
    await start()
    expect((await query(cloud, 'resources', body)).status).toBe(400)
  })

  test('a content type other than JSON is a 500', async () => {
    await start()
    const url = `${cloud.urls.resourceManager}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`
    const authorization = `Bearer ${cloud.accessToken(cloud.urls.resourceManager)}`
    const answer = await request(cloud, url, {
      method: 'POST',
      headers: { authorization },
      body: '{"query":"resources"}',
    })
    expect(answer.status).toBe(500)
  })

  test('the query text is recorded', async () => {
    await start()
    await query(cloud, 'resources | project id')
    expect(cloud.requests).toMatchObject([
      { kind: 'resource-graph', resourceGraphQuery: 'resources | project id', status: 200 },
    ])
  })
})
