import type { EventEmitter } from 'node:events'
import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  proxyPolicy,
} from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { route } from '../../../src/azure/requests/route.ts'
import type { Environment } from '../../../src/network/proxy.ts'

/** An agent of the SDK, which leads to a proxy. */
interface ProxyAgent extends EventEmitter {
  proxy?: URL
  keepAlive?: boolean
  protocol?: string
}

/** Requests to these addresses as they leave, when the SDK itself would take another proxy. */
async function requestsTo(addresses: string[], env: Environment, answer?: Error): Promise<PipelineRequest[]> {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(proxyPolicy({ host: 'http://the-sdk-would-take.example', port: 1 }))
  for (const { policy } of route({ proxyPolicy }, env).additionalPolicies)
    pipeline.addPolicy(policy, { afterPhase: 'Sign' })
  const sent: PipelineRequest[] = []
  for (const url of addresses) {
    await pipeline.sendRequest(
      {
        sendRequest: async (request) => {
          if (answer) throw answer
          sent.push(request)
          return { request, status: 200, headers: createHttpHeaders() }
        },
      },
      createPipelineRequest({ url }),
    )
  }
  return sent
}

const agentOf = ({ agent }: PipelineRequest) => agent as ProxyAgent | undefined

/** Which proxies requests to these addresses go to. */
async function waysTo(addresses: string[], env: Environment, answer?: Error): Promise<(string | null)[]> {
  const sent = await requestsTo(addresses, env, answer)
  return sent.map((request) => agentOf(request)?.proxy?.href ?? null)
}

const arm = 'https://management.azure.com/subscriptions'
const entra = 'https://login.microsoftonline.com/x/oauth2/v2.0/token'
const proxy = 'http://proxy.example:3128/'

describe('the way to Azure', () => {
  it.each<[Environment, string | null, string | null]>([
    [{}, null, null],
    [{ HTTPS_PROXY: proxy }, proxy, proxy],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, proxy, proxy],
    [{ HTTPS_PROXY: '10.0.0.1:3128' }, 'http://10.0.0.1:3128/', 'http://10.0.0.1:3128/'],
    [
      { HTTPS_PROXY: 'http://mona:p%40ss@proxy.example' },
      'http://mona:p%40ss@proxy.example/',
      'http://mona:p%40ss@proxy.example/',
    ],
    [
      { HTTPS_PROXY: 'http://mona:100%@proxy.example' },
      'http://mona:100%25@proxy.example/',
      'http://mona:100%25@proxy.example/',
    ],
    [{ HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example/', 'https://proxy.example/'],
    [{ HTTPS_PROXY: ':::' }, null, null],
    [{ HTTP_PROXY: proxy, ALL_PROXY: proxy }, null, null],
    [{ https_proxy: proxy, HTTPS_PROXY: 'http://other.example' }, proxy, proxy],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*' }, null, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'azure.com' }, null, proxy],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '.microsoftonline.com' }, proxy, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'management.azure.com:443' }, null, proxy],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'management.azure.com:8443' }, proxy, proxy],
  ])('with %o', async (env, toArm, toEntra) => {
    expect(await waysTo([arm, entra, arm], env)).toEqual([toArm, toEntra, toArm])
  })

  it('an error says what stands in it', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:3128'), { code: 'ECONNREFUSED' })
    await expect(waysTo([arm], { HTTPS_PROXY: proxy }, refused)).rejects.toThrow(
      'The proxy proxy.example:3128 (HTTPS_PROXY) could not be reached (ECONNREFUSED). Check the address',
    )
  })

  it('the SDK reads no proxy of the environment itself, and the policy is asked at each try', () => {
    const { proxyOptions, additionalPolicies } = route({ proxyPolicy }, {})
    expect(proxyOptions).toEqual({ host: 'http://localhost', port: 80 })
    expect(additionalPolicies.map(({ policy, position }) => [policy.name, position])).toEqual([
      ['routePolicy', 'perRetry'],
    ])
  })

  it('a request that goes directly keeps nothing of a proxy', async () => {
    const [request] = await requestsTo([arm], {})
    expect([request?.agent, request?.requestOverrides]).toEqual([undefined, undefined])
  })
})

describe('a tunnel through a proxy', () => {
  const tunnels = () => requestsTo([arm, entra, arm], { HTTPS_PROXY: proxy })

  it('is kept open and serves many requests', async () => {
    const sent = await tunnels()
    expect(new Set(sent.map(agentOf)).size).toBe(1)
    expect(agentOf(sent[0] as PipelineRequest)).toMatchObject({ keepAlive: true, protocol: 'https:' })
    expect(sent.map(({ requestOverrides }) => requestOverrides)).toEqual(sent.map(() => ({ protocol: 'https:' })))
    expect(agentOf(sent[0] as PipelineRequest)?.listenerCount('proxyConnect')).toBe(1)
  })

  it('is another one for another proxy', async () => {
    const [request] = await tunnels()
    const [other] = await requestsTo([arm], { HTTPS_PROXY: 'http://other.example:8080' })
    expect(other && agentOf(other)).not.toBe(request && agentOf(request))
  })

  it.each<[status: number, refusal: string | null]>([
    [200, null],
    [403, 'Proxy response (403)'],
    [407, 'Proxy response (407)'],
  ])('that the proxy answers with %i', async (statusCode, refusal) => {
    const [request] = await tunnels()
    let said: string | null = null
    const refused = { destroy: ({ message }: Error) => (said = message) }
    expect(request && agentOf(request)?.emit('proxyConnect', { statusCode }, refused)).toBe(true)
    expect(said).toBe(refusal)
  })
})
