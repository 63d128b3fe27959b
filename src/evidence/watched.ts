import type { Evidence, EvidenceSet } from './records.ts'

/**
 * The same evidence, and what is looked up in it: records, and the keys of those that are not there. As long as none of
 * that becomes another, everything that follows from the evidence stays as it is.
 */
export function watched(evidence: Evidence): { evidence: Evidence; seen: ReadonlySet<unknown> } {
  const seen = new Set<unknown>()
  const watch = <T>(records: { get(key: string): T | undefined }) => ({
    get(key: string) {
      const record = records.get(key)
      seen.add(record ?? key)
      return record
    },
  })
  const { resources, collections } = evidence
  return { evidence: { ...evidence, resources: watch(resources), collections: watch(collections) }, seen }
}

type Records = Pick<EvidenceSet, 'resources' | 'collections'>

/** What is another now: records of then, and keys that have got a record since. */
export function changesSince(then: Records, now: Records): Set<unknown> {
  const changed = new Set<unknown>()
  for (const name of ['resources', 'collections'] as const) {
    for (const [key, record] of then[name]) if (now[name].get(key) !== record) changed.add(record)
    for (const key of now[name].keys()) if (!then[name].has(key)) changed.add(key)
  }
  return changed
}
