import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getIDToken } from '@actions/core'
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineResponse,
  proxyPolicy,
} from '@azure/core-rest-pipeline'
import {
  type AccessToken,
  ClientAssertionCredential,
  type ClientAssertionCredentialOptions,
  DeviceCodeCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity'
import { describe, expect, it, vi } from 'vitest'
import { cloudOf } from '../../../src/azure/clouds.ts'
import { claimsOf, principalOf } from '../../../src/azure/login/jwt.ts'
import { login } from '../../../src/azure/login/login.ts'
import { LoginError } from '../../../src/azure/login/login-error.ts'
import type { LoginOptions } from '../../../src/azure/login/login-options.ts'

const clientId = '01234567-89ab-cdef-0123-456789abcdef'
const tenantId = 'ffffffff-89ab-cdef-0123-456789abcdef'
const traceId = '8335980a-8604-4005-a5e1-f678003d5b01'
const cloud = cloudOf({ environment: 'azurecloud', audience: null, resourceManagerUrl: null, authorityHost: null })
const start = Math.floor(Date.now() / 1000) * 1000
const minute = 60_000

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: "repo:octo@1/o'brien@2:environment:Prod",
  aud: 'api://AzureADTokenExchange',
  exp: start / 1000 + 300,
}

/** Ports that logins without a person and without a file have no use for. */
const inAction = { read: () => undefined, ask: () => {}, isCommandLine: false }
const none = { DeviceCodeCredential, ManagedIdentityCredential }

function jwt(payload: unknown): string {
  return ['{"alg":"none"}', JSON.stringify(payload), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
}

type Answer = { status: number; body: unknown } | Error

function refusal(code: number, text = 'Something is wrong.'): Answer {
  const description = `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: c3a1f4bb-2b8a-4486-ac4a-fdd45ed43116 Timestamp: 2027-01-01 00:00:00Z`
  const body = { error: 'invalid_client', error_description: description, error_codes: [code], trace_id: traceId }
  return { status: 401, body }
}

const grant = { token_type: 'Bearer', expires_in: 3600, access_token: 'access' }
const granted: Answer = { status: 200, body: grant }

/** The real SDK over an Entra that gives these answers, the last one again and again. */
function world(...answers: Answer[]) {
  const log: string[] = []
  let time = start
  let token: () => Promise<string> = async () => jwt({ ...claims, exp: time / 1000 + 300 })
  const httpClient: HttpClient = {
    sendRequest: async (request): Promise<PipelineResponse> => {
      log.push(`POST ${new URL(request.url).pathname}`)
      const answer = answers.length > 1 ? (answers.shift() as Answer) : (answers[0] ?? granted)
      if (answer instanceof Error) throw answer
      const bodyAsText = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      return { request, status: answer.status, headers: createHttpHeaders(), bodyAsText }
    },
  }
  class Entra extends ClientAssertionCredential {
    constructor(
      tenant: string,
      client: string,
      assertion: () => Promise<string>,
      options?: ClientAssertionCredentialOptions,
    ) {
      log.push(`credential for ${options?.authorityHost}`)
      super(tenant, client, assertion, { ...options, httpClient, retryOptions: { maxRetries: 0 } })
    }
  }
  const options: LoginOptions = {
    inputs: { login: { by: 'github', clientId, tenantId } },
    cloud,
    getIDToken: async (audience) => {
      log.push(`OIDC ${audience}`)
      return token()
    },
    sdk: async () => {
      log.push('SDK')
      return { ...none, ClientAssertionCredential: Entra, proxyPolicy }
    },
    env: {},
    ...inAction,
    now: () => time,
  }
  return {
    log,
    options,
    later: (milliseconds: number) => {
      time += milliseconds
    },
    oidc: (answer: () => Promise<string>) => {
      token = answer
    },
  }
}

async function errorOf(promise: Promise<unknown>): Promise<LoginError> {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(LoginError)
  return error as LoginError
}

describe('with the OIDC token of the job', () => {
  it('asks GitHub before it loads the SDK, and each side once', async () => {
    const { log, options } = world()
    const identity = await login(options)
    expect(identity.clientId).toBe(clientId)
    expect(log).toEqual([
      'OIDC api://AzureADTokenExchange',
      'SDK',
      'credential for https://login.microsoftonline.com',
      `POST /${tenantId}/oauth2/v2.0/token`,
    ])
  })

  it('pipelines that use the identity ask for no further token', async () => {
    const { log, options } = world()
    const { credential } = await login(options)
    const before = log.length
    const headers: (string | undefined)[] = []
    const service: HttpClient = {
      sendRequest: async (request) => {
        headers.push(request.headers.get('authorization'))
        return { request, status: 200, headers: createHttpHeaders() }
      },
    }
    for (const url of ['https://management.azure.com/1', 'https://management.azure.com/2']) {
      const pipeline = createEmptyPipeline()
      pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: [cloud.scope] }))
      await pipeline.sendRequest(service, createPipelineRequest({ url }))
    }
    expect(headers).toEqual(['Bearer access', 'Bearer access'])
    expect(log.slice(before)).toEqual([])
  })

  it('uses the clock of the machine unless told otherwise', async () => {
    const { options, oidc, log } = world()
    oidc(async () => jwt({ ...claims, exp: Date.now() / 1000 + 300 }))
    await login({ ...options, now: undefined })
    expect(log.filter((line) => line.startsWith('OIDC'))).toHaveLength(1)
  })
})

