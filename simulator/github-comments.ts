import {
  type GitHubComment,
  type GitHubContext,
  githubError,
  missingPermission,
  type Route,
  simpleUser,
} from './github-model.ts'
import type { Reply } from './traffic.ts'

export const commentRoutes: Route[] = [
  { method: 'GET', path: /^\/issues\/(\d+)\/comments$/, answer: list },
  { method: 'POST', path: /^\/issues\/(\d+)\/comments$/, answer: create },
  { method: 'GET', path: /^\/issues\/comments\/(\d+)$/, answer: read },
  { method: 'PATCH', path: /^\/issues\/comments\/(\d+)$/, answer: update },
  { method: 'DELETE', path: /^\/issues\/comments\/(\d+)$/, answer: remove },
]

function list(context: GitHubContext): Reply {
  const issue = Number(context.parameters[0])
  const problem = absent(context, issue) ?? denied(context, issue, 'read')
  if (problem) return problem
  const { since = '' } = context.request.query
  const comments = context.github.comments.filter((comment) => comment.issue === issue && comment.updatedAt >= since)
  return paged(
    context,
    comments.map((comment) => body(context, comment)),
  )
}

function create(context: GitHubContext): Reply {
  const { github, request } = context
  const issue = Number(context.parameters[0])
  const problem = denied(context, issue, 'write') ?? absent(context, issue) ?? invalid(request.body)
  if (problem) return problem
  github.meanwhile.shift()?.()
  const user = { login: github.tokenLogin, type: github.tokenLogin.endsWith('[bot]') ? 'Bot' : 'User' } as const
  const now = timestamp()
  const comment = { id: github.nextId++, issue, body: text(request.body), user, createdAt: now, updatedAt: now }
  github.comments.push(comment)
  const answer = body(context, comment)
  return { status: 201, headers: { location: answer.url }, body: answer }
}

function read(context: GitHubContext): Reply {
  const comment = find(context)
  if (!comment) return githubError(404, 'Not Found')
  return denied(context, comment.issue, 'read') ?? { status: 200, body: body(context, comment) }
}

function update(context: GitHubContext): Reply {
  const comment = find(context)
  if (!comment) return githubError(404, 'Not Found')
  const problem = denied(context, comment.issue, 'write') ?? invalid(context.request.body)
  if (problem) return problem
  comment.body = text(context.request.body)
  comment.updatedAt = timestamp()
  return { status: 200, body: body(context, comment) }
}

function remove(context: GitHubContext): Reply {
  const comment = find(context)
  if (!comment) return githubError(404, 'Not Found')
  const problem = denied(context, comment.issue, 'write')
  if (problem) return problem
  context.github.comments.splice(context.github.comments.indexOf(comment), 1)
  return { status: 204 }
}

function find({ github, parameters }: GitHubContext): GitHubComment | undefined {
  return github.comments.find((comment) => comment.id === Number(parameters[0]))
}

function absent({ github }: GitHubContext, issue: number): Reply | undefined {
  const exists = [...github.pullRequests, ...github.issues].some(({ number }) => number === issue)
  return exists ? undefined : githubError(404, 'Not Found')
}

/** On a pull request either permission will do; what is public can be read without. */
function denied({ github }: GitHubContext, issue: number, access: 'read' | 'write'): Reply | undefined {
  if (access === 'read' && !github.private) return undefined
  const isPullRequest = github.pullRequests.some(({ number }) => number === issue)
  return missingPermission(github, isPullRequest ? ['issues', 'pull-requests'] : ['issues'], access)
}

function invalid(requestBody: string | undefined): Reply | undefined {
  const value = text(requestBody)
  const problem = (message: string) =>
    githubError(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }])
  if (value === '') return problem('Body cannot be blank')
  return value.length > 65_536 ? problem('Body is too long (maximum is 65536 characters)') : undefined
}

function text(requestBody: string | undefined): string {
  const { body: value } = JSON.parse(requestBody || '{}') as { body?: unknown }
  return typeof value === 'string' ? value : ''
}

/** One page of a list, with GitHub's `Link` header. */
export function paged({ request }: GitHubContext, values: object[]): Reply {
  const perPage = Math.min(100, Number(request.query.per_page ?? 30))
  const page = Number(request.query.page ?? 1)
  const last = Math.max(1, Math.ceil(values.length / perPage))
  const link = (rel: string, number: number) => {
    const query = new URLSearchParams({ ...request.query, page: String(number) })
    return `<${request.origin}${request.path}?${query}>; rel="${rel}"`
  }
  const before = page > 1 ? [link('prev', page - 1), link('first', 1)] : []
  const after = page < last ? [link('next', page + 1), link('last', last)] : []
  const links = [...before, ...after].join(', ')
  const start = (page - 1) * perPage
  return { status: 200, headers: links ? { link: links } : {}, body: values.slice(start, start + perPage) }
}

/** The schema `issue-comment`. */
function body({ github, apiUrl, serverUrl }: GitHubContext, comment: GitHubComment) {
  const { owner, repo, pullRequests } = github
  const isPullRequest = pullRequests.some(({ number }) => number === comment.issue)
  const repository = `${owner}/${repo}`
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${apiUrl}/repos/${repository}/issues/comments/${comment.id}`,
    html_url: `${serverUrl}/${repository}/${isPullRequest ? 'pull' : 'issues'}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${apiUrl}/repos/${repository}/issues/${comment.issue}`,
    body: comment.body,
    user: simpleUser(comment.user.login, comment.user.type),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.user.type === 'Bot' ? 'NONE' : 'MEMBER',
    performed_via_github_app: null,
  }
}

export function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
