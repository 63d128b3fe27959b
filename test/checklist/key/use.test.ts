import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, having, ids, type Part, type Row, together, versions } from '../builder.ts'
import { current, forbidden, gone, of, old } from './changes.ts'

const nameless = (id: string, message: RegExp) => ({ of: id, message })
const workspaceKey = (keyIdentifier: unknown): Change => ({
  workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier } } } },
})
cases('key/readable', [
  [
    'on, and named by nothing',
    workspaceKey(null),
    'unknown property-absent high/high',
    nameless(ids.workspace, /mlw-fraud is encrypted .* nobody can tell which: \S*keyIdentifier does/),
  ],
  [
    'on, and named by blanks',
    workspaceKey('  '),
    'unknown property-absent high/high',
    nameless(ids.workspace, /which/),
  ],
  ['on, and named by a number', workspaceKey(7), 'unknown property-absent high/high', nameless(ids.workspace, /which/)],
  [
    'on, and named by no identifier',
    workspaceKey('cmk'),
    'unknown property-absent high/high',
    nameless(ids.workspace, /which/),
  ],
  [
    'on, and named by a host that only begins like the vault',
    workspaceKey('https://kv-fraud-cmk.vault.azure.net.evil.example/keys/cmk'),
    'unknown property-absent high/high',
    nameless(ids.workspace, /which/),
  ],
  [
    'off, and named by nothing',
    together(having.noKeysAtAll, {
      workspace: {
        properties: {
          encryption: { status: 'Disabled', keyVaultProperties: { keyVaultArmId: '', keyIdentifier: '' } },
        },
      },
    }),
    'not-applicable not-used',
  ],
  ...(
    [
      ['storage', { encryption: { keyvaultproperties: { keyvaulturi: '', keyname: '', keyversion: '' } } }],
      ['storage', { encryption: { keyvaultproperties: { keyname: 7 } } }],
      ['registry', { encryption: { keyVaultProperties: { keyIdentifier: ['x'] } } }],
      ['cluster', { keyVaultProperties: { keyName: '' } }],
      ['cosmos', { keyVaultKeyUri: 7 }],
      ['cosmos', { keyVaultKeyUri: 'https://kv-fraud-cmk.vault.azure.net/secrets/cmk' }],
    ] as [Part, Overrides][]
  ).map(
    ([part, properties]): Row => [
      `on, and not named: ${part} ${JSON.stringify(properties)}`,
      { [part]: { properties } },
      'unknown property-absent high/high',
      nameless(ids[part], /nobody can tell which/),
    ],
  ),
  ...(
    [
      ['aks', 'kubernetes', { securityProfile: { azureKeyVaultKms: { keyId: 'cmk' } } }],
      ['set', 'kubernetes', { activeKey: null }],
      ['set', 'kubernetes', { activeKey: { keyUrl: { id: 7 } } }],
      ['databricks', 'databricksCompute', { parameters: { encryption: { value: { KeyName: '' } } } }],
      ['databricks', 'databricksCompute', { encryption: { entities: { managedDisk: { keyVaultProperties: null } } } }],
      ['hdinsight', 'hdinsightCompute', { diskEncryptionProperties: { vaultUri: null } }],
    ] as [Part, Part, Overrides][]
  ).map(
    ([part, compute, properties]): Row => [
      `on, and not named: ${part} ${JSON.stringify(properties)}`,
      together({ also: ['aks', 'set', part, compute] }, { [part]: { properties } }),
      'unknown property-absent high/high',
      nameless(ids[part], /nobody can tell which/),
    ],
  ),
  [
    'HDInsight that encrypts at the host, and shows nothing else',
    together({ also: ['hdinsight', 'hdinsightCompute'] }, having.noKeysAtAll, {
      hdinsight: {
        properties: {
          diskEncryptionProperties: {
            ...{ vaultUri: null, keyName: null, keyVersion: null, encryptionAlgorithm: null, msiResourceId: null },
            encryptionAtHost: true,
          },
        },
      },
    }),
    'not-applicable not-used',
  ],
  ['all versions there', {}, 'pass', of],
  ['another version in use is there', having.pinnedOld, 'pass', of],
  [
    'oddly cased reference',
    {
      workspace: {
        properties: {
          encryption: {
            keyVaultProperties: {
              keyIdentifier: `HTTPS://KV-FRAUD-CMK.VAULT.AZURE.NET/KEYS/CMK/${versions.current.toUpperCase()}`,
            },
          },
        },
      },
    },
    'pass',
    of,
  ],
  [
    'gone, in words',
    { hide: { key: 'absent' } },
    'fail high/high',
    {
      ...of,
      message: /key cmk does not exist in kv-fraud-cmk\.vault\.azure\.net/,
      remedy: /--name cmk --vault-name kv-fraud-cmk$/,
    },
  ],
  [
    'the version in use is gone',
    gone,
    'fail high/high',
    {
      ...of,
      message: new RegExp(`version ${versions.old} of cmk, used by mlw-fraud, no longer exists`),
      reads: ['properties.kty', 'RSA-HSM'],
    },
  ],
  [
    'the version in use is forbidden',
    together(having.pinnedOld, { hide: { oldKey: 'forbidden' } }),
    'unknown forbidden high/high',
    { ...of, message: /versions\/read/ },
  ],
  [
    'the version in use was never read',
    together(having.pinnedOld, { without: ['oldKey'] }),
    'unknown not-visible high/high',
    of,
  ],
  ...forbidden('high/high'),
])

