import { messageOf, oneLine } from '../text.ts'
import { CliFailure } from './azure-cli.ts'
import type { Cloud } from './clouds.ts'
import { LoginError } from './login-error.ts'

const otherwise =
  'Put an azure/login step before this one, or give client-id and tenant-id (are their variables or secrets set?) to log in with the OIDC token of the job.'

/**
 * The Azure CLI gave no access token.
 *
 * @param timeout milliseconds that it had
 */
export function refusedByCli(error: unknown, cloud: Cloud, timeout: number): LoginError {
  const kind = error instanceof CliFailure ? error.kind : 'refused'
  const text = messageOf(error)
  if (kind === 'absent') {
    return new LoginError(
      `client-id and tenant-id are empty, and there is no Azure CLI on this runner. ${otherwise}`,
      true,
    )
  }
  if (kind === 'silent') {
    return new LoginError(
      `The Azure CLI gave no answer within ${timeout / 1000} seconds when it was asked for a token. Check on the runner that "az account get-access-token" ends, or give client-id and tenant-id, so that this action logs in without it.`,
    )
  }
  if (kind === 'unreadable') {
    return new LoginError(
      `The Azure CLI gave no token for ${cloud.resourceManager}, and no reason either: what it printed is not the JSON that "az account get-access-token" prints. Check that the az of this runner is the Azure CLI, and update it; or give client-id and tenant-id, so that this action logs in without it.`,
    )
  }
  if (/AADSTS700024/.test(text)) return new LoginError(outlived(text))
  if (/\baz login(?! --scope)/.test(text) && !/AADSTS\d/.test(text)) {
    return new LoginError(`client-id and tenant-id are empty, and the Azure CLI is not logged in. ${otherwise}`, true)
  }
  return new LoginError(
    `The Azure CLI gave no token for ${cloud.resourceManager}: ${oneLine(text, 500)} Check that the azure/login step before this one logs in to ${cloud.name}.`,
  )
}

/** The CLI logs in again for each token, with the OIDC token that azure/login gave it, which is good for minutes. */
function outlived(text: string): string {
  const said = oneLine(text.slice(text.indexOf('AADSTS')).split(/\r?\n|Trace ID:/)[0] ?? '')
  return `The session of azure/login has expired: the OIDC token that it stands on is valid for a few minutes only. Give this action client-id and tenant-id, and the job id-token: write, so that it renews its token by itself; or run it right after azure/login. Microsoft Entra says: ${said}`
}
