import { oneLine } from '../../text.ts'
import { LoginError } from './login-error.ts'

/**
 * The OIDC token in the file that AZURE_FEDERATED_TOKEN_FILE names, as it stands there now: whoever put it there renews it.
 *
 * @throws LoginError
 */
export function tokenOfFile(path: string, read: (path: string) => string | undefined): string {
  const token = read(path)?.trim()
  if (token === undefined)
    throw new LoginError(
      `The file ${oneLine(path)}, which AZURE_FEDERATED_TOKEN_FILE names, cannot be read: it has to hold the OIDC token of this job.`,
    )
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
    throw new LoginError(
      `The file ${oneLine(path)}, which AZURE_FEDERATED_TOKEN_FILE names, holds no OIDC token: it has to hold that and nothing else. Is the variable with the token set in this job?`,
    )
  return token
}
