import { describe, expect, it } from 'vitest'
import { type Overrides, pool, systemPrincipalOf } from '../../simulator/templates.ts'
import { versionVerdict } from '../../src/checklist/kubernetes/supported-versions.ts'
import { spoken } from '../spoken.ts'
import {
  type Change,
  cases,
  findings,
  having,
  ids,
  listOf,
  outcomes,
  partsOf,
  type Row,
  together,
  versions,
} from './builder.ts'
import { keyRoleRows } from './key-access.ts'
import { forbiddenTarget, hideList, unlisted } from './lists.ts'

const attached: Change = { also: ['aks', 'kubernetes', 'set', 'extension'] }
const onArc: Change = { also: ['arc', 'arcCompute', 'arcExtension'] }
const of = { of: ids.aks }
const is = (properties: Overrides) => together(attached, { aks: { properties } })
const arcHasNone: Row[] = [
  ['an Arc cluster', onArc, 'not-applicable not-used'],
  ['an Arc cluster that is hidden', together(onArc, { hide: { arc: 'forbidden' } }), 'not-applicable not-used'],
  ['the cluster of v1', { also: ['aks', 'aksV1', 'set'] }, 'pass', of],
]
const forbidden = (severity: string) => forbiddenTarget('aks', 'kubernetes', severity)

cases('kubernetes/disk-cmk', [
  [
    'attached to something named by a number',
    { also: ['kubernetes'], kubernetes: { properties: { resourceId: 7 } } },
    'unknown unrecognised-value high/info',
    { of: ids.kubernetes },
  ],
  ['a disk encryption set', attached, 'pass', { ...of, reads: ['properties.diskEncryptionSetID', ids.set] }],
  [
    'oddly cased',
    together(attached, { aks: { properties: { diskEncryptionSetID: undefined, DiskEncryptionSetId: ids.set } } }),
    'pass',
    of,
  ],
  [
    'none',
    is({ diskEncryptionSetID: null }),
    'fail high/info',
    {
      ...of,
      message: /Microsoft-managed keys\. .*at any time; .* can only when the cluster is created/,
      remedy: /Least disruptive: .* detach aks-fraud:\naz aks create --name '<new cluster>'/,
    },
  ],
  [
    'empty',
    is({ diskEncryptionSetID: '' }),
    'fail high/info',
    { ...of, reads: ['properties.diskEncryptionSetID', null] },
  ],
  ['of another type', is({ diskEncryptionSetID: 4 }), 'unknown unrecognised-value high/info', of],
  ['the set may be hidden', together(attached, { hide: { set: 'forbidden' } }), 'pass', of],
  ...arcHasNone,
  ...forbidden('high/info'),
])

