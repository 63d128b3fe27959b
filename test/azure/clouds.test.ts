import { describe, expect, it } from 'vitest'
import { cloudOf, keyHostsOf } from '../../src/azure/clouds.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'

function cloud(environment: Inputs['environment'], given: Partial<Inputs> = {}) {
  return cloudOf({ environment, audience: null, resourceManagerUrl: null, authorityHost: null, ...given })
}

describe("Microsoft's clouds", () => {
  it.each([
    [
      'azurecloud',
      'https://management.azure.com',
      'https://login.microsoftonline.com',
      'api://AzureADTokenExchange',
      'vault.azure.net',
      'managedhsm.azure.net',
      'https://portal.azure.com',
    ],
    [
      'azureusgovernment',
      'https://management.usgovcloudapi.net',
      'https://login.microsoftonline.us',
      'api://AzureADTokenExchangeUSGov',
      'vault.usgovcloudapi.net',
      'managedhsm.usgovcloudapi.net',
      'https://portal.azure.us',
    ],
    [
      'azurechinacloud',
      'https://management.chinacloudapi.cn',
      'https://login.chinacloudapi.cn',
      'api://AzureADTokenExchangeChina',
      'vault.azure.cn',
      'managedhsm.azure.cn',
      'https://portal.azure.cn',
    ],
  ] as const)('%s', (name, resourceManager, authority, audience, vaultSuffix, hsmSuffix, portal) => {
    const scope = `${resourceManager}/.default`
    const addresses = { resourceManager, authority, audience, scope, vaultSuffix, hsmSuffix, portal }
    expect(cloud(name)).toEqual({ name, ...addresses })
    const inputs = { environment: name, audience: null, resourceManagerUrl: null, authorityHost: null }
    expect(keyHostsOf(inputs)).toEqual({ vault: vaultSuffix, hsm: hsmSuffix })
  })

  it('another audience', () => {
    expect(cloud('azureusgovernment', { audience: 'api://mine' }).audience).toBe('api://mine')
  })
})

describe('a custom cloud', () => {
  const given = { resourceManagerUrl: 'https://arm.example.com', authorityHost: 'https://login.example.com' }

  it('has the addresses given, and nothing that would have to be guessed', () => {
    expect(cloud('custom', given)).toEqual({
      name: 'custom',
      resourceManager: 'https://arm.example.com',
      authority: 'https://login.example.com',
      audience: 'api://AzureADTokenExchange',
      scope: 'https://arm.example.com/.default',
      portal: null,
      vaultSuffix: null,
      hsmSuffix: null,
    })
  })

  it.each(['resourceManagerUrl', 'authorityHost'] as const)('needs %s', (name) => {
    expect(() => cloud('custom', { ...given, [name]: null })).toThrow('requires')
  })
})
