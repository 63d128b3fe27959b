import { describe, expect, it } from 'vitest'
import { containerGroupsSegment, extensionsSegment, listedType } from '../../../src/evidence/children.ts'
import type { Options } from '../../../src/evidence/workspace/model.ts'
import { openWorkspace } from '../../../src/evidence/workspace/open.ts'
import { anyResource } from '../../../src/resources/type.ts'
import { asText } from '../../../src/said.ts'
import { type Change, defaults, evidenceOf, group, having, ids, listOf, together } from '../../checklist/builder.ts'
import { hideList } from '../../checklist/lists.ts'
import { spoken } from '../../spoken.ts'

const open = (change: Change = {}, options: Partial<Options> = {}) =>
  openWorkspace(evidenceOf(change), ids.workspace, 'baseline', { ...defaults, ...options })
const everything = having.everything
const idsOf = ({ all }: { all: { id: string }[] }) => all.map(({ id }) => id)

describe('a list of the workspace', () => {
  it.each([
    [
      'computes',
      [
        ids.nodes,
        ids.instance,
        ids.aksV1,
        ids.kubernetes,
        ids.arcCompute,
        ids.databricksCompute,
        ids.vmCompute,
        ids.hdinsightCompute,
        ids.synapse,
        ids.dataFactory,
        ids.dataLake,
      ],
    ],
    ['datastores', [ids.datastore, ids.systemDatastore, ids.share]],
    ['connections', [ids.openai]],
    ['onlineEndpoints', [ids.online, ids.onCluster]],
    ['batchEndpoints', [ids.batch]],
    ['serverlessEndpoints', [ids.serverless]],
    ['jobs', [ids.job, ids.sweep]],
    ['schedules', [ids.recurrent]],
    ['services', []],
    ['onlineDeployments', [ids.blue]],
    ['batchDeployments', [ids.nightly]],
  ] as const)('of %s holds what was listed', (kind, expected) => {
    const workspace = open(everything)
    expect(idsOf(workspace.list(kind))).toEqual(expected)
    expect(workspace.list(kind).none).toBe('not-used')
    expect(workspace.isComplete(kind)).toBe(true)
    expect(open().list(kind).all).toEqual([])
  })

  it('of several kinds holds them all', () => {
    expect(idsOf(open(everything).list('batchEndpoints', 'serverlessEndpoints'))).toEqual([ids.batch, ids.serverless])
  })

  it.each([
    ['forbidden', [ids.workspace]],
    ['api-unsupported', [ids.workspace]],
    ['absent', [ids.workspace]],
    ['throttled', [ids.job, ids.sweep, ids.workspace]],
    ['truncated', [ids.job, ids.sweep]],
  ] as const)('that is %s has the workspace in place of what is missing', (reason, expected) => {
    const workspace = open(together(everything, hideList('jobs', reason)))
    expect(idsOf(workspace.list('jobs'))).toEqual(expected)
    expect(workspace.isComplete('jobs')).toBe(false)
    const hidden = workspace.list('jobs').all.find(({ unreadable }) => unreadable)
    // that a list is not there does not mean that something is gone
    if (!hidden) return
    const unreadable = { state: 'unreadable', reason: reason === 'absent' ? 'api-unsupported' : reason }
    expect(hidden.unreadable).toMatchObject(unreadable)
    expect(() => hidden.read(anyResource.name)).toThrow(asText(hidden.unreadable?.message ?? ''))
  })

  it('of anything but jobs that is cut short has the workspace in place of the rest', () => {
    const workspace = open(together(everything, hideList('datastores', 'truncated')))
    expect(idsOf(workspace.list('datastores'))).toEqual([ids.datastore, ids.systemDatastore, ids.share, ids.workspace])
  })

  it('that nobody read is not an empty one', () => {
    const workspace = open({ drop: [listOf('jobs')] })
    expect(
      workspace.list('jobs').all.map(({ id, name, unreadable }) => spoken({ id, name, unreadable })),
    ).toMatchObject([
      {
        id: ids.workspace,
        name: 'mlw-fraud',
        unreadable: {
          state: 'unreadable',
          id: `${ids.workspace}/jobs`,
          reason: 'not-visible',
          message: 'The jobs of mlw-fraud were not read.',
        },
      },
    ])
    expect(workspace.isComplete('jobs')).toBe(false)
  })

  it('does not hold what is gone, and holds what cannot be read', () => {
    const change = together(everything, { hide: { job: 'absent', sweep: 'forbidden' } })
    expect(open(change).list('jobs').all).toMatchObject([{ id: ids.sweep, unreadable: { reason: 'forbidden' } }])
  })

  it('that cannot be read stands once, with what each of several has to say', () => {
    const change = together(hideList('batchEndpoints', 'forbidden'), hideList('onlineEndpoints', 'timeout'))
    const [hidden, ...others] = open(change).list('onlineEndpoints', 'batchEndpoints', 'onlineEndpoints').all
    expect(others).toEqual([])
    const message = asText(hidden?.unreadable?.message ?? '')
    expect(message).toMatch(/^The online endpoints .* may not list the batch endpoints [^.]*: it lacks /)
    expect(message.match(/The online endpoints/g)).toHaveLength(1)
    expect(hidden?.unreadable?.reason).toBe('timeout')
  })
})

