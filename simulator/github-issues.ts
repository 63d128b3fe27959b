import { paged, timestamp } from './github-comments.ts'
import { denied, type GitHubContext, type GitHubIssue, githubError, type Route, simpleUser } from './github-model.ts'
import type { Reply } from './traffic.ts'

export const issueRoutes: Route[] = [
  { method: 'GET', path: /^\/issues$/, answer: list },
  { method: 'POST', path: /^\/issues$/, answer: writing(create) },
  { method: 'GET', path: /^\/issues\/(\d+)$/, answer: read },
  { method: 'PATCH', path: /^\/issues\/(\d+)$/, answer: writing(update) },
  { method: 'POST', path: /^\/issues\/(\d+)\/labels$/, answer: writing(addLabels) },
  { method: 'POST', path: /^\/labels$/, answer: createLabel },
]

interface IssueBody {
  title?: string
  body?: string
  state?: 'open' | 'closed'
  state_reason?: string | null
  labels?: string[]
}

function writing(answer: (context: GitHubContext, body: IssueBody) => Reply): Route['answer'] {
  return (context) => {
    const problem = denied(context, ['issues'], 'write')
    if (problem) return problem
    if (!context.github.hasIssues) return githubError(410, 'Issues are disabled for this repo')
    return answer(context, JSON.parse(context.request.body || '{}'))
  }
}

/** Newest first; pull requests are among them. */
function list(context: GitHubContext): Reply {
  const { github, request } = context
  const { state = 'open', labels = '', creator } = request.query
  const problem = denied(context, ['issues', 'pull-requests'], 'read')
  if (problem) return problem
  const wanted = labels.toLowerCase().split(',').filter(Boolean)
  const found = github.issues
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === undefined || issue.user?.login.toLowerCase() === creator.toLowerCase())
    .filter((issue) => wanted.every((label) => issue.labels.some((name) => name.toLowerCase() === label)))
    .filter((issue) => github.hasIssues || issue.isPullRequest)
    .sort((a, b) => b.number - a.number)
  return paged(
    context,
    found.map((issue) => body(context, issue)),
  )
}

function create(context: GitHubContext, wanted: IssueBody): Reply {
  const { github } = context
  const problem = invalid(wanted)
  if (problem) return problem
  if (!wanted.title)
    return githubError(422, 'Validation Failed', [{ resource: 'Issue', code: 'missing_field', field: 'title' }])
  github.meanwhile.shift()?.()
  const issue = addIssue(context.github, { title: wanted.title, body: wanted.body ?? null })
  label(context, issue, wanted.labels ?? [])
  const answer = body(context, issue)
  return { status: 201, headers: { location: answer.url }, body: answer }
}

/** An issue by the token's own user, or by somebody else. */
export function addIssue(github: GitHubContext['github'], issue: Partial<GitHubIssue>): GitHubIssue {
  const now = timestamp()
  const login = github.tokenLogin
  const number = 1 + Math.max(0, ...[...github.pullRequests, ...github.issues].map((each) => each.number))
  const added: GitHubIssue = {
    number,
    title: 'an issue',
    body: null,
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    labels: [],
    state: 'open',
    stateReason: null,
    isPullRequest: false,
    locked: false,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    ...issue,
  }
  github.issues.push(added)
  return added
}

function read(context: GitHubContext): Reply {
  const issue = find(context)
  return denied(context, ['issues'], 'read') ?? (issue ? { status: 200, body: body(context, issue) } : notFound())
}

function update(context: GitHubContext, wanted: IssueBody): Reply {
  const issue = find(context)
  const problem = issue ? invalid(wanted) : notFound()
  if (!issue || problem) return problem ?? notFound()
  const now = timestamp()
  if (wanted.state === 'closed' && issue.state === 'open') issue.closedAt = now
  if (wanted.state === 'open') issue.closedAt = null
  issue.title = wanted.title ?? issue.title
  issue.body = wanted.body ?? issue.body
  issue.state = wanted.state ?? issue.state
  issue.stateReason = wanted.state_reason ?? issue.stateReason
  issue.updatedAt = now
  return { status: 200, body: body(context, issue) }
}

function addLabels(context: GitHubContext, wanted: IssueBody): Reply {
  const issue = find(context)
  if (!issue) return notFound()
  if (context.github.labelsDenied) return githubError(403, 'Resource not accessible by integration')
  label(context, issue, wanted.labels ?? [])
  return { status: 200, body: issue.labels.map((name) => labelBody(context, name)) }
}

/** Labels that do not exist yet come into being. */
function label(context: GitHubContext, issue: GitHubIssue, names: string[]) {
  const { github } = context
  if (github.labelsDenied) return
  for (const name of names) {
    if (!known(context, name)) github.labels.push({ id: github.nextId++, name, color: 'ededed', description: null })
    if (!issue.labels.includes(name)) issue.labels.push(name)
  }
}

function createLabel(context: GitHubContext): Reply {
  const { github, request } = context
  const problem = denied(context, ['issues', 'pull-requests'], 'write')
  if (problem) return problem
  if (github.labelsDenied) return githubError(403, 'Resource not accessible by integration')
  const { name, color = 'ededed', description = null } = JSON.parse(request.body || '{}')
  if (known(context, name)) {
    return githubError(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }])
  }
  github.labels.push({ id: github.nextId++, name, color, description })
  return { status: 201, body: labelBody(context, name) }
}

function known({ github }: GitHubContext, name: string) {
  return github.labels.find((each) => each.name.toLowerCase() === name.toLowerCase())
}

function find({ github, parameters }: GitHubContext): GitHubIssue | undefined {
  return github.issues.find(({ number }) => number === Number(parameters[0]))
}

function notFound(): Reply {
  return githubError(404, 'Not Found')
}

function invalid({ body: text }: IssueBody): Reply | undefined {
  if (text === undefined || text.length <= 65_536) return undefined
  const message = 'body is too long (maximum is 65536 characters)'
  return githubError(422, 'Validation Failed', [{ resource: 'Issue', code: 'custom', field: 'body', message }])
}

/** The schema `label`. */
function labelBody(context: GitHubContext, name: string) {
  const { github, apiUrl } = context
  const { id, color, description } = known(context, name) ?? { id: 0, color: 'ededed', description: null }
  const url = `${apiUrl}/repos/${github.owner}/${github.repo}/labels/${encodeURIComponent(name)}`
  return { id, node_id: `LA_${id}`, url, name, color, default: false, description }
}

/** The schema `issue`. */
function body(context: GitHubContext, issue: GitHubIssue) {
  const { github, apiUrl, serverUrl } = context
  const repository = `${apiUrl}/repos/${github.owner}/${github.repo}`
  const url = `${repository}/issues/${issue.number}`
  const kind = issue.isPullRequest ? 'pull' : 'issues'
  const page = `${serverUrl}/${github.owner}/${github.repo}/${kind}/${issue.number}`
  return {
    id: 3_000_000_000 + issue.number,
    node_id: `I_${issue.number}`,
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    user: issue.user && simpleUser(issue.user.login, issue.user.type),
    labels: issue.labels.map((name) => labelBody(context, name)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: github.comments.filter((comment) => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: issue.user?.type === 'Bot' ? 'NONE' : 'MEMBER',
    performed_via_github_app: null,
    ...(issue.isPullRequest
      ? {
          pull_request: {
            url: `${repository}/pulls/${issue.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
          },
        }
      : {}),
  }
}
