import { ClientAssertionCredential } from '@azure/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { accessTokenMarker } from '../../simulator/entra.ts'
import { request, trust } from '../../simulator/request.ts'
import { smallEstate } from '../../simulator/small-estate.ts'

let cloud: Cloud

beforeEach(async () => {
  cloud = await startCloud({ estate: smallEstate() })
  trust(cloud)
})

afterEach(() => cloud.close())

async function idToken(audience = 'api://AzureADTokenExchange'): Promise<string> {
  const headers = { authorization: `bearer ${cloud.oidc.requestToken}` }
  const answer = await request(cloud, `${cloud.urls.oidc}&audience=${encodeURIComponent(audience)}`, { headers })
  if (answer.status !== 200) throw new Error(`OIDC ${answer.status}`)
  return answer.body.value
}

async function token(form: Record<string, string> = {}, tenant = cloud.estate.tenantId) {
  const client_assertion = form.client_assertion ?? (await idToken())
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: cloud.estate.identity.clientId,
    scope: `${cloud.urls.resourceManager}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    ...form,
    client_assertion,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return request(cloud, `${cloud.urls.authority}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    headers,
    body: body.toString(),
  })
}

describe('GitHub OIDC', () => {
  test('wants its request token, and puts the audience in', async () => {
    expect((await request(cloud, cloud.urls.oidc)).status).toBe(401)
    const [, payload = ''] = (await idToken('api://x')).split('.')
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:contoso/ml-platform:pull_request',
      aud: 'api://x',
    })
  })

  test('may refuse', async () => {
    cloud.oidc.status = 403
    await expect(idToken()).rejects.toThrow('OIDC 403')
  })
})

describe('Entra', () => {
  test('exchanges an assertion for an access token', async () => {
    const answer = await token()
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3599 } })
    expect(answer.body.access_token).toContain(accessTokenMarker)
    expect(cloud.secrets()).toContain(answer.body.access_token)
  })

  test('satisfies @azure/identity', async () => {
    const { tenantId, identity } = cloud.estate
    const credential = new ClientAssertionCredential(tenantId, identity.clientId, () => idToken(), {
      authorityHost: cloud.urls.authority,
      disableInstanceDiscovery: true,
    })
    const accessToken = await credential.getToken(`${cloud.urls.resourceManager}/.default`)
    expect(accessToken.token).toContain(accessTokenMarker)
    expect(cloud.count('token')).toBe(1)
    expect(cloud.requests.filter(({ kind }) => kind === 'metadata').map(({ path }) => path)).toEqual([
      `/${tenantId}/v2.0/.well-known/openid-configuration`,
    ])
  })

  test.each([
    ['sub', 'repo:contoso/other:pull_request', 700213, "assertion subject 'repo:contoso/other:pull_request'"],
    ['sub', 'repo:Contoso/ml-platform:pull_request', 700213, 'subject'],
    ['iss', 'https://token.actions.contoso.ghe.com', 700211, 'assertion issuer'],
    ['aud', 'api://AzureADTokenExchangeChina', 700212, 'assertion audience'],
    ['exp', 1, 700024, 'valid time range'],
  ])('a claim that no federated credential has: %s %s', async (claim, value, code, text) => {
    cloud.oidc.claims = { [claim]: value }
    const answer = await token()
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client', error_codes: [code] } })
    expect(answer.body.error_description).toMatch(`AADSTS${code}: `)
    expect(answer.body.error_description).toContain(text)
  })

  test('an unknown application, tenant, resource and signature', async () => {
    expect((await token({ client_id: 'x' })).body.error_codes).toEqual([700016])
    expect((await token({}, 'contoso.example')).body.error_codes).toEqual([90002])
    expect((await token({ scope: 'https://vault.azure.net/.default' })).body.error_codes).toEqual([500011])
    expect((await token({ client_assertion: `${await idToken()}x` })).body.error_codes).toEqual([50013])
  })

  test('any other error on demand', async () => {
    cloud.entra.error = { code: 53003, text: 'Access has been blocked by Conditional Access policies.' }
    expect((await token()).body.error_description).toMatch(/^AADSTS53003: Access has been blocked/)
  })
})
