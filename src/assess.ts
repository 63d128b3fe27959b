import { checklist } from './checklist/index.ts'
import { evaluate, evidenceOf, fingerprint, type Judgement, type Outcome, unconfirmed } from './evaluate.ts'
import type { EvidenceSet, UnreadableRecord } from './evidence/records.ts'
import { valueAt } from './evidence/resource.ts'
import { idKey } from './evidence/resource-id.ts'
import { openWorkspace, type Workspace } from './evidence/workspace.ts'
import type {
  Conclusion,
  Counts,
  Coverage,
  Finding,
  Missing,
  Others,
  Policy,
  Summary,
  WorkspaceReport,
} from './model.ts'
import { conclude, reaches } from './policy.ts'

export interface Assessment {
  conclusion: Conclusion
  summary: Summary
  coverage: Coverage
  /** every workspace, without the findings that pass: what people are shown */
  workspaces: WorkspaceReport[]
}

/** One workspace, judged; everything it is reported as. */
export function report(evidence: EvidenceSet, id: string, policy: Policy): WorkspaceReport {
  return assembled(openWorkspace(evidence, id, policy.profile), policy, () => true).report
}

/**
 * Judges every workspace and adds up. Findings that pass are counted and dropped, so that memory does not grow with
 * them; `report` gives them back, one workspace at a time.
 */
export function assess(evidence: EvidenceSet, policy: Policy, requests: Coverage['requests']): Assessment {
  const summary: Summary = {
    workspaces: evidence.workspaces.length,
    ...noCounts(),
    failedBySeverity: { high: 0, medium: 0, low: 0, info: 0 },
    new: null,
    fixed: null,
  }
  const gate = { failed: 0, unknown: 0, unseen: evidence.unseen.length + (evidence.workspaces.length === 0 ? 1 : 0) }
  const usedBy = new Map<string, Set<string>>()
  const workspaces = evidence.workspaces.map((id) => {
    const workspace = openWorkspace(evidence, id, policy.profile)
    const { report, missing } = assembled(workspace, policy, ({ verdict }) => verdict.status !== 'pass')
    for (const key of missing) usedBy.set(key, (usedBy.get(key) ?? new Set()).add(report.id))
    for (const status of Object.keys(report.counts) as (keyof Counts)[]) summary[status] += report.counts[status]
    for (const { status, severity } of report.findings) {
      if (status === 'fail') summary.failedBySeverity[severity] += 1
      if ((status === 'fail' || status === 'unknown') && reaches(severity, policy.failOnSeverity))
        gate[status === 'fail' ? 'failed' : 'unknown'] += 1
    }
    return report
  })
  return { conclusion: conclude(gate), summary, coverage: coverage(evidence, usedBy, requests), workspaces }
}

/** Resources to read once more before a failure fails the job (https://learn.microsoft.com/azure/governance/resource-graph/overview#resource-graph-and-how-current-the-data-is). */
export function toConfirm(evidence: EvidenceSet, policy: Policy, limit: number): string[] {
  const ids = new Map<string, string>()
  for (const id of evidence.workspaces) {
    const workspace = openWorkspace(evidence, id, policy.profile)
    for (const outcome of evaluate(checklist, workspace)) {
      if (outcome.subject === null || !reaches(outcome.severity, policy.failOnSeverity)) continue
      for (const resource of unconfirmed(outcome)) if (ids.size < limit) ids.set(idKey(resource), resource)
    }
  }
  return [...ids.values()]
}

function assembled(
  workspace: Workspace,
  policy: Policy,
  isKept: (outcome: Outcome) => boolean,
): { report: WorkspaceReport; missing: string[] } {
  const outcomes = evaluate(checklist, workspace)
  const counts = noCounts()
  const others: Others = {
    'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: [],
  }
  const findings: Finding[] = []
  const missing: string[] = []
  for (const outcome of outcomes) {
    counts[outcome.verdict.status] += 1
    if (outcome.subject !== null && outcome.missing) missing.push(idKey(outcome.missing.id))
    const list = listOf(others, outcome)
    if (list === null && isKept(outcome)) findings.push(finding(outcome as Judgement, workspace, policy))
    if (list !== null && !list.includes(outcome.check.id)) list.push(outcome.check.id)
  }
  const { id, name, kind, profile, hub, architecture, resource } = workspace
  const location = resource.record.state === 'read' ? valueAt(resource.record.body, 'location') : undefined
  const header = {
    id,
    name,
    kind,
    location: String(location ?? ''),
    profile,
    hub: hub?.id || null,
    cmkArchitecture: architecture,
  }
  return { report: { ...header, counts, others, findings }, missing }
}

function listOf(others: Others, { verdict }: Outcome): string[] | null {
  if (verdict.status === 'not-applicable') return others['not-applicable'][verdict.reason]
  return verdict.status === 'attested' || verdict.status === 'manual' ? others[verdict.status] : null
}

function finding(judgement: Judgement, workspace: Workspace, policy: Policy): Finding {
  const { check, subject, verdict, severity } = judgement
  const failed = verdict.status === 'fail'
  const stale = failed && reaches(severity, policy.failOnSeverity) && unconfirmed(judgement).length > 0
  const remedy =
    verdict.status === 'fail' && verdict.remedy !== undefined
      ? verdict.remedy
      : failed
        ? (check.remedy?.(subject, workspace) ?? null)
        : null
  return {
    check: check.id,
    resource: subject.id,
    status: verdict.status as Finding['status'],
    severity,
    reason: verdict.status === 'unknown' ? verdict.reason : null,
    message: messageOf(judgement) + (stale ? ' (from Resource Graph)' : ''),
    evidence: evidenceOf(judgement),
    remediation: remedy,
    creationOnly: failed && check.creationOnly === true,
    fingerprint: fingerprint(check.id, subject.id, workspace.id),
    new: null,
    waiver: null,
  }
}

/** What the rule says; of what passes, what holds. */
function messageOf({ check, verdict }: Judgement): string {
  return 'message' in verdict && verdict.message !== undefined ? verdict.message : `${check.title}.`
}

function coverage(evidence: EvidenceSet, usedBy: Map<string, Set<string>>, requests: Coverage['requests']): Coverage {
  const records = [...evidence.resources.values(), ...evidence.collections.values()]
  const unreadable = records.flatMap((record) => (record.state === 'unreadable' ? [record as UnreadableRecord] : []))
  const needed = records.length + evidence.unseen.length
  const read = records.length - unreadable.length
  const missing = [...evidence.unseen, ...unreadable].map(
    ({ id, reason, action, scope, message }): Missing => ({
      resource: id,
      reason,
      action,
      scope,
      message,
      usedBy: [...(usedBy.get(idKey(id)) ?? [])].sort(),
    }),
  )
  return {
    percent: needed === 0 ? null : Math.floor((read * 1000) / needed) / 10,
    subscriptions: evidence.subscriptions,
    missing: missing.sort((a, b) => (a.resource < b.resource ? -1 : 1)),
    requests,
  }
}

function noCounts(): Counts {
  return { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, attested: 0, manual: 0, waived: 0 }
}
