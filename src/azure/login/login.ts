import type { TokenCredential } from '@azure/identity'
import { route } from '../requests/route.ts'
import { cliToken } from './azure-cli.ts'
import { inWorkflow, onCommandLine, refusedByCli } from './cli-refusal.ts'
import { asPipelines, type Credential, cached } from './credential.ts'
import { byDevice, byManagedIdentity } from './direct.ts'
import { refusedByEntra } from './entra-refusal.ts'
import { claimsOf, principalOf } from './jwt.ts'
import type { LoginOptions } from './login-options.ts'
import { checked, noOidcToken, remembered } from './oidc.ts'
import { tokenOfFile } from './token-file.ts'
import { witness } from './witness.ts'

/** Who reads Azure. */
export interface Identity {
  credential: Credential
  /** of the application or managed identity; null for a person, and when the token does not say */
  clientId: string | null
  /** of the person whose session this is; null for everybody else */
  personId: string | null
  /** of what can be read; null when neither the token nor an input says */
  tenantId: string | null
}

/**
 * Logs in to Azure. The first token is asked for here, so that whatever is wrong with the login comes out here.
 *
 * @throws LoginError
 */
export async function login(options: LoginOptions): Promise<Identity> {
  const { login: how } = options.inputs
  const credential = await credentialOf(options)
  const { token } = await credential.getToken(options.cloud.scope, asPipelines)
  const said = principalOf(token)
  const given = 'tenantId' in how ? how.tenantId : undefined
  const isNamed = how.by === 'github' || how.by === 'workload-identity'
  return {
    credential,
    ...said,
    ...(isNamed && { clientId: how.clientId, personId: null }),
    tenantId: said.tenantId ?? given ?? null,
  }
}

async function credentialOf(options: LoginOptions): Promise<Credential> {
  const { login: how } = options.inputs
  if (how.by === 'azure-cli') return ambient(options)
  if (how.by === 'github') return federated(options, how, () => ofGitHub(options))
  if (how.by === 'workload-identity')
    return federated(options, how, async () => tokenOfFile(how.tokenFile, options.read))
  const sdk = await options.sdk()
  return how.by === 'device' ? byDevice(how, sdk, options) : byManagedIdentity(how, sdk, options)
}

/** The OIDC token of the job. */
function ofGitHub({ cloud, getIDToken, env }: LoginOptions): Promise<string> {
  return getIDToken(cloud.audience)
    .catch((error) => {
      throw noOidcToken(error, env)
    })
    .then((token) => checked(token, env))
}

async function federated(
  options: LoginOptions,
  { clientId, tenantId }: { clientId: string; tenantId: string },
  request: () => Promise<string>,
) {
  const { cloud, env, now = Date.now } = options
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

function ambient({ cloud, isCommandLine, now = Date.now, cliTimeout = CLI_TIMEOUT }: LoginOptions): Credential {
  const session: TokenCredential = { getToken: () => cliToken(cloud.resourceManager, cliTimeout) }
  return cached(
    () => session,
    now,
    async (error) => refusedByCli(error, cloud, cliTimeout, isCommandLine ? onCommandLine : inWorkflow),
  )
}
