import { type EvidenceSet, typeIn } from '../../evidence/records.ts'
import { idKey, isWithin } from '../../evidence/resource-id.ts'
import type { PlannedChange } from '../model.ts'
import { groupType } from '../opaque.ts'
import { around } from './around.ts'

/** Where a group may go, what is in it may go as well, unless the plans say what becomes of it. */
export function inGroups(changes: PlannedChange[], { resources }: EvidenceSet): PlannedChange[] {
  const [groups, others] = [true, false].map((wanted) => changes.filter((one) => isUnsure(one) === wanted))
  if (!groups?.length || !others) return changes
  const named = new Set(others.map(({ id }) => idKey(id)))
  const inside = [...resources.values()].flatMap((record): PlannedChange[] => {
    const group = groups.find(({ id }) => isWithin(record.id, id))
    if (!group || record.state !== 'read') return []
    if ([idKey(record.id), ...around(record.id)].some((key) => named.has(key))) return []
    return [{ ...group, id: record.id, type: typeIn(record.body) }]
  })
  return [...others, ...inside]
}

const isUnsure = ({ type, change }: PlannedChange) => type === groupType && change === 'unsure'
