import { roleAssignment, userAssignedIdentity } from '../resources/identity.ts'
import { encryptionIdentity, managedIdentity } from '../resources/managed-identity.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { collectionKey, type Evidence, type UnreadableRecord, unplanned } from './records.ts'
import { propertyOf, valueAt } from './resource.ts'
import { idKey } from './resource-id.ts'
import { Unknown } from './unknown.ts'

/** An identity that a resource acts as. */
export interface Principal {
  /** resource id of the user-assigned identity; null for the system-assigned one */
  identityId: string | null
  /** object id in Entra; null when it could not be read */
  principalId: string | null
  /** the user-assigned identity that could not be read, when that is why */
  unreadable: UnreadableRecord | null
}

/** Who a workspace is towards its key vault: its primary user-assigned identity, else the system-assigned one. */
export function workspacePrincipal(evidence: Evidence, body: Record<string, unknown>): Principal {
  return principal(evidence, body, propertyOf(body, mlWorkspace.primaryIdentity))
}

/** Who a workspace or a storage account is towards the vault of its customer-managed key. */
export function encryptionPrincipal(evidence: Evidence, body: Record<string, unknown>): Principal {
  return principal(evidence, body, propertyOf(body, encryptionIdentity))
}

/** Every identity that a resource carries. */
export function allPrincipals(evidence: Evidence, body: Record<string, unknown>): Principal[] {
  const named = propertyOf(body, managedIdentity.userAssignedIdentities) as object | undefined
  const assigned = named instanceof Unknown ? [named] : Object.keys(named ?? {}).filter((id) => id.trim() !== '')
  const all = [...(propertyOf(body, managedIdentity.principalId) ? [undefined] : []), ...assigned]
  return all.map((id) => principal(evidence, body, id))
}

/** Role assignments of a principal, as far as they could be read; null when they could not or nobody asked. */
export function roleAssignments(evidence: Evidence, principalId: string) {
  const collection = evidence.collections.get(collectionKey.roles(principalId))
  if (!collection) return null
  const assignments = collection.ids.flatMap((id) => {
    const record = evidence.resources.get(idKey(id))
    if (record?.state !== 'read') return []
    const scope = propertyOf(record.body, roleAssignment.scope)
    const role = propertyOf(record.body, roleAssignment.role)
    return typeof scope === 'string' && typeof role === 'string'
      ? [{ record, scope, role: role.split('/').at(-1)?.toLowerCase() ?? '' }]
      : []
  })
  return { collection, assignments }
}

const nobody: Principal = { identityId: null, principalId: null, unreadable: null }

const strangeIdentity: UnreadableRecord = {
  state: 'unreadable',
  id: '',
  reason: 'unrecognised-value',
  action: null,
  scope: null,
  message: 'The identity is not named by a text: nobody can tell which it is.',
}

function principal(evidence: Evidence, body: Record<string, unknown>, identityId: unknown): Principal {
  if (identityId instanceof Unknown) return { ...nobody, unreadable: unplanned(identityId) }
  if (identityId !== undefined && typeof identityId !== 'string') return { ...nobody, unreadable: strangeIdentity }
  if (identityId === undefined) {
    const own = propertyOf(body, managedIdentity.principalId)
    if (own instanceof Unknown) return { ...nobody, unreadable: unplanned(own) }
    return { ...nobody, principalId: typeof own === 'string' ? own : null }
  }
  const assigned = Object.entries(
    (propertyOf(body, managedIdentity.userAssignedIdentities) as Record<string, unknown> | undefined) ?? {},
  )
  const inline = valueAt(assigned.find(([id]) => idKey(id) === idKey(identityId))?.[1], 'principalId')
  const record = evidence.resources.get(idKey(identityId))
  const read = record?.state === 'read' ? propertyOf(record.body, userAssignedIdentity.principalId) : undefined
  const principalId = inline ?? read
  if (typeof principalId === 'string') return { identityId, principalId, unreadable: null }
  return { identityId, principalId: null, unreadable: record && record.state !== 'read' ? record : null }
}
