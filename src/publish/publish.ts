import { failedCount, undecidedCount } from '../judge/policy.ts'
import type { PlanChange, PlanReport } from '../model.ts'
import type { Ports } from '../ports.ts'
import { renderSummary } from '../report/markdown/markdown.ts'
import { verdict } from '../report/view/verdict.ts'
import { annotatePlanned } from './annotate-planned.ts'
import { annotateConfiguration, annotateFailures, annotateUndecided, annotationsOn } from './annotations.ts'
import { comment } from './comment.ts'
import { writeFiles } from './files.ts'
import { trackingIssue } from './issue.ts'
import type { Publication, Result } from './model.ts'
import { statusBranch } from './nightly.ts'
import { publicationOf } from './result.ts'
import { whyUnwritten } from './unwritten.ts'

/**
 * Tells everyone: files, job summary, annotations, comment, tracking issue, status branch, outputs. What cannot be written is a warning and changes
 * no conclusion. Returns the verdict in a sentence.
 */
export async function publish(result: Result, given: Ports): Promise<string> {
  const annotations = annotationsOn(given.log)
  const ports = { ...given, log: annotations.log }
  const publication = await publicationOf(result, ports)
  const { shown, configuration } = publication
  const warnings = [...publication.warnings, ...doubtsOf(result)]
  const kept = warnings.length + Math.min(configuration.length, 1)
  const errors = annotatePlanned(shown.report, shown.context, annotations, kept)
  annotateFailures(shown.report, shown.context, annotations, kept, errors)
  annotateConfiguration(configuration, annotations)
  for (const warning of warnings) ports.log.warning(warning)
  const { outputs: written } = writeFiles(result, publication, ports)
  summarise(publication, ports)
  const commentUrl = await comment(result, publication, ports)
  const issueUrl = await trackingIssue(result, publication, ports)
  await statusBranch(result, publication, ports)
  annotateUndecided(shown.report, shown.context, annotations)
  const outputs = { ...outputsOf(publication), ...written, 'comment-url': commentUrl, 'issue-url': issueUrl }
  setOutputs(outputs, ports)
  return verdict(shown.report, shown.context)
}

/** What is left undone when neither the event nor GitHub tells what repository and branch this is. */
function doubtsOf({ event, inputs }: Result): string[] {
  if (event.doubt === undefined) return []
  const nightly = inputs.trackingIssue || inputs.statusBranch !== null
  const left = [
    ...(event.onDefaultBranch || event.pullRequest !== null || !nightly
      ? []
      : ['no tracking issue and no status branch is written']),
    ...(inputs.publishDetails === undefined
      ? ['names are replaced, as in a public repository (publish-details says otherwise)']
      : []),
  ]
  return left.length === 0
    ? []
    : [`GitHub did not tell about ${event.repository} ${event.doubt}, so ${left.join(', and ')}.${event.advice ?? ''}`]
}

function summarise({ shown }: Publication, { env, files, log }: Ports): void {
  if (!env.GITHUB_STEP_SUMMARY) return
  try {
    files.append(env.GITHUB_STEP_SUMMARY, renderSummary(shown.report, { ...shown.context, details: null }))
  } catch (error) {
    log.warning(`The job summary could not be written ${whyUnwritten(error)} The report files say the same.`)
  }
}

function setOutputs(outputs: Record<string, string | number>, { setOutput, log }: Ports): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
  } catch (error) {
    log.warning(
      `The outputs could not be written ${whyUnwritten(error)} Steps that read them find nothing. The report files say the same.`,
    )
  }
}

function outputsOf({ header, report: { plan } }: Publication): Record<string, string | number> {
  const { conclusion, summary, coverage } = header
  return {
    conclusion,
    workspaces: summary.workspaces,
    passed: summary.pass,
    failed: failedCount(summary),
    unknown: undecidedCount(summary),
    waived: summary.waived,
    high: summary.failedBySeverity.high,
    medium: summary.failedBySeverity.medium,
    low: summary.failedBySeverity.low,
    'new-findings': summary.new ?? '',
    'fixed-findings': summary.fixed ?? '',
    'planned-conclusion': plan?.conclusion ?? '',
    'introduced-findings': countOf(plan, 'introduces'),
    'resolved-findings': countOf(plan, 'fixes'),
    'removed-findings': countOf(plan, 'gone'),
    coverage: coverage.percent ?? '',
  }
}

function countOf(plan: PlanReport | null, change: PlanChange): number | string {
  return plan === null ? '' : Object.values(plan.summary[change]).reduce((sum, count) => sum + count, 0)
}
