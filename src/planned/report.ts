import type { PlanChange, PlanFinding, PlanReport, Severity } from '../model.ts'
import type { PlannedFinding } from '../plan/index.ts'
import type { Sources } from './sources.ts'

const changes: PlanChange[] = ['introduces', 'fixes', 'gone', 'leaves', 'undecided']

/** What plans make of a finding, with the place that it comes from. */
export function planFinding({ finding, ...planned }: PlannedFinding, sources: Sources): PlanFinding {
  const { workspace, change, live } = planned
  return { ...finding, new: isNew(change), workspace, change, live, source: sources.placeOf(finding, planned.sources) }
}

/** Nothing else is to be compared with: a plan says itself what it changes. */
function isNew(change: PlanChange): boolean {
  return change === 'introduces' || change === 'undecided'
}

export function summaryOf(findings: readonly PlanFinding[]): PlanReport['summary'] {
  const none = (): Record<Severity, number> => ({ high: 0, medium: 0, low: 0, info: 0 })
  const summary = Object.fromEntries(changes.map((change) => [change, none()])) as PlanReport['summary']
  for (const finding of findings) summary[finding.change][weightOf(finding)] += 1
  return summary
}

/** What is repaired weighs what it weighs now. */
function weightOf({ change, severity, live }: PlanFinding): Severity {
  return change === 'fixes' ? (live?.severity ?? severity) : severity
}
