import { failedCount } from '../policy.ts'
import type { Ports } from '../ports.ts'
import { renderSummary, verdict } from '../report/markdown.ts'
import { messageOf } from '../text.ts'
import { annotate } from './annotations.ts'
import { comment } from './comment.ts'
import { writeFiles } from './files.ts'
import { statusBranch, trackingIssue } from './nightly.ts'
import { type Publication, publicationOf, type Result } from './result.ts'

/**
 * Tells everyone: files, job summary, annotations, comment, tracking issue, status branch, outputs. What cannot be written is a warning and changes
 * no conclusion. Returns the verdict in a sentence.
 */
export async function publish(result: Result, ports: Ports): Promise<string> {
  const publication = publicationOf(result, ports)
  for (const warning of publication.warnings) ports.log.warning(warning)
  const written = writeFiles(result, publication, ports)
  summarise(publication, ports)
  annotate(publication.shown.report, publication.shown.context, ports.log)
  const commentUrl = await comment(result, publication, ports)
  const issueUrl = await trackingIssue(result, publication, ports)
  await statusBranch(result, publication, ports)
  const outputs = { ...outputsOf(publication), ...written, 'comment-url': commentUrl, 'issue-url': issueUrl }
  for (const [name, value] of Object.entries(outputs)) ports.setOutput(name, value)
  return verdict(publication.shown.report, result.inputs.policy)
}

function summarise({ shown }: Publication, { env, files, log }: Ports): void {
  if (!env.GITHUB_STEP_SUMMARY) return
  try {
    files.append(env.GITHUB_STEP_SUMMARY, renderSummary(shown.report, { ...shown.context, details: null }))
  } catch (error) {
    log.warning(`Could not write the job summary: ${messageOf(error)}`)
  }
}

function outputsOf({ header: { conclusion, summary, coverage } }: Publication): Record<string, string | number> {
  return {
    conclusion,
    workspaces: summary.workspaces,
    passed: summary.pass,
    failed: failedCount(summary),
    unknown: summary.unknown,
    waived: summary.waived,
    high: summary.failedBySeverity.high,
    medium: summary.failedBySeverity.medium,
    low: summary.failedBySeverity.low,
    'new-findings': summary.new ?? '',
    'fixed-findings': summary.fixed ?? '',
    coverage: coverage.percent ?? '',
  }
}
