import { hash } from 'node:crypto'
import { type Check, unknown, type Verdict } from '../checklist/check.ts'
import { type Config, noConfig } from '../config/model.ts'
import { disabledReason, severityFor } from '../config/rules.ts'
import { collectedByOlder, type UnreadableRecord } from '../evidence/records.ts'
import type { Unnamed } from '../evidence/resource.ts'
import { type Reads, Undecided } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Subject } from '../evidence/subjects.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { PerProfile, Profile, ReadValue, Severity, Step } from '../model.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { foreign, said } from '../said.ts'
import { milder } from '../severity.ts'
import { messageOf } from '../text.ts'

/** What a check says of one subject, with everything that it rests on. */
export interface Judgement {
  check: Check
  subject: Subject
  verdict: Verdict
  severity: Severity
  reads: Reads
  /** what could not be read, when that is why it is unknown */
  missing: UnreadableRecord | null
}

/** A check that has nothing to judge in this workspace, or whatever is judged. */
export type Outcome =
  | Judgement
  | { check: Check; verdict: Extract<Verdict, { status: 'not-applicable' }>; subject: null }

/** Applies the checklist to a workspace. A rule that throws leaves its own check undecided, and no other. */
export function evaluate(checklist: readonly Check[], workspace: Workspace, config: Config = noConfig): Outcome[] {
  return checklist.flatMap((check): Outcome[] => {
    if (disabledReason(config, check.id) !== null)
      return [{ check, verdict: { status: 'not-applicable', reason: 'disabled' }, subject: null }]
    const subjects = check.subjects(workspace)
    const { collectedBy } = workspace.evidence
    if (subjects.all.length === 0 && subjects.none === 'not-used' && collectedBy?.checks.includes(check.id) === false)
      return [notLookedFor(check, workspace, collectedBy.version)]
    if (subjects.all.length === 0)
      return [{ check, verdict: { status: 'not-applicable', reason: subjects.none }, subject: null }]
    return subjects.all.map((subject) => judge(check, subject, workspace, config))
  })
}

/** An older version collected the evidence and did not look for what this check is about: that none is there says nothing. */
function notLookedFor(check: Check, { resource, profile }: Workspace, version: string): Judgement {
  const nominal = typeof check.severity === 'function' ? 'medium' : check.severity[profile]
  return {
    check,
    subject: resource,
    verdict: unknown('not-observable', said`Nobody looked for this. ${collectedByOlder(version)}`),
    missing: null,
    severity: nominal === 'high' ? 'medium' : nominal,
    reads: { values: [], records: new Set() },
  }
}

function judge(check: Check, subject: Subject, workspace: Workspace, config: Config): Judgement {
  workspace.takeReads()
  const { verdict: said, missing } = verdictOf(check, subject, workspace)
  const severity = severityOf(check, subject, workspace, said)
  const reads = workspace.takeReads()
  const verdict = withoutDoubt(said, reads)
  return {
    check,
    subject,
    verdict,
    missing,
    severity: overridden(
      verdict === said ? severity : severityOf(check, subject, workspace, verdict),
      check,
      verdict,
      config,
    ),
    reads,
  }
}

/** Nothing passes by what is not the last word. */
function withoutDoubt(verdict: Verdict, { records }: Reads): Verdict {
  if (verdict.status !== 'pass') return verdict
  for (const record of records)
    if (record.state === 'read' && record.doubt) return unknown('not-observable', foreign(record.doubt))
  return verdict
}

function verdictOf(
  check: Check,
  subject: Subject,
  workspace: Workspace,
): { verdict: Verdict; missing: UnreadableRecord | null } {
  if (subject.unnamed) return { verdict: ofUnnamed(check, subject.unnamed), missing: null }
  if (subject.unreadable)
    return { verdict: ofUnreadable(check, subject, subject.unreadable), missing: subject.unreadable }
  try {
    const verdict = check.judge(subject, workspace)
    return { verdict, missing: verdict.status === 'unknown' ? (verdict.record ?? null) : null }
  } catch (error) {
    if (!(error instanceof Undecided)) return { verdict: crashed(error), missing: null }
    const { reason, said: message, record } = error
    const gone = record?.state === 'absent' ? reasonOfGone(record) : null
    if (gone !== null) return { verdict: { status: 'not-applicable', reason: gone }, missing: null }
    return { verdict: { status: 'unknown', reason, message }, missing: record }
  }
}

