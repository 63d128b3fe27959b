import { fingerprint } from '../../judge/evaluate.ts'
import type { Report } from '../../model.ts'
import { unseenIn, unseenInfo } from '../view/unseen.ts'
import type { Row, RowContext } from './rows.ts'

/** What is out of sight, and so has no findings: what the workflow names, all of it, and parts of plans. */
export function unseenRows(report: Report, context: RowContext): Row[] {
  const live = unseenIn(report, context).map((one) => row({ ...one, reason: one.reason ?? '', judgement: 'live' }))
  const parts = (report.plan?.notLookedInto ?? []).map(({ address, reason }) =>
    row({ resource: address, message: reason, reason: 'not-observable', judgement: 'planned' }),
  )
  return [...live, ...parts]
}

function row(unseen: { resource: string; reason: string; message: string; judgement: string }): Row {
  const { id, title } = unseenInfo
  return {
    ...unseen,
    check: id,
    title,
    system: 'coverage',
    status: 'unknown',
    severity: 'high',
    fingerprint: fingerprint(id, unseen.resource, ''),
  }
}
