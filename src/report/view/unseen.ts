import type { CheckInfo, Missing, Report } from '../../model.ts'
import { asText } from '../../said.ts'
import type { RenderContext } from './context.ts'
import { verdict } from './verdict.ts'

/** What formats that list nothing but findings say of what is out of sight: no finding would. */
export const unseenInfo: CheckInfo = {
  id: 'coverage/visible',
  title: 'Everything that the workflow names can be seen',
  failed: 'Something that the workflow names cannot be seen',
  why: 'A resource that this run cannot see does not count as passed, whatever the other results say.',
  reference: '',
  rows: [],
  creationOnly: false,
}

/** What is named and cannot be seen; where nothing at all was judged that, without a resource. */
export function unseenIn(
  report: Report,
  context: Pick<RenderContext, 'checks' | 'policy'>,
): { resource: string; message: string; reason: Missing['reason'] | null }[] {
  const missing = report.coverage.missing.filter(({ named }) => named)
  const isEmpty = report.summary.workspaces === 0 && (report.plan?.findings ?? []).length === 0
  return missing.length === 0 && isEmpty
    ? [{ resource: '', reason: null, message: `${verdict(report, context)}.` }]
    : missing.map(({ resource, reason, message }) => ({ resource, reason, message: asText(message) }))
}
