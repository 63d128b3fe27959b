import type { Report } from '../../model.ts'
import { counts } from '../../policy.ts'
import type { RenderContext } from '../context.ts'
import { type Group, groupByCheck, type Item, type Items, mergeFindings } from '../items.ts'
import { type Labels, workspaceLabels } from '../names.ts'

/** How much of everything is shown before "and so many more". */
export interface Limits {
  /** rows of a table */
  rows: number
  /** names in a sentence or a cell */
  names: number
  /** resources below a heading */
  resources: number
  /** fixes of a check */
  fixes: number
}

/** What every part of a report is made from. */
export interface View {
  report: Report
  context: RenderContext
  limits: Limits
  labels: Labels
  items: Items
  /** what makes the conclusion `fail` */
  failing: Group[]
  /** failures that do not, without advice */
  below: Group[]
  /** findings that never fail a job, whatever the policy */
  advice: number
}

export function viewOf(report: Report, context: RenderContext, limits: Limits): View {
  const items = mergeFindings(report)
  const gates = ({ severity, new: isNew }: Item) =>
    report.conclusion === 'fail' &&
    counts({ severity, new: report.summary.new === null ? null : isNew }, context.policy)
  const adviceOf = ({ findings }: Report['workspaces'][number]) =>
    findings.filter(({ severity, status }) => severity === 'info' && (status === 'fail' || status === 'unknown')).length
  return {
    report,
    context,
    limits,
    advice: report.workspaces.reduce((sum, workspace) => sum + adviceOf(workspace), 0),
    labels: workspaceLabels(report.workspaces),
    items,
    failing: groupByCheck(items.fail.filter(gates), context.checks),
    below: groupByCheck(
      items.fail.filter((item) => item.severity !== 'info' && !gates(item)),
      context.checks,
    ),
  }
}
