import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, ids, type Row } from '../builder.ts'

export const of = { of: ids.storage }
export const meta = { of: ids.metaStorage }
export const account = (properties: Overrides): Change => ({ storage: { properties } })
export const encryption = (value: Overrides) => account({ encryption: value })
export const keyProperties = (value: Overrides) => encryption({ keyvaultproperties: value })
export const noKey = encryption({ keySource: 'Microsoft.Storage' })
export const metaAccount = (properties: Overrides): Change => ({ metaStorage: { properties } })

export const names = (storageAccount: unknown, kind = 'Default'): Change => ({
  workspace: { kind, properties: { storageAccount } },
})
export const nobody = { of: ids.workspace }

/** Without the account: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
export const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { storage: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...of, message: /Microsoft\.Storage\/storageAccounts\/read/ },
]
