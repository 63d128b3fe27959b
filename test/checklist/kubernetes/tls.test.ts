import { machineLearningExtension, type Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, ids, listOf, type Row, together } from '../builder.ts'
import { unlisted } from '../lists.ts'
import { attached, forbidden, of, onArc } from './changes.ts'

const v1: Change = { also: ['aks', 'aksV1'] }
const ofV1 = { of: ids.aksV1 }
const ssl = (properties: unknown) => together(v1, { aksV1: { properties: { properties } } })
const status = (value: unknown) => ssl({ sslConfiguration: { status: value } })
cases('kubernetes/scoring-tls', [
  ['on', v1, 'pass', { ...ofV1, reads: ['properties.properties.sslConfiguration.status', 'Enabled'] }],
  ['auto', status('AUTO'), 'pass', ofV1],
  [
    'off',
    status('Disabled'),
    'fail high/high',
    { ...ofV1, message: /not encrypted/, remedy: /runs on aks-v1 to Kubernetes compute/ },
  ],
  [
    'absent',
    status(null),
    'fail high/high',
    { ...ofV1, reads: ['properties.properties.sslConfiguration.status', null] },
  ],
  ['no configuration', ssl({ sslConfiguration: null }), 'fail high/high', ofV1],
  ['the short form', ssl(null), 'unknown property-absent high/high', ofV1],
  ['unheard of', status('Half'), 'unknown unrecognised-value high/high', ofV1],
  ['of another type', status(true), 'unknown unrecognised-value high/high', ofV1],
  ['the type oddly cased', together(v1, { aksV1: { properties: { computeType: 'aks' } } }), 'pass', ofV1],
  ['the cluster gone: still judged', together(v1, { hide: { aks: 'absent' } }), 'pass', ofV1],
  ['Kubernetes of v2', attached, 'not-applicable not-used'],
  ['nothing is attached', {}, 'not-applicable not-used'],
  unlisted('computes', 'high/high'),
])

const settings = (configurationSettings: Overrides | null) =>
  together(attached, { extension: { properties: { configurationSettings } } })
const noCertificate = { sslSecret: null, sslCname: null }
const listed = (change: Change) => together(attached, change)
const extensions = listOf('providers/Microsoft.KubernetesConfiguration/extensions', ids.aks)
cases('kubernetes/extension-tls', [
  ['a certificate', attached, 'pass', { ...of, reads: ['properties.configurationSettings.sslSecret', 'azureml-tls'] }],
  ['a secret only', settings({ sslCname: null }), 'pass', of],
  ['a name only', settings({ sslSecret: '' }), 'pass', of],
  [
    'insecure connections',
    settings({ allowInsecureConnections: 'TRUE' }),
    'fail high/high',
    {
      ...of,
      message: /without TLS/,
      remedy:
        /^az k8s-extension update --cluster-name aks-fraud --resource-group rg-Fraud --subscription \S+ --cluster-type managedClusters --name azureml --config allowInsecureConnections=False/,
    },
  ],
  ['insecure connections absent means none', settings({ allowInsecureConnections: null }), 'pass', of],
  [
    'insecure connections of another type',
    settings({ allowInsecureConnections: 'perhaps' }),
    'unknown unrecognised-value high/high',
    of,
  ],
  [
    'no certificate to be seen',
    settings(noCertificate),
    'unknown not-observable medium/medium',
    { ...of, message: /no certificate is to be seen/ },
  ],
  [
    'no inference',
    settings({ enableInference: 'False', allowInsecureConnections: 'True' }),
    'not-applicable not-used',
    of,
  ],
  ['inference absent', settings({ enableInference: null }), 'not-applicable not-used', of],
  ['inference as a switch', settings({ enableInference: true }), 'pass', of],
  ['inference of another type', settings({ enableInference: 'some' }), 'unknown unrecognised-value high/high', of],
  ['no settings', settings(null), 'not-applicable not-used', of],
  ['no extension', together(attached, { without: ['extension'] }), 'not-applicable not-used', of],
  [
    'another extension',
    together(attached, { extension: { properties: { extensionType: 'microsoft.flux' } } }),
    'not-applicable not-used',
    of,
  ],
  [
    'the type oddly cased',
    together(attached, { extension: { properties: { extensionType: 'Microsoft.AzureML.Kubernetes' } } }),
    'pass',
    of,
  ],
  [
    'extensions forbidden',
    listed({ hideCollections: { [extensions]: 'forbidden' } }),
    'unknown forbidden high/high',
    { ...of, message: /Microsoft\.KubernetesConfiguration\/extensions\/read/ },
  ],
  [
    'extensions unknown to Azure',
    listed({ hideCollections: { [extensions]: 'api-unsupported' } }),
    'unknown api-unsupported high/high',
    of,
  ],
  ['extensions break off after it', listed({ hideCollections: { [extensions]: 'throttled' } }), 'pass', of],
  ['extensions nobody asked for', listed({ drop: [extensions] }), 'unknown not-visible high/high', of],
  ...[null, ''].map(
    (extensionType): Row => [
      `an extension of the type ${JSON.stringify(extensionType)}`,
      listed({ extension: { properties: { extensionType, configurationSettings: null } } }),
      'unknown property-absent high/high',
      { ...of, message: /^azureml does not say which extension it is/ },
    ],
  ),
  [
    'an extension whose type is a number',
    listed({ extension: { properties: { extensionType: 7 } } }),
    'unknown unrecognised-value high/high',
    of,
  ],
  [
    'an extension without a type, before the one that is meant',
    listed({
      extension: { properties: { extensionType: null } },
      also: ['arcExtension'],
      edit: (parts) => {
        parts.arcExtension = { ...machineLearningExtension(parts.aks), id: `${ids.extension}-2` }
      },
    }),
    'pass',
    of,
  ],
  ['on Arc', onArc, 'pass', { of: ids.arc }],
  [
    'on Arc, insecure',
    together(onArc, { arcExtension: { properties: { configurationSettings: { allowInsecureConnections: 'True' } } } }),
    'fail high/high',
    { of: ids.arc, remedy: /--cluster-name arc-fraud .*--cluster-type connectedClusters/ },
  ],
  ['on Arc, gone', together(onArc, { hide: { arc: 'absent' } }), 'not-applicable absent', { of: ids.arc }],
  ...forbidden('high/high'),
])
