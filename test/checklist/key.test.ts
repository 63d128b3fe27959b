import { describe, expect, it } from 'vitest'
import { keyDates, notifiesOnly, type Overrides } from '../../simulator/templates.ts'
import { checklist } from '../../src/checklist/index.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate } from '../../src/judge/evaluate.ts'
import { stepsText } from '../../src/report/view/steps.ts'
import { asText } from '../../src/said.ts'
import {
  type Change,
  cases,
  everyCheck,
  evidenceOf,
  findings,
  group,
  having,
  ids,
  listOf,
  now,
  outcomes,
  type Part,
  type Row,
  together,
  versions,
} from './builder.ts'

const current = (properties: Overrides): Change => ({ key: { properties } })
const old = (properties: Overrides): Change => together(having.pinnedOld, { oldKey: { properties } })
const gone: Change = together(having.pinnedOld, { hide: { oldKey: 'absent' } })
const of = { of: ids.key }
const elsewhere = { of: 'https://kv-elsewhere.vault.azure.net/keys/cmk', message: /another tenant/ }

const foreignUrl = `https://kv-elsewhere.vault.azure.net/keys/cmk/${versions.current}`
const foreignDisks: Change = {
  also: ['aks', 'kubernetes', 'set'],
  set: {
    properties: {
      federatedClientId: 'f0000000-0000-4000-8000-000000000000',
      activeKey: { sourceVault: null, keyUrl: foreignUrl },
    },
  },
}
const foreignCosmos: Change = {
  cosmos: {
    properties: {
      defaultIdentity: `UserAssignedIdentity=${ids.identity}&FederatedClientId=f0000000-0000-4000-8000-000000000000`,
      keyVaultKeyUri: foreignUrl,
    },
  },
}

const asked: Change = { options: { keyMaximumValidityDays: 730 } }
everyCheck('key', [
  ['in another tenant', together(having.otherTenant, asked), 'unknown not-visible medium/low', elsewhere],
  ['of disks, in another tenant', together(foreignDisks, asked), 'unknown not-visible medium/low', elsewhere],
  ['of Cosmos DB, in another tenant', together(foreignCosmos, asked), 'unknown not-visible medium/low', elsewhere],
  [
    'gone, and its vault',
    together(asked, { hide: { key: 'absent', cmkVault: 'absent' } }),
    'not-applicable absent',
    of,
  ],
  ['nobody uses a key', together(having.noKeysAtAll, asked), 'not-applicable not-used'],
])

