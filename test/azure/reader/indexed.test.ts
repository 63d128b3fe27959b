import { afterEach, describe, expect, it } from 'vitest'
import type { CloudResource, Estate, RoleAtScope } from '../../../simulator/estate.ts'
import { estateOf, reader, subscriptionIds } from '../../../simulator/estates/parts.ts'
import {
  aksCompute,
  batchDeployment,
  batchEndpoint,
  cluster,
  containerGroup,
  kubernetesCompute,
  managedCluster,
  onlineDeployment,
  onlineEndpoint,
  serverlessEndpoint,
  workspace,
} from '../../../simulator/templates.ts'
import type { Fault } from '../../../simulator/traffic.ts'
import { collectionKey } from '../../../src/evidence/collection-key.ts'
import type { EvidenceSet } from '../../../src/evidence/records.ts'
import { propertyOf } from '../../../src/evidence/resource.ts'
import { idKey } from '../../../src/evidence/resource-id.ts'
import { onlineEndpoint as declared } from '../../../src/resources/endpoint.ts'
import { closeClouds, openWorld } from '../world.ts'

afterEach(closeClouds)

const { production, platform } = subscriptionIds
const scope = { subscriptionId: production, resourceGroup: 'rg-test' }
const subscription = `/subscriptions/${production}`
const group = `${subscription}/resourceGroups/rg-test`
const machineLearning = 'Microsoft.MachineLearningServices/workspaces'

const mlw = workspace(scope, 'mlw-test')
const online = onlineEndpoint(mlw, 'scores')
const idle = onlineEndpoint(mlw, 'idle')
const batch = batchEndpoint(mlw, 'nightly')
const endpoints = [
  online,
  idle,
  batch,
  onlineDeployment(online, 'blue'),
  onlineDeployment(online, 'green'),
  batchDeployment(batch, 'default'),
  serverlessEndpoint(mlw, 'chat'),
]
const aks = managedCluster({ ...scope, resourceGroup: 'rg-aks' }, 'aks')

const holding = (...resources: CloudResource[]): Estate =>
  estateOf({ subscriptions: [production, platform].map((id) => ({ id, name: id })), resources: [mlw, ...resources] })

/** What is listed below the workspace, without what every workspace is asked for. */
const always = ['computes', 'datastores', 'connections', 'jobs', 'schedules']
const indexed = ['batchEndpoints', 'onlineEndpoints', 'serverlessEndpoints']
const deployments = ['batchEndpoints/nightly/deployments', 'onlineEndpoints/scores/deployments']

async function looked(estate: Estate, ...faults: Fault[]) {
  const world = await openWorld(estate)
  world.cloud.faults.push(...faults)
  const { evidence, at } = await world.collect()
  const below = world
    .sent('resource-manager')
    .flatMap(({ path }) => (idKey(path).startsWith(`${idKey(mlw.id)}/`) ? [path.slice(mlw.id.length + 1)] : []))
  const listed = [...new Set(below)].filter((path) => !always.includes(path)).sort()
  return { world, evidence, at, listed }
}

const held = ({ collections }: EvidenceSet, segment: string, parent = mlw.id) =>
  collections.get(collectionKey.list(parent, segment))

function roles(...all: Partial<RoleAtScope>[]): (estate: Estate) => Estate {
  return (estate) => {
    estate.identity.roles = all.map((role) => ({ ...reader(subscription), ...role }))
    return estate
  }
}

const without = (...notActions: string[]) => roles({ notActions })
const asIs = (estate: Estate) => estate

