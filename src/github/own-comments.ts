import { normal, type Octokit } from './octokit.ts'
import { everything } from './pages.ts'

export interface Comment {
  id: number
  html_url: string
  body?: string
  user: { login: string } | null
}

export interface Conversation {
  owner: string
  repo: string
  /** number of the issue or pull request */
  issue: number
}

/**
 * The comments that have a marker for their first line, oldest first; of those since some time, for their last. Others may write the marker too, so the author counts.
 *
 * @param author asks who we are, only when it matters
 * @param since leaves out what was last written earlier, as GitHub tells time
 */
export async function ownComments(
  octokit: Octokit,
  { owner, repo, issue }: Conversation,
  marker: string,
  author: () => string | Promise<string>,
  since?: string,
): Promise<Comment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const list = { owner, repo, issue_number: issue, ...(since ? { since } : {}) }
  const all = await everything<Comment>(octokit, route, list)
  const marked = all.filter(
    ({ body }) =>
      normal(body)
        .split('\n')
        .at(since ? -1 : 0) === marker,
  )
  if (marked.length === 0) return []
  const login = (await author()).toLowerCase()
  return marked.filter(({ user }) => user?.login?.toLowerCase() === login).sort((a, b) => a.id - b.id)
}

/** Deletes comments. What cannot be deleted is untidy, not wrong. */
export async function discard(octokit: Octokit, { owner, repo }: Conversation, comments: Comment[]): Promise<void> {
  for (const { id } of comments)
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => undefined)
}
