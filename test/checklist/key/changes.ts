import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, having, ids, type Row, together } from '../builder.ts'

export const current = (properties: Overrides): Change => ({ key: { properties } })
export const old = (properties: Overrides): Change => together(having.pinnedOld, { oldKey: { properties } })
export const gone: Change = together(having.pinnedOld, { hide: { oldKey: 'absent' } })
export const of = { of: ids.key }

/** Without the key: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
export const forbidden = (severity: string): Row[] => [
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
