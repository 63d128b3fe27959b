import { accessPolicy, type Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, having, ids, principal, together, versions } from '../builder.ts'
import { keyRoleRows } from '../key-access.ts'
import { account, encryption, forbidden, keyProperties, meta, metaAccount, noKey, of } from './changes.ts'

cases('storage/customer-managed-key', [
  ['own key', {}, 'pass', { ...of, reads: ['properties.encryption.keySource', 'Microsoft.Keyvault'] }],
  ['own key, oddly cased', encryption({ keySource: 'microsoft.KEYVAULT' }), 'pass', of],
  [
    "Microsoft's key",
    noKey,
    'fail high/info',
    {
      ...of,
      message: /Microsoft-managed keys/,
      reads: ['properties.encryption.keySource', 'Microsoft.Storage'],
      remedy:
        /^az storage account update --name stfraud --resource-group rg-Fraud --subscription \S+ --encryption-key-source Microsoft\.Keyvault/,
    },
  ],
  ["Microsoft's key, of a service-side workspace", together(having.serviceSide, noKey), 'fail high/medium', of],
  ["Microsoft's key, without one of the workspace", together(having.noKey, noKey), 'fail high/info', of],
  ['absent', encryption({ keySource: null }), 'unknown property-absent high/info', of],
  ['encryption absent', account({ encryption: null }), 'unknown property-absent high/info', of],
  ['empty', encryption({ keySource: '' }), 'unknown property-absent high/info', of],
  ['unheard of', encryption({ keySource: 'Microsoft.Hsm' }), 'unknown unrecognised-value high/info', of],
  ['of another type', encryption({ keySource: 1 }), 'unknown unrecognised-value high/info', of],
  [
    'forbidden, of a service-side workspace',
    together(having.serviceSide, { hide: { storage: 'forbidden' } }),
    'unknown forbidden high/medium',
    of,
  ],
  ['of the metadata', {}, 'pass', meta],
  [
    "of the metadata, Microsoft's key",
    metaAccount({ encryption: { keySource: 'Microsoft.Storage' } }),
    'fail high/info',
    { ...meta, remedy: null },
  ],
  [
    "brought along, Microsoft's key",
    together(having.bringYourOwn, metaAccount({ encryption: { keySource: 'Microsoft.Storage' } })),
    'fail high/info',
    { ...meta, remedy: null },
  ],
  [
    'brought along, gone',
    together(having.bringYourOwn, { hide: { metaStorage: 'absent' } }),
    'not-applicable absent',
    meta,
  ],
  forbidden('high/info'),
])

const keyIs = (value: Overrides) => keyProperties({ keyversion: '', ...value })
cases('storage/key-auto-rotation', [
  ['nothing but empty texts', keyIs({ keyvaulturi: '', keyname: '' }), 'unknown property-absent medium/low', of],
  ['nothing but blanks', keyIs({ keyvaulturi: ' ', keyname: ' ' }), 'unknown property-absent medium/low', of],
  ['a name, and no vault', keyIs({ keyvaulturi: null }), 'unknown property-absent medium/low', of],
  ['a name that is a number', keyIs({ keyname: 7 }), 'unknown unrecognised-value medium/low', of],
  [
    'a vault that is none',
    keyIs({ keyvaulturi: 'https://kv-fraud-cmk.vault.azure.net.evil.example' }),
    'unknown property-absent medium/low',
    of,
  ],
  ['a version that is blanks', keyProperties({ keyversion: '  ' }), 'pass', of],
  [
    'an expiry of 1970 beside it',
    keyProperties({ currentVersionedKeyExpirationTimestamp: '1970-01-01T00:00:00Z' }),
    'pass',
    of,
  ],
  ['no identity any more, and the key still set', { storage: { identity: { type: 'None' } } }, 'pass', of],
  ['no version', {}, 'pass', { ...of, reads: ['properties.encryption.keyvaultproperties.keyversion', null] }],
  ['version null', keyProperties({ keyversion: null }), 'pass', of],
  [
    'a version',
    keyProperties({ keyversion: versions.old }),
    'fail medium/low',
    {
      ...of,
      message: new RegExp(`set to version ${versions.old}`),
      remedy: /--name stfraud .*--encryption-key-version ''$/,
    },
  ],
  ['the current version', keyProperties({ keyversion: versions.current }), 'fail medium/low', of],
  ['oddly cased name', keyProperties({ keyversion: undefined, KeyVersion: versions.old }), 'fail medium/low', of],
  ['of another type', keyProperties({ keyversion: 1 }), 'unknown unrecognised-value medium/low', of],
  ['no key properties at all', encryption({ keyvaultproperties: null }), 'unknown property-absent medium/low', of],
  ["Microsoft's key", noKey, 'not-applicable not-used', of],
  ['key source absent', encryption({ keySource: null }), 'unknown property-absent medium/low', of],
  forbidden('medium/low'),
])

