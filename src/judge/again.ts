import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import { changesSince } from '../evidence/watched.ts'
import { createAlike } from './alike.ts'
import { type Judged, judge } from './judge.ts'
import type { Terms } from './terms.ts'

export function judgeAll(evidence: EvidenceSet, terms: Terms): Judged[] {
  const alike = createAlike()
  return evidence.workspaces.map((id) => judge(evidence, id, terms, alike))
}

/** Resources to read once more before a failure fails the job (https://learn.microsoft.com/azure/governance/resource-graph/overview#resource-graph-and-how-current-the-data-is). */
export function toConfirm(judged: readonly Judged[], limit: number): string[] {
  const ids = new Map(judged.flatMap(({ doubtful }) => doubtful.map((id) => [idKey(id), id])))
  return [...ids.values()].slice(0, limit)
}

/**
 * Lets the evidence be changed, then judges the workspaces again that have looked at what has become another; what is
 * known of all others stays.
 */
export async function judgeAgain(
  evidence: EvidenceSet,
  judged: Judged[],
  terms: Terms,
  change: () => Promise<void>,
): Promise<Judged[]> {
  const then = { resources: new Map(evidence.resources), collections: new Map(evidence.collections) }
  await change()
  const changes = changesSince(then, evidence)
  const kept = new Map(
    judged.filter(({ seen }) => !seen.some((one) => changes.has(one))).map((one) => [idKey(one.report.id), one]),
  )
  return evidence.workspaces.map((id) => kept.get(idKey(id)) ?? judge(evidence, id, terms))
}
