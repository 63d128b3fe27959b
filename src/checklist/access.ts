import { type Principal, roleAssignments } from '../evidence/identity.ts'
import type { Evidence } from '../evidence/records.ts'
import { type Resource, valueAt } from '../evidence/resource.ts'
import { isWithin } from '../evidence/resource-id.ts'
import { typeOf } from '../resources/index.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { fail, notRead, pass, unknown, type Verdict } from './check.ts'
import { az, named } from './remedy.ts'

/** What an access policy grants, in lower case. */
export interface PolicyEntry {
  keys: string[]
  secrets: string[]
  certificates: string[]
}

/** The access policies of a vault that name this very principal; a group's are nobody's to see. */
export function ownEntries(vault: Resource, principalId: string): PolicyEntry[] {
  const policies = vault.read(keyVault.accessPolicies) ?? []
  const own = policies.filter(
    (policy) => String(valueAt(policy, 'objectId')).toLowerCase() === principalId.toLowerCase(),
  )
  const entries = own.map((policy) => ({
    keys: permissions(policy, 'keys'),
    secrets: permissions(policy, 'secrets'),
    certificates: permissions(policy, 'certificates'),
  }))
  const shown = entries.map(
    ({ keys, secrets, certificates }) =>
      `keys: ${keys.join(' ') || '-'}; secrets: ${secrets.join(' ') || '-'}; certificates: ${certificates.join(' ') || '-'}`,
  )
  vault.note(`properties.accessPolicies[objectId=${principalId}]`, shown.join(' | ') || null)
  return entries
}

/** Crypto Service Encryption User, Crypto User, Crypto Officer, Administrator. */
const wrapRoles = [
  'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  '12338af0-0e69-4776-bea7-57ae8d297424',
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
]

/** Whether an identity may get, wrap and unwrap a key (https://learn.microsoft.com/azure/key-vault/general/rbac-guide). */
export function wrapAccess(evidence: Evidence, vault: Resource, keyId: string, who: Principal): Verdict {
  if (typeOf(vault.id) === managedHsm.type) {
    return unknown(
      'not-observable',
      'Who may use a key of a managed HSM is kept in the HSM, where Resource Manager does not see it.',
    )
  }
  if (!who.principalId) return noPrincipal(who, 'uses the key')
  if (vault.read(keyVault.rbacAuthorization)) return roleVerdict(evidence, vault, keyId, who.principalId, wrapRoles)
  return policyVerdict(vault, who.principalId, 'keys', ['get', 'wrapkey', 'unwrapkey'])
}

export const noEntry = unknown(
  'not-observable',
  'No access policy names the identity; it may have access as a member of a group.',
)

/** Whether access policies grant all of this. `az` replaces what it sets: the remedy repeats what is granted. */
export function policyVerdict(
  vault: Resource,
  principalId: string,
  kind: 'keys' | 'secrets',
  needed: string[],
): Verdict {
  const entries = ownEntries(vault, principalId)
  if (entries.length === 0) return noEntry
  const granted = entries.flatMap((entry) => entry[kind])
  const lacking = needed.filter((permission) => !granted.includes(permission) && !granted.includes('all'))
  if (lacking.length === 0) return pass()
  const option = `--${kind.slice(0, -1)}-permissions`
  return fail(`The access policy of the identity lacks ${lacking.join(', ')} on ${kind}.`, {
    remedy: az`keyvault set-policy ${named(vault.id)} --object-id ${{ name: principalId }} ${option} ${[...granted, ...lacking]}`,
  })
}

/** Whether an identity holds one of these roles at a resource or above it. Not found is not absent: groups are not seen. */
export function roleVerdict(
  evidence: Evidence,
  vault: Resource,
  id: string,
  principalId: string,
  roles: string[],
): Verdict {
  const found = roleAssignments(evidence, principalId)
  if (!found) return unknown('not-visible', 'The role assignments of the identity were not read.')
  if (found.collection.state !== 'read') return notRead(found.collection)
  const match = found.assignments.find(({ role, scope }) => roles.includes(role) && isWithin(id, scope))
  vault.note(`roleAssignments[principalId=${principalId}]`, match ? match.scope : null)
  if (match) return pass()
  return unknown(
    'not-observable',
    'No role assignment of the identity itself was found; it may have one through a group, a management group or a custom role.',
  )
}

/** Undecided because nobody knows who would need access. */
export function noPrincipal({ unreadable }: Principal, role: string): Verdict {
  return unreadable
    ? notRead(unreadable)
    : unknown('property-absent', `Azure did not report which object in Entra ${role}.`)
}

function permissions(policy: unknown, kind: string): string[] {
  const granted = valueAt(policy, `permissions.${kind}`)
  return Array.isArray(granted) ? granted.map((permission) => String(permission).toLowerCase()) : []
}
