import type { Overrides } from '../../simulator/templates.ts'
import { type Change, cases, having, ids, type Row, together } from './builder.ts'

const ws = (overrides: Overrides): Change => ({ workspace: overrides })
const properties = (value: Overrides) => ws({ properties: value })
const encryption = (value: Overrides) => properties({ encryption: value })
const keyVaultProperties = (value: Overrides) => encryption({ keyVaultProperties: value })
const replaced = (value: unknown): Change => ({
  edit: ({ workspace }) => {
    ;(workspace.properties as Overrides).encryption = value
  },
})
const hidden = (reason: 'forbidden' | 'not-visible' | 'absent' | 'throttled' | 'timeout' | 'invalid-response') =>
  together(having.project, { hide: { hub: reason } })

cases('workspace/customer-managed-key', [
  ['Enabled', {}, 'pass', { reads: ['properties.encryption.status', 'Enabled'] }],
  ['enabled, oddly cased', encryption({ status: 'eNABLED' }), 'pass'],
  ['oddly cased names', replaced({ STATUS: 'Enabled' }), 'pass'],
  [
    'Disabled',
    encryption({ status: 'Disabled' }),
    'fail high/info',
    { message: /Microsoft-managed keys/, reads: ['properties.encryption.status', 'Disabled'], remedy: /mlw-fraud/ },
  ],
  ['block absent', having.noKey, 'fail high/info', { reads: ['properties.encryption.status', null] }],
  ['block is an empty string', replaced(''), 'fail high/info'],
  [
    'empty strings of the SDK template',
    replaced({ status: 'Disabled', keyVaultProperties: { keyVaultArmId: '', keyIdentifier: '' } }),
    'fail high/info',
  ],
  ['block without status', replaced({}), 'unknown property-absent high/info'],
  ['status null', encryption({ status: null }), 'unknown property-absent high/info'],
  ['status empty', encryption({ status: '' }), 'unknown property-absent high/info'],
  [
    'status unheard of',
    encryption({ status: 'Rotating' }),
    'unknown unrecognised-value high/info',
    { message: /"Rotating"/ },
  ],
  [
    'status of another type',
    encryption({ status: true }),
    'unknown unrecognised-value high/info',
    { message: /boolean/ },
  ],
  ['feature store', ws({ kind: 'FeatureStore' }), 'pass'],
  ['hub', ws({ kind: 'Hub' }), 'pass'],
  ['kind unheard of', together(ws({ kind: 'Workbench' }), having.noKey), 'fail high/info'],
  ['project', having.project, 'not-applicable inherited'],
  ['project, oddly cased', together(having.project, ws({ kind: 'PROJECT' })), 'not-applicable inherited'],
  ['project of a hidden hub', hidden('not-visible'), 'unknown not-visible high/info', { message: /is a project/ }],
  ['project of a forbidden hub', hidden('forbidden'), 'unknown forbidden high/info', { message: /workspaces\/read/ }],
  ['project of a hub that is gone', hidden('absent'), 'unknown absent high/info'],
  ['project of a throttled hub', hidden('throttled'), 'unknown throttled high/info'],
  ['project of a hub too late', hidden('timeout'), 'unknown timeout high/info'],
  ['project of a hub that answered nonsense', hidden('invalid-response'), 'unknown invalid-response high/info'],
  [
    'project that names no hub',
    together(having.project, properties({ hubResourceId: null })),
    'unknown not-visible high/info',
    { message: /which hub/ },
  ],
  ['project whose hub nobody read', together(having.project, { without: ['hub'] }), 'unknown not-visible high/info'],
  ...[ids.hubStorage, ids.vault].map(
    (hubResourceId): Row => [
      `project whose hub is ${hubResourceId}`,
      together(having.project, properties({ hubResourceId })),
      'unknown unrecognised-value high/info',
      { message: /properties\.hubResourceId of mlw-fraud names a resource of another type than workspace\.$/ },
    ],
  ),
  [
    'project that is its own hub',
    together(having.project, properties({ hubResourceId: ids.workspace })),
    'unknown unrecognised-value high/info',
    { message: /mlw-fraud names the project mlw-fraud as its hub\.$/ },
  ],
  [
    'project whose hub is a project',
    together(having.project, { hub: { kind: 'project' } }),
    'unknown unrecognised-value high/info',
    { message: /mlw-fraud names the project hub-fraud as its hub\.$/ },
  ],
])

