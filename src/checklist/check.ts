import type { UnreadableRecord } from '../evidence/records.ts'
import type { Subject, Subjects } from '../evidence/subjects.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { BuiltInPolicy, NotApplicableReason, PerProfile, Said, Severity, UnknownReason } from '../model.ts'
import { said, type Written } from '../said.ts'
import { rank } from '../severity.ts'
import type { Remedy } from './remedy.ts'

/** A question about the encryption of a workspace: a few lines of data and one pure rule. */
export interface Check<S extends Subject = Subject> {
  /** `system/slug`; never given to another question */
  id: `${string}/${string}`
  /** what holds when it passes */
  title: string
  /** what holds when it fails, in at most 60 characters: what a failure is called */
  failed: string
  /** what a failure has cost that nothing brings back: keys and secrets, lost or exposed; or data, lost or readable */
  irreversible?: 'keys' | 'data'
  /** rows of the encryption guidance that it answers */
  rows: readonly `S${number}`[]
  severity: PerProfile<Severity> | ((subject: S, workspace: Workspace) => PerProfile<Severity>)
  subjects: (workspace: Workspace) => Subjects<S>
  /** never called with a subject that cannot be read */
  judge: (subject: S, workspace: Workspace) => Verdict
  /** what it means that the subject does not exist; by default its `exists` check says so, and nothing else does */
  absent?: (subject: S) => Verdict
  /** for the documentation: when it passes, when it fails, and when neither can be said although it can be read */
  passes: string
  fails: string
  cannotTell: string
  /** what goes wrong when it fails */
  why: string
  /** commands and instructions for a failure; absent or null where nothing is to be done */
  remedy?: (subject: S, workspace: Workspace) => Remedy
  /** the setting can only be chosen when the resource is created */
  creationOnly?: boolean
  /** the page that the rule stands on */
  reference: string
  /** built-in definitions of Azure Policy that ask the same or nearly the same */
  policies?: readonly BuiltInPolicy[]
}

export type Verdict =
  | { status: 'pass'; message?: Said }
  | { status: 'fail'; message: Said; severity?: Severity | PerProfile<Severity>; remedy?: Remedy }
  | {
      status: 'unknown'
      reason: UnknownReason
      message: Said
      severity?: Severity
      record?: UnreadableRecord
      /** it counts for no more than this: something else carries the gate */
      atMost?: PerProfile<Severity>
    }
  | { status: 'not-applicable'; reason: NotApplicableReason }
  | { status: 'attested' | 'manual'; message?: Said }

/** Declares a check; what its subjects are is inferred from `subjects`. */
export function check<S extends Subject>(definition: Check<S>): Check {
  return definition as unknown as Check
}

export function pass(): Verdict
export function pass<const M extends Said>(message: M & Written<M>): Verdict
export function pass(message?: Said): Verdict {
  return message === undefined ? { status: 'pass' } : { status: 'pass', message }
}

/** A failure; a severity given here replaces the check's own. */
export function fail<const M extends Said>(
  message: M & Written<M>,
  options: { severity?: Severity | PerProfile<Severity>; remedy?: Remedy } = {},
): Verdict {
  return { status: 'fail', message, ...options }
}

export function unknown<const M extends Said>(reason: UnknownReason, message: M & Written<M>): Verdict {
  return { status: 'unknown', reason, message }
}

/** Undecided because of something that could not be read. */
export function notRead(record: UnreadableRecord, severity?: Severity): Verdict {
  const verdict: Verdict = { status: 'unknown', reason: record.reason, message: record.message, record }
  return severity ? { ...verdict, severity } : verdict
}

export function notApplicable(reason: NotApplicableReason): Verdict {
  return { status: 'not-applicable', reason }
}

export function attested<const M extends Said>(message: M & Written<M>): Verdict {
  return { status: 'attested', message }
}

interface Known {
  pass: string[]
  fail: string[]
}

/** Decides by the values of an enumeration, in any casing. A value that nobody has heard of decides nothing. */
export function oneOf(value: string | undefined, known: Known): Verdict
export function oneOf(value: string | undefined, known: Known, failure: (value: string) => Said): Verdict
export function oneOf<const M extends Said>(value: string | undefined, known: Known, failure: M & Written<M>): Verdict
export function oneOf(
  value: string | undefined,
  known: Known,
  failure: Said | ((value: string) => Said) = (name) => said`The value is ${{ name }}.`,
): Verdict {
  if (value === undefined) return unknown('property-absent', notReturned)
  const has = (values: string[]) => values.some((each) => each.toLowerCase() === value.toLowerCase())
  if (has(known.pass)) return pass()
  if (has(known.fail)) return failing(typeof failure === 'function' ? failure(value) : failure)
  return unknown('unrecognised-value', said`Unrecognized value ${{ name: JSON.stringify(value) }}.`)
}

const notReturned = 'Azure did not return this property, and its absence has no documented meaning.'

const failing = (message: Said): Verdict => ({ status: 'fail', message })

/** Decides by a switch that has to be on. */
export function isOn<const M extends Said>(value: boolean | undefined, failure: M & Written<M>): Verdict {
  if (value === undefined) return unknown('property-absent', notReturned)
  return value ? pass() : failing(failure)
}

/** A failure outweighs what is not known, which outweighs what passes; of two failures the worse one counts. */
export function worst(verdicts: Verdict[]): Verdict {
  const place = (verdict: Verdict) => ['fail', 'unknown', 'pass'].indexOf(verdict.status)
  const decided = verdicts
    .filter((verdict) => place(verdict) >= 0)
    .sort((a, b) => place(a) - place(b) || rank(severityOf(a)) - rank(severityOf(b)))
  return decided[0] ?? verdicts[0] ?? notApplicable('not-used')
}

function severityOf(verdict: Verdict): Severity {
  const given = verdict.status === 'fail' ? verdict.severity : undefined
  return typeof given === 'object' ? given['cmk-required'] : (given ?? 'high')
}

/** The same severity in both profiles, or one for each: `cmk-required` first, as the checklist is read. */
export function severity(cmkRequired: Severity, baseline: Severity = cmkRequired): PerProfile<Severity> {
  return { 'cmk-required': cmkRequired, baseline }
}
