import { afterEach, describe, expect, it } from 'vitest'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { healthyEstate } from '../../simulator/estates/healthy.ts'
import { oneEstate, oneIds } from '../../simulator/estates/one.ts'
import { estateOf, reader, subscriptionIds } from '../../simulator/estates/parts.ts'
import {
  aksCompute,
  aksService,
  batchDeployment,
  batchEndpoint,
  blobDatastore,
  change,
  cluster,
  commandJob,
  computeInstance,
  connectedCluster,
  connection,
  containerGroup,
  containerInstanceService,
  customService,
  kubernetesCompute,
  machineLearningExtension,
  managedCluster,
  oneLakeDatastore,
  onlineDeployment,
  onlineEndpoint,
  pipelineJob,
  schedule,
  shortened,
  sparkJob,
  storageAccount,
  sweepJob,
  workspace,
} from '../../simulator/templates.ts'
import type { Fault, RecordedRequest } from '../../simulator/traffic.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { closeClouds, openWorld } from './world.ts'

afterEach(closeClouds)

const { production, platform } = subscriptionIds
const scope = { subscriptionId: production, resourceGroup: 'rg-test' }
const elsewhere = { subscriptionId: platform, resourceGroup: 'rg-data' }
const subscriptions = [production, platform].map((id) => ({ id, name: id }))
const machineLearning = 'Microsoft.MachineLearningServices/workspaces'

const mlw = workspace(scope, 'mlw-test')

/** Where a cluster is attached there can be web services of SDK v1. */
const withServices = aksCompute(mlw, 'aks-v1', managedCluster(elsewhere, 'aks-v1'))

const holding = (...resources: CloudResource[]): Estate => estateOf({ subscriptions, resources: [mlw, ...resources] })
const names = (count: number) => Array.from({ length: count }, (_, index) => `cpu-${index + 1}`)
const clusters = (count: number) => names(count).map((name) => cluster(mlw, name))
const jobs = (count: number) => names(count).map((name) => commandJob(mlw, name))

type Evidence = Awaited<ReturnType<Awaited<ReturnType<typeof openWorld>>['collect']>>['evidence']
const list = ({ collections }: Evidence, segment: string, parent = mlw.id) =>
  collections.get(collectionKey.list(parent, segment))
const namesIn = (evidence: Evidence, segment: string) =>
  list(evidence, segment)?.ids.map((id) => id.split('/').at(-1) ?? '')

const pages = (pageSize: number) => ({ quotas: { resourceManager: { pageSize } } })

const on = (segment: string, skip: number | null, fault: Fault): Fault => ({
  ...fault,
  match: ({ path, query }) => path.endsWith(`/${segment}`) && (skip === null || query.$skip === String(skip)),
})