const keys = (...granted: string[]) => accessPolicy(principal, { keys: granted, secrets: [], certificates: [] })
cases('storage/cmk-access', [
  [
    'an empty user-assigned identity is the system-assigned one',
    {
      storage: {
        identity: { type: 'SystemAssigned', principalId: principal, userAssignedIdentities: null },
        properties: { encryption: { identity: { userAssignedIdentity: '' } } },
      },
    },
    'pass',
    of,
  ],
  ...keyRoleRows({ role: 'keyRole', principal, of: ids.storage }),
  ['a policy', { cmkVault: having.policies(keys('get', 'wrapKey', 'unwrapKey')) }, 'pass', of],
  [
    'a policy that lacks',
    { cmkVault: having.policies(keys('get', 'wrapKey')) },
    'fail medium/medium',
    {
      ...of,
      message: /lacks unwrapkey/,
      remedy: new RegExp(
        `set-policy --name kv-fraud-cmk .*--object-id ${principal} --key-permissions get wrapkey unwrapkey$`,
      ),
      reads: [`properties.accessPolicies[objectId=${principal}]`, 'keys: get wrapkey; secrets: -; certificates: -'],
    },
  ],
  [
    'of an application on its behalf',
    {
      cmkVault: having.policies({ ...accessPolicy(principal), applicationId: '77777777-0000-4000-8000-000000000001' }),
    },
    'unknown not-observable medium/medium',
    of,
  ],
  ['no policy of its own', { cmkVault: having.policies() }, 'unknown not-observable medium/medium', of],
  ['vault forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden medium/medium', of],
  ['vault gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', of],
  [
    'vault in another tenant',
    having.otherTenant,
    'unknown not-visible medium/medium',
    { ...of, message: /another tenant/ },
  ],
  [
    'an application of another tenant, whose vault can be read',
    encryption({ identity: { federatedIdentityClientId: 'f0000000-0000-4000-8000-000000000000' } }),
    'unknown not-observable medium/medium',
    { ...of, message: /as an application/ },
  ],
  [
    'named, but no longer carried',
    {
      edit: ({ storage }) => {
        storage.identity = { type: 'None' }
      },
    },
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'itself, of which only a trace is left',
    {
      storage: {
        identity: { type: 'None', principalId: principal, userAssignedIdentities: null },
        properties: { encryption: { identity: { userAssignedIdentity: '' } } },
      },
    },
    'unknown property-absent medium/medium',
    of,
  ],
  ['no key named', encryption({ keyvaultproperties: null }), 'unknown property-absent medium/medium', of],
  [
    'system-assigned, not told',
    { storage: { identity: null, properties: { encryption: { identity: null } } } },
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'a managed HSM keeps that to itself',
    together(having.hsm, keyProperties({ keyvaulturi: 'https://westeurope.hsm1.managedhsm.azure.net/' })),
    'unknown not-observable medium/medium',
    { ...of, message: /managed HSM/ },
  ],
  ["Microsoft's key", noKey, 'not-applicable not-used', of],
  forbidden('medium/medium'),
])

const services = (queue: unknown, table: unknown): Change => ({
  edit: ({ storage: { properties } }) => {
    ;(properties as { encryption: Overrides }).encryption.services = { queue, table }
  },
})
const ofKind = (kind: unknown) => together(services({}, {}), { storage: { kind } })
cases('storage/queue-table-key', [
  ['both', {}, 'pass', of],
  ['blobs alone', ofKind('BlobStorage'), 'not-applicable not-used', of],
  ['block blobs alone, oddly cased', ofKind('blockBLOBstorage'), 'not-applicable not-used', of],
  ['files alone', ofKind('FileStorage '), 'not-applicable not-used', of],
  ['a kind for everything', ofKind('StorageV2'), 'fail low/info', of],
  ['a kind for everything, an old one', ofKind('Storage'), 'fail low/info', of],
  ['no kind', ofKind(null), 'fail low/info', of],
  ['a kind that is a number', ofKind(7), 'unknown unrecognised-value low/info', of],
  ['both, oddly cased', services({ KeyType: 'ACCOUNT' }, { keytype: 'account' }), 'pass', of],
  [
    'queues not',
    services({ keyType: 'Service' }, { keyType: 'Account' }),
    'fail low/info',
    { ...of, message: /Queues are/, remedy: /in place of stfraud for the next workspace\. Not worth a migration/ },
  ],
  [
    'tables not',
    services({ keyType: 'Account' }, { keyType: 'Service' }),
    'fail low/info',
    { ...of, message: /Tables are/ },
  ],
  [
    'services absent',
    encryption({ services: null }),
    'fail low/info',
    { ...of, reads: ['properties.encryption.services.queue.keyType', null] },
  ],
  ['queue null', services(null, { keyType: 'Account' }), 'fail low/info', of],
  ['key type absent', services({ enabled: true }, { keyType: 'Account' }), 'fail low/info', of],
  ['unheard of', services({ keyType: 'Tenant' }, { keyType: 'Account' }), 'unknown unrecognised-value low/info', of],
  ['unheard of, and tables not', services({ keyType: 'Tenant' }, null), 'fail low/info', of],
  [
    'services of another type',
    together(encryption({ services: 'all' }), { whole: true }),
    'unknown unrecognised-value low/info',
    of,
  ],
  ["Microsoft's key", noKey, 'not-applicable not-used', of],
  forbidden('low/info'),
])