/** Without the key: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
const forbidden = (severity: string): Row[] => [
  [
    'key forbidden',
    { hide: { key: 'forbidden' } },
    `unknown forbidden ${severity}`,
    { ...of, message: /vaults\/keys\/read/ },
  ],
  [
    'key not there in a forbidden vault',
    { hide: { key: 'absent', cmkVault: 'forbidden' } },
    `unknown forbidden ${severity}`,
    of,
  ],
]

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

const dates = (given: Parameters<typeof keyDates>[1]): Change => current({ attributes: keyDates(now, given) })
const attributes = (value: Overrides): Change => current({ attributes: value })
cases('key/validity', [
  ['expires in 640 days', {}, 'pass', of],
  ['no dates', dates({ createdDaysAgo: 1 }), 'pass', { ...of, reads: ['properties.attributes.exp', null] }],
  ['expires in 31 days', dates({ createdDaysAgo: 1, expiresInDays: 31 }), 'pass', of],
  [
    'expires in 30 days',
    dates({ createdDaysAgo: 1, expiresInDays: 30 }),
    'fail medium/low',
    { ...of, message: /expires on 2026-12-23\.$/, remedy: /key rotate --name cmk/ },
  ],
  ['expires in a second', attributes({ exp: now / 1000 + 1 }), 'fail medium/low', of],
  ['expires now', attributes({ exp: now / 1000 }), 'fail high/high', { ...of, message: /expired on 2026-11-23\.$/ }],
  [
    'expired',
    dates({ createdDaysAgo: 400, expiresInDays: -1 }),
    'fail high/high',
    { ...of, reads: ['properties.attributes.exp', now / 1000 - 86_400] },
  ],
  [
    'not valid yet',
    dates({ createdDaysAgo: 1, validInDays: 2 }),
    'fail high/high',
    { ...of, message: /not valid before 2026-11-25\.$/ },
  ],
  ['valid from now on', attributes({ nbf: now / 1000 }), 'pass', of],
  [
    'an old version in use has expired',
    old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: -1 }) }),
    'fail high/high',
    { ...of, message: /version \w{32} of cmk, used by mlw-fraud, expired/ },
  ],
  [
    'the worse of two',
    together(
      dates({ createdDaysAgo: 1, expiresInDays: 10 }),
      old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: -1 }) }),
    ),
    'fail high/high',
    { ...of, message: /expired on/ },
  ],
  [
    'the worse of two, the other way round',
    together(
      dates({ createdDaysAgo: 1, expiresInDays: -1 }),
      old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: 10 }) }),
    ),
    'fail high/high',
    { ...of, message: /current version of cmk.* expired on/ },
  ],
  ['exp is text', attributes({ exp: '1800000000' }), 'unknown unrecognised-value high/high', of],
  [
    'exp beyond all calendars',
    attributes({ exp: -1e300 }),
    'fail high/high',
    { ...of, message: /expired on second -1e\+300 since 1970/ },
  ],
  ['nbf beyond all calendars', attributes({ nbf: 1e300 }), 'fail high/high', of],
  ...forbidden('high/high'),
])

cases('key/type', [
  ['RSA-HSM', {}, 'pass', of],
  ['RSA', current({ kty: 'RSA' }), 'pass', { ...of, reads: ['properties.kty', 'RSA'] }],
  ['rsa-hsm, oddly cased', current({ kty: 'rsa-Hsm' }), 'pass', of],
  [
    'EC',
    current({ kty: 'EC' }),
    'fail medium/low',
    {
      ...of,
      message: /is of type EC\.$/,
      remedy: /key create --name cmk --vault-name kv-fraud-cmk --kty RSA --size 3072$/,
    },
  ],
  ['EC-HSM', current({ kty: 'EC-HSM' }), 'fail medium/low', of],
  [
    'oct-HSM in a managed HSM',
    together(having.hsm, { hsmKey: { properties: { kty: 'oct-HSM' } } }),
    'fail medium/low',
    { of: ids.hsmKey, remedy: /key create --name cmk --hsm-name hsm1 --kty RSA-HSM --size 3072$/ },
  ],
  ['oct', current({ kty: 'oct' }), 'fail medium/low', of],
  ['OCT-HSM', current({ kty: 'OCT-HSM' }), 'fail medium/low', of],
  ['unheard of', current({ kty: 'ML-KEM' }), 'unknown unrecognised-value medium/low', { ...of, message: /"ML-KEM"/ }],
  ['absent', current({ kty: undefined }), 'unknown property-absent medium/low', of],
  ['empty', current({ kty: '' }), 'unknown property-absent medium/low', of],
  ['of another type', current({ kty: 5 }), 'unknown unrecognised-value medium/low', of],
  [
    'an old version in use is EC',
    old({ kty: 'EC' }),
    'fail medium/low',
    { ...of, message: /used by mlw-fraud, is of type EC/ },
  ],
  ...forbidden('medium/low'),
])

cases('key/size', [
  ['3072', {}, 'pass', { ...of, reads: ['properties.keySize', 3072] }],
  ['4096', current({ keySize: 4096 }), 'pass', of],
  ['3071', current({ keySize: 3071 }), 'fail low/info', of],
  [
    '2048',
    current({ keySize: 2048 }),
    'fail low/info',
    { ...of, message: /has 2048 bits; 3072 are recommended/, remedy: /--size 3072/ },
  ],
  ['2048, no HSM', current({ kty: 'RSA', keySize: 2048 }), 'fail low/info', of],
  [
    'of a Databricks workspace, which has three keys',
    together({ also: ['databricks', 'databricksCompute'] }, current({ keySize: 2048 })),
    'fail low/info',
    { ...of, message: /, dbw-fraud,(?!.*dbw-fraud)/ },
  ],
  ['2047', current({ keySize: 2047 }), 'fail medium/medium', { ...of, message: /has 2047 bits\.$/ }],
  [
    'the worse of two',
    together(current({ keySize: 2048 }), old({ keySize: 1024 })),
    'fail medium/medium',
    { ...of, message: /version \w{32} of cmk, used by mlw-fraud, has 1024 bits/ },
  ],
  ['EC has no such size', current({ kty: 'EC', keySize: null }), 'not-applicable not-used', of],
  ['oct has no such size', current({ kty: 'oct-HSM' }), 'not-applicable not-used', of],
  ['EC now, an RSA version in use', together(current({ kty: 'EC' }), old({ keySize: 1024 })), 'fail medium/medium', of],
  ['a type unheard of', current({ kty: 'RSA-PSS' }), 'unknown unrecognised-value medium/medium', of],
  ['no type', current({ kty: null }), 'unknown property-absent medium/medium', of],
  ['no size', current({ keySize: null }), 'unknown property-absent medium/medium', of],
  ['size is text', current({ keySize: '3072' }), 'unknown unrecognised-value medium/medium', of],
  ...forbidden('medium/medium'),
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
    current({ keyOps: ['wrapKey', 'sign'] }),
    'fail medium/medium',
    { ...of, message: /lacks the operation unwrapKey\.$/, remedy: /--ops wrapKey unwrapKey/ },
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

cases('key/expiry-set', [
  ['set', {}, 'pass', { ...of, reads: ['properties.attributes.exp', now / 1000 + 640 * 86_400] }],
  [
    'not set',
    current({ attributes: { exp: undefined } }),
    'fail low/low',
    {
      ...of,
      message: /has no expiry date\.$/,
      reads: ['properties.attributes.exp', null],
      remedy: /rotation-policy update --name cmk/,
    },
  ],
  ['null', current({ attributes: { exp: null } }), 'fail low/low', of],
  ['of another type', current({ attributes: { exp: 'never' } }), 'unknown unrecognised-value low/low', of],
  [
    'the old version in use has none',
    old({ attributes: { exp: undefined } }),
    'fail low/low',
    { ...of, message: /used by mlw-fraud, has no expiry date/ },
  ],
  ...forbidden('low/low'),
])

const policy = (rotationPolicy: unknown): Change => ({
  edit: ({ key }) => {
    ;(key.properties as Overrides).rotationPolicy = rotationPolicy
  },
})
const action = (type: unknown) => ({ trigger: { timeAfterCreate: 'P18M' }, action: { type } })
cases('key/rotation-policy', [
  [
    'rotates and notifies',
    {},
    'pass',
    { ...of, reads: ['properties.rotationPolicy.lifetimeActions', 'rotate, notify'] },
  ],
  ['Rotate, oddly cased', policy({ LifetimeActions: [{ Trigger: {}, Action: { Type: 'Rotate' } }] }), 'pass', of],
  [
    'only notifies',
    policy(notifiesOnly),
    'fail low/low',
    { ...of, message: /only notifies/, remedy: /rotation-policy update --name cmk --vault-name kv-fraud-cmk/ },
  ],
  ['no actions', policy({ lifetimeActions: [] }), 'fail low/low', { ...of, message: /does nothing/ }],
  ['actions absent', policy({ attributes: { expiryTime: 'P2Y' } }), 'fail low/low', of],
  [
    'an action unheard of',
    policy({ lifetimeActions: [action('revoke')] }),
    'unknown unrecognised-value medium/low',
    { ...of, message: /is not recognized: revoke\./ },
  ],
  [
    'an action that does not say what it is',
    policy({ lifetimeActions: [{ trigger: {} }] }),
    'unknown unrecognised-value medium/low',
    { ...of, message: /is not recognized: nothing\./ },
  ],
  [
    'an action unheard of, and one that rotates',
    policy({ lifetimeActions: [action('revoke'), action('rotate')] }),
    'pass',
    of,
  ],
  [
    'actions that are none',
    policy({ lifetimeActions: [null, 'rotate', {}] }),
    'unknown unrecognised-value medium/low',
    of,
  ],
  ['absent', policy(undefined), 'unknown property-absent medium/low', { ...of, message: /does not prove/ }],
  ['null', policy(null), 'unknown property-absent medium/low', of],
  ['of another type', policy('P2Y'), 'unknown unrecognised-value medium/low', of],
  ['actions of another type', policy({ lifetimeActions: {} }), 'unknown unrecognised-value medium/low', of],
  ...forbidden('medium/low'),
])

const created = (days: number) => ({ attributes: { created: now / 1000 - days * 86_400 } })
cases('key/age', [
  ['90 days', {}, 'pass', of],
  ['730 days', current(created(730)), 'pass', of],
  [
    '731 days',
    current(created(731)),
    'fail medium/low',
    {
      ...of,
      message: /created on 2024-11-22, more than 730 days ago/,
      reads: ['properties.attributes.created', now / 1000 - 731 * 86_400],
      remedy: /key rotate --name cmk/,
    },
  ],
  [
    'the old version in use',
    old(created(1000)),
    'fail medium/low',
    { ...of, message: /used by mlw-fraud, was created/ },
  ],
  ['absent', current({ attributes: { created: null } }), 'unknown property-absent medium/low', of],
  ['of another type', current({ attributes: { created: '2025-01-01' } }), 'unknown unrecognised-value medium/low', of],
  ['beyond all calendars', current({ attributes: { created: -1e300 } }), 'fail medium/low', of],
  ...forbidden('medium/low'),
])

const within = (days: number, change: Change = {}) => together({ options: { keyMaximumValidityDays: days } }, change)
/** How long it is valid is days from its creation; the healthy key has 730. */
const valid = (days: number) => current({ attributes: { created: now / 1000, exp: now / 1000 + days * 86_400 } })
cases('key/validity-period', [
  ['not asked for', {}, 'not-applicable disabled'],
  ['not asked for, and the key forbidden', { hide: { key: 'forbidden' } }, 'not-applicable disabled'],
  [
    'as long as is allowed',
    within(730),
    'pass',
    { ...of, reads: ['properties.attributes.created', now / 1000 - 90 * 86_400] },
  ],
  [
    'a day longer',
    within(729),
    'fail info/info',
    {
      ...of,
      message: /is valid from 2026-08-25 to 2028-08-24, longer than 729 days\./,
      reads: ['properties.attributes.exp', now / 1000 + 640 * 86_400],
      remedy: /key rotation-policy update --name cmk/,
    },
  ],
  ['a second longer', within(365, valid(365 + 1 / 86_400)), 'fail info/info', of],
  [
    'the old version in use',
    within(800, old({ attributes: { exp: 1e12 } })),
    'fail info/info',
    { ...of, message: /used by mlw-fraud/ },
  ],
  ['no end', within(730, current({ attributes: { exp: null } })), 'fail info/info', { ...of, message: /has no end/ }],
  ['no end, and no beginning', within(730, current({ attributes: null })), 'fail info/info', of],
  ['no beginning', within(730, current({ attributes: { created: null } })), 'unknown property-absent info/info', of],
  [
    'of another type',
    within(730, current({ attributes: { exp: '2030-01-01' } })),
    'unknown unrecognised-value info/info',
    of,
  ],
  ['beyond all calendars', within(730, current({ attributes: { exp: 1e300 } })), 'fail info/info', of],
  ...forbidden('info/info').map(([name, change, ...rest]): Row => [name, within(730, change), ...rest]),
])

