import { secretActions } from '../evidence/data-actions.ts'
import { allPrincipals, workspacePrincipal } from '../evidence/identity.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Subjects } from '../evidence/subjects.ts'
import { type Key, type KeyVault, only, type Workspace } from '../evidence/workspace.ts'
import type { Step } from '../model.ts'
import { vaultKey } from '../resources/key.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { anyResource } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said } from '../said.ts'
import { bodyOf, cannotTell, fails, keyAccess, noPrincipal, passes, roleVerdict } from './access.ts'
import { noEntry, ownEntries, policyVerdict } from './access-policy.ts'
import { check, fail, isOn, notApplicable, notRead, oneOf, pass, severity, unknown } from './check.ts'
import { notWorthMoving } from './moving.ts'
import { az, instruction, named } from './remedy.ts'

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

export const rbacAuthorization = check({
  id: 'key-vault/rbac-authorization',
  title: 'The key vault uses Azure RBAC',
  failed: 'The key vault uses access policies',
  rows: ['S44', 'S46'],
  severity: severity('low'),
  subjects: (workspace) => only(workspace.keyVaults, (vault) => !vault.isHsm),
  judge: (vault, { kind }) => {
    const verdict = isOn(vault.read(keyVault.rbacAuthorization), 'The vault uses access policies.')
    if (verdict.status !== 'fail' || kind !== 'hub') return verdict
    const message = 'The vault uses access policies, which is what the documentation of hubs asks for.'
    return fail(message, { severity: 'info' })
  },
  passes: 'The vault uses Azure RBAC.',
  fails: 'It uses access policies. Info for a hub, whose documentation asks for them.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Whoever may change a vault can grant themselves any access policy; Azure RBAC separates the two.',
  remedy: (vault) => [
    instruction`Give everyone who needs access a role on the vault first, then run`,
    az`keyvault update ${named(vault.id)} --enable-rbac-authorization true`,
  ],
  reference: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  policies: [{ name: 'Azure Key Vault should use RBAC permission model', id: '12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5' }],
})

export const trustedServices = check({
  id: 'key-vault/trusted-services',
  title: "The vault's firewall lets the encrypting services in",
  failed: "The vault's firewall keeps the encrypting services out",
  rows: ['S15'],
  severity: severity('medium'),
  subjects: (workspace) => only(workspace.keyVaults, (vault) => !vault.isHsm),
  judge: (vault) => {
    const access = vault.read(keyVault.publicNetworkAccess)
    const known = oneOf(access, { pass: ['Enabled', 'Disabled'], fail: ['SecuredByPerimeter'] })
    if (known.status === 'unknown') return known
    if (known.status === 'fail') {
      return unknown(
        'not-observable',
        'A network security perimeter decides who gets in, not the settings of the vault.',
      )
    }
    const action = vault.read(keyVault.firewallDefault)
    const closed = oneOf(action, { pass: ['Allow'], fail: ['Deny'] })
    if (closed.status === 'unknown') return closed
    if (access?.toLowerCase() === 'enabled' && closed.status === 'pass') return pass()
    const bypass = oneOf(vault.read(keyVault.firewallBypass), { pass: ['AzureServices'], fail: ['None'] })
    return bypass.status === 'fail'
      ? fail('The firewall keeps out everyone, trusted Microsoft services as well.')
      : bypass
  },
  passes: 'The vault is open, or its firewall lets trusted Microsoft services in.',
  fails: 'It is closed, to trusted services as well.',
  cannotTell: 'A network security perimeter decides, or a setting has a value that is not recognized.',
  why: 'Storage, registry, AI Search and Azure Machine Learning then cannot unwrap their data keys, and stop.',
  remedy: (vault) => az`keyvault update ${named(vault.id)} --bypass AzureServices`,
  reference: 'https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints',
})

export const workspaceAccess = check({
  id: 'key-vault/workspace-access',
  title: 'The workspace can use the secrets of its vault',
  failed: 'The workspace cannot use the secrets of its vault',
  rows: ['S44', 'S46'],
  severity: severity('low'),
  subjects: ownVault,
  judge: (vault, workspace) => {
    const who = workspacePrincipal(workspace.evidence, bodyOf(workspace.resource))
    if (!who.principalId) return noPrincipal(who, 'the workspace is')
    if (!vault.read(keyVault.rbacAuthorization))
      return policyVerdict(vault, who.principalId, 'secrets', ['get', 'list', 'set', 'delete'])
    const need = { vault: vault.id, at: vault.id, principalId: who.principalId, actions: secretActions }
    return roleVerdict(workspace, vault, need, 'Key Vault Secrets Officer')
  },
  passes:
    'Roles at the vault or above, assigned to the identity or to a group that it is in, let it get, set, list and delete secrets; or an access policy does.',
  fails: 'The roles or the access policy of the identity lack one of these.',
  cannotTell:
    'Only role assignments with a condition allow it; no access policy names the identity, and it may be in a group that has one; role assignments or roles cannot be read; or nobody knows the identity.',
  why: 'The workspace keeps credentials of its storage, registry and datastores in this vault.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
})

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

