import { expect, it } from 'vitest'
import type { Overrides } from '../../simulator/templates.ts'
import { type Change, cases, findings, having, ids, listOf, type Row, together } from './builder.ts'
import { hideList, unlisted } from './lists.ts'

const online: Change = { also: ['online'] }
const batch: Change = { also: ['batch'] }
const serverless: Change = { also: ['serverless'] }
const onCluster: Change = { also: ['onCluster', 'kubernetes', 'aks', 'extension'] }
const of = { of: ids.online }
const ofK8s = { of: ids.onCluster }
const is = (properties: Overrides) => together(online, { online: { properties } })
const clusterIs = (properties: Overrides, ...more: Change[]) =>
  together(onCluster, { onCluster: { properties } }, ...more)
const http = { scoringUri: 'http://inference.contoso.com/score' }
const router = (inferenceRouterServiceType: unknown): Change => ({
  extension: { properties: { configurationSettings: { inferenceRouterServiceType } } },
})
const none: Row = ['no endpoints', {}, 'not-applicable not-used']
const extensions = listOf('providers/Microsoft.KubernetesConfiguration/extensions', ids.aks)

cases('endpoint/scoring-tls', [
  ['https', online, 'pass', of],
  ['https, oddly cased', is({ scoringUri: 'HTTPS://x/score' }), 'pass', of],
  [
    'http',
    is(http),
    'fail high/high',
    { ...of, message: /without TLS/, reads: ['properties.scoringUri', http.scoringUri], remedy: /ep-online/ },
  ],
  ['neither', is({ scoringUri: 'grpc://x' }), 'unknown unrecognised-value high/high', of],
  ['https elsewhere in it', is({ scoringUri: 'grpc://x?https://y' }), 'unknown unrecognised-value high/high', of],
  ['http elsewhere in it', is({ scoringUri: 'grpc://x?http://y' }), 'unknown unrecognised-value high/high', of],
  ['of another type', is({ scoringUri: 1 }), 'unknown unrecognised-value high/high', of],
  ['no address yet', is({ scoringUri: null, provisioningState: 'Creating' }), 'not-applicable not-used', of],
  ['no address, failed', is({ scoringUri: '', provisioningState: 'failed' }), 'not-applicable not-used', of],
  [
    'no address, made',
    is({ scoringUri: null, provisioningState: 'SUCCEEDED' }),
    'unknown property-absent high/high',
    of,
  ],
  [
    'no address, state not told',
    is({ scoringUri: null, provisioningState: null }),
    'unknown property-absent high/high',
    of,
  ],
  [
    'no address but that of another kind of endpoint',
    together(is({ scoringUri: null, inferenceEndpoint: { uri: 'https://x' } }), { whole: true }),
    'unknown property-absent high/high',
    of,
  ],
  [
    'http, on a compute that is none of the workspace',
    clusterIs({ ...http, compute: ids.aks }),
    'fail high/high',
    ofK8s,
  ],
  ['batch', batch, 'pass', { of: ids.batch }],
  ['batch, http', together(batch, { batch: { properties: http } }), 'fail high/high', { of: ids.batch }],
  [
    'serverless',
    serverless,
    'pass',
    {
      of: ids.serverless,
      reads: ['properties.inferenceEndpoint.uri', 'https://ep-serverless.westeurope.models.ai.azure.com'],
    },
  ],
  [
    'serverless, http',
    together(serverless, { serverless: { properties: { inferenceEndpoint: { uri: 'http://x' } } } }),
    'fail high/high',
    { of: ids.serverless },
  ],
  [
    'serverless, made, no address',
    together(serverless, { serverless: { properties: { inferenceEndpoint: null } } }),
    'unknown property-absent high/high',
    { of: ids.serverless },
  ],
  ['Kubernetes', onCluster, 'pass', ofK8s],
  ['Kubernetes, http', clusterIs(http), 'fail high/high', { ...ofK8s, remedy: /deployments of ep-k8s/ }],
  [
    'Kubernetes, http, node port',
    clusterIs(http, router('NodePort')),
    'unknown not-observable medium/medium',
    { ...ofK8s, message: /TLS ends elsewhere/ },
  ],
  [
    'Kubernetes, http, an address of the cluster',
    clusterIs(http, router('CLUSTERIP')),
    'unknown not-observable medium/medium',
    ofK8s,
  ],
  ['Kubernetes, https, node port', clusterIs({}, router('nodePort')), 'pass', ofK8s],
  ['Kubernetes, http, router absent', clusterIs(http, router(null)), 'fail high/high', ofK8s],
  ['Kubernetes, http, no extension', clusterIs(http, { without: ['extension'] }), 'fail high/high', ofK8s],
  [
    'Kubernetes, http, extensions forbidden',
    clusterIs(http, { hideCollections: { [extensions]: 'forbidden' } }),
    'unknown forbidden high/high',
    ofK8s,
  ],
  [
    'Kubernetes, http, computes forbidden',
    clusterIs(http, hideList('computes', 'forbidden')),
    'unknown forbidden high/high',
    ofK8s,
  ],
  ['Kubernetes, http, the compute gone', clusterIs(http, { without: ['kubernetes'] }), 'fail high/high', ofK8s],
  [
    'Kubernetes, the compute oddly cased',
    clusterIs({ ...http, compute: ids.kubernetes.toUpperCase() }, router('nodePort')),
    'unknown not-observable medium/medium',
    ofK8s,
  ],
  [
    'Kubernetes, http, behind another cluster than the one with a node port',
    clusterIs({ ...http, compute: ids.arcCompute }, router('nodePort'), { also: ['arcCompute', 'arc'] }),
    'fail high/high',
    ofK8s,
  ],
  [
    'Kubernetes, http, behind no cluster that is known, and one is hidden',
    clusterIs({ ...http, compute: `${ids.kubernetes}2` }, { also: ['arcCompute', 'arc'], hide: { arc: 'forbidden' } }),
    'unknown forbidden high/high',
    ofK8s,
  ],
  ['of a project', together(having.project, is(http)), 'fail high/high', of],
  none,
  unlisted('onlineEndpoints', 'high/high'),
  unlisted('batchEndpoints', 'high/high'),
  unlisted('serverlessEndpoints', 'high/high'),
])