describe('what Resource Graph shows is not listed', () => {
  it('nothing there: nothing is asked, and every list is whole', async () => {
    const { evidence, listed, world } = await looked(holding())
    expect(listed).toEqual([])
    for (const segment of [...indexed, 'services'])
      expect(held(evidence, segment), segment).toEqual({ state: 'read', ids: [] })
    expect(world.reads('/permissions')).toHaveLength(1)
  })

  it('endpoints come from Resource Graph, and where there are deployments these are listed for their variables', async () => {
    const { evidence, listed, at } = await looked(holding(...endpoints))
    expect(listed).toEqual(deployments)
    expect(held(evidence, 'onlineEndpoints')?.ids.sort()).toEqual([idle.id, online.id])
    expect(held(evidence, 'deployments', online.id)?.ids).toHaveLength(2)
    expect(held(evidence, 'deployments', idle.id)).toEqual({ state: 'read', ids: [] })
    expect(at(online.id)).toMatchObject({ state: 'read', source: 'resource-graph' })
    expect(at(`${online.id}/deployments/blue`)).toMatchObject({ state: 'read', source: 'resource-manager' })
  })

  it('an endpoint that was deleted a moment ago is gone, though Resource Graph shows it with its deployments', async () => {
    const estate = holding(...endpoints)
    for (const entry of estate.entries) if (entry.resource.id.startsWith(online.id)) entry.deleted = true
    const { at } = await looked(estate)
    expect(at(online.id)).toMatchObject({ state: 'absent' })
    expect(at(idle.id)).toMatchObject({ state: 'read', source: 'resource-graph' })
  })

  it('once for a group, and nothing of workspaces that nobody asked for', async () => {
    const others = ['mlw-2', 'mlw-3'].map((name) => workspace(scope, name))
    const elsewhere = others.map((one) => onlineEndpoint(one, `of-${one.name}`))
    const world = await openWorld(holding(...others, ...endpoints, ...elsewhere))
    const { evidence } = await world.collect({
      workspaces: ['mlw-t*', 'mlw-2'].map((pattern) => ({ kind: 'pattern', pattern })),
    })
    expect(world.reads('/permissions')).toHaveLength(1)
    const known = [...evidence.resources.keys()].filter((id) => id.includes('/of-mlw-'))
    expect(known).toEqual([idKey(elsewhere[0]?.id ?? '')])
  })
})

it('a workspace that Resource Graph does not show yet is asked for everything that it has', async () => {
  const world = await openWorld(holding(...endpoints))
  world.cloud.faults.push({
    kind: 'transform',
    transform: () => ({ totalRecords: 0, count: 0, resultTruncated: 'false', data: [] }),
    match: ({ path }) => /microsoft\.resourcegraph/i.test(path),
  })
  const { evidence } = await world.collect({
    workspaces: [{ kind: 'id', id: mlw.id, subscriptionId: production, resourceGroup: 'rg-test', name: 'mlw-test' }],
  })
  expect(held(evidence, 'onlineEndpoints')?.ids.sort()).toEqual([idle.id, online.id])
  expect(held(evidence, 'deployments', online.id)?.ids).toHaveLength(2)
  expect(world.reads('/services')).toHaveLength(1)
})

it('a group of the same name in another subscription is not taken for this one', async () => {
  const there = { ...scope, subscriptionId: platform }
  const other = workspace(there, 'mlw-other')
  const { evidence } = await looked(
    holding(other, containerGroup(there, 'v1', 'v1.x'), onlineEndpoint(other, 'theirs')),
  )
  expect(held(evidence, 'onlineEndpoints')).toEqual({ state: 'read', ids: [] })
  expect(held(evidence, 'onlineEndpoints', other.id)?.ids).toHaveLength(1)
})

const everyList = [...deployments, ...indexed, 'onlineEndpoints/idle/deployments', 'services'].sort()
const status = (path: string, code: number): Fault => ({
  kind: 'status',
  status: code,
  body: { error: { code: code === 403 ? 'AuthorizationFailed' : 'InternalServerError', message: 'no' } },
  match: (request) => request.path.endsWith(path),
})
const answering = (body: unknown): Fault => ({
  kind: 'transform',
  transform: () => body,
  match: ({ path }) => path.endsWith('/permissions'),
})
const entry = (more: object) => ({ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [], ...more })

