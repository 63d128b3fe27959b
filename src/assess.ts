import { type Baseline, type Changed, isNew } from './baseline/compare.ts'
import { checklist } from './checklist/index.ts'
import { type Config, noConfig } from './config/model.ts'
import { matchesPattern } from './config/pattern.ts'
import { isEnabled, profileFor } from './config/rules.ts'
import { waiverFor, waiverNotes } from './config/waivers.ts'
import { evaluate, evidenceOf, fingerprint, type Judgement, type Outcome, stepsOf, unconfirmed } from './evaluate.ts'
import type { CollectionRecord, EvidenceSet, ResourceRecord, Unreadable, UnreadableRecord } from './evidence/records.ts'
import { gapOf, propertyOf } from './evidence/resource.ts'
import { idKey, parseResourceId } from './evidence/resource-id.ts'
import { openWorkspace } from './evidence/workspace/open.ts'
import type { Workspace } from './evidence/workspace.ts'
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
import { conclude, counts as countsForJob, reaches } from './policy.ts'
import { anyResource } from './resources/type.ts'
import { mlWorkspace } from './resources/workspace.ts'
import { foundByUpgrade } from './upgrade.ts'

export interface Assessment {
  conclusion: Conclusion
  summary: Summary
  coverage: Coverage
  /** every workspace, without the findings that pass: what people are shown */
  workspaces: WorkspaceReport[]
  /** what failed in the baseline and passes now */
  fixed: Changed[]
  /** what looks new only because the baseline is of an older version of the tool */
  found: Changed[]
  /** what somebody should do about the waivers */
  notes: string[]
}

/** One workspace, judged; everything it is reported as. */
export function report(
  evidence: EvidenceSet,
  id: string,
  policy: Policy,
  config: Config = noConfig,
  baseline: Baseline | null = null,
): WorkspaceReport {
  return assembled(open(evidence, id, policy, config), { policy, config, baseline }, () => true).report
}

/** What a judgement is reported by. */
interface Terms {
  policy: Policy
  config: Config
  baseline: Baseline | null
}

/** A workspace under the profile that the config file chooses for it, else the run's. */
function open(evidence: EvidenceSet, id: string, policy: Policy, config: Config): Workspace {
  const record = evidence.resources.get(idKey(id))
  const tags = record?.state === 'read' ? propertyOf(record.body, mlWorkspace.tags) : undefined
  const name = parseResourceId(id)?.name ?? id
  const profile = profileFor(config, { id, name, tags: (tags ?? {}) as Record<string, string> }, policy.profile)
  return openWorkspace(evidence, id, profile, {
    ...config.thresholds,
    isDeniedName: (job) => config.jobNames.some((pattern) => matchesPattern(pattern, job)),
    encryptionScopes: isEnabled(config, 'storage/encryption-scopes'),
  })
}

/**
 * Judges every workspace and adds up. Findings that pass are counted and dropped, so that memory does not grow with
 * them; `report` gives them back, one workspace at a time.
 */
