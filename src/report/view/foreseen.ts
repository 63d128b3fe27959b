import type { Finding, PlanChange, PlanFinding, PlanReport, PlanSource, Report, Severity } from '../../model.ts'
import { plannedSeverity } from '../../severity.ts'
import { type Item, merge } from './items.ts'

/** What plans make of the findings, merged, by what becomes of them. */
export type Foreseen = Record<PlanChange, Item<PlanFinding>[]>

export function foreseenOf({ findings }: Pick<PlanReport, 'findings'>): Foreseen {
  const of = (change: PlanChange) => {
    const items = new Map<string, Item<PlanFinding>>()
    for (const finding of findings) {
      if (finding.change === change && finding.status !== 'waived') merge(items, weighed(finding), finding.workspace)
    }
    return [...items.values()]
  }
  return {
    introduces: of('introduces'),
    fixes: of('fixes'),
    gone: of('gone'),
    leaves: of('leaves'),
    undecided: of('undecided'),
  }
}

function weighed(finding: PlanFinding): PlanFinding {
  const severity = plannedSeverity(finding)
  return severity === finding.severity ? finding : { ...finding, severity }
}

export function isForeseen(finding: Finding): finding is PlanFinding {
  return 'change' in finding
}

/** A failure that stays a failure and weighs more, or less, than now. */
export function isRegraded({ change, live, severity }: PlanFinding): boolean {
  return change === 'leaves' && live !== null && live.severity !== severity
}

/** In how far the failures that are not waived become more and fewer; without advice. */
export interface Balance {
  added: Record<Severity, number>
  removed: Record<Severity, number>
  fixed: number
  deleted: number
  regraded: number
  undecided: number
}

export function balanceOf({ findings }: Pick<PlanReport, 'findings'>): Balance {
  const none = () => ({ high: 0, medium: 0, low: 0, info: 0 })
  const balance: Balance = { added: none(), removed: none(), fixed: 0, deleted: 0, regraded: 0, undecided: 0 }
  for (const finding of findings) if (finding.status !== 'waived') weigh(finding, balance)
  return balance
}

function weigh(finding: PlanFinding, balance: Balance): void {
  const { change, live } = finding
  const [before, after] = [live?.severity ?? finding.severity, finding.severity]
  if (change === 'introduces' || isRegraded(finding)) balance.added[after] += 1
  if (change === 'fixes' || change === 'gone' || isRegraded(finding)) balance.removed[before] += 1
  if (change === 'fixes' && before !== 'info') balance.fixed += 1
  if (change === 'gone' && before !== 'info') balance.deleted += 1
  if (change === 'undecided' && after !== 'info') balance.undecided += 1
  if (isRegraded(finding)) balance.regraded += 1
}

/** How many failures there would be. */
export function failedIfMerged({ summary }: Report, { added, removed }: Balance): Record<Severity, number> {
  const of = (severity: Severity) =>
    Math.max(0, summary.failedBySeverity[severity] + added[severity] - removed[severity])
  return { high: of('high'), medium: of('medium'), low: of('low'), info: of('info') }
}

/** Nothing of Azure was read: there are only the plans. */
export function isPlanOnly({ plan, coverage }: Report): boolean {
  const { percent, requests } = coverage
  return plan !== null && percent === null && requests.resourceGraph + requests.resourceManager === 0
}

/** What becomes of failures that plans take away, by fingerprint. */
export function leavingIn({ plan }: Report): Map<string, PlanChange> {
  const leaving = (plan?.findings ?? []).filter(({ change }) => change === 'fixes' || change === 'gone')
  return new Map(leaving.map(({ fingerprint, change }) => [fingerprint, change]))
}

/** Where in the commit a finding comes from; null where that is nowhere, as in a plan, which the run made. */
export function inCommit({ source }: PlanFinding, { plan, run }: Report): PlanSource | null {
  if (source === null || run.sha === '' || run.repository === '') return null
  const isMade = plan?.files.some(({ path, kind }) => path === source.file && kind !== 'yaml') ?? false
  return isMade || /^([/\\]|\.\.|\w:)/.test(source.file) ? null : source
}

/** What plans make fail, or leave undecided, and no live finding says. */
export function causedIn({ plan }: Report): PlanFinding[] {
  return (plan?.findings ?? []).filter(
    ({ change, workspace }) =>
      change === 'introduces' || change === 'undecided' || (change === 'leaves' && workspace === null),
  )
}

/** Opens the line at the head commit; empty where it is in no commit. */
export function sourceUrl(finding: PlanFinding, report: Report, serverUrl: string): string {
  const place = inCommit(finding, report)
  if (place === null) return ''
  const path = place.file.toWellFormed().split('/').map(encodeURIComponent).join('/')
  const line = place.line === null ? '' : `#L${place.line}`
  return `${serverUrl}/${report.run.repository}/blob/${report.run.sha}/${path}${line}`
}