/** A credential that counts, behind the same SDK. */
function counting(lifetime: number, getToken?: TokenCredential['getToken']) {
  const made = world()
  let asked = 0
  class Counting {
    assertion: () => Promise<string>
    constructor(_tenant: string, _client: string, assertion: () => Promise<string>) {
      this.assertion = assertion
    }
    async getToken(...args: Parameters<TokenCredential['getToken']>): Promise<AccessToken | null> {
      asked += 1
      if (getToken) return getToken(...args)
      await this.assertion()
      await this.assertion()
      const now = made.options.now?.() ?? 0
      return { token: `token ${asked}`, expiresOnTimestamp: now + lifetime }
    }
  }
  const sdk = async () => ({ ...none, ClientAssertionCredential: Counting as never, proxyPolicy })
  return { ...made, options: { ...made.options, sdk }, asked: () => asked }
}

describe('while the run goes on', () => {
  it('a token is kept until five minutes before its end', async () => {
    const { options, later, asked } = counting(60 * minute)
    const { credential } = await login(options)
    later(54 * minute)
    await credential.getToken(cloud.scope)
    expect(asked()).toBe(1)
    later(2 * minute)
    await Promise.all([credential.getToken(cloud.scope), credential.getToken([cloud.scope])])
    expect(asked()).toBe(2)
  })

  it('a new token takes a new OIDC token once the old one is about to end', async () => {
    const { options, later, log } = counting(6 * minute)
    const { credential } = await login(options)
    later(3 * minute)
    await credential.getToken(cloud.scope)
    expect(log.filter((line) => line.startsWith('OIDC'))).toHaveLength(1)
    later(2 * minute)
    await credential.getToken(cloud.scope)
    expect(log.filter((line) => line.startsWith('OIDC'))).toHaveLength(2)
  })

  it('an OIDC token that does not say when it ends is used for a minute', async () => {
    const { options, later, log, oidc } = counting(5.5 * minute)
    oidc(async () => 'opaque')
    const { credential } = await login(options)
    later(0.9 * minute)
    await credential.getToken(cloud.scope)
    expect(log).toHaveLength(1)
    later(minute)
    await credential.getToken(cloud.scope)
    expect(log).toHaveLength(2)
  })

  it('a challenge replaces the token', async () => {
    const { options, asked } = counting(60 * minute)
    const { credential } = await login(options)
    await credential.getToken(cloud.scope, { claims: '{}' })
    await expect(credential.getToken(cloud.scope)).resolves.toMatchObject({ token: 'token 2' })
    expect(asked()).toBe(2)
  })

  it('a token that is refused is replaced once for all who were refused, past the SDK’s own cache', async () => {
    const { options, log } = world(
      ...['a', 'b', 'c'].map((each) => ({ status: 200, body: { ...grant, access_token: each } })),
    )
    const { credential } = await login(options)
    const renewed = await Promise.all([1, 2, 3].map(() => credential.renew(cloud.scope, 'a')))
    expect(renewed.map(({ token }) => token)).toEqual(['b', 'b', 'b'])
    await expect(credential.getToken(cloud.scope)).resolves.toMatchObject({ token: 'b' })
    await expect(credential.renew([cloud.scope], 'a')).resolves.toMatchObject({ token: 'b' })
    expect(log.filter((line) => line.startsWith('POST'))).toHaveLength(2)
    expect(log.filter((line) => line.startsWith('OIDC'))).toHaveLength(1)
  })

  it('a token is renewed with a new OIDC token once the old one has expired', async () => {
    const { options, later, log } = world()
    const { credential } = await login(options)
    later(6 * minute)
    await credential.renew(cloud.scope, 'access')
    expect(log.filter((line) => line.startsWith('OIDC'))).toHaveLength(2)
  })

  it('a renewal that fails says why, and is not kept', async () => {
    const { options } = world(granted, refusal(53003), granted)
    const { credential } = await login(options)
    const { message } = await errorOf(credential.renew(cloud.scope, 'access'))
    expect(message).toContain('Conditional Access')
    await expect(credential.getToken(cloud.scope)).resolves.toMatchObject({ token: 'access' })
  })

  it('each tenant has a token of its own', async () => {
    const { options, asked } = counting(60 * minute)
    const { credential } = await login(options)
    await credential.getToken(cloud.scope, { tenantId })
    await expect(credential.getToken(cloud.scope)).resolves.toMatchObject({ token: 'token 1' })
    expect(asked()).toBe(2)
  })

  it('a failure is not kept', async () => {
    let tried = 0
    const { options } = counting(0, async () => {
      tried += 1
      if (tried === 2) throw new Error('network_error')
      return { token: `token ${tried}`, expiresOnTimestamp: 0 }
    })
    const { credential } = await login(options)
    await errorOf(credential.getToken(cloud.scope))
    await expect(credential.getToken(cloud.scope)).resolves.toMatchObject({ token: 'token 3' })
  })

  it('GitHub’s refusal comes through the SDK as it is', async () => {
    const { options, later, oidc } = world({ status: 200, body: { ...grant, expires_in: 60 } })
    const { credential } = await login(options)
    oidc(async () => {
      throw new Error('Failed to get ID Token. \n \n Error Code : 503')
    })
    later(10 * minute)
    const error = await errorOf(Promise.resolve(credential.getToken(cloud.scope, { claims: '{"a":1}' })))
    expect(error.message).toMatch(/^GitHub's OIDC service gave no token: Failed to get ID Token\. Error Code : 503/)
  })

  it('no token at all is a failure', async () => {
    const { options } = counting(0, async () => null)
    expect((await errorOf(login(options))).message).toContain('no token')
  })
})

describe('GitHub gives no token', () => {
  it.each(['URL', 'TOKEN'])('no permission: ACTIONS_ID_TOKEN_REQUEST_%s', async (missing) => {
    const { options, log } = world()
    for (const part of ['URL', 'TOKEN']) {
      vi.stubEnv(`ACTIONS_ID_TOKEN_REQUEST_${part}`, part === missing ? undefined : 'https://127.0.0.1:1/?a=b')
    }
    const error = await errorOf(login({ ...options, getIDToken }))
    vi.unstubAllEnvs()
    expect(error.message).toContain('\n    id-token: write\n    contents: read')
    expect(error.noIdentity).toBe(true)
    expect(log).not.toContain('SDK')
  })

  const address = 'https://oidc.example/token?a=b'
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'a number',
      async () => 7,
      'oidc.example answered with a value of type number in its place. Check that it is not a proxy or firewall',
    ],
    ['an object', async () => ({}), 'oidc.example answered with a value of type object in its place.'],
    ['nothing', async () => undefined, 'oidc.example answered with a value of type undefined in its place.'],
    ['an empty text', async () => '', 'oidc.example answered with a text that is not a token in its place.'],
    ['a page', async () => '<html>', 'oidc.example answered with a text that is not a token in its place.'],
    [
      'no token in the answer',
      () => Promise.reject(new Error('Error message: Response json body do not have ID Token field')),
      'oidc.example answered with something else in its place.',
    ],
  ])('%s', async (_, answer, expected) => {
    const { options, log } = world()
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: address }
    const error = await errorOf(login({ ...options, env, getIDToken: answer as never }))
    expect(error.message).toContain(`GitHub's OIDC service gave no token: ${expected}`)
    expect(log).not.toContain('SDK')
  })

  it('an address that is none', async () => {
    const { options } = world()
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: 'nonsense?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token' }
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const error = await errorOf(login({ ...options, env, getIDToken }))
    vi.unstubAllEnvs()
    expect(error.message).toMatch(/not asked for a token, because ACTIONS_ID_TOKEN_REQUEST_URL is not an address\./)
  })

  it('something other than an error', async () => {
    const { options, oidc } = world()
    oidc(() => Promise.reject('odd'))
    const error = await errorOf(login(options))
    expect(error.message).toContain('gave no token: odd Run the job again')
    expect(error.noIdentity).toBe(false)
  })
})

