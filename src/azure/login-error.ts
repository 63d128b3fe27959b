import { oneLine } from '../text.ts'
import type { Cloud } from './clouds.ts'
import type { TokenClaims } from './oidc.ts'

/** Why nobody is logged in, and what to do about it. */
export class LoginError extends Error {
  override name = 'LoginError'
  /** the job was given no identity at all, as on pull requests from forks; false: one was given and refused */
  readonly noIdentity: boolean

  constructor(message: string, noIdentity = false) {
    super(message)
    this.noIdentity = noIdentity
  }
}

/** Who asked whom. */
export interface Attempt {
  cloud: Cloud
  clientId: string
  tenantId: string
  claims: TokenClaims
}

/** GitHub gave no OIDC token. */
export function noOidcToken(error: unknown): LoginError {
  const text = oneLine(messageOf(error))
  if (!/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/.test(text)) {
    return new LoginError(
      `GitHub's OIDC service gave no token: ${text} Run the job again; if that does not help, look at https://www.githubstatus.com.`,
    )
  }
  const advice = `This job may not ask GitHub for an OIDC token, so it cannot log in to Azure. Give the job the first of these permissions, and those of the others that it needs (what is not listed is taken away):

  permissions:
    id-token: write
    contents: read # to check out the repository
    pull-requests: write # to comment

A reusable workflow needs it in the workflow that calls it, too. Pull requests from forks and from Dependabot do not get it.`
  return new LoginError(advice, true)
}

/** Microsoft Entra gave no access token for the OIDC token. */
export function refusedByEntra(error: unknown, attempt: Attempt): LoginError {
  const message = messageOf(error)
  const code = /AADSTS(\d+)/.exec(message)?.[1]
  if (!code) return new LoginError(noAnswer(message, attempt))
  const explain = advice[code]
  const said = `Microsoft Entra says: ${entraText(message)}`
  return new LoginError(explain ? `${explain(attempt)}\n\n${said}` : `Azure refused the login. ${said}`)
}

const wrongCredential = ({ claims, clientId }: Attempt) => {
  const credential = {
    name: 'github',
    issuer: claims.issuer,
    subject: claims.subject,
    audiences: [claims.audience],
  }
  return `No federated credential of the identity ${clientId} matches the OIDC token of this job. The token carries:

  issuer:   ${oneLine(claims.issuer, 1000)}
  subject:  ${oneLine(claims.subject, 1000)}
  audience: ${oneLine(claims.audience, 1000)}

All three must match exactly, upper and lower case included. For an app registration, create the credential with:

  az ad app federated-credential create --id ${clientId} --parameters ${shell(JSON.stringify(credential))}

For a user-assigned identity, use az identity federated-credential create --name github --identity-name <name> --resource-group <group> --issuer ${shell(claims.issuer)} --subject ${shell(claims.subject)} --audiences ${shell(claims.audience)}

GitHub writes subjects with names only (repo:owner/name:…) or, in newer repositories, with ids (repo:owner@1/name@2:…); the subject above is the one to use.`
}

const advice: Record<string, (attempt: Attempt) => string> = {
  '70021': wrongCredential,
  '700211': wrongCredential,
  '700212': wrongCredential,
  '700213': wrongCredential,
  '7002138': wrongCredential,
  '700016': ({ clientId, tenantId }) =>
    `The tenant ${tenantId} has no application ${clientId}. Check client-id (the application's or identity's client id, not its object id) and tenant-id.`,
  '7000229': ({ clientId, tenantId }) =>
    `The tenant ${tenantId} has no service principal for the application ${clientId}. Create it with: az ad sp create --id ${clientId}`,
  '90002': ({ tenantId, cloud }) =>
    `There is no tenant ${tenantId} in ${cloud.name}. Check tenant-id, and environment if the tenant belongs to another cloud.`,
  '7000222': ({ clientId }) =>
    `A client secret or certificate of ${clientId} has expired. This action uses neither: check that client-id names the identity that has the federated credential.`,
  '53003': ({ clientId }) =>
    `A Conditional Access policy blocks ${clientId}. Ask whoever manages workload identities in your tenant to let it in from GitHub's runners, or use a runner in an allowed location.`,
  '700024': () =>
    'The OIDC token was not valid yet, or not any more, when Azure looked at it. Run the job again; on a self-hosted runner, check its clock.',
}

function noAnswer(message: string, { cloud }: Attempt): string {
  const { host } = new URL(cloud.authority)
  const text = oneLine(message).replace(/^(\w+): See https:\S+ for details$/, '$1')
  return `The login to Azure failed, because ${host} could not be reached or did not answer as it should (${text}). Check that the runner reaches ${host} (proxy, firewall, certificates), then run the job again.`
}

/** Entra's own words, once, and the trace id that support asks for. */
function entraText(message: string): string {
  const text = oneLine(message.slice(message.indexOf('AADSTS')).split(/\r?\n|Trace ID:/)[0] ?? '', 500)
  const trace = /Trace ID: ([\w-]{8,})/.exec(message)?.[1]
  return trace ? `${text} (Trace ID: ${trace})` : text
}

/** The Azure CLI gave no access token. */
export function refusedByCli(error: unknown, cloud: Cloud): LoginError {
  const text = oneLine(messageOf(error), 500)
  const otherwise =
    'Put an azure/login step before this one, or give client-id and tenant-id (are their variables or secrets set?) to log in with the OIDC token of the job.'
  if (/could not be found/.test(text)) {
    return new LoginError(
      `client-id and tenant-id are empty, and there is no Azure CLI on this runner. ${otherwise}`,
      true,
    )
  }
  if (/Please run 'az login'/.test(text)) {
    return new LoginError(`client-id and tenant-id are empty, and the Azure CLI is not logged in. ${otherwise}`, true)
  }
  return new LoginError(
    `The Azure CLI gave no token for ${cloud.resourceManager}: ${text} Check that the azure/login step before this one logs in to ${cloud.name}.`,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function shell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
