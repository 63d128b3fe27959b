import type { Failure } from './failure.ts'
import { answerOf, commonRefusal, normal, type Octokit, ownLogin } from './octokit.ts'
import { type Comment, discard, ownComments } from './own-comments.ts'
import { type Patience, retried } from './retry.ts'

export interface CommentRequest {
  owner: string
  repo: string
  /** number of the pull request */
  issue: number
  /** first line of the body, by which the comment is found again */
  marker: string
  body: string
  /** what a comment that is there already is to say instead; its argument is what it says */
  revise?: (previous: string) => string
  /** `update-only` leaves a pull request without a comment alone */
  mode: 'create-or-update' | 'update-only'
}

/** Why there is no comment, and what to do about it. */
export class CommentRefused extends Error {
  override name = 'CommentRefused'
}

/**
 * Writes our one comment on a pull request: edits the earlier one, or creates it.
 *
 * @returns null when there is none, and none was to be created
 * @throws CommentRefused
 */
export async function upsertComment(
  octokit: Octokit,
  request: CommentRequest,
  patience: Patience,
): Promise<{ url: string } | null> {
  // a comment may have been created although the answer was lost: the next try looks for it first
  return retried(() => upsertOnce(octokit, request), patience).catch((error: Failure) => {
    throw new CommentRefused(refusal(error, request))
  })
}

async function upsertOnce(octokit: Octokit, request: CommentRequest): Promise<{ url: string } | null> {
  const [ours, ...repeated] = await ownComments(octokit, request, request.marker, () => ownLogin(octokit))
  if (ours) return revise(octokit, request, ours, repeated)
  return request.mode === 'update-only' ? null : create(octokit, request)
}

async function create(octokit: Octokit, request: CommentRequest): Promise<{ url: string }> {
  const { owner, repo, issue, body, marker } = request
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body })
  const author = () => data.user?.login ?? ''
  const [oldest, ...repeated] = await ownComments(octokit, request, marker, author).catch(() => [])
  if (!oldest || oldest.id === data.id) return { url: data.html_url }
  // another run was faster: its comment stays, and says what the newer of both found
  return revise(octokit, request, oldest, repeated)
}

async function revise(octokit: Octokit, request: CommentRequest, ours: Comment, repeated: Comment[]) {
  const { owner, repo, body, revise = () => body } = request
  const revised = revise(normal(ours.body))
  if (normal(ours.body) !== normal(revised))
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body: revised })
  await discard(octokit, request, repeated)
  return { url: ours.html_url }
}

function refusal(error: Failure, { owner, repo, issue, body }: CommentRequest): string {
  const where = `pull request #${issue} of ${owner}/${repo}`
  const said = answerOf(error)
  const common = commonRefusal(error, `the comment on ${where}`)
  if (common !== null) return common
  if (/\blocked\b/i.test(error.message))
    return `The conversation of ${where} is locked, so the comment could not be written ${said}. Unlock it.`
  if (error.status === 403 || error.status === 404) {
    return `GitHub does not let this job comment on ${where} ${said}. Give the job \`permissions: pull-requests: write\`; pull requests from forks and from Dependabot cannot have it.`
  }
  if (error.status === 422) {
    return `GitHub rejected the comment on ${where}, probably because it is too long (${body.length} characters) ${said}. The whole report is in the summary of the run and in the report files.`
  }
  return `The comment on ${where} could not be written ${said}. The whole report is in the summary of the run.`
}