const setIs = (properties: Overrides, rest: Overrides = {}) => together(attached, { set: { ...rest, properties } })
const byHand = (change: Change = {}) => together(setIs({ rotationToLatestKeyVersionEnabled: false }), change)
const keyUrl = (vault: string, name: string) => `https://${vault}.vault.azure.net/keys/${name}/${versions.current}`
const oldVersion = {
  set: { properties: { activeKey: { keyUrl: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}` } } },
}
cases('kubernetes/disk-encryption-set', [
  [
    'a key without its vault',
    together(attached, { set: { properties: { activeKey: { sourceVault: null } } } }),
    'pass',
    of,
  ],
  [
    'named by a number',
    together(attached, { aks: { properties: { diskEncryptionSetID: 7 } } }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  [
    'attached to something named by a number: the first check says so',
    { also: ['kubernetes'], kubernetes: { properties: { resourceId: [ids.aks] } } },
    'not-applicable absent',
    { of: ids.kubernetes },
  ],
  ['rotates', attached, 'pass', of],
  ['both keys', setIs({ encryptionType: 'encryptionatrestwithplatformandcustomerkeys' }), 'pass', of],
  ['confidential', setIs({ encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }), 'pass', of],
  [
    "Microsoft's key",
    setIs({ encryptionType: 'EncryptionAtRestWithPlatformKey' }),
    'fail medium/medium',
    {
      ...of,
      message: /does not use a customer-managed key/,
      remedy:
        /aks-fraud:\naz disk-encryption-set update --name des-fraud --resource-group rg-Fraud --subscription \S+ --enable-auto-key-rotation true$/,
    },
  ],
  ['type unheard of', setIs({ encryptionType: 'Quantum' }), 'unknown unrecognised-value medium/medium', of],
  ['type absent', setIs({ encryptionType: null }), 'unknown property-absent medium/medium', of],
  [
    'an error',
    setIs({ autoKeyRotationError: { code: 'KeyVaultAccessForbidden' } }),
    'fail medium/medium',
    { ...of, message: /last rotation.*failed \(KeyVaultAccessForbidden\)/ },
  ],
  [
    'another region',
    setIs({}, { location: 'northeurope' }),
    'fail medium/medium',
    { ...of, message: /another region/, remedy: /region of aks-fraud/ },
  ],
  ['the same region, spelt out', setIs({}, { location: 'West Europe' }), 'pass', of],
  ['region not told', setIs({}, { location: null }), 'unknown property-absent medium/medium', of],
  ['by hand, current', byHand(), 'fail low/info', { ...of, message: /at the current version/ }],
  ['rotation absent means by hand', setIs({ rotationToLatestKeyVersionEnabled: null }), 'fail low/info', of],
  ['by hand, an old version', byHand(oldVersion), 'fail medium/medium', { ...of, message: /old version of its key/ }],
  ['rotating, an old version', together(attached, oldVersion), 'pass', of],
  ['by hand, the key forbidden', byHand({ hide: { key: 'forbidden' } }), 'unknown forbidden medium/medium', of],
  ['by hand, the key gone: its own check says so', byHand({ hide: { key: 'absent' } }), 'not-applicable absent', of],
  [
    'by hand, the version not told',
    byHand({ key: { properties: { keyUriWithVersion: null } } }),
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'by hand, a key that was not read',
    byHand({ set: { properties: { activeKey: { keyUrl: keyUrl('kv-fraud-cmk', 'other') } } } }),
    'unknown not-visible medium/medium',
    { ...of, message: /keys\/other was not read/ },
  ],
  [
    'by hand, a key in a vault that nobody found',
    byHand({ set: { properties: { activeKey: { keyUrl: keyUrl('kv-elsewhere', 'cmk') } } } }),
    'unknown not-visible medium/medium',
    { ...of, message: /vault behind kv-elsewhere/ },
  ],
  [
    'by hand, no key',
    byHand({ set: { properties: { activeKey: null } } }),
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'rotation of another type',
    setIs({ rotationToLatestKeyVersionEnabled: 5 }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  ['the set gone', together(attached, { hide: { set: 'absent' } }), 'unknown absent medium/medium', of],
  [
    'the set forbidden',
    together(attached, { hide: { set: 'forbidden' } }),
    'unknown forbidden medium/medium',
    { ...of, message: /diskEncryptionSets\/read/ },
  ],
  ['the set malformed', is({ diskEncryptionSetID: 'des' }), 'unknown not-visible medium/medium', of],
  ['no set', is({ diskEncryptionSetID: null }), 'not-applicable not-used', of],
  ...arcHasNone,
  ...forbidden('medium/medium'),
])

const pools = (...agentPoolProfiles: unknown[]) => is({ agentPoolProfiles })
const ofSet = { of: ids.set }
const setHolder = { role: 'setRole', principal: systemPrincipalOf(partsOf().set), of: ids.set } as const
cases('kubernetes/cmk-access', [
  ...keyRoleRows({ ...setHolder, also: attached.also }),
  ['both keys', setIs({ encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }), 'pass', ofSet],
  ["Microsoft's key", setIs({ encryptionType: 'EncryptionAtRestWithPlatformKey' }), 'not-applicable not-used', ofSet],
  ['type unheard of', setIs({ encryptionType: 'Quantum' }), 'unknown unrecognised-value medium/medium', ofSet],
  ['type absent', setIs({ encryptionType: null }), 'unknown property-absent medium/medium', ofSet],
  [
    'a client of another tenant',
    setIs({ federatedClientId: 'f0000000-0000-4000-8000-000000000000' }),
    'not-applicable not-used',
    ofSet,
  ],
  ['an empty client is none', setIs({ federatedClientId: '' }), 'pass', ofSet],
  [
    'no key named',
    setIs({ activeKey: null }),
    'unknown property-absent medium/medium',
    { ...ofSet, message: /des-fraud does not name the key/ },
  ],
  [
    'no identity',
    setIs({}, { identity: { type: 'None', principalId: null } }),
    'unknown property-absent medium/medium',
    ofSet,
  ],
  [
    'no access policy',
    together(attached, { cmkVault: having.policies() }),
    'unknown not-observable medium/medium',
    ofSet,
  ],
  ['no set', together(attached, { aks: { properties: { diskEncryptionSetID: null } } }), 'not-applicable not-used', of],
  [
    'a set named by a number',
    together(attached, { aks: { properties: { diskEncryptionSetID: 7 } } }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  ['two computes on one cluster: once', together(attached, { also: ['aksV1'] }), 'pass', ofSet],
  ['the set forbidden', together(attached, { hide: { set: 'forbidden' } }), 'unknown forbidden medium/medium', ofSet],
  ['the set gone', together(attached, { hide: { set: 'absent' } }), 'unknown absent medium/medium', ofSet],
  [
    'vault forbidden',
    together(attached, { hide: { cmkVault: 'forbidden' } }),
    'unknown forbidden medium/medium',
    ofSet,
  ],
  ['no cluster', {}, 'not-applicable not-used'],
  ['the cluster forbidden', together(attached, { hide: { aks: 'forbidden' } }), 'unknown forbidden medium/medium', of],
])

cases('kubernetes/host-encryption', [
  [
    'a pool that the service manages, beside one that encrypts',
    pools(pool('system', { mode: 'managedSYSTEM' }), pool('user', { enableEncryptionAtHost: true })),
    'pass',
    of,
  ],
  [
    'a pool that the service manages, beside one that does not encrypt',
    pools(pool('system', { mode: 'ManagedSystem' }), pool('user')),
    'fail medium/low',
    { ...of, message: /at the host: user\.$/ },
  ],
  [
    'only pools that the service manages',
    pools(pool('system', { mode: 'ManagedSystem' })),
    'not-applicable not-used',
    of,
  ],
  ['one pool', attached, 'pass', { ...of, reads: ['properties.agentPoolProfiles[not encrypted at the host]', null] }],
  [
    'one of two',
    pools(pool('system', { enableEncryptionAtHost: true }), pool('gpu')),
    'fail medium/low',
    {
      ...of,
      message: /at the host: gpu\.$/,
      reads: ['properties.agentPoolProfiles[not encrypted at the host]', 'gpu'],
      remedy: /nodepool add --cluster-name aks-fraud --resource-group rg-Fraud/,
    },
  ],
  [
    'off',
    pools(pool('a', { enableEncryptionAtHost: false }), pool('b', { enableEncryptionAtHost: null })),
    'fail medium/low',
    { ...of, message: /a, b/ },
  ],
  ['oddly cased', pools({ Name: 'a', EnableEncryptionAtHost: true }), 'pass', of],
  ['no name', pools({}), 'fail medium/low', { ...of, message: /a pool without a name/ }],
  [
    'of another type',
    pools(pool('a', { enableEncryptionAtHost: 'yes' })),
    'unknown unrecognised-value medium/low',
    { ...of, message: /of a means/ },
  ],
  [
    'of another type, and one off',
    pools(pool('a', { enableEncryptionAtHost: 'yes' }), pool('b')),
    'fail medium/low',
    of,
  ],
  ['nothing for a pool', pools(null), 'unknown unrecognised-value medium/low', of],
  ['a text for a pool', pools('system'), 'unknown unrecognised-value medium/low', of],
  ['no pools', pools(), 'unknown property-absent medium/low', of],
  ['not told', is({ agentPoolProfiles: null }), 'unknown property-absent medium/low', of],
  ['pools of another type', is({ agentPoolProfiles: 'all' }), 'unknown unrecognised-value medium/low', of],
  ...arcHasNone,
  ...forbidden('medium/low'),
])

const version = (currentKubernetesVersion: unknown, more: Overrides = {}) => is({ currentKubernetesVersion, ...more })
const longTerm = { supportPlan: 'AKSLONGTERMSUPPORT' }
cases('kubernetes/version', [
  [
    'a short version beside the one that runs',
    together(attached, { aks: { properties: { kubernetesVersion: '1.32', currentKubernetesVersion: '1.36.5' } } }),
    'pass',
    { ...of, reads: ['properties.currentKubernetesVersion', '1.36.5'] },
  ],
  [
    'a short version alone',
    together(attached, { aks: { properties: { kubernetesVersion: '1.32', currentKubernetesVersion: '' } } }),
    'fail medium/medium',
    of,
  ],
  ['supported', attached, 'pass', { ...of, reads: ['properties.currentKubernetesVersion', '1.36.2'] }],
  ['to the end of this month', version('1.34.9'), 'pass', of],
  [
    'over',
    version('1.33.1'),
    'fail medium/medium',
    {
      ...of,
      message: /1\.33\.1 has been out of support since the end of 2026-07/,
      remedy: /^az aks upgrade --name aks-fraud/,
    },
  ],
  ['over, long-term', version('1.33.1', longTerm), 'pass', of],
  ['long-term, to the end of this month', version('1.31', longTerm), 'pass', of],
  [
    'older than the table',
    version('1.30.14', longTerm),
    'fail medium/medium',
    { ...of, message: /1\.30\.14 is out of support\. .* only for 1\.17\.$/ },
  ],
  ['1.24', version('1.24.0'), 'fail medium/medium', of],
  [
    '1.23',
    version('1.23.99'),
    'fail high/high',
    { ...of, message: /cannot have customer-managed keys: .* asked for 1\.17, .* asks for 1\.24\.$/ },
  ],
  ['1.9', version('1.9.11'), 'fail high/high', of],
  ['0.99', version('0.99'), 'fail high/high', of],
  ['newer than the table', version('1.38.0'), 'unknown unrecognised-value medium/medium', of],
  ['2.0', version('2.0'), 'unknown unrecognised-value medium/medium', of],
  [
    '10.0',
    version('10.0'),
    'unknown unrecognised-value medium/medium',
    { ...of, message: /newer than any version that this action knows/ },
  ],
  ['a version somewhere in it', version('k1.36'), 'unknown unrecognised-value medium/medium', of],
  ['with a v', version('v1.36'), 'pass', of],
  ['by what it is set to', version(null), 'pass', { ...of, reads: ['properties.kubernetesVersion', '1.36'] }],
  ['not told', version(null, { kubernetesVersion: null }), 'unknown property-absent medium/medium', of],
  ['nonsense', version('latest'), 'unknown unrecognised-value medium/medium', of],
  ['a number', version(1.36), 'unknown unrecognised-value medium/medium', of],
  [
    'a plan unheard of, which would matter',
    version('1.33', { supportPlan: 'Forever' }),
    'unknown unrecognised-value medium/medium',
    { ...of, message: /plan "Forever"/ },
  ],
  ['a plan unheard of, which does not matter', version('1.36', { supportPlan: 'Forever' }), 'pass', of],
  ['no plan', version('1.33', { supportPlan: null }), 'fail medium/medium', of],
  ...arcHasNone,
  ...forbidden('medium/medium'),
])

describe.each([
  ['1.31', '2025-11', '2025-12', undefined],
  ['1.31', '2026-11', '2026-12', 'AKSLongTermSupport'],
  ['1.32', '2026-03', '2026-04', undefined],
  ['1.32', '2027-03', '2027-04', 'AKSLongTermSupport'],
  ['1.33', '2026-07', '2026-08', undefined],
  ['1.33', '2027-07', '2027-08', 'AKSLongTermSupport'],
  ['1.34', '2026-11', '2026-12', undefined],
  ['1.34', '2027-11', '2027-12', 'AKSLongTermSupport'],
  ['1.35', '2027-03', '2027-04', undefined],
  ['1.35', '2028-03', '2028-04', 'AKSLongTermSupport'],
  ['1.36', '2027-06', '2027-07', undefined],
  ['1.36', '2028-06', '2028-07', 'AKSLongTermSupport'],
  ['1.37', '2027-10', '2027-11', undefined],
  ['1.37', '2028-10', '2028-11', 'AKSLongTermSupport'],
])('Kubernetes %s', (text, last, next, plan) => {
  it(`is supported to the end of ${last}, under ${plan}`, () => {
    expect(versionVerdict(text, plan, last)).toEqual({ status: 'pass' })
    expect(spoken(versionVerdict(text, plan, next))).toMatchObject({
      status: 'fail',
      message: expect.stringContaining(`out of support since the end of ${last}.`),
    })
  })
})

const security = (securityProfile: unknown) => is({ securityProfile })
const profile = (infrastructureEncryption: unknown, more: Overrides = {}) =>
  security({ azureKeyVaultKms: null, kubernetesResourceObjectEncryptionProfile: { infrastructureEncryption }, ...more })
cases('kubernetes/etcd-encryption', [
  [
    'a customer-managed key',
    attached,
    'pass',
    { ...of, reads: ['properties.securityProfile.azureKeyVaultKms.enabled', true] },
  ],
  ["Microsoft's key", profile('ENABLED'), 'pass', of],
  [
    'both off',
    profile('Disabled'),
    'fail medium/info',
    { ...of, message: /platform always encrypts/, remedy: /^az aks update --name aks-fraud/ },
  ],
  ['off by name', profile('Disabled', { azureKeyVaultKms: { enabled: false } }), 'fail medium/info', of],
  [
    'off, the other not told',
    security({ azureKeyVaultKms: { enabled: false } }),
    'unknown property-absent medium/info',
    { ...of, message: /platform encrypts the disks under etcd/ },
  ],
  ['no security profile', security(null), 'unknown property-absent medium/info', of],
  ['a profile that says nothing', profile(null), 'unknown property-absent medium/info', of],
  ['unheard of', profile('Partly'), 'unknown unrecognised-value medium/info', of],
  ['of another type', security({ azureKeyVaultKms: { enabled: 'on' } }), 'unknown unrecognised-value medium/info', of],
  ...arcHasNone,
  ...forbidden('medium/info'),
])

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

cases('kubernetes/production-inference', [
  ['a workspace with a cluster', attached, 'manual'],
  ['a project with a cluster', together(attached, having.project), 'manual'],
  ['a workspace whose computes cannot be listed', { hideCollections: { [listOf('computes')]: 'forbidden' } }, 'manual'],
  ['a workspace without any', {}, 'not-applicable not-used'],
])

describe('clusters', () => {
  it('are judged once, however many computes are attached', () => {
    const twice: Change = { also: ['aks', 'kubernetes', 'aksV1', 'set'] }
    expect(findings('kubernetes/version', twice).map(({ resource }) => resource)).toEqual([ids.aks])
    expect(findings('kubernetes/scoring-tls', twice).map(({ resource }) => resource)).toEqual([ids.aksV1])
  })

  it('are their projects own', () => {
    const own = together(having.project, attached, { aks: { properties: { diskEncryptionSetID: null } } })
    expect(findings('kubernetes/disk-cmk', own)).toMatchObject([{ resource: ids.aks, status: 'fail' }])
  })

  it('of other kinds are nobody’s', () => {
    const fleet = `${ids.aks.replace('managedClusters', 'fleets')}`
    const other = together(attached, { kubernetes: { properties: { resourceId: fleet } } })
    expect(outcomes('kubernetes/version', other)[0]?.subject).toBe(null)
  })

  it('behind a list that breaks off are judged as far as it came', () => {
    const found = findings('kubernetes/version', together(attached, hideList('computes', 'throttled')))
    expect(found.map(({ resource, status }) => [resource, status])).toEqual([
      [ids.workspace, 'unknown'],
      [ids.aks, 'pass'],
    ])
  })

  it('share a disk encryption set, whose key names it once', () => {
    const other = `${ids.aks}-2`
    const shared: Change = together(attached, having.everything, {
      edit: (parts) => {
        parts.arc = { ...structuredClone(parts.aks), id: other, name: 'aks-fraud-2' }
        parts.arcCompute = {
          ...parts.arcCompute,
          properties: { ...(parts.arcCompute.properties as Overrides), resourceId: other },
        }
      },
      key: { properties: { attributes: { enabled: false } } },
    })
    const [finding] = findings('key/enabled', shared)
    const message = finding?.message ?? ''
    expect(message.match(/des-fraud/g)).toHaveLength(1)
    expect(message).toMatch(/aks-fraud, aks-fraud-2|aks-fraud.*aks-fraud-2/)
  })
})
