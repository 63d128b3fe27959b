import { expect, it } from 'vitest'
import type { Overrides } from '../../../simulator/templates.ts'
import { openWorkspace } from '../../../src/evidence/workspace/open.ts'
import { stepsText } from '../../../src/report/view/steps.ts'
import { type Change, cases, checkOf, defaults, evidenceOf, having, ids, listOf, together } from '../builder.ts'
import { account, encryption, forbidden, of } from './changes.ts'

cases('storage/encryption-at-rest', [
  ['is a promise of the platform', {}, 'attested', of],
  ['of any account', account({ encryption: null }), 'attested', of],
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
  const workspace = openWorkspace(evidence, ids.workspace, 'baseline', { ...defaults, encryptionScopes: true })
  const subject = workspace.at(ids.encryptionScope)
  const remedy = checkOf('storage/encryption-scopes').remedy?.(subject, workspace)
  expect(stepsText([remedy ?? []].flat())).toMatch(
    /^az storage account encryption-scope update --account-name stdata --resource-group rg-Fraud --subscription \S+ --name sc-fraud --key-source Microsoft\.KeyVault --key-uri '<key identifier>'$/,
  )
})
