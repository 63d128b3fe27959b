import { referenceAt } from '../../evidence/references.ts'
import type { Resource } from '../../evidence/resource.ts'
import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import type { Subjects } from '../../evidence/subjects.ts'
import { type Key, type KeyVault, only, type Workspace } from '../../evidence/workspace/model.ts'
import { vaultKey } from '../../resources/key.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { cannotTell, fails, keyAccess, passes } from '../access.ts'
import { check, fail, notRead, oneOf, pass, severity, unknown, type Verdict } from '../check.ts'
import { notWorthMoving } from '../moving.ts'
import { instruction } from '../remedy.ts'

export const cmkAccess = check({
  id: 'key-vault/cmk-access',
  title: 'The workspace can use its customer-managed key',
  failed: 'The workspace cannot use its customer-managed key',
  rows: ['S20', 'S46'],
  severity: severity('medium'),
  subjects: ownKeyVault,
  judge: (_vault, workspace) => keyAccess(workspace.resource, workspace),
  passes,
  fails,
  cannotTell,
  why: 'The identity needs Get, Wrap Key and Unwrap Key; without them the workspace stops working.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys',
})

export const separation = check({
  id: 'key-vault/separation',
  title: "The customer-managed key is not in the workspace's own vault",
  failed: "The customer-managed key is in the workspace's own vault",
  rows: ['S22'],
  severity: severity('info'),
  subjects: ownKeyVault,
  judge: (vault, { resource }) => {
    vault.note('id', vault.id)
    if (vault.roles.has('workspace'))
      return fail('One vault holds both the key and the secrets of the workspace. That is allowed.')
    return anotherVault(resource)
  },
  passes: 'The key is in another vault.',
  fails: 'One vault is both; that is allowed.',
  cannotTell: 'The vault cannot be read, or the workspace does not name a vault of its own.',
  why: 'Who manages the keys and who uses the secrets can then be different people.',
  remedy: (vault) =>
    instruction`For a new workspace, create the key in a vault of its own, not in ${vault}. ${notWorthMoving}`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys',
})

/** A vault is another one only where the workspace's own is known. */
function anotherVault(workspace: Resource): Verdict {
  if (!workspace.has(mlWorkspace.keyVault))
    return unknown('property-absent', 'The workspace does not name a key vault of its own.')
  const own = referenceAt(workspace, mlWorkspace.keyVault)
  if (typeof own === 'string' || parseResourceId(own.id) === null)
    return unknown('unrecognised-value', 'Nobody can tell which key vault is the one of the workspace itself.')
  return pass()
}

export const hsmBacked = check({
  id: 'key-vault/hsm-backed',
  title: 'The customer-managed key is protected by hardware',
  failed: 'The customer-managed key is not protected by hardware',
  rows: ['S20'],
  severity: severity('info'),
  subjects: (workspace) => only(workspace.keyVaults, (vault) => vault.roles.has('cmk')),
  judge: (vault, workspace) => {
    if (vault.isHsm) {
      vault.note('type', vault.type)
      return pass()
    }
    const sku = oneOf(vault.read(keyVault.sku), { pass: ['premium'], fail: ['standard'] })
    if (sku.status !== 'fail') return sku
    const keys = workspace.keys.all.filter(
      (key) => key.vault && idKey(key.vault.id) === idKey(vault.id) && key.unreadable?.state !== 'absent',
    )
    const inHardware =
      keys.length > 0 && keys.every((key) => key.current.read(vaultKey.kty)?.toUpperCase() === 'RSA-HSM')
    if (!inHardware) return fail('The vault is in the standard tier: its keys are protected by software.')
    const hidden = keys.find(({ hiddenUsers }) => hiddenUsers)?.hiddenUsers
    return hidden ? notRead(hidden) : pass()
  },
  passes: 'It is a managed HSM or a vault in the premium tier, or all keys in use are RSA-HSM.',
  fails: 'The vault is in the standard tier, and a key in it is not.',
  cannotTell: 'The tier is absent, or is not recognized.',
  why: 'Some regulations ask for keys in hardware security modules.',
  remedy: (vault) =>
    instruction`Create the key with \`--protection hsm\` in a vault in the premium tier, or in a managed HSM, in place of the one in ${vault}.`,
  reference: 'https://learn.microsoft.com/azure/key-vault/keys/about-keys',
  policies: [
    { name: 'Keys should be backed by a hardware security module (HSM)', id: '587c79fe-dd04-4a5e-9d0b-f89598c7261b' },
  ],
})

/** The vault of the workspace's own key; those of its dependencies' keys have checks of their own. */
function ownKeyVault(workspace: Workspace): Subjects<KeyVault> {
  const id = ownKey(workspace)?.vault?.id
  return only(workspace.keyVaults, (vault) => id !== undefined && idKey(vault.id) === idKey(id) && !vault.isHsm)
}

function ownKey({ keys, resource }: Workspace): Key | undefined {
  return keys.all.find(({ consumers }) => consumers.some((consumer) => consumer.resource === resource))
}
