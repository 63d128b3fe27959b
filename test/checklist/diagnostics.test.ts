import { expect, it } from 'vitest'
import { type Overrides, systemPrincipalOf, userAssigned } from '../../simulator/templates.ts'
import { type Change, cases, findings, having, ids, partsOf, type Row, together } from './builder.ts'
import { keyRoleRows } from './key-access.ts'

const of = { of: ids.component }
const component = (properties: Overrides): Change => ({ component: { properties } })
const cluster = (properties: Overrides): Change => ({ cluster: { properties } })
const logs = (properties: Overrides): Change => ({ logs: { properties } })
const classic = component({ IngestionMode: 'ApplicationInsights', WorkspaceResourceId: null })
const noCluster = logs({ features: { clusterResourceId: null } })

/** Without the component: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { component: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...of, message: /Microsoft\.Insights\/components\/read/ },
]
/** What holds for every check that goes on to the cluster. */
const behind = (severity: string): Row[] => [
  ['Log Analytics not named', component({ WorkspaceResourceId: '' }), `unknown property-absent ${severity}`, of],
  [
    'cluster of another type',
    logs({ features: { clusterResourceId: 4 } }),
    `unknown unrecognised-value ${severity}`,
    of,
  ],
]

const names = (applicationInsights: unknown): Change => ({ workspace: { properties: { applicationInsights } } })
const sending = (appInsightsEnabled: unknown) =>
  together(names(null), { also: ['online', 'blue'], blue: { properties: { appInsightsEnabled } } })
cases('diagnostics/workspace-based', [
  ['named by an object', names({ id: ids.component }), 'unknown unrecognised-value medium/low', { of: ids.workspace }],
  [
    'named by nothing, and a deployment sends diagnostics',
    sending(true),
    'unknown property-absent medium/low',
    { of: ids.workspace, message: /^Deployments of mlw-fraud send diagnostics/ },
  ],
  ['named by nothing, and a deployment says so as text', sending('True'), 'unknown property-absent medium/low'],
  ['named by nothing, and deployments send none', sending(false), 'not-applicable not-used'],
  ['named by nothing, and deployments do not say', sending(null), 'not-applicable not-used'],
  [
    'of a project, whose hub has none either',
    together(sending(true), having.project),
    'unknown property-absent medium/low',
  ],
  [
    'of a project, whose hub has one',
    together(sending(true), having.project, { hub: { properties: { applicationInsights: ids.component } } }),
    'not-applicable inherited',
  ],
  [
    'of a project, whose hub is hidden',
    together(sending(true), having.project, { hide: { hub: 'forbidden' } }),
    'not-applicable inherited',
  ],
  ['named by the id of a vault', names(ids.vault), 'unknown unrecognised-value medium/low', { of: ids.workspace }],
  [
    'its workspace named by the id of a storage account',
    { component: { properties: { WorkspaceResourceId: ids.storage } } },
    'unknown unrecognised-value medium/low',
    of,
  ],
  [
    'its workspace named by a number',
    { component: { properties: { WorkspaceResourceId: 7 } } },
    'unknown unrecognised-value medium/low',
    of,
  ],
  ['workspace-based', {}, 'pass', { ...of, reads: ['properties.IngestionMode', 'LogAnalytics'] }],
  [
    'workspace-based, oddly cased',
    {
      edit: ({ component: { properties } }) =>
        Object.assign(properties as Overrides, { IngestionMode: null, ingestionMODE: 'LOGANALYTICS' }),
    },
    'unknown property-absent medium/low',
    of,
  ],
  [
    'workspace-based, names oddly cased',
    component({
      IngestionMode: undefined,
      ingestionMode: 'loganalytics',
      WorkspaceResourceId: undefined,
      workspaceresourceid: ids.logs,
    }),
    'pass',
    of,
  ],
  [
    'classic',
    classic,
    'fail medium/low',
    {
      ...of,
      message: /is classic, not workspace-based/,
      reads: ['properties.IngestionMode', 'ApplicationInsights'],
      remedy:
        /^az monitor app-insights component update --app appi-fraud --resource-group rg-Fraud --subscription \S+ --workspace '<id of a Log Analytics workspace>'$/,
    },
  ],
  [
    'classic, with diagnostic settings',
    component({ IngestionMode: 'ApplicationInsightsWithDiagnosticSettings' }),
    'fail medium/low',
    of,
  ],
  [
    'workspace-based, but names none',
    component({ WorkspaceResourceId: null }),
    'unknown property-absent medium/low',
    of,
  ],
  ['mode absent', component({ IngestionMode: null }), 'unknown property-absent medium/low', of],
  ['mode unheard of', component({ IngestionMode: 'Fabric' }), 'unknown unrecognised-value medium/low', of],
  ['mode of another type', component({ IngestionMode: true }), 'unknown unrecognised-value medium/low', of],
  forbidden('medium/low'),
])

