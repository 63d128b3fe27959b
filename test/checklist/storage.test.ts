import { describe, expect, it } from 'vitest'
import { accessPolicy, type Overrides } from '../../simulator/templates.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { defaultOptions } from '../../src/evidence/workspace.ts'
import { stepsText } from '../../src/report/view/steps.ts'
import {
  type Change,
  cases,
  checkOf,
  evidenceOf,
  findings,
  having,
  ids,
  listOf,
  now,
  outcomes,
  principal,
  type Row,
  together,
  versions,
} from './builder.ts'
import { keyRoleRows } from './key-access.ts'

const of = { of: ids.storage }
const meta = { of: ids.metaStorage }
const account = (properties: Overrides): Change => ({ storage: { properties } })
const encryption = (value: Overrides) => account({ encryption: value })
const keyProperties = (value: Overrides) => encryption({ keyvaultproperties: value })
const noKey = encryption({ keySource: 'Microsoft.Storage' })
const metaAccount = (properties: Overrides): Change => ({ metaStorage: { properties } })

const names = (storageAccount: unknown, kind = 'Default'): Change => ({
  workspace: { kind, properties: { storageAccount } },
})
const nobody = { of: ids.workspace }

/** Without the account: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { storage: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...of, message: /Microsoft\.Storage\/storageAccounts\/read/ },
]

cases('storage/encryption-at-rest', [
  ['is a promise of the platform', {}, 'attested', of],
  ['of any account', account({ encryption: null }), 'attested', of],
])

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

cases('storage/secure-transfer', [
  ['named by a number: its own check says so', names(7), 'not-applicable absent', { of: ids.workspace }],
  ['on', {}, 'pass', { ...of, reads: ['properties.supportsHttpsTrafficOnly', true] }],
  [
    'off',
    account({ supportsHttpsTrafficOnly: false }),
    'fail high/high',
    {
      ...of,
      message: /without TLS/,
      reads: ['properties.supportsHttpsTrafficOnly', false],
      remedy: /--name stfraud .*--https-only true$/,
    },
  ],
  ['off, as text', account({ supportsHttpsTrafficOnly: 'False' }), 'fail high/high', of],
  ['absent', account({ supportsHttpsTrafficOnly: null }), 'unknown property-absent high/high', of],
  ['of another type', account({ supportsHttpsTrafficOnly: 0 }), 'unknown unrecognised-value high/high', of],
  [
    'on, with NFS',
    account({ isNfsV3Enabled: true }),
    'fail medium/medium',
    {
      ...of,
      message: /NFS 3\.0/,
      reads: ['properties.isNfsV3Enabled', true],
      remedy: /^NFS 3\.0 cannot be turned off: move the data of stfraud/,
    },
  ],
  ['off, with NFS', account({ isNfsV3Enabled: true, supportsHttpsTrafficOnly: false }), 'fail high/high', of],
  ['absent, with NFS', account({ isNfsV3Enabled: true, supportsHttpsTrafficOnly: null }), 'fail high/high', of],
  ['NFS absent means off', account({ isNfsV3Enabled: null }), 'pass', of],
  ['NFS of another type', account({ isNfsV3Enabled: 'v3' }), 'unknown unrecognised-value high/high', of],
  ['of the metadata', metaAccount({ supportsHttpsTrafficOnly: false }), 'fail high/high', { ...meta, remedy: null }],
  ['of the metadata, with NFS', metaAccount({ isNfsV3Enabled: true }), 'fail medium/medium', { ...meta, remedy: null }],
  forbidden('high/high'),
])

const files = (protocolSettings: unknown): Change => ({ files: { properties: { protocolSettings } } })
const smb = (settings: Overrides) => files({ smb: settings })
const encrypted = (required: unknown) => smb({ encryptionInTransit: { required } })
const nfs = (required: unknown, kind: unknown = 'FileStorage') =>
  together({ storage: { kind } }, files({ nfs: { encryptionInTransit: { required } } }))
const unsecured = account({ supportsHttpsTrafficOnly: false })
const [smbRequired, nfsRequired] = ['smb', 'nfs'].map(
  (protocol) => `properties.protocolSettings.${protocol}.encryptionInTransit.required`,
) as [string, string]
const filesForbidden: Row[] = [
  [
    'the file service forbidden',
    { hide: { files: 'forbidden' } },
    'unknown forbidden medium/low',
    {
      ...of,
      message:
        /may not read the file service of stfraud: it lacks Microsoft\.Storage\/storageAccounts\/fileServices\/read/,
    },
  ],
  ['an account without a file service', { hide: { files: 'absent' } }, 'not-applicable not-used', of],
  ['a file service that nobody read', { without: ['files'] }, 'unknown not-visible medium/low', of],
  ['an account that is gone', { hide: { storage: 'absent' } }, 'not-applicable absent', of],
  ['named by a number: its own check says so', names(7), 'not-applicable absent', nobody],
  ['a project', having.project, 'not-applicable inherited'],
  [
    'datastores forbidden',
    { hideCollections: { [listOf('datastores')]: 'forbidden' } },
    'unknown forbidden medium/low',
    { of: ids.workspace },
  ],
]
cases('storage/file-encryption-in-transit', [
  ['required', {}, 'pass', { ...of, reads: [smbRequired, true] }],
  ['required, as text', encrypted('True'), 'pass', of],
  ['required, oddly cased', files({ SMB: { EncryptionInTransit: { Required: true } } }), 'pass', of],
  ['required, and secure transfer off', unsecured, 'pass', of],
  [
    'not required',
    encrypted(false),
    'fail high/high',
    {
      ...of,
      message: /does not require encryption of SMB\./,
      reads: [smbRequired, false],
      remedy:
        /^az storage account file-service-properties update --account-name stfraud .*--require-smb-encryption-in-transit true$/,
    },
  ],
  ['not set', encrypted(null), 'pass', { ...of, reads: ['properties.supportsHttpsTrafficOnly', true] }],
  ['no settings of the protocol', smb({ encryptionInTransit: null }), 'pass', of],
  ['no settings at all', files(null), 'pass', of],
  [
    'not set, and secure transfer off',
    together(files(null), unsecured),
    'fail info/info',
    { ...of, message: /secure transfer is off/, remedy: /--name stfraud .*--https-only true$/ },
  ],
  [
    'not set, and secure transfer absent',
    together(files(null), account({ supportsHttpsTrafficOnly: null })),
    'unknown property-absent medium/low',
    of,
  ],
  ['of another type', encrypted('often'), 'unknown unrecognised-value medium/low', of],
  ['settings of another type', files('none'), 'unknown unrecognised-value medium/low', of],
  ['NFS, of an account that cannot have it', nfs(false, 'StorageV2'), 'pass', of],
  [
    'NFS not required',
    nfs(false, 'filestorage'),
    'fail high/high',
    {
      ...of,
      message: /encryption of NFS/,
      reads: [nfsRequired, false],
      remedy: /--require-nfs-encryption-in-transit true$/,
    },
  ],
  ['NFS required', nfs(true), 'pass', of],
  ['NFS not set', nfs(null), 'pass', { ...of, reads: [nfsRequired, null] }],
  ['NFS not set, and secure transfer off', together(nfs(null), unsecured), 'fail info/info', of],
  [
    'neither required',
    together(nfs(false), encrypted(false)),
    'fail high/high',
    {
      ...of,
      message: /of SMB and NFS/,
      remedy: /--require-smb-encryption-in-transit true --require-nfs-encryption-in-transit true$/,
    },
  ],
  ['kind absent', nfs(false, null), 'unknown property-absent medium/low', of],
  ['kind absent, and SMB not required', together(nfs(true, null), encrypted(false)), 'fail high/high', of],
  [
    'an older api-version',
    { apiVersion: '2023-05-01', ...files(null) },
    'unknown api-unsupported medium/low',
    { ...of, message: /required is not in the api-version that was read \(2023-05-01; it came with 2025-01-01\)/ },
  ],
  [
    'an older api-version that shows the protocol',
    { apiVersion: '2024-01-01', ...encrypted(null) },
    'unknown api-unsupported medium/low',
    of,
  ],
  ...filesForbidden,
  forbidden('medium/low'),
])

cases('storage/smb-security', [
  ['the strongest', {}, 'pass', { ...of, reads: ['properties.protocolSettings.smb.versions', 'SMB3.1.1;'] }],
  ['oddly written', smb({ versions: ' smb3.1.1 ; ;', channelEncryption: ';aes-256-gcm' }), 'pass', of],
  [
    'older versions',
    smb({ versions: 'SMB2.1;SMB3.0;SMB3.1.1;' }),
    'fail low/info',
    {
      ...of,
      message: /SMB versions that are accepted are SMB2\.1, SMB3\.0, SMB3\.1\.1\./,
      remedy:
        /^az storage account file-service-properties update --account-name stfraud .*--versions SMB3\.1\.1 --channel-encryption AES-256-GCM\n/,
    },
  ],
  [
    'weaker ciphers',
    smb({ channelEncryption: 'AES-128-CCM;AES-128-GCM;AES-256-GCM' }),
    'fail low/info',
    { ...of, message: /ciphers that are accepted are AES-128-CCM/ },
  ],
  [
    'versions not set',
    smb({ versions: null }),
    'fail low/info',
    { ...of, message: /Nothing limits the SMB versions/, reads: ['properties.protocolSettings.smb.versions', null] },
  ],
  [
    'ciphers not set',
    smb({ channelEncryption: '' }),
    'fail low/info',
    { ...of, message: /Nothing limits the ciphers/ },
  ],
  ['an empty list', smb({ versions: ' ; ;' }), 'fail low/info', of],
  ['no settings', files(null), 'fail low/info', of],
  ['a version that nobody has heard of', smb({ versions: 'SMB4.0' }), 'unknown unrecognised-value medium/low', of],
  [
    'a cipher that nobody has heard of beside a weak one',
    smb({ channelEncryption: 'AES-512-GCM;AES-128-GCM' }),
    'fail low/info',
    of,
  ],
  ['of another type', smb({ versions: ['SMB3.1.1'] }), 'unknown unrecognised-value medium/low', of],
  ['an older api-version', { apiVersion: '2023-05-01' }, 'pass', of],
  ...filesForbidden,
  forbidden('medium/low'),
])

cases('storage/minimum-tls', [
  ['1.2', {}, 'pass', { ...of, reads: ['properties.minimumTlsVersion', 'TLS1_2'] }],
  ['1.3', account({ minimumTlsVersion: 'TLS1_3' }), 'pass', of],
  ['1.2, oddly cased', account({ minimumTlsVersion: 'tls1_2' }), 'pass', of],
  [
    '1.1',
    account({ minimumTlsVersion: 'TLS1_1' }),
    'fail medium/low',
    {
      ...of,
      message: /allows TLS 1\.1; the service has refused it since 2026-02-03/,
      remedy: /--name stfraud .*--min-tls-version TLS1_2$/,
    },
  ],
  [
    '1.0',
    account({ minimumTlsVersion: 'TLS1_0' }),
    'fail medium/low',
    { ...of, reads: ['properties.minimumTlsVersion', 'TLS1_0'] },
  ],
  [
    'absent means 1.0',
    account({ minimumTlsVersion: null }),
    'fail medium/low',
    { ...of, message: /allows TLS 1\.0/, reads: ['properties.minimumTlsVersion', null] },
  ],
  ['empty means 1.0', account({ minimumTlsVersion: '' }), 'fail medium/low', of],
  ['unheard of', account({ minimumTlsVersion: 'TLS1_4' }), 'unknown unrecognised-value medium/low', of],
  ['of another type', account({ minimumTlsVersion: 1.2 }), 'unknown unrecognised-value medium/low', of],
  ['of the metadata', metaAccount({ minimumTlsVersion: 'TLS1_1' }), 'fail medium/low', { ...meta, remedy: null }],
  forbidden('medium/low'),
])

cases('storage/infrastructure-encryption', [
  ['on', {}, 'pass', of],
  [
    'off',
    encryption({ requireInfrastructureEncryption: false }),
    'fail low/info',
    { ...of, message: /Infrastructure \(double\) encryption is off/, remedy: /stfraud/ },
  ],
  [
    'absent',
    encryption({ requireInfrastructureEncryption: null }),
    'fail low/info',
    { ...of, reads: ['properties.encryption.requireInfrastructureEncryption', null] },
  ],
  [
    'of another type',
    encryption({ requireInfrastructureEncryption: 'both' }),
    'unknown unrecognised-value low/info',
    of,
  ],
  forbidden('low/info'),
])

const expiring = (days: unknown, key1: unknown, key2: unknown): Change =>
  account({
    allowSharedKeyAccess: true,
    keyPolicy: { keyExpirationPeriodInDays: days },
    keyCreationTime: { key1, key2 },
  })
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()
cases('storage/shared-key', [
  ['off', {}, 'pass', { ...of, reads: ['properties.allowSharedKeyAccess', false] }],
  [
    'on, no policy',
    account({ allowSharedKeyAccess: true }),
    'fail medium/low',
    {
      ...of,
      message: /nothing asks for their rotation/,
      remedy: /^az storage account update --name stfraud .*--key-exp-days 90\n/,
    },
  ],
  [
    'absent means on',
    account({ allowSharedKeyAccess: null }),
    'fail medium/low',
    { ...of, reads: ['properties.allowSharedKeyAccess', null] },
  ],
  [
    'rotated in time',
    expiring(90, daysAgo(90), daysAgo(1)),
    'pass',
    { ...of, reads: ['properties.keyPolicy.keyExpirationPeriodInDays', 90] },
  ],
  [
    'key1 too old',
    expiring(90, daysAgo(91), daysAgo(1)),
    'fail low/low',
    { ...of, message: /key1 is older than the 90 days/ },
  ],
  ['key2 too old', expiring(90, daysAgo(1), daysAgo(91)), 'fail low/low', { ...of, message: /key2 is older/ }],
  [
    'never rotated',
    expiring(90, null, daysAgo(1)),
    'fail low/low',
    { ...of, message: /key1 was created: rotate it once/ },
  ],
  [
    'creation times absent',
    account({ allowSharedKeyAccess: true, keyPolicy: { keyExpirationPeriodInDays: 90 }, keyCreationTime: null }),
    'fail low/low',
    of,
  ],
  ['creation time is not a date', expiring(90, 'yesterday', daysAgo(1)), 'unknown unrecognised-value medium/low', of],
  [
    'creation time is not a date, and the other is too old',
    expiring(90, 'yesterday', daysAgo(100)),
    'fail low/low',
    of,
  ],
  [
    'creation times not read',
    together(expiring(90, null, daysAgo(1)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'unknown throttled medium/low',
    of,
  ],
  [
    'one creation time not read, and the other key is too old',
    together(expiring(90, null, daysAgo(91)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'fail low/low',
    { ...of, message: /key2 is older/ },
  ],
  [
    'creation times read in spite of all',
    together(expiring(90, daysAgo(2), daysAgo(1)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'pass',
    of,
  ],
  ['days of another type', expiring('90', daysAgo(1), daysAgo(1)), 'unknown unrecognised-value medium/low', of],
  ['policy null', account({ allowSharedKeyAccess: true, keyPolicy: null }), 'fail medium/low', of],
  ['of another type', account({ allowSharedKeyAccess: 'no' }), 'unknown unrecognised-value medium/low', of],
  forbidden('medium/low'),
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

cases('storage/exists', [
  ['there', {}, 'pass', { ...of, reads: ['name', 'stfraud'] }],
  [
    'named by nothing',
    names(null),
    'unknown property-absent high/high',
    { ...nobody, message: /mlw-fraud names no storage account/ },
  ],
  ['named by an empty text', names(''), 'unknown property-absent high/high', nobody],
  ['named by blanks', names('  '), 'unknown property-absent high/high', nobody],
  [
    'named by a number',
    names(7),
    'unknown unrecognised-value high/high',
    { ...nobody, message: /storageAccount of mlw-fraud is not a text/ },
  ],
  ['named by a list', names([ids.storage]), 'unknown unrecognised-value high/high', nobody],
  ['named by an object', names({ id: ids.storage }), 'unknown unrecognised-value high/high', nobody],
  ['of a hub, named by nothing', names('', 'Hub'), 'unknown property-absent low/low', nobody],
  ['of a hub, named by a number', names(7, 'Hub'), 'unknown unrecognised-value high/high', nobody],
  ['of a feature store, named by nothing', names(null, 'FeatureStore'), 'unknown property-absent high/high', nobody],
  ['of a project, named by nothing', together(having.project, names(null, 'Project')), 'not-applicable inherited'],
  [
    'of a project, named by a number',
    together(having.project, names(7, 'Project')),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  [
    'named by nothing, and datastores cannot be listed',
    together(names(null), { hideCollections: { [listOf('datastores')]: 'forbidden' } }),
    'unknown forbidden high/high',
    nobody,
  ],
  [
    'brought along, named by a number',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { storageAccountResourceId: 7 } } } }),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  [
    'gone',
    { hide: { storage: 'absent' } },
    'fail high/high',
    { ...of, message: /stfraud no longer exists/, remedy: /stfraud/ },
  ],
  [
    'gone, brought along',
    together(having.bringYourOwn, { hide: { metaStorage: 'absent' } }),
    'fail high/high',
    { ...meta, remedy: null },
  ],
  ['not linked', together(having.noKeysAtAll, names(null)), 'unknown property-absent high/high', nobody],
  forbidden('high/high'),
])

const asking: Change = { also: ['datastore', 'dataAccount', 'encryptionScope'], options: { encryptionScopes: true } }
const ofScope = { of: ids.encryptionScope }
const scopeIs = (properties: Overrides) => together(asking, { encryptionScope: { properties } })
const scopes = listOf('encryptionScopes', ids.dataAccount)
cases('storage/encryption-scopes', [
  ['not asked for', { also: ['datastore', 'dataAccount', 'encryptionScope'] }, 'not-applicable disabled'],
  ['not asked for, of a project', having.project, 'not-applicable disabled'],
  ['own key', asking, 'pass', ofScope],
  ['own key, oddly cased', scopeIs({ source: 'microsoft.KEYVAULT' }), 'pass', ofScope],
  ["Microsoft's key", scopeIs({ source: 'Microsoft.Storage' }), 'fail low/info', ofScope],
  ['turned off', scopeIs({ source: 'Microsoft.Storage', state: 'DISABLED' }), 'not-applicable not-used', ofScope],
  ['state absent', scopeIs({ state: null }), 'unknown property-absent low/info', ofScope],
  ['state unheard of', scopeIs({ state: 'Paused' }), 'unknown unrecognised-value low/info', ofScope],
  ['absent', scopeIs({ source: null }), 'unknown property-absent low/info', ofScope],
  ['unheard of', scopeIs({ source: 'Microsoft.Hsm' }), 'unknown unrecognised-value low/info', ofScope],
  ['of another type', scopeIs({ source: 1 }), 'unknown unrecognised-value low/info', ofScope],
  ['none', { options: { encryptionScopes: true } }, 'not-applicable not-used'],
  [
    'of a project without accounts',
    together(having.project, { options: { encryptionScopes: true } }),
    'not-applicable inherited',
  ],
  [
    'scopes forbidden',
    together(asking, { hideCollections: { [scopes]: 'forbidden' } }),
    'unknown forbidden low/info',
    { of: ids.dataAccount },
  ],
  ['scopes nobody read', together(asking, { drop: [scopes] }), 'unknown not-visible low/info', { of: ids.dataAccount }],
  [
    'the account forbidden',
    together(asking, { hide: { dataAccount: 'forbidden' } }),
    'unknown forbidden low/info',
    { of: ids.dataAccount },
  ],
  [
    'the account gone',
    together(asking, { hide: { dataAccount: 'absent' } }),
    'not-applicable absent',
    { of: ids.dataAccount },
  ],
])

it('an encryption scope is made to use a key by its name', () => {
  const evidence = evidenceOf(scopeIs({ source: 'Microsoft.Storage' }))
  const workspace = openWorkspace(evidence, ids.workspace, 'baseline', { ...defaultOptions, encryptionScopes: true })
  const subject = workspace.at(ids.encryptionScope)
  const remedy = checkOf('storage/encryption-scopes').remedy?.(subject, workspace)
  expect(stepsText([remedy ?? []].flat())).toMatch(
    /^az storage account encryption-scope update --account-name stdata --resource-group rg-Fraud --subscription \S+ --name sc-fraud --key-source Microsoft\.KeyVault --key-uri '<key identifier>'$/,
  )
})

const data = { of: ids.dataAccount }
const behind = (change: Change = {}) => together({ also: ['datastore', 'dataAccount'] }, change)
const dataAccount = (properties: Overrides) => behind({ dataAccount: { properties } })
describe("a datastore's account", () => {
  cases('storage/exists', [
    ['there', behind(), 'pass', data],
    [
      'named by a number',
      together(behind(), { datastore: { properties: { accountName: 7 } } }),
      'unknown unrecognised-value low/low',
      { of: ids.datastore },
    ],
    ['gone', behind({ hide: { dataAccount: 'absent' } }), 'fail low/low', { ...data, remedy: /stdata/ }],
    ['forbidden', behind({ hide: { dataAccount: 'forbidden' } }), 'unknown forbidden low/low', data],
    ['of a project', together(behind(), having.project), 'pass', data],
  ])
  cases('storage/customer-managed-key', [
    ['own key', behind(), 'pass', data],
    [
      "Microsoft's key",
      dataAccount({ encryption: { keySource: 'Microsoft.Storage' } }),
      'fail high/info',
      { ...data, remedy: /--name stdata / },
    ],
    [
      "Microsoft's key, of a service-side workspace",
      together(having.serviceSide, dataAccount({ encryption: { keySource: 'Microsoft.Storage' } })),
      'fail high/info',
      data,
    ],
  ])
  cases('storage/secure-transfer', [
    ['off', dataAccount({ supportsHttpsTrafficOnly: false }), 'fail high/high', { ...data, remedy: /--name stdata / }],
  ])
  cases('storage/queue-table-key', [
    [
      'queues not',
      dataAccount({ encryption: { services: { queue: { keyType: 'Service' } } } }),
      'fail low/info',
      { ...data, remedy: /in place of stdata, copy its data, register the datastore again/ },
    ],
  ])
  const shared = (change: Change = {}) => together({ also: ['datastore', 'share', 'dataAccount', 'dataFiles'] }, change)
  cases('storage/file-encryption-in-transit', [
    ['required, behind a file share', shared(), 'pass', data],
    [
      'not required, behind a file share',
      shared({
        dataFiles: { properties: { protocolSettings: { smb: { encryptionInTransit: { required: false } } } } },
      }),
      'fail high/high',
      { ...data, remedy: /--account-name stdata / },
    ],
    [
      'behind a datastore that does not say',
      behind({ datastore: { properties: { datastoreType: null } } }),
      'unknown not-visible medium/low',
      data,
    ],
    [
      'behind a file share, forbidden',
      shared({ hide: { dataAccount: 'forbidden' } }),
      'unknown forbidden medium/low',
      data,
    ],
    ['behind a file share, of a project', together(shared(), having.project), 'pass', data],
  ])
  cases('storage/minimum-tls', [['1.0', dataAccount({ minimumTlsVersion: 'TLS1_0' }), 'fail medium/low', data]])
  cases('storage/cmk-access', [['a role', behind(), 'pass', data]])
})

describe('storage accounts', () => {
  const asked = (change: Change, id: string) =>
    [
      'encryption-at-rest',
      'customer-managed-key',
      'key-auto-rotation',
      'secure-transfer',
      'minimum-tls',
      'file-encryption-in-transit',
      'smb-security',
      'infrastructure-encryption',
      'shared-key',
      'queue-table-key',
      'cmk-access',
      'exists',
    ].filter((slug) => outcomes(`storage/${slug}`, change).some(({ subject }) => subject?.id === id))

  it('of the metadata are asked for three things only', () => {
    for (const change of [{}, having.bringYourOwn]) {
      expect(asked(change, ids.metaStorage)).toEqual(['customer-managed-key', 'secure-transfer', 'minimum-tls'])
    }
  })

  it('of datastores are asked for all but two things', () => {
    expect(asked({ also: ['datastore', 'dataAccount'] }, ids.dataAccount)).toEqual([
      'encryption-at-rest',
      'customer-managed-key',
      'key-auto-rotation',
      'secure-transfer',
      'minimum-tls',
      'queue-table-key',
      'cmk-access',
      'exists',
    ])
  })

  it('behind file shares are asked what the file service accepts as well', () => {
    const slugs = asked({ also: ['share', 'dataAccount', 'dataFiles'] }, ids.dataAccount)
    expect(slugs).toEqual(expect.arrayContaining(['file-encryption-in-transit', 'smb-security', 'exists']))
    expect(slugs).not.toContain('shared-key')
  })

  it('of several datastores are judged once, and as the account of the workspace when they are that too', () => {
    const several: Change = {
      also: ['datastore', 'systemDatastore', 'dataAccount'],
      datastore: { properties: { accountName: 'STFRAUD', subscriptionId: null, resourceGroup: null } },
    }
    expect(outcomes('storage/minimum-tls', several).map(({ subject }) => subject?.id)).toEqual([
      ids.storage,
      ids.metaStorage,
    ])
    expect(asked(several, ids.storage)).toHaveLength(12)
  })

  it('in two roles are judged once, by the wider one', () => {
    const both: Change = together(having.bringYourOwn, {
      workspace: { properties: { encryption: { storageAccountResourceId: ids.storage.toUpperCase() } } },
      storage: { properties: { minimumTlsVersion: 'TLS1_0' } },
    })
    expect(outcomes('storage/shared-key', both)).toHaveLength(1)
    expect(outcomes('storage/minimum-tls', both)).toHaveLength(1)
    expect(stepsText(findings('storage/minimum-tls', both)[0]?.steps ?? [])).toMatch(/stfraud/)
  })
})

describe('datastores that cannot be listed', () => {
  const hidden: Change = { hideCollections: { [listOf('datastores')]: 'forbidden' } }
  const ofWorkspace = (slug: string) =>
    findings(`storage/${slug}`, hidden).filter(({ resource }) => resource === ids.workspace)
  it.each([
    'customer-managed-key',
    'key-auto-rotation',
    'secure-transfer',
    'minimum-tls',
    'queue-table-key',
    'exists',
  ])('leave storage/%s open, once', (slug) => {
    const message = expect.stringMatching(/datastores/)
    expect(ofWorkspace(slug)).toMatchObject([{ status: 'unknown', reason: 'forbidden', message }])
  })

  it.each(['infrastructure-encryption', 'shared-key', 'encryption-at-rest'])('say nothing of storage/%s', (slug) => {
    expect(ofWorkspace(slug)).toEqual([])
  })
})
