import { objectOf, parsed } from '../../json.ts'

/** What a federated credential must match, as the token carries it. */
export interface TokenClaims {
  issuer: string
  subject: string
  audience: string
}

/** Never the token itself. What it does not say is an empty string. */
export function claimsOf(token: string): TokenClaims {
  const { iss, sub, aud } = payloadOf(token)
  const text = (claim: unknown) => (typeof claim === 'string' ? claim : '')
  return { issuer: text(iss), subject: text(sub), audience: text(Array.isArray(aud) ? aud[0] : aud) }
}

interface Principal {
  clientId: string | null
  personId: string | null
  tenantId: string | null
}

/**
 * Whose access token it is. In that of a person `appid` is only the program that was used
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 */
export function principalOf(token: string): Principal {
  const { appid, oid, tid, idtyp, upn, unique_name, scp } = payloadOf(token)
  const isPerson = idtyp === 'user' || [upn, unique_name, scp].some((claim) => claim !== undefined)
  const who = isPerson ? { clientId: null, personId: guid(oid) } : { clientId: guid(appid), personId: null }
  return { ...who, tenantId: guid(tid) }
}

function guid(claim: unknown): string | null {
  return typeof claim === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(claim) ? claim : null
}

/** What a token says; nobody's signature is checked here. */
export function payloadOf(token: string): Record<string, unknown> {
  // who gives it may call anything a token
  const [, payload = ''] = String(token).split('.')
  return objectOf(parsed(Buffer.from(payload, 'base64url').toString('utf8')))
}
