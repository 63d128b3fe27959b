import type { KeyVault } from '../../evidence/workspace/model.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import { anyResource } from '../../resources/type.ts'
import { said } from '../../said.ts'
import { check, fail, isOn, pass, severity } from '../check.ts'
import { az, named } from '../remedy.ts'

const recovery = 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview'

export const exists = check<KeyVault>({
  id: 'key-vault/exists',
  title: 'The key vault exists',
  failed: 'The key vault does not exist',
  irreversible: 'keys',
  rows: ['S44'],
  severity: ({ unnamed }, { kind }) =>
    unnamed?.reason === 'property-absent' && kind === 'hub' ? severity('low') : severity('high'),
  subjects: (workspace) => workspace.keyVaults,
  absent: (vault) => fail(said`The key vault ${vault} no longer exists.`),
  judge: (vault) => {
    vault.read(anyResource.name)
    return pass()
  },
  passes: 'The vault can be read.',
  fails: 'It no longer exists.',
  cannotTell:
    'It cannot be read, or the workspace names none, or in no way that is known. Low for a hub that names none.',
  why: 'A workspace cannot change its vault: without it, stored credentials are gone, and what its keys encrypt is lost when it is purged.',
  remedy: (vault) => az`keyvault recover ${named(vault.id, vault.isHsm ? '--hsm-name' : '--name')}`,
  reference: 'https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery',
})

export const purgeProtection = check<KeyVault>({
  id: 'key-vault/purge-protection',
  title: 'The key vault cannot be purged',
  failed: 'The key vault can be purged',
  rows: ['S20', 'S44'],
  severity: (vault) => (vault.roles.has('cmk') ? severity('high') : severity('medium', 'low')),
  subjects: (workspace) => workspace.keyVaults,
  judge: (vault) =>
    isOn(
      vault.read(vault.isHsm ? managedHsm.purgeProtection : keyVault.purgeProtection),
      'Purge protection is not enabled.',
    ),
  passes: 'Purge protection is on.',
  fails: 'It is off or absent. High for the vault of a customer-managed key in use; else medium, low under `baseline`.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Whoever may delete the vault can destroy its keys for good, and with them everything they encrypt. Customer-managed keys require purge protection.',
  remedy: (vault) =>
    vault.isHsm
      ? az`keyvault update-hsm ${named(vault.id, '--hsm-name')} --enable-purge-protection true`
      : az`keyvault update ${named(vault.id)} --enable-purge-protection true`,
  reference: recovery,
  policies: [
    { name: 'Key vaults should have deletion protection enabled', id: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53' },
    {
      name: 'Azure Key Vault Managed HSM should have purge protection enabled',
      id: 'c39ba22d-4428-4149-b981-70acb31fc383',
    },
  ],
})

export const softDelete = check<KeyVault>({
  id: 'key-vault/soft-delete',
  title: 'Deleted vaults and keys can be recovered',
  failed: 'Deleted vaults and keys cannot be recovered',
  rows: ['S44'],
  severity: severity('low'),
  subjects: (workspace) => workspace.keyVaults,
  judge: (vault) => {
    const verdict = isOn(vault.read(vault.isHsm ? managedHsm.softDelete : keyVault.softDelete), 'Soft delete is off.')
    return verdict.status === 'fail' ? { ...verdict, severity: 'high' } : verdict
  },
  passes: 'Soft delete is on.',
  fails: 'High: it is off.',
  cannotTell: 'Azure does not return the setting; the service turns it on for every vault.',
  why: 'Without soft delete a deleted key is gone at once.',
  remedy: (vault) =>
    vault.isHsm
      ? az`keyvault update-hsm ${named(vault.id, '--hsm-name')} --set properties.enableSoftDelete=true`
      : az`keyvault update ${named(vault.id)} --set properties.enableSoftDelete=true`,
  reference: recovery,
  policies: [{ name: 'Key vaults should have soft delete enabled', id: '1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d' }],
})
