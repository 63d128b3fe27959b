import { describe, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import type { Cloud } from '../../simulator/cloud.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { scaleEstate } from '../../simulator/estates/scale.ts'
import { act, cloudOf } from './act.ts'

const azure = 'management.azure.com:443'

describe('behind a proxy', () => {
  it('a scan opens a tunnel for what is under way at once, not for each request', async () => {
    const cloud = await cloudOf({ estate: scaleEstate({ workspaces: 60, subscriptions: 1 }) })
    await act(cloud)
    expect(cloud.count('resource-manager')).toBeGreaterThan(400)
    expect(cloud.tunnels.filter((authority) => authority === azure).length).toBeLessThanOrEqual(64 + 2)
  })

  it('what NO_PROXY names is reached without one', async () => {
    const cloud = await cloudOf()
    const { resourceManager, authority } = cloud.urls
    const inputs = { environment: 'custom', 'resource-manager-url': resourceManager, 'authority-host': authority }
    const { outputs } = await act(cloud, { inputs, door: 'direct' })
    expect(outputs.conclusion).toBe('fail')
    expect(cloud.tunnels).toEqual([])
  })
})

/** The variables of a runner behind this proxy. */
function behind(proxy: string): Record<string, string> {
  return { HTTPS_PROXY: proxy, https_proxy: proxy, HTTP_PROXY: proxy, http_proxy: proxy }
}

const withUser = ({ proxyUrl }: Cloud, user: string) => proxyUrl.replace('://', `://${user}@`)
const nameOf = ({ proxyUrl }: Cloud) => `The proxy ${new URL(proxyUrl).host} (https_proxy)`
const refusing = (host: string, status: number) => (authority: string) =>
  authority === `${host}:443` ? status : undefined

/** Everything that somebody could read. */
const everything = ({ log, stderr, summary, comment }: Awaited<ReturnType<typeof act>>) =>
  [log, stderr, summary, comment].join('\n').replaceAll('\\_', '_')
const annotated = ({ annotations }: Awaited<ReturnType<typeof act>>) =>
  annotations.map(({ message }) => message).join('\n')

describe('a proxy that wants a password', () => {
  it('gets it from whatever is asked of GitHub and Azure, and nobody else does', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    cloud.proxy.credentials = 'mona:p@ss#1'
    const result = await act(cloud, { env: behind(withUser(cloud, 'mona:p%40ss%231')) })
    expect(result.outputs.coverage).toBe('100')
    expect(new Set(cloud.tunnels)).toEqual(
      new Set([
        'token.actions.githubusercontent.com:443',
        'login.microsoftonline.com:443',
        azure,
        'api.github.com:443',
      ]),
    )
    expect(everything(result)).not.toMatch(/p@ss|p%40ss/)
  })

  it.each([
    ['without one', '', 'wants a user name and a password (HTTP status 407). Put them into https_proxy'],
    [
      'with a wrong one',
      'mona:outdated',
      'does not accept the user name and password that https_proxy holds (HTTP status 407).',
    ],
  ])('%s', async (_, user, expected) => {
    const cloud = await cloudOf({ estate: oneEstate() })
    cloud.proxy.credentials = 'mona:p@ss#1'
    const result = await act(cloud, { env: user === '' ? {} : behind(withUser(cloud, user)) })
    expect(annotated(result)).toContain(`GitHub's OIDC service gave no token. ${nameOf(cloud)} ${expected}`)
    expect(everything(result)).not.toMatch(/mona|outdated/)
    expect(result.exitCode).toBe(1)
  })
})

describe('what stands in the way is named', () => {
  it('a proxy that leads nowhere near Entra', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    cloud.proxy.refuses = refusing('login.microsoftonline.com', 502)
    const result = await act(cloud)
    expect(annotated(result)).toContain(
      `The login to Azure failed. ${nameOf(cloud)} opens no way to login.microsoftonline.com (HTTP status 502).`,
    )
    expect(result.exitCode).toBe(1)
  })

  it('a proxy that leads nowhere near Resource Manager', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    cloud.proxy.refuses = refusing('management.azure.com', 403)
    const result = await act(cloud)
    expect(everything(result)).toContain(`${nameOf(cloud)} opens no way to management.azure.com (HTTP status 403).`)
    expect(result.exitCode).toBe(1)
  })

  it('a proxy that leads nowhere near GitHub', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    cloud.proxy.refuses = refusing('api.github.com', 407)
    const result = await act(cloud)
    expect(result.outputs.coverage).toBe('100')
    expect(annotated(result)).toContain(`${nameOf(cloud)} wants a user name and a password (HTTP status 407).`)
    expect(annotated(result)).not.toMatch(/githubstatus|\(500/)
  })

  it('a proxy that is dead, never its user or password', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    const result = await act(cloud, { env: behind('http://mona:secret@127.0.0.1:1') })
    expect(annotated(result)).toMatch(
      /gave no token\. The proxy 127\.0\.0\.1:1 \(https_proxy\) could not be reached \(ECONNREFUSED\)\. Check/,
    )
    expect(everything(result)).not.toMatch(/mona|secret|githubstatus/)
  })

  it('an authority that the runner does not know, in the OIDC step', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    const said = annotated(await act(cloud, { env: { NODE_EXTRA_CA_CERTS: undefined } }))
    expect(said).toMatch(
      /the authority that signed the certificate of token\.actions\.githubusercontent\.com \(.*\)\..* NODE_EXTRA_CA_CERTS/,
    )
    expect(said).not.toContain('githubstatus')
  })

  it('and for Resource Manager and GitHub', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    const inputs = { 'client-id': '', 'tenant-id': '' }
    const result = await act(cloud, { env: { NODE_EXTRA_CA_CERTS: undefined }, inputs, path: standInAzureCli(cloud) })
    for (const host of ['management.azure.com', 'api.github.com'])
      expect(everything(result)).toMatch(
        new RegExp(`the authority that signed the certificate of ${host} \\(.*NODE_EXTRA_CA`),
      )
    expect(result.exitCode).toBe(1)
  })
})

describe('a proxy without a scheme', () => {
  it('is one over HTTP, as the runner takes it', async () => {
    const cloud = await cloudOf({ estate: oneEstate() })
    const { outputs, stderr } = await act(cloud, { env: behind(new URL(cloud.proxyUrl).host) })
    expect([outputs.coverage, stderr]).toEqual(['100', ''])
    expect(new Set(cloud.tunnels).size).toBe(4)
  })
})
