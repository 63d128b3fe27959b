import type { UnknownReason } from '../../src/model.ts'
import { type Change, group, ids, listOf, type Part, type Row } from './builder.ts'

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
    message: /^The identity of this run may not list the .* of mlw-fraud: it lacks Microsoft\.MachineLearningServices/,
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

/** What nobody can judge: a compute does not say what it is attached to, or names something that nothing here reads. */
export const untoldTarget = (compute: Part, severity: string, ...others: string[]): Row[] => {
  const attachedTo = (resourceId: unknown): Change => ({ also: [compute], [compute]: { properties: { resourceId } } })
  const of = { of: ids[compute] }
  return [
    ...[null, '', undefined].map(
      (id): Row => [`attached to ${JSON.stringify(id)}`, attachedTo(id), `unknown property-absent ${severity}`, of],
    ),
    ['attached to a number', attachedTo(7), `unknown unrecognised-value ${severity}`, of],
    ...others.map(
      (other): Row => [
        `attached to ${other}`,
        attachedTo(`${group}/providers/${other}`),
        `unknown unrecognised-value ${severity}`,
        { ...of, message: /^properties\.resourceId of \S+ names a resource of another type than \w.* \w+\.$/ },
      ],
    ),
  ]
}
