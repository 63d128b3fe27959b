import type { TokenCredential } from '@azure/identity'
import { obstacle } from '../../network/obstacle.ts'
import { messageOf, oneLine } from '../../text.ts'
import { route } from '../requests/route.ts'
import { type Credential, cached } from './credential.ts'
import { wordsOfEntra } from './entra-refusal.ts'
import { LoginError } from './login-error.ts'
import type { LoginOptions, LoginSdk } from './login-options.ts'
import { witness } from './witness.ts'

type Options = Pick<LoginOptions, 'cloud' | 'env' | 'ask' | 'now'>

/** A person opens a page, on whatever machine, and enters a code. */
export function byDevice(
  { clientId, tenantId }: { clientId: string | undefined; tenantId: string | undefined },
  sdk: LoginSdk,
  { cloud, env, ask, now = Date.now }: Options,
): Credential {
  const { policy, seen } = witness()
  const { proxyOptions, additionalPolicies } = route(sdk, env)
  const credential = new sdk.DeviceCodeCredential({
    ...(clientId && { clientId }),
    ...(tenantId && { tenantId }),
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
    userPromptCallback: ({ message }) => ask(prompt(message)),
    proxyOptions,
    additionalPolicies: [{ policy, position: 'perRetry' }, ...additionalPolicies],
  })
  return kept(credential, now, (error) => {
    const answer = seen()
    const words = answer && 'body' in answer ? wordsOfEntra(answer.body) : null
    const way = obstacle(answer && 'error' in answer ? answer.error : error, cloud.authority, env)
    return `${words ?? way ?? said(error)} ${words || !way ? again : ''}`.trim()
  })
}

const again =
  'Run it again and enter the code in time; where your organization does not allow device codes, log in with "az login" instead.'

/** Where Entra refuses to give a code, the SDK goes on as if it had. */
function prompt(message: unknown): string {
  if (typeof message !== 'string') throw new Error('Microsoft Entra gave no code.')
  return oneLine(message, 500)
}

/** The identity of the machine that this runs on. The SDK cannot be given a route here: it reads the variables of the environment. */
export function byManagedIdentity(
  { clientId }: { clientId: string | undefined },
  sdk: LoginSdk,
  { now = Date.now }: Options,
): Credential {
  const credential = new sdk.ManagedIdentityCredential(clientId ? { clientId } : {})
  return kept(
    credential,
    now,
    (error) =>
      `${said(error)} Check that this machine is one of Azure that has a managed identity${clientId ? ` with the client id ${clientId}` : '; one that a user assigned is named by --client-id'}.`,
  )
}

function said(error: unknown): string {
  return oneLine(messageOf(error), 500)
}

/** Who logged in stays logged in: a renewed token comes from the same credential. */
function kept(credential: TokenCredential, now: () => number, why: (error: unknown) => string): Credential {
  return cached(
    () => credential,
    now,
    async (error) => new LoginError(`The login to Azure failed. ${why(error)}`),
  )
}
