import type { AccessTokens } from './entra.ts'
import type { Estate } from './estate.ts'
import { fixedWindow, type Quotas, tokenBucket } from './quotas.ts'
import { queryResources } from './resource-graph.ts'
import { readResource } from './resource-manager.ts'
import type { Handler } from './server.ts'
import { azureError, type Kind, type Reply, type ServiceRequest } from './traffic.ts'

const resourceGraphPath = /^\/providers\/microsoft\.resourcegraph\/resources$/i

interface World {
  estate: Estate
  quotas: Quotas
  accessTokens: AccessTokens
  clock: () => number
}

/** Resource Manager with Resource Graph in it: only holders of its token get in, and only reads are answered. */
export function resourceManagerHandler(world: World): Handler {
  const takeQuery = fixedWindow(() => world.quotas.resourceGraph, world.clock)
  const takeRead = tokenBucket(() => world.quotas.resourceManager, world.clock)
  const answer = (request: ServiceRequest): Reply => {
    const unauthorised = tokenProblem(request, world.accessTokens)
    if (request.kind === 'forbidden-call') return azureError(500, 'ForbiddenCall', 'Only reads are allowed here.')
    if (unauthorised) return unauthorised
    const { estate, quotas } = world
    return request.kind === 'resource-graph'
      ? queryResources(request, estate, quotas.resourceGraph, takeQuery)
      : readResource(request, estate, quotas.resourceManager, takeRead)
  }
  return { classify: classifyResourceManager, answer }
}

function classifyResourceManager(request: ServiceRequest): Kind {
  if (request.method === 'GET') return 'resource-manager'
  if (request.method !== 'POST' || !resourceGraphPath.test(request.path)) return 'forbidden-call'
  request.resourceGraphQuery = /"query"/.test(request.body ?? '') ? queryText(request.body) : ''
  return 'resource-graph'
}

function queryText(body = ''): string {
  try {
    return String(JSON.parse(body).query)
  } catch {
    return ''
  }
}

function tokenProblem({ headers, origin }: ServiceRequest, tokens: AccessTokens): Reply | undefined {
  const [, value] = /^bearer (.*)$/i.exec(String(headers.authorization ?? '')) ?? []
  const refuse = (code: string, message: string) =>
    azureError(401, code, message, {
      'www-authenticate': `Bearer authorization_uri="https://login.windows.net/", error="invalid_token", error_description="${message}"`,
    })
  if (!value) return refuse('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.")
  const token = tokens.get(value)
  if (!token) return refuse('InvalidAuthenticationToken', 'The access token is invalid.')
  if (token.expiresAt < Date.now())
    return refuse('ExpiredAuthenticationToken', 'The access token expiry is in the past.')
  if (token.audience === origin) return undefined
  const message = `The access token has been obtained for wrong audience or resource '${token.audience}'.`
  return refuse('InvalidAuthenticationTokenAudience', message)
}