describe('deployments', () => {
  it('are listed endpoint by endpoint', () => {
    const hidden = hideList('deployments', 'forbidden', ids.online)
    expect(open(together(everything, hidden)).list('onlineDeployments').all).toMatchObject([
      { id: ids.online, unreadable: { reason: 'forbidden' } },
    ])
    const unseen = together(everything, { hide: { online: 'throttled' } })
    expect(open(unseen).list('onlineDeployments').all).toMatchObject([
      { id: ids.online, unreadable: { reason: 'throttled' } },
    ])
  })

  it('are as unreadable as the list of endpoints', () => {
    expect(open(hideList('batchEndpoints', 'timeout')).list('batchDeployments').all).toMatchObject([
      { id: ids.workspace, unreadable: { reason: 'timeout' } },
    ])
  })
})

describe('the extension of a cluster', () => {
  const attached: Change = { also: ['aks', 'kubernetes', 'extension'] }
  const extension = (change: Change) => {
    const workspace = open(together(attached, change))
    const [cluster] = workspace.clusters.all
    return cluster && workspace.extensionOf(cluster)
  }
  it('is the one of Azure Machine Learning', () => {
    expect(extension({})?.id).toBe(ids.extension)
    expect(extension({ extension: { properties: { extensionType: 'microsoft.flux' } } })).toBe(null)
    expect(extension({ without: ['extension'] })).toBe(null)
  })
  it('may be one that does not say what it is', () => {
    for (const [extensionType, reason] of [
      [null, 'property-absent'],
      [7, 'unrecognised-value'],
    ])
      expect(extension({ extension: { properties: { extensionType } } })).toMatchObject({
        id: ids.extension,
        unreadable: { reason },
      })
  })
  it('is unreadable when the list is, or when it is itself', () => {
    expect(extension(hideList(extensionsSegment, 'forbidden', ids.aks))).toMatchObject({
      id: ids.aks,
      unreadable: { reason: 'forbidden' },
    })
    expect(extension({ hide: { extension: 'timeout' } })).toMatchObject({ unreadable: { reason: 'timeout' } })
  })
})

describe('the container group of a service', () => {
  const aci: Change = { also: ['inContainer', 'containers', 'otherContainers'] }
  const found = (change: Change) => {
    const workspace = open(together(aci, change))
    const [service] = workspace.list('services').all
    return service && workspace.containerGroupOf(service)
  }
  const uri = (scoringUri: unknown) => ({ inContainer: { properties: { scoringUri } } })
  it('has its address', () => {
    expect(found({})?.id).toBe(ids.containers)
    expect(found(uri('http://FRAUD.westeurope.azurecontainer.io:80/score'))?.id).toBe(ids.containers)
    for (const other of ['http://x.azurecontainer.io/score', 'nonsense', null, 5]) expect(found(uri(other))).toBe(null)
  })
  it('is unreadable when the list is', () => {
    expect(found(hideList(containerGroupsSegment, 'forbidden', group))).toMatchObject({
      unreadable: { reason: 'forbidden' },
    })
  })
})

it('encryption scopes are there when they are asked for', () => {
  const change: Change = { also: ['datastore', 'dataAccount', 'encryptionScope'] }
  const scopes = (options: Partial<Options>) => {
    const workspace = open(change, options)
    return workspace.scopesOf(workspace.at(ids.dataAccount))
  }
  expect(scopes({})).toEqual({ all: [], none: 'disabled' })
  expect(idsOf(scopes({ encryptionScopes: true }))).toEqual([ids.encryptionScope])
})

it.each([
  [ids.workspace, 'computes', 'microsoft.machinelearningservices/workspaces/computes'],
  [ids.online.toUpperCase(), 'Deployments', 'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments'],
  [ids.aks, extensionsSegment, 'microsoft.kubernetesconfiguration/extensions'],
  [group, containerGroupsSegment, 'microsoft.containerinstance/containergroups'],
  ['nowhere', 'computes', '/computes'],
])('what %s lists as %s is of type %s', (parent, segment, type) => {
  expect(listedType(parent, segment)).toBe(type)
})
