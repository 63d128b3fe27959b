import { collectionKey } from '../../evidence/collection-key.ts'
import { prune } from '../../evidence/prune.ts'
import type { ReadRecord, UnreadableRecord } from '../../evidence/records.ts'
import { roleAssignment } from '../../resources/identity.ts'
import { failureOf, ReadFailure } from '../requests/read-failure.ts'
import { isHollow } from '../shape.ts'
import { nameless, unreadable, unreadableAssignments } from '../unreadable.ts'
import { type Context, slashed } from './context.ts'
import { type Item, listPages } from './pages.ts'

const { type, about } = roleAssignment
const segment = 'providers/Microsoft.Authorization/roleAssignments'

/**
 * Wants what Resource Manager lists of somebody's role assignments at a scope: with those of all groups that they are
 * in, and of management groups above
 * (https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest). Whether nobody asked before.
 */
export function wantAssigned(context: Context, scope: string, principalId: string): boolean {
  const isNew = context.isNew(collectionKey.assigned(scope, principalId))
  if (isNew) context.read(slashed(scope), () => readAssigned(context, slashed(scope), principalId))
  return isNew
}

async function readAssigned(context: Context, scope: string, principalId: string): Promise<void> {
  const entry = { ...about, query: { $filter: `assignedTo('${principalId}')` } }
  const records: (ReadRecord | UnreadableRecord)[] = []
  let unread: UnreadableRecord | null = null
  try {
    for await (const { items, apiVersion } of listPages(
      context.client,
      { parent: scope, segment, type, entry },
      context.versions,
    ))
      records.push(...items.map((item) => recordOf(item, scope, apiVersion)))
  } catch (error) {
    unread = unreadableAssignments(scope, principalId, failureOf(error))
  }
  const ids = records.map(({ id }) => id)
  context.evidence.collections.set(
    collectionKey.assigned(scope, principalId),
    unread ? { ...unread, ids } : { state: 'read', ids },
  )
  for (const record of records) context.keep(record)
}

function recordOf({ id, body }: Item, scope: string, apiVersion: string): ReadRecord | UnreadableRecord {
  if (body === null) return nameless(id, scope, about)
  if (isHollow(body, about)) return unreadable(id, new ReadFailure('invalid-response', 'it has no properties.', 200))
  return { state: 'read', id, source: 'resource-manager', apiVersion, body: prune({ ...body, id, type }, about) }
}
