import { ReadFailure } from '../azure/requests/read-failure.ts'
import { unreadable } from '../azure/unreadable.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from '../evidence/records.ts'
import { valueAt } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { resourceTypes } from '../resources/index.ts'
import { mlWorkspace } from '../resources/workspace.ts'

/**
 * Takes records without properties for what they are: nothing was read, and nothing is absent. Workspaces among them are
 * not judged, and said to be missing.
 */
export function setHollowApart(evidence: EvidenceSet): void {
  for (const [key, record] of evidence.resources) {
    if (record.state !== 'read' || !isHollow(record)) continue
    const why = unreadable(record.id, new ReadFailure('invalid-response', 'the evidence holds no properties of it.'))
    evidence.resources.set(key, why)
    if (evidence.workspaces.some((id) => idKey(id) === key)) evidence.unseen.push(why)
  }
  evidence.workspaces = evidence.workspaces.filter((id) => evidence.resources.get(idKey(id))?.state === 'read')
}

/**
 * Of what is kept of a workspace there is always something; of other types there may be nothing, and an older version may
 * have kept nothing.
 */
function isHollow({ body, older }: ReadRecord): boolean {
  const type = typeIn(body)
  const isKept = (path: string) => path.startsWith('properties.') && !older?.unkept.includes(path)
  if (!resourceTypes[type]?.keep.some(isKept)) return false
  const properties = valueAt(body, 'properties')
  const isObject = typeof properties === 'object' && !Array.isArray(properties)
  return !isObject || (type === mlWorkspace.type && Object.keys(properties ?? {}).length === 0)
}
