import { oneLine } from '../text.ts'
import { type Environment, type NamedProxy, nameOf, proxyFor, whyDirect } from './proxy.ts'

/** What the clients of GitHub and Azure say of a proxy that opens no way: the toolkit, and undici. */
const refusedTunnel = /statusCode=(\d{3})|Proxy response \((\d{3})\)/
const noTunnel = /tunneling socket could not be established|Proxy connection ended/
const unreached = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/
const broken =
  /\b(ETIMEDOUT|ECONNRESET|EPIPE|UND_ERR_SOCKET)\b|socket hang up|other side closed|disconnected before secure/
const unknownAuthority =
  /self[- ]signed certificate|unable to (verify the first|get (local )?issuer) certificate|\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+)\b/
const unfitCertificate =
  /certificate (has expired|is not yet valid)|certificate's altnames|\b(CERT_\w+|ERR_TLS_CERT_\w+)\b/
const noTls = /wrong version number|packet length too long|\b(EPROTO|ERR_SSL_\w+)\b/

/**
 * What stands between the runner and an address, as sentences that say what to do about it; null for an error that is
 * not about the way there.
 */
export function obstacle(error: unknown, address: string, env: Environment): string | null {
  if (isExplained(error)) return error.message
  if (!URL.canParse(address)) return null
  const text = saidBy(error)
  const { host } = new URL(address)
  const proxy = proxyFor(address, env)
  return (
    untrusted(text, host, proxy) ??
    (proxy ? atProxy(text, host, proxy) : null) ??
    onTheWay(text, host, proxy, whyDirect(address, env))
  )
}

const explained = new WeakSet<Error>()

/** Gives an error the obstacle's sentences for its message, if there is one. */
export function explain(error: unknown, address: string, env: Environment): void {
  const sentences = obstacle(error, address, env)
  if (sentences === null || !(error instanceof Error)) return
  error.message = sentences
  explained.add(error)
}

/** An error whose message is sentences that say what stands in the way, and what to do about it. */
export function sentences(message: string): Error {
  const error = new Error(message)
  explained.add(error)
  return error
}

/** Whether the message of an error says what stands in the way, and what to do about it. */
export function isExplained(error: unknown): error is Error {
  return error instanceof Error && explained.has(error)
}

function untrusted(text: string, host: string, proxy: NamedProxy | null): string | null {
  const who = proxy?.url.protocol === 'https:' ? `${host} or of the proxy ${nameOf(proxy)}` : host
  const [unknown] = unknownAuthority.exec(text) ?? []
  if (unknown) {
    return `This runner does not know the authority that signed the certificate of ${who} (${unknown}). If a proxy or firewall looks into TLS, set NODE_EXTRA_CA_CERTS, in the env of the job, to a file with the certificate of its authority.`
  }
  const [unfit] = unfitCertificate.exec(text) ?? []
  if (unfit) {
    return `The certificate of ${who} was not accepted (${unfit}). Check the clock of this runner, and what looks into TLS between it and ${host}.`
  }
  return null
}

function atProxy(text: string, host: string, proxy: NamedProxy): string | null {
  const name = nameOf(proxy)
  const [, toolkit, undici] = refusedTunnel.exec(text) ?? []
  const status = toolkit ?? undici
  if (status === '407') return unauthenticated(proxy)
  if (status) {
    return `The proxy ${name} opens no way to ${host} (HTTP status ${status}). Have it let ${host} through, or name ${host} in NO_PROXY if this runner reaches it without a proxy.`
  }
  const [said] = noTls.exec(text) ?? []
  if (said) {
    return `${host}, or the proxy ${name} on the way, did not speak TLS (${said}). Check ${proxy.variable}: it begins with https:// only if the proxy itself is asked over TLS.`
  }
  const code = unreached.exec(text)?.[1] ?? (noTunnel.test(text) ? (broken.exec(text)?.[0] ?? 'no tunnel') : null)
  if (code === null) return null
  return `The proxy ${name} could not be reached (${code}). Check the address, and whether the proxy runs; a host that this runner reaches without it is named in NO_PROXY.`
}

function unauthenticated(proxy: NamedProxy): string {
  const { url, variable } = proxy
  const answer = `The proxy ${nameOf(proxy)}`
  return url.username || url.password
    ? `${answer} does not accept the user name and password that ${variable} holds (HTTP status 407). Correct them; special characters are percent-encoded there, as %40 for @.`
    : `${answer} wants a user name and a password (HTTP status 407). Put them into ${variable}, before the host, as USER:PASSWORD@, from a secret.`
}

function onTheWay(text: string, host: string, proxy: NamedProxy | null, reason: string): string | null {
  const [said] = unreached.exec(text) ?? broken.exec(text) ?? noTls.exec(text) ?? []
  if (!said) return null
  return proxy
    ? `The connection to ${host} by way of the proxy ${nameOf(proxy)} broke off (${said}). Check that the proxy lets ${host} through.`
    : `${host} could not be reached (${said}), directly, because ${reason}. Let this runner through to it in the firewall, or name the proxy that leads there in HTTPS_PROXY.`
}

/** Messages and codes, of the error and of what caused it. */
function saidBy(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return oneLine(String(error), 1000)
  const { code, cause } = error as Error & { code?: unknown }
  const own = `${oneLine(error.message, 1000)} ${typeof code === 'string' ? code : ''}`
  return depth > 4 || cause === undefined ? own : `${own} ${saidBy(cause, depth + 1)}`
}
