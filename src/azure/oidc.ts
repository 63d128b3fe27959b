/** What a federated credential must match, as the token carries it. */
export interface TokenClaims {
  issuer: string
  subject: string
  audience: string
}

interface Payload {
  iss?: unknown
  sub?: unknown
  aud?: unknown
  exp?: unknown
}

/** Seconds before its end from which a token is not used any more. */
const MARGIN = 60

/**
 * GitHub's OIDC token, asked for once and again only when it is about to expire: the SDK wants an assertion twice for
 * each token it returns.
 *
 * @param now milliseconds since 1970
 */
export function remembered(request: () => Promise<string>, now: () => number): () => Promise<string> {
  let token: Promise<string> | null = null
  let until = 0
  return async () => {
    if (token && now() < until) return token
    until = Number.POSITIVE_INFINITY
    token = request()
    try {
      until = expiry(await token, now())
      return await token
    } catch (error) {
      token = null
      throw error
    }
  }
}

function expiry(token: string, now: number): number {
  const { exp } = payloadOf(token)
  return typeof exp === 'number' ? (exp - MARGIN) * 1000 : now + MARGIN * 1000
}

/** Never the token itself. What it does not say is an empty string. */
export function claimsOf(token: string): TokenClaims {
  const { iss, sub, aud } = payloadOf(token)
  const text = (claim: unknown) => (typeof claim === 'string' ? claim : '')
  return { issuer: text(iss), subject: text(sub), audience: text(Array.isArray(aud) ? aud[0] : aud) }
}

function payloadOf(token: string): Payload {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return typeof payload === 'object' && payload !== null ? payload : {}
  } catch {
    return {}
  }
}
