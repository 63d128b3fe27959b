import { type Overrides, systemPrincipalOf } from '../../../simulator/templates.ts'
import { type Change, cases, having, ids, partsOf, together, versions } from '../builder.ts'
import { keyRoleRows } from '../key-access.ts'
import { arcHasNone, attached, forbidden, is, of } from './changes.ts'

const setIs = (properties: Overrides, rest: Overrides = {}) => together(attached, { set: { ...rest, properties } })
const byHand = (change: Change = {}) => together(setIs({ rotationToLatestKeyVersionEnabled: false }), change)
const keyUrl = (vault: string, name: string) => `https://${vault}.vault.azure.net/keys/${name}/${versions.current}`
const oldVersion = {
  set: { properties: { activeKey: { keyUrl: `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.old}` } } },
}
cases('kubernetes/disk-encryption-set', [
  [
    'a key without its vault',
    together(attached, { set: { properties: { activeKey: { sourceVault: null } } } }),
    'pass',
    of,
  ],
  [
    'named by a number',
    together(attached, { aks: { properties: { diskEncryptionSetID: 7 } } }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  [
    'attached to something named by a number: the first check says so',
    { also: ['kubernetes'], kubernetes: { properties: { resourceId: [ids.aks] } } },
    'not-applicable absent',
    { of: ids.kubernetes },
  ],
  ['rotates', attached, 'pass', of],
  ['both keys', setIs({ encryptionType: 'encryptionatrestwithplatformandcustomerkeys' }), 'pass', of],
  ['confidential', setIs({ encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }), 'pass', of],
  [
    "Microsoft's key",
    setIs({ encryptionType: 'EncryptionAtRestWithPlatformKey' }),
    'fail medium/medium',
    {
      ...of,
      message: /does not use a customer-managed key/,
      remedy:
        /aks-fraud:\naz disk-encryption-set update --name des-fraud --resource-group rg-Fraud --subscription \S+ --enable-auto-key-rotation true$/,
    },
  ],
  ['type unheard of', setIs({ encryptionType: 'Quantum' }), 'unknown unrecognised-value medium/medium', of],
  ['type absent', setIs({ encryptionType: null }), 'unknown property-absent medium/medium', of],
  [
    'an error',
    setIs({ autoKeyRotationError: { code: 'KeyVaultAccessForbidden' } }),
    'fail medium/medium',
    { ...of, message: /last rotation.*failed \(KeyVaultAccessForbidden\)/ },
  ],
  [
    'another region',
    setIs({}, { location: 'northeurope' }),
    'fail medium/medium',
    { ...of, message: /another region/, remedy: /region of aks-fraud/ },
  ],
  ['the same region, spelt out', setIs({}, { location: 'West Europe' }), 'pass', of],
  ['region not told', setIs({}, { location: null }), 'unknown property-absent medium/medium', of],
  ['by hand, current', byHand(), 'fail low/info', { ...of, message: /at the current version/ }],
  ['rotation absent means by hand', setIs({ rotationToLatestKeyVersionEnabled: null }), 'fail low/info', of],
  ['by hand, an old version', byHand(oldVersion), 'fail medium/medium', { ...of, message: /old version of its key/ }],
  ['rotating, an old version', together(attached, oldVersion), 'pass', of],
  ['by hand, the key forbidden', byHand({ hide: { key: 'forbidden' } }), 'unknown forbidden medium/medium', of],
  ['by hand, the key gone: its own check says so', byHand({ hide: { key: 'absent' } }), 'not-applicable absent', of],
  [
    'by hand, the version not told',
    byHand({ key: { properties: { keyUriWithVersion: null } } }),
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'by hand, a key that was not read',
    byHand({ set: { properties: { activeKey: { keyUrl: keyUrl('kv-fraud-cmk', 'other') } } } }),
    'unknown not-visible medium/medium',
    { ...of, message: /keys\/other was not read/ },
  ],
  [
    'by hand, a key in a vault that nobody found',
    byHand({ set: { properties: { activeKey: { keyUrl: keyUrl('kv-elsewhere', 'cmk') } } } }),
    'unknown not-visible medium/medium',
    { ...of, message: /vault behind kv-elsewhere/ },
  ],
  [
    'by hand, no key',
    byHand({ set: { properties: { activeKey: null } } }),
    'unknown property-absent medium/medium',
    of,
  ],
  [
    'rotation of another type',
    setIs({ rotationToLatestKeyVersionEnabled: 5 }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  ['the set gone', together(attached, { hide: { set: 'absent' } }), 'unknown absent medium/medium', of],
  [
    'the set forbidden',
    together(attached, { hide: { set: 'forbidden' } }),
    'unknown forbidden medium/medium',
    { ...of, message: /diskEncryptionSets\/read/ },
  ],
  ['the set malformed', is({ diskEncryptionSetID: 'des' }), 'unknown not-visible medium/medium', of],
  ['no set', is({ diskEncryptionSetID: null }), 'not-applicable not-used', of],
  ...arcHasNone,
  ...forbidden('medium/medium'),
])

const ofSet = { of: ids.set }
const setHolder = { role: 'setRole', principal: systemPrincipalOf(partsOf().set), of: ids.set } as const
cases('kubernetes/cmk-access', [
  ...keyRoleRows({ ...setHolder, also: attached.also }),
  ['both keys', setIs({ encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }), 'pass', ofSet],
  ["Microsoft's key", setIs({ encryptionType: 'EncryptionAtRestWithPlatformKey' }), 'not-applicable not-used', ofSet],
  ['type unheard of', setIs({ encryptionType: 'Quantum' }), 'unknown unrecognised-value medium/medium', ofSet],
  ['type absent', setIs({ encryptionType: null }), 'unknown property-absent medium/medium', ofSet],
  [
    'a client of another tenant',
    setIs({ federatedClientId: 'f0000000-0000-4000-8000-000000000000' }),
    'not-applicable not-used',
    ofSet,
  ],
  ['an empty client is none', setIs({ federatedClientId: '' }), 'pass', ofSet],
  [
    'no key named',
    setIs({ activeKey: null }),
    'unknown property-absent medium/medium',
    { ...ofSet, message: /des-fraud does not name the key/ },
  ],
  [
    'no identity',
    setIs({}, { identity: { type: 'None', principalId: null } }),
    'unknown property-absent medium/medium',
    ofSet,
  ],
  [
    'no access policy',
    together(attached, { cmkVault: having.policies() }),
    'unknown not-observable medium/medium',
    ofSet,
  ],
  ['no set', together(attached, { aks: { properties: { diskEncryptionSetID: null } } }), 'not-applicable not-used', of],
  [
    'a set named by a number',
    together(attached, { aks: { properties: { diskEncryptionSetID: 7 } } }),
    'unknown unrecognised-value medium/medium',
    of,
  ],
  ['two computes on one cluster: once', together(attached, { also: ['aksV1'] }), 'pass', ofSet],
  ['the set forbidden', together(attached, { hide: { set: 'forbidden' } }), 'unknown forbidden medium/medium', ofSet],
  ['the set gone', together(attached, { hide: { set: 'absent' } }), 'unknown absent medium/medium', ofSet],
  [
    'vault forbidden',
    together(attached, { hide: { cmkVault: 'forbidden' } }),
    'unknown forbidden medium/medium',
    ofSet,
  ],
  ['no cluster', {}, 'not-applicable not-used'],
  ['the cluster forbidden', together(attached, { hide: { aks: 'forbidden' } }), 'unknown forbidden medium/medium', of],
])
