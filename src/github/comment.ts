import { answerOf, commonRefusal, type Failure, normal, type Octokit, ownLogin, pause, retried } from './octokit.ts'

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

interface Comment {
  id: number
  html_url: string
  body?: string
  user: { login: string } | null
}

/**
 * Writes our one comment on a pull request: edits the earlier one, or creates it.
 *
 * @param sleep milliseconds
 * @returns null when there is none, and none was to be created
 * @throws CommentRefused
 */
export async function upsertComment(
  octokit: Octokit,
  request: CommentRequest,
  sleep = pause,
): Promise<{ url: string } | null> {
  // a comment may have been created although the answer was lost: the next try looks for it first
  return retried(() => upsertOnce(octokit, request), sleep).catch((error: Failure) => {
    throw new CommentRefused(refusal(error, request))
  })
}

async function upsertOnce(octokit: Octokit, request: CommentRequest): Promise<{ url: string } | null> {
  const { owner, repo, issue, body, revise = () => body } = request
  const [ours, ...duplicates] = await ourComments(octokit, request)
  if (!ours && request.mode === 'update-only') return null
  if (!ours) {
    const created = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body })
    return { url: created.data.html_url }
  }
  const revised = revise(normal(ours.body))
  if (normal(ours.body) !== normal(revised)) {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body: revised })
  }
  for (const { id } of duplicates) {
    // two runs at the same time made two; a leftover is untidy, not wrong
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => undefined)
  }
  return { url: ours.html_url }
}

/** Oldest first. Others may write the marker too, so the author counts. */
async function ourComments(octokit: Octokit, { owner, repo, issue, marker }: CommentRequest): Promise<Comment[]> {
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: issue,
    per_page: 100,
  })
  const marked: Comment[] = []
  for await (const page of pages) {
    marked.push(...page.data.filter((comment) => normal(comment.body).split('\n', 1)[0] === marker))
  }
  if (marked.length === 0) return []
  const login = await ownLogin(octokit)
  return marked.filter((comment) => comment.user?.login.toLowerCase() === login)
}

function refusal(error: Failure, { owner, repo, issue, body }: CommentRequest): string {
  const where = `pull request #${issue} of ${owner}/${repo}`
  const said = answerOf(error)
  const common = commonRefusal(error, `the comment on ${where}`)
  if (common !== null) return common
  if (/locked/i.test(error.message))
    return `The conversation of ${where} is locked, so the comment could not be written ${said}. Unlock it.`
  if (error.status === 403 || error.status === 404) {
    return `GitHub does not let this job comment on ${where} ${said}. Give the job \`permissions: pull-requests: write\`; pull requests from forks and from Dependabot cannot have it.`
  }
  if (error.status === 422) {
    return `GitHub finds the comment on ${where} unacceptable, probably too long with its ${body.length} characters ${said}. The whole report is in the summary of the run and in the report files.`
  }
  return `The comment on ${where} could not be written ${said}. The whole report is in the summary of the run.`
}
