import { readContents } from '../github/contents.ts'
import type { GitHubEvent } from '../github/event.ts'
import { failureFrom } from '../github/failure.ts'
import { whyOf } from '../github/octokit.ts'
import { statusPath } from '../github/status-path.ts'
import { octokitOf } from '../github/token.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { within } from '../time.ts'

/** `history.json` of the status branch. */
export interface History {
  /** null: there is none yet */
  text: string | null
}

/**
 * The history on the status branch, for the page, which shows it. Never rejects.
 *
 * @returns null where it could not be read, and where no page is asked for
 */
export async function loadHistory(inputs: Inputs, event: GitHubEvent, ports: Ports): Promise<History | null> {
  const { htmlFile, statusBranch, githubToken, reportId } = inputs
  if (htmlFile === null || statusBranch === null) return null
  const { owner, repo } = event
  const at = { owner, repo, ref: statusBranch, path: statusPath(reportId, 'history.json') }
  try {
    const text = await within(ports.time.reading, async () => readContents(await octokitOf(githubToken, ports), at))
    return { text }
  } catch (error) {
    const failure = failureFrom(error)
    ports.log.info(`The web page has no trend: ${at.path} on ${statusBranch} could not be read ${whyOf(failure)}.`)
    return null
  }
}