describe('Entra refuses', () => {
  it.each([
    70021, 700211, 700212, 700213, 7002138, 70025,
  ])('AADSTS%i: issuer, subject and audience to enter', async (code) => {
    const { options } = world(refusal(code, "No match for 'x'."))
    const { message, noIdentity } = await errorOf(login(options))
    expect(message).toContain(`issuer:   ${claims.iss}\n  subject:  ${claims.sub}\n  audience: ${claims.aud}\n`)
    const name = `repo-octo-1-o-brien-2-environment-Prod-${createHash('sha256').update(claims.sub).digest('hex').slice(0, 8)}`
    expect(message).toContain(`az ad app federated-credential create --id ${clientId} --parameters '{"name":"${name}",`)
    expect(message).toContain(`"subject":"repo:octo@1/o'\\''brien@2:environment:Prod","audiences":["${claims.aud}"]}'`)
    expect(message).toContain(`az identity federated-credential create --name ${name} --identity-name`)
    expect(message).toMatch(new RegExp(`AADSTS${code}: No match for 'x'\\. \\(Trace ID: ${traceId}\\)$`))
    expect(noIdentity).toBe(false)
  })

  it.each([
    [700016, `The tenant ${tenantId} has no application ${clientId}.`],
    [7000229, `az ad sp create --id ${clientId}`],
    [90002, `There is no tenant ${tenantId} in azurecloud.`],
    [900023, `There is no tenant ${tenantId} in azurecloud.`],
    [500011, `The tenant ${tenantId} does not know https://management.azure.com.`],
    [50034, `The tenant ${tenantId} does not know the account of ${clientId}`],
    [500341, `The tenant ${tenantId} does not know the account of ${clientId}`],
    [50013, `read the keys of the issuer, ${claims.iss}, from the internet`],
    [7000112, `The application ${clientId} is disabled in the tenant ${tenantId}.`],
    [7000215, 'This action uses neither'],
    [7000222, 'This action uses neither'],
    [53003, 'Conditional Access'],
    [700024, 'check its clock'],
    [500133, 'check its clock'],
    [90033, 'is not available at the moment'],
    [999999, 'Azure refused the login. Message of Microsoft Entra: AADSTS999999: Something is wrong. (Trace ID: '],
  ])('AADSTS%i', async (code, expected) => {
    const { options } = world(refusal(code))
    const { message } = await errorOf(login(options))
    expect(message).toContain(expected)
    expect(message).toContain(`AADSTS${code}: Something is wrong.`)
  })

  it('a token is never repeated, nor a text of any length', async () => {
    const { options } = world(refusal(1, `${jwt(claims)} \u001b[31m${'x'.repeat(5000)}`))
    const { message } = await errorOf(login(options))
    expect(message).toContain('AADSTS1: *** [31mxxx')
    expect(message).not.toContain(jwt(claims).slice(0, 20))
    expect(message.length).toBeLessThan(700)
  })

  it('a text without trace id', async () => {
    const { options } = counting(0, () => Promise.reject(new Error('AADSTS1: odd\nsecond line')))
    expect((await errorOf(login(options))).message).toMatch(/AADSTS1: odd$/)
  })
})

