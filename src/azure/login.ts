import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import type { Inputs } from '../inputs.ts'
import type { Cloud } from './clouds.ts'
import { LoginError, noOidcToken, refusedByCli, refusedByEntra } from './login-error.ts'
import { claimsOf, remembered } from './oidc.ts'

type AzureSdk = Pick<typeof import('./sdk.ts'), 'AzureCliCredential' | 'ClientAssertionCredential'>

/** Who reads Azure. */
export interface Identity {
  credential: TokenCredential
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
  // as the SDK's pipelines ask: a token without continuous access evaluation would be no use to them
  await credential.getToken(options.cloud.scope, { enableCae: true })
  return { credential, clientId: federation?.clientId ?? null }
}

async function federated(options: LoginOptions, { clientId, tenantId }: NonNullable<Inputs['federation']>) {
  const { cloud, getIDToken, now = Date.now } = options
  const request = () =>
    getIDToken(cloud.audience).catch((error) => {
      throw noOidcToken(error)
    })
  const assertion = remembered(request, now)
  await assertion()
  const { ClientAssertionCredential } = await options.sdk()
  const credential = new ClientAssertionCredential(tenantId, clientId, assertion, {
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
  })
  return cached(credential, now, async (error) =>
    refusedByEntra(error, { cloud, clientId, tenantId, claims: claimsOf(await assertion()) }),
  )
}

async function ambient({ cloud, sdk, now = Date.now }: LoginOptions) {
  const { AzureCliCredential } = await sdk()
  const credential = new AzureCliCredential({ processTimeoutInMs: 60_000 })
  return cached(credential, now, async (error) => refusedByCli(error, cloud))
}

/** Milliseconds before its end from which a token is replaced; more than the two minutes of the SDK's own pipeline. */
const MARGIN = 5 * 60_000

/** Without this each pipeline would ask again: the credential of the Azure CLI starts a process each time. */
function cached(credential: TokenCredential, now: () => number, explain: (error: unknown) => Promise<LoginError>) {
  const tokens = new Map<string, Promise<AccessToken>>()
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
  const getToken = async (scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken> => {
    const key = `${scopes} ${options?.tenantId ?? ''}`
    // a claims challenge: what was good until now is not what the service wants
    const known = options?.claims ? undefined : tokens.get(key)
    if (known) {
      const token = await known
      if (token.expiresOnTimestamp - MARGIN > now()) return token
      if (tokens.get(key) !== known) return getToken(scopes, options)
    }
    const asked = fresh(scopes, options)
    tokens.set(key, asked)
    asked.catch(() => tokens.delete(key))
    return asked
  }
  return { getToken }
}
