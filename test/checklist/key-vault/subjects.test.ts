import { describe, expect, it } from 'vitest'
import { roleAssignment, roles } from '../../../simulator/templates.ts'
import { type Change, findings, having, ids, outcomes, principal, together, versions } from '../builder.ts'
import { oneVault, storageKey } from './changes.ts'

describe('key vaults', () => {
  it('that hold both the secrets and a key are one subject', () => {
    expect(outcomes('key-vault/exists', oneVault)).toHaveLength(1)
  })

  it('named in two casings are one subject', () => {
    const shouted = { workspace: { properties: { keyVault: ids.cmkVault.toUpperCase() } } }
    expect(outcomes('key-vault/exists', shouted)).toHaveLength(1)
  })

  it('known by their host only are not subjects', () => {
    expect(outcomes('key-vault/exists', having.otherTenant).map(({ subject }) => subject?.id)).toEqual([
      ids.vault,
      ids.cmkVault,
    ])
  })

  it('of a managed HSM are asked for four things only', () => {
    const inHsm = together(having.hsm, { hsm: { properties: { enablePurgeProtection: false } } })
    const asked = [
      'exists',
      'purge-protection',
      'soft-delete',
      'rbac-authorization',
      'trusted-services',
      'workspace-access',
      'cmk-access',
      'least-privilege',
      'separation',
      'hsm-backed',
    ]
    const judged = asked.filter((slug) =>
      outcomes(`key-vault/${slug}`, inHsm).some(({ subject }) => subject?.id === ids.hsm),
    )
    expect(judged).toEqual(['exists', 'purge-protection', 'soft-delete', 'hsm-backed'])
  })

  it('are asked for what they are there for', () => {
    const subjectsOf = (slug: string, change: Change = {}) =>
      outcomes(`key-vault/${slug}`, change).map(({ subject }) => subject?.id)
    for (const slug of ['workspace-access', 'least-privilege']) expect(subjectsOf(slug)).toEqual([ids.vault])
    const elsewhere = storageKey({ keyvaulturi: 'https://kv-fraud.vault.azure.net' })
    for (const slug of ['cmk-access', 'separation']) expect(subjectsOf(slug, elsewhere)).toEqual([ids.cmkVault])
    expect(subjectsOf('hsm-backed', elsewhere)).toEqual([ids.vault, ids.cmkVault])
  })

  it('take the key of the workspace from a vault that several keys are in', () => {
    const other = `https://kv-fraud-cmk.vault.azure.net/keys/other/${versions.current}`
    const change = together(
      {
        storage: {
          properties: {
            encryption: { keyvaultproperties: { keyname: 'other', currentVersionedKeyIdentifier: other } },
          },
        },
      },
      {
        without: ['keyRole'],
        more: [roleAssignment(ids.key, roles.keyVaultCryptoServiceEncryptionUser, principal)],
      },
    )
    expect(findings('key-vault/cmk-access', change)[0]?.status).toBe('pass')
  })
})
