import type { Changed, Weighed } from '../baseline/compare.ts'
import { waiverNotes } from '../config/waivers.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Conclusion, Counts, Coverage, Finding, Policy, Severity, Summary, WorkspaceReport } from '../model.ts'
import { coverage, type Needed } from './coverage.ts'
import { type Judged, whole } from './judge.ts'
import { conclude, counts as countsForJob } from './policy.ts'
import type { Terms } from './terms.ts'

export interface Assessment {
  conclusion: Conclusion
  summary: Summary
  coverage: Coverage
  /** every workspace, without the findings that pass: what people are shown */
  workspaces: WorkspaceReport[]
  /** one workspace with them */
  whole(id: string): WorkspaceReport
  /** what failed in the baseline and passes now */
  fixed: Changed[]
  /** what failed in the baseline and weighs something else now */
  weighed: Weighed[]
  /** what looks new only because the baseline is of an older version of the tool */
  found: Changed[]
  /** what somebody should do about the waivers */
  notes: string[]
}

/** Adds up what became of the workspaces. */
export function assess(
  evidence: EvidenceSet,
  judged: Judged[],
  terms: Terms,
  requests: Coverage['requests'],
): Assessment {
  const { policy, config, baseline } = terms
  const workspaces = judged.map(({ report }) => report)
  const findings = workspaces.flatMap((workspace) => workspace.findings)
  const fixed = judged.flatMap((one) => one.fixed)
  const byId = new Map(judged.map((one) => [idKey(one.report.id), one]))
  const waivers = new Set(judged.flatMap((one) => one.waivers))
  return {
    conclusion: conclusionOf(evidence, judged, policy),
    summary: {
      workspaces: workspaces.length,
      ...sumOf(workspaces),
      failedBySeverity: bySeverity(findings, 'fail'),
      unknownBySeverity: bySeverity(findings, 'unknown'),
      new: baseline && findings.filter((finding) => finding.new).length,
      fixed: baseline && fixed.length,
    },
    coverage: coverage(evidence, neededBy(judged), requests),
    workspaces,
    whole: (id) => whole(byId.get(idKey(id)) as Judged, terms),
    fixed,
    weighed: judged.flatMap((one) => one.weighed),
    found: judged.flatMap(({ upgraded }) => upgraded),
    notes: waiverNotes(config, waivers, new Date(evidence.collectedAt)),
  }
}

/** The conclusion alone, without what costs a look at all evidence. */
export function conclusionOf(
  { unseen, workspaces }: EvidenceSet,
  judged: readonly Judged[],
  policy: Policy,
): Conclusion {
  const findings = judged.flatMap(({ report }) => report.findings)
  const counted = (status: string) =>
    findings.filter((finding) => finding.status === status && countsForJob(finding, policy)).length
  return conclude({
    failed: counted('fail'),
    unknown: counted('unknown'),
    unseen: unseen.length + (workspaces.length === 0 ? 1 : 0),
  })
}

function sumOf(workspaces: WorkspaceReport[]): Counts {
  const sum: Counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, attested: 0, manual: 0, waived: 0 }
  for (const { counts } of workspaces)
    for (const status of Object.keys(sum) as (keyof Counts)[]) sum[status] += counts[status]
  return sum
}

function bySeverity(findings: Finding[], status: Finding['status']): Record<Severity, number> {
  const found = { high: 0, medium: 0, low: 0, info: 0 }
  for (const finding of findings) if (finding.status === status) found[finding.severity] += 1
  return found
}

function neededBy(judged: Judged[]): Needed {
  const needed: Needed = new Map()
  for (const { report, missing } of judged) {
    for (const record of missing) {
      const known = needed.get(idKey(record.id)) ?? { record, usedBy: new Set() }
      needed.set(idKey(record.id), known)
      known.usedBy.add(report.id)
    }
  }
  return needed
}
