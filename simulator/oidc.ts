import { createHash, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Reply, ServiceRequest } from './traffic.ts'

/** GitHub's OIDC endpoint as a job sees it; change it at will between requests. */
export interface OidcState {
  /** replace the default claims, `aud` too; a null removes one */
  claims: Record<string, unknown>
  /** 200, or what the endpoint answers instead */
  status: number
  requestToken: string
}

const githubIssuer = 'https://token.actions.githubusercontent.com'

/** `GET <ACTIONS_ID_TOKEN_REQUEST_URL>&audience=…` */
export function issueIdToken(request: ServiceRequest, oidc: OidcState): Reply {
  if (request.headers.authorization?.toString().toLowerCase() !== `bearer ${oidc.requestToken}`.toLowerCase()) {
    return { status: 401, body: { message: 'Unauthorized' } }
  }
  if (oidc.status !== 200) return { status: oidc.status, body: { message: 'The OIDC token cannot be issued.' } }
  const audience = request.query.audience ?? 'https://github.com/contoso'
  return { status: 200, body: { count: 1, value: signJwt({ ...defaultClaims(), aud: audience, ...oidc.claims }) } }
}

function defaultClaims(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: githubIssuer,
    sub: 'repo:contoso/ml-platform:pull_request',
    repository: 'contoso/ml-platform',
    repository_owner: 'contoso',
    repository_visibility: 'private',
    ref: 'refs/pull/7/merge',
    sha: '1f6d2c0b9e8a7f6e5d4c3b2a190817f6e5d4c3b2',
    event_name: 'pull_request',
    actor: 'mona',
    workflow: 'Encryption',
    job_workflow_ref: 'contoso/ml-platform/.github/workflows/encryption.yml@refs/pull/7/merge',
    run_id: '9000000001',
    runner_environment: 'github-hosted',
    jti: crypto.randomUUID(),
    iat: now,
    nbf: now - 300,
    exp: now + 300,
  }
}

/** A token of another issuer, such as GitLab, of the same age; Entra believes its signature as well. */
export function signedToken(claims: Record<string, unknown>): string {
  const { iat, nbf, exp } = defaultClaims()
  return signJwt({ iat, nbf, exp, ...claims })
}

let keys: { publicKey: KeyObject; privateKey: KeyObject } | undefined

function signingKeys() {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
  return keys
}

function signJwt(claims: Record<string, unknown>): string {
  const present = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null))
  const { privateKey, publicKey } = signingKeys()
  const kid = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .toUpperCase()
  const signed = `${encode({ typ: 'JWT', alg: 'RS256', x5t: kid, kid })}.${encode(present)}`
  return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
}

/** The claims of a token that this endpoint signed; undefined for any other. */
export function verifyJwt(token: string): Record<string, unknown> | undefined {
  const [header, payload, signature] = token.split('.')
  if (!header || !payload || !signature) return undefined
  const genuine = createVerify('sha256')
    .update(`${header}.${payload}`)
    .verify(signingKeys().publicKey, signature, 'base64url')
  return genuine ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : undefined
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