const odd = { error_codes: [1], error_description: { toString: 'x' }, error: ['y'] }

describe('Entra does not answer as it should', () => {
  it.each<[string, Answer, string]>([
    [
      'no such host',
      Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }),
      'login.microsoftonline.com could not be reached (ENOTFOUND), directly, because no HTTPS_PROXY is set. Let this runner through',
    ],
    [
      'an error that nobody knows',
      new Error('odd'),
      'did not answer as it should (odd). Check that the runner reaches',
    ],
    [
      'an outage',
      { status: 503, body: '<html>' },
      'login.microsoftonline.com is not available (HTTP status 503). Run the job again later',
    ],
    [
      'too many requests',
      { status: 429, body: { error: 'slow_down' } },
      'is not available (HTTP status 429: slow_down).',
    ],
    [
      'a page',
      { status: 200, body: '<html>Log in to the Wi-Fi' },
      'gave an answer in a form that Microsoft Entra does not use (HTTP status 200). Check that it is not a proxy or firewall that answers for it',
    ],
    ['an empty page', { status: 403, body: '' }, 'does not use (HTTP status 403). Check'],
    ['an answer without a token', { status: 200, body: {} }, 'does not use (HTTP status 200). Check'],
    [
      'an error without a number',
      { status: 400, body: { error: 'invalid_request', error_description: 'No.' } },
      '(HTTP status 400: No.)',
    ],
    [
      'an error that is an object',
      { status: 400, body: { error: { code: 'x', message: 'y' } } },
      'does not use (HTTP status 400). Check',
    ],
    [
      'a description that is an object',
      { status: 400, body: odd },
      'Azure refused the login. Message of Microsoft Entra: AADSTS1',
    ],
    ['a list', { status: 400, body: [1] }, 'does not use (HTTP status 400). Check'],
    ['null', { status: 400, body: 'null' }, 'does not use (HTTP status 400). Check'],
    [
      'a number that only the list of numbers has',
      { status: 401, body: { ...odd, error_codes: [53003] } },
      'A Conditional Access policy blocks',
    ],
  ])('%s', async (_, answer, expected) => {
    const { options } = world(answer)
    const { message } = await errorOf(login(options))
    expect(message).toContain(expected)
    expect(message).not.toMatch(/network_error|\[object|undefined|null/)
  })

  it('names the proxy that may have answered instead', async () => {
    const { options } = world({ status: 502, body: '' })
    const env = { HTTPS_PROXY: 'http://mona:secret@proxy.example:3128' }
    const { message } = await errorOf(login({ ...options, env }))
    expect(message).toContain('whether it is the proxy proxy.example:3128 (HTTPS_PROXY) that answers')
    expect(message).not.toMatch(/mona|secret/)
  })
})

