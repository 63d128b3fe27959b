import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, ids, type Row } from '../builder.ts'

export const own = { of: ids.vault }
export const cmk = { of: ids.cmkVault }
export const hsm = { of: ids.hsm }
export const vault = (properties: Overrides): Change => ({ vault: { properties } })
export const cmkVault = (properties: Overrides): Change => ({ cmkVault: { properties } })

export const identityHidden: Change = {
  workspace: { identity: { userAssignedIdentities: { [ids.identity]: { principalId: null } } } },
  hide: { identity: 'forbidden' },
}
/** One vault for the key and the secrets. */
export const oneVault: Change = { workspace: { properties: { keyVault: ids.cmkVault } }, without: ['vault'] }

/** The account uses a key of another name. */
export const storageKey = (more: Overrides): Change => ({
  storage: {
    properties: {
      encryption: { keyvaultproperties: { keyname: 'other', currentVersionedKeyIdentifier: null, ...more } },
    },
  },
})

/** Without the vault: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
export const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { vault: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...own, message: /Microsoft\.KeyVault\/vaults\/read/ },
]
