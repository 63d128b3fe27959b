import { objectOf } from '../json.ts'
import { withoutEnd } from '../text.ts'

export type Visibility = 'public' | 'private' | 'internal'

/** What happened on GitHub, and where. */
export interface GitHubEvent {
  /** as in `on:` of a workflow */
  name: string
  /** `owner/name` */
  repository: string
  owner: string
  repo: string
  repositoryId: string | null
  /** of a pull request its head, not the merge that GitHub made for the run */
  sha: string
  ref: string
  /** the page of the workflow run */
  runUrl: string
  /** without a slash at its end */
  serverUrl: string
  /** null unless the event is `pull_request` or `pull_request_target` */
  pullRequest: PullRequest | null
  /** null: the payload does not tell */
  visibility: Visibility | null
  /** null: the payload does not tell; false for pull requests, whatever they are based on */
  onDefaultBranch: boolean | null
}

export interface PullRequest {
  number: number
  headSha: string
  /** what the base branch was at when the event happened */
  baseSha: string
  /** it comes from another repository, or from one that is gone */
  foreign: boolean
  /** Dependabot made this run happen, which GitHub then treats as one from a fork */
  dependabot: boolean
}

/**
 * Reads the runner's variables and the event's payload, of which anything may be missing.
 *
 * @param env as `process.env`
 * @param payload the parsed file at GITHUB_EVENT_PATH, or whatever there is instead
 */
export function readEvent(env: Record<string, string | undefined>, payload: unknown): GitHubEvent {
  const name = env.GITHUB_EVENT_NAME ?? ''
  const from = objectOf(objectOf(payload).repository)
  const repository = env.GITHUB_REPOSITORY || textOf(from.full_name)
  const [owner = '', repo = ''] = repository.split('/')
  const serverUrl = withoutEnd(env.GITHUB_SERVER_URL || 'https://github.com', '/')
  const actor = env.GITHUB_ACTOR ?? ''
  const ref = env.GITHUB_REF ?? ''
  const pullRequest = isPullRequest(name) ? pullRequestOf(objectOf(payload).pull_request, repository, actor) : null
  return {
    name,
    repository,
    owner,
    repo,
    repositoryId: env.GITHUB_REPOSITORY_ID || idOf(from.id),
    sha: pullRequest?.headSha || (env.GITHUB_SHA ?? ''),
    ref,
    runUrl: `${serverUrl}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    serverUrl,
    pullRequest,
    visibility: visibilityOf(from),
    onDefaultBranch: isPullRequest(name) ? false : isDefaultBranch(ref, from.default_branch),
  }
}

function isPullRequest(name: string): boolean {
  return name === 'pull_request' || name === 'pull_request_target'
}

function pullRequestOf(value: unknown, repository: string, actor: string): PullRequest | null {
  const { number, head, base } = objectOf(value)
  if (typeof number !== 'number') return null
  const from = objectOf(objectOf(head).repo)
  const into = textOf(objectOf(objectOf(base).repo).full_name) || repository
  return {
    number,
    headSha: textOf(objectOf(head).sha),
    baseSha: textOf(objectOf(base).sha),
    foreign: textOf(from.full_name).toLowerCase() !== into.toLowerCase(),
    dependabot: actor.toLowerCase() === 'dependabot[bot]',
  }
}

/** What a repository, as GitHub describes it, says of who can see it. */
export function visibilityOf(repository: Record<string, unknown>): Visibility | null {
  const { visibility } = repository
  if (visibility === 'public' || visibility === 'private' || visibility === 'internal') return visibility
  if (typeof repository.private !== 'boolean') return null
  return repository.private ? 'private' : 'public'
}

/** null when the branch is not known. */
export function isDefaultBranch(ref: string, branch: unknown): boolean | null {
  return typeof branch === 'string' && branch !== '' ? ref === `refs/heads/${branch}` : null
}

/** Pull requests of others get no identity from GitHub, which is not an error there; everywhere else it is one. */
export function getsNoIdentity({ pullRequest }: GitHubEvent): boolean {
  return pullRequest !== null && (pullRequest.foreign || pullRequest.dependabot)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function idOf(value: unknown): string | null {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null
}
