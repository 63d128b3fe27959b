import { proxyPolicy } from '@azure/core-rest-pipeline'
import type { DeviceCodeCredential, ManagedIdentityCredential } from '@azure/identity'
import { describe, expect, it } from 'vitest'
import { cloudOf } from '../../../src/azure/clouds.ts'
import { login } from '../../../src/azure/login/login.ts'
import { LoginError } from '../../../src/azure/login/login-error.ts'
import type { LoginOptions } from '../../../src/azure/login/login-options.ts'

const id = '01234567-89ab-cdef-0123-456789abcdef'
const cloud = cloudOf({ environment: 'azurecloud', audience: null, resourceManagerUrl: null, authorityHost: null })
const later = Date.now() + 3_600_000

type Login = LoginOptions['inputs']['login']

/** Credentials that answer so; `asked` is what they were made of, and what a person was asked. */
function world(how: Login, answer: () => Promise<unknown>, prompt: unknown = { message: 'Enter the code.' }) {
  const asked: unknown[] = []
  function made(options: { userPromptCallback?: (info: unknown) => void } = {}) {
    asked.push(options)
    return {
      async getToken() {
        options.userPromptCallback?.(prompt)
        return answer()
      },
    }
  }
  const unused = () => Promise.reject(new Error('not to be asked'))
  const options: LoginOptions = {
    inputs: { login: how },
    cloud,
    env: {},
    getIDToken: unused,
    read: () => undefined,
    ask: (sentence) => asked.push(sentence),
    isCommandLine: true,
    sdk: async () => ({
      ClientAssertionCredential: undefined as never,
      DeviceCodeCredential: made as never as typeof DeviceCodeCredential,
      ManagedIdentityCredential: made as never as typeof ManagedIdentityCredential,
      proxyPolicy,
    }),
  }
  return { options, asked }
}

const errorOf = (options: LoginOptions) =>
  login(options).then(
    () => Promise.reject(new Error('It logged in.')),
    (error: LoginError) => error,
  )

describe('a device', () => {
  it('is asked for with what was given, and the person is told', async () => {
    const how: Login = { by: 'device', clientId: id, tenantId: undefined }
    const { options, asked } = world(how, async () => ({ token: 'a', expiresOnTimestamp: later }))
    const { credential } = await login(options)
    expect(await credential.getToken(cloud.scope)).toMatchObject({ token: 'a' })
    expect(asked).toEqual([
      expect.objectContaining({ clientId: id, authorityHost: 'https://login.microsoftonline.com' }),
      'Enter the code.',
    ])
    expect(asked[0]).not.toHaveProperty('tenantId')
  })

  it.each<[string, () => Promise<unknown>, unknown, string]>([
    [
      'a refusal',
      () => Promise.reject(new Error('expired_token')),
      { message: 'x' },
      'failed. expired_token Run it again and enter the code in time',
    ],
    ['no code', async () => null, {}, 'failed. Microsoft Entra gave no code. Run it again'],
    [
      'nobody there',
      () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' })),
      { message: 'x' },
      'login.microsoftonline.com could not be reached',
    ],
  ])('%s', async (_name, answer, prompt, said) => {
    const how: Login = { by: 'device', clientId: undefined, tenantId: id }
    const error = await errorOf(world(how, answer, prompt).options)
    expect(error).toBeInstanceOf(LoginError)
    expect(error.message).toContain(said)
    expect(error.message).not.toMatch(/undefined|\s$/)
  })
})

describe('a managed identity', () => {
  it.each<[string, string | undefined, object, string]>([
    ['of the system', undefined, {}, 'one that a user assigned is named by --client-id.'],
    ['that a user assigned', id, { clientId: id }, `that has a managed identity with the client id ${id}.`],
  ])('%s', async (_name, clientId, made, said) => {
    const { options, asked } = world({ by: 'managed-identity', clientId }, () =>
      Promise.reject(new Error('No identity.')),
    )
    const error = await errorOf(options)
    expect(asked).toEqual([made])
    expect(error.message).toContain('The login to Azure failed. No identity. Check that this machine')
    expect(error.message).toContain(said)
  })
})