describe('pages of a list', () => {
  it('are followed to the last, one read for each', async () => {
    const world = await openWorld(holding(...clusters(5)), pages(2))
    const { evidence, at } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'read' })
    expect(namesIn(evidence, 'computes')).toEqual(names(5))
    expect(at(`${mlw.id}/computes/cpu-5`)).toMatchObject({ state: 'read', source: 'resource-manager' })
    expect(world.reads('/computes').map(({ query }) => query.$skip)).toEqual([undefined, '2', '4'])
  })

  it.each([
    'https://management.azure.com.example.com/steal',
    'https://example.com/subscriptions',
    'http://localhost/computes',
    '//example.com/computes',
  ])('never leave the host: %s', async (nextLink) => {
    const world = await openWorld(holding(...clusters(2)))
    world.cloud.faults.push(
      on('computes', null, { kind: 'transform', transform: (body) => ({ ...(body as object), nextLink }) }),
    )
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'unreadable', reason: 'invalid-response', action: null })
    expect(list(evidence, 'computes')).toMatchObject({ message: expect.stringContaining('not followed') })
    expect(namesIn(evidence, 'computes')).toEqual(names(2))
    expect(world.reads('/computes')).toHaveLength(1)
    expect(world.cloud.count('refused-host')).toBe(0)
  })

  it('that lead in a circle end, and everything is there once', async () => {
    const world = await openWorld(holding(...clusters(4)), pages(2))
    const first = (body: unknown) => ({ ...(body as object), nextLink: firstLink(world.reads('/computes')) })
    world.cloud.faults.push(on('computes', 2, { kind: 'transform', transform: first }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({
      reason: 'invalid-response',
      message: expect.stringMatching(/read already/),
    })
    expect(namesIn(evidence, 'computes')).toEqual(names(4))
    expect(world.reads('/computes').length).toBeLessThanOrEqual(4)
    function firstLink([request]: RecordedRequest[]): string {
      return `${world.cloud.urls.resourceManager}${request?.path}?${new URLSearchParams({ ...request?.query, $skip: '2' })}`
    }
  })

  it('that overlap name nothing twice', async () => {
    const world = await openWorld(holding(...clusters(3)), pages(2))
    const again = (body: unknown) => {
      const { value } = body as { value: CloudResource[] }
      return { value: [cluster(mlw, 'cpu-2'), ...value] }
    }
    world.cloud.faults.push(on('computes', 2, { kind: 'transform', transform: again }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'read' })
    expect(namesIn(evidence, 'computes')).toEqual(names(3))
  })
})

