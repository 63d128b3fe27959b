import type { EvidenceSet } from '../evidence/records.ts'
import type { PlanFileReport, PlanReport } from '../model.ts'
import { valuesBefore } from '../plan/before.ts'
import { staleNotes, staleness } from '../plan/stale.ts'
import type { LoadedPlans } from '../plan-files/load.ts'

/** Files that could not be judged, and what nobody could look into in others. */
export function notLookedInto({ plans, refused, notices }: LoadedPlans): PlanReport['notLookedInto'] {
  return [
    ...refused,
    ...notices.map(({ file, message }) => ({ address: file, reason: message })),
    ...plans.flatMap(({ plan }) => plan.notLookedInto),
  ]
}

/**
 * Files that were judged, and sentences about those that are stale.
 *
 * @param headAt when the head commit was made; null: nobody knows
 */
export function judgedFiles(
  { plans, yaml }: LoadedPlans,
  evidence: EvidenceSet,
  headAt: string | null,
): { files: PlanFileReport[]; notes: string[] } {
  const judged = plans.map(({ plan }) => {
    const { file, kind, tool, createdAt } = plan
    const notes = staleNotes(file, staleness(createdAt, headAt, valuesBefore(plan, evidence)))
    return { file: { path: file, kind, tool, createdAt, stale: notes.length > 0 }, notes }
  })
  const ofYaml = yaml.map(({ file, kind }) => {
    return { path: file, kind: 'yaml' as const, tool: kind.schema, createdAt: null, stale: false }
  })
  return { files: [...judged.map(({ file }) => file), ...ofYaml], notes: judged.flatMap(({ notes }) => notes) }
}
