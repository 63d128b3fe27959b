import { isCollectionOf } from '../../evidence/collection-key.ts'
import { type EvidenceSet, unplanned } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { roleAssignment } from '../../resources/identity.ts'
import type { Property } from '../../resources/type.ts'
import { oneLine } from '../../text.ts'

/** Takes roles from whoever has them by assignments that are gone, or that go to somebody else. */
export function takeRoles(planned: EvidenceSet, live: EvidenceSet, assignments: string[]): void {
  takeBack(planned, live)
  passOn(planned, live, assignments)
}

export const isOfRoles = (key: string) => isCollectionOf(key, 'roles', 'assigned')

/** Assignments that are gone, with what they were made at or by themselves. */
function takeBack({ resources, collections }: EvidenceSet, live: EvidenceSet): void {
  const isGone = (id: string) =>
    resources.get(idKey(id))?.state === 'absent' && live.resources.get(idKey(id))?.state === 'read'
  for (const [key, list] of collections)
    if (isOfRoles(key) && list.ids.some(isGone))
      collections.set(key, { ...list, ids: list.ids.filter((id) => !isGone(id)) })
}

/** Whoever had an assignment that goes to somebody else has it no longer, unless they are in the group that gets it. */
function passOn(planned: EvidenceSet, live: EvidenceSet, assignments: string[]): void {
  const passed = new Map(assignments.filter((id) => isPassedOn(planned, live, id)).map((id) => [idKey(id), id]))
  if (passed.size === 0) return
  for (const [key, list] of planned.collections) {
    const lost = isOfRoles(key) ? list.ids.flatMap((id) => passed.get(idKey(id)) ?? []) : []
    if (lost.length === 0) continue
    const [open] = lost.flatMap((id) => stillTheirs(planned, id) ?? [])
    const state = open && list.state === 'read' ? unplanned(open) : list
    planned.collections.set(key, { ...state, ids: list.ids.filter((id) => !passed.has(idKey(id))) })
  }
}

function isPassedOn(planned: EvidenceSet, live: EvidenceSet, id: string): boolean {
  const [had, has] = [live, planned].map((each) => ofAssignment(each, id, roleAssignment.principalId))
  return has !== undefined && String(had).toLowerCase() !== String(has).toLowerCase()
}

function ofAssignment({ resources }: EvidenceSet, id: string, property: Property): unknown {
  const record = resources.get(idKey(id))
  return record?.state === 'read' ? propertyOf(record.body, property) : undefined
}

/** Why an assignment that goes to somebody else may still reach whoever had it; null: it does not. */
function stillTheirs(planned: EvidenceSet, id: string): Unknown | null {
  const holder = ofAssignment(planned, id, roleAssignment.principalId)
  if (holder instanceof Unknown) return holder
  const type = String(ofAssignment(planned, id, roleAssignment.principalType)).toLowerCase()
  if (['serviceprincipal', 'user', 'device'].includes(type)) return null
  return new Unknown(
    `The plan gives ${oneLine(id, 200)} to somebody else: whether that is a group, and who is in it, is not in the plan.`,
  )
}
