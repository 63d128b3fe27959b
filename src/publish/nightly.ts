import { patienceOf } from '../github/retry.ts'
import { publishStatus } from '../github/status-branch.ts'
import { statusPath } from '../github/status-path.ts'
import { octokitOf } from '../github/token.ts'
import type { Ports } from '../ports.ts'
import { badgeJson, badgeOf, badgeSvg } from '../report/badge.ts'
import { dayOf, historyJson, withDay } from '../report/history.ts'
import { publishedReport } from '../report/json.ts'
import { mayReplaceReadme, statusReadme } from '../report/status-readme.ts'
import { trendSvg } from '../report/trend/trend.ts'
import { messageOf } from '../text.ts'
import { within } from '../time.ts'
import type { Publication, Result } from './model.ts'
import { ofLive } from './result.ts'

/** Whether the run says how things stand now: on the default branch, and not from evidence of another day. */
export function isNightly({ inputs, event, scan }: Result): boolean {
  return event.onDefaultBranch && inputs.replayFile === null && scan.conclusion !== 'skipped'
}

/** Puts report, badge, history and trend onto the status branch. */
export async function statusBranch(result: Result, publication: Publication, ports: Ports): Promise<void> {
  const { inputs, event, scan } = result
  const branch = inputs.statusBranch
  if (branch === null || !isNightly(result)) return
  try {
    const { owner, repo, ref } = event
    const octokit = await octokitOf(inputs.githubToken, ports)
    const message = `encryption status: ${scan.liveConclusion}`
    const notes = new Set<string>()
    const files = (previous: (path: string) => Promise<string | null>) =>
      statusFiles(result, publication, branch, previous, (note) => notes.add(note))
    const work = () => publishStatus(octokit, { owner, repo, branch, ref, message, files }, patienceOf(ports))
    const page = await within(ports.time.publishing, work)
    for (const note of notes) ports.log.warning(note)
    ports.log.info(page ? `Published on ${branch}: ${page}` : `Nothing changed on ${branch}.`)
  } catch (error) {
    ports.log.warning(messageOf(error), { title: `Nothing published on ${branch}` })
  }
}

async function statusFiles(
  { inputs, event, scan }: Result,
  { shown }: Publication,
  branch: string,
  previous: (path: string) => Promise<string | null>,
  note: (sentence: string) => void,
): Promise<Map<string, string>> {
  const { reportId } = inputs
  const { context } = shown
  const report = ofLive(shown.report, scan)
  const at = (file: string) => statusPath(reportId, file)
  const badge = badgeOf(report, inputs.policy)
  const history = withDay(await previous(at('history.json')), dayOf(report))
  if (history.note) note(history.note)
  const published = publishedReport(report, inputs.policy)
  if (published === null)
    note(`The report is too large for ${branch}, so the next run has no baseline there: split it with report-id.`)
  const { days } = history
  const repositoryUrl = `${event.serverUrl}/${event.repository}`
  const readme = statusReadme({
    reportId,
    days,
    runUrl: report.run.url,
    repositoryUrl,
    branch,
    at,
    docs: context.docs,
  })
  const mayReplace = mayReplaceReadme(await previous(at('README.md')), reportId)
  return new Map([
    // half of a report would make everything else new
    ...(published === null || scan.isCut ? [] : [[at('report.json'), published] as const]),
    [at('badge.json'), badgeJson(badge)],
    [at('badge.svg'), badgeSvg(badge)],
    [at('history.json'), historyJson(days)],
    [at('trend.svg'), trendSvg(days)],
    ...(mayReplace ? [[at('README.md'), readme] as const] : []),
  ])
}
