import { userAssignedIdentity } from '../resources/identity.ts'
import { resourceTypes } from '../resources/index.ts'
import { managedIdentity } from '../resources/managed-identity.ts'
import type { KeyHolder } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { type Evidence, type UnreadableRecord, unplanned } from './records.ts'
import { propertyOf, valueAt } from './resource.ts'
import { idKey } from './resource-id.ts'
import { Unknown } from './unknown.ts'

/** An identity that a resource acts as. */
export interface Principal {
  /** object id in Entra; null when it could not be read */
  principalId: string | null
  /** the user-assigned identity that could not be read, when that is why */
  unreadable: UnreadableRecord | null
}

type Body = Record<string, unknown>

/** Who a workspace is towards its key vault: its primary user-assigned identity, else the system-assigned one. */
export function workspacePrincipal(evidence: Evidence, body: Body): Principal {
  return principal(evidence, body, propertyOf(body, mlWorkspace.primaryIdentity))
}

/** What tells who reaches the key of a resource of this type; undefined where no check asks. */
export function keyIdentityOf(type: string): KeyHolder['identity'] {
  return resourceTypes[type.toLowerCase()]?.keys.find(({ identity }) => identity !== undefined)?.identity
}

/** Who a resource is towards the vault of its key: whom it names, or else whoever it carries, of whom one is meant. */
export function keyPrincipals(evidence: Evidence, type: string, body: Body): Principal[] {
  const identity = keyIdentityOf(type)
  if (identity === undefined) return []
  if (identity === 'own') return carried(evidence, body)
  if ('id' in identity) return [principal(evidence, body, propertyOf(body, identity.id))]
  const clientId = propertyOf(body, identity.clientId)
  return clientId === undefined ? carried(evidence, body) : [byClientId(evidence, body, clientId)]
}

/** Every identity that a resource carries. */
export function allPrincipals(evidence: Evidence, body: Body): Principal[] {
  const named = assigned(body)
  const ids = named instanceof Unknown ? [named] : Object.keys(named).filter((id) => id.trim() !== '')
  const all = [...(systemAssigned(body) ? [undefined] : []), ...ids]
  return all.map((id) => principal(evidence, body, id))
}

const nobody: Principal = { principalId: null, unreadable: null }

const strangeIdentity: UnreadableRecord = {
  state: 'unreadable',
  id: '',
  reason: 'unrecognised-value',
  action: null,
  scope: null,
  message: 'The identity is not named by a text: nobody can tell which it is.',
}

function carried(evidence: Evidence, body: Body): Principal[] {
  const all = allPrincipals(evidence, body)
  return all.length > 0 ? all : [nobody]
}

/** A registry names its identity by the client id, and the system-assigned one by a word. */
function byClientId(evidence: Evidence, body: Body, clientId: unknown): Principal {
  if (typeof clientId !== 'string') return principal(evidence, body, clientId)
  if (/^\[?system\]?$/i.test(clientId)) return principal(evidence, body, undefined)
  const carried = assigned(body)
  if (carried instanceof Unknown) return { ...nobody, unreadable: unplanned(carried) }
  const all = Object.entries(carried).map(([id, shown]) => ({ id, shown, record: recordOf(evidence, id) }))
  const named = all.find(({ shown, record }) =>
    [
      valueAt(shown, 'clientId'),
      record?.state === 'read' && propertyOf(record.body, userAssignedIdentity.clientId),
    ].some((each) => typeof each === 'string' && each.toLowerCase() === clientId.toLowerCase()),
  )
  if (named) return principal(evidence, body, named.id)
  const hidden = all.flatMap(({ record }) => (record && record.state !== 'read' ? [record] : []))
  return { ...nobody, unreadable: hidden[0] ?? null }
}

function principal(evidence: Evidence, body: Body, identityId: unknown): Principal {
  if (identityId instanceof Unknown) return { ...nobody, unreadable: unplanned(identityId) }
  if (identityId !== undefined && typeof identityId !== 'string') return { ...nobody, unreadable: strangeIdentity }
  if (identityId === undefined) {
    const own = systemAssigned(body)
    if (own instanceof Unknown) return { ...nobody, unreadable: unplanned(own) }
    return { ...nobody, principalId: typeof own === 'string' ? own : null }
  }
  const all = assigned(body)
  if (all instanceof Unknown) return { ...nobody, unreadable: unplanned(all) }
  const carried = Object.entries(all).find(([id]) => idKey(id) === idKey(identityId))
  // whom it names and does not carry, it cannot act as
  if (!carried) return nobody
  const [, shown] = carried
  const record = recordOf(evidence, identityId)
  const read = record?.state === 'read' ? propertyOf(record.body, userAssignedIdentity.principalId) : undefined
  const principalId = valueAt(shown, 'principalId') ?? read
  if (typeof principalId === 'string') return { principalId, unreadable: null }
  return { principalId: null, unreadable: record && record.state !== 'read' ? record : null }
}

/** The object of its system-assigned identity. */
function systemAssigned(body: Body): unknown {
  return isOfType(body, 'systemassigned') ? propertyOf(body, managedIdentity.principalId) : undefined
}

/** The user-assigned identities that a resource carries, and what it shows of them. */
function assigned(body: Body): Body | Unknown {
  if (!isOfType(body, 'userassigned')) return {}
  return (propertyOf(body, managedIdentity.userAssignedIdentities) as Body | Unknown | undefined) ?? {}
}

/** What is shown of identities of another type is left over. */
function isOfType(body: Body, type: 'systemassigned' | 'userassigned'): boolean {
  const types = propertyOf(body, managedIdentity.identityType)
  return typeof types !== 'string' || types.toLowerCase().includes(type)
}

function recordOf(evidence: Evidence, id: string) {
  return evidence.resources.get(idKey(id))
}
