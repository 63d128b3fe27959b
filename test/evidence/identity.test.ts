import { describe, expect, it } from 'vitest'
import { ReadFailure } from '../../src/azure/client.ts'
import { unreadable } from '../../src/azure/unreadable.ts'
import { allPrincipals, encryptionPrincipal, roleAssignments, workspacePrincipal } from '../../src/evidence/identity.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { evidenceOf, ids, principal } from '../checklist/builder.ts'

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
      identityId: ids.identity,
      principalId: 'inline',
    })
  })

  it('is read from the identity itself where the workspace does not repeat it', () => {
    expect(workspacePrincipal(evidence, carrying(null, primary))).toMatchObject({ principalId: principal })
    expect(workspacePrincipal(evidence, { properties: primary })).toMatchObject({ principalId: principal })
  })

  it('is unknown when neither says, with what is missing', () => {
    expect(workspacePrincipal(hidden, carrying(null, primary))).toMatchObject({
      principalId: null,
      unreadable: { reason: 'forbidden' },
    })
    expect(workspacePrincipal(none, carrying(null, primary))).toEqual({
      identityId: ids.identity,
      principalId: null,
      unreadable: null,
    })
    expect(workspacePrincipal(evidence, carrying(4, primary))).toMatchObject({ principalId: null, unreadable: null })
  })

  it('is the system-assigned one otherwise', () => {
    expect(workspacePrincipal(evidence, carrying('inline'))).toEqual({
      identityId: null,
      principalId: system,
      unreadable: null,
    })
    expect(workspacePrincipal(evidence, {})).toEqual({ identityId: null, principalId: null, unreadable: null })
    expect(workspacePrincipal(evidence, { identity: { principalId: 4 } })).toMatchObject({ principalId: null })
  })
})

it('towards the key, it is the one that the encryption names', () => {
  const encryption = { encryption: { identity: { userAssignedIdentity: ids.identity } } }
  expect(encryptionPrincipal(evidence, carrying('inline', encryption))).toMatchObject({ principalId: 'inline' })
  expect(encryptionPrincipal(evidence, carrying('inline', primary))).toMatchObject({ principalId: system })
})

it('all of them', () => {
  expect(allPrincipals(evidence, carrying('inline')).map(({ principalId }) => principalId)).toEqual([system, 'inline'])
  expect(allPrincipals(evidence, {})).toEqual([])
  expect(
    allPrincipals(evidence, { identity: { userAssignedIdentities: 'none' } }).every(
      ({ principalId }) => principalId === null,
    ),
  ).toBe(true)
})

describe('role assignments', () => {
  it('are those of the principal that could be read', () => {
    const found = roleAssignments(evidence, principal.toUpperCase())
    expect(found?.collection.state).toBe('read')
    expect(found?.assignments.map(({ scope, role }) => [scope, role])).toEqual([
      [ids.vault, '00482a5a-887f-4fb3-b363-3b7fe8e74483'],
      [ids.cmkVault, 'e147488a-f6f5-4113-8e2d-b22465e65bf6'],
    ])
  })

  it('without a scope or a role are none', () => {
    const odd = evidenceOf({
      keyRole: { properties: { scope: 4 } },
      secretsRole: { properties: { roleDefinitionId: null } },
    })
    expect(roleAssignments(odd, principal)?.assignments).toEqual([])
  })

  it('that were listed and cannot be read are none', () => {
    const partly = evidenceOf()
    partly.resources.delete(idKey(ids.keyRole))
    partly.resources.set(
      idKey(ids.secretsRole),
      unreadable(ids.secretsRole, new ReadFailure('forbidden', 'Azure would not.')),
    )
    const found = roleAssignments(partly, principal)
    expect([found?.collection, found?.assignments]).toEqual([expect.objectContaining({ state: 'read' }), []])
  })

  it('that nobody asked for are null', () => {
    expect(roleAssignments(evidence, 'bbbbbbbb-0000-4000-8000-000000000000')).toBe(null)
  })
})
