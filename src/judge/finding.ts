import type { Config } from '../config/model.ts'
import type { NamedWorkspace } from '../config/rules.ts'
import { waiverFor } from '../config/waivers.ts'
import type { UnreadableRecord } from '../evidence/records.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { Finding, Said } from '../model.ts'
import { said, words } from '../said.ts'
import type { Alike } from './alike.ts'
import { evidenceOf, fingerprint, type Judgement, stepsOf, unconfirmed } from './evaluate.ts'

/** What a judgement comes to, as far as neither waivers nor a baseline are asked. */
export function findingOf(judgement: Judgement, workspace: Workspace, alike: Alike): Finding {
  const { check, subject, verdict, severity, missing } = judgement
  const failed = verdict.status === 'fail'
  return {
    check: check.id,
    resource: subject.id,
    status: verdict.status as Finding['status'],
    severity,
    reason: verdict.status === 'unknown' ? verdict.reason : null,
    message: alike(messageOf(judgement)),
    confirmed: unconfirmed(judgement).length === 0,
    evidence: alike(evidenceOf(judgement)),
    steps: failed ? stepsOf(judgement, workspace) : [],
    creationOnly: failed && check.creationOnly === true,
    fingerprint: fingerprint(check.id, subject.id, workspace.id),
    new: null,
    waiver: null,
    missing: verdict.status === 'unknown' && missing !== null && isMissing(missing) ? missing.id : null,
  }
}

/** A finding that passes, in short: there are many, and only the JSON report tells them. */
export interface Passed {
  resource: string
  /** the same for most resources */
  said: Pick<Finding, 'check' | 'severity' | 'message' | 'confirmed' | 'evidence'>
}

export function passedIn(judgement: Judgement, alike: Alike): Passed {
  const { check, subject, severity } = judgement
  const message = messageOf(judgement)
  const confirmed = unconfirmed(judgement).length === 0
  return {
    resource: subject.id,
    said: alike({ check: check.id, severity, message, confirmed, evidence: evidenceOf(judgement) }),
  }
}

/** The same as it is reported. */
export function passingFinding({ resource, said }: Passed, workspace: string, isCompared: boolean): Finding {
  const { check, severity, message, confirmed, evidence } = said
  return {
    check,
    resource,
    status: 'pass',
    severity,
    reason: null,
    message,
    confirmed,
    evidence,
    steps: [],
    creationOnly: false,
    fingerprint: fingerprint(check, resource, workspace),
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
  const message = said`${finding.message} The waiver of ${{ name: owner }} ran out on ${words(expires)}.`
  const changed = match.isExpired
    ? { ...finding, message }
    : { ...finding, status: 'waived' as const, waiver: { owner, reason, expires, ticket, line, changed: change } }
  return { finding: changed, waivers: match.indexes }
}

/** That something does not exist is an answer, and what has no name nobody can look for. */
export function isMissing({ id, reason }: UnreadableRecord): boolean {
  return id !== '' && reason !== 'absent'
}

/** What passes without a word of the rule is as the check wants it. */
function messageOf({ check, verdict }: Judgement): Said {
  return ('message' in verdict ? verdict.message : undefined) ?? `${check.title}.`
}