describe('a list that fails on the way keeps what came, and says why', () => {
  it.each<[string, Fault, string, RegExp]>([
    ['a server that is down', { kind: 'status', status: 503 }, 'invalid-response', /could not be listed/],
    ['a page that is no JSON', { kind: 'malformed' }, 'invalid-response', /not JSON/],
    [
      'a page that is not a list',
      { kind: 'transform', transform: () => ({ value: {} }) },
      'invalid-response',
      /other than a list/,
    ],
    ['an empty page', { kind: 'transform', transform: () => ({}) }, 'invalid-response', /other than a list/],
    ['half a page', { kind: 'truncate' }, 'invalid-response', /could not be listed/],
    [
      'a role that was taken away',
      { kind: 'status', status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
      'forbidden',
      /lacks Microsoft\.MachineLearningServices\/workspaces\/computes\/read/,
    ],
    ['a quota', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'throttled', /could not be listed/],
    [
      'a link that is no good any more',
      { kind: 'status', status: 404, body: { error: { code: 'NotFound', message: 'Gone.' } } },
      'api-unsupported',
      /cannot be listed/,
    ],
  ])('%s', async (_, fault, reason, message) => {
    const world = await openWorld(holding(...clusters(3)), pages(2))
    world.cloud.faults.push(on('computes', 2, fault))
    const { evidence, at } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({
      state: 'unreadable',
      reason,
      message: expect.stringMatching(message),
    })
    expect(namesIn(evidence, 'computes')).toEqual(names(2))
    expect(at(`${mlw.id}/computes/cpu-1`)).toMatchObject({ state: 'read' })
    expect(list(evidence, 'datastores')).toMatchObject({ state: 'read' })
  })
})

describe('a list that may not be read, or is not there', () => {
  it('names the action, and the workspace as the scope of a role', async () => {
    const estate = holding(...clusters(1))
    const notActions = [`${machineLearning}/computes/read`, `${machineLearning}/jobs/read`]
    estate.identity.roles = subscriptions.map(({ id }) => ({ ...reader(`/subscriptions/${id}`), notActions }))
    const { evidence } = await (await openWorld(estate)).collect()
    for (const [segment, action] of ['computes', 'jobs'].map((each, index) => [each, notActions[index]])) {
      expect(list(evidence, segment ?? '')).toEqual({
        state: 'unreadable',
        id: `${mlw.id}/${segment}`,
        reason: 'forbidden',
        action,
        scope: mlw.id,
        message: `The identity of this run may not list the ${segment} of mlw-test: it lacks ${action}.`,
        ids: [],
      })
    }
    expect(list(evidence, 'schedules')).toMatchObject({ state: 'read', ids: [] })
  })

  it.each([
    'services',
    'computes',
    'schedules',
  ])('404 on %s is a list that this cloud does not have, and not an empty one', async (segment) => {
    const world = await openWorld(holding(withServices))
    const body = { error: { code: 'ResourceNotFound', message: 'The resource was not found.' } }
    world.cloud.faults.push(on(segment, null, { kind: 'status', status: 404, body }))
    const { evidence } = await world.collect()
    expect(list(evidence, segment)).toMatchObject({
      state: 'unreadable',
      reason: 'api-unsupported',
      action: null,
      scope: null,
    })
    expect(world.reads(`/${segment}`)).toHaveLength(1)
  })

  it('an older api-version is tried where the newest is not known', async () => {
    const estate = holding(...clusters(1))
    estate.apiVersions = { [`${machineLearning}/computes`.toLowerCase()]: ['2024-10-01'] }
    const world = await openWorld(estate)
    const { evidence, at } = await world.collect()
    expect(namesIn(evidence, 'computes')).toEqual(['cpu-1'])
    expect(at(`${mlw.id}/computes/cpu-1`)).toMatchObject({ apiVersion: '2024-10-01' })
    expect(world.reads('/computes').map(({ query }) => query['api-version'])).toEqual([
      '2025-12-01',
      '2025-06-01',
      '2024-10-01',
    ])
  })

  it('none of them: nothing is known of the list', async () => {
    const estate = holding(...clusters(1))
    estate.apiVersions = { [`${machineLearning}/computes`.toLowerCase()]: ['2030-01-01'] }
    const { evidence } = await (await openWorld(estate)).collect()
    expect(list(evidence, 'computes')).toMatchObject({ reason: 'api-unsupported', ids: [] })
  })
})

describe('lists as Azure really writes them', () => {
  const type = (segment: string) => `${machineLearning}/${segment}`.toLowerCase()

  it.each<[string, ('id' | 'type' | 'name')[]]>([
    ['without ids and types', ['id', 'type']],
    ['without types', ['type']],
    ['without names', ['name']],
  ])('%s: every schedule is looked through', async (_, without) => {
    const estate = holding(schedule(mlw, 'nightly'), schedule(mlw, 'weekly'))
    estate.listsOf = { [type('schedules')]: { without } }
    const world = await openWorld(estate, pages(1))
    const { evidence, at } = await world.collect()
    expect(list(evidence, 'schedules')).toEqual({
      state: 'read',
      ids: ['nightly', 'weekly'].map((name) => `${mlw.id}/schedules/${name}`),
    })
    expect(at(`${mlw.id}/schedules/weekly`)).toMatchObject({
      state: 'read',
      body: { id: `${mlw.id}/schedules/weekly`, type: type('schedules') },
    })
    expect(world.reads('/schedules')).toHaveLength(2)
  })

  it.each([null, ''] as const)('with %j for the link behind the last page', async (noNextLink) => {
    const estate = holding(...clusters(3))
    estate.listsOf = { [type('computes')]: { noNextLink } }
    const world = await openWorld(estate, pages(2))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'read' })
    expect(world.reads('/computes')).toHaveLength(2)
  })
})

