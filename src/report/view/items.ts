import { reaches } from '../../judge/policy.ts'
import type { CheckInfo, Finding, Report, Severity, Threshold, UnknownReason } from '../../model.ts'
import { rank, severities } from '../../severity.ts'

/** What is wrong, or undecided, with one subject: named once, however many workspaces use it. */
export interface Item<F extends Finding = Finding> {
  check: string
  resource: string
  /** the worst of the workspaces' */
  severity: Severity
  new: boolean
  /** the worst */
  finding: F
  /** of each workspace the one */
  findings: F[]
  /** ids */
  workspaces: string[]
}

/** The items of one check (and of one reason, where there is one), worst first. */
export interface Group<F extends Finding = Finding> {
  check: CheckInfo
  severity: Severity
  reason: UnknownReason | null
  items: Item<F>[]
}

/** The findings of a report, merged; what is left to do in each is in its items. */
export interface Items {
  fail: Item[]
  unknown: Item[]
  waived: Item[]
}

/** The severities that reach a threshold, worst first. */
export function reaching(threshold: Threshold): Severity[] {
  return severities.filter((severity) => reaches(severity, threshold))
}

/** Everything that shows a report asks for the same. */
const known = new WeakMap<Report, Items>()

export function mergeFindings(report: Report): Items {
  const items = known.get(report) ?? merged(report)
  known.set(report, items)
  return items
}

function merged(report: Report): Items {
  const merged = { fail: new Map<string, Item>(), unknown: new Map<string, Item>(), waived: new Map<string, Item>() }
  for (const workspace of report.workspaces) {
    for (const finding of workspace.findings) {
      if (finding.status !== 'pass') merge(merged[finding.status], finding, workspace.id)
    }
  }
  return {
    fail: [...merged.fail.values()],
    unknown: [...merged.unknown.values()],
    waived: [...merged.waived.values()],
  }
}

/** @param workspace null: no workspace is known */
export function merge<F extends Finding>(items: Map<string, Item<F>>, finding: F, workspace: string | null): void {
  const { check, resource, severity, reason, waiver } = finding
  const key = JSON.stringify([check, resource.toLowerCase(), reason, waiver])
  const known = items.get(key)
  if (!known) {
    const isNew = finding.new === true
    const workspaces = workspace === null ? [] : [workspace]
    items.set(key, { check, resource, severity, new: isNew, finding, findings: [finding], workspaces })
    return
  }
  if (workspace !== null) known.workspaces.push(workspace)
  known.findings.push(finding)
  known.new ||= finding.new === true
  if (rank(severity) < rank(known.severity)) Object.assign(known, { resource, severity, finding })
}

/** Worst first; then what is new; then as the checklist has them. */
export function groupByCheck<F extends Finding>(items: Item<F>[], checks: ReadonlyMap<string, CheckInfo>): Group<F>[] {
  const groups = new Map<string, Group<F>>()
  for (const item of [...items].sort(worstFirst)) {
    const { reason } = item.finding
    const key = `${item.check} ${reason}`
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { check: infoOf(item.check, checks), severity: item.severity, reason, items: [item] })
  }
  const order = new Map([...checks.keys()].map((id, index) => [id, index]))
  const place = ({ check }: Group) => order.get(check.id) ?? order.size
  return [...groups.values()].sort((a, b) => worstFirst(firstOf(a), firstOf(b)) || place(a) - place(b))
}

function worstFirst(a: Item, b: Item): number {
  return rank(a.severity) - rank(b.severity) || Number(b.new) - Number(a.new)
}

function firstOf(group: Group): Item {
  return group.items[0] as Item
}

/** Of what is not a check, only the id is known. */
export function infoOf(id: string, checks: ReadonlyMap<string, CheckInfo>): CheckInfo {
  return checks.get(id) ?? { id, title: id, failed: id, rows: [], why: '', reference: '', creationOnly: false }
}
