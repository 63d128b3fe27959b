import { waiverNotes } from '../config/waivers.ts'
import { type Assessment, assess } from '../judge/assess.ts'
import type { Judged } from '../judge/judge.ts'
import type { Coverage, Missing, PlanReport } from '../model.ts'
import type { Live, Planning } from '../planned/planning.ts'
import { foreign } from '../said.ts'
import type { Scan } from './model.ts'

export type Outcome = Assessment & Pick<Scan, 'planned' | 'liveConclusion'>

/** What is live, and what plans make of it. */
export function withPlans(
  live: Pick<Live, 'evidence' | 'whole' | 'terms'> & { judged: Judged[] },
  planning: Planning | null,
  requests: Coverage['requests'],
): Outcome {
  const { evidence, judged, terms } = live
  const assessment = assess(evidence, judged, terms, requests)
  const { conclusion } = assessment
  const planned = planning?.judge({ ...live, conclusion, isAlone: false }) ?? null
  if (planned === null) return { ...assessment, planned, liveConclusion: conclusion }
  const used = new Set([...judged.flatMap(({ waivers }) => waivers), ...planned.waivers])
  const notes = waiverNotes(terms.config, used, new Date(evidence.collectedAt))
  const coverage = withParts(assessment.coverage, planned.plan)
  return { ...assessment, coverage, notes, conclusion: planned.conclusion, planned, liveConclusion: conclusion }
}

/** Parts of plans into which nobody could look are missing as well; what was read of what is live counts without them. */
export function withParts(coverage: Coverage, { notLookedInto }: PlanReport): Coverage {
  const parts = notLookedInto.map(({ address, reason }): Missing => {
    const nobody = { action: null, scope: null, usedBy: [], named: false }
    return { resource: address, reason: 'not-observable', message: foreign(reason), ...nobody }
  })
  return { ...coverage, missing: [...coverage.missing, ...parts] }
}
