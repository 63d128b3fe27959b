import { cases, ids } from '../builder.ts'
import { account, forbidden, meta, metaAccount, names, of } from './changes.ts'

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
