import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, together } from '../builder.ts'
import { forbidden, own, vault } from './changes.ts'

const net = (properties: Overrides) => vault(properties)
const acls = (networkAcls: unknown): Change => ({
  edit: ({ vault: { properties } }) => {
    ;(properties as Overrides).networkAcls = networkAcls
  },
})
cases('key-vault/trusted-services', [
  ['open', {}, 'pass', { ...own, reads: ['properties.publicNetworkAccess', 'Enabled'] }],
  [
    'closed, with the bypass',
    net({ publicNetworkAccess: 'Disabled' }),
    'pass',
    { ...own, reads: ['properties.networkAcls.bypass', 'AzureServices'] },
  ],
  ['denying, with the bypass', acls({ defaultAction: 'Deny', bypass: 'azureservices' }), 'pass', own],
  ['open, without the bypass', acls({ defaultAction: 'Allow', bypass: 'None' }), 'pass', own],
  [
    'closed, without the bypass',
    net({ publicNetworkAccess: 'disabled', networkAcls: { bypass: 'None' } }),
    'fail medium/medium',
    {
      ...own,
      message: /trusted Microsoft services/,
      reads: ['properties.networkAcls.bypass', 'None'],
      remedy: /--name kv-fraud .*--bypass AzureServices$/,
    },
  ],
  ['denying, without the bypass', acls({ defaultAction: 'DENY', bypass: 'none' }), 'fail medium/medium', own],
  ['denying, bypass absent', acls({ defaultAction: 'Deny' }), 'pass', own],
  [
    'everything absent',
    vault({ publicNetworkAccess: null, networkAcls: null }),
    'pass',
    { ...own, reads: ['properties.networkAcls.defaultAction', null] },
  ],
  ['networkAcls empty', acls({}), 'pass', own],
  ['access empty', net({ publicNetworkAccess: '' }), 'pass', own],
  ['oddly cased names', acls({ DefaultACTION: 'Deny', BYPASS: 'None' }), 'fail medium/medium', own],
  [
    'a perimeter decides',
    net({ publicNetworkAccess: 'SecuredByPerimeter' }),
    'unknown not-observable medium/medium',
    { ...own, message: /perimeter/ },
  ],
  ['access unheard of', net({ publicNetworkAccess: 'Sometimes' }), 'unknown unrecognised-value medium/medium', own],
  ['action unheard of', acls({ defaultAction: 'Ask' }), 'unknown unrecognised-value medium/medium', own],
  [
    'bypass unheard of',
    acls({ defaultAction: 'Deny', bypass: 'Some' }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  [
    'bypass of another type',
    acls({ defaultAction: 'Deny', bypass: true }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  [
    'networkAcls of another type',
    together(acls('open'), { whole: true }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  forbidden('medium/medium'),
])
