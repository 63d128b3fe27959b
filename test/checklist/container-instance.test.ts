import { expect, it } from 'vitest'
import { containerGroupsSegment } from '../../src/evidence/children.ts'
import {
  type Change,
  cases,
  findings,
  group,
  having,
  ids,
  listOf,
  openedKeys,
  outcomes,
  type Row,
  together,
} from './builder.ts'
import { hideList } from './lists.ts'

const aci: Change = { also: ['inContainer', 'containers'] }
const aks: Change = { also: ['onAks'] }
const of = { of: ids.inContainer }
const ofAks = { of: ids.onAks }
const onWorkspace = { of: ids.workspace }
const none: Row = ['no services', {}, 'not-applicable not-used']

cases('container-instance/legacy-service', [
  ['none', {}, 'pass', { ...onWorkspace, reads: ['services[]', 0] }],
  [
    'one',
    aci,
    'fail medium/medium',
    { ...onWorkspace, message: /v1: v1-aci\.$/, reads: ['name', 'v1-aci'], remedy: /models of mlw-fraud/ },
  ],
  ['two', together(aci, aks), 'fail medium/medium', { ...onWorkspace, message: /v1-aci, v1-aks/ }],
  [
    'forbidden',
    hideList('services', 'forbidden'),
    'unknown forbidden low/low',
    { ...onWorkspace, message: /services\/read/ },
  ],
  ['unknown to Azure', hideList('services', 'api-unsupported'), 'unknown api-unsupported low/low', onWorkspace],
  ['too late', hideList('services', 'timeout'), 'unknown timeout low/low', onWorkspace],
  ['breaks off, and none was seen', hideList('services', 'throttled'), 'unknown throttled low/low', onWorkspace],
  [
    'breaks off, and one was seen',
    together(aci, hideList('services', 'throttled')),
    'fail medium/medium',
    { ...onWorkspace, message: /v1: v1-aci\.$/ },
  ],
  ['nobody asked', { drop: [listOf('services')] }, 'unknown not-visible low/low', onWorkspace],
  ['a project', together(having.project, aks), 'fail medium/medium', onWorkspace],
])

const address = (scoringUri: unknown) => together(aci, { inContainer: { properties: { scoringUri } } })
const aksIs = (scoringUri: unknown, hasHttps: unknown) =>
  together(aks, { onAks: { properties: { scoringUri, properties: { hasHttps } } } })
const https = 'https://scoring.contoso.com/score'
const http = 'http://20.50.2.20:80/score'
const quiet: Row[] = [
  none,
  ['list forbidden: said elsewhere', hideList('services', 'forbidden'), 'not-applicable not-used'],
  ['list unknown to Azure: said elsewhere', hideList('services', 'api-unsupported'), 'not-applicable not-used'],
]
cases('container-instance/scoring-tls', [
  [
    'https',
    aci,
    'pass',
    { ...of, reads: ['properties.scoringUri', 'https://fraud.westeurope.azurecontainer.io/score'] },
  ],
  ['oddly cased', address('HTTPS://fraud/score'), 'pass', of],
  [
    'http',
    address('http://fraud/score'),
    'fail high/high',
    { ...of, message: /without TLS/, remedy: /model of v1-aci to a managed online endpoint/ },
  ],
  [
    'sslEnabled says nothing',
    together(address('http://fraud/score'), { inContainer: { properties: { sslEnabled: true } } }),
    'fail high/high',
    of,
  ],
  ['absent', address(null), 'unknown property-absent high/high', of],
  ['neither', address('tcp://fraud'), 'unknown unrecognised-value high/high', of],
  ['https somewhere else in it', address('tcp://fraud/?to=https://x'), 'unknown unrecognised-value high/high', of],
  ['http somewhere else in it', address('tcp://fraud/?to=http://x'), 'unknown unrecognised-value high/high', of],
  ['of another type', address(80), 'unknown unrecognised-value high/high', of],
  ['on AKS, https', aksIs(https, 'False'), 'pass', ofAks],
  ['on AKS, by the switch', aksIs(http, 'True'), 'pass', { ...ofAks, reads: ['properties.properties.hasHttps', true] }],
  ['on AKS, http', aksIs(http, 'False'), 'fail high/high', ofAks],
  ['on AKS, http, switch absent', aksIs(http, null), 'fail high/high', ofAks],
  ['on AKS, no address, switch on', aksIs(null, 'true'), 'pass', ofAks],
  ['on AKS, no address, switch off', aksIs(null, 'false'), 'fail high/high', ofAks],
  ['on AKS, neither', aksIs(null, null), 'unknown property-absent high/high', ofAks],
  ['on AKS, the switch of another type', aksIs(http, 'perhaps'), 'unknown unrecognised-value high/high', ofAks],
  ...quiet,
])

