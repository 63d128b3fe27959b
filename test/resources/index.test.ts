import { describe, expect, it } from 'vitest'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import { keyUses } from '../../src/evidence/keys.ts'
import { resourceTypes, typeOfId } from '../../src/resources/index.ts'

const id = (rest: string) => `/subscriptions/11111111-1111-4111-8111-111111111111${rest}`

describe.each(Object.entries(resourceTypes))('%s', (type, entry) => {
  it('is in lower case', () => expect(type).toBe(type.toLowerCase()))

  it('is read by an action that reads, of the same type', () => {
    expect(entry.action).toMatch(/^Microsoft\.\w+\/.*\/read$/)
    expect(entry.action.toLowerCase()).toBe(`${type}/read`)
  })

  it('has stable api-versions, newest first, each once', () => {
    expect(entry.apiVersions.length).toBeGreaterThan(0)
    for (const version of entry.apiVersions) expect(version).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(entry.apiVersions).toEqual([...new Set(entry.apiVersions)].sort().reverse())
  })

  it('keeps what it links to', () => {
    for (const { property } of entry.links) expect(entry.properties).toContain(property)
  })

  it('declares each path once, and spells what several lie in alike', () => {
    const spelt = new Map<string, string>()
    const ancestors = (path: string) => path.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'))
    for (const above of entry.properties.flatMap(({ path }) => ancestors(path))) {
      expect(spelt.get(above.toLowerCase()) ?? above).toBe(above)
      spelt.set(above.toLowerCase(), above)
    }
    const paths = entry.properties.map(({ path }) => path)
    expect(paths).toEqual([...new Set(paths)])
  })

  it('keeps each path once, and none that lies in another', () => {
    for (const path of entry.keep)
      expect(entry.keep.filter((other) => path === other || path.startsWith(`${other}.`))).toEqual([path])
  })

  it('keeps nothing that is called a secret', () => {
    // the name of a Kubernetes secret, which holds the certificate in the cluster
    const names = ['properties.configurationSettings.sslSecret']
    for (const path of entry.keep.filter((kept) => !names.includes(kept)))
      expect(path).not.toMatch(/connectionString|instrumentationKey|password|secret|^properties$/i)
  })

  it('has a label for people', () => expect(entry.label).toMatch(/^[A-Za-z][\w -]+$/))
})

const late = Object.entries(resourceTypes).flatMap(([type, { properties }]) =>
  properties.flatMap(({ path, since }) => (since === undefined ? [] : [[type, path, since] as const])),
)

it.each(late)('%s: %s, since %s, is asked for first, and unknown to the oldest', (type, _path, since) => {
  const { apiVersions = [] } = resourceTypes[type] ?? {}
  expect((apiVersions[0] ?? '') >= since).toBe(true)
  expect((apiVersions.at(-1) ?? '') < since).toBe(true)
})

it('types that hold keys are kept with their keys', () => {
  const body = {
    properties: {
      encryption: {
        keySource: 'Microsoft.Keyvault',
        keyvaultproperties: { keyvaulturi: 'https://kv.vault.azure.net', keyname: 'k' },
      },
    },
  }
  expect(keyUses('Microsoft.Storage/storageAccounts', body, anyKeyHosts)).toHaveLength(1)
  expect(resourceTypes['microsoft.storage/storageaccounts']?.keep).toContain('properties.encryption.keyvaultproperties')
})

it.each([
  [id(''), 'microsoft.resources/subscriptions'],
  [id('/resourceGroups/rg'), 'microsoft.resources/subscriptions/resourcegroups'],
  [id('/RESOURCEGROUPS/rg'), 'microsoft.resources/subscriptions/resourcegroups'],
  [id('/providers/Microsoft.Storage'), 'microsoft.resources/subscriptions/providers'],
  [id('/providers/Microsoft.Storage/x'), null],
  [id('/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/x'), null],
  ['', null],
  ['name', null],
])('%s is of type %s', (text, type) => expect(typeOfId(text)).toBe(type))

it('what typeOfId knows is declared', () => {
  for (const rest of ['', '/resourceGroups/rg', '/providers/Microsoft.Storage'])
    expect(resourceTypes[typeOfId(id(rest)) ?? '']).toBeDefined()
})
