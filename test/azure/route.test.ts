import { createEmptyPipeline, createHttpHeaders, createPipelineRequest, proxyPolicy } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { route } from '../../src/azure/route.ts'
import type { Environment } from '../../src/network/proxy.ts'

/** Which proxies requests to these addresses go to, when the SDK itself would take another. */
async function waysTo(addresses: string[], env: Environment, answer?: Error): Promise<(string | null)[]> {
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(proxyPolicy({ host: 'http://the-sdk-would-take.example', port: 1 }))
  for (const { policy } of route({ proxyPolicy }, env).additionalPolicies)
    pipeline.addPolicy(policy, { afterPhase: 'Sign' })
  const ways: (string | null)[] = []
  for (const url of addresses) {
    await pipeline.sendRequest(
      {
        sendRequest: async (request) => {
          if (answer) throw answer
          ways.push((request.agent as { proxy?: URL } | undefined)?.proxy?.href ?? null)
          return { request, status: 200, headers: createHttpHeaders() }
        },
      },
      createPipelineRequest({ url }),
    )
  }
  return ways
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
})
