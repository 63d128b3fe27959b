import type { PlanFinding, Severity } from './model.ts'

/** The worst first. */
export const severities: readonly Severity[] = ['high', 'medium', 'low', 'info']

/** 0 is worst. */
export function rank(severity: Severity): number {
  return severities.indexOf(severity)
}

/** The worst of them; of none, the mildest there is. */
export function worst(all: readonly Severity[]): Severity {
  return severities.find((severity) => all.includes(severity)) ?? 'info'
}

export function milder(one: Severity, other: Severity): Severity {
  return rank(one) > rank(other) ? one : other
}

/** What plans repair weighs what it weighs now. */
export function plannedSeverity({ change, severity, live }: PlanFinding): Severity {
  return change === 'fixes' ? (live?.severity ?? severity) : severity
}