cases('diagnostics/customer-managed-key', [
  ['of deployments alone: the first check says so', sending(true), 'not-applicable absent', { of: ids.workspace }],
  ['named by an object: the first check says so', names({}), 'not-applicable absent', { of: ids.workspace }],
  [
    'its workspace named by the id of a storage account',
    { component: { properties: { WorkspaceResourceId: ids.storage } } },
    'unknown unrecognised-value medium/info',
    of,
  ],
  [
    'the cluster named by the id of a vault',
    { logs: { properties: { features: { clusterResourceId: ids.vault } } } },
    'unknown unrecognised-value medium/info',
    of,
  ],
  [
    'the cluster named by a number',
    { logs: { properties: { features: { clusterResourceId: 7 } } } },
    'unknown unrecognised-value medium/info',
    of,
  ],
  ['a key', {}, 'pass', of],
  ['a key without version', cluster({ keyVaultProperties: { keyVersion: '' } }), 'pass', of],
  [
    'no key',
    cluster({ keyVaultProperties: { keyVaultUri: '', keyName: '' } }),
    'fail medium/info',
    {
      ...of,
      message: /cluster has no customer-managed key/,
      reads: ['properties.keyVaultProperties.keyVaultUri', null],
      remedy: /behind appi-fraud/,
    },
  ],
  ['no name of a key', cluster({ keyVaultProperties: { keyName: null } }), 'fail medium/info', of],
  ['no vault', cluster({ keyVaultProperties: { keyVaultUri: '' } }), 'fail medium/info', of],
  ['no key properties', cluster({ keyVaultProperties: null }), 'fail medium/info', of],
  [
    'key of another type',
    cluster({ keyVaultProperties: { keyName: 1 } }),
    'unknown unrecognised-value medium/info',
    of,
  ],
  [
    'no cluster',
    noCluster,
    'fail medium/info',
    { ...of, message: /not linked to a dedicated cluster/, reads: ['properties.features.clusterResourceId', null] },
  ],
  ['features absent', logs({ features: null }), 'fail medium/info', of],
  ['classic', classic, 'fail medium/info', { ...of, message: /classic/ }],
  ['mode unheard of', component({ IngestionMode: 'Fabric' }), 'unknown unrecognised-value medium/info', of],
  ...behind('medium/info'),
  forbidden('medium/info'),
])

cases('diagnostics/double-encryption', [
  ['twice', {}, 'pass', { ...of, reads: ['properties.isDoubleEncryptionEnabled', true] }],
  [
    'once',
    cluster({ isDoubleEncryptionEnabled: false }),
    'fail low/info',
    { ...of, message: /encrypts once/, remedy: /appi-fraud/ },
  ],
  ['absent', cluster({ isDoubleEncryptionEnabled: null }), 'unknown property-absent low/info', of],
  ['of another type', cluster({ isDoubleEncryptionEnabled: 'AES' }), 'unknown unrecognised-value low/info', of],
  ['no cluster', noCluster, 'not-applicable not-used', of],
  ['classic', classic, 'not-applicable not-used', of],
  ...behind('low/info'),
  forbidden('low/info'),
])

