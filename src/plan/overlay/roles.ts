import { type CollectionRecord, collectionKey, type EvidenceSet, neverRead, unplanned } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { roleAssignment } from '../../resources/identity.ts'
import type { Plan, PlannedChange } from '../model.ts'

/** Gives whoever gets roles from the plan what it gives. */
export function linkRoles(planned: EvidenceSet, changes: readonly PlannedChange[], plans: readonly Plan[]): void {
  const { collections } = planned
  // nobody but the plan can have given a role to whoever does not exist yet
  for (const principal of plans.flatMap(({ principals }) => principals))
    collections.set(collectionKey.roles(principal), { state: 'read', ids: [] })
  for (const { id } of changes.filter(({ type }) => type === roleAssignment.type)) assign(planned, id)
  const open = plans.flatMap(({ openRoles }) => openRoles ?? [])[0]
  if (open !== undefined) doubtRoles(planned, new Unknown(open))
}

function assign(planned: EvidenceSet, id: string): void {
  const { resources, collections } = planned
  const record = resources.get(idKey(id))
  const principal = record?.state === 'read' ? propertyOf(record.body, roleAssignment.principalId) : undefined
  if (typeof principal !== 'string') return
  const key = collectionKey.roles(principal)
  const list = collections.get(key) ?? notAsked(planned, principal)
  if (!list.ids.some((one) => idKey(one) === idKey(id))) collections.set(key, { ...list, ids: [...list.ids, id] })
}

function notAsked(planned: EvidenceSet, principal: string): CollectionRecord {
  const id = `role assignments of ${principal}`
  return { ...neverRead(planned, id, `The ${id} were not read.`), ids: [] }
}

/** Somebody gets a role, and it may be anybody. */
function doubtRoles({ collections }: EvidenceSet, open: Unknown): void {
  for (const [key, { ids }] of collections)
    if (key.startsWith(collectionKey.roles(''))) collections.set(key, { ...unplanned(open), ids })
}
