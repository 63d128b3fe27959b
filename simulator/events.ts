/** What the runner knows of the event that started the workflow. */
export interface RunnerEvent {
  name: string
  payload: Record<string, unknown>
  ref: string
  headRef?: string
  baseRef?: string
  actor: string
  /** whether GitHub gives such a run the OIDC variables, where the workflow has `id-token: write` */
  hasIdentity: boolean
}

const sha = '1f6d2c0b9e8a7f6e5d4c3b2a190817f6e5d4c3b2'
const baseSha = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'

const repository = {
  id: 640_000_001,
  node_id: 'R_640000001',
  name: 'ml-platform',
  full_name: 'contoso/ml-platform',
  private: true,
  visibility: 'private',
  fork: false,
  default_branch: 'main',
  html_url: 'https://github.com/contoso/ml-platform',
  owner: { login: 'contoso', id: 11_000_001, type: 'Organization' },
}

const fork = {
  ...repository,
  id: 640_000_002,
  full_name: 'octocat/ml-platform',
  fork: true,
  html_url: 'https://github.com/octocat/ml-platform',
  owner: { login: 'octocat', id: 583_231, type: 'User' },
}

/** A pull request within the repository; `repository` replaces properties of the repository, `private` say. */
export function pullRequest(options: { number?: number; repository?: object } = {}): RunnerEvent {
  return pull(options, { ...repository, ...options.repository }, 'mona')
}

/** From somebody's fork: a read-only token and no identity. */
export function pullRequestFromFork(options: { number?: number } = {}): RunnerEvent {
  return { ...pull(options, fork, 'octocat'), hasIdentity: false }
}

/** From a fork that was deleted since: `head.repo` is null. */
export function pullRequestFromDeletedFork(options: { number?: number } = {}): RunnerEvent {
  return { ...pull(options, null, 'octocat'), hasIdentity: false }
}

/** From Dependabot, in the same repository: treated like a fork. */
export function pullRequestByDependabot(options: { number?: number } = {}): RunnerEvent {
  return { ...pull(options, repository, 'dependabot[bot]'), hasIdentity: false }
}

/** From a fork, run in the base repository's context: it has an identity. */
export function pullRequestTarget(options: { number?: number } = {}): RunnerEvent {
  return { ...pull(options, fork, 'octocat'), name: 'pull_request_target', ref: 'refs/heads/main' }
}

/** A push to the default branch. */
export function push(): RunnerEvent {
  return {
    ...byRepository('push', { ref: 'refs/heads/main', before: baseSha, after: sha, forced: false, commits: [] }),
  }
}

/** A scheduled run: the payload holds next to nothing. */
export function schedule(): RunnerEvent {
  const payload = { schedule: '17 3 * * *', workflow: '.github/workflows/encryption.yml' }
  return { ...byRepository('schedule', {}), payload }
}

/** Started by hand. */
export function workflowDispatch(): RunnerEvent {
  return byRepository('workflow_dispatch', {
    ref: 'refs/heads/main',
    inputs: null,
    workflow: '.github/workflows/encryption.yml',
  })
}

/** A merge queue's group. */
export function mergeGroup(): RunnerEvent {
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${baseSha}`
  const merge_group = { head_sha: sha, head_ref: ref, base_sha: baseSha, base_ref: 'refs/heads/main' }
  return { ...byRepository('merge_group', { action: 'checks_requested', merge_group }), ref }
}

function byRepository(name: string, payload: object): RunnerEvent {
  const sender = { login: 'mona', id: 1, type: 'User' }
  return { name, payload: { ...payload, repository, sender }, ref: 'refs/heads/main', actor: 'mona', hasIdentity: true }
}

function pull({ number = 7 }: { number?: number }, head: typeof repository | null, actor: string): RunnerEvent {
  const base = head?.fork || head === null ? repository : head
  const user = { login: actor, type: actor.endsWith('[bot]') ? 'Bot' : 'User' }
  const headRef = 'add-workspace'
  const pull_request = {
    number,
    id: 1_700_000_000 + number,
    state: 'open',
    draft: false,
    locked: false,
    title: 'Add the churn workspace',
    html_url: `${base.html_url}/pull/${number}`,
    user,
    head: { ref: headRef, sha, repo: head, user },
    base: { ref: 'main', sha: baseSha, repo: base },
    author_association: 'CONTRIBUTOR',
  }
  const payload = { action: 'synchronize', number, pull_request, repository: base, sender: user }
  const ref = `refs/pull/${number}/merge`
  return { name: 'pull_request', payload, ref, headRef, baseRef: 'main', actor, hasIdentity: true }
}