export const leastPrivilege = check({
  id: 'key-vault/least-privilege',
  title: 'The workspace may not purge what it deletes',
  failed: 'The workspace may purge what it deletes',
  rows: ['S46'],
  severity: severity('low'),
  subjects: ownVault,
  judge: (vault, workspace) => {
    if (vault.read(keyVault.rbacAuthorization)) return notApplicable('not-used')
    const who = allPrincipals(workspace.evidence, bodyOf(workspace.resource))
    const entries = who.flatMap(({ principalId }) => (principalId ? ownEntries(vault, principalId) : []))
    const permissions = entries.flatMap(({ keys, secrets, certificates }) => [...keys, ...secrets, ...certificates])
    if (permissions.includes('purge')) return fail('An access policy of the workspace grants purge.')
    const stranger = who.find(({ principalId }) => !principalId)
    if (stranger) return noPrincipal(stranger, 'the workspace is')
    if (entries.length === 0) return noEntry
    if (permissions.includes('all'))
      return fail('An access policy of the workspace grants "all"; sources differ on whether that includes purge.', {
        severity: 'info',
      })
    return pass()
  },
  passes: 'No access policy of an identity of the workspace grants purge.',
  fails: 'One does. Info: one grants "all", and sources differ on whether that includes purge.',
  cannotTell: 'No access policy names them, or nobody knows one of the identities.',
  why: 'The documentation asks for every permission besides purge: code that runs as the workspace could destroy keys and secrets for good.',
  remedy: (vault, workspace) =>
    allPrincipals(workspace.evidence, bodyOf(workspace.resource)).flatMap(({ principalId }) =>
      principalId ? withoutPurge(vault, principalId) : [],
    ),
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
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
    resource.has(mlWorkspace.keyVault)
    return pass()
  },
  passes: 'The key is in another vault.',
  fails: 'One vault is both; that is allowed.',
  cannotTell: 'Only when the vault cannot be read.',
  why: 'Who manages the keys and who uses the secrets can then be different people.',
  remedy: (vault) =>
    instruction`For a new workspace, create the key in a vault of its own, not in ${vault}. ${notWorthMoving}`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys',
})

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

function ownVault(workspace: Workspace): Subjects<KeyVault> {
  return only(workspace.keyVaults, (vault) => vault.roles.has('workspace') && !vault.isHsm)
}

/** The vault of the workspace's own key; those of its dependencies' keys have checks of their own. */
function ownKeyVault(workspace: Workspace): Subjects<KeyVault> {
  const id = ownKey(workspace)?.vault?.id
  return only(workspace.keyVaults, (vault) => id !== undefined && idKey(vault.id) === idKey(id) && !vault.isHsm)
}

function ownKey({ keys, resource }: Workspace): Key | undefined {
  return keys.all.find(({ consumers }) => consumers.some((consumer) => consumer.resource === resource))
}

/** Grants again, without purge, what now includes it; `az` leaves the other kinds of permission as they are. */
function withoutPurge(vault: KeyVault, principalId: string): Step[] {
  const entries = ownEntries(vault, principalId)
  const options = (['keys', 'secrets', 'certificates'] as const).flatMap((kind) => {
    const granted = entries.flatMap((entry) => entry[kind])
    if (!granted.includes('purge') && !granted.includes('all')) return []
    const left = granted.includes('all') ? allButPurge[kind] : granted.filter((permission) => permission !== 'purge')
    return [`--${kind.slice(0, -1)}-permissions`, ...left]
  })
  const who = { name: principalId }
  return options.length > 0 ? [az`keyvault set-policy ${named(vault.id)} --object-id ${who} ${options}`] : []
}

const common = ['get', 'list', 'delete', 'recover', 'backup', 'restore']
const keyUse = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey', 'release']
const keyCare = ['create', 'import', 'update', 'rotate', 'getrotationpolicy', 'setrotationpolicy']
const issuers = ['managecontacts', 'manageissuers', 'getissuers', 'listissuers', 'setissuers', 'deleteissuers']
const allButPurge = {
  keys: [...common, ...keyCare, ...keyUse],
  secrets: [...common, 'set'],
  certificates: [...common, 'create', 'import', 'update', ...issuers],
}
