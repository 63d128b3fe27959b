import { type Change, cases, having, ids, together } from '../builder.ts'
import { cmk, cmkVault, forbidden, hsm, oneVault, own, vault } from './changes.ts'

const names = (keyVault: unknown): Change => ({ workspace: { properties: { keyVault } } })
const nobody = { of: ids.workspace }
cases('key-vault/exists', [
  ['there', {}, 'pass', { ...own, reads: ['name', 'kv-fraud'] }],
  [
    'gone',
    { hide: { vault: 'absent' } },
    'fail high/high',
    {
      ...own,
      message: /kv-fraud no longer exists/,
      remedy: /^az keyvault recover --name kv-fraud --resource-group rg-Fraud --subscription 1{8}/,
    },
  ],
  [
    'the vault of the key is gone',
    { hide: { cmkVault: 'absent' } },
    'fail high/high',
    { ...cmk, remedy: /--name kv-fraud-cmk/ },
  ],
  ['a managed HSM', having.hsm, 'pass', hsm],
  [
    'a managed HSM that is gone',
    together(having.hsm, { hide: { hsm: 'absent', hsmKey: 'absent' } }),
    'fail high/high',
    { ...hsm, remedy: /recover --hsm-name hsm1/ },
  ],
  [
    'named by nothing',
    names(null),
    'unknown property-absent high/high',
    { ...nobody, message: /mlw-fraud names no key vault/ },
  ],
  ['named by an empty text', names(''), 'unknown property-absent high/high', nobody],
  [
    'named by a number',
    names(7),
    'unknown unrecognised-value high/high',
    { ...nobody, message: /keyVault of mlw-fraud is not a text/ },
  ],
  ['named by an object', names({ id: ids.vault }), 'unknown unrecognised-value high/high', nobody],
  [
    'named by the id of a storage account',
    names(ids.storage),
    'unknown unrecognised-value high/high',
    { ...nobody, message: /^properties\.keyVault of mlw-fraud names a resource of another type than key vault\.$/ },
  ],
  ['named by the id of a managed HSM', names(ids.hsm), 'unknown unrecognised-value high/high', nobody],
  [
    'of a hub, named by nothing',
    together(names(null), { workspace: { kind: 'hub' } }),
    'unknown property-absent low/low',
    nobody,
  ],
  [
    'of a project, named by an object',
    together(having.project, names({})),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  forbidden('high/high'),
])

cases('key-vault/purge-protection', [
  ['named by nothing: its own check says so', names(null), 'not-applicable absent', nobody],
  ['on', {}, 'pass', { ...own, reads: ['properties.enablePurgeProtection', true] }],
  ['on, of the key', {}, 'pass', cmk],
  ['on, as text', vault({ enablePurgeProtection: 'true' }), 'pass', own],
  [
    'off',
    vault({ enablePurgeProtection: false }),
    'fail medium/low',
    {
      ...own,
      message: /not enabled/,
      remedy:
        /^az keyvault update --name kv-fraud --resource-group rg-Fraud --subscription \S+ --enable-purge-protection true$/,
    },
  ],
  [
    'absent',
    vault({ enablePurgeProtection: undefined }),
    'fail medium/low',
    { ...own, reads: ['properties.enablePurgeProtection', null] },
  ],
  ['null', vault({ enablePurgeProtection: null }), 'fail medium/low', own],
  ['off, of the key', cmkVault({ enablePurgeProtection: null }), 'fail high/high', cmk],
  ['off, of key and secrets', together(oneVault, cmkVault({ enablePurgeProtection: null })), 'fail high/high', cmk],
  ['of another type', vault({ enablePurgeProtection: 'sure' }), 'unknown unrecognised-value medium/low', own],
  ['managed HSM, on', having.hsm, 'pass', hsm],
  [
    'managed HSM, off',
    together(having.hsm, { hsm: { properties: { enablePurgeProtection: false } } }),
    'fail high/high',
    {
      ...hsm,
      remedy: /update-hsm --hsm-name hsm1 --resource-group rg-Fraud --subscription \S+ --enable-purge-protection true$/,
    },
  ],
  [
    'managed HSM, absent',
    together(having.hsm, { hsm: { properties: { enablePurgeProtection: null } } }),
    'unknown property-absent high/high',
    hsm,
  ],
  ['vault of the key forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden high/high', cmk],
  forbidden('medium/low'),
])

cases('key-vault/soft-delete', [
  ['on', {}, 'pass', own],
  [
    'off',
    vault({ enableSoftDelete: false }),
    'fail high/high',
    {
      ...own,
      message: /Soft delete is off/,
      reads: ['properties.enableSoftDelete', false],
      remedy: /--name kv-fraud .* properties\.enableSoftDelete=true/,
    },
  ],
  ['absent', vault({ enableSoftDelete: null }), 'unknown property-absent low/low', own],
  ['of another type', vault({ enableSoftDelete: 1 }), 'unknown unrecognised-value low/low', own],
  ['managed HSM', having.hsm, 'pass', hsm],
  [
    'managed HSM, off',
    together(having.hsm, { hsm: { properties: { enableSoftDelete: false } } }),
    'fail high/high',
    { ...hsm, remedy: /update-hsm --hsm-name hsm1/ },
  ],
  forbidden('low/low'),
])
