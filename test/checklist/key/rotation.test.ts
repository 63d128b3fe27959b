import { notifiesOnly, type Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, having, versions } from '../builder.ts'
import { forbidden, gone, of } from './changes.ts'

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
