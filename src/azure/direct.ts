import type { TokenCredential } from '@azure/identity'
import { obstacle } from '../network/obstacle.ts'
import { messageOf, oneLine } from '../text.ts'
import { type Credential, cached } from './credential.ts'
import { LoginError } from './login-error.ts'
import type { LoginOptions, LoginSdk } from './login-options.ts'
import { route } from './route.ts'

type Options = Pick<LoginOptions, 'cloud' | 'env' | 'ask' | 'now'>

/** A person opens a page, on whatever machine, and enters a code. */
export function byDevice(
  { clientId, tenantId }: { clientId: string | undefined; tenantId: string | undefined },
  sdk: LoginSdk,
  { cloud, env, ask, now = Date.now }: Options,
): Credential {
  const credential = new sdk.DeviceCodeCredential({
    ...(clientId && { clientId }),
    ...(tenantId && { tenantId }),
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
    userPromptCallback: ({ message }) => ask(oneLine(message, 500)),
    ...route(sdk, env),
  })
  return kept(credential, now, (error) => {
    const way = obstacle(error, cloud.authority, env)
    return (
      way ??
      `${said(error)} Run it again and enter the code in time; where the organisation does not allow device codes, log in with az login instead.`
    )
  })
}

/** The identity of the machine that this runs on. */
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
