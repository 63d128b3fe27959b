import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../simulator/templates.ts'
import type { UnreadableRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { UnknownReason } from '../../src/model.ts'
import {
  type Change,
  cases,
  everyCheck,
  evidenceOf,
  findings,
  having,
  ids,
  listOf,
  outcomes,
  type Row,
  together,
} from './builder.ts'

const nodes: Change = { also: ['nodes'] }
const instance: Change = { also: ['instance'] }
const both: Change = { also: ['nodes', 'instance'] }
const ofNodes = { of: ids.nodes }
const ofInstance = { of: ids.instance }
const onWorkspace = { of: ids.workspace }
const clusterIs = (properties: Overrides) => together(nodes, { nodes: { properties } })
const instanceIs = (properties: Overrides) => together(instance, { instance: { properties } })
const flag = (hbiWorkspace: unknown): Change => ({ workspace: { properties: { hbiWorkspace } } })
const hidden = (reason: UnknownReason): Change => ({ hideCollections: { [listOf('computes')]: reason } })

everyCheck('compute', [['no computes', {}, 'not-applicable not-used']])
const otherKinds: Row = [
  'computes of other kinds',
  { also: ['kubernetes', 'aks', 'vmCompute', 'vm', 'synapse', 'dataLake'] },
  'not-applicable not-used',
]

/** The severity is that of a failure. For whatever other reason a list cannot be read it is the same (`laws.test.ts`). */
const unlisted = (severity: string): Row => [
  'list forbidden: one finding, on the workspace',
  together(both, hidden('forbidden')),
  `unknown forbidden ${severity}`,
  {
    ...onWorkspace,
    message:
      /may not list the computes of mlw-fraud: it lacks Microsoft\.MachineLearningServices\/workspaces\/computes\/read/,
  },
]

cases('compute/os-disk', [
  ['a cluster', nodes, 'attested', ofNodes],
  ['an instance', instance, 'attested', ofInstance],
  ['oddly cased type', clusterIs({ computeType: 'AMLCOMPUTE' }), 'attested', ofNodes],
  ['a project of its own', together(nodes, having.project), 'attested', ofNodes],
  otherKinds,
  unlisted('info/info'),
])

it('says under cmk-required that there is no customer-managed key for OS disks', () => {
  const said = (profile: 'cmk-required' | 'baseline') => {
    const [outcome] = outcomes('compute/os-disk', nodes, profile)
    return outcome && 'message' in outcome.verdict ? outcome.verdict.message : ''
  }
  expect(said('cmk-required')).toMatch(/customer-managed key is not available/)
  expect(said('baseline')).toBe('OS disks are encrypted with Microsoft-managed keys.')
})

cases('compute/scratch-disk', [
  ['under the flag', nodes, 'pass', { ...ofNodes, reads: ['properties.hbiWorkspace', true] }],
  ['an instance under the flag', instance, 'pass', ofInstance],
  [
    'without the flag',
    together(nodes, flag(false)),
    'fail medium/info',
    {
      ...ofNodes,
      message: /workspace does not have the high-business-impact flag/,
      remedy: /in place of mlw-fraud, and move nodes there/,
    },
  ],
  ['flag absent means off', together(instance, flag(null)), 'fail medium/info', ofInstance],
  ['flag of another type', together(nodes, flag(1)), 'unknown unrecognised-value medium/info', ofNodes],
  ['a project whose hub has the flag', together(nodes, having.project), 'pass', ofNodes],
  [
    'a project whose hub has not',
    together(nodes, having.project, { hub: { properties: { hbiWorkspace: false } } }),
    'fail medium/info',
    { ...ofNodes, message: /^The hub does not/, remedy: /in place of hub-fraud, and move nodes there/ },
  ],
  [
    'a project whose hub is hidden',
    together(nodes, having.project, { hide: { hub: 'forbidden' } }),
    'unknown forbidden medium/info',
    ofNodes,
  ],
  [
    'of a type unheard of',
    clusterIs({ computeType: 'Quantum' }),
    'unknown unrecognised-value medium/info',
    { ...ofNodes, message: /"Quantum"/ },
  ],
  ['of no type', clusterIs({ computeType: null }), 'unknown property-absent medium/info', ofNodes],
  ['of a type that is a number', clusterIs({ computeType: 3 }), 'unknown unrecognised-value medium/info', ofNodes],
  otherKinds,
  unlisted('medium/info'),
])

cases('compute/instance-for-development', [
  ['an instance', instance, 'manual', ofInstance],
  ['a cluster', nodes, 'not-applicable not-used'],
  otherKinds,
  unlisted('info/info'),
])

cases('compute/production-training', [
  ['a workspace with a compute', nodes, 'manual'],
  ['a workspace whose computes cannot be listed', hidden('forbidden'), 'manual'],
  ['a workspace without any', {}, 'not-applicable not-used'],
  ['a feature store', together(nodes, { workspace: { kind: 'FeatureStore' } }), 'manual'],
  ['a hub has no clusters', together(nodes, { workspace: { kind: 'HUB' } }), 'not-applicable not-used'],
  ['nor has a project', together(nodes, having.project), 'not-applicable not-used'],
])

const least = (minNodeCount: unknown) => clusterIs({ properties: { scaleSettings: { minNodeCount } } })
cases('compute/ephemeral-nodes', [
  ['none kept', nodes, 'pass', { ...ofNodes, reads: ['properties.properties.scaleSettings.minNodeCount', 0] }],
  [
    'two kept',
    least(2),
    'fail low/low',
    {
      ...ofNodes,
      message: /keeps 2 nodes/,
      remedy:
        /^az ml compute update --name nodes --resource-group rg-Fraud --subscription \S+ --workspace-name mlw-fraud --min-instances 0$/,
    },
  ],
  ['absent', least(null), 'unknown property-absent low/low', ofNodes],
  ['no scale settings', clusterIs({ properties: { scaleSettings: null } }), 'unknown property-absent low/low', ofNodes],
  ['a text', least('0'), 'unknown unrecognised-value low/low', ofNodes],
  ['the short form', clusterIs({ properties: null }), 'unknown property-absent low/low', ofNodes],
  ['an instance', instance, 'not-applicable not-used'],
  otherKinds,
  unlisted('low/low'),
])

cases('compute/local-auth', [
  ['off', nodes, 'pass', { ...ofNodes, reads: ['properties.disableLocalAuth', true] }],
  ['off, of an instance', instance, 'pass', ofInstance],
  [
    'on',
    clusterIs({ disableLocalAuth: false }),
    'fail low/low',
    { ...ofNodes, remedy: /create nodes again .* without `ssh_settings`/ },
  ],
  [
    'absent means on',
    instanceIs({ disableLocalAuth: null }),
    'fail low/low',
    { ...ofInstance, reads: ['properties.disableLocalAuth', null] },
  ],
  ['as text', clusterIs({ disableLocalAuth: 'False' }), 'fail low/low', ofNodes],
  [
    'absent while the instance is being created',
    instanceIs({ disableLocalAuth: null, provisioningState: 'Creating' }),
    'not-applicable not-used',
    ofInstance,
  ],
  [
    'on while the instance is being created',
    instanceIs({ disableLocalAuth: false, provisioningState: 'Creating' }),
    'fail low/low',
    ofInstance,
  ],
  [
    'absent while a cluster is being created',
    clusterIs({ disableLocalAuth: null, provisioningState: 'Creating' }),
    'fail low/low',
    ofNodes,
  ],
  ['of another type', clusterIs({ disableLocalAuth: 0 }), 'unknown unrecognised-value low/low', ofNodes],
  ['of a type unheard of', clusterIs({ computeType: 'Quantum' }), 'unknown unrecognised-value low/low', ofNodes],
  otherKinds,
  unlisted('low/low'),
])

const access = (remoteLoginPortPublicAccess: unknown, subnet: unknown = null) =>
  clusterIs({ properties: { remoteLoginPortPublicAccess, subnet } })
const creating = (change: Change) => together(change, instanceIs({ provisioningState: 'creating' }))
const ssh = (sshPublicAccess: unknown) => instanceIs({ properties: { sshSettings: { sshPublicAccess } } })
cases('compute/remote-login', [
  ['closed', nodes, 'pass', { ...ofNodes, reads: ['properties.properties.remoteLoginPortPublicAccess', 'Disabled'] }],
  [
    'open',
    access('Enabled'),
    'fail medium/medium',
    { ...ofNodes, message: /open to the internet/, remedy: /create nodes again/ },
  ],
  ['open inside a network is open', access('enabled', { id: '/subnet' }), 'fail medium/medium', ofNodes],
  ['not specified, inside a network', access('NotSpecified', { id: '/subnet' }), 'pass', ofNodes],
  [
    'not specified, outside',
    access('notspecified'),
    'fail medium/medium',
    { ...ofNodes, message: /no virtual network/ },
  ],
  ['not specified, with an empty subnet', access('NotSpecified', { id: '' }), 'fail medium/medium', ofNodes],
  ['absent', access(null), 'unknown property-absent medium/medium', ofNodes],
  ['unheard of', access('Bastion'), 'unknown unrecognised-value medium/medium', ofNodes],
  ['of another type', access(true), 'unknown unrecognised-value medium/medium', ofNodes],
  [
    'an instance, closed',
    instance,
    'pass',
    { ...ofInstance, reads: ['properties.properties.sshSettings.sshPublicAccess', 'Disabled'] },
  ],
  ['an instance, open', ssh('Enabled'), 'fail medium/medium', { ...ofInstance, remedy: /create instance again/ }],
  ['an instance, absent', ssh(null), 'unknown property-absent medium/medium', ofInstance],
  [
    'an instance without settings',
    instanceIs({ properties: { sshSettings: null } }),
    'unknown property-absent medium/medium',
    ofInstance,
  ],
  ['an instance, not specified', ssh('NotSpecified'), 'unknown unrecognised-value medium/medium', ofInstance],
  ['being created, not specified', creating(ssh('NotSpecified')), 'not-applicable not-used', ofInstance],
  ['being created, absent', creating(ssh(null)), 'not-applicable not-used', ofInstance],
  [
    'being created, in the short form',
    creating(instanceIs({ properties: null })),
    'not-applicable not-used',
    ofInstance,
  ],
  ['being created, open already', creating(ssh('Enabled')), 'fail medium/medium', ofInstance],
  ['being created, unheard of', creating(ssh('Bastion')), 'unknown unrecognised-value medium/medium', ofInstance],
  [
    'created in vain, not specified',
    together(ssh('NotSpecified'), instanceIs({ provisioningState: 'Failed' })),
    'unknown unrecognised-value medium/medium',
    ofInstance,
  ],
  [
    'an instance in the short form',
    instanceIs({ properties: null }),
    'unknown property-absent medium/medium',
    ofInstance,
  ],
  ['of a type unheard of', clusterIs({ computeType: 'Quantum' }), 'unknown unrecognised-value medium/medium', ofNodes],
  otherKinds,
  unlisted('medium/medium'),
])

describe('a list of computes', () => {
  const open = { nodes: { properties: { disableLocalAuth: false } } }

  it('that breaks off is judged as far as it came', () => {
    const found = findings('compute/local-auth', together(both, open, hidden('throttled')))
    expect(found.map(({ resource, status }) => [resource, status])).toEqual([
      [ids.nodes, 'fail'],
      [ids.instance, 'pass'],
      [ids.workspace, 'unknown'],
    ])
  })

  it('that nobody read decides nothing', () => {
    const change = together(both)
    const evidence = evidenceOf(change)
    expect(evidence.collections.delete(listOf('computes'))).toBe(true)
    const found = findings('compute/local-auth', { ...change, drop: [listOf('computes')] })
    expect(found).toMatchObject([{ resource: ids.workspace, status: 'unknown', reason: 'not-visible' }])
  })

  it('may hold one that cannot be read, and one that is gone by now', () => {
    const found = (reason: UnknownReason) =>
      findings('compute/local-auth', together(both, { hide: { nodes: reason } })).map(({ resource, status }) => [
        resource,
        status,
      ])
    expect(found('forbidden')).toEqual([
      [ids.nodes, 'unknown'],
      [ids.instance, 'pass'],
    ])
    expect(found('absent')).toEqual([[ids.instance, 'pass']])
    const record = evidenceOf(together(both, { hide: { nodes: 'absent' } })).resources.get(idKey(ids.nodes))
    expect((record as UnreadableRecord).state).toBe('absent')
  })
})

it.each<[string, string[]]>([
  ['os-disk', [ids.nodes, ids.instance]],
  ['scratch-disk', [ids.nodes, ids.instance]],
  ['local-auth', [ids.nodes, ids.instance]],
  ['remote-login', [ids.nodes, ids.instance]],
  ['ephemeral-nodes', [ids.nodes]],
  ['instance-for-development', [ids.instance]],
])('of all that a workspace can have, compute/%s asks these', (slug, expected) => {
  expect(outcomes(`compute/${slug}`, having.everything).map(({ subject }) => subject?.id)).toEqual(expected)
})