export function assess(
  evidence: EvidenceSet,
  policy: Policy,
  requests: Coverage['requests'],
  config: Config = noConfig,
  baseline: Baseline | null = null,
): Assessment {
  const summary: Summary = {
    workspaces: evidence.workspaces.length,
    ...noCounts(),
    failedBySeverity: { high: 0, medium: 0, low: 0, info: 0 },
    unknownBySeverity: { high: 0, medium: 0, low: 0, info: 0 },
    new: baseline && 0,
    fixed: baseline && 0,
  }
  const [fixed, found]: [Changed[], Changed[]] = [[], []]
  const gate = { failed: 0, unknown: 0, unseen: evidence.unseen.length + (evidence.workspaces.length === 0 ? 1 : 0) }
  const needed: Needed = new Map()
  const waivers = new Set<number>()
  const workspaces = evidence.workspaces.map((id) => {
    const workspace = open(evidence, id, policy, config)
    const { report, missing, used, upgraded } = assembled(workspace, { policy, config, baseline }, (outcome) => {
      const { check, subject, verdict } = outcome
      if (verdict.status !== 'pass') return true
      if (subject !== null && baseline?.open.get(fingerprint(check.id, subject.id, workspace.id)) === 'fail')
        fixed.push({ check: check.id, resource: subject.id, workspace: workspace.id })
      return false
    })
    for (const index of used) waivers.add(index)
    found.push(...upgraded.map(({ check, resource }) => ({ check, resource, workspace: workspace.id })))
    for (const record of missing) {
      const known = needed.get(idKey(record.id)) ?? { record, usedBy: new Set() }
      needed.set(idKey(record.id), known)
      known.usedBy.add(report.id)
    }
    for (const status of Object.keys(report.counts) as (keyof Counts)[]) summary[status] += report.counts[status]
    for (const finding of report.findings) {
      const { status, severity } = finding
      if (status === 'fail') summary.failedBySeverity[severity] += 1
      if (status === 'unknown') summary.unknownBySeverity[severity] += 1
      if (summary.new !== null && finding.new) summary.new += 1
      if ((status === 'fail' || status === 'unknown') && countsForJob(finding, policy))
        gate[status === 'fail' ? 'failed' : 'unknown'] += 1
    }
    return report
  })
  if (baseline) summary.fixed = fixed.length
  const notes = waiverNotes(config, waivers, new Date(evidence.collectedAt))
  return {
    conclusion: conclude(gate),
    summary,
    coverage: coverage(evidence, needed, requests),
    workspaces,
    fixed,
    found,
    notes,
  }
}

/** Resources to read once more before a failure fails the job (https://learn.microsoft.com/azure/governance/resource-graph/overview#resource-graph-and-how-current-the-data-is). */
export function toConfirm(evidence: EvidenceSet, policy: Policy, limit: number, config: Config = noConfig): string[] {
  const ids = new Map<string, string>()
  for (const id of evidence.workspaces) {
    for (const outcome of evaluate(checklist, open(evidence, id, policy, config), config)) {
      if (outcome.subject === null || outcome.verdict.status !== 'fail') continue
      if (!reaches(outcome.severity, policy.failOnSeverity)) continue
      for (const resource of unconfirmed(outcome)) if (ids.size < limit) ids.set(idKey(resource), resource)
    }
  }
  return [...ids.values()]
}

function assembled(
  workspace: Workspace,
  terms: Terms,
  isKept: (outcome: Outcome) => boolean,
): { report: WorkspaceReport; missing: UnreadableRecord[]; used: number[]; upgraded: Finding[] } {
  const outcomes = evaluate(checklist, workspace, terms.config)
  const counts = noCounts()
  const others: Others = {
    'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: [],
  }
  const findings: Finding[] = []
  const missing: UnreadableRecord[] = []
  const used: number[] = []
  const upgraded: Finding[] = []
  const isOfUpgrade = upgradeOf(workspace, outcomes, terms)
  for (const outcome of outcomes) {
    if (outcome.subject !== null && outcome.missing) missing.push(outcome.missing)
    const list = listOf(others, outcome)
    const found = list === null && isKept(outcome) ? finding(outcome as Judgement, workspace) : null
    if (found) {
      const { finding: judged, used: covering } = waivedOrNot(found, workspace, terms.config)
      const looksNew = isNew(judged, terms.baseline)
      const isUpgraded = looksNew === true && isOfUpgrade(judged)
      used.push(...covering)
      findings.push({ ...judged, new: isUpgraded ? false : looksNew })
      if (isUpgraded) upgraded.push(judged)
      counts[judged.status] += 1
    } else counts[outcome.verdict.status] += 1
    if (list !== null && !list.includes(outcome.check.id)) list.push(outcome.check.id)
  }
  const { id, name, kind, profile, hub, architecture, resource } = workspace
  const location = resource.record.state === 'read' ? propertyOf(resource.record.body, anyResource.location) : undefined
  const header = {
    id,
    name,
    kind,
    location: String(location ?? ''),
    profile,
    hub: hub?.id || null,
    cmkArchitecture: architecture,
  }
  return { report: { ...header, counts, others, findings }, missing, used, upgraded }
}

