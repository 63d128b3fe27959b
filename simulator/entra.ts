import { randomBytes } from 'node:crypto'
import { answerDevice, encoded, issueDeviceCode } from './entra-device.ts'
import { noMatch, refusal, tenantNotFound, unknownApplication, unknownResource } from './entra-errors.ts'
import type { Estate } from './estate.ts'
import { verifyJwt } from './oidc.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

/** Entra ID; set `error` to have every token request refused with that code. */
export interface EntraState {
  error?: { code: number; text: string; error?: string; status?: number }
  /** how often it is asked for the token of a device code before the person has entered it (0) */
  pending?: number
}

/** Access tokens by value, with the Resource Manager origin that they are for. */
export type AccessTokens = Map<string, { audience: string; expiresAt: number }>

/** What stands in every access token, so that it can be looked for where it must not be. */
export const accessTokenMarker = 'SIMULATED-ACCESS-TOKEN-'

/** Mints an access token for a Resource Manager origin, that of the estate's identity unless the claims differ. */
export function mintAccessToken(
  { tokens, estate }: Pick<Directory, 'tokens' | 'estate'>,
  audience: string,
  claims: Record<string, unknown> = {},
): string {
  const { clientId, principalId } = estate.identity
  const payload = { aud: audience, appid: clientId, oid: principalId, idtyp: 'app', tid: estate.tenantId, ...claims }
  const [head, body] = [{ typ: 'JWT', alg: 'RS256' }, payload].map(encoded)
  const token = `${head}.${body}.${accessTokenMarker}${randomBytes(24).toString('hex')}`
  tokens.set(token, { audience: audience.replace(/\/+$/, ''), expiresAt: Date.now() + 3_599_000 })
  return token
}

export interface Directory {
  estate: Estate
  entra: EntraState
  tokens: AccessTokens
  /** the Resource Manager origins that tokens from this authority can be for */
  audiences: string[]
}

/** The authority host: metadata, and `POST /{tenant}/oauth2/v2.0/token`. */
export function answerAuthority(request: ServiceRequest, directory: Directory): Reply {
  const [, tenant = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(request.path) ?? []
  if (request.path === '/common/discovery/instance') return instanceDiscovery(request)
  if (rest === 'v2.0/.well-known/openid-configuration') return openIdConfiguration(request, tenant, directory)
  if (rest === 'oauth2/v2.0/devicecode' && request.method === 'POST') return issueDeviceCode(request, directory)
  if (rest === 'oauth2/v2.0/token' && request.method === 'POST') return issueToken(request, tenant, directory)
  return { status: 404, body: '' }
}

function instanceDiscovery({ query, origin, host }: ServiceRequest): Reply {
  const endpoint = query.authorization_endpoint?.replace(/\/oauth2\/.*$/, '') ?? `${origin}/common`
  const metadata = [{ preferred_network: host, preferred_cache: host, aliases: [host] }]
  const tenant_discovery_endpoint = `${endpoint}/v2.0/.well-known/openid-configuration`
  return { status: 200, body: { tenant_discovery_endpoint, 'api-version': '1.1', metadata } }
}

function openIdConfiguration({ origin }: ServiceRequest, tenant: string, { estate }: Directory): Reply {
  if (tenant !== 'organizations' && !same(tenant, estate.tenantId)) return tenantNotFound(tenant)
  const base = `${origin}/${tenant}`
  return {
    status: 200,
    body: {
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      tenant_region_scope: 'EU',
    },
  }
}

function issueToken(request: ServiceRequest, tenant: string, directory: Directory): Reply {
  const { estate, entra } = directory
  const form = new URLSearchParams(request.body)
  if (entra.error) {
    const { code, text, error = 'invalid_client', status = 400 } = entra.error
    return refusal(status, error, code, text)
  }
  if (form.get('grant_type') === 'device_code') return answerDevice(form, directory, mintAccessToken)
  if (!same(tenant, estate.tenantId)) return tenantNotFound(tenant)
  const problem = clientProblem(form, estate) ?? assertionProblem(form, estate) ?? scopeProblem(form, directory)
  if (problem) return problem
  const audience = (form.get('scope') ?? '').replace(/\/+\.default$/, '')
  const access_token = mintAccessToken(directory, audience)
  return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token } }
}

function clientProblem(form: URLSearchParams, { identity, tenantId }: Estate): Reply | undefined {
  const clientId = form.get('client_id') ?? ''
  if (same(clientId, identity.clientId)) return undefined
  return unknownApplication(clientId, tenantId)
}

function assertionProblem(form: URLSearchParams, { identity }: Estate): Reply | undefined {
  if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
    const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
    return refusal(401, 'invalid_client', 7000218, text)
  }
  const claims = verifyJwt(form.get('client_assertion') ?? '')
  if (!claims) return refusal(401, 'invalid_client', 50013, 'Assertion failed signature validation.')
  if (Number(claims.exp) * 1000 < Date.now()) {
    return refusal(401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.')
  }
  return federationProblem(claims, identity.federatedCredentials)
}

/** Entra names the first claim that no federated credential has: issuer, then subject, then audience. */
function federationProblem(
  claims: Record<string, unknown>,
  credentials: Estate['identity']['federatedCredentials'],
): Reply | undefined {
  const byIssuer = credentials.filter(({ issuer }) => issuer === claims.iss)
  if (byIssuer.length === 0) return noMatch(700211, 'issuer', claims.iss)
  const bySubject = byIssuer.filter(({ subject }) => subject === claims.sub)
  if (bySubject.length === 0) return noMatch(700213, 'subject', claims.sub)
  const byAudience = bySubject.filter(({ audience }) => audience === claims.aud)
  return byAudience.length === 0 ? noMatch(700212, 'audience', claims.aud) : undefined
}

function scopeProblem(form: URLSearchParams, { audiences, estate }: Directory): Reply | undefined {
  const scope = form.get('scope') ?? ''
  const resource = scope.replace(/\/+\.default$/, '')
  if (scope.endsWith('/.default') && audiences.includes(resource)) return undefined
  return unknownResource(resource, estate.tenantId)
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
