import type { UnknownReason } from '../../src/model.ts'
import { type Change, ids, listOf, type Part, type Row } from './builder.ts'

export const hideList = (segment: string, reason: UnknownReason, parent = ids.workspace): Change => ({
  hideCollections: { [listOf(segment, parent)]: reason },
})

/** The severity is that of a failure. For whatever other reason a list cannot be read it is the same (`laws.test.ts`). */
export const unlisted = (segment: string, severity: string): Row => [
  `list of ${segment}: forbidden`,
  hideList(segment, 'forbidden'),
  `unknown forbidden ${severity}`,
  {
    of: ids.workspace,
    message: /of mlw-fraud may not be listed by the identity of this run: it lacks Microsoft\.MachineLearningServices/,
  },
]

/** The same of what a compute is attached to, and of the list of computes. */
export const forbiddenTarget = (part: Part, compute: Part, severity: string): Row[] => [
  [
    'target: forbidden',
    { also: [part, compute], hide: { [part]: 'forbidden' } },
    `unknown forbidden ${severity}`,
    { of: ids[part], message: /\/read\.$/ },
  ],
  unlisted('computes', severity),
]
