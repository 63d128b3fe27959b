import type { Severity } from './model.ts'

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