cases('key/enabled', [
  [
    'off, and nothing uses the current version',
    together(having.noKeysAtAll, having.pinnedOld, current({ attributes: { enabled: false } })),
    'fail high/high',
    { ...of, message: /^The current version of cmk is disabled\.$/ },
  ],
  ['on', {}, 'pass', { ...of, reads: ['properties.attributes.enabled', true] }],
  ['on, as text', current({ attributes: { enabled: 'true' } }), 'pass', of],
  [
    'off',
    current({ attributes: { enabled: false } }),
    'fail high/high',
    {
      ...of,
      message:
        /^The current version of cmk, used by mlw-fraud, stfraud, stmeta, crfraud, lac-fraud, cosmosfraud, is disabled\.$/,
      reads: ['properties.attributes.enabled', false],
      remedy: /--name cmk --vault-name kv-fraud-cmk --enabled true$/,
    },
  ],
  [
    'off in an old version that is in use',
    old({ attributes: { enabled: false } }),
    'fail high/high',
    { ...of, message: /^The version \w{32} of cmk, used by mlw-fraud, is disabled/ },
  ],
  [
    'off in the current version that only others use',
    together(having.pinnedOld, current({ attributes: { enabled: false } })),
    'fail high/high',
    { ...of, message: /current version of cmk, used by stfraud/ },
  ],
  ['absent', current({ attributes: { enabled: undefined } }), 'unknown property-absent high/high', of],
  ['attributes absent', current({ attributes: null }), 'unknown property-absent high/high', of],
  ['of another type', current({ attributes: { enabled: 1 } }), 'unknown unrecognised-value high/high', of],
  [
    'attributes of another type',
    together(current({ attributes: 'yes' }), { whole: true }),
    'unknown unrecognised-value high/high',
    of,
  ],
  ['the version in use is gone: the current one counts', gone, 'pass', of],
  [
    'the version in use is forbidden',
    together(having.pinnedOld, { hide: { oldKey: 'forbidden' } }),
    'unknown forbidden high/high',
    of,
  ],
  [
    'off, and the version in use is forbidden',
    together(having.pinnedOld, current({ attributes: { enabled: false } }), { hide: { oldKey: 'forbidden' } }),
    'fail high/high',
    of,
  ],
  ...forbidden('high/high'),
])

