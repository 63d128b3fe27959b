import { createHash } from 'node:crypto'
import { normal, type Octokit } from './octokit.ts'
import { type Conversation, discard, ownComments } from './own-comments.ts'

/** What has changed since an issue was last written. */
export interface Change {
  /** last line of the comment, the same for whoever tells of a change from the same state */
  marker: string
  text: string
  /** when the issue was last written, as GitHub tells time */
  since: string
}

/** @param marker of the issue @param previous what the issue said */
export function changeMarker(marker: string, previous: string): string {
  const state = createHash('sha256').update(normal(previous)).digest('hex').slice(0, 16)
  return marker.replace(':issue:', ':change:').replace(' -->', `:${state} -->`)
}

/** Comments on an issue once, also when an answer is lost, or when two runs find the same change at once. */
export async function tell(
  octokit: Octokit,
  conversation: Conversation,
  { marker, text, since }: Change,
  login: string,
): Promise<void> {
  const told = () => ownComments(octokit, conversation, marker, () => login, since)
  const [first, ...repeated] = await told()
  if (first) return discard(octokit, conversation, repeated)
  const { owner, repo, issue } = conversation
  const body = `${text.trimEnd()}\n\n${marker}`
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body })
  const [oldest = data] = await told().catch(() => [])
  if (oldest.id !== data.id) await discard(octokit, conversation, [data as never])
}