describe('a provider that is not registered', () => {
  const aks = managedCluster(scope, 'aks-test')
  const segment = 'providers/Microsoft.KubernetesConfiguration/extensions'
  const attached = () => holding(aks, kubernetesCompute(mlw, 'k8s', aks))
  const refusal = (code: string, message: string, target?: string) => ({
    error: { code, message, ...(target ? { details: [{ code, target, message }] } : {}) },
  })
  const missing = (namespace: string, target?: string) =>
    refusal(
      'MissingSubscriptionRegistration',
      `The subscription is not registered to use namespace '${namespace}'.`,
      target,
    )

  it('has nothing of what it would list', async () => {
    const estate = attached()
    estate.providers = { [production]: { 'Microsoft.KubernetesConfiguration': 'NotRegistered' } }
    const { evidence } = await (await openWorld(estate)).collect()
    expect(list(evidence, segment, aks.id)).toEqual({ state: 'read', ids: [] })
  })

  it.each<[string, number, object, object]>([
    [
      'its own namespace, in the message',
      409,
      missing('Microsoft.KubernetesConfiguration'),
      { state: 'read', ids: [] },
    ],
    [
      'its own namespace, oddly cased',
      409,
      missing('x', 'MICROSOFT.kubernetesConfiguration'),
      { state: 'read', ids: [] },
    ],
    ['another one, in the message', 409, missing('Microsoft.Insights'), { reason: 'invalid-response' }],
    [
      'another one, as the target',
      409,
      missing('Microsoft.KubernetesConfiguration', 'Microsoft.Web'),
      { reason: 'invalid-response' },
    ],
    ['a longer name', 409, missing('Microsoft.KubernetesConfiguration.Private'), { reason: 'invalid-response' }],
    ['none', 409, refusal('MissingSubscriptionRegistration', 'Not registered.'), { reason: 'invalid-response' }],
    [
      'its own namespace, for another cause',
      409,
      refusal('Conflict', "Of 'Microsoft.KubernetesConfiguration'."),
      { reason: 'invalid-response' },
    ],
    ['no registered provider', 400, refusal('NoRegisteredProviderFound', 'No.'), { reason: 'api-unsupported' }],
    ['no such type', 404, refusal('InvalidResourceType', 'No.'), { reason: 'api-unsupported' }],
  ])('an error that names %s', async (_, status, body, expected) => {
    const world = await openWorld(attached())
    world.cloud.faults.push(on('extensions', null, { kind: 'status', status, body }))
    const { evidence } = await world.collect()
    expect(list(evidence, segment, aks.id)).toMatchObject(expected)
  })

  it('on a later page: what came before stays, and the list is not whole', async () => {
    const world = await openWorld(holding(...clusters(3)), pages(2))
    const body = missing('Microsoft.MachineLearningServices')
    world.cloud.faults.push(on('computes', 2, { kind: 'status', status: 409, body }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'unreadable', reason: 'invalid-response' })
    expect(namesIn(evidence, 'computes')).toEqual(names(2))
  })
})

it('a list of another tenant: no command would help', async () => {
  const world = await openWorld(holding())
  const body = { error: { code: 'InvalidAuthenticationTokenTenant', message: 'Wrong issuer.' } }
  world.cloud.faults.push(on('jobs', null, { kind: 'status', status: 401, body }))
  const { evidence } = await world.collect()
  expect(list(evidence, 'jobs')).toMatchObject({
    reason: 'not-visible',
    action: null,
    scope: null,
    message: 'The jobs of mlw-test belong to a different tenant from this run.',
  })
})

describe('jobs are read up to a limit', () => {
  const shallow = (jobsPerWorkspace: number) => ({ jobsPerWorkspace, encryptionScopes: false })

  it.each([
    [3, 5, 3, 'truncated', 2],
    [4, 5, 4, 'truncated', 2],
    [5, 5, 5, null, 3],
    [6, 5, 5, null, 3],
    [1, 0, 0, null, 1],
    [2, 2, 2, null, 1],
  ])('%i of %i: %i are kept, %s, in %i reads', async (limit, all, kept, reason, reads) => {
    const world = await openWorld(holding(...jobs(all), ...clusters(5)), pages(2))
    const { evidence } = await world.collect({}, shallow(limit))
    expect(namesIn(evidence, 'jobs')).toEqual(names(kept))
    expect(list(evidence, 'jobs')).toMatchObject(reason ? { state: 'unreadable', reason } : { state: 'read' })
    expect(world.reads('/jobs')).toHaveLength(reads)
    expect(namesIn(evidence, 'computes')).toEqual(names(5))
  })

  it('only those that are not archived', async () => {
    const old = commandJob(mlw, 'old', { properties: { isArchived: true } })
    const world = await openWorld(holding(...jobs(3), old), pages(2))
    const { evidence } = await world.collect()
    expect(namesIn(evidence, 'jobs')).toEqual(names(3))
    expect(world.reads('/jobs').every(({ query }) => query.listViewType === 'ActiveOnly')).toBe(true)
  })
})

