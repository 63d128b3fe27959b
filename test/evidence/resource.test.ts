import { describe, expect, it } from 'vitest'
import type { ReadRecord, UnreadableRecord } from '../../src/evidence/records.ts'
import { gapOf, noReads, ofAnotherType, openResource, peek, Undecided, valueAt } from '../../src/evidence/resource.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { keyVault } from '../../src/resources/key-vault.ts'
import { anyResource, flag, list, number, object, type Scalar, text } from '../../src/resources/type.ts'
import { mlWorkspace } from '../../src/resources/workspace.ts'
import { asText } from '../../src/said.ts'

const id =
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/Kv'

function open(
  properties: unknown,
  { type = 'Microsoft.KeyVault/vaults', apiVersion = '2025-12-01' as string | null } = {},
) {
  const record: ReadRecord = { state: 'read', id, source: 'resource-manager', apiVersion, body: { type, properties } }
  const reads = noReads()
  return { resource: openResource(record, () => reads), record, reads }
}

function reasonOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Undecided) return error.reason
    throw error
  }
  return 'decided'
}

describe('a resource', () => {
  it('reads what is there, whatever the casing of names', () => {
    const { resource } = open({ A: { bC: 'x' }, list: [1], object: { k: 1 }, seven: 7 })
    expect(resource.read(text('PROPERTIES.a.Bc'))).toBe('x')
    expect(resource.read(list('properties.List'))).toEqual([1])
    expect(resource.read(number('properties.seven'))).toBe(7)
    expect(resource.has(object('properties.a.bc'))).toBe(true)
    expect(resource.has(object('properties.a.b'))).toBe(false)
  })

  it('prefers the exact name when two differ in casing', () => {
    const { resource } = open({ name: 'right', NAME: 'wrong' })
    expect(resource.read(text('properties.name'))).toBe('right')
  })

  it.each([null, '', undefined])('takes %j for absent', (nothing) => {
    const { resource } = open({ a: nothing })
    expect(resource.read(text('properties.a'))).toBe(undefined)
    expect(resource.read(flag('properties.a'))).toBe(undefined)
    expect(resource.has(object('properties.a'))).toBe(false)
  })

  it.each([
    [true, true],
    [false, false],
    ['True', true],
    ['FALSE', false],
  ])('reads the switch %j as %j', (written, read) => {
    expect(open({ a: written }).resource.read(flag('properties.a'))).toBe(read)
  })

  it('does not guess what another type means', () => {
    const { resource } = open({ text: 'x', number: 1, list: [1], object: {}, infinite: Number.POSITIVE_INFINITY })
    const reads = [
      () => resource.read(text('properties.number')),
      () => resource.read(flag('properties.text')),
      () => resource.read(flag('properties.number')),
      () => resource.read(number('properties.text')),
      () => resource.read(number('properties.infinite')),
      () => resource.read(list('properties.object')),
      () => resource.read(text('properties.text.below')),
      () => resource.has(object('properties.list.0')),
    ]
    expect(reads.map(reasonOf)).toEqual(reads.map(() => 'unrecognised-value'))
  })

  it('does not take what names a resource of another type for one of its own', () => {
    const store = id.replace('Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts')
    const reading = (keyVault: string) => open({ keyVault }, { type: mlWorkspace.type }).resource
    expect(() => reading(store).read(mlWorkspace.keyVault)).toThrow('another type than key vault')
    expect(reading(id).read(mlWorkspace.keyVault)).toBe(id)
  })

  it('is undecided where a plan leaves open what it reads', () => {
    const unknown = new Unknown('The plan does not say it.')
    const { resource } = open({ a: unknown, list: [1, { b: unknown }], known: [1], object: { b: unknown } })
    for (const read of [
      () => resource.read(text('properties.a')),
      () => resource.read(text('properties.a.b')),
      () => resource.read(list('properties.list')),
      () => resource.has(list('properties.list')),
      () => resource.read(text('properties.object.b')),
    ])
      expect(read).toThrow(expect.objectContaining({ reason: 'not-observable', message: 'The plan does not say it.' }))
    expect(resource.read(list('properties.known'))).toEqual([1])
    expect(resource.has(object('properties.object'))).toBe(true)
  })

  it('gives a list its name', () => {
    expect(() => open({ a: [] }).resource.read(text('properties.a'))).toThrow('properties.a holds a list,')
    expect(() => open({ A: 'x' }).resource.read(text('properties.A.b'))).toThrow(/^properties\.a holds /)
    expect(() => open({ a: {} }).resource.read(text('properties.a'))).toThrow(
      'properties.a holds a value of type object,',
    )
  })

  it('gives absence the documented meaning, also inside an absent object', () => {
    const { resource, reads } = open({})
    expect(resource.read(keyVault.purgeProtection)).toBe(false)
    expect(resource.read(keyVault.firewallBypass)).toBe('AzureServices')
    expect(resource.read(keyVault.sku)).toBe(undefined)
    expect(reads.values.map(({ path, value }) => [path, value])).toEqual([
      ['properties.enablePurgeProtection', null],
      ['properties.networkAcls.bypass', null],
      ['properties.sku.name', null],
    ])
  })

  it('does not take an object of another type for an absent one', () => {
    expect(reasonOf(() => open({ networkAcls: 'open' }).resource.read(keyVault.firewallBypass))).toBe(
      'unrecognised-value',
    )
  })

  it('says when the api-version that was read does not have a property', () => {
    const type = 'Microsoft.MachineLearningServices/workspaces'
    const { serviceSideEncryption } = mlWorkspace
    expect(reasonOf(() => open({}, { type, apiVersion: '2024-10-01' }).resource.read(serviceSideEncryption))).toBe(
      'api-unsupported',
    )
    expect(reasonOf(() => open({}, { type, apiVersion: null }).resource.read(serviceSideEncryption))).toBe(
      'api-unsupported',
    )
    expect(() => open({}, { type, apiVersion: null }).resource.read(serviceSideEncryption)).toThrow(
      /^properties\.enableServiceSideCMKEncryption is not in .*\(not told;/,
    )
    expect(open({}, { type, apiVersion: '2025-06-01' }).resource.read(serviceSideEncryption)).toBe(undefined)
    expect(
      open({ enableServiceSideCMKEncryption: true }, { type, apiVersion: '2024-10-01' }).resource.read(
        serviceSideEncryption,
      ),
    ).toBe(true)
  })

  it('records every read once, and the record it came from', () => {
    const { resource, record, reads } = open({ a: 'x'.repeat(400), list: [1, 2] })
    resource.read(text('properties.a'))
    resource.read(text('properties.a'))
    resource.read(list('properties.list'))
    resource.note('properties.list', '1, 2')
    expect(reads.values).toEqual([
      { resource: id, path: 'properties.a', value: `${'x'.repeat(300)}…` },
      { resource: id, path: 'properties.list', value: '1, 2' },
    ])
    expect([...reads.records]).toEqual([record])
  })

  it('shows how much it read of a list', () => {
    const { resource, reads } = open({ one: [1], two: [1, 2], edge: 'x'.repeat(300) })
    resource.read(list('properties.one'))
    resource.read(list('properties.two'))
    resource.read(text('properties.edge'))
    expect(reads.values.map(({ value }) => value)).toEqual(['1 entry', '2 entries', 'x'.repeat(300)])
  })

  it('keeps its reads apart from those of another', () => {
    const reads = noReads()
    const one: ReadRecord = { state: 'read', id, source: 'resource-manager', apiVersion: null, body: { name: 'a' } }
    const other = { ...one, id: `${id}2`, body: { name: 'b' } }
    openResource(one, () => reads).read(text('name'))
    openResource(other, () => reads).note('name', 'noted')
    expect(reads.values.map(({ resource, value }) => [resource, value])).toEqual([
      [id, 'a'],
      [`${id}2`, 'noted'],
    ])
    expect([...reads.records]).toEqual([one, other])
  })

  it('throws what is missing when it cannot be read', () => {
    const record: UnreadableRecord = {
      state: 'unreadable',
      id,
      reason: 'forbidden',
      action: 'a/read',
      scope: id,
      message: 'No.',
    }
    const into = noReads()
    const resource = openResource(record, () => into)
    expect([gapOf(resource), peek(resource, anyResource.id)]).toEqual([null, undefined])
    expect(resource).toMatchObject({ unreadable: record, type: 'microsoft.keyvault/vaults', name: 'Kv' })
    const reads = [text, flag, number, list].map((of) => () => resource.read<Scalar>(of('a')))
    for (const read of [...reads, () => resource.has(object('a'))])
      expect(read).toThrow(expect.objectContaining({ reason: 'forbidden', record, message: 'No.' }))
    expect([...into.records]).toEqual([record])
  })

  it('has a name and a type whatever it is', () => {
    const record: UnreadableRecord = {
      state: 'unreadable',
      id: 'https://kv/keys/cmk',
      reason: 'not-visible',
      action: null,
      scope: null,
      message: '',
    }
    expect(openResource(record, noReads)).toMatchObject({ name: 'cmk', type: '' })
    expect(openResource({ ...record, id: '' }, noReads)).toMatchObject({ name: '', type: '' })
    expect(open({}, { type: 7 as unknown as string }).resource.type).toBe('microsoft.keyvault/vaults')
  })
})

describe('a resource of which one read failed', () => {
  const failure: UnreadableRecord = {
    state: 'unreadable',
    id,
    reason: 'throttled',
    action: null,
    scope: null,
    message: 'Too many.',
  }
  const partly = (properties: unknown) => {
    const record: ReadRecord = {
      state: 'read',
      id,
      source: 'resource-manager',
      apiVersion: '2025-12-01',
      body: { type: 'Microsoft.KeyVault/vaults', properties },
      gap: { path: 'properties.networkAcls', failure },
    }
    return openResource(record, noReads)
  }

  it.each<[string, unknown]>([
    ['properties.networkAcls', {}],
    ['properties.networkacls.bypass', {}],
    ['properties.networkAcls.bypass', { networkAcls: {} }],
    ['properties', undefined],
    ['properties.enablePurgeProtection', undefined],
  ])('does not say what the absence of %s in %j means', (path, properties) => {
    expect(() => partly(properties).has(object(path))).toThrow(
      expect.objectContaining({ reason: 'throttled', message: 'Too many.', record: failure }),
    )
  })

  it('shows what it has, and what the absence of anything else means', () => {
    const resource = partly({ networkAcls: { bypass: 'None' }, networkAclsOfOthers: null })
    expect(resource.read(keyVault.firewallBypass)).toBe('None')
    expect(resource.read(text('properties.networkAclsOfOthers'))).toBe(undefined)
    expect(resource.read(text('properties.network'))).toBe(undefined)
    expect(resource.read(keyVault.purgeProtection)).toBe(false)
    expect(gapOf(resource)).toBe(failure)
    expect(gapOf(open({}).resource)).toBe(null)
  })
})

describe('a resource that an older version of this tool collected', () => {
  const collected = (properties: unknown, apiVersion: string | null, unkept: string[] = []) =>
    openResource(
      {
        state: 'read',
        id,
        source: 'resource-manager',
        apiVersion,
        body: { type: mlWorkspace.type, properties },
        older: { version: '1.0.0', unkept },
      },
      noReads,
    )
  const unasked = (what: string) =>
    `${what} The evidence was collected by version 1.0.0, which did not look for it: collect it again.`
  const messageOf = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (error instanceof Undecided) return `${error.reason}: ${asText(error.said)}`
    }
    return 'decided'
  }

  it.each<[string, string[], string]>([
    ['properties.hbiWorkspace', ['Properties.HbiWorkspace'], unasked('hbiWorkspace was not kept.')],
    ['properties.hbiWorkspace', ['PROPERTIES'], unasked('hbiWorkspace was not kept.')],
    ['properties.hbiWorkspace', ['properties.hbiWorkspace.below'], unasked('hbiWorkspace was not kept.')],
    ['properties.hbiWorkspace', ['properties.hbi'], ''],
    ['properties.hbiWorkspace', [], ''],
  ])('what the absence of %s means, where %j was not kept', (path, unkept, message) => {
    expect(messageOf(() => collected({}, '2025-06-01', unkept).read(text(path)))).toBe(
      message ? `not-observable: ${message}` : 'decided',
    )
    expect(messageOf(() => collected({ hbiWorkspace: 'x' }, '2025-06-01', unkept).read(text(path)))).toBe('decided')
  })

  it.each<[string | null, string]>([
    ['2024-10-01', `not-observable: ${unasked('enableServiceSideCMKEncryption was not asked for.')}`],
    [null, `not-observable: ${unasked('enableServiceSideCMKEncryption was not asked for.')}`],
    ['2025-06-01', 'decided'],
  ])('what the absence of a property means that came later than %s', (apiVersion, message) =>
    expect(messageOf(() => collected({}, apiVersion).read(mlWorkspace.serviceSideEncryption))).toBe(message))
})

it('a reference to another type says which was expected', () => {
  const said = (type: string) => asText(ofAnotherType('properties.keyVault', type, ' of mlw'))
  expect(said(keyVault.type)).toBe('properties.keyVault of mlw names a resource of another type than key vault.')
  expect(said('a.b/cs')).toBe('properties.keyVault of mlw names a resource of another type than a.b/cs.')
  expect(asText(ofAnotherType('properties.keyVault', keyVault.type))).toMatch(/^properties\.keyVault names /)
})

it('reads plain JSON alike', () => {
  expect(valueAt({ a: { B: 1 } }, 'A.b')).toBe(1)
  expect(valueAt({ a: '' }, 'a')).toBe(undefined)
  expect(valueAt({ a: null }, 'a.b')).toBe(undefined)
  expect(valueAt([1], '0')).toBe(undefined)
  expect(valueAt('text', 'length')).toBe(undefined)
  expect(valueAt(undefined, 'a')).toBe(undefined)
  expect(valueAt({}, 'constructor')).toBe(undefined)
  expect(valueAt({}, '__proto__.a')).toBe(undefined)
})
