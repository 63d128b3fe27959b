import { counts } from '../../judge/policy.ts'
import type { Finding, PlanChange, PlanReport, Policy, Report } from '../../model.ts'
import { count, listed, plural } from '../../text.ts'
import { code } from '../view/escape.ts'
import { balanceOf, failedIfMerged, isPlanOnly } from '../view/foreseen.ts'
import type { View } from '../view/view.ts'
import { table } from './table.ts'

/** What is live always stands beside what would be. */
export function numbersIfMerged(report: Report, plan: PlanReport): string {
  const then = failedIfMerged(report, balanceOf(plan))
  const now = report.summary.failedBySeverity
  const cells = (name: string, counts: typeof now) => [
    name,
    ...(['high', 'medium', 'low'] as const).map((one) => count(counts[one])),
  ]
  const rows = isPlanOnly(report) ? [cells('Plan only', then)] : [cells('Live today', now), cells('If merged', then)]
  const { open, rows: lines } = table(['Failures', 'High', 'Medium', 'Low'], rows, ['l', 'r', 'r', 'r'])
  return open + lines.join('\n')
}

/** What was judged, and why the result is what it is. */
export function situationIfMerged(view: View, plan: PlanReport): string[] {
  const { report } = view
  const judged = isPlanOnly(report)
    ? '**Plan only**: this run could not read Azure, so nothing of what is live is in it.'
    : `${plural(report.summary.workspaces, 'Azure Machine Learning workspace')} live today.`
  return [judged, filesOf(plan), decisive(view, plan)]
}

function filesOf({ files }: PlanReport): string {
  const named = (of: PlanReport['files']) =>
    listed(
      of.map(({ path }) => code(path)),
      5,
    )
  const stale = files.filter((file) => file.stale)
  const verb = stale.length === 1 ? 'is' : 'are'
  return [
    files.length > 0 ? `Judged: ${named(files)}.` : '',
    stale.length > 0 ? `⚠️ ${named(stale)} ${verb} **stale**: make the plan again.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Why the result is what it is, where that is not what the pull request introduces. */
function decisive({ report, context: { policy } }: View, plan: PlanReport): string {
  if (report.conclusion !== plan.conclusion)
    return `The live state decides the result of this run; the planned state ${planned[plan.conclusion]}.`
  if (report.conclusion === 'incomplete') return undecided(report, plan, policy)
  const failing = (change: PlanChange) =>
    plan.findings.filter((finding) => finding.change === change && counts(finding, policy)).length
  const left = failing('leaves')
  if (report.conclusion !== 'fail' || left === 0) return ''
  const remain = left === 1 ? 'remains and fails' : 'remain and fail'
  return `${plural(left, 'existing failure')} at or above the threshold ${remain} the check${failing('introduces') > 0 ? ' as well' : ''}.`
}

/** What keeps the check from deciding. */
function undecided({ workspaces }: Report, plan: PlanReport, policy: Policy): string {
  const isUndecided = (finding: Finding) => finding.status === 'unknown' && counts(finding, policy)
  const live = workspaces.some(({ findings }) => findings.some(isUndecided))
  const then = plan.findings.some((finding) => finding.change === 'undecided' && isUndecided(finding))
  const causes = [
    then ? 'what would be undecided' : '',
    live ? 'what is undecided today' : '',
    plan.notLookedInto.length > 0 ? 'parts that could not be judged' : '',
  ].filter((cause) => cause !== '')
  const all = causes.length > 0 ? listed(causes, causes.length) : 'something that was named and could not be found'
  return `The check cannot decide because of ${all}.`
}

const planned: Record<Report['conclusion'], string> = {
  pass: 'passes',
  fail: 'fails',
  incomplete: 'cannot be decided',
  skipped: 'was not judged',
}
