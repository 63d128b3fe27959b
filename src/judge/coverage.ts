import type {
  CollectionRecord,
  EvidenceSet,
  ResourceRecord,
  Unreadable,
  UnreadableRecord,
} from '../evidence/records.ts'
import { gapOf } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Coverage, Missing } from '../model.ts'
import { isMissing } from './finding.ts'

/** What of a record could not be read; that something does not exist is an answer. */
function unreadIn(record: ResourceRecord | CollectionRecord): UnreadableRecord | null {
  if (record.state === 'read') return 'body' in record ? gapOf({ record }) : null
  return record.state === 'unreadable' ? record : null
}

/** What findings rest on and could not be read, by id, with the workspaces that need it. */
export type Needed = Map<string, { record: UnreadableRecord; usedBy: Set<string> }>

export function coverage(evidence: EvidenceSet, needed: Needed, requests: Coverage['requests']): Coverage {
  const records = [...evidence.resources.values(), ...evidence.collections.values()]
  const unreadable = records.flatMap((record) => unreadIn(record) ?? [])
  const wanted = records.length + evidence.unseen.length
  const read = records.length - unreadable.length
  const known = new Set([...evidence.unseen, ...unreadable].map(({ id }) => idKey(id)))
  // a store that a managed resource group must have has no record of its own
  const inferred = [...needed.values()].flatMap(({ record }) =>
    known.has(idKey(record.id)) || !isMissing(record) ? [] : [record],
  )
  const missingOf = (named: boolean) => {
    return ({ id, reason, action, scope, message }: Unreadable): Missing => {
      const usedBy = [...(needed.get(idKey(id))?.usedBy ?? [])].sort()
      return { resource: id, reason, action, scope, message, usedBy, named }
    }
  }
  const missing = [...evidence.unseen.map(missingOf(true)), ...[...unreadable, ...inferred].map(missingOf(false))]
  return {
    percent: wanted === 0 ? null : Math.floor((read * 1000) / wanted) / 10,
    subscriptions: evidence.subscriptions.map(({ id, visible }) => ({ id, visible })),
    missing: missing.sort((a, b) => (a.resource < b.resource ? -1 : 1)),
    requests,
  }
}
