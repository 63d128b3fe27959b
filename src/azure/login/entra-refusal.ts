import { obstacle } from '../../network/obstacle.ts'
import { type Environment, nameOf, proxyFor } from '../../network/proxy.ts'
import { messageOf, oneLine } from '../../text.ts'
import type { Cloud } from '../clouds.ts'
import { howToTrust } from './federated-credential.ts'
import type { TokenClaims } from './jwt.ts'
import { LoginError } from './login-error.ts'
import type { EntraAnswer } from './witness.ts'

/** Who asked whom. */
export interface Attempt {
  cloud: Cloud
  clientId: string
  tenantId: string
  claims: TokenClaims
  env: Environment
}

/**
 * Microsoft Entra gave no access token for the OIDC token.
 *
 * @param error what the SDK makes of it
 * @param answer what it was; null when nothing was asked, or a token came that the SDK did not like
 */
export function refusedByEntra(error: unknown, answer: EntraAnswer | null, attempt: Attempt): LoginError {
  if (answer && 'error' in answer) return new LoginError(unreached(answer.error, attempt))
  const refusal = answer ? refusalIn(answer.body) : { text: messageOf(error), code: codeIn(messageOf(error)) }
  const { code } = refusal ?? {}
  if (refusal && code) {
    const said = `Message of Microsoft Entra: ${entraText(refusal.text, code)}`
    const explain = advice[code]
    return new LoginError(explain ? `${explain(attempt)}\n\n${said}` : `Azure refused the login. ${said}`)
  }
  if (answer) return new LoginError(oddAnswer(answer.status, refusal?.text ?? null, attempt))
  return new LoginError(unreached(error, attempt))
}

/** Entra's words in an answer that it refused something by; null when it says nothing. */
export function wordsOfEntra(body: string): string | null {
  const { text, code } = refusalIn(body) ?? {}
  return text && code ? `Message of Microsoft Entra: ${entraText(text, code)}` : null
}

/** Entra's own error, whatever shape its parts have; null for what is not one. */
function refusalIn(body: string): { text: string; code: string | undefined } | null {
  try {
    const { error, error_description, error_codes } = JSON.parse(body)
    const text = [error_description, error].find((each) => typeof each === 'string' && each !== '') ?? ''
    const [number] = Array.isArray(error_codes) ? error_codes : []
    return { text, code: codeIn(text) ?? (typeof number === 'number' ? String(number) : undefined) }
  } catch {
    return null
  }
}

function codeIn(text: string): string | undefined {
  return /AADSTS(\d+)/.exec(text)?.[1]
}

function unreached(error: unknown, { cloud, env }: Attempt): string {
  const { host } = new URL(cloud.authority)
  const way = obstacle(error, cloud.authority, env)
  if (way !== null) return `The login to Azure failed. ${way}`
  return `The login to Azure failed, because ${host} could not be reached or did not answer as it should (${oneLine(messageOf(error))}). Check that the runner reaches ${host} (proxy, firewall, certificates), then run the job again.`
}

/** @param text what the answer says, null when the answer is not Entra's */
function oddAnswer(status: number, text: string | null, { cloud, env }: Attempt): string {
  const { host } = new URL(cloud.authority)
  const proxy = proxyFor(cloud.authority, env)
  const others = proxy ? `the proxy ${nameOf(proxy)}` : 'a proxy or firewall'
  const said = text ? `: ${oneLine(text)}` : ''
  if (status === 429 || status >= 500) {
    return `The login to Azure failed, because ${host} is not available (HTTP status ${status}${said}). Run the job again later; if that does not help, look at https://azure.status.microsoft, and whether it is ${others} that answers.`
  }
  return `The login to Azure failed, because ${host} gave an answer in a form that Microsoft Entra does not use (HTTP status ${status}${said}). Check that it is not ${others} that answers for it, and that authority-host is right if it is set; then run the job again.`
}

/** Entra's own words, once, and the trace id that support asks for. */
function entraText(message: string, code: string): string {
  const start = message.indexOf('AADSTS')
  if (start < 0) return `AADSTS${code}${message ? `: ${oneLine(message, 500)}` : ''}`
  const text = oneLine(message.slice(start).split(/\r?\n|Trace ID:/)[0] ?? '', 500)
  const trace = /Trace ID: ([\w-]{8,})/.exec(message)?.[1]
  return trace ? `${text} (Trace ID: ${trace})` : text
}

const untrusted =
  (what: string) =>
  ({ claims, clientId }: Attempt) =>
    `${what.replace('IDENTITY', clientId)} ${howToTrust(claims, clientId)}`
const noMatch = untrusted('No federated credential of the identity IDENTITY matches the OIDC token of this job.')
const noTenant = ({ tenantId, cloud }: Attempt) =>
  `There is no tenant ${tenantId} in ${cloud.name}. Check tenant-id, and environment if the tenant belongs to another cloud.`
const otherCredential = ({ clientId }: Attempt) =>
  `A client secret or certificate of ${clientId} is wrong or has expired. This action uses neither: check that client-id names the identity that has the federated credential.`
const blocked = ({ clientId }: Attempt) =>
  `A Conditional Access policy blocks ${clientId}. Ask whoever manages workload identities in your tenant to let it in from GitHub's runners, or use a runner in an allowed location.`
const outOfTime = () =>
  'The OIDC token was not valid yet, or not any more, when Microsoft Entra checked it. Run the job again; on a self-hosted runner, check its clock.'
const noAccount = ({ clientId, tenantId }: Attempt) =>
  `The tenant ${tenantId} does not know the account of ${clientId} (it may have been deleted). Check client-id and tenant-id.`

/** By the numbers of https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const advice: Record<string, (attempt: Attempt) => string> = {
  '70021': noMatch,
  '700211': noMatch,
  '700212': noMatch,
  '700213': noMatch,
  '7002138': noMatch,
  '70025': untrusted('The identity IDENTITY has no federated credential at all.'),
  '50013': ({ claims }) =>
    `Microsoft Entra could not verify the OIDC token of this job. It must be able to read the keys of the issuer, ${oneLine(claims.issuer, 1000)}, from the internet; a GitHub Enterprise Server behind a firewall has to let it.`,
  '50034': noAccount,
  '500341': noAccount,
  '500011': ({ tenantId, cloud }) =>
    `The tenant ${tenantId} does not know ${cloud.resourceManager}. Check tenant-id, and environment if the tenant belongs to another cloud.`,
  '700016': ({ clientId, tenantId }) =>
    `The tenant ${tenantId} has no application ${clientId}. Check client-id (the application's or identity's client id, not its object id) and tenant-id.`,
  '7000229': ({ clientId, tenantId }) =>
    `The tenant ${tenantId} has no service principal for the application ${clientId}. Create it with: az ad sp create --id ${clientId}`,
  '7000112': ({ clientId, tenantId }) =>
    `The application ${clientId} is disabled in the tenant ${tenantId}. Have its service principal enabled again, or use another identity.`,
  '90002': noTenant,
  '900023': noTenant,
  '7000215': otherCredential,
  '7000222': otherCredential,
  '53003': blocked,
  '530036': blocked,
  '700024': outOfTime,
  '500133': outOfTime,
  '90033': () => 'Microsoft Entra is not available at the moment. Run the job again later.',
}
