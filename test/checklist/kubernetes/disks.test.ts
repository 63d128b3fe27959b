import { pool } from '../../../simulator/templates.ts'
import { cases, ids, together } from '../builder.ts'
import { untoldTarget } from '../lists.ts'
import { arcHasNone, attached, forbidden, is, of } from './changes.ts'

cases('kubernetes/disk-cmk', [
  ...untoldTarget(
    'kubernetes',
    'high/info',
    'Microsoft.HybridContainerService/provisionedClusters/hci-fraud',
    'Microsoft.ContainerService/managedClusters/aks-fraud/agentPools/nodes',
  ),
  ...untoldTarget('aksV1', 'high/info', 'Microsoft.Compute/virtualMachines/vm-fraud'),
  ['a disk encryption set', attached, 'pass', { ...of, reads: ['properties.diskEncryptionSetID', ids.set] }],
  [
    'oddly cased',
    together(attached, { aks: { properties: { diskEncryptionSetID: undefined, DiskEncryptionSetId: ids.set } } }),
    'pass',
    of,
  ],
  ['the id of a vault', is({ diskEncryptionSetID: ids.vault }), 'unknown unrecognised-value high/info', of],
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

const pools = (...agentPoolProfiles: unknown[]) => is({ agentPoolProfiles })

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
    { ...of, message: /^Unrecognized value of enableEncryptionAtHost in a\.$/ },
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