cases('diagnostics/query-encryption', [
  ['on', {}, 'pass', { ...of, reads: ['properties.forceCmkForQuery', true] }],
  [
    'off',
    logs({ forceCmkForQuery: false }),
    'fail low/info',
    {
      ...of,
      message: /Saved queries/,
      remedy: /then run\naz resource update --ids \S+law-fraud --set properties\.forceCmkForQuery=true$/,
    },
  ],
  [
    'absent',
    logs({ forceCmkForQuery: null }),
    'fail low/info',
    { ...of, reads: ['properties.forceCmkForQuery', null] },
  ],
  ['of another type', logs({ forceCmkForQuery: [] }), 'unknown unrecognised-value low/info', of],
  ['no cluster', noCluster, 'not-applicable not-used', of],
  ['classic', classic, 'not-applicable not-used', of],
  ...behind('low/info'),
  ['the cluster is not read for this', { hide: { cluster: 'forbidden' } }, 'pass', of],
  forbidden('low/info'),
])

const ofCluster = { of: ids.cluster }
const carries = (identity: unknown): Change => ({ edit: ({ cluster }) => void Object.assign(cluster, { identity }) })
cases('diagnostics/cmk-access', [
  ...keyRoleRows({ role: 'clusterRole', principal: systemPrincipalOf(partsOf().cluster), of: ids.cluster }),
  ['an identity of its own', carries(userAssigned(partsOf().identity)), 'pass', ofCluster],
  [
    'two identities, and both may',
    carries({ ...userAssigned(partsOf().identity), principalId: systemPrincipalOf(partsOf().cluster) }),
    'pass',
    ofCluster,
  ],
  ['none that is told', carries(undefined), 'unknown property-absent medium/medium', ofCluster],
  ['no access policy', { cmkVault: having.policies() }, 'unknown not-observable medium/medium', ofCluster],
  ['no key', { cluster: { properties: { keyVaultProperties: null } } }, 'not-applicable not-used', ofCluster],
  [
    'empty texts for a key',
    { cluster: { properties: { keyVaultProperties: { keyVaultUri: '', keyName: '' } } } },
    'not-applicable not-used',
    ofCluster,
  ],
  [
    'a key without a vault',
    { cluster: { properties: { keyVaultProperties: { keyVaultUri: '' } } } },
    'unknown property-absent medium/medium',
    { ...ofCluster, message: /lac-fraud does not name the key/ },
  ],
  ['no cluster', noCluster, 'not-applicable not-used', of],
  ['classic', classic, 'not-applicable not-used', of],
  [
    'no Log Analytics workspace, and classic',
    together(classic, { component: { properties: { WorkspaceResourceId: null } } }),
    'not-applicable not-used',
    of,
  ],
  [
    'no Log Analytics workspace told',
    { component: { properties: { WorkspaceResourceId: null } } },
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'a Log Analytics workspace that is a number',
    { component: { properties: { WorkspaceResourceId: 7 } } },
    'unknown unrecognised-value medium/medium',
    of,
  ],
  [
    'a cluster that is a number',
    logs({ features: { clusterResourceId: 7 } }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  ['the Log Analytics workspace forbidden', { hide: { logs: 'forbidden' } }, 'unknown forbidden medium/medium', of],
  ['the cluster forbidden', { hide: { cluster: 'forbidden' } }, 'unknown forbidden medium/medium', ofCluster],
  ['the cluster gone', { hide: { cluster: 'absent' } }, 'unknown absent medium/medium', ofCluster],
  ['vault forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden medium/medium', ofCluster],
  ['project', having.project, 'not-applicable inherited'],
  forbidden('medium/medium'),
])

it('a failure behind the component names what it was read from', () => {
  const [finding] = findings('diagnostics/customer-managed-key', together(noCluster))
  expect(finding?.evidence).toContainEqual({
    resource: ids.logs,
    path: 'properties.features.clusterResourceId',
    value: null,
  })
  expect(finding?.resource).toBe(ids.component)
})