cases('workspace/cmk-architecture', [
  [
    'subscription-side',
    {},
    'pass',
    { message: /Subscription-side/, reads: ['properties.serviceProvisionedResourceGroup', 'azureml-rg-fraud'] },
  ],
  [
    'service-side',
    having.serviceSide,
    'pass',
    { message: /Service-side/, reads: ['properties.enableServiceSideCMKEncryption', true] },
  ],
  ['service-side as text', properties({ enableServiceSideCMKEncryption: 'True' }), 'pass', { message: /Service-side/ }],
  ['service-side wins', properties({ enableServiceSideCMKEncryption: true }), 'pass', { message: /Service-side/ }],
  [
    'bring your own',
    having.bringYourOwn,
    'pass',
    { message: /Bring your own/, reads: ['properties.encryption.cosmosDbResourceId', ids.cosmos] },
  ],
  ['nothing says', having.undetermined, 'unknown property-absent info/info', { message: /where the metadata is kept/ }],
  ['an empty group name', properties({ serviceProvisionedResourceGroup: '' }), 'unknown property-absent info/info'],
  [
    'read by an older api-version',
    together(having.undetermined, properties({ enableServiceSideCMKEncryption: null }), { apiVersion: '2024-10-01' }),
    'unknown api-unsupported info/info',
  ],
  [
    'Resource Graph does not tell its api-version',
    together(having.undetermined, properties({ enableServiceSideCMKEncryption: null }), {
      source: 'resource-graph',
      apiVersion: null,
    }),
    'unknown api-unsupported info/info',
  ],
  [
    'read by an older api-version, but the group is named',
    together(properties({ enableServiceSideCMKEncryption: null }), { apiVersion: '2024-10-01' }),
    'pass',
  ],
  [
    'status unheard of',
    encryption({ status: 'Rotating' }),
    'unknown property-absent info/info',
    { message: /whether a customer-managed key is on/ },
  ],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
  ['project of a forbidden hub', hidden('forbidden'), 'unknown forbidden info/info'],
])

cases('workspace/cmk-vault-subscription', [
  ['same subscription', {}, 'pass'],
  ['same subscription, oddly cased', keyVaultProperties({ keyVaultArmId: ids.cmkVault.toUpperCase() }), 'pass'],
  [
    'another subscription',
    keyVaultProperties({ keyVaultArmId: ids.cmkVault.replace('11111111', '99999999') }),
    'fail medium/medium',
    {
      message: /kv-fraud-cmk is in subscription 99999999/,
      reads: ['properties.encryption.keyVaultProperties.keyVaultArmId', ids.cmkVault.replace('11111111', '99999999')],
    },
  ],
  [
    'another subscription, hub',
    together(ws({ kind: 'hub' }), keyVaultProperties({ keyVaultArmId: ids.cmkVault.replace('11111111', '99999999') })),
    'fail medium/medium',
  ],
  ['vault absent', keyVaultProperties({ keyVaultArmId: null }), 'unknown property-absent medium/medium'],
  ['vault empty', keyVaultProperties({ keyVaultArmId: '' }), 'unknown property-absent medium/medium'],
  [
    'vault malformed',
    keyVaultProperties({ keyVaultArmId: 'kv-fraud-cmk' }),
    'unknown unrecognised-value medium/medium',
  ],
  ['vault of another type', keyVaultProperties({ keyVaultArmId: 7 }), 'unknown unrecognised-value medium/medium'],
  ['a managed HSM', having.hsm, 'pass'],
  [
    'a storage account in place of the vault',
    keyVaultProperties({ keyVaultArmId: ids.storage }),
    'unknown unrecognised-value medium/medium',
  ],
  [
    'vault properties of another type',
    encryption({ keyVaultProperties: 'none' }),
    'unknown unrecognised-value medium/medium',
  ],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
  ['project of a throttled hub', hidden('throttled'), 'unknown throttled medium/medium'],
])

