import type { GitHubEvent } from '../github/event.ts'
import { completeEvent } from '../github/repository.ts'
import { publishStatus } from '../github/status-branch.ts'
import { statusPath } from '../github/status-path.ts'
import { octokitOf } from '../github/token.ts'
import type { Inputs } from '../inputs.ts'
import type { Ports } from '../ports.ts'
import { badgeJson, badgeSvg, staleBadge } from '../report/badge.ts'
import { readHistory } from '../report/history.ts'
import { messageOf } from '../text.ts'

/** Longer than from one night to the next, however late that one begins. */
const FRESH_HOURS = 48

/**
 * After a run without a result: the badge on the status branch still shows the last one. When that is too old to go by,
 * the badge becomes grey. Never rejects.
 */
export async function markStale(inputs: Inputs, event: GitHubEvent, ports: Ports): Promise<void> {
  const branch = inputs.statusBranch
  if (branch === null || inputs.replayFile !== null) return
  try {
    const octokit = await octokitOf(inputs.githubToken, ports)
    const { onDefaultBranch, owner, repo, ref } = await completeEvent(event, async () => octokit)
    if (!onDefaultBranch) return
    const message = 'encryption status: stale'
    const files = async (previous: (path: string) => Promise<string | null>) =>
      staleFiles(await previous(statusPath(inputs.reportId, 'history.json')), inputs.reportId, ports.now())
    await publishStatus(octokit, { owner, repo, branch, ref, message, files })
  } catch (error) {
    ports.log.warning(messageOf(error), { title: `Nothing published on ${branch}` })
  }
}

function staleFiles(history: string | null, reportId: string, now: Date): Map<string, string> {
  const last = readHistory(history).days.at(-1)
  const hours = last ? (now.getTime() - Date.parse(last.finishedAt)) / (60 * 60 * 1000) : 0
  if (!last || hours <= FRESH_HOURS) return new Map()
  const badge = staleBadge(last.finishedAt)
  return new Map([
    [statusPath(reportId, 'badge.json'), badgeJson(badge)],
    [statusPath(reportId, 'badge.svg'), badgeSvg(badge)],
  ])
}
