import { describe, expect, it } from 'vitest'
import { allPrincipals, keyPrincipals, workspacePrincipal } from '../../src/evidence/identity.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { containerRegistry } from '../../src/resources/container-registry.ts'
import { cosmosDbAccount } from '../../src/resources/cosmos-db.ts'
import { diskEncryptionSet } from '../../src/resources/disk-encryption-set.ts'
import { storageAccount } from '../../src/resources/storage-account.ts'
import { foreign } from '../../src/said.ts'
import { evidenceOf, ids, partsOf, principal } from '../checklist/builder.ts'

const evidence = evidenceOf()
const hidden = evidenceOf({ hide: { identity: 'forbidden' } })
const none = evidenceOf({ without: ['identity'] })
const system = 'aaaaaaaa-0000-4000-8000-000000000000'
const carrying = (principalId: unknown, properties = {}) => ({
  identity: { principalId: system, userAssignedIdentities: { [ids.identity.toUpperCase()]: { principalId } } },
  properties,
})
const primary = { primaryUserAssignedIdentity: ids.identity }

describe('the identity of a workspace', () => {
  it('is its primary user-assigned one', () => {
    expect(workspacePrincipal(evidence, carrying('inline', primary))).toMatchObject({
      principalId: 'inline',
    })
  })

  it('is read from the identity itself where the workspace does not repeat it', () => {
    expect(workspacePrincipal(evidence, carrying(null, primary))).toMatchObject({ principalId: principal })
    const bag = { type: 'UserAssigned', userAssignedIdentities: { [ids.identity.toUpperCase()]: null } }
    expect(workspacePrincipal(evidence, { identity: bag, properties: primary })).toMatchObject({
      principalId: principal,
    })
  })

  it('is nobody when the workspace does not carry the one that it names', () => {
    const carried = { principalId: system, userAssignedIdentities: { [`${ids.identity}2`]: {} } }
    const left = { ...carrying('inline').identity, type: 'SystemAssigned' }
    for (const identity of [undefined, { type: 'None' }, carried, left]) {
      expect(workspacePrincipal(evidence, { identity, properties: primary })).toEqual({
        principalId: null,
        unreadable: null,
      })
    }
  })

  it('is nobody when its own is left over', () => {
    for (const type of ['None', 'UserAssigned', 'userassigned']) {
      expect(workspacePrincipal(evidence, { identity: { type, principalId: system } })).toMatchObject({
        principalId: null,
      })
    }
  })

  it('is open where a plan leaves open what the workspace carries', () => {
    const identity = { userAssignedIdentities: new Unknown('Nobody knows yet.') }
    for (const body of [
      { identity, properties: primary },
      { identity: { type: 'SystemAssigned', principalId: new Unknown('Nobody knows yet.') } },
      { ...carrying('inline'), properties: { primaryUserAssignedIdentity: new Unknown('Nobody knows yet.') } },
    ])
      expect(workspacePrincipal(evidence, body)).toMatchObject({
        principalId: null,
        unreadable: { reason: 'not-observable', message: foreign('Nobody knows yet.') },
      })
  })

  it('is unknown when neither says, with what is missing', () => {
    expect(workspacePrincipal(hidden, carrying(null, primary))).toMatchObject({
      principalId: null,
      unreadable: { reason: 'forbidden' },
    })
    expect(workspacePrincipal(none, carrying(null, primary))).toEqual({
      principalId: null,
      unreadable: null,
    })
    expect(workspacePrincipal(evidence, carrying(4, primary))).toMatchObject({ principalId: null, unreadable: null })
  })

  it('is the system-assigned one otherwise', () => {
    expect(workspacePrincipal(evidence, carrying('inline'))).toEqual({
      principalId: system,
      unreadable: null,
    })
    expect(workspacePrincipal(evidence, {})).toEqual({ principalId: null, unreadable: null })
    expect(workspacePrincipal(evidence, { identity: { principalId: 4 } })).toMatchObject({ principalId: null })
  })
})

