import type { PlanChange, PlanFinding, PlanReport, Severity, Step } from '../model.ts'
import { plannedSeverity } from '../severity.ts'
import type { PlannedFinding } from './judge.ts'
import type { Origin, OriginOf } from './sources.ts'

const changes: PlanChange[] = ['introduces', 'fixes', 'gone', 'leaves', 'undecided']

/** What plans make of a finding, with the place that it comes from. */
export function planFinding({ finding, ...planned }: PlannedFinding, originOf: OriginOf): PlanFinding {
  const { workspace, change, live } = planned
  const origin = originOf(finding, planned.sources)
  // what is repaired or gone is not to be repaired
  const steps = change === 'fixes' || change === 'gone' ? [] : stepsOf(finding.steps, origin)
  return { ...finding, steps, new: isNew(change), workspace, change, live, source: origin?.place ?? null }
}

/** More names would no longer say what to look at. */
const NAMES = 3

/** What a deployment sets is not to be changed by a command: the next deployment would set it back. */
function stepsOf(steps: Step[], origin: Origin | null): Step[] {
  if (origin?.isDeleted)
    return [{ instruction: ['Keep this resource, or first let go of it wherever it is used: the plan deletes it.'] }]
  if (steps.length === 0 || !origin?.names) return steps
  const names = origin.names.slice(0, NAMES).map((name) => `\`${name}\``)
  const what = names.length === 0 ? 'Fix this' : `Change ${names.join(' or ')}`
  return [{ instruction: [`${what} where the resource is declared, not in Azure.`] }]
}

/** Nothing else is to be compared with: a plan says itself what it changes. */
function isNew(change: PlanChange): boolean {
  return change === 'introduces' || change === 'undecided'
}

export function summaryOf(findings: readonly PlanFinding[]): PlanReport['summary'] {
  const none = (): Record<Severity, number> => ({ high: 0, medium: 0, low: 0, info: 0 })
  const summary = Object.fromEntries(changes.map((change) => [change, none()])) as PlanReport['summary']
  for (const finding of findings)
    if (finding.status !== 'waived') summary[finding.change][plannedSeverity(finding)] += 1
  return summary
}
