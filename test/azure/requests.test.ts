import { afterEach, describe, expect, it } from 'vitest'
import { oneEstate, oneIds } from '../../simulator/estates/one.ts'
import { scaleEstate } from '../../simulator/estates/scale.ts'
import type { RecordedRequest } from '../../simulator/traffic.ts'
import { closeClouds, openWorld } from './world.ts'

afterEach(closeClouds)

/** A read, as a person would name it. */
function label({ kind, path, resourceGraphQuery = '' }: RecordedRequest): string {
  if (kind === 'resource-graph') return `query of ${resourceGraphQuery.split(' ')[0]}`
  const [, provider, rest = ''] = /\/providers\/([^/]+)(.*)$/.exec(path) ?? []
  const types = rest.split('/').filter((_, index) => index % 2 === 1)
  return types.length === 0 ? 'provider' : `${provider}/${types.join('/')}`.toLowerCase()
}

function table(requests: RecordedRequest[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const request of requests) counts[label(request)] = (counts[label(request)] ?? 0) + 1
  return counts
}

const machineLearning = 'microsoft.machinelearningservices/workspaces'
/** What only Resource Manager shows: one read for each page; one more for the file service of an account. */
const every = ['computes', 'datastores', 'connections', 'jobs', 'schedules'].map((list) => `${machineLearning}/${list}`)

/** What is listed below workspaces, endpoints and clusters, apart from everything else. */
function split(counts: Record<string, number>) {
  const isList = ([name]: [string, number]) => name.startsWith(machineLearning) || name.endsWith('/extensions')
  const all = Object.entries(counts)
  return {
    lists: Object.fromEntries(all.filter(isList)),
    others: Object.fromEntries(all.filter((one) => !isList(one))),
  }
}

/** GitHub's and Entra's tokens, which come before. */
const LOGIN = 2

/** Milliseconds for an answer: a busy machine is slow, and a read that is given up and sent again would be counted. */
const PATIENT = 600_000

const isHonest = ({ method, kind, path }: RecordedRequest) =>
  method === 'GET' ||
  (method === 'POST' && kind === 'resource-graph' && path === '/providers/Microsoft.ResourceGraph/resources')

describe('one workspace with every link, everything as it should be', () => {
  it('at most 9 queries, 3 keys, 5 providers', async () => {
    const world = await openWorld(oneEstate(), { latencyMs: { 'resource-graph': 120, 'resource-manager': 120 } })
    await world.collect()
    const { lists, others } = split(table(world.cloud.requests))
    const { 'query of resources': ofResources = 0, 'query of authorizationresources': ofRoles = 0, ...reads } = others
    expect(reads).toEqual({
      provider: 5,
      'microsoft.keyvault/vaults/keys': 3,
      'microsoft.storage/storageaccounts/fileservices': 1,
      'microsoft.authorization/permissions': 1,
    })
    expect(Object.keys(lists)).toEqual(expect.arrayContaining(every))
    // five and three on a machine at rest; on a busy one, answers that come together are taken in one by one
    expect(world.client.counters).toMatchObject({ resourceGraph: ofResources + ofRoles, throttled: 0 })
    expect(ofResources + ofRoles).toBeLessThanOrEqual(9)
    // six on a machine at rest; the clocks of a busy one tell some apart that stood side by side
    expect(world.trips.depth + LOGIN).toBeLessThanOrEqual(9)
    expect(world.cloud.requests.every(isHonest)).toBe(true)
  })

  it('a missing id and a confirmed failure are one read each', async () => {
    const estate = oneEstate()
    estate.entries = estate.entries.filter(({ resource }) => resource.id !== oneIds.containerRegistry)
    const world = await openWorld(estate)
    const { confirm } = await world.collect()
    await confirm([oneIds.cmkVault])
    expect(split(table(world.sent('resource-manager'))).others).toEqual({
      provider: 5,
      'microsoft.keyvault/vaults/keys': 3,
      'microsoft.authorization/permissions': 1,
      'microsoft.containerregistry/registries': 1,
      'microsoft.keyvault/vaults': 1,
      'microsoft.storage/storageaccounts/fileservices': 1,
    })
  })

  it('no action that returns a secret, nor anything but a read', async () => {
    const world = await openWorld(oneEstate())
    await world.collect()
    for (const { path } of world.cloud.requests)
      expect(path).not.toMatch(/list\w*(keys|secrets|credentials|sas)|token|regenerate/i)
    expect(world.cloud.count('forbidden-call')).toBe(0)
  })
})

describe('many workspaces', { timeout: PATIENT }, () => {
  it.each([
    [50, 1, 5, 3 + 50 * (every.length + 2)],
    [1_000, 10, 6, 30 + 1_000 * (every.length + 2)],
  ])('%i in %i subscriptions, one vault for each of these: about %i queries, %i reads', async (workspaces, subscriptions, queries, reads) => {
    const world = await openWorld(scaleEstate({ workspaces, subscriptions, sharedVault: true }), {}, PATIENT)
    const { evidence } = await world.collect()
    expect(evidence.workspaces).toHaveLength(workspaces)
    expect(world.client.counters).toMatchObject({ resourceManager: reads, throttled: 0 })
    // a busy machine takes in one by one what comes together otherwise
    expect(world.client.counters.resourceGraph).toBeLessThanOrEqual(queries + 3)
    expect([...evidence.resources.values()].every(({ state }) => state === 'read')).toBe(true)
  })

  it('1,000 in 10 subscriptions, each with a vault of its own: at most 20 queries, in a window of the quota or the next', async () => {
    const world = await openWorld(scaleEstate({ workspaces: 1_000, subscriptions: 10 }), {}, PATIENT)
    const { evidence } = await world.collect()
    expect(evidence.workspaces).toHaveLength(1_000)
    expect(world.client.counters.resourceGraph).toBeLessThanOrEqual(20)
    expect(world.client.counters.throttled).toBe(0)
    expect(split(table(world.sent('resource-manager'))).others).toEqual({
      provider: 30,
      'microsoft.storage/storageaccounts/fileservices': 1_000,
      'microsoft.authorization/permissions': 1_000,
    })
  })

  it('40 in a group that they share: what only Resource Manager shows, and nobody waits for the quota', async () => {
    const world = await openWorld(
      scaleEstate({ workspaces: 40, subscriptions: 1, sharedVault: true, sharedGroup: true }),
    )
    const { evidence } = await world.collect()
    expect(evidence.workspaces).toHaveLength(40)
    expect(split(table(world.sent('resource-manager')))).toEqual({
      lists: Object.fromEntries(every.map((list) => [list, 40])),
      others: {
        provider: 3,
        'microsoft.authorization/permissions': 1,
        'microsoft.storage/storageaccounts/fileservices': 40,
      },
    })
    expect(world.clock.slept).toEqual([])
  })

  it('small pages and a small quota: nothing is lost', async () => {
    const world = await openWorld(scaleEstate({ workspaces: 120, subscriptions: 3 }), {
      quotas: { resourceGraph: { pageSize: 20, queries: 4, windowMs: 1_000 } },
    })
    const { evidence } = await world.collect()
    expect(evidence.workspaces).toHaveLength(120)
    expect([...evidence.resources.values()].filter(({ state }) => state !== 'read')).toEqual([])
  })
})