const cluster: Change = { also: ['aks', 'kubernetes', 'set'] }
const newer: Change = {
  aks: {
    properties: {
      securityProfile: { kubernetesResourceObjectEncryptionProfile: { infrastructureEncryption: 'ENABLED' } },
    },
  },
}
/** A key that nothing but the encryption of etcd uses. */
const etcd = (keyOps: string[]): Change =>
  together(cluster, having.noKeysAtAll, current({ keyOps }), {
    aks: { properties: { diskEncryptionSetID: null } },
    metaStorage: { properties: { encryption: { keySource: 'Microsoft.Storage' } } },
  })
cases('key/operations', [
  ['all', {}, 'pass', { ...of, reads: ['properties.keyOps', 'encrypt, decrypt, sign, verify, wrapkey, unwrapkey'] }],
  ['oddly cased', current({ keyOps: ['WRAPKEY', 'unwrapkey'] }), 'pass', of],
  ['with blanks around', current({ keyOps: ['wrapKey ', ' unwrapKey'] }), 'pass', of],
  [
    'no unwrapping',
    current({ keyOps: ['export', 'import', 'verify', 'sign', 'decrypt', 'encrypt', 'wrapKey'] }),
    'fail medium/medium',
    {
      ...of,
      message: /lacks the operation unwrapKey\.$/,
      remedy: /--ops wrapKey unwrapKey encrypt decrypt sign verify import export$/,
    },
  ],
  [
    'neither',
    current({ keyOps: ['sign'] }),
    'fail medium/medium',
    { ...of, message: /lacks the operation wrapKey and unwrapKey/ },
  ],
  ['none at all', current({ keyOps: [] }), 'fail medium/medium', of],
  ['enough for etcd, whose key it is', etcd(['encrypt', 'decrypt']), 'pass', of],
  [
    'only wrapping, for etcd',
    etcd(['wrapKey', 'unwrapKey', 'sign']),
    'fail medium/medium',
    {
      ...of,
      message: /lacks the operation encrypt and decrypt\.$/,
      remedy: /--ops encrypt decrypt wrapKey unwrapKey sign$/,
    },
  ],
  [
    'half of what etcd needs',
    etcd(['encrypt']),
    'fail medium/medium',
    { ...of, message: /operation decrypt\.$/, remedy: /--ops encrypt decrypt$/ },
  ],
  ['the newer kind for etcd takes one pair', together(etcd(['encrypt', 'decrypt']), newer), 'pass', of],
  ['the newer kind for etcd takes the other', together(etcd(['wrapKey', 'unwrapKey']), newer), 'pass', of],
  [
    'the newer kind for etcd takes no half of each',
    together(etcd(['encrypt', 'unwrapKey']), newer),
    'fail medium/medium',
    { ...of, message: /operation wrapKey\.$/, remedy: /--ops wrapKey unwrapKey encrypt$/ },
  ],
  [
    'one key for etcd and for others',
    together(cluster, current({ keyOps: ['wrapKey', 'unwrapKey'] })),
    'fail medium/medium',
    { ...of, message: /operation encrypt and decrypt\.$/, remedy: /--ops wrapKey unwrapKey encrypt decrypt$/ },
  ],
  [
    'one key for the newer kind and for others',
    together(cluster, newer, current({ keyOps: ['wrapKey', 'unwrapKey'] })),
    'pass',
    of,
  ],
  ['odd members', current({ keyOps: [null, 4, { a: 1 }, 'wrapKey', 'unwrapKey'] }), 'pass', of],
  ['absent', current({ keyOps: null }), 'unknown property-absent medium/medium', of],
  ['of another type', current({ keyOps: 'wrapKey' }), 'unknown unrecognised-value medium/medium', of],
  ['an old version in use lacks it', old({ keyOps: [] }), 'fail medium/medium', of],
  ...forbidden('medium/medium'),
])
