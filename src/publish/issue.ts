import type { CompleteEvent } from '../github/repository.ts'
import { patienceOf } from '../github/retry.ts'
import { octokitOf } from '../github/token.ts'
import { type IssueRequest, upsertTrackingIssue } from '../github/tracking-issue.ts'
import type { Place } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { issueChange, issueState, issueTitle, renderIssue } from '../report/issue/issue.ts'
import { renderStaleIssue } from '../report/issue/stale.ts'
import { isNewer, readStamp, writeStamp } from '../report/stamp.ts'
import { messageOf } from '../text.ts'
import { within } from '../time.ts'
import { stampOf } from './comment.ts'
import type { Publication, Result } from './model.ts'
import { isNightly } from './nightly.ts'
import { ofLive } from './result.ts'

/** Keeps the tracking issue true. @returns its address; empty when there is none */
export async function trackingIssue(result: Result, { shown }: Publication, ports: Ports): Promise<string> {
  const { inputs, event, scan } = result
  if (!inputs.trackingIssue || !isNightly(result)) return ''
  const report = ofLive(shown.report, scan)
  const words = {
    body: `${renderIssue(report, shown.context)}\n${writeStamp(stampOf(event, ports))}`,
    state: issueState(report, inputs.policy),
    change: (previous: string) => issueChange(previous, report, shown.context),
  }
  return write(inputs, event, words, ports)
}

/**
 * Makes an open issue say that this run has no result. That of a newer run is left alone.
 *
 * @param because as in "because …"
 */
export async function staleIssue(place: Place, event: CompleteEvent, because: string, ports: Ports): Promise<void> {
  const own = stampOf(event, ports)
  const revise = (previous: string) => {
    const last = readStamp(previous)?.writer
    return last && isNewer(last, own) ? previous : renderStaleIssue(previous, { because, runUrl: event.runUrl })
  }
  await write(place, event, { body: '', revise, state: 'kept', change: () => null }, ports)
}

async function write(
  { reportId, githubToken }: Place,
  { owner, repo }: CompleteEvent,
  words: Pick<IssueRequest, 'body' | 'revise' | 'state' | 'change'>,
  ports: Ports,
): Promise<string> {
  const marker = `<!-- azureml-encryption-check:issue:${reportId} -->`
  const request = { owner, repo, marker, title: issueTitle(reportId), ...words }
  try {
    const work = async () => upsertTrackingIssue(await octokitOf(githubToken, ports), request, patienceOf(ports))
    const issue = await within(ports.time.publishing, work)
    if (issue?.note) ports.log.warning(issue.note)
    return issue?.url ?? ''
  } catch (error) {
    ports.log.warning(messageOf(error), { title: 'No tracking issue' })
    return ''
  }
}
