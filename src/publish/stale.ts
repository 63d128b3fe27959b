import { HOUR } from '../calendar.ts'
import { completed } from '../event.ts'
import type { GitHubEvent } from '../github/event.ts'
import { patienceOf } from '../github/retry.ts'
import { publishStatus } from '../github/status-branch.ts'
import { statusPath } from '../github/status-path.ts'
import { octokitOf } from '../github/token.ts'
import type { Place } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { badgeJson, badgeSvg, staleBadge } from '../report/badge.ts'
import { readHistory } from '../report/history.ts'
import { messageOf } from '../text.ts'
import { within } from '../time.ts'
import { staleComment } from './comment.ts'
import { staleIssue } from './issue.ts'

/** Longer than from one night to the next, however late that one begins. */
const FRESH_HOURS = 48

/** Why a run ended without a result, by the name of the error, in words that tell nothing of anybody's resources. */
const causes: Record<string, string> = {
  LoginError: 'it could not log in to Azure',
  EvidenceFileError: 'its evidence file could not be judged',
  PlanFilesError: 'it did not find the plan that it was to judge',
  Cancelled: 'the job was cancelled',
}

/** After a run without a result: what shows that of an earlier one is made to say so. Never rejects. */
export async function markStale(place: Place, event: GitHubEvent, error: unknown, ports: Ports): Promise<void> {
  const cause = error instanceof Error ? causes[error.name] : undefined
  const because = cause ?? 'something happened that nobody had foreseen'
  await staleComment(place, event, because, ports)
  const { statusBranch: branch, trackingIssue, replayFile } = place
  if (replayFile !== null || (branch === null && !trackingIssue)) return
  const complete = await completed(event, place.githubToken, ports)
  if (!complete.onDefaultBranch) return
  if (trackingIssue) await staleIssue(place, complete, because, ports)
  if (branch !== null) await staleBranch(branch, place, complete, ports)
}

/** The badge still shows the last result. When that is too old to rely on, the badge becomes grey. */
async function staleBranch(
  branch: string,
  { reportId, githubToken }: Place,
  { owner, repo, ref }: GitHubEvent,
  ports: Ports,
): Promise<void> {
  const message = 'encryption status: stale'
  const files = async (previous: (path: string) => Promise<string | null>) =>
    staleFiles(await previous(statusPath(reportId, 'history.json')), reportId, ports.now())
  try {
    const octokit = await octokitOf(githubToken, ports)
    await within(ports.time.publishing, () =>
      publishStatus(octokit, { owner, repo, branch, ref, message, files }, patienceOf(ports)),
    )
  } catch (error) {
    ports.log.warning(messageOf(error), { title: `Nothing published on ${branch}` })
  }
}

function staleFiles(history: string | null, reportId: string, now: Date): Map<string, string> {
  const last = readHistory(history).days.at(-1)
  const hours = last ? (now.getTime() - Date.parse(last.finishedAt)) / HOUR : 0
  if (!last || hours <= FRESH_HOURS) return new Map()
  const badge = staleBadge(last.finishedAt)
  return new Map([
    [statusPath(reportId, 'badge.json'), badgeJson(badge)],
    [statusPath(reportId, 'badge.svg'), badgeSvg(badge)],
  ])
}