describe('computes', () => {
  const aks = managedCluster(scope, 'aks-test')

  it('that a list shows in short are read on their own', async () => {
    const estate = holding(aks, machineLearningExtension(aks), aksCompute(mlw, 'legacy', aks), cluster(mlw, 'cpu'))
    const legacy = estate.entries.find(({ resource }) => resource.name === 'legacy')
    if (legacy) legacy.listed = { properties: change(structuredClone(legacy.resource), shortened).properties }
    const world = await openWorld(estate)
    const { at } = await world.collect()
    const record = at(`${mlw.id}/computes/legacy`)
    expect(record?.state === 'read' && valueAt(record.body, 'properties.properties.sslConfiguration.status')).toBe(
      'Enabled',
    )
    expect(world.reads('/computes/legacy')).toHaveLength(1)
    expect(world.reads('/computes/cpu')).toHaveLength(0)
  })

  it('that cannot be read on their own stay as the list shows them', async () => {
    const estate = holding(aks, aksCompute(mlw, 'legacy', aks))
    const legacy = estate.entries.find(({ resource }) => resource.name === 'legacy')
    if (legacy) legacy.listed = { properties: change(structuredClone(legacy.resource), shortened).properties }
    const world = await openWorld(estate)
    world.cloud.faults.push(on('legacy', null, { kind: 'status', status: 503 }))
    const { at, evidence } = await world.collect()
    expect(at(`${mlw.id}/computes/legacy`)).toMatchObject({
      state: 'read',
      body: { properties: { computeType: 'AKS' } },
    })
    expect(list(evidence, 'computes')).toMatchObject({ state: 'read' })
  })

  it('lead to their clusters, each of which is asked for its extensions once', async () => {
    const arc = connectedCluster(scope, 'arc-test')
    const world = await openWorld(
      holding(
        ...[aks, arc].flatMap((each) => [each, machineLearningExtension(each)]),
        kubernetesCompute(mlw, 'one', aks),
        kubernetesCompute(mlw, 'two', aks),
        kubernetesCompute(mlw, 'arc', arc),
      ),
    )
    const { evidence, at } = await world.collect()
    const segment = 'providers/Microsoft.KubernetesConfiguration/extensions'
    expect(world.reads('/extensions')).toHaveLength(2)
    for (const each of [aks, arc]) {
      expect(at(each.id)).toMatchObject({ state: 'read' })
      expect(list(evidence, segment, each.id)).toMatchObject({ state: 'read', ids: [`${each.id}/${segment}/azureml`] })
    }
  })

  it('that are attached to what nothing here reads lead nowhere', async () => {
    const other = `/subscriptions/${production}/resourceGroups/rg-test/providers/Microsoft.Synapse/workspaces/synw`
    const world = await openWorld(
      holding(cluster(mlw, 'synapse', { properties: { computeType: 'SynapseSpark', resourceId: other } })),
    )
    const { at } = await world.collect()
    expect(at(other)).toBeUndefined()
    expect(world.reads('/synw')).toEqual([])
  })
})

