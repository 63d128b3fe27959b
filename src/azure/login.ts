import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import type { Inputs } from '../inputs.ts'
import type { Cloud } from './clouds.ts'
import { LoginError, noOidcToken, refusedByCli, refusedByEntra } from './login-error.ts'
import { claimsOf, remembered } from './oidc.ts'

type AzureSdk = Pick<typeof import('./sdk.ts'), 'AzureCliCredential' | 'ClientAssertionCredential'>

/** Asks for tokens, and keeps them while they are good. */
export interface Credential extends TokenCredential {
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken>
  /** another token than the one that a service refused, whatever is left of its time */
  renew(scopes: string | string[], refused: string): Promise<AccessToken>
}

/** Who reads Azure. */
export interface Identity {
  credential: Credential
  /** null for the session of the Azure CLI */
  clientId: string | null
}

export interface LoginOptions {
  inputs: Pick<Inputs, 'federation'>
  cloud: Cloud
  /** as `core.getIDToken` */
  getIDToken: (audience: string) => Promise<string>
  /** loads Azure's SDK; not called before GitHub has given its token */
  sdk: () => Promise<AzureSdk>
  /** milliseconds since 1970 */
  now?: () => number
}

/**
 * Logs in to Azure, with the OIDC token of the job or as the session of the Azure CLI. The first token is asked for
 * here, so that whatever is wrong with the login comes out here.
 *
 * @throws LoginError
 */
export async function login(options: LoginOptions): Promise<Identity> {
  const { federation } = options.inputs
  const credential = federation ? await federated(options, federation) : await ambient(options)
  await credential.getToken(options.cloud.scope, asPipelines)
  return { credential, clientId: federation?.clientId ?? null }
}

/** As the SDK's pipelines ask: a token without continuous access evaluation would be no use to them. */
const asPipelines: GetTokenOptions = { enableCae: true }

async function federated(options: LoginOptions, { clientId, tenantId }: NonNullable<Inputs['federation']>) {
  const { cloud, getIDToken, now = Date.now } = options
  const request = () =>
    getIDToken(cloud.audience).catch((error) => {
      throw noOidcToken(error)
    })
  const assertion = remembered(request, now)
  await assertion()
  const { ClientAssertionCredential } = await options.sdk()
  const create = () =>
    new ClientAssertionCredential(tenantId, clientId, assertion, {
      authorityHost: cloud.authority,
      disableInstanceDiscovery: true,
    })
  return cached(create, now, async (error) =>
    refusedByEntra(error, { cloud, clientId, tenantId, claims: claimsOf(await assertion()) }),
  )
}

async function ambient({ cloud, sdk, now = Date.now }: LoginOptions) {
  const { AzureCliCredential } = await sdk()
  return cached(
    () => new AzureCliCredential({ processTimeoutInMs: 60_000 }),
    now,
    async (error) => refusedByCli(error, cloud),
  )
}

/** Milliseconds before its end from which a token is replaced; more than the two minutes of the SDK's own pipeline. */
const MARGIN = 5 * 60_000

/**
 * Without this each pipeline would ask again: the credential of the Azure CLI starts a process each time.
 *
 * @param create a credential of the SDK; a new one has forgotten the tokens of the one before
 */
function cached(
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