const mode = (authMode: unknown) => is({ authMode })
cases('endpoint/auth-mode', [
  ['tokens', online, 'pass', { ...of, reads: ['properties.authMode', 'AADToken'] }],
  ['tokens, oddly cased', mode('aadtoken'), 'pass', of],
  ['tokens of Azure Machine Learning', mode('AMLTOKEN'), 'fail info/info', of],
  [
    'a key',
    mode('Key'),
    'fail low/low',
    {
      ...of,
      message: /static key/,
      remedy:
        /^Let callers .* `auth_mode: aad_token`[^\n]*\naz ml online-endpoint update --workspace-name mlw-fraud --resource-group rg-Fraud --subscription \S+ --name ep-online --file/,
    },
  ],
  ['both', mode('KeyAndAAD'), 'fail low/low', of],
  [
    'on Kubernetes, which takes no Entra tokens',
    clusterIs({ authMode: 'Key' }),
    'fail low/low',
    {
      ...ofK8s,
      remedy: /^Only managed endpoints.* `auth_mode: aml_token`[^\n]*\naz ml online-endpoint update .*ep-k8s/,
    },
  ],
  ['unheard of', mode('Mutual'), 'unknown unrecognised-value low/low', of],
  ['absent', mode(null), 'unknown property-absent low/low', of],
  ['of another type', mode(false), 'unknown unrecognised-value low/low', of],
  [
    'batch, a key',
    together(batch, { batch: { properties: { authMode: 'Key' } } }),
    'fail low/low',
    { of: ids.batch, remedy: /batch-endpoint update .*ep-batch/ },
  ],
  ['serverless', serverless, 'pass', { of: ids.serverless }],
  [
    'serverless, a key',
    together(serverless, { serverless: { properties: { authMode: 'key' } } }),
    'fail low/low',
    { of: ids.serverless, remedy: /authMode` of ep-serverless to `AAD`/ },
  ],
  none,
  unlisted('onlineEndpoints', 'low/low'),
  unlisted('serverlessEndpoints', 'low/low'),
])

const flag = (hbiWorkspace: unknown): Change => ({ workspace: { properties: { hbiWorkspace } } })
cases('endpoint/scratch-disk', [
  ['under the flag', online, 'pass', { ...of, reads: ['properties.hbiWorkspace', true] }],
  ['batch', batch, 'pass', { of: ids.batch }],
  [
    'without the flag',
    together(online, flag(false)),
    'fail medium/info',
    { ...of, remedy: /in place of mlw-fraud, and move ep-online there/ },
  ],
  ['flag absent', together(batch, flag(null)), 'fail medium/info', { of: ids.batch }],
  ['flag of another type', together(online, flag('yes')), 'unknown unrecognised-value medium/info', of],
  ['the compute is empty', is({ compute: '' }), 'pass', of],
  ['the compute is an object, under the flag', is({ compute: {} }), 'pass', of],
  [
    'the compute is an object',
    together(is({ compute: {} }), flag(false)),
    'unknown unrecognised-value medium/info',
    of,
  ],
  ['the compute is a list', together(is({ compute: [] }), flag(false)), 'unknown unrecognised-value medium/info', of],
  ['Kubernetes', onCluster, 'not-applicable not-used'],
  ['serverless', serverless, 'not-applicable not-used'],
  [
    'a project, as its hub',
    together(online, having.project, { hub: { properties: { hbiWorkspace: false } } }),
    'fail medium/info',
    { ...of, message: /^The hub/ },
  ],
  [
    'a project whose hub is hidden',
    together(online, having.project, { hide: { hub: 'throttled' } }),
    'unknown throttled medium/info',
    of,
  ],
  none,
  unlisted('onlineEndpoints', 'medium/info'),
  unlisted('batchEndpoints', 'medium/info'),
])

it('several lists that cannot be read are one finding', () => {
  const hidden = together(
    online,
    hideList('batchEndpoints', 'forbidden'),
    hideList('serverlessEndpoints', 'api-unsupported'),
  )
  const found = findings('endpoint/scoring-tls', hidden)
  expect(found.map(({ resource, status }) => [resource, status])).toEqual([
    [ids.online, 'pass'],
    [ids.workspace, 'unknown'],
  ])
  expect(found[1]?.message).toMatch(
    /may not list the batch endpoints of mlw-fraud:.*serverless endpoints of mlw-fraud cannot be listed/,
  )
})
