import type { UnreadableRecord } from '../../src/evidence/records.ts'
import type { UnknownReason } from '../../src/model.ts'
import { type Change, type cases, ids, listOf, type Part, together } from './builder.ts'

type Rows = Parameters<typeof cases>[1]

export const hideList = (segment: string, reason: UnknownReason, parent = ids.workspace): Change => ({
  hideCollections: { [listOf(segment, parent)]: reason },
})

/** What no permission removes is medium at most. */
const capped = (severity: string) => severity.replaceAll('high', 'medium')

/** Whatever a check asks: a list of the workspace that cannot be read is one finding, on the workspace. */
export function unreadableLists(segment: string, severity: string, atMost = severity): Rows {
  const of = { of: ids.workspace }
  const rows: Rows = (
    ['timeout', 'api-unsupported', 'invalid-response', 'throttled'] as UnreadableRecord['reason'][]
  ).map((reason) => [`list of ${segment}: ${reason}`, hideList(segment, reason), `unknown ${reason} ${severity}`, of])
  // jobs are looked at up to a limit, and their checks say so themselves
  const cut: Rows =
    segment === 'jobs'
      ? []
      : [[`list of ${segment}: cut short`, hideList(segment, 'truncated'), `unknown truncated ${capped(severity)}`, of]]
  return [
    ...rows,
    [
      `list of ${segment}: forbidden`,
      hideList(segment, 'forbidden'),
      `unknown forbidden ${severity}`,
      {
        ...of,
        message:
          /of mlw-fraud may not be listed by the identity of this run: it lacks Microsoft\.MachineLearningServices/,
      },
    ],
    ...cut,
    [`list of ${segment}: nobody asked`, { drop: [listOf(segment)] }, `unknown not-visible ${atMost}`, of],
  ]
}

/** Whatever a check asks of something that a compute is attached to. */
export function targets(part: Part, compute: Part, severity: string, atMost = severity): Rows {
  const of = { of: ids[part] }
  const attached: Change = { also: [part, compute] }
  const hide = (reason: UnknownReason) => together(attached, { hide: { [part]: reason } })
  const rows: Rows = (['not-visible', 'throttled', 'timeout', 'api-unsupported', 'invalid-response'] as const).map(
    (reason) => [`target: ${reason}`, hide(reason), `unknown ${reason} ${severity}`, of],
  )
  return [
    ...rows,
    ['target: forbidden', hide('forbidden'), `unknown forbidden ${severity}`, { ...of, message: /\/read\.$/ }],
    ['target: truncated', hide('truncated'), `unknown truncated ${atMost}`, of],
    ['target: gone', hide('absent'), 'not-applicable absent', of],
    [
      'target: never read',
      together(attached, { without: [part] }),
      `unknown not-visible ${severity}`,
      { of: ids[part].replace('resourceGroups', 'resourcegroups') },
    ],
    [
      'target: malformed',
      together(attached, { [compute]: { properties: { resourceId: 'nowhere' } } }),
      `unknown not-visible ${severity}`,
      { of: 'nowhere' },
    ],
    [
      'target: none',
      together(attached, { [compute]: { properties: { resourceId: null } } }),
      'not-applicable not-used',
    ],
    ['target: empty', together(attached, { [compute]: { properties: { resourceId: '' } } }), 'not-applicable not-used'],
    ['nothing is attached', {}, 'not-applicable not-used'],
    ...unreadableLists('computes', severity),
  ]
}
