import type { Check } from '../checklist/check.ts'
import type { Config } from '../config/model.ts'
import type { NamedWorkspace } from '../config/rules.ts'
import { waiverFor } from '../config/waivers.ts'
import { evidenceOf, fingerprint, type Judgement, stepsOf, unconfirmed } from '../evaluate.ts'
import type { UnreadableRecord } from '../evidence/records.ts'
import type { Workspace } from '../evidence/workspace.ts'
import type { Finding, ReadValue } from '../model.ts'

/** What a judgement comes to, as far as neither waivers nor a baseline are asked. */
export function findingOf(judgement: Judgement, workspace: Workspace): Finding {
  const { check, subject, verdict, severity, missing } = judgement
  const failed = verdict.status === 'fail'
  return {
    check: check.id,
    resource: subject.id,
    status: verdict.status as Finding['status'],
    severity,
    reason: verdict.status === 'unknown' ? verdict.reason : null,
    message: saidIn(judgement) ?? holds(check),
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

/** A finding that passes, in short: there are many, and only the JSON report tells them. */
export interface Passed extends Pick<Finding, 'resource' | 'severity' | 'confirmed' | 'evidence'> {
  check: Check
  message: string | null
}

/** Evidence of other findings: what passes has read the same on most resources, which is kept once. */
export type Alike = Map<string, ReadValue[]>

export function passedIn(judgement: Judgement, alike: Alike): Passed {
  const evidence = evidenceOf(judgement)
  const key = JSON.stringify(evidence)
  const known = alike.get(key) ?? evidence
  alike.set(key, known)
  return {
    check: judgement.check,
    resource: judgement.subject.id,
    severity: judgement.severity,
    message: saidIn(judgement),
    confirmed: unconfirmed(judgement).length === 0,
    evidence: known,
  }
}

/** The same as it is reported. */
export function passingFinding(passed: Passed, workspace: string, isCompared: boolean): Finding {
  const { check, resource, severity, message, confirmed, evidence } = passed
  return {
    check: check.id,
    resource,
    status: 'pass',
    severity,
    reason: null,
    message: message ?? holds(check),
    confirmed,
    evidence,
    steps: [],
    creationOnly: false,
    fingerprint: fingerprint(check.id, resource, workspace),
    new: isCompared ? false : null,
    waiver: null,
    missing: null,
  }
}

/**
 * What a waiver covers is waived; one that has run out only says whose it was.
 *
 * @param workspace null: the finding is of no workspace
 */
export function waivedOrNot<T extends Finding>(
  finding: T,
  workspace: NamedWorkspace | null,
  config: Config,
  now: Date,
): { finding: T; waivers: number[] } {
  const match = waiverFor(config, finding, workspace, now)
  if (!match) return { finding, waivers: [] }
  const { owner, reason, expires, ticket, line, changed: change } = match.waiver
  const message = `${finding.message} The waiver of ${owner} ran out on ${expires}.`
  const changed = match.isExpired
    ? { ...finding, message }
    : { ...finding, status: 'waived' as const, waiver: { owner, reason, expires, ticket, line, changed: change } }
  return { finding: changed, waivers: match.indexes }
}

/** That something does not exist is an answer, and what has no name nobody can look for. */
export function isMissing({ id, reason }: UnreadableRecord): boolean {
  return id !== '' && reason !== 'absent'
}

function saidIn({ verdict }: Judgement): string | null {
  return 'message' in verdict ? (verdict.message ?? null) : null
}

/** Of what passes without a word of the rule. */
function holds({ title }: Check): string {
  return `${title}.`
}
