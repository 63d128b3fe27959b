/** Environment variables. */
export type Environment = Record<string, string | undefined>

/** A proxy, and the variable that names it. */
export interface NamedProxy {
  url: URL
  variable: string
}

/** The runner and its toolkit look for the lower-case names first. */
const secure = ['https_proxy', 'HTTPS_PROXY']
const plain = ['http_proxy', 'HTTP_PROXY']
const without = ['no_proxy', 'NO_PROXY']

/**
 * The proxy by which an address is reached, null when it is reached directly. One rule for everything that is asked of
 * GitHub and Azure, and that of the runner's toolkit: `https_proxy` for `https:` alone, nothing for `ALL_PROXY`, loopback
 * addresses always directly (https://github.com/actions/toolkit/blob/main/packages/http-client/src/proxy.ts).
 */
export function proxyFor(address: string, env: Environment): NamedProxy | null {
  const { protocol } = new URL(address)
  const variable = firstSet(protocol === 'https:' ? secure : plain, env)
  if (variable === null || isDirect(address, env)) return null
  const text = readable(env[variable] ?? '')
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.hostname ? { url, variable } : null
}

/** Why no proxy is used: the variable that would name one, or the one that makes an exception. */
export function whyDirect(address: string, env: Environment): string {
  const variable = firstSet(secure, env)
  if (variable === null) return 'no HTTPS_PROXY is set'
  if (isLoopback(new URL(address).hostname)) return 'it is this machine'
  if (isDirect(address, env)) return `${firstSet(without, env)} names it`
  return `${variable} is not an address (special characters in a password are percent-encoded, as %23 for #)`
}

/**
 * Puts `http://` before proxies that are given without a scheme, as the runner does; its toolkit would not use them, and
 * Azure's SDK would fail.
 */
export function completeProxies(env: Environment): void {
  for (const variable of [...secure, ...plain]) {
    const value = env[variable]
    if (value) env[variable] = readable(value)
  }
}

/** Where the identity of a machine is asked for its token: on that machine, and never behind a proxy. */
const ownHosts = ['169.254.169.254', '127.0.0.1', 'localhost']

/** For what reads the variables of the environment alone. */
export function exceptOwnHosts(env: Environment): void {
  const set = without.filter((variable) => env[variable])
  for (const variable of set.length > 0 ? set : ['NO_PROXY'])
    env[variable] = [env[variable], ...ownHosts].filter(Boolean).join(',')
}

/** Host and port of a proxy; never its user, nor its password. */
export function nameOf({ url, variable }: NamedProxy): string {
  return `${url.hostname}:${portOf(url)} (${variable})`
}

export function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80')
}

function firstSet(variables: string[], env: Environment): string | null {
  return variables.find((variable) => env[variable]) ?? null
}

/** A percent sign that encodes nothing stands for itself. */
function readable(value: string): string {
  const text = value.trim().replace(/%(?![\da-f]{2})/gi, '%25')
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
}

/** Whether an address is named, by `*`, by its host or a domain above it, with or without its port. */
function isDirect(address: string, env: Environment): boolean {
  const url = new URL(address)
  if (isLoopback(url.hostname)) return true
  const names = [url.hostname, `${url.hostname}:${portOf(url)}`]
  return (env[firstSet(without, env) ?? ''] ?? '')
    .toLowerCase()
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .some((item) => item === '*' || names.some((name) => name === item || name.endsWith(item.replace(/^\.?/, '.'))))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || /^(127\.|\[::1\])/.test(host)
}
