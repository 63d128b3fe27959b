import type { GitHubEvent } from '../github/event.ts'
import { octokitOf } from '../github/token.ts'
import type { Ports } from '../ports.ts'
import { within } from '../time.ts'

/** When the head commit of the pull request was made, as GitHub says; null: nobody knows. Never rejects. */
export async function headTime(event: GitHubEvent, githubToken: string, ports: Ports): Promise<string | null> {
  const { owner, repo, pullRequest } = event
  if (!pullRequest?.headSha || githubToken === '') return null
  try {
    const at = { owner, repo, commit_sha: pullRequest.headSha }
    const read = async () => (await octokitOf(githubToken, ports)).rest.git.getCommit(at)
    const { data } = await within(ports.time.reading, read)
    return data.committer.date ?? null
  } catch {
    // a plan is none the worse for it
    return null
  }
}