describe('no row counts as none only for who may read all of it', () => {
  it.each<[what: string, change: (estate: Estate) => Estate, expected: string[]]>([
    ['Reader', asIs, deployments],
    ['a wildcard in the middle', roles({ actions: ['Microsoft.*/read'] }), deployments],
    ['may not read permissions', without('Microsoft.Authorization/permissions/read'), everyList],
    [
      'no online endpoints',
      without(`${machineLearning}/onlineEndpoints/read`),
      [deployments[0] ?? '', 'onlineEndpoints'],
    ],
    ['no endpoints of any kind, by a wildcard', without(`${machineLearning}/*Endpoints/read`), indexed],
    [
      'no online deployments',
      without(`${machineLearning}/onlineEndpoints/deployments/read`),
      [...deployments, 'onlineEndpoints/idle/deployments'].sort(),
    ],
    ['no container groups', without('Microsoft.ContainerInstance/*'), [...deployments, 'services'].sort()],
    ['no computes', without(`${machineLearning}/computes/read`), [...deployments, 'services'].sort()],
    ['what one role takes another gives', roles({ notActions: ['*/read'] }, {}), deployments],
    ['rights on the workspace alone', roles({ scope: mlw.id }), everyList],
  ])('%s', async (_what, change, expected) => {
    const { evidence, listed } = await looked(change(holding(...endpoints)))
    expect(listed).toEqual(expected)
    // whatever was not listed is known; whatever was listed is what a list says
    for (const segment of indexed.filter((one) => !expected.includes(one)))
      expect(held(evidence, segment)?.ids.length, segment).toBeGreaterThan(0)
  })

  it.each<[what: string, fault: Fault]>([
    ['a refusal', status('/permissions', 403)],
    ['errors', status('/permissions', 500)],
    ['no list', answering({ value: 'all' })],
    ['nothing', answering({})],
    ['no entry', answering({ value: [] })],
    ['entries that are none', answering({ value: [null, 7, 'x', { actions: '*/read' }, { actions: [7] }] })],
    ['an entry with exceptions that nobody can read', answering({ value: [entry({ notActions: 'none' })] })],
    ['an entry on a condition', answering({ value: [entry({ condition: '@Resource' })] })],
    ['a next page elsewhere', answering({ value: [entry({})], nextLink: 'https://example.com/' })],
  ])('permissions that say %s permit nothing', async (_what, fault) => {
    expect((await looked(holding(...endpoints), fault)).listed).toEqual(everyList)
  })

  it('the next page of permissions counts', async () => {
    const world = await openWorld(holding(...endpoints))
    const path = `${group}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01&page=2`
    const pages = [{ value: [], nextLink: `${world.cloud.urls.resourceManager}${path}` }, { value: [entry({})] }]
    world.cloud.faults.push({ ...answering(null), kind: 'transform', transform: () => pages.shift() })
    const { evidence } = await world.collect()
    expect(world.reads('/permissions')).toHaveLength(2)
    expect(world.reads('/onlineEndpoints')).toEqual([])
    expect(held(evidence, 'onlineEndpoints')?.ids).toHaveLength(2)
  })

  it.each<[what: string, transform: (body: unknown) => unknown]>([
    ['announces more rows than it sends', (body) => ({ ...(body as object), totalRecords: 99 })],
    ['cuts its answer short', (body) => ({ ...(body as object), resultTruncated: 'true' })],
  ])('Resource Graph %s: everything is listed', async (_what, transform) => {
    const match: Fault['match'] = ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('onlineendpoints')
    expect((await looked(holding(...endpoints), { kind: 'transform', transform, match })).listed).toEqual(everyList)
  })
})

describe('a row that does not tell enough is read by Resource Manager', () => {
  const indexedAs = (properties: object | null): Estate => {
    const estate = holding(online)
    const found = estate.entries.find(({ resource }) => resource.id === online.id)
    if (found) found.indexed = { ...online, properties }
    return estate
  }
  const { properties } = online as { properties: Record<string, unknown> }

  it.each<[what: string, indexed: object | null, reads: number]>([
    ['whole', properties, 0],
    ['no address', { ...properties, scoringUri: null }, 1],
    ['no mode of authentication', { ...properties, authMode: undefined }, 1],
    ['still being made', { ...properties, scoringUri: null, provisioningState: 'Creating' }, 0],
    ['no properties', null, 1],
  ])('%s', async (_what, shown, reads) => {
    const { world, at } = await looked(indexedAs(shown))
    expect(world.reads('/onlineEndpoints/scores')).toHaveLength(reads)
    const record = at(online.id)
    if (reads > 0 && record?.state === 'read')
      expect(propertyOf(record.body, declared.address)).toBe(properties.scoringUri)
    expect(record).toMatchObject({ state: 'read', source: reads > 0 ? 'resource-manager' : 'resource-graph' })
  })

  it('and what stays unread is a gap', async () => {
    const { at } = await looked(indexedAs({ ...properties, scoringUri: null }), status('/scores', 403))
    expect(at(online.id)).toMatchObject({ gap: { path: declared.address.path, failure: { reason: 'forbidden' } } })
  })
})

describe('services of SDK v1 are listed where there can be any', () => {
  it.each<[what: string, resources: CloudResource[], isListed: boolean]>([
    ['nothing there', [], false],
    ['computes that run none', [cluster(mlw, 'cpu')], false],
    ['an AKS compute', [aksCompute(mlw, 'aks-v1', aks), aks], true],
    ['a Kubernetes compute', [kubernetesCompute(mlw, 'k8s', aks), aks], true],
    ['a compute that nobody has heard of', [cluster(mlw, 'cpu', { properties: { computeType: 'Quantum' } })], true],
    ['a compute without a type', [cluster(mlw, 'cpu', { properties: { computeType: null } })], true],
    ['a container group beside it', [containerGroup(scope, 'v1', 'v1.westeurope.azurecontainer.io')], true],
    ['one in another group', [containerGroup({ ...scope, resourceGroup: 'rg-2' }, 'v1', 'v1.x')], false],
  ])('%s: %s', async (_what, resources, isListed) => {
    expect((await looked(holding(...resources))).listed).toEqual(isListed ? ['services'] : [])
  })
})
