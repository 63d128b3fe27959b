import { accessPolicy } from '../../../simulator/templates.ts'
import { cases, having, ids, principal, type Row, together } from '../builder.ts'
import { keyRoleRows } from '../key-access.ts'
import { cmk, cmkVault, hsm, identityHidden, oneVault, storageKey } from './changes.ts'

const keys = (...granted: string[]) => accessPolicy(principal, { keys: granted, secrets: [], certificates: [] })
cases('key-vault/cmk-access', [
  [
    'the identity is named by a list',
    { workspace: { properties: { encryption: { identity: { userAssignedIdentity: [ids.identity] } } } } },
    'unknown unrecognised-value medium/medium',
    cmk,
  ],
  ...keyRoleRows({ role: 'keyRole', principal, of: ids.cmkVault }),
  [
    'policy, of another shape',
    { cmkVault: having.policies({ objectId: principal, permissions: { keys: 'all' } }) },
    'unknown unrecognised-value medium/medium',
    {
      ...cmk,
      message: /does not list what it grants on keys/,
      reads: [`properties.accessPolicies[objectId=${principal}]`, 'keys: ?; secrets: -; certificates: -'],
    },
  ],
  [
    'policy, of another shape where nothing is asked',
    { cmkVault: having.policies({ objectId: principal, permissions: { keys: ['all'], secrets: 'all' } }) },
    'pass',
    cmk,
  ],
  [
    'policies, two of them',
    {
      cmkVault: having.policies(
        accessPolicy(principal, { keys: ['get', 'wrapKey'], secrets: ['Get', 'list'], certificates: [] }),
        accessPolicy(principal, { keys: ['unwrapKey'], secrets: [], certificates: ['get', 'List'] }),
      ),
    },
    'pass',
    {
      ...cmk,
      reads: [
        `properties.accessPolicies[objectId=${principal}]`,
        'keys: get wrapkey; secrets: get list; certificates: - | keys: unwrapkey; secrets: -; certificates: get list',
      ],
    },
  ],
  ['policy, enough', { cmkVault: having.policies(keys('Get', 'wrapKey', 'UnwrapKey')) }, 'pass', cmk],
  [
    'of an application on its behalf',
    {
      cmkVault: having.policies({ ...accessPolicy(principal), applicationId: '77777777-0000-4000-8000-000000000001' }),
    },
    'unknown not-observable medium/medium',
    cmk,
  ],
  ['policy, all', { cmkVault: having.policies(keys('all')) }, 'pass', cmk],
  ['policy, all, with a blank', { cmkVault: having.policies(keys('all ')) }, 'pass', cmk],
  [
    'policy, too little',
    { cmkVault: having.policies(keys('get')) },
    'fail medium/medium',
    {
      ...cmk,
      message: /lacks wrapkey, unwrapkey on keys/,
      remedy: new RegExp(
        `set-policy --name kv-fraud-cmk .*--object-id ${principal} --key-permissions get wrapkey unwrapkey$`,
      ),
    },
  ],
  [
    'policy, somebody else',
    { cmkVault: having.policies(accessPolicy('99999999-0000-4000-8000-000000000000')) },
    'unknown not-observable medium/medium',
    cmk,
  ],
  [
    'system-assigned',
    { workspace: { identity: { principalId: null }, properties: { encryption: { identity: null } } } },
    'unknown property-absent medium/medium',
    { ...cmk, message: /did not report which object in Entra uses the key/ },
  ],
  [
    'named, but no longer carried',
    {
      edit: ({ workspace }) => {
        workspace.identity = { type: 'SystemAssigned', principalId: principal }
      },
    },
    'unknown property-absent medium/medium',
    { ...cmk, message: /did not report which object in Entra uses the key/ },
  ],
  ['identity forbidden', identityHidden, 'unknown forbidden medium/medium', cmk],
  ['forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden medium/medium', cmk],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
  ['not asked of a managed HSM', having.hsm, 'not-applicable not-used'],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

cases('key-vault/separation', [
  ['two vaults', {}, 'pass', { ...cmk, reads: ['id', ids.cmkVault] }],
  ['one vault', oneVault, 'fail info/info', { ...cmk, message: /That is allowed/, remedy: /not in kv-fraud-cmk/ }],
  ...[null, ''].map(
    (keyVault): Row => [
      `the workspace names ${JSON.stringify(keyVault)} as its vault`,
      { workspace: { properties: { keyVault } } },
      'unknown property-absent info/info',
      cmk,
    ],
  ),
  ...[7, 'kv', ids.storage].map(
    (keyVault): Row => [
      `the workspace names ${keyVault} as its vault`,
      { workspace: { properties: { keyVault } } },
      'unknown unrecognised-value info/info',
      cmk,
    ],
  ),
  ['forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden info/info', cmk],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['not asked of a managed HSM', having.hsm, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

const standard = cmkVault({ sku: { name: 'Standard' } })

cases('key-vault/hsm-backed', [
  ['premium, with a capital', cmkVault({ sku: { name: 'Premium' } }), 'pass', cmk],
  ['premium', {}, 'pass', { ...cmk, reads: ['properties.sku.name', 'premium'] }],
  ['Premium, oddly cased', cmkVault({ sku: { name: 'PREMIUM' } }), 'pass', cmk],
  ['standard, with a key in hardware', standard, 'pass', cmk],
  [
    'standard, with a key in software',
    together(standard, { key: { properties: { kty: 'RSA' } } }),
    'fail info/info',
    { ...cmk, message: /protected by software/, remedy: /kv-fraud-cmk/ },
  ],
  [
    'standard, type of the key absent',
    together(standard, { key: { properties: { kty: null } } }),
    'fail info/info',
    cmk,
  ],
  ['standard, key gone', together(standard, { hide: { key: 'absent' } }), 'fail info/info', cmk],
  ['standard, key forbidden', together(standard, { hide: { key: 'forbidden' } }), 'unknown forbidden info/info', cmk],
  ['standard, one of two keys not read', together(standard, storageKey({})), 'unknown not-visible info/info', cmk],
  [
    'standard, a key in another vault not read',
    together(standard, storageKey({ keyvaulturi: 'https://kv-fraud.vault.azure.net' })),
    'pass',
    cmk,
  ],
  ['standard, a key in another tenant', together(standard, having.otherTenant), 'pass', cmk],
  [
    'standard, something that may use another key is hidden',
    together(standard, { hide: { registry: 'forbidden' } }),
    'unknown forbidden info/info',
    cmk,
  ],
  ['tier unheard of', cmkVault({ sku: { name: 'ultra' } }), 'unknown unrecognised-value info/info', cmk],
  ['tier absent', cmkVault({ sku: null }), 'unknown property-absent info/info', cmk],
  ['managed HSM', having.hsm, 'pass', { ...hsm, reads: ['type', 'microsoft.keyvault/managedhsms'] }],
  ['not asked of another vault', having.noKeysAtAll, 'not-applicable not-used'],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
])
