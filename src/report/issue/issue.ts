import { reaches } from '../../judge/policy.ts'
import type { Policy, Report } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { renderWithin } from '../markdown/markdown.ts'
import type { RenderContext } from '../view/context.ts'
import { code, link, text } from '../view/escape.ts'
import { ruleLink, severityWords } from '../view/names.ts'
import { findingsOf, openKeys, readFindings, shortHash, type Tracked, writeFindings } from './findings.ts'

/** GitHub takes 65,536 characters; the findings and what people add need room, too. */
const BODY = 38_000

/** How many findings a comment tells one by one. */
const TOLD = 20

/** Of a new issue; it stays true whatever is found, because people may change it and it is never written again. */
export function issueTitle(reportId: string): string {
  return `Encryption of Azure Machine Learning workspaces${reportId === 'default' ? '' : ` (${reportId})`}`
}

/**
 * What is to become of the issue. It is opened for what would fail the job, warnings apart, and closed when everything
 * was decided and nothing fails at the threshold, known or new. Anything else leaves it as it is.
 */
export function issueState({ conclusion, summary }: Report, policy: Policy): 'open' | 'closed' | 'kept' {
  const { failOnSeverity, onUnknown } = policy
  if (failOnSeverity === 'never') return 'kept'
  if (conclusion === 'fail' || (conclusion === 'incomplete' && onUnknown === 'fail')) return 'open'
  const failing = (['high', 'medium', 'low'] as const).some(
    (severity) => reaches(severity, failOnSeverity) && summary.failedBySeverity[severity] > 0,
  )
  return conclusion === 'pass' && !failing ? 'closed' : 'kept'
}

/** The marked part of the issue: the report, and unseen below it what the next run compares itself with. */
export function renderIssue(report: Report, context: RenderContext): string {
  return `${renderWithin(report, context, BODY)}\n${writeFindings(findingsOf(report, context.policy))}`
}

/**
 * The comment for what is different from the last run; null when nothing is worth a notification.
 *
 * @param previous the marked part of the issue, as an earlier run wrote it
 */
export function issueChange(previous: string, report: Report, context: RenderContext): string | null {
  const { policy } = context
  const isClean = issueState(report, policy) === 'closed'
  const differences = differencesOf(readFindings(previous), findingsOf(report, policy), report, context)
  if (!isClean && differences.length === 0) return null
  const threshold = policy.failOnSeverity === 'high' ? 'high severity' : `${policy.failOnSeverity} severity or above`
  const clean = `✅ Resolved: no check of ${threshold} fails or is undecided.`
  const parts = [...(isClean ? [clean] : []), ...differences, link('Open the run', report.run.url)]
  return `${parts.join('\n\n')}\n`
}

function differencesOf(
  then: Tracked[] | number | null,
  now: Tracked[],
  report: Report,
  context: RenderContext,
): string[] {
  const written = readFindings(writeFindings(now))
  if (then === null || written === null) return []
  if (typeof then === 'number' || typeof written === 'number') {
    const before = typeof then === 'number' ? then : then.length
    return before === now.length
      ? []
      : [`**${plural(now.length, 'finding')} at the threshold**, ${count(before)} before.`]
  }
  return [...told('new', news(now, then, context.policy), context), ...told('fixed', repaired(then, report), context)]
}

/** Failures that were none, and what cannot be decided any more and was not open before, where that fails the job. */
function news(now: Tracked[], then: Tracked[], { onUnknown }: Policy): Tracked[] {
  const known = new Map(then.map((one) => [one.key, one]))
  return now.filter(({ key, status }) => {
    const before = known.get(key)
    return status === 'fail' ? before?.status !== 'fail' : before === undefined && onUnknown === 'fail'
  })
}

/** Failures that are gone from workspaces that this run has read; what was waived or cannot be decided is not fixed. */
function repaired(then: Tracked[], report: Report): Tracked[] {
  const open = openKeys(report)
  const seen = new Set(report.workspaces.map(({ id }) => shortHash(id)))
  return then.filter(
    ({ key, status, workspaces }) => status === 'fail' && !open.has(key) && workspaces.some((one) => seen.has(one)),
  )
}

function told(what: string, findings: Tracked[], context: RenderContext): string[] {
  if (findings.length === 0) return []
  const lines = findings.slice(0, TOLD).map((finding) => line(finding, context))
  const more = findings.length > TOLD ? [`- … and ${count(findings.length - TOLD)} more`] : []
  return [[`**${count(findings.length)} ${what}**\n`, ...lines, ...more].join('\n')]
}

function line({ check, name, severity, status }: Tracked, context: RenderContext): string {
  const known = context.checks.get(check)
  const title = text((status === 'fail' ? known?.failed : known?.title) ?? check)
  const undecided = status === 'unknown' ? ' (undecided)' : ''
  return `- ${severityWords[severity]}: ${ruleLink(title, check, context)} · ${code(name)}${undecided}`
}