describe('accounts behind datastores', () => {
  const account = storageAccount(elsewhere, 'stdata')
  const byName = { properties: { subscriptionId: null, resourceGroup: null } }

  it('are read where the datastore says they are, in any subscription', async () => {
    const world = await openWorld(holding(account, blobDatastore(mlw, 'transactions', account)))
    const { at, evidence } = await world.collect()
    expect(at(account.id)).toMatchObject({ state: 'read' })
    expect(evidence.collections.has(collectionKey.account('stdata'))).toBe(false)
  })

  it('are searched by name where it does not say', async () => {
    const world = await openWorld(holding(account, blobDatastore(mlw, 'transactions', account, byName)))
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.account('stdata'))).toEqual({ state: 'read', ids: [account.id] })
  })

  it('are searched once, and not at all when they have been read already', async () => {
    const other = workspace(scope, 'mlw-other', { properties: { storageAccount: account.id } })
    const all = [mlw, other].map((each) => blobDatastore(each, 'same', account, byName))
    const world = await openWorld(holding(other, account, ...all))
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.account('stdata'))).toMatchObject({ state: 'read' })
    expect(world.queries().filter((text) => text.includes("'stdata'")).length).toBeLessThanOrEqual(1)
  })

  it('that nobody finds are not visible', async () => {
    const estate = holding(account, blobDatastore(mlw, 'transactions', account, byName))
    estate.identity.roles = [reader(`/subscriptions/${production}`)]
    const { evidence } = await (await openWorld(estate)).collect()
    expect(evidence.collections.get(collectionKey.account('stdata'))).toMatchObject({
      state: 'unreadable',
      reason: 'not-visible',
      action: 'Microsoft.Storage/storageAccounts/read',
      ids: [],
    })
  })

  it.each([
    "st' or 1==1",
    'x',
    '',
    'st/../data',
    42,
  ])('never put a name that is none into a query: %s', async (accountName) => {
    const odd = blobDatastore(mlw, 'odd', account, byName, { properties: { accountName } })
    const world = await openWorld(holding(odd, oneLakeDatastore(mlw, 'lake')))
    await world.collect()
    expect(world.queries().filter((text) => text.includes('storageAccounts'))).toEqual([])
  })
})

describe('container groups', () => {
  const host = 'detector.westeurope.azurecontainer.io'
  const segment = 'providers/Microsoft.ContainerInstance/containerGroups'
  const group = `/subscriptions/${production}/resourceGroups/rg-test`

  it('are listed for a service on container instances, once for the group', async () => {
    const services = ['a', 'b'].map((name) => containerInstanceService(mlw, name, host))
    const world = await openWorld(holding(...services, containerGroup(scope, 'detector', host)))
    const { evidence } = await world.collect()
    expect(list(evidence, segment, group)?.ids).toEqual([`${group}/${segment}/detector`])
    expect(world.reads('/containerGroups')).toHaveLength(1)
  })

  it.each([null, 'Custom', 7])('are listed for a service that runs on %j', async (computeType) => {
    const service = containerInstanceService(mlw, 'a', host, { properties: { computeType } })
    const world = await openWorld(holding(service, containerGroup(scope, 'detector', host)))
    const { evidence } = await world.collect()
    expect(list(evidence, segment, group)?.ids).toHaveLength(1)
  })

  it.each<[string, CloudResource[]]>([
    ['no service', []],
    ['a service on Kubernetes', [aksService(mlw, 'scores')]],
  ])('are left alone with %s', async (_, services) => {
    const world = await openWorld(holding(...services, containerGroup(scope, 'detector', host)))
    const { evidence } = await world.collect()
    expect(list(evidence, segment, group)).toBeUndefined()
    expect(world.reads('/containerGroups')).toEqual([])
  })

  it('a service whose id lacks its first slash, as in an example of Microsoft', async () => {
    const service = containerInstanceService(mlw, 'a', host)
    const world = await openWorld(holding(service, containerGroup(scope, 'detector', host)))
    const slashless = (body: unknown) => {
      const { value } = body as { value: CloudResource[] }
      return { value: value.map((each) => ({ ...each, id: each.id.slice(1) })) }
    }
    world.cloud.faults.push(on('services', null, { kind: 'transform', transform: slashless }))
    const { evidence, at } = await world.collect()
    expect(at(service.id)).toMatchObject({ state: 'read' })
    expect(list(evidence, segment, group)?.ids).toHaveLength(1)
  })
})

