import { type Change, changeMarker, tell } from './change.ts'
import type { Failure } from './failure.ts'
import { createLabel, LABEL, relabelled, withoutLabel } from './issue-label.ts'
import { joined, nothing, split } from './marked-part.ts'
import { answerOf, commonRefusal, normal, type Octokit, ownLogin } from './octokit.ts'
import { everything } from './pages.ts'
import { type Patience, retried } from './retry.ts'

export interface IssueRequest {
  owner: string
  repo: string
  /** line by which the issue is found again; what follows it is replaced, up to the end marker */
  marker: string
  /** of a new issue; people may change it */
  title: string
  body: string
  /** what an issue that is there already is to say instead; its argument is what it says */
  revise?: (previous: string) => string
  /** `kept`: what is open stays open and what is closed stays closed */
  state: 'open' | 'closed' | 'kept'
  /**
   * What to tell in a comment, null for nothing.
   *
   * @param previous what the issue said until now
   */
  change: (previous: string) => string | null
}

export interface TrackingIssue {
  url: string
  /** a sentence about what did not work and does no harm; null when everything did */
  note: string | null
}

/** Why there is no tracking issue, and what to do about it. */
export class IssueRefused extends Error {
  override name = 'IssueRefused'
}

interface Issue {
  number: number
  html_url: string
  state: string
  updated_at: string
  body?: string | null
  labels: (string | { name?: string })[]
  pull_request?: unknown
  user: { login: string } | null
}

/** What is said once, however often the rest has to be tried. */
interface Memory {
  change?: Change | null
  /** who we are */
  login?: string
}

/**
 * Keeps our one issue true: opens, updates, closes it and opens it again. What people write around the marked part
 * stays, and so does the title.
 *
 * @returns null when there is no open issue, and none was to be opened
 * @throws IssueRefused
 */
export async function upsertTrackingIssue(
  octokit: Octokit,
  request: IssueRequest,
  patience: Patience,
): Promise<TrackingIssue | null> {
  const memory: Memory = {}
  // an issue may have been created although the answer was lost: the next try looks for it first
  return retried(() => upsertOnce(octokit, request, memory), patience).catch((error: Failure) => {
    throw new IssueRefused(refusal(error, request))
  })
}

async function upsertOnce(octokit: Octokit, request: IssueRequest, memory: Memory): Promise<TrackingIssue | null> {
  const [ours, ...duplicates] = await ourIssues(octokit, request, memory)
  if (!ours) return request.state === 'open' ? create(octokit, request, memory) : null
  for (const { number, state } of duplicates) if (state === 'open') await close(octokit, request, number)
  return update(octokit, request, ours, memory)
}

/**
 * Oldest first. Others may write the marker too, so the author counts. Without the label, which people may remove and
 * not every token may set, an open issue is found by its author.
 */
async function ourIssues(octokit: Octokit, request: IssueRequest, memory: Memory): Promise<Issue[]> {
  const { owner, repo, marker } = request
  memory.login ??= await ownLogin(octokit)
  const { login } = memory
  const isOurs = ({ user, body, pull_request }: Issue) =>
    !pull_request && user?.login?.toLowerCase() === login && split(body, marker) !== null
  for (const filter of [{ labels: LABEL, state: 'all' } as const, { creator: login, state: 'open' } as const]) {
    const all = await everything<Issue>(octokit, 'GET /repos/{owner}/{repo}/issues', { owner, repo, ...filter })
    const ours = all.filter(isOurs)
    if (ours.length > 0) return ours.sort((a, b) => a.number - b.number)
  }
  return []
}

async function create(octokit: Octokit, request: IssueRequest, memory: Memory): Promise<TrackingIssue> {
  const { owner, repo, title } = request
  const labelled = await createLabel(octokit, request)
  const body = joined(nothing, request)
  const created = await octokit.rest.issues.create({ owner, repo, title, body, labels: [LABEL] })
  const note = created.data.labels.length > 0 ? null : withoutLabel(labelled)
  const [oldest = created.data] = await ourIssues(octokit, request, memory).catch(() => [])
  // another run was faster: its issue stays
  if (oldest.number !== created.data.number) await close(octokit, request, created.data.number)
  return { url: oldest.html_url, note }
}

async function close(octokit: Octokit, { owner, repo }: IssueRequest, issue_number: number): Promise<void> {
  await octokit.rest.issues.update({ owner, repo, issue_number, state: 'closed', state_reason: 'not_planned' })
}

async function update(
  octokit: Octokit,
  request: IssueRequest,
  issue: Issue,
  memory: Memory,
): Promise<TrackingIssue | null> {
  const { owner, repo, marker, state, revise = () => request.body } = request
  const { number: issue_number, html_url: url } = issue
  const isOpen = issue.state === 'open'
  const parts = split(issue.body, marker) ?? nothing
  if (memory.change === undefined) {
    if (!isOpen && state !== 'open') return null
    const text = request.change(parts.ours)
    const since = issue.updated_at
    memory.change = text === null ? null : { marker: changeMarker(marker, parts.ours), text, since }
  }
  const body = joined(parts, { marker, body: revise(parts.ours) })
  const moved = isOpen ? state === 'closed' && closing : state === 'open' && opening
  if (moved || normal(issue.body) !== normal(body)) {
    await octokit.rest.issues.update({ owner, repo, issue_number, body, ...moved })
  }
  if (memory.change) await tell(octokit, { owner, repo, issue: issue_number }, memory.change, memory.login ?? '')
  return { url, note: await relabelled(octokit, request, issue) }
}

const closing = { state: 'closed', state_reason: 'completed' } as const
const opening = { state: 'open', state_reason: 'reopened' } as const

function refusal(error: Failure, { owner, repo }: IssueRequest): string {
  const where = `the tracking issue of ${owner}/${repo}`
  const said = answerOf(error)
  const common = commonRefusal(error, where)
  if (common !== null) return common
  if (error.status === 410)
    return `${owner}/${repo} has no issues ${said}. Turn them on in the settings of the repository, or leave out tracking-issue.`
  if (/\blocked\b/i.test(error.message))
    return `The conversation of ${where} is locked, so nothing could be told there ${said}. Unlock it.`
  if (error.status === 403 || error.status === 404)
    return `GitHub does not let this job write ${where} ${said}. Give the job \`permissions: issues: write\`.`
  if (error.status === 422)
    return `GitHub rejected the text of ${where}, probably because it is too long with what people added ${said}. Shorten what was added.`
  return `${where.replace('the', 'The')} could not be written ${said}. The whole report is in the summary of the run.`
}
