import type { PlanChange, PlanReport, Report } from '../../model.ts'
import { counts, failsJob } from '../../policy.ts'
import { code, text } from '../view/escape.ts'
import { balanceOf, failedIfMerged, isPlanOnly } from '../view/foreseen.ts'
import { reaching } from '../view/items.ts'
import { count, listed, plural } from '../view/names.ts'
import { symbol, verdict } from '../view/verdict.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'

/** The verdict, and what it is about. */
export function header(view: View): Section[] {
  const { report, context } = view
  const { policy, notes } = context
  const heading = `## ${symbol(report, policy)} ${text(verdict(report, context), 400)}`
  const { plan } = report
  const about = plan === null ? situation(report, context) : foreseen(report, plan, context)
  const sentences = [...about, ...notes.map((note) => text(note, 500))]
  const numbers = plan === null ? [] : [numbersOf(report, plan)]
  return [heading, ...numbers, sentences.filter((sentence) => sentence !== '').join(' ')].map((open) => ({
    rank: 0,
    open,
    rows: [],
  }))
}

/** What is live always stands beside what would be. */
function numbersOf(report: Report, plan: PlanReport): string {
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

function foreseen(report: Report, plan: PlanReport, context: View['context']): string[] {
  const judged = isPlanOnly(report)
    ? '**Plan only**: this run could not read Azure, so nothing of what is live is in it.'
    : `${plural(report.summary.workspaces, 'Azure Machine Learning workspace')} live today.`
  return [judged, filesOf(plan), decisive(report, plan, context.policy), readable(report), job(report, context.policy)]
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
function decisive(report: Report, plan: PlanReport, policy: View['context']['policy']): string {
  if (report.conclusion !== plan.conclusion)
    return `What is live decides the result of this run; what would be ${planned[plan.conclusion]}.`
  const failing = (change: PlanChange) =>
    plan.findings.filter((finding) => finding.change === change && counts(finding, policy)).length
  const left = failing('leaves')
  if (report.conclusion !== 'fail' || left === 0) return ''
  const stay = left === 1 ? 'stays and fails' : 'stay and fail'
  return `${plural(left, 'failure')} of today at the threshold ${stay} the check${failing('introduces') > 0 ? ' as well' : ''}.`
}

const planned: Record<Report['conclusion'], string> = {
  pass: 'passes',
  fail: 'fails',
  incomplete: 'cannot be decided',
  skipped: 'was not judged',
}

function situation(report: Report, context: View['context']): string[] {
  const { policy } = context
  if (report.conclusion === 'skipped') return [skipped]
  return [scope(report), gate(report, policy), since(report, context), readable(report), job(report, policy)]
}

const skipped =
  'No workspace was checked, so this result says nothing about your workspaces. GitHub does not give pull requests from forks or from ' +
  'Dependabot a token for Azure. The check runs once the same change is on a branch of this repository.'

function scope({ summary, conclusion }: Report): string {
  if (summary.workspaces === 0) return 'Nothing was checked. What cannot be seen does not count as passed.'
  // the heading has said so
  if (conclusion === 'pass') return ''
  return `${plural(summary.workspaces, 'Azure Machine Learning workspace')}.`
}

function gate({ conclusion, summary }: Report, { failOnSeverity }: View['context']['policy']): string {
  if (summary.workspaces === 0) return ''
  if (failOnSeverity === 'never') return 'No finding fails the job: `fail-on-severity: never`.'
  if (reaching(failOnSeverity).some((severity) => summary.failedBySeverity[severity] > 0)) return ''
  const level = failOnSeverity === 'high' ? '**high** severity' : `**${failOnSeverity}** severity or above`
  return conclusion === 'incomplete' ? `No check that could be decided fails at ${level}.` : `No finding of ${level}.`
}

function since({ summary }: Report, { comparison }: View['context']): string {
  if (summary.new === null || summary.fixed === null || comparison?.since === '') return ''
  if (summary.new + summary.fixed === 0) return 'Nothing changed since the baseline.'
  const isNew = summary.new > 0 ? `**${count(summary.new)} new**` : 'nothing new'
  return `Since the baseline: ${isNew}, ${count(summary.fixed)} fixed.`
}

function readable({ coverage: { percent, missing } }: Report): string {
  if (percent === null) return ''
  if (percent < 100) return `**${percent} %** of the evidence could be read.`
  return missing.length === 0 ? 'All evidence could be read.' : ''
}

function job(report: Report, policy: View['context']['policy']): string {
  if (report.conclusion === 'pass' || policy.failOnSeverity === 'never' || failsJob(report.conclusion, policy))
    return ''
  return policy.warnOnly ? 'The job does not fail: `warn-only: true`.' : 'The job does not fail: `on-unknown: warn`.'
}
