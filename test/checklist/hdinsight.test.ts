import type { Overrides } from '../../simulator/templates.ts'
import { type Change, cases, ids, together } from './builder.ts'
import { forbiddenTarget, untoldTarget } from './lists.ts'

const attached: Change = { also: ['hdinsight', 'hdinsightCompute'] }
const of = { of: ids.hdinsight }
const is = (properties: Overrides) => together(attached, { hdinsight: { properties } })
const disks = (value: Overrides | null) => is({ diskEncryptionProperties: value })
const transit = (value: unknown) => is({ encryptionInTransitProperties: value })
const forbidden = forbiddenTarget('hdinsight', 'hdinsightCompute', 'medium/low')

cases('hdinsight/disk-cmk', [
  ...untoldTarget('hdinsightCompute', 'medium/low', 'Microsoft.Compute/virtualMachines/vm-fraud'),
  ['own key', attached, 'pass', { ...of, reads: ['properties.diskEncryptionProperties.keyName', 'cmk'] }],
  [
    'no key',
    disks({ keyName: null }),
    'fail medium/low',
    { ...of, message: /Microsoft-managed/, remedy: /--encryption-key-name.*delete hdi-fraud\.$/ },
  ],
  ['an empty name', disks({ keyName: '' }), 'fail medium/low', of],
  ['no block', disks(null), 'fail medium/low', of],
  ['of another type', disks({ keyName: {} }), 'unknown unrecognised-value medium/low', of],
  ...forbidden,
])

cases('hdinsight/host-encryption', [
  ['on', attached, 'pass', { ...of, reads: ['properties.diskEncryptionProperties.encryptionAtHost', true] }],
  [
    'off',
    disks({ encryptionAtHost: false }),
    'fail medium/low',
    { ...of, remedy: /--encryption-at-host true.*hdi-fraud/ },
  ],
  ['absent', disks({ encryptionAtHost: null }), 'fail medium/low', of],
  ['no block', disks(null), 'fail medium/low', of],
  ['of another type', disks({ encryptionAtHost: 'maybe' }), 'unknown unrecognised-value medium/low', of],
  ...forbidden,
])

cases('hdinsight/in-transit', [
  [
    'on',
    attached,
    'pass',
    { ...of, reads: ['properties.encryptionInTransitProperties.isEncryptionInTransitEnabled', true] },
  ],
  [
    'off',
    transit({ isEncryptionInTransitEnabled: false }),
    'fail medium/low',
    { ...of, remedy: /--encryption-in-transit true.*hdi-fraud/ },
  ],
  ['absent', transit(null), 'fail medium/low', of],
  ['of another type', transit('yes'), 'unknown unrecognised-value medium/low', of],
  ...forbidden,
])

const tls = (minSupportedTlsVersion: unknown) => is({ minSupportedTlsVersion })
cases('hdinsight/minimum-tls', [
  ['1.2', attached, 'pass', { ...of, reads: ['properties.minSupportedTlsVersion', '1.2'] }],
  ['1.3', tls('1.3'), 'pass', of],
  [
    '1.1',
    tls('1.1'),
    'fail medium/low',
    { ...of, message: /accepts TLS 1\.1/, remedy: /--minimal-tls-version 1\.2.*hdi-fraud/ },
  ],
  ['1.0', tls('1.0'), 'fail medium/low', of],
  ['absent', tls(null), 'unknown property-absent medium/low', of],
  ['empty', tls(''), 'unknown property-absent medium/low', of],
  ['unheard of', tls('TLS1_2'), 'unknown unrecognised-value medium/low', of],
  ['a number', tls(1.2), 'unknown unrecognised-value medium/low', of],
  ...forbidden,
])
