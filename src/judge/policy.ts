import type { Conclusion, Finding, Policy, Severity, Summary, Threshold } from '../model.ts'
import { rank } from '../severity.ts'

/** Whether a finding of this severity counts against the job. `info` never does. */
export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'never' && severity !== 'info' && rank(severity) <= rank(threshold)
}

/** Whether a failed or undecided check counts against the job. Without a baseline nothing is known to be old. */
export function counts({ severity, new: isNew }: Pick<Finding, 'severity' | 'new'>, policy: Policy): boolean {
  return reaches(severity, policy.failOnSeverity) && !(policy.failOnNewOnly && isNew === false)
}

/** What decides the conclusion: findings at or above the threshold, and whatever could not be seen at all. */
export interface Gate {
  failed: number
  unknown: number
  /** a target that could not be seen, or no workspace */
  unseen: number
}

export function conclude(gate: Gate): Conclusion {
  if (gate.failed > 0) return 'fail'
  return gate.unknown + gate.unseen > 0 ? 'incomplete' : 'pass'
}

/** Whether the job fails. */
export function failsJob(conclusion: Conclusion, policy: Policy): boolean {
  if (policy.warnOnly || policy.failOnSeverity === 'never') return false
  return conclusion === 'fail' || (conclusion === 'incomplete' && policy.onUnknown === 'fail')
}

/** The number that people know as "failed": what is `info` is a recommendation. */
export function failedCount({ failedBySeverity }: Summary): number {
  return failedBySeverity.high + failedBySeverity.medium + failedBySeverity.low
}

/** The same of what could not be decided. */
export function undecidedCount({ unknown, unknownBySeverity }: Summary): number {
  return unknown - unknownBySeverity.info
}
