import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  completeProxies,
  type Environment,
  exceptOwnHosts,
  nameOf,
  proxyFor,
  whyDirect,
} from '../../src/network/proxy.ts'

/** The rule of the runner's toolkit, which this one repeats; no dependency of ours by name. */
const toolkit = pathToFileURL(join(import.meta.dirname, '../../node_modules/@actions/http-client/lib/proxy.js')).href
const { getProxyUrl } = (await import(toolkit)) as { getProxyUrl: (url: URL) => URL | undefined }

const arm = 'https://management.azure.com/subscriptions'
const variables = [
  'https_proxy',
  'HTTPS_PROXY',
  'http_proxy',
  'HTTP_PROXY',
  'no_proxy',
  'NO_PROXY',
  'ALL_PROXY',
  'all_proxy',
]

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('which way an address is reached', () => {
  it.each<[string, Environment, string | null]>([
    [arm, {}, null],
    [arm, { HTTPS_PROXY: '' }, null],
    [arm, { HTTPS_PROXY: 'http://a:1' }, 'a:1 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' }, 'b:2 (https_proxy)'],
    [arm, { HTTP_PROXY: 'http://a:1', ALL_PROXY: 'http://a:1', all_proxy: 'http://a:1' }, null],
    ['http://ghes.example/', { HTTP_PROXY: 'http://a:1' }, 'a:1 (HTTP_PROXY)'],
    ['http://ghes.example/', { HTTPS_PROXY: 'http://a:1' }, null],
    [arm, { HTTPS_PROXY: 'http://a' }, 'a:80 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'https://a' }, 'a:443 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'HTTPS://a:8443/' }, 'a:8443 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'proxy.example:3128' }, 'proxy.example:3128 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: ' 10.0.0.1:3128 ' }, '10.0.0.1:3128 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'proxy' }, 'proxy:80 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'mona:pass@proxy:3128' }, 'proxy:3128 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'http://mona:100%@proxy:3128' }, 'proxy:3128 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'http://mona:p%40ss@proxy:3128' }, 'proxy:3128 (HTTPS_PROXY)'],
    [arm, { HTTPS_PROXY: 'http://mona:pa#ss@proxy:3128' }, null],
    [arm, { HTTPS_PROXY: 'http://' }, null],
    [arm, { HTTPS_PROXY: ':::' }, null],
    ...[
      '*',
      ' * ',
      'a, *',
      'management.azure.com',
      'MANAGEMENT.azure.com',
      'management.azure.com:443',
      'azure.com',
      '.azure.com',
      'azure.com:443',
      '.azure.com:443',
      'com',
      'x,,azure.com,',
    ].map((without): [string, Environment, null] => [arm, { HTTPS_PROXY: 'http://a:1', NO_PROXY: without }, null]),
    ...[
      '',
      ',',
      'zure.com',
      'management.azure.com:8443',
      '.management.azure.com',
      '*.azure.com',
      'https://management.azure.com',
      'management.azure.com.evil.example',
      'management azure.com',
    ].map((without): [string, Environment, string] => [
      arm,
      { HTTPS_PROXY: 'http://a:1', NO_PROXY: without },
      'a:1 (HTTPS_PROXY)',
    ]),
    [arm, { HTTPS_PROXY: 'http://a:1', NO_PROXY: '*', no_proxy: 'x' }, 'a:1 (HTTPS_PROXY)'],
    ['https://ghes.example:8443/', { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'ghes.example:8443' }, null],
    ['https://ghes.example:8443/', { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'ghes.example' }, null],
    ['https://ghes.example:8443/', { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'ghes.example:443' }, 'a:1 (HTTPS_PROXY)'],
    ['https://localhost:8443/', { HTTPS_PROXY: 'http://a:1' }, null],
    ['https://127.0.0.1/', { HTTPS_PROXY: 'http://a:1' }, null],
    ['https://[::1]/', { HTTPS_PROXY: 'http://a:1' }, null],
  ])('%s with %o: %s', (address, env, expected) => {
    const proxy = proxyFor(address, env)
    expect(proxy && nameOf(proxy)).toBe(expected)
    for (const name of variables) vi.stubEnv(name, env[name])
    completeProxies(process.env)
    const theirs = getProxyUrl(new URL(address))
    expect(theirs?.hostname ? [theirs.hostname, theirs.port] : null).toEqual(
      proxy && [proxy.url.hostname, proxy.url.port],
    )
  })
})

describe('what is written into the environment', () => {
  it.each([
    ['proxy.example:3128', 'http://proxy.example:3128'],
    ['10.0.0.1:3128', 'http://10.0.0.1:3128'],
    ['mona:100%@proxy:3128', 'http://mona:100%25@proxy:3128'],
    ['https://proxy:3128', 'https://proxy:3128'],
    ['', ''],
  ])('%s becomes %s', (given, expected) => {
    const env: Environment = { HTTPS_PROXY: given, PATH: 'a:b' }
    completeProxies(env)
    expect(env).toEqual({ HTTPS_PROXY: expected, PATH: 'a:b' })
  })
})

describe('why an address is reached directly', () => {
  it.each<[string, Environment, string]>([
    [arm, {}, 'no HTTPS_PROXY is set'],
    [arm, { HTTPS_PROXY: 'http://a:1', no_proxy: '*' }, 'no_proxy names it'],
    [arm, { https_proxy: 'http://mona:pa#ss@proxy:3128' }, 'https_proxy is not an address (special'],
    ['https://localhost/', { HTTPS_PROXY: 'http://a:1' }, 'it is this machine'],
  ])('%s with %o: %s', (address, env, expected) => {
    expect(whyDirect(address, env)).toContain(expected)
    expect(whyDirect(address, env)).not.toMatch(/mona|pa#|ss@/)
  })
})

describe('the hosts of this machine', () => {
  const own = '169.254.169.254,127.0.0.1,localhost'
  it.each<[string, Environment, Environment]>([
    ['nothing is set', {}, { NO_PROXY: own }],
    ['one is set', { NO_PROXY: 'a.example' }, { NO_PROXY: `a.example,${own}` }],
    ['both are', { no_proxy: 'b', NO_PROXY: 'a' }, { no_proxy: `b,${own}`, NO_PROXY: `a,${own}` }],
    ['an empty one', { no_proxy: '' }, { no_proxy: '', NO_PROXY: own }],
  ])('are reached without a proxy: %s', (_name, env, expected) => {
    exceptOwnHosts(env)
    expect(env).toEqual(expected)
  })
})