/** Stands in for `az`; the script is that of a shell. */
async function withAz<Result>(script: string | null, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'az-'))
  if (script) writeFileSync(join(folder, 'az'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  vi.stubEnv('PATH', folder)
  try {
    return await work(folder)
  } finally {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
}

const says = (text: string) => `echo '${text.replaceAll("'", "'\\''")}' >&2; exit 1`
const answers = (answer: unknown) => `echo '${JSON.stringify(answer)}'`

describe('with the session of the Azure CLI', () => {
  const session: LoginOptions = {
    inputs: { login: { by: 'azure-cli' } },
    cloud,
    env: {},
    ...inAction,
    getIDToken: () => Promise.reject(new Error('not to be asked')),
    sdk: () => Promise.reject(new Error('not to be loaded')),
  }
  const inAnHour = Math.floor(Date.now() / 1000) + 3600

  it('az is started once, for a token of Resource Manager', async () => {
    await withAz(
      `echo "$@" >> "$(dirname "$0")/calls"; ${answers({ accessToken: 'a', expires_on: inAnHour })}`,
      async (folder) => {
        vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`)
        const { credential, clientId: client } = await login(session)
        const token = await credential.getToken([cloud.scope])
        expect([client, token]).toEqual([null, { token: 'a', expiresOnTimestamp: inAnHour * 1000 }])
        expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe(
          'account get-access-token --output json --resource https://management.azure.com\n',
        )
      },
    )
  })

  it('an older az tells the end in local time only', async () => {
    await withAz(answers({ accessToken: 'a', expiresOn: '2037-01-02 03:04:05.000000' }), async () => {
      const { credential } = await login(session)
      const { expiresOnTimestamp } = await credential.getToken(cloud.scope)
      expect(expiresOnTimestamp).toBe(new Date(2037, 0, 2, 3, 4, 5).getTime())
    })
  })

  it.each<[string, string | null, boolean, string]>([
    ['no az at all', null, true, 'there is no Azure CLI on this runner. Put an azure/login step before this one'],
    ['a wrapper that finds none', 'exit 127', true, 'there is no Azure CLI on this runner.'],
    [
      'no session',
      says("ERROR: Please run 'az login' to setup account."),
      true,
      'the Azure CLI is not logged in. Put an',
    ],
    [
      'a refusal',
      says('ERROR: AADSTS50173: expired\nmore'),
      false,
      'for https://management.azure.com: ERROR: AADSTS50173: expired more',
    ],
    [
      'a session that needs another login, and says why',
      says('ERROR: AADSTS50078: The presented multi-factor authentication has expired.\nPlease run:\naz login'),
      false,
      'gave no token for https://management.azure.com: ERROR: AADSTS50078: The presented',
    ],
    ['nothing', 'exit 0', false, 'and no reason either: what it printed is not the JSON that'],
    ['no JSON', 'echo "WARNING: a new version is available"', false, 'what it printed is not the JSON that'],
    ['another JSON', answers({ accessToken: 7, expires_on: inAnHour }), false, 'what it printed is not the JSON that'],
    ['a token that does not end', answers({ accessToken: 'a' }), false, 'what it printed is not the JSON that'],
    ['null', 'echo null', false, 'what it printed is not the JSON that'],
  ])('%s', async (_, script, noIdentity, expected) => {
    const error = await withAz(script, () => errorOf(login(session)))
    expect(error.message).toContain(expected)
    expect(error.message).not.toMatch(/Unexpected|undefined|JSON input/)
    expect(error.noIdentity).toBe(noIdentity)
  })

  it('an az that hangs is ended, with whatever it has started', async () => {
    const script = 'PATH=/usr/bin:/bin; sleep 1000 & echo $! > "$(dirname "$0")/pid"; wait'
    await withAz(script, async (folder) => {
      const { message } = await errorOf(login({ ...session, cliTimeout: 500 }))
      expect(message).toContain('The Azure CLI gave no answer within 0.5 seconds when it was asked for a token. Check')
      const started = Number(readFileSync(join(folder, 'pid'), 'utf8'))
      await vi.waitFor(() => expect(() => process.kill(started, 0)).toThrow('ESRCH'), 10_000)
    })
  })

  const outlived = `ERROR: AADSTS700024: Client assertion is not within its valid time range. Trace ID: ${traceId}\nInteractive authentication is needed. Please run:\naz login`

  it('a session of azure/login that has outlived its OIDC token is not called "not logged in"', async () => {
    const { message, noIdentity } = await withAz(says(outlived), () => errorOf(login(session)))
    expect(message).toMatch(/^The session of azure\/login has expired: .* Give this action client-id and tenant-id/)
    expect(message).toMatch(
      /Message of Microsoft Entra: AADSTS700024: Client assertion is not within its valid time range\.$/,
    )
    expect(noIdentity).toBe(false)
  })

  it('nor in the middle of a run', async () => {
    let time = start
    await withAz(answers({ accessToken: 'a', expires_on: inAnHour }), async (folder) => {
      const { credential } = await login({ ...session, now: () => time })
      writeFileSync(join(folder, 'az'), `#!/bin/sh\n${says(outlived)}\n`)
      time += 60 * minute
      const { message } = await errorOf(credential.getToken(cloud.scope))
      expect(message).toMatch(/^The session of azure\/login has expired/)
    })
  })
})

describe('whose access token it is', () => {
  const [appid, oid] = [clientId, tenantId]
  it.each<[string, unknown, string | null, string | null]>([
    ['an application', { appid, oid, idtyp: 'app' }, appid, null],
    ['a managed identity, without idtyp', { appid, oid, xms_mirid: '/subscriptions/…' }, appid, null],
    ['a person', { appid, oid, idtyp: 'user' }, null, oid],
    ['a person, by name', { appid, oid, upn: 'mona@contoso.com' }, null, oid],
    ['a guest', { appid, oid, unique_name: 'live.com#mona' }, null, oid],
    ['a person, by what the program may do', { appid, oid, scp: 'user_impersonation' }, null, oid],
    ['no ids', { appid: 'x; rm -rf /', oid: 7 }, null, null],
    ['a person without an id', { idtyp: 'user' }, null, null],
  ])('%s', (_, payload, client, person) => {
    expect(principalOf(jwt(payload))).toEqual({ clientId: client, personId: person, tenantId: null })
  })

  it('a token that cannot be read says nothing', () => {
    for (const token of ['opaque', '', 7, null, {}] as string[])
      expect(principalOf(token)).toEqual({ clientId: null, personId: null, tenantId: null })
  })

  it.each([
    [tenantId, tenantId],
    ['contoso.com', null],
    [7, null],
  ])('and of which tenant: %s', (tid, expected) => {
    expect(principalOf(jwt({ appid, tid })).tenantId).toBe(expected)
  })
})

describe('what a token says', () => {
  it.each([
    [jwt({ iss: 'i', sub: 's', aud: 'a' }), 'i', 's', 'a'],
    [jwt({ iss: 1, sub: null, aud: ['a', 'b'] }), '', '', 'a'],
    [jwt(null), '', '', ''],
    [jwt('text'), '', '', ''],
    ['no token', '', '', ''],
    ['a.%.c', '', '', ''],
  ])('%s', (token, issuer, subject, audience) => {
    expect(claimsOf(token)).toEqual({ issuer, subject, audience })
  })
})
