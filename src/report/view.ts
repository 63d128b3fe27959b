import type { Report } from '../model.ts'
import type { RenderContext } from './context.ts'
import { type Group, groupByCheck, type Items, mergeFindings, reaches } from './items.ts'
import { type Labels, workspaceLabels } from './names.ts'

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
}

export function viewOf(report: Report, context: RenderContext, limits: Limits): View {
  const items = mergeFindings(report)
  const { failOnSeverity } = context.policy
  const gates = (severity: Group['severity']) => report.conclusion === 'fail' && reaches(severity, failOnSeverity)
  return {
    report,
    context,
    limits,
    labels: workspaceLabels(report.workspaces),
    items,
    failing: groupByCheck(
      items.fail.filter(({ severity }) => gates(severity)),
      context.checks,
    ),
    below: groupByCheck(
      items.fail.filter(({ severity }) => severity !== 'info' && !gates(severity)),
      context.checks,
    ),
  }
}
