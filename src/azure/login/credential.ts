import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import { LoginError } from './login-error.ts'

/** Asks for tokens, and keeps them while they are good. */
export interface Credential extends TokenCredential {
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken>
  /** another token than the one that a service refused, whatever is left of its time */
  renew(scopes: string | string[], refused: string): Promise<AccessToken>
}

/** As the SDK's pipelines ask: a token without continuous access evaluation would be no use to them. */
export const asPipelines: GetTokenOptions = { enableCae: true }

/** Milliseconds before its end from which a token is replaced; more than the two minutes of the SDK's own pipeline. */
const MARGIN = 5 * 60_000

/**
 * Without this each pipeline would ask again: the credential of the Azure CLI starts a process each time.
 *
 * @param create a credential of the SDK; a new one has forgotten the tokens of the one before
 */
export function cached(
  create: () => TokenCredential,
  now: () => number,
  explain: (error: unknown) => Promise<LoginError>,
): Credential {
  let credential = create()
  const tokens = new Map<string, Promise<AccessToken>>()
  const keyOf = (scopes: string | string[], options?: GetTokenOptions) => `${scopes} ${options?.tenantId ?? ''}`
  const fresh = async (scopes: string | string[], options?: GetTokenOptions) => {
    try {
      const token = await credential.getToken(scopes, options)
      if (token) return token
    } catch (error) {
      // the SDK wraps what the assertion's own failure says
      const cause = error instanceof Error ? error.cause : null
      throw cause instanceof LoginError ? cause : await explain(error)
    }
    throw await explain('no token')
  }
  const replace = (scopes: string | string[], options?: GetTokenOptions) => {
    const key = keyOf(scopes, options)
    const asked = fresh(scopes, options)
    tokens.set(key, asked)
    asked.catch(() => tokens.delete(key))
    return asked
  }
  const getToken = async (scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken> => {
    const key = keyOf(scopes, options)
    // a claims challenge: what was good until now is not what the service wants
    const known = options?.claims ? undefined : tokens.get(key)
    if (known) {
      const token = await known
      if (token.expiresOnTimestamp - MARGIN > now()) return token
      if (tokens.get(key) !== known) return getToken(scopes, options)
    }
    return replace(scopes, options)
  }
  const renew = async (scopes: string | string[], refused: string): Promise<AccessToken> => {
    const known = tokens.get(keyOf(scopes))
    const token = await known
    // hundreds of reads are refused at once: the first of them renews for all
    if (known !== tokens.get(keyOf(scopes))) return renew(scopes, refused)
    if (token && token.token !== refused) return token
    credential = create()
    return replace(scopes, asPipelines)
  }
  return { getToken, renew }
}
