import { obstacle } from '../../network/obstacle.ts'
import { type Environment, nameOf, proxyFor } from '../../network/proxy.ts'
import { messageOf, oneLine } from '../../text.ts'
import { payloadOf } from './jwt.ts'
import { LoginError } from './login-error.ts'

/** Seconds before its end from which a token is not used any more. */
const MARGIN = 60

/**
 * GitHub's OIDC token, asked for once and again only when it is about to expire: the SDK wants an assertion twice for
 * each token it returns.
 *
 * @param now milliseconds since 1970
 */
export function remembered(request: () => Promise<string>, now: () => number): () => Promise<string> {
  let token: Promise<string> | null = null
  let until = 0
  return async () => {
    if (token && now() < until) return token
    until = Number.POSITIVE_INFINITY
    token = request()
    try {
      until = expiry(await token, now())
      return await token
    } catch (error) {
      token = null
      throw error
    }
  }
}

function expiry(token: string, now: number): number {
  const { exp } = payloadOf(token)
  return typeof exp === 'number' ? (exp - MARGIN) * 1000 : now + MARGIN * 1000
}

/** What GitHub gave, if it can be a token. */
export function checked(token: unknown, env: Environment): string {
  if (typeof token === 'string' && /^[\w.-]+$/.test(token)) return token
  throw somethingElse(typeof token === 'string' ? 'a text that is not a token' : `a value of type ${typeof token}`, env)
}

/** GitHub gave no OIDC token. */
export function noOidcToken(error: unknown, env: Environment): LoginError {
  const text = oneLine(messageOf(error))
  if (/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/.test(text)) return notPermitted()
  const address = addressOf(env)
  if (address !== '' && !URL.canParse(address)) return new LoginError(oddAddress)
  const way = obstacle(error, address, env)
  if (way !== null) return new LoginError(`GitHub's OIDC service gave no token. ${way}`)
  if (/do not have ID Token/.test(text)) return somethingElse('something else', env)
  return new LoginError(
    `GitHub's OIDC service gave no token: ${text} Run the job again; if that does not help, look at https://www.githubstatus.com.`,
  )
}

const oddAddress =
  "GitHub's OIDC service was not asked for a token, because ACTIONS_ID_TOKEN_REQUEST_URL is not an address. The runner sets it: let no step and no env change it."

function addressOf(env: Environment): string {
  return env.ACTIONS_ID_TOKEN_REQUEST_URL ?? ''
}

function somethingElse(what: string, env: Environment): LoginError {
  const address = addressOf(env)
  const host = URL.canParse(address) ? new URL(address).host : 'it'
  const proxy = URL.canParse(address) ? proxyFor(address, env) : null
  const others = proxy ? `the proxy ${nameOf(proxy)} or a firewall` : 'a proxy or firewall'
  return new LoginError(
    `GitHub's OIDC service gave no token: ${host} answered with ${what} in its place. Check that it is not ${others} that answers for it; then run the job again, and if that does not help, look at https://www.githubstatus.com.`,
  )
}

function notPermitted(): LoginError {
  const advice = `This job may not ask GitHub for an OIDC token, so it cannot log in to Azure. Give the job the first of these permissions, and those of the others that it needs (what is not listed is taken away):

  permissions:
    id-token: write
    contents: read # to check out the repository
    pull-requests: write # to comment

A reusable workflow needs it in the workflow that calls it, too. Pull requests from forks and from Dependabot do not get it.`
  return new LoginError(advice, true)
}
