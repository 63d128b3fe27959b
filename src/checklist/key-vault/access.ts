import { secretActions } from '../../evidence/data-actions.ts'
import { allPrincipals, workspacePrincipal } from '../../evidence/identity.ts'
import type { Subjects } from '../../evidence/subjects.ts'
import { type KeyVault, only, type Workspace } from '../../evidence/workspace/model.ts'
import type { Step } from '../../model.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { bodyOf, noPrincipal, roleVerdict } from '../access.ts'
import {
  entriesInItsName,
  grantedBy,
  kinds,
  noEntry,
  type PermissionKind,
  policyVerdict,
  refuseUnread,
} from '../access-policy.ts'
import { check, fail, isOn, notApplicable, pass, severity } from '../check.ts'
import { az, instruction, named } from '../remedy.ts'

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
    'Only role assignments with a condition allow it; no access policy names the identity, and it may be in a group that has one, or what the policy grants is not listed; role assignments or roles cannot be read; or nobody knows the identity.',
  why: 'The workspace keeps credentials of its storage, registry and datastores in this vault.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
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
    const entries = who.flatMap(({ principalId }) => (principalId ? entriesInItsName(vault, principalId) : []))
    const permissions = grantedBy(entries, ...kinds)
    if (permissions.includes('purge')) return fail('An access policy of the workspace grants purge.')
    const stranger = who.find(({ principalId }) => !principalId)
    if (stranger) return noPrincipal(stranger, 'the workspace is')
    refuseUnread(entries, ...kinds)
    if (permissions.includes('all'))
      return fail('An access policy of the workspace grants "all"; sources differ on whether that includes purge.', {
        severity: 'info',
      })
    if (entries.every(({ application }) => application !== null)) return noEntry
    return pass()
  },
  passes: 'No access policy of an identity of the workspace grants purge.',
  fails: 'One does. Info: one grants "all", and sources differ on whether that includes purge.',
  cannotTell:
    'No access policy names them, one that does shows no permissions or does not list them, or nobody knows one of the identities.',
  why: 'The documentation asks for every permission besides purge: code that runs as the workspace could destroy keys and secrets for good.',
  remedy: (vault, workspace) =>
    allPrincipals(workspace.evidence, bodyOf(workspace.resource)).flatMap(({ principalId }) =>
      principalId ? withoutPurge(vault, principalId) : [],
    ),
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
})

function ownVault(workspace: Workspace): Subjects<KeyVault> {
  return only(workspace.keyVaults, (vault) => vault.roles.has('workspace') && !vault.isHsm)
}

/** Grants again, without purge, what now includes it; `az` leaves the other kinds of permission as they are. */
function withoutPurge(vault: KeyVault, principalId: string): Step[] {
  const entries = Map.groupBy(entriesInItsName(vault, principalId), ({ application }) => application)
  return [...entries].flatMap(([application, same]) => {
    const options = kinds.flatMap((kind) => optionsWithoutPurge(grantedBy(same, kind), kind))
    const who = [
      '--object-id',
      { name: principalId },
      ...(application ? ['--application-id', { name: application }] : []),
    ]
    return options.length > 0 ? [az`keyvault set-policy ${named(vault.id)} ${who} ${options}`] : []
  })
}

function optionsWithoutPurge(granted: string[], kind: PermissionKind): string[] {
  if (!granted.includes('purge') && !granted.includes('all')) return []
  const left = granted.includes('all') ? allButPurge[kind] : granted.filter((permission) => permission !== 'purge')
  return [`--${kind.slice(0, -1)}-permissions`, ...left]
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
