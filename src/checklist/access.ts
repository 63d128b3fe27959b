import { accessOf } from '../evidence/access.ts'
import { lackingAssignments } from '../evidence/assignments.ts'
import { keyActions, type Need } from '../evidence/data-actions.ts'
import { keyIdentityOf, keyPrincipals, type Principal } from '../evidence/identity.ts'
import type { Resource } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { roleAssignment, roleDefinition } from '../resources/identity.ts'
import { typeOf } from '../resources/index.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { managedIdentity } from '../resources/managed-identity.ts'
import type { Property } from '../resources/type.ts'
import { said, words } from '../said.ts'
import { listed } from '../text.ts'
import { policyVerdict } from './access-policy.ts'
import { fail, notRead, pass, unknown, type Verdict } from './check.ts'
import { az } from './remedy.ts'

/** For the documentation of every check that asks whether a key can be used. */
export const passes =
  'Roles at the key, the vault or above, assigned to the identity that uses the key or to a group that it is in, let it read, wrap and unwrap the key; or an access policy lets it get, wrap and unwrap.'
export const fails = 'The roles or the access policy of the identity lack one of these.'
export const cannotTell =
  'Only role assignments with a condition allow it; no access policy names the identity, and it may be in a group that has one, or what the policy grants is not listed; the key is in a managed HSM; role assignments, roles or the vault cannot be read; or nobody knows the identity or the key.'

/** Whether whoever a resource is towards its key may read, wrap and unwrap it (https://learn.microsoft.com/azure/key-vault/general/rbac-guide). */
export function keyAccess(consumer: Resource, workspace: Workspace): Verdict {
  const key = workspace.keys.all.find(({ consumers }) =>
    consumers.some(({ resource }) => idKey(resource.id) === idKey(consumer.id)),
  )
  if (!key) return unknown('property-absent', said`${consumer} does not name the key that it uses.`)
  if (!key.vault) return key.unreadable ? notRead(key.unreadable) : unknown('not-visible', 'The vault is not visible.')
  const { id, vault, consumers } = key
  if (consumers.some(({ resource, use }) => use.isFederated && idKey(resource.id) === idKey(consumer.id)))
    return unknown(
      'not-observable',
      said`${consumer} reaches its key as an application of its own, and nobody here knows what that one may do.`,
    )
  for (const property of keyIdentity(consumer.type)) consumer.has(property)
  return alike(
    keyPrincipals(workspace.evidence, consumer.type, bodyOf(consumer)).map((who) =>
      useOfKey(workspace, vault, id, who),
    ),
  )
}

/** What tells who it is: an older version may not have kept it. */
function keyIdentity(type: string): Property[] {
  const identity = keyIdentityOf(type)
  const named = identity === undefined || identity === 'own' ? [] : Object.values(identity)
  return [managedIdentity.identity, ...named]
}

/** Of several identities nobody can tell which is meant; all may, or none. */
function alike(verdicts: Verdict[]): Verdict {
  const [first = unknown('property-absent', 'Azure did not report an identity.')] = verdicts
  if (verdicts.every(({ status }) => status === first.status)) return first
  const message = 'It has several identities, Azure does not report which one uses the key, and not all of them may.'
  return verdicts.find(({ status }) => status === 'unknown') ?? unknown('property-absent', message)
}

function useOfKey(workspace: Workspace, vault: Resource, keyId: string, who: Principal): Verdict {
  if (typeOf(vault.id) === managedHsm.type) {
    return unknown(
      'not-observable',
      'Who may use a key of a managed HSM is kept in the HSM, where Resource Manager does not see it.',
    )
  }
  const { principalId } = who
  if (!principalId) return noPrincipal(who, 'uses the key')
  if (!vault.read(keyVault.rbacAuthorization)) return policyVerdict(vault, principalId, 'keys', keyPermissions)
  const need = { vault: vault.id, at: keyId, principalId, actions: keyActions }
  return roleVerdict(workspace, vault, need, 'Key Vault Crypto Service Encryption User')
}

const keyPermissions = ['get', 'wrapkey', 'unwrapkey']

/** Whether roles give an identity what it needs. */
export function roleVerdict(workspace: Workspace, vault: Resource, need: Need, role: string): Verdict {
  const access = accessOf(workspace.evidence, need)
  if (access.state === 'undecided') throw access.why
  for (const id of access.through) show(workspace.at(id))
  if (access.state === 'held') return pass()
  return access.state === 'lacking' ? lacking(vault, need, access.lacks, role) : onCondition
}

/** What gives access, as evidence. */
function show(resource: Resource): void {
  const { scope, role, condition } = roleAssignment
  if (resource.type === roleDefinition.type) resource.read(roleDefinition.permissions)
  else for (const property of [scope, role, condition]) resource.read(property)
}

const onCondition = unknown(
  'not-observable',
  'The identity has access only by role assignments with a condition, and only the vault can tell when that is met.',
)

function lacking(vault: Resource, { at, principalId }: Need, lacks: string[], role: string): Verdict {
  vault.note(lackingAssignments(principalId), null)
  const short = lacks.map((action) => action.replace(/^.*\/vaults\//i, ''))
  const where = idKey(at) === idKey(vault.id) ? 'vault' : 'key'
  return fail(
    said`No role gives the identity ${words(listed(short, short.length))} on the ${where}. Access that Azure Lighthouse delegates is not listed.`,
    {
      remedy: az`role assignment create --role ${role} --assignee-object-id ${{ name: principalId }} --assignee-principal-type ServicePrincipal --scope ${{ name: vault.id }}`,
    },
  )
}

/** Undecided because nobody knows who would need access. */
export function noPrincipal({ unreadable }: Principal, role: 'uses the key' | 'the workspace is'): Verdict {
  return unreadable
    ? notRead(unreadable)
    : unknown('property-absent', said`Azure did not report which object in Entra ${role}.`)
}

export function bodyOf({ record }: Pick<Resource, 'record'>): Record<string, unknown> {
  return record.state === 'read' ? record.body : {}
}