const uri = (version: string | null) => ({ properties: { keyUriWithVersion: version } })
cases('key/current-version', [
  ['everything at the current one', {}, 'pass', of],
  [
    'the workspace is behind',
    having.pinnedOld,
    'fail medium/low',
    {
      ...of,
      message: new RegExp(`mlw-fraud uses version ${versions.old}; the current version is ${versions.current}`),
      remedy: /Point the resources that use cmk/,
    },
  ],
  ['the workspace is behind a version that is gone', gone, 'fail medium/low', of],
  [
    'the workspace names no version',
    having.unversioned,
    'unknown not-observable medium/low',
    { ...of, message: /mlw-fraud names the key without a version/ },
  ],
  [
    'Cosmos DB is behind',
    { cosmos: { properties: { keyVaultKeyUriVersion: versions.old } } },
    'fail medium/low',
    { ...of, message: /cosmosfraud uses version/ },
  ],
  [
    'Cosmos DB names the whole key',
    {
      cosmos: {
        properties: { keyVaultKeyUriVersion: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}` },
      },
    },
    'fail medium/low',
    of,
  ],
  ['Cosmos DB does not say', { cosmos: { properties: { keyVaultKeyUriVersion: null } } }, 'pass', of],
  [
    'storage follows, a day behind',
    {
      storage: {
        properties: {
          encryption: {
            keyvaultproperties: {
              currentVersionedKeyIdentifier: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}`,
            },
          },
        },
      },
    },
    'pass',
    of,
  ],
  [
    'storage is set to an old one',
    { storage: { properties: { encryption: { keyvaultproperties: { keyversion: versions.old } } } } },
    'fail medium/low',
    { ...of, message: /stfraud uses version/ },
  ],
  [
    'storage is set to the current one',
    { storage: { properties: { encryption: { keyvaultproperties: { keyversion: versions.current.toUpperCase() } } } } },
    'pass',
    of,
  ],
  [
    'the registry is set to an old one',
    {
      registry: {
        properties: {
          encryption: {
            keyVaultProperties: { keyIdentifier: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}` },
          },
        },
      },
    },
    'fail medium/low',
    { ...of, message: /crfraud uses/ },
  ],
  [
    'Log Analytics is set to an old one',
    { cluster: { properties: { keyVaultProperties: { keyVersion: versions.old } } } },
    'fail medium/low',
    { ...of, message: /lac-fraud uses/ },
  ],
  ['the current one is not told', { key: uri(null) }, 'unknown property-absent medium/low', of],
  [
    'the current one is not a version',
    { key: uri('https://kv-fraud-cmk.vault.azure.net/keys/cmk') },
    'unknown property-absent medium/low',
    of,
  ],
  [
    'the current one with a slash behind',
    { key: uri(`https://kv-fraud-cmk.vault.azure.net:443/keys/cmk/${versions.current}/`) },
    'pass',
    of,
  ],
  ...forbidden('medium/low'),
])

describe('keys', () => {
  it('are judged once, however many resources use them', () => {
    expect(outcomes('key/enabled').map(({ subject }) => subject?.id)).toEqual([ids.key])
  })

  it('are told apart by vault and name, not by casing', () => {
    const other: Change = {
      storage: { properties: { encryption: { keyvaultproperties: { keyname: 'other' } } } },
      registry: {
        properties: {
          encryption: { keyVaultProperties: { keyIdentifier: 'https://KV-fraud-cmk.vault.azure.net/keys/CMK' } },
        },
      },
    }
    expect(outcomes('key/enabled', other).map(({ subject }) => subject?.id)).toEqual([
      ids.key,
      `${group}/providers/Microsoft.KeyVault/vaults/kv-fraud-cmk/keys/other`,
    ])
  })

  it('of a managed HSM get commands for a managed HSM', () => {
    const disabled = together(having.hsm, { hsmKey: { properties: { attributes: { enabled: false } } } })
    const failed = findings('key/enabled', disabled).find(({ status }) => status === 'fail')
    expect(stepsText(failed?.steps ?? [])).toBe(
      'az keyvault key set-attributes --name cmk --hsm-name hsm1 --enabled true',
    )
  })

  it('of a hidden managed HSM are unknown', () => {
    const hidden = together(having.hsm, { without: ['hsm', 'hsmKey'] })
    const [finding] = findings('key/readable', hidden)
    expect(finding).toMatchObject({
      status: 'unknown',
      reason: 'not-visible',
      resource: 'https://westeurope.hsm1.managedhsm.azure.net/keys/cmk',
    })
  })

  it('in another tenant say so, and nothing that was throttled is taken for that', () => {
    const evidence = evidenceOf(having.otherTenant)
    expect(evidence.collections.get('vault:kv-elsewhere.vault.azure.net')).toMatchObject({ reason: 'not-visible' })
    const slow = together(having.otherTenant, {
      hideCollections: { 'vault:kv-elsewhere.vault.azure.net': 'throttled' },
    })
    const [finding] = findings('key/readable', slow).filter(({ resource }) => resource.includes('elsewhere'))
    expect(finding).toMatchObject({ status: 'unknown', reason: 'throttled' })
    expect(finding?.message).not.toMatch(/another tenant/)
  })

  it('say which action is missing through the version that was not read', () => {
    const [outcome] = outcomes('key/enabled', together(having.pinnedOld, { hide: { oldKey: 'forbidden' } }))
    expect(outcome).toMatchObject({ missing: { action: 'Microsoft.KeyVault/vaults/keys/versions/read' } })
  })
})

describe('what cannot be read may use a key, too', () => {
  const hidden: Change = { hide: { storage: 'forbidden' } }
  const said = (id: string, change: Change) =>
    outcomes(id, change).map(({ subject, verdict }) => [
      subject?.id,
      verdict.status,
      'message' in verdict && asText(verdict.message ?? ''),
    ])
  const open = 'stfraud could not be read, so whether this or another version of the key is used there is not known.'

  it.each([
    'readable',
    'enabled',
    'validity',
    'type',
    'size',
    'operations',
    'expiry-set',
    'age',
    'current-version',
  ])('key/%s does not pass, as it may be another version', (slug) => {
    expect(said(`key/${slug}`, hidden)).toEqual([[ids.key, 'unknown', open]])
  })

  it('what is wrong with a version in use stays so', () => {
    const [[, status] = []] = said('key/expiry-set', together(old({ attributes: { exp: null } }), hidden))
    expect(status).toBe('fail')
  })

  it('the policy is of the key, whoever uses it', () => {
    expect(said('key/rotation-policy', hidden)).toEqual(said('key/rotation-policy', {}))
  })

  it('what does not exist uses none', () => {
    expect(said('key/age', { hide: { storage: 'absent' } })).toEqual(said('key/age', {}))
  })

  it.each<[string, Change, [string, RegExp][]]>([
    ['an account', hidden, [[ids.storage, /^stfraud could not be read, so whether a customer-managed key is used/]]],
    ['what leads to a cluster', { hide: { component: 'forbidden' } }, [[ids.component, /^appi-fraud could/]]],
    ['what leads there from it', { hide: { logs: 'forbidden' } }, [[ids.logs, /^law-fraud could/]]],
    [
      'a list',
      { hideCollections: { [listOf('computes')]: 'forbidden' } },
      [[ids.workspace, /^The computes of mlw-fraud could/]],
    ],
    [
      'two',
      { hide: { storage: 'forbidden', registry: 'timeout' } },
      [
        [ids.storage, /^stfraud could/],
        [ids.registry, /^crfraud could/],
      ],
    ],
  ])('where no key is known, key/readable says so of what hides it: %s', (_name, change, expected) => {
    const one = together(having.noKeysAtAll, change)
    expect(said('key/readable', one)).toEqual(
      expected.map(([id, message]) => [id, 'unknown', expect.stringMatching(message)]),
    )
    expect(said('key/enabled', one)).toEqual([[undefined, 'not-applicable', false]])
  })

  const attached: Change = {
    also: ['aks', 'set', 'kubernetes', 'databricks', 'databricksCompute', 'hdinsight', 'hdinsightCompute'],
  }
  it.each<[string, Change, severity: string]>([
    ['an account, which has a check that it exists', hidden, 'medium/medium'],
    ['a registry, too', { hide: { registry: 'forbidden' } }, 'medium/medium'],
    ['diagnostics', { hide: { component: 'forbidden' } }, 'medium/info'],
    ['their workspace', { hide: { logs: 'forbidden' } }, 'medium/info'],
    ['a cluster', { hide: { aks: 'forbidden' } }, 'high/info'],
    ['a disk encryption set', { hide: { set: 'forbidden' } }, 'medium/medium'],
    ['Databricks', { hide: { databricks: 'forbidden' } }, 'high/info'],
    ['HDInsight', { hide: { hdinsight: 'forbidden' } }, 'medium/low'],
    ['the gravest of two', { hide: { logs: 'forbidden', databricks: 'forbidden' } }, 'high/info'],
    ['the gravest in each profile', { hide: { hdinsight: 'forbidden', databricks: 'forbidden' } }, 'high/low'],
  ])('what hides it carries the gate: %s', (_name, change, expected) => {
    const scene = together(attached, change)
    const severities = (['cmk-required', 'baseline'] as const).map((profile) => {
      const [outcome] = outcomes('key/enabled', scene, profile).filter(({ subject }) => subject?.id === ids.key)
      return outcome && 'severity' in outcome ? outcome.severity : ''
    })
    expect(severities.join('/')).toBe(expected)
    const [age] = outcomes('key/age', scene).filter(({ subject }) => subject?.id === ids.key)
    expect(age && 'severity' in age && age.severity).toBe('medium')
    expect(age && 'missing' in age && age.missing?.reason).toBe('forbidden')
  })

  it('what is wrong all the same stays as grave as it is', () => {
    const [outcome] = outcomes('key/enabled', together(current({ attributes: { enabled: false } }), hidden))
    expect(outcome).toMatchObject({ verdict: { status: 'fail' }, severity: 'high' })
  })

  it('is let pass with the checks of what hides it', () => {
    const blind = together(having.noKeysAtAll, hidden)
    const open = evaluate(checklist, openWorkspace(evidenceOf(blind), ids.workspace, 'baseline')).filter(
      (one) => one.verdict.status === 'unknown' && 'severity' in one && one.severity === 'high',
    )
    expect(open.map(({ check }) => check.id)).toEqual(['storage/exists', 'storage/secure-transfer'])
  })
})

it('a version that is gone fails once, and the versions that are there are judged', () => {
  const bothWrong = together(
    having.pinnedOld,
    { key: { properties: { attributes: { enabled: false } } } },
    { hide: { oldKey: 'absent' } },
  )
  expect(findings('key/readable', bothWrong)[0]).toMatchObject({ status: 'fail', severity: 'high' })
  expect(findings('key/enabled', bothWrong)[0]?.message).toMatch(/^The current version of cmk/)
  expect(findings('key/type', bothWrong)[0]).toMatchObject({ status: 'pass' })
})

it('one finding per check and key, the worst of its versions, with consumers and versions', () => {
  const change = together(having.pinnedOld, {
    oldKey: { properties: { attributes: { exp: 1 } } },
    key: { properties: { attributes: { exp: Date.parse('2026-12-01') / 1000 } } },
  })
  const all = findings('key/validity', change)
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    resource: ids.key,
    severity: 'high',
    message: `The version ${versions.old} of cmk, used by mlw-fraud, expired on 1970-01-01.`,
  })
})
