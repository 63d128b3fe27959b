import { type GitStore, gitStore, push } from './git-objects.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

export interface GitHubComment {
  id: number
  /** the number of the issue or pull request */
  issue: number
  body: string
  user: { login: string; type: 'Bot' | 'User' }
  createdAt: string
  updatedAt: string
}

export interface GitHubIssue {
  number: number
  title: string
  body: string | null
  user: { login: string; type: 'Bot' | 'User' } | null
  labels: string[]
  state: 'open' | 'closed'
  stateReason: string | null
  /** pull requests are listed among the issues */
  isPullRequest: boolean
  locked: boolean
  createdAt: string
  updatedAt: string
  closedAt: string | null
}

export interface GitHubLabel {
  id: number
  name: string
  color: string
  description: string | null
}

type Access = 'none' | 'read' | 'write'

/** One repository and what the token may do there; change it at will between requests. */
export interface GitHubState {
  owner: string
  repo: string
  repositoryId: number
  private: boolean
  defaultBranch: string
  token: string
  /** `github-actions[bot]`, or the user of a personal access token */
  tokenLogin: string
  /** by GitHub's names in a workflow's `permissions` */
  tokenPermissions: Record<'contents' | 'issues' | 'pull-requests', Access>
  pullRequests: { number: number }[]
  issues: GitHubIssue[]
  hasIssues: boolean
  labels: GitHubLabel[]
  /** the token's user may write issues, but not change their labels: GitHub leaves labels out without a word */
  labelsDenied: boolean
  comments: GitHubComment[]
  nextId: number
  git: GitStore
  /** branches that a ruleset keeps from everyone */
  guardedBranches: string[]
  archived: boolean
  /** what others do right before the next writes: one is taken before each */
  meanwhile: (() => void)[]
}

/** A repository with one pull request, and a token that may comment on it. */
export function githubState(options: Partial<GitHubState> = {}): GitHubState {
  const git = gitStore()
  push(git, options.defaultBranch ?? 'main', { 'README.md': '# ml-platform\n' }, 'first')
  return {
    owner: 'contoso',
    repo: 'ml-platform',
    repositoryId: 640_000_001,
    private: true,
    defaultBranch: 'main',
    token: 'ghs_SimulatedGitHubToken00000000000000000',
    tokenLogin: 'github-actions[bot]',
    tokenPermissions: { contents: 'read', issues: 'none', 'pull-requests': 'write' },
    pullRequests: [{ number: 7 }],
    issues: [],
    hasIssues: true,
    labels: [],
    labelsDenied: false,
    comments: [],
    nextId: 2_000_000_001,
    git,
    guardedBranches: [],
    archived: false,
    meanwhile: [],
    ...options,
  }
}

export interface GitHubContext {
  request: ServiceRequest
  github: GitHubState
  /** the parts of the path that the route's pattern names */
  parameters: string[]
  apiUrl: string
  serverUrl: string
}

/** One operation of the REST API; add further ones to a list of their own. */
export interface Route {
  method: string
  /** below `/repos/{owner}/{repo}` */
  path: RegExp
  answer: (context: GitHubContext) => Reply
}

/** `{ message }` as GitHub words its errors. */
export function githubError(status: number, message: string, errors?: object[]): Reply {
  const documentation_url = 'https://docs.github.com/rest'
  return { status, body: { message, ...(errors ? { errors } : {}), documentation_url, status: String(status) } }
}

/** What a token without the permission is told; undefined when one of the permissions is held. */
export function missingPermission(
  github: GitHubState,
  permissions: (keyof GitHubState['tokenPermissions'])[],
  access: Access,
) {
  const isHeld = permissions.some((permission) => {
    const held = github.tokenPermissions[permission]
    return held === 'write' || held === access
  })
  return isHeld ? undefined : githubError(403, 'Resource not accessible by integration')
}

/** What is public can be read without a permission; nothing can be written to an archive. */
export function denied(
  { github }: GitHubContext,
  permissions: (keyof GitHubState['tokenPermissions'])[],
  access: 'read' | 'write',
): Reply | undefined {
  if (access === 'read' && !github.private) return undefined
  if (access === 'write' && github.archived) return githubError(403, 'Repository was archived so is read-only.')
  return missingPermission(github, permissions, access)
}

/** The schema `simple-user`. */
export function simpleUser(login: string, type: 'Bot' | 'User' | 'Organization') {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`
  return {
    login,
    id: 41_898_282,
    node_id: 'MDM6Qm90NDE4OTgyODI=',
    avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  }
}
