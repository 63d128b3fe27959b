import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, having, ids, listOf, type Row, together } from '../builder.ts'
import { account, forbidden, names, nobody, of } from './changes.ts'

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
