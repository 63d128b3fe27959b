import { describe, expect, it } from 'vitest'
import { isManagedHsm, type KeyHosts, keyUrl, parseKeyId, vaultHost } from '../../src/evidence/key-id.ts'

const version = '0123456789abcdef0123456789ABCDEF'

describe('parseKeyId', () => {
  it.each([
    [`https://kv.vault.azure.net/keys/Cmk/${version}`, 'kv.vault.azure.net', 'Cmk', version],
    ['https://kv.vault.azure.net/keys/cmk', 'kv.vault.azure.net', 'cmk', null],
    ['https://kv.vault.azure.net/keys/cmk/', 'kv.vault.azure.net', 'cmk', null],
    [`https://kv.vault.azure.net/keys/cmk/${version}/`, 'kv.vault.azure.net', 'cmk', version],
    ['https://kv.vault.azure.net:443/keys/cmk', 'kv.vault.azure.net', 'cmk', null],
    ['HTTPS://KV.Vault.Azure.NET/KEYS/cmk', 'kv.vault.azure.net', 'cmk', null],
    [' https://kv.vault.azure.net/keys/cmk\n', 'kv.vault.azure.net', 'cmk', null],
    ['https://kv.vault.usgovcloudapi.net/keys/cmk', 'kv.vault.usgovcloudapi.net', 'cmk', null],
    ['https://kv.vault.azure.cn/keys/cmk', 'kv.vault.azure.cn', 'cmk', null],
    ['https://westus.hsm1.managedhsm.azure.net/keys/cmk', 'westus.hsm1.managedhsm.azure.net', 'cmk', null],
    ['https://kv.local/keys/cmk', 'kv.local', 'cmk', null],
  ])('reads %s', (url, host, name, expected) => {
    expect(parseKeyId(url)).toEqual({ host, name, version: expected })
  })

  it.each([
    '',
    'cmk',
    'http://kv.vault.azure.net/keys/cmk',
    'https://kv.vault.azure.net/secrets/cmk',
    'https://kv.vault.azure.net/keys/',
    'https://kv.vault.azure.net/keys/cmk/latest',
    `https://kv.vault.azure.net/keys/cmk/${version}0`,
    `https://kv.vault.azure.net/keys/cmk/${version}/versions`,
    'https://kv.vault.azure.net:8443/keys/cmk',
    'https://kv/keys/cmk',
    'https://user@kv.vault.azure.net/keys/cmk/x/y',
    'see https://kv.vault.azure.net/keys/cmk',
  ])('refuses %j', (url) => {
    expect(parseKeyId(url)).toBe(null)
  })
})

it.each([
  ['https://kv.vault.azure.net', 'kv.vault.azure.net'],
  ['https://kv.vault.azure.net/', 'kv.vault.azure.net'],
  ['HTTPS://KV.vault.azure.net:443/', 'kv.vault.azure.net'],
  [' https://kv.vault.azure.net\n', 'kv.vault.azure.net'],
  ['https://kv.vault.azure.net/keys', null],
  ['see https://kv.vault.azure.net', null],
  ['http://kv.vault.azure.net', null],
  ['kv.vault.azure.net', null],
  ['', null],
])('the host of %j is %s', (uri, host) => {
  expect(vaultHost(uri)).toBe(host)
})

const china: KeyHosts = { vault: 'vault.azure.cn', hsm: 'managedhsm.azure.cn' }

it.each<[boolean, string]>([
  [true, 'kv.vault.azure.cn'],
  [true, 'KV.Vault.Azure.CN'],
  [true, 'hsm1.managedhsm.azure.cn'],
  [true, 'chinanorth.hsm1.managedhsm.azure.cn'],
  [false, 'a.chinanorth.hsm1.managedhsm.azure.cn'],
  [false, 'kv.vault.azure.net'],
  [false, 'kv.vault.azure.cn.evil.example'],
  [false, 'kv.evilvault.azure.cn'],
  [false, 'kv.other.vault.azure.cn'],
  [false, 'vault.azure.cn'],
  [false, 'managedhsm.azure.cn'],
])('%s: %s names a key in the cloud of vault.azure.cn', (isOne, host) => {
  expect(parseKeyId(`https://${host}/keys/cmk`, china) !== null).toBe(isOne)
  expect(vaultHost(`https://${host}/`, china) !== null).toBe(isOne)
})

it('knows a managed HSM by its host', () => {
  expect(isManagedHsm('westus.hsm1.managedhsm.azure.net')).toBe(true)
  expect(isManagedHsm('managedhsm.vault.azure.net')).toBe(false)
})

it('names a key where only the host is known', () => {
  expect(keyUrl('kv.vault.azure.net', 'cmk')).toBe('https://kv.vault.azure.net/keys/cmk')
})
