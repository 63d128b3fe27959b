import { type GitHubEvent, readEvent } from './github/event.ts'
import { type CompleteEvent, completeEvent } from './github/repository.ts'
import { octokitOf } from './github/token.ts'
import { parsed } from './json.ts'
import type { Ports } from './ports.ts'
import { within } from './time.ts'

/** What happened where somebody typed the command: nothing that GitHub knows of. */
const typed: CompleteEvent = {
  name: 'command-line',
  repository: '',
  owner: '',
  repo: '',
  repositoryId: null,
  sha: '',
  ref: '',
  runUrl: '',
  serverUrl: '',
  pullRequest: null,
  visibility: 'private',
  onDefaultBranch: false,
}

/** The event as the runner describes it. */
export function eventOf(ports: Ports): GitHubEvent {
  return ports.terminal ? typed : readEvent(ports.env, payloadOf(ports) ?? {})
}

/** Says what the runner should have told and did not: where the checkout is, and of which pull request this run is. */
export function warnOfGaps(event: GitHubEvent, ports: Ports): void {
  if (ports.terminal) return
  if (!ports.env.GITHUB_WORKSPACE)
    ports.log.warning(
      'GITHUB_WORKSPACE is not set: files are read and written in the folder in which this action was started.',
    )
  const { GITHUB_EVENT_PATH: path } = ports.env
  if (!/^pull_request(_target)?$/.test(event.name) || event.pullRequest !== null) return
  const why = !path
    ? 'GITHUB_EVENT_PATH is not set'
    : payloadOf(ports) === null
      ? `the file at GITHUB_EVENT_PATH (${path}) could not be read as JSON`
      : `the file at GITHUB_EVENT_PATH (${path}) names no pull request`
  ports.log.warning(
    `This run cannot tell which pull request it belongs to, because ${why}. It posts no comment, and it does not show what the pull request changes in the config file. Run this action in a job of GitHub Actions, and change neither GITHUB_EVENT_PATH nor the file it names in an earlier step.`,
    { title: 'No comment on the pull request' },
  )
}

/** null where there is none */
function payloadOf({ env, files }: Ports): unknown {
  return parsed(files.ofRunner(env.GITHUB_EVENT_PATH ?? '') ?? '')
}

/** What the event does not tell, GitHub is asked, as long as there is time. */
export function completed(event: GitHubEvent, githubToken: string, ports: Ports): Promise<CompleteEvent> {
  const get = (repository: { owner: string; repo: string }) =>
    within(ports.time.publishing, async () => (await octokitOf(githubToken, ports)).rest.repos.get(repository))
  return completeEvent(event, async () => ({ rest: { repos: { get } } }))
}