cases('workspace/cmk-vault-region', [
  ['same region', {}, 'pass'],
  [
    'same region in another form',
    together(ws({ location: 'West Europe' }), { cmkVault: { location: 'WESTEUROPE' } }),
    'pass',
  ],
  [
    'another region',
    { cmkVault: { location: 'northeurope' } },
    'fail low/low',
    { message: /vault is in northeurope, the workspace in westeurope/, reads: ['location', 'northeurope'] },
  ],
  ['another region, hub', { workspace: { kind: 'Hub' }, cmkVault: { location: 'northeurope' } }, 'fail low/low'],
  ['no location', { cmkVault: { location: undefined } }, 'unknown property-absent low/low'],
  ['vault forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden low/low', { message: /vaults\/read/ }],
  ['vault too late', { hide: { cmkVault: 'timeout' } }, 'unknown timeout low/low'],
  ['vault gone: its own check says so', { hide: { cmkVault: 'absent' } }, 'not-applicable absent'],
  [
    'vault not read',
    keyVaultProperties({ keyVaultArmId: ids.vault.replace('kv-fraud', 'kv-other') }),
    'unknown not-visible low/low',
  ],
  ['vault not named', keyVaultProperties({ keyVaultArmId: undefined }), 'unknown property-absent low/low'],
  ['vault malformed', keyVaultProperties({ keyVaultArmId: '/nonsense' }), 'unknown unrecognised-value low/low'],
  [
    'a storage account in place of the vault',
    keyVaultProperties({ keyVaultArmId: ids.storage }),
    'unknown unrecognised-value low/low',
  ],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

const identifier = (keyIdentifier: unknown) => keyVaultProperties({ keyIdentifier })
cases('workspace/cmk-key-reference', [
  ['complete', {}, 'pass'],
  [
    'with a port, oddly cased',
    identifier('HTTPS://KV-Fraud-CMK.vault.azure.net:443/keys/cmk/0123456789ABCDEF0123456789abcdef'),
    'pass',
  ],
  [
    'of another cloud, in that cloud',
    {
      ...identifier('https://kv-fraud-cmk.vault.usgovcloudapi.net/keys/cmk/0123456789abcdef0123456789abcdef'),
      keyHosts: { vault: 'vault.usgovcloudapi.net', hsm: 'managedhsm.usgovcloudapi.net' },
    },
    'pass',
  ],
  [
    'without a version',
    having.unversioned,
    'fail low/info',
    {
      message: /no version/,
      reads: [
        'properties.encryption.keyVaultProperties.keyIdentifier',
        'https://kv-fraud-cmk.vault.azure.net/keys/cmk',
      ],
    },
  ],
  [
    'in another vault',
    identifier('https://kv-other.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef'),
    'fail medium/medium',
    { message: /kv-other\.vault\.azure\.net, but the vault named beside it is kv-fraud-cmk/ },
  ],
  [
    'in another vault and without a version',
    identifier('https://kv-other.vault.azure.net/keys/cmk'),
    'fail medium/medium',
  ],
  [
    'in a vault of which the name is a part',
    identifier('https://prod-kv-fraud-cmk.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef'),
    'fail medium/medium',
  ],
  [
    'malformed',
    identifier('kv-fraud-cmk/keys/cmk'),
    'fail medium/medium',
    { message: /form https:\/\/<vault>\.vault\.azure\.net\/keys/, remedy: /<vault>\.vault\.azure\.net\/keys/ },
  ],
  [
    'a host that only begins like the vault',
    identifier('https://kv-fraud-cmk.vault.azure.net.evil.example/keys/cmk/0123456789abcdef0123456789abcdef'),
    'fail medium/medium',
    { message: /not of the form/ },
  ],
  [
    'a host of another cloud',
    { keyHosts: { vault: 'vault.azure.cn', hsm: 'managedhsm.azure.cn' } },
    'fail medium/medium',
    { remedy: /https:\/\/<vault>\.vault\.azure\.cn\/keys/ },
  ],
  ['a cloud whose suffixes nobody knows', { keyHosts: { vault: null, hsm: null } }, 'pass'],
  ['a version that is none', identifier('https://kv-fraud-cmk.vault.azure.net/keys/cmk/latest'), 'fail medium/medium'],
  ['a secret', identifier('https://kv-fraud-cmk.vault.azure.net/secrets/cmk'), 'fail medium/medium'],
  ['absent', identifier(null), 'unknown property-absent low/low'],
  ['empty', identifier(''), 'unknown property-absent low/low'],
  ['of another type', identifier(['a']), 'unknown unrecognised-value low/low'],
  ['nothing to compare the host with', keyVaultProperties({ keyVaultArmId: null }), 'unknown property-absent low/low'],
  [
    'a malformed vault to compare the host with',
    keyVaultProperties({ keyVaultArmId: 'kv' }),
    'unknown unrecognised-value low/low',
  ],
  [
    'in a managed HSM, and the vault of its name is named',
    together(having.hsm, keyVaultProperties({ keyVaultArmId: ids.vault.replace('kv-fraud', 'hsm1') })),
    'fail medium/medium',
    { message: /hsm1\.managedhsm\.azure\.net, but the vault named beside it is hsm1/ },
  ],
  [
    'in a vault, and the managed HSM of its name is named',
    keyVaultProperties({ keyVaultArmId: ids.hsm.replace('hsm1', 'kv-fraud-cmk') }),
    'fail medium/medium',
  ],
  [
    'beside the key instead of its vault',
    keyVaultProperties({ keyVaultArmId: `${ids.cmkVault}/keys/cmk` }),
    'unknown unrecognised-value low/low',
  ],
  [
    'beside a storage account of the name of the vault',
    keyVaultProperties({ keyVaultArmId: ids.storage.replace('stfraud', 'kv-fraud-cmk') }),
    'unknown unrecognised-value low/low',
  ],
  ['in a managed HSM, its region in the host', having.hsm, 'pass'],
  [
    'in a managed HSM of another name',
    together(having.hsm, identifier('https://hsm2.managedhsm.azure.net/keys/cmk/0123456789abcdef0123456789abcdef')),
    'fail medium/medium',
  ],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

cases('workspace/high-business-impact', [
  ['on', {}, 'pass', { reads: ['properties.hbiWorkspace', true] }],
  ['on, as text', properties({ hbiWorkspace: 'True' }), 'pass'],
  [
    'off',
    properties({ hbiWorkspace: false }),
    'fail medium/low',
    {
      message: /does not have .*2021 guidance promised IP filtering .*January 2025 no longer does/,
      reads: ['properties.hbiWorkspace', false],
      remedy: /in place of mlw-fraud\. .*needs a new workspace: .*Least disruptive: /,
    },
  ],
  [
    'absent means off',
    properties({ hbiWorkspace: null }),
    'fail medium/low',
    { reads: ['properties.hbiWorkspace', null] },
  ],
  ['empty means absent', properties({ hbiWorkspace: '' }), 'fail medium/low'],
  ['of another type', properties({ hbiWorkspace: 1 }), 'unknown unrecognised-value medium/low'],
  ['unheard of', properties({ hbiWorkspace: 'perhaps' }), 'unknown unrecognised-value medium/low'],
  ['project', having.project, 'not-applicable inherited'],
  [
    'project that repeats the flag',
    together(having.project, properties({ hbiWorkspace: false })),
    'not-applicable inherited',
  ],
  ['project of a hidden hub', hidden('not-visible'), 'unknown not-visible medium/low'],
  [
    'project whose hub is a storage account',
    together(having.project, properties({ hubResourceId: ids.hubStorage })),
    'unknown unrecognised-value medium/low',
  ],
])

cases('workspace/scratch-disk-in-force', [
  ['flag on', {}, 'unknown not-observable info/info', { message: /support request/ }],
  ['flag off', properties({ hbiWorkspace: false }), 'not-applicable not-used'],
  ['flag absent', properties({ hbiWorkspace: null }), 'not-applicable not-used'],
  ['flag of another type', properties({ hbiWorkspace: {} }), 'unknown unrecognised-value info/info'],
  ['project', having.project, 'not-applicable inherited'],
])

const identity = (value: Overrides | null) => ws({ identity: value as Overrides })
cases('workspace/managed-identity', [
  ['both, without a blank', { workspace: { identity: { type: 'SystemAssigned,UserAssigned' } } }, 'pass'],
  ['both, with a blank, oddly cased', { workspace: { identity: { type: 'systemassigned, USERASSIGNED' } } }, 'pass'],
  ['both', {}, 'pass'],
  ['both, without the blank', identity({ type: 'SystemAssigned,UserAssigned' }), 'pass'],
  ['both, oddly cased', identity({ type: 'systemassigned , USERASSIGNED' }), 'pass'],
  ['system-assigned', identity({ type: 'SystemAssigned' }), 'pass', { reads: ['identity.type', 'SystemAssigned'] }],
  ['user-assigned, one of them primary', identity({ type: 'UserAssigned' }), 'pass'],
  [
    'user-assigned, none of them primary',
    together(identity({ type: 'UserAssigned' }), properties({ primaryUserAssignedIdentity: null })),
    'fail low/low',
    { message: /none of them is its primary/, reads: ['properties.primaryUserAssignedIdentity', null] },
  ],
  [
    'user-assigned, primary empty',
    together(identity({ type: 'UserAssigned' }), properties({ primaryUserAssignedIdentity: '' })),
    'fail low/low',
  ],
  [
    'none',
    identity({ type: 'None' }),
    'fail low/low',
    { message: /no managed identity/, reads: ['identity.type', 'None'] },
  ],
  ['absent', identity(null), 'fail low/low', { reads: ['identity.type', null] }],
  ['without a type', identity({ type: null }), 'fail low/low'],
  [
    'unheard of',
    identity({ type: 'TenantAssigned' }),
    'unknown unrecognised-value low/low',
    { message: /^Unrecognized identity type "tenantassigned"\.$/ },
  ],
  ['of another type', identity({ type: 3 }), 'unknown unrecognised-value low/low'],
  ['a project has its own', having.project, 'pass'],
])