/** One cause, one finding. */
function ofUnnamed(check: Check, { by, reason, message }: Unnamed): Verdict {
  return check.id === by ? { status: 'unknown', reason, message } : { status: 'not-applicable', reason: 'absent' }
}

/** One cause, one finding: that something does not exist is said by its `exists` check, where there is one. */
function ofUnreadable(check: Check, subject: Subject, unreadable: UnreadableRecord): Verdict {
  if (unreadable.state === 'absent') {
    if (check.absent) return check.absent(subject)
    const reason = reasonOfGone(unreadable)
    if (reason !== null) return { status: 'not-applicable', reason }
  }
  return { status: 'unknown', reason: unreadable.reason, message: unreadable.message }
}

/** Null where it leaves things open. Otherwise a check reports it, or nothing is left to encrypt, or nobody uses it. */
function reasonOfGone({ id }: UnreadableRecord): 'absent' | 'not-used' | null {
  const gone = resourceTypes[typeOf(id) ?? '']?.whenGone
  if (gone === undefined) return null
  return gone === 'not-used' ? gone : 'absent'
}

function crashed(error: unknown): Verdict {
  const message = said`The rule of this check failed (${foreign(messageOf(error))}); please report it.`
  return { status: 'unknown', reason: 'invalid-response', message }
}

/** Reasons that no permission removes: a gate that nobody can satisfy gets switched off. */
const atMostMedium = ['not-observable', 'truncated']

function severityOf(check: Check, subject: Subject, workspace: Workspace, verdict: Verdict): Severity {
  const own = typeof check.severity === 'function' ? check.severity(subject, workspace) : check.severity
  const given = verdict.status === 'fail' || verdict.status === 'unknown' ? verdict.severity : undefined
  const severity = forProfile(given ?? own, workspace.profile)
  if (verdict.status !== 'unknown') return severity
  const most = verdict.atMost ? milder(severity, forProfile(verdict.atMost, workspace.profile)) : severity
  return atMostMedium.includes(verdict.reason) ? milder(most, 'medium') : most
}

/** The config file replaces what a check says of its failures and unknowns, but never makes a failure of advice. */
function overridden(severity: Severity, check: Check, verdict: Verdict, config: Config): Severity {
  const isAdvice = verdict.status === 'fail' && verdict.severity !== undefined && severity === 'info'
  return isAdvice ? severity : (severityFor(config, check.id) ?? severity)
}

function forProfile(severity: Severity | PerProfile<Severity>, profile: Profile): Severity {
  return typeof severity === 'object' ? severity[profile] : severity
}

/** Stays the same from run to run: depends on what was judged where, not on what was found. */
export function fingerprint(check: string, resource: string, workspace: string): string {
  return hash('sha256', [check, idKey(resource), idKey(workspace)].join('\n'), 'buffer').toString('hex', 0, 16)
}

/** What a rule read, as the finding shows it. */
export function evidenceOf({ reads, subject }: Judgement): ReadValue[] {
  return reads.values.map(({ resource, path, value }) =>
    resource === undefined || idKey(resource) === idKey(subject.id) ? { path, value } : { resource, path, value },
  )
}

/** What the rule says is to be done about this failure, else what the check says of all. */
export function stepsOf({ check, subject, verdict }: Judgement, workspace: Workspace): Step[] {
  const own = verdict.status === 'fail' ? verdict.remedy : undefined
  const remedy = own === undefined ? check.remedy?.(subject, workspace) : own
  if (!remedy) return []
  return Array.isArray(remedy) ? remedy : [remedy]
}

/** Ids of what it rests on, when Resource Graph alone has shown it, whose index can lag behind; else empty. */
export function unconfirmed({ reads }: Judgement): string[] {
  const records = [...reads.records]
  const graphOnly = records.every((record) => record.state !== 'read' || record.source === 'resource-graph')
  return graphOnly ? records.flatMap((record) => (record.state === 'read' ? [record.id] : [])) : []
}
