import { failsJob } from '../../judge/policy.ts'
import type { Report } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { text } from '../view/escape.ts'
import { reaching } from '../view/items.ts'
import { shareRead } from '../view/unreadable.ts'
import { symbol, verdict } from '../view/verdict.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { numbersIfMerged, situationIfMerged } from './planned-header.ts'

/** The verdict, and what it is about. */
export function header(view: View): Section[] {
  const { report, context } = view
  const { policy, notes } = context
  const heading = `## ${symbol(report, policy)} ${text(verdict(report, context), 400)}`
  const { plan } = report
  const about =
    plan === null
      ? situation(report, context)
      : [...situationIfMerged(view, plan), shareRead(report, strong), job(report, policy)]
  const sentences = [...about, ...notes.map((note) => text(note, 500))]
  const numbers = plan === null ? [] : [numbersIfMerged(report, plan)]
  return [heading, ...numbers, sentences.filter((sentence) => sentence !== '').join(' ')].map((open) => ({
    rank: 0,
    open,
    rows: [],
  }))
}

const strong = (share: string) => `**${share}**`

function situation(report: Report, context: View['context']): string[] {
  const { policy } = context
  if (report.conclusion === 'skipped') return [skipped]
  return [scope(report), gate(report, policy), since(report, context), shareRead(report, strong), job(report, policy)]
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
  const weighed = comparison?.weighed.length ?? 0
  if (summary.new + summary.fixed + weighed === 0) return 'Nothing changed since the baseline.'
  const isNew = summary.new > 0 ? `**${count(summary.new)} new**` : 'nothing new'
  const otherwise = weighed > 0 ? `, ${plural(weighed, 'finding counts', 'findings count')} differently` : ''
  return `Since the baseline: ${isNew}, ${count(summary.fixed)} fixed${otherwise}.`
}

function job(report: Report, policy: View['context']['policy']): string {
  if (report.conclusion === 'pass' || policy.failOnSeverity === 'never' || failsJob(report.conclusion, policy))
    return ''
  return policy.warnOnly ? 'The job does not fail: `warn-only: true`.' : 'The job does not fail: `on-unknown: warn`.'
}