describe('secrets', () => {
  // put together so that nobody who searches this repository finds a credential in it
  const secrets = {
    key: `AccountKey=${'abc123XYZ'.repeat(9)}==`,
    password: ['correct', 'horse', 'battery'].join('-'),
    token: ['ghp', 'x1y2z3'.repeat(6)].join('_'),
  }
  const variables = { MODEL_API_KEY: secrets.password, CONNECTION: secrets.key, NOTES: secrets.token }
  const environment = { properties: { environmentVariables: variables } }
  const bag = { properties: { properties: variables } }
  const endpoint = onlineEndpoint(mlw, 'scores', bag)
  const batch = batchEndpoint(mlw, 'nightly', bag)
  const service = { properties: { environmentImageRequest: { environment: { environmentVariables: variables } } } }

  const everywhere = [
    commandJob(mlw, 'command', environment, bag),
    sparkJob(mlw, 'spark', environment),
    sweepJob(mlw, 'sweep', { properties: { trial: { environmentVariables: variables } } }),
    pipelineJob(mlw, 'pipeline', { properties: { jobs: { train: { environment_variables: variables } } } }),
    schedule(mlw, 'weekly', { properties: { action: { jobDefinition: { environmentVariables: variables } } } }),
    endpoint,
    onlineDeployment(endpoint, 'blue', environment),
    batch,
    batchDeployment(batch, 'default', environment),
    computeInstance(mlw, 'ci', {
      properties: { properties: { customServices: [customService('rstudio', variables)] } },
    }),
    connection(mlw, 'search', { properties: { metadata: variables } }),
    aksService(mlw, 'legacy', service),
    withServices,
  ]

  it('are noted where they stand, and no value reaches the evidence', async () => {
    const { evidence, at } = await (await openWorld(holding(...everywhere))).collect()
    for (const { id } of everywhere.filter((each) => each !== withServices)) {
      const record = at(id)
      const places = record?.state === 'read' ? (record.body.secrets as { name: string; class: string }[]) : []
      expect(places.find(({ name }) => name === 'CONNECTION')?.class, id).toMatch(/^credential:/)
      expect(places.find(({ name }) => name === 'MODEL_API_KEY')?.class, id).toBe('name')
    }
    const text = JSON.stringify([...evidence.resources.values(), ...evidence.collections.values(), evidence.unseen])
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
    expect(text).not.toContain('horse')
  })
})

describe('requests', () => {
  it.each<[string, () => Estate]>([
    ['one', oneEstate],
    ['healthy', healthyEstate],
    ['demo', demoEstate],
  ])('%s: nothing but reads and queries of Resource Graph', async (_, make) => {
    const world = await openWorld(make())
    await world.collect()
    const others = world.cloud.requests.filter(({ method, kind }) => method !== 'GET' && kind !== 'resource-graph')
    expect(others).toEqual([])
    expect(world.cloud.count('forbidden-call')).toBe(0)
  })

  it('one workspace with everything attached: each list once, each resource once', async () => {
    const latencyMs = { 'resource-graph': 40, 'resource-manager': 40 }
    const world = await openWorld(oneEstate(), { latencyMs })
    await world.collect()
    const paths = world.sent('resource-manager').map(({ path }) => idKey(path))
    expect(new Set(paths).size).toBe(paths.length)
    expect(
      paths
        .filter((path) => path.startsWith(`${idKey(oneIds.workspace)}/`))
        .map((path) => path.slice(oneIds.workspace.length + 1))
        .sort(),
    ).toEqual([
      'batchendpoints/one-nightly/deployments',
      'computes',
      'computes/aks-legacy',
      'connections',
      'datastores',
      'jobs',
      'onlineendpoints/one-edge/deployments',
      'onlineendpoints/one-scores/deployments',
      'schedules',
      'services',
    ])
    expect(world.sent('resource-graph').length).toBeLessThanOrEqual(9)
    expect(world.trips.depth).toBeLessThanOrEqual(9)
  })
})