/** Whether what looks new is so only because an older version of the tool wrote the baseline. */
function upgradeOf(workspace: Workspace, outcomes: Outcome[], { baseline }: Terms): (finding: Finding) => boolean {
  if (!baseline?.upgrade) return () => false
  const judged = outcomes.flatMap(({ check, subject }) =>
    subject === null ? [] : [fingerprint(check.id, subject.id, workspace.id)],
  )
  return foundByUpgrade(baseline.upgrade, workspace.id, new Set(judged))
}

/** What a waiver covers is waived; one that has run out only says whose it was. */
function waivedOrNot(finding: Finding, workspace: Workspace, config: Config): { finding: Finding; used: number[] } {
  const match = waiverFor(config, finding, workspace, new Date(workspace.evidence.collectedAt))
  if (!match) return { finding, used: [] }
  const { owner, reason, expires } = match.waiver
  const message = `${finding.message} The waiver of ${owner} ran out on ${expires}.`
  const changed = match.isExpired
    ? { ...finding, message }
    : { ...finding, status: 'waived' as const, waiver: { owner, reason, expires } }
  return { finding: changed, used: match.indexes }
}

function listOf(others: Others, { verdict }: Outcome): string[] | null {
  if (verdict.status === 'not-applicable') return others['not-applicable'][verdict.reason]
  return verdict.status === 'attested' || verdict.status === 'manual' ? others[verdict.status] : null
}

function finding(judgement: Judgement, workspace: Workspace): Finding {
  const { check, subject, verdict, severity, missing } = judgement
  const failed = verdict.status === 'fail'
  return {
    check: check.id,
    resource: subject.id,
    status: verdict.status as Finding['status'],
    severity,
    reason: verdict.status === 'unknown' ? verdict.reason : null,
    message: messageOf(judgement),
    confirmed: unconfirmed(judgement).length === 0,
    evidence: evidenceOf(judgement),
    steps: failed ? stepsOf(judgement, workspace) : [],
    creationOnly: failed && check.creationOnly === true,
    fingerprint: fingerprint(check.id, subject.id, workspace.id),
    new: null,
    waiver: null,
    missing: verdict.status === 'unknown' && missing !== null && isMissing(missing) ? missing.id : null,
  }
}

/** What the rule says; of what passes, what holds. */
function messageOf({ check, verdict }: Judgement): string {
  return 'message' in verdict && verdict.message !== undefined ? verdict.message : `${check.title}.`
}

/** What of a record could not be read; that something does not exist is an answer. */
function unreadIn(record: ResourceRecord | CollectionRecord): UnreadableRecord | null {
  if (record.state === 'read') return 'body' in record ? gapOf({ record }) : null
  return record.state === 'unreadable' ? record : null
}

/** That something does not exist is an answer, and what has no name nobody can look for. */
function isMissing({ id, reason }: UnreadableRecord): boolean {
  return id !== '' && reason !== 'absent'
}

/** What findings rest on and could not be read, by id, with the workspaces that need it. */
type Needed = Map<string, { record: UnreadableRecord; usedBy: Set<string> }>

function coverage(evidence: EvidenceSet, needed: Needed, requests: Coverage['requests']): Coverage {
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
    subscriptions: evidence.subscriptions,
    missing: missing.sort((a, b) => (a.resource < b.resource ? -1 : 1)),
    requests,
  }
}

function noCounts(): Counts {
  return { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, attested: 0, manual: 0, waived: 0 }
}
