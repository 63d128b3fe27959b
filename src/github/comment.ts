import { setTimeout } from 'node:timers/promises'
import type { getOctokit } from '@actions/github'
import { oneLine } from '../text.ts'

export type Octokit = ReturnType<typeof getOctokit>

export interface CommentRequest {
  owner: string
  repo: string
  /** number of the pull request */
  issue: number
  /** first line of the body, by which the comment is found again */
  marker: string
  body: string
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

const TRIES = 3
const LONGEST_WAIT = 60_000

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
  sleep: (milliseconds: number) => Promise<unknown> = (milliseconds) => setTimeout(milliseconds),
): Promise<{ url: string } | null> {
  for (let tried = 1; ; tried++) {
    try {
      return await upsertOnce(octokit, request)
    } catch (error) {
      const wait = waitBeforeNext(error as Failure, tried)
      if (tried === TRIES || wait === null) throw new CommentRefused(refusal(error as Failure, request))
      // a comment may have been created although the answer was lost: the next try looks for it first
      await sleep(wait)
    }
  }
}

async function upsertOnce(octokit: Octokit, request: CommentRequest): Promise<{ url: string } | null> {
  const { owner, repo, issue, body } = request
  const [ours, ...duplicates] = await ourComments(octokit, request)
  if (!ours && request.mode === 'update-only') return null
  if (!ours) {
    const created = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body })
    return { url: created.data.html_url }
  }
  if (normal(ours.body) !== normal(body)) {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body })
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

async function ownLogin(octokit: Octokit): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
    return viewer.login.toLowerCase()
  } catch (error) {
    if (isPassing(error as Failure)) throw error
    return 'github-actions[bot]'
  }
}

function normal(body: string | undefined): string {
  return (body ?? '').replaceAll('\r\n', '\n').trimEnd()
}

/** An error of Octokit; those without a status are not about an HTTP answer. */
interface Failure {
  status?: number
  message: string
  request?: { method: string }
  response?: { headers: Record<string, string | number | undefined> }
}

function isPassing({ status = 0, response }: Failure): boolean {
  const limited =
    status === 403 && (response?.headers['retry-after'] || response?.headers['x-ratelimit-remaining'] === '0')
  return status >= 500 || status === 429 || Boolean(limited)
}

/** Milliseconds, or null when another try would not help. */
function waitBeforeNext(error: Failure, tried: number): number | null {
  if (error.status === 404 && error.request?.method === 'PATCH') return 0
  if (!isPassing(error)) return null
  const asked = Number(error.response?.headers['retry-after'] ?? 0) * 1000
  return asked > LONGEST_WAIT ? null : Math.max(asked || 0, 1000 * 2 ** (tried - 1))
}

function refusal(error: Failure, { owner, repo, issue, body }: CommentRequest): string {
  const where = `pull request #${issue} of ${owner}/${repo}`
  const said = `(${error.status ?? 'no answer'}: ${oneLine(error.message)})`
  if (isPassing(error)) return `GitHub did not take the comment on ${where} ${said}. Run the job again later.`
  if (error.status === 401)
    return `GitHub does not accept github-token ${said}. Give a token that is valid, or leave the input out.`
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
