import type { Baseline } from '../src/baseline/compare.ts'
import { type Config, noConfig } from '../src/config/model.ts'
import type { EvidenceSet } from '../src/evidence/records.ts'
import { toConfirm as doubtful, judgeAll } from '../src/judge/again.ts'
import { type Assessment, assess as addUp } from '../src/judge/assess.ts'
import { judge, whole } from '../src/judge/judge.ts'
import type { Coverage, Policy, WorkspaceReport } from '../src/model.ts'

/** Judges every workspace and adds up, as a run does that has nothing to confirm. */
export function assess(
  evidence: EvidenceSet,
  policy: Policy,
  requests: Coverage['requests'],
  config: Config = noConfig,
  baseline: Baseline | null = null,
): Assessment {
  const terms = { policy, config, baseline }
  return addUp(evidence, judgeAll(evidence, terms), terms, requests)
}

/** One workspace, judged, with the findings that pass. */
export function report(
  evidence: EvidenceSet,
  id: string,
  policy: Policy,
  config: Config = noConfig,
  baseline: Baseline | null = null,
): WorkspaceReport {
  const terms = { policy, config, baseline }
  return whole(judge(evidence, id, terms), terms)
}

/** What a run would read once more. */
export function toConfirm(evidence: EvidenceSet, policy: Policy, limit: number, config: Config = noConfig): string[] {
  return doubtful(judgeAll(evidence, { policy, config, baseline: null }), limit)
}
