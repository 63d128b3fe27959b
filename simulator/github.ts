import { blame, isBlame } from './github-blame.ts'
import { commentRoutes } from './github-comments.ts'
import { gitRoutes } from './github-git.ts'
import { issueRoutes } from './github-issues.ts'
import { type GitHubContext, type GitHubState, githubError, type Route } from './github-model.ts'
import { repository, user } from './github-repository.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

const routes: Route[] = [
  { method: 'GET', path: /^$/, answer: repository },
  ...commentRoutes,
  ...issueRoutes,
  ...gitRoutes,
]

/** The REST and GraphQL API, on api.github.com or below `/api` as on a GitHub Enterprise Server. */
export function answerGitHub(request: ServiceRequest, github: GitHubState, serverUrl: string): Reply {
  const prefix = /^\/api(\/v3)?(?=\/)/.exec(request.path)?.[0] ?? ''
  const path = request.path.slice(prefix.length)
  const [, token] = /^(?:token|bearer) (.*)$/i.exec(String(request.headers.authorization)) ?? []
  if (token !== github.token) return githubError(401, 'Bad credentials')
  const apiUrl = `${request.origin}${prefix}`
  const reply = route({ request, github, parameters: [], apiUrl, serverUrl }, path)
  return { ...reply, headers: { ...rateLimit, ...reply.headers } }
}

function route(context: GitHubContext, path: string): Reply {
  const { request, github } = context
  if (request.method === 'GET' && path === '/user') return user(github)
  if (request.method === 'POST' && path === '/graphql') return graphql(context)
  const base = `/repos/${github.owner}/${github.repo}`
  if (!path.toLowerCase().startsWith(base.toLowerCase())) return githubError(404, 'Not Found')
  const below = path.slice(base.length)
  for (const each of routes) {
    const match = request.method === each.method && each.path.exec(below)
    if (match) return each.answer({ ...context, parameters: match.slice(1) })
  }
  return githubError(404, 'Not Found')
}

function graphql(context: GitHubContext): Reply {
  const { request, github } = context
  const { query = '', variables = {} } = JSON.parse(request.body || '{}') as GraphQl
  if (isBlame(query)) return blame(context, variables)
  if (!/^(query\s*\w*\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(query.trim())) {
    return githubError(400, `The simulated GitHub does not run this query: ${query}`)
  }
  return { status: 200, body: { data: { viewer: { login: github.tokenLogin } } } }
}

interface GraphQl {
  query?: string
  variables?: Record<string, string>
}

const rateLimit = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-used': '1',
  'x-ratelimit-resource': 'core',
  'x-github-media-type': 'github.v3; format=json',
}