describe('towards its key', () => {
  const clientId = 'dddddddd-0000-4000-8000-000000000000'
  const named = (identity: unknown) => ({ encryption: { keyVaultProperties: { identity } } })
  const registry = (identity: unknown, shown: object = { principalId: 'inline', clientId }) => ({
    identity: { principalId: system, userAssignedIdentities: { '/other': {}, [ids.identity.toUpperCase()]: shown } },
    properties: named(identity),
  })
  const own = String(valueAt(partsOf().identity, 'properties.clientId'))
  const chosen = { encryption: { identity: { userAssignedIdentity: ids.identity } } }
  const both = carrying('inline')
  it.each<[string, string, object, (string | null)[]]>([
    ['an account is whom it names', storageAccount.type, carrying('inline', chosen), ['inline']],
    ['an account that names nobody is itself', storageAccount.type, carrying('inline', primary), [system]],
    [
      'a registry is whom it names by its client id',
      containerRegistry.type,
      registry(clientId.toUpperCase()),
      ['inline'],
    ],
    [
      'a registry is whom it names, though it does not repeat it',
      containerRegistry.type,
      registry(own, {}),
      [principal],
    ],
    ['a registry that names itself', containerRegistry.type, registry('system'), [system]],
    ['a registry that names itself as people do', containerRegistry.type, registry('[System]'), [system]],
    ['a registry that names somebody else', containerRegistry.type, registry(system), [null]],
    ...['systemd', 'my system', '[system]]'].map((name): [string, string, object, null[]] => [
      `a registry that names nobody who is known: ${name}`,
      containerRegistry.type,
      registry(name),
      [null],
    ]),
    [
      'a registry that names nobody is any of those it carries',
      containerRegistry.type,
      { ...both, properties: named('') },
      [system, 'inline'],
    ],
    ['a registry that names a number', containerRegistry.type, registry(7), [null]],
    ['a disk encryption set is any of those it carries', diskEncryptionSet.type, both, [system, 'inline']],
    ['a disk encryption set that carries one', diskEncryptionSet.type, { identity: { principalId: system } }, [system]],
    [
      'a disk encryption set that carries none is nobody',
      diskEncryptionSet.type,
      { identity: { type: 'None' } },
      [null],
    ],
    ['of others, nobody asks', cosmosDbAccount.type, both, []],
  ])('%s', (_, type, body, expected) => {
    const found = keyPrincipals(evidence, type.toUpperCase(), body as Record<string, unknown>)
    expect(found.map(({ principalId }) => principalId)).toEqual(expected)
  })

  it('a registry is unknown when the identity cannot be read, with what is missing', () => {
    const [who] = keyPrincipals(hidden, containerRegistry.type, registry(own, {}))
    expect(who).toMatchObject({ principalId: null, unreadable: { reason: 'forbidden' } })
    expect(keyPrincipals(evidence, containerRegistry.type, registry(7))).toMatchObject([
      { unreadable: { state: 'unreadable', reason: 'unrecognised-value' } },
    ])
    const identity = { userAssignedIdentities: new Unknown('Nobody knows yet.') }
    expect(keyPrincipals(evidence, containerRegistry.type, { ...registry(clientId), identity })).toMatchObject([
      { principalId: null, unreadable: { message: foreign('Nobody knows yet.') } },
    ])
  })

  it('a registry that names somebody else lacks nothing that could be read', () => {
    expect(keyPrincipals(evidence, containerRegistry.type, registry(system))).toEqual([
      { principalId: null, unreadable: null },
    ])
  })
})

it('all of them', () => {
  expect(allPrincipals(evidence, carrying('inline')).map(({ principalId }) => principalId)).toEqual([system, 'inline'])
  expect(allPrincipals(evidence, {})).toEqual([])
  expect(allPrincipals(evidence, { identity: { userAssignedIdentities: { ' ': {}, '': {} } } })).toEqual([])
  expect(
    allPrincipals(evidence, { identity: { userAssignedIdentities: 'none' } }).every(
      ({ principalId }) => principalId === null,
    ),
  ).toBe(true)
})
