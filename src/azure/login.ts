import type { TokenCredential } from '@azure/identity'
import type { Inputs } from '../inputs.ts'
import type { Environment } from '../network/proxy.ts'
import { cliToken } from './azure-cli.ts'
import { refusedByCli } from './cli-refusal.ts'
import type { Cloud } from './clouds.ts'
import { asPipelines, type Credential, cached } from './credential.ts'
import { refusedByEntra } from './entra-refusal.ts'
import { claimsOf, principalOf } from './jwt.ts'
import { checked, noOidcToken, remembered } from './oidc.ts'
import { route } from './route.ts'
import { witness } from './witness.ts'

type AzureSdk = Pick<typeof import('./sdk.ts'), 'ClientAssertionCredential' | 'proxyPolicy'>

/** Who reads Azure. */
export interface Identity {
  credential: Credential
  /** of the application or managed identity; null for a person, and when the token does not say */
  clientId: string | null
  /** of the person whose session this is; null for everybody else */
  personId: string | null
}

export interface LoginOptions {
  inputs: Pick<Inputs, 'federation'>
  cloud: Cloud
  /** as `core.getIDToken` */
  getIDToken: (audience: string) => Promise<string>
  env: Environment
  /** loads Azure's SDK; not called before GitHub has given its token, nor for the session of the Azure CLI */
  sdk: () => Promise<AzureSdk>
  /** milliseconds since 1970 */
  now?: () => number
  /** milliseconds that the Azure CLI may take for a token */
  cliTimeout?: number
}

/**
 * Logs in to Azure, with the OIDC token of the job or as the session of the Azure CLI. The first token is asked for
 * here, so that whatever is wrong with the login comes out here.
 *
 * @throws LoginError
 */
export async function login(options: LoginOptions): Promise<Identity> {
  const { federation } = options.inputs
  const credential = federation ? await federated(options, federation) : ambient(options)
  const { token } = await credential.getToken(options.cloud.scope, asPipelines)
  const principal = federation ? { clientId: federation.clientId, personId: null } : principalOf(token)
  return { credential, ...principal }
}

async function federated(options: LoginOptions, { clientId, tenantId }: NonNullable<Inputs['federation']>) {
  const { cloud, getIDToken, env, now = Date.now } = options
  const request = () =>
    getIDToken(cloud.audience)
      .catch((error) => {
        throw noOidcToken(error, env)
      })
      .then((token) => checked(token, env))
  const assertion = remembered(request, now)
  await assertion()
  const sdk = await options.sdk()
  const { policy, seen } = witness()
  const { proxyOptions, additionalPolicies } = route(sdk, env)
  const create = () =>
    new sdk.ClientAssertionCredential(tenantId, clientId, assertion, {
      authorityHost: cloud.authority,
      disableInstanceDiscovery: true,
      proxyOptions,
      additionalPolicies: [{ policy, position: 'perRetry' }, ...additionalPolicies],
    })
  return cached(create, now, async (error) =>
    refusedByEntra(error, seen(), { cloud, clientId, tenantId, env, claims: claimsOf(await assertion()) }),
  )
}

/** Long enough for a CLI that starts slowly and asks Entra. */
const CLI_TIMEOUT = 60_000

function ambient({ cloud, now = Date.now, cliTimeout = CLI_TIMEOUT }: LoginOptions): Credential {
  const session: TokenCredential = { getToken: () => cliToken(cloud.resourceManager, cliTimeout) }
  return cached(
    () => session,
    now,
    async (error) => refusedByCli(error, cloud, cliTimeout),
  )
}