const containers = (properties: unknown) =>
  together(aci, { containers: { properties: { encryptionProperties: properties } } })
const groups = listOf(containerGroupsSegment, group)
const on = (computeType: unknown, more: Change) => together(aci, { inContainer: { properties: { computeType } } }, more)
const noKey = { properties: { encryptionProperties: null } }
cases('container-instance/customer-managed-key', [
  ['own key', aci, 'pass', of],
  ['among others', together(aci, { also: ['otherContainers'] }), 'pass', of],
  [
    'no key',
    containers(null),
    'fail medium/info',
    { ...of, message: /Microsoft-managed keys/, remedy: /model of v1-aci/ },
  ],
  ['no name of a key', containers({ keyName: '' }), 'fail medium/info', of],
  ['no vault', containers({ vaultBaseUrl: null }), 'fail medium/info', of],
  ['of another type', containers({ keyName: 1 }), 'unknown unrecognised-value medium/info', of],
  [
    'no group of that address',
    together(aci, { without: ['containers'], also: ['otherContainers'] }),
    'unknown not-visible medium/info',
    { ...of, message: /No container group/ },
  ],
  ['no address', address(null), 'unknown not-visible medium/info', of],
  [
    'an address that only mentions it',
    address('tcp://x/?to=https://fraud.westeurope.azurecontainer.io/score'),
    'unknown not-visible medium/info',
    of,
  ],
  ['another address', address('https://elsewhere.contoso.com/score'), 'unknown not-visible medium/info', of],
  [
    'groups forbidden',
    together(aci, { hideCollections: { [groups]: 'forbidden' } }),
    'unknown forbidden medium/info',
    { ...of, message: /ContainerInstance\/containerGroups\/read/ },
  ],
  ['groups nobody asked for', together(aci, { drop: [groups] }), 'unknown not-visible medium/info', of],
  ...(
    [
      [null, 'property-absent'],
      ['Custom', 'unrecognised-value'],
      [7, 'unrecognised-value'],
    ] as const
  ).flatMap(([computeType, reason]): Row[] => [
    [`on ${computeType}, with a container group`, on(computeType, { containers: noKey }), 'fail medium/info', of],
    [
      `on ${computeType}, without a container group`,
      on(computeType, { without: ['containers'] }),
      `unknown ${reason} medium/info`,
      { ...of, message: /No container group/ },
    ],
  ]),
  ['on AKS', aks, 'not-applicable not-used'],
  ['oddly cased', together(aci, { inContainer: { properties: { computeType: 'aci' } } }), 'pass', of],
  ...quiet,
])

it('only the container groups of services are looked at for keys', () => {
  const withKey: Change = {
    otherContainers: {
      properties: { encryptionProperties: { vaultBaseUrl: 'https://kv-other.vault.azure.net', keyName: 'other' } },
    },
  }
  expect(openedKeys(together(aci, { also: ['otherContainers'] }, withKey))).toEqual(['cmk'])
  const consumers = (change: Change) =>
    findings('key/enabled', together(change, { key: { properties: { attributes: { enabled: false } } } }))[0]?.message
  expect(consumers(aci)).toMatch(/v1-aci-x/)
  expect(consumers(on('Custom', {}))).toMatch(/v1-aci-x/)
  const hidden = together(hideList('services', 'forbidden'), { hideCollections: { [groups]: 'forbidden' } })
  expect(findings('key/enabled', hidden)[0]?.status).toBe('pass')
  expect(consumers(together(aks, { also: ['containers'] }))).not.toMatch(/v1-aci-x/)
  expect(outcomes('container-instance/scoring-tls', together(aci, aks)).map(({ subject }) => subject?.id)).toEqual([
    ids.inContainer,
    ids.onAks,
  ])
})
