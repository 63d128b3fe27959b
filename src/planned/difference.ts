import type { Finding, PlanChange, PlanFinding } from '../model.ts'

export interface Difference {
  change: PlanChange
  /** as it will be; where it is gone, as it is */
  finding: Finding
  /** as it is; null where nothing is found now */
  live: PlanFinding['live']
}

/** What a plan changes in one workspace, by its findings before and after, those that pass among them. */
export function differences(live: readonly Finding[], planned: readonly Finding[]): Difference[] {
  const now = new Map(live.map((finding) => [finding.fingerprint, finding]))
  const then = new Set(planned.map(({ fingerprint }) => fingerprint))
  const isHidden = hiding(now, planned)
  return [
    ...planned.flatMap((finding) => compared(now.get(finding.fingerprint), finding) ?? []),
    ...live
      .filter((finding) => finding.status === 'fail' && !then.has(finding.fingerprint))
      .map(
        (finding): Difference => ({ change: isHidden(finding) ? 'leaves' : 'gone', finding, live: briefly(finding) }),
      ),
  ]
}

function compared(before: Finding | undefined, after: Finding): Difference | null {
  const live = before ? briefly(before) : null
  const failed = live?.status === 'fail'
  if (after.status === 'fail') return { change: failed ? 'leaves' : 'introduces', finding: after, live }
  if (after.status === 'pass') return failed ? { change: 'fixes', finding: after, live } : null
  if (after.status !== 'unknown') return null
  // a plan takes no failure away unless it shows the repair
  if (failed && before)
    return { change: 'leaves', finding: { ...after, status: 'fail', severity: before.severity }, live }
  return live?.status === 'unknown' ? null : { change: 'undecided', finding: after, live }
}

function briefly({ status, severity, evidence }: Finding) {
  return { status, severity, evidence }
}

/** Checks whose subjects go with what leads to them: another one then says that nobody knows. */
const spokenFor: [gone: RegExp, by: string][] = [
  [/^(key|key-vault)\//, 'key/readable'],
  [/^metadata\//, 'workspace/cmk-architecture'],
]

/** Whether a failure is out of sight only because the plan leaves open what leads to its subject. */
function hiding(now: ReadonlyMap<string, Finding>, planned: readonly Finding[]): (finding: Finding) => boolean {
  const open = planned.filter(
    ({ status, fingerprint }) => status === 'unknown' && now.get(fingerprint)?.status !== 'unknown',
  )
  const checks = new Set(open.map(({ check }) => check))
  return ({ check }) => checks.has(check) || spokenFor.some(([gone, by]) => gone.test(check) && checks.has(by))
}
