import { counts } from '../../judge/policy.ts'
import type { Finding, PlanChange, Report } from '../../model.ts'
import type { RenderContext } from './context.ts'
import { type Foreseen, foreseenOf, leavingIn } from './foreseen.ts'
import { type Group, groupByCheck, type Item, type Items, mergeFindings } from './items.ts'
import { type Labels, labelsOf } from './labels.ts'

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
  /** whether a failure makes the conclusion `fail` */
  gates: (finding: Finding) => boolean
  /** what makes the conclusion `fail` */
  failing: Group[]
  /** failures that do not, without advice */
  below: Group[]
  /** findings that never fail a job, whatever the policy */
  advice: number
  /** null without a plan */
  foreseen: Foreseen | null
  /** what becomes of failures that plans take away, by fingerprint */
  leaving: ReadonlyMap<string, PlanChange>
}

export function viewOf(report: Report, context: RenderContext, limits: Limits): View {
  const items = mergeFindings(report)
  const { failedBySeverity, unknownBySeverity } = report.summary
  // with a plan the conclusion is not that of what is live
  const gates = (finding: Finding) =>
    (report.plan !== null || report.conclusion === 'fail') && counts(finding, context.policy)
  const isFailing = ({ findings }: Item) => findings.some(gates)
  return {
    report,
    context,
    limits,
    advice: failedBySeverity.info + unknownBySeverity.info,
    foreseen: report.plan && foreseenOf(report.plan),
    leaving: leavingIn(report),
    labels: labelsOf(report, context.comparison),
    items,
    gates,
    failing: groupByCheck(items.fail.filter(isFailing), context.checks),
    below: groupByCheck(
      items.fail.filter((item) => item.severity !== 'info' && !isFailing(item)),
      context.checks,
    ),
  }
}
