import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { runCommand } from '../../simulator/command.ts'
import { userCode } from '../../simulator/entra-device.ts'
import { cloudOf } from '../action/act.ts'

const inALine = (text: string) => text.replaceAll(/\s+/g, ' ')
const small = ['--workspaces', 'mlw-research']

describe('by device', () => {
  it('somebody enters the code that is shown, and reads as who they are', async () => {
    const cloud = await cloudOf()
    cloud.entra.pending = 1
    const { exitCode, stdout, stderr } = await runCommand([...small, '--login', 'device'], { cloud })
    expect(stderr).toContain(`enter the code ${userCode} to authenticate`)
    expect(stdout).toContain('--assignee 9e450000-0000-4000-8000-000000000001')
    expect(inALine(stdout)).toContain(
      `Read by object id 9e450000-0000-4000-8000-000000000001 in tenant ${cloud.estate.tenantId}.`,
    )
    expect(exitCode).toBe(1)
  })

  it('a refusal says who refused', async () => {
    const cloud = await cloudOf()
    cloud.entra.error = { code: 50105, text: 'The signed in user is not assigned to a role.' }
    const { exitCode, stderr } = await runCommand([...small, '--login', 'device'], { cloud })
    expect(stderr).toMatch(/error: The login to Azure failed\. .*50105/)
    expect(exitCode).toBe(2)
  })
})

describe('by managed identity', () => {
  /** Stands where App Service has what gives tokens of its identity; the address of the one of virtual machines is fixed. */
  async function machine(cloud: Cloud, answer: (query: URLSearchParams) => { status: number; body: object }) {
    const server = createServer((request, response) => {
      const { status, body } = answer(new URL(request.url ?? '', 'http://x').searchParams)
      const isKnown = request.headers['x-identity-header'] === 'header'
      response.writeHead(isKnown ? status : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const env = {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`,
      IDENTITY_HEADER: 'header',
      HTTP_PROXY: cloud.proxyUrl,
    }
    return { env, close: () => server.close() }
  }

  it('the machine gives a token, and no proxy sees it', async () => {
    const cloud = await cloudOf()
    const asked: URLSearchParams[] = []
    const { env, close } = await machine(cloud, (query) => {
      asked.push(query)
      const resource = query.get('resource') ?? ''
      const expires_on = Math.floor(Date.now() / 1000) + 3600
      return {
        status: 200,
        body: { access_token: cloud.accessToken(resource), expires_on, resource, token_type: 'Bearer' },
      }
    })
    const clientId = cloud.estate.identity.clientId
    const { exitCode, stdout } = await runCommand([...small, '--login', 'managed-identity', '--client-id', clientId], {
      cloud,
      env,
    })
    close()
    expect(asked.map((query) => [query.get('resource'), query.get('client_id')])).toEqual([
      ['https://management.azure.com', clientId],
    ])
    expect(stdout).toContain(`--assignee ${clientId}`)
    expect(inALine(stdout)).toContain(`Read by client id ${clientId} in tenant ${cloud.estate.tenantId}.`)
    expect(exitCode).toBe(1)
  })

  it('a refusal says what to look at', async () => {
    const cloud = await cloudOf()
    const { env, close } = await machine(cloud, () => ({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Identity not found' },
    }))
    const { exitCode, stderr } = await runCommand([...small, '--login', 'managed-identity'], { cloud, env })
    close()
    expect(stderr).toMatch(
      /error: The login to Azure failed\. .*Check that this machine is one of Azure that has a managed identity; one that a user assigned is named by --client-id\./s,
    )
    expect(exitCode).toBe(2)
  })
})

describe('by workload identity', () => {
  const claims = {
    iss: 'https://gitlab.example.com',
    sub: 'project_path:contoso/ml:ref_type:branch:ref:main',
    aud: 'api://AzureADTokenExchange',
  }
  const env = (cloud: Cloud) => ({
    AZURE_CLIENT_ID: cloud.estate.identity.clientId,
    AZURE_TENANT_ID: cloud.estate.tenantId,
    AZURE_FEDERATED_TOKEN_FILE: 'token',
  })
  const check = async (cloud: Cloud, files: Record<string, string>) =>
    runCommand([...small, '--login', 'workload-identity'], { cloud, env: env(cloud), files })

  it('the token in the file is exchanged', async () => {
    const cloud = await cloudOf()
    cloud.estate.identity.federatedCredentials.push({ issuer: claims.iss, subject: claims.sub, audience: claims.aud })
    const { exitCode, stdout } = await check(cloud, { token: `${cloud.idToken(claims)}\n` })
    expect(stdout).toContain(`--assignee ${cloud.estate.identity.clientId}`)
    expect(exitCode).toBe(1)
  })

  it.each<[string, (cloud: Cloud) => Record<string, string>, RegExp]>([
    [
      'nobody trusts it',
      (cloud) => ({ token: cloud.idToken(claims) }),
      /No federated credential of the identity .* matches the OIDC token of this job\.[\s\S]*az ad app federated-credential create --id/,
    ],
    ['no file', () => ({}), /The file token, which AZURE_FEDERATED_TOKEN_FILE names, cannot be read/],
    [
      'an empty file',
      () => ({ token: '\n' }),
      /holds no OIDC token: .* Is the variable with the token set in this job\?/,
    ],
  ])('%s', async (_name, files, said) => {
    const cloud = await cloudOf()
    const { exitCode, stderr } = await check(cloud, files(cloud))
    expect(stderr).toMatch(said)
    expect(exitCode).toBe(2)
  })
})
