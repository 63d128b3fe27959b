import { isMetBy } from '../azure/find/targets.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Judged } from '../judge/judge.ts'
import { conclude, counts, reaches } from '../judge/policy.ts'
import type { Conclusion, Finding, PlanFinding, Policy } from '../model.ts'

/** What the conclusion of plans rests on. */
export interface Grounds {
  live: EvidenceSet
  evidence: EvidenceSet
  judged: readonly Judged[]
  findings: readonly PlanFinding[]
  /** files that could not be judged, and parts of them into which nobody could look */
  doubts: number
  /** nothing was read of what is live */
  isAlone: boolean
}

export function plannedConclusion({ findings, ...grounds }: Grounds, policy: Policy): Conclusion {
  const failed = findings.filter(
    (finding) => finding.status === 'fail' && finding.change !== 'gone' && counts(finding, policy),
  )
  const unknown = undecided(findings, grounds.judged, policy).filter(
    ({ reason }) => !(grounds.isAlone && reason === 'not-visible'),
  )
  return conclude({ failed: failed.length, unknown: unknown.length, unseen: unseen(grounds) + grounds.doubts })
}

/** What cannot be told counts, whether or not the plans are why; where only what is new counts, they are. */
function undecided(findings: readonly PlanFinding[], judged: readonly Judged[], policy: Policy): Finding[] {
  if (policy.failOnNewOnly)
    return findings.filter((finding) => finding.change === 'undecided' && counts(finding, policy))
  const all = judged.flatMap(({ report }) => report.findings)
  return all.filter(({ status, severity }) => status === 'unknown' && reaches(severity, policy.failOnSeverity))
}

/** What somebody named and is not there yet is seen when the plans make it. */
function unseen({ live, evidence: { workspaces, unseen } }: Pick<Grounds, 'live' | 'evidence'>): number {
  const there = new Set(live.workspaces.map(idKey))
  const made = workspaces.filter((id) => !there.has(idKey(id)))
  const left = unseen.filter((one) => !made.some((id) => isMetBy(one, id)))
  return left.length + (workspaces.length === 0 ? 1 : 0)
}

/** The conclusion of the run. */
export function gated(gateOn: 'live' | 'planned' | 'both', live: Conclusion, planned: Conclusion): Conclusion {
  if (gateOn !== 'both') return gateOn === 'live' ? live : planned
  return worst.find((one) => one === live || one === planned) ?? planned
}

const worst: Conclusion[] = ['fail', 'incomplete', 'pass']
