import { describe, expect, it } from 'vitest'
import { referenceAt, strange, unnamed } from '../../src/evidence/references.ts'
import { noReads, openResource } from '../../src/evidence/resource.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { keyVault } from '../../src/resources/key-vault.ts'
import { mlWorkspace } from '../../src/resources/workspace.ts'
import { asText } from '../../src/said.ts'

const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg'
const id = `${group}/providers/${mlWorkspace.type}/mlw`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv`
const store = `${group}/providers/Microsoft.Storage/storageAccounts/st`
const by = 'key-vault/exists'

const open = (record: Parameters<typeof openResource>[0]) => openResource(record, noReads)
const naming = (value: unknown) =>
  open({
    state: 'read',
    id,
    source: 'resource-manager',
    apiVersion: null,
    body: { type: mlWorkspace.type, properties: { keyVault: value } },
  })

it.each<[string, unknown, ReturnType<typeof referenceAt>]>([
  ['nothing', undefined, 'none'],
  ['an empty text', ' ', 'none'],
  ['an id of the type', vault, { id: vault }],
  ['an id of the type, oddly cased', vault.toUpperCase(), { id: vault.toUpperCase() }],
  ['an id of another type', store, 'strange'],
  ['what nobody can look up', 'kv', { id: 'kv' }],
  ['an object', { id: vault }, 'strange'],
  ['what a plan leaves open', new Unknown('Open.'), 'strange'],
])('a reference: %s', (_what, value, expected) => {
  expect(referenceAt(naming(value), mlWorkspace.keyVault)).toEqual(expected)
})

describe('what stands in place of what nobody can follow', () => {
  it.each<[string, unknown, string]>([
    ['an id of another type', store, 'properties.keyVault of mlw names a resource of another type than key vault.'],
    ['an object', {}, 'properties.keyVault of mlw is not a text: nobody can tell what it refers to.'],
  ])('%s', (_what, value, message) => {
    const found = strange(naming(value), mlWorkspace.keyVault, keyVault.type, by, open)
    expect(found).toMatchObject({ id, name: 'mlw', type: keyVault.type, unnamed: { by, reason: 'unrecognised-value' } })
    expect(found.unreadable).toMatchObject({ state: 'unreadable', reason: 'unrecognised-value', id: '' })
    expect(asText(found.unreadable?.message ?? '')).toBe(message)
  })

  it('what a plan leaves open cannot be read, and another check does not speak of it', () => {
    const found = strange(naming(new Unknown('Open.')), mlWorkspace.keyVault, keyVault.type, by, open)
    expect(found).toMatchObject({ id, name: 'mlw', type: keyVault.type, unreadable: { reason: 'not-observable' } })
    expect(found.unnamed).toBeUndefined()
  })

  it.each([
    ['property-absent', 'absent'],
    ['unrecognised-value', 'unreadable'],
  ] as const)('of what is not named, for the reason %s, the state is %s', (reason, state) => {
    const found = unnamed(naming(undefined), keyVault.type, { by, reason, message: 'No.' }, open)
    expect(found).toMatchObject({ id, unreadable: { state, reason, id: '', message: 'No.' }, unnamed: { by, reason } })
  })
})
