import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Agent, PipelinePolicy } from '@azure/core-rest-pipeline'
import type { ClientAssertionCredentialOptions } from '@azure/identity'
import { explain } from '../../network/obstacle.ts'
import { type Environment, type NamedProxy, portOf, proxyFor } from '../../network/proxy.ts'

type Route = Required<Pick<ClientAssertionCredentialOptions, 'proxyOptions' | 'additionalPolicies'>>
type Sdk = Pick<typeof import('../sdk.ts'), 'proxyPolicy'>

/**
 * Options by which a client of the SDK reaches Azure as everything else in a run is reached. What the SDK makes of the
 * environment itself differs from what runners do: it knows neither `NO_PROXY=*`, nor domains, ports, and proxies without
 * a scheme.
 */
export function route(sdk: Sdk, env: Environment): Route {
  const policies = new Map<string, PipelinePolicy>()
  const policyOf = ({ url }: NamedProxy): PipelinePolicy => {
    const known = policies.get(url.href)
    if (known) return known
    const { protocol, hostname, username, password } = url
    const address = { host: `${protocol}//${hostname}`, port: Number(portOf(url)), username, password }
    const policy = sdk.proxyPolicy(address, { customNoProxyList: [] })
    policies.set(url.href, policy)
    return policy
  }
  const policy: PipelinePolicy = {
    name: 'routePolicy',
    async sendRequest(request, next) {
      request.agent = undefined
      try {
        const proxy = proxyFor(request.url, env)
        if (proxy === null) return await next(request)
        return await policyOf(proxy).sendRequest(request, (proxied) => next(throughTunnel(proxied)))
      } catch (error) {
        explain(error, request.url, env)
        throw error
      }
    },
  }
  // given any proxy, the SDK does not read the environment; which one is used is decided by the policy, which comes last
  return {
    proxyOptions: { host: 'http://localhost', port: 80 },
    additionalPolicies: [{ policy, position: 'perRetry' }],
  }
}

/** An agent of the SDK that leads to a proxy. */
type TunnelAgent = Agent & {
  listenerCount(event: string): number
  on(event: 'proxyConnect', listener: (answer: IncomingMessage, request: ClientRequest) => void): void
}

/**
 * The agent by which the SDK reaches a proxy opens a tunnel for each request. Kept open, one serves many; by their
 * protocol the agent finds them again. A tunnel that is refused is an error: the agent would pass the proxy's answer off
 * as that of Azure.
 */
function throughTunnel(request: Parameters<PipelinePolicy['sendRequest']>[0]) {
  const agent = request.agent as TunnelAgent
  Object.assign(agent, { keepAlive: true, protocol: 'https:' })
  request.requestOverrides = { protocol: 'https:' }
  if (agent.listenerCount('proxyConnect') === 0) {
    agent.on('proxyConnect', ({ statusCode }, refused) => {
      if (statusCode !== 200) refused.destroy(new Error(`Proxy response (${statusCode})`))
    })
  }
  return request
}
